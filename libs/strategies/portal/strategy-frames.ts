import { Component, computed, inject, input, output, signal, viewChildren } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords, keepLatest, plural } from '@samverkan/shared/portal';
import type { Strategy } from '@samverkan/strategies/contract';
import { yearsOf } from './period';
import { type LeftText, SavedText } from './saved-text';
import { strategyOverview } from './strategies.data';
import { StrategyRequests } from './strategy-requests';
import { StrategyState } from './strategy-state';

/** The national frames a draft is measured against, and why: chosen here, or by a goal that serves one of theirs. */
@Component({
  selector: 'sam-strategy-frames',
  templateUrl: './strategy-frames.html',
  styleUrl: './strategy-frames.scss',
  imports: [Icon, SavedText, StrategyState, TranslocoDirective],
})
export class StrategyFramesSection {
  private readonly requests = inject(StrategyRequests);
  private readonly words = inject(ProblemWords);
  private readonly texts = viewChildren(SavedText);
  readonly strategy = input.required<Strategy>();
  readonly saved = output<Strategy>();
  private readonly overview = keepLatest(strategyOverview());
  protected readonly plural = plural;
  protected readonly problem = signal<string | null>(null);
  protected readonly yearsOf = yearsOf;
  /** What it is measured against, and what else applies or is proposed. */
  protected readonly frames = computed(() => {
    const chosen = new Map(this.strategy().implements.map((frame) => [frame.id, frame.motive]));
    const served = this.strategy().goals.flatMap(({ serves }) => serves.map(({ strategy }) => strategy.id));
    return (this.overview()?.frames ?? [])
      .filter(
        ({ id, status, expired }) =>
          chosen.has(id) || served.includes(id) || (['adopted', 'proposed'].includes(status) && !expired),
      )
      .map((frame) => ({
        ...frame,
        chosen: chosen.has(frame.id) || served.includes(frame.id),
        motive: chosen.get(frame.id) ?? '',
        links: served.filter((id) => id === frame.id).length,
      }));
  });

  unsaved(): boolean {
    return this.texts().some((text) => text.unsaved());
  }

  protected choose(frameId: string, chosen: boolean): Promise<void> {
    const others = this.now().filter((frame) => frame.frameId !== frameId);
    return this.save(chosen ? [...others, { frameId, motive: null }] : others);
  }

  protected tell(frameId: string, { value, confirmed }: LeftText): Promise<void> {
    const frames = this.now();
    const at = frames.findIndex((frame) => frame.frameId === frameId);
    return this.save(
      frames.map((frame, n) => (n === at ? { ...frame, motive: value || null } : frame)),
      confirmation(`frames.${at}.motive`, confirmed),
    );
  }

  private now(): { frameId: string; motive: string | null }[] {
    return this.frames()
      .filter(({ chosen }) => chosen)
      .map(({ id, motive }) => ({ frameId: id, motive: motive || null }));
  }

  private async save(
    frames: { frameId: string; motive: string | null }[],
    guardConfirmed = confirmation('', null),
  ): Promise<void> {
    this.problem.set(null);
    try {
      this.saved.emit(await this.requests.frame(this.strategy().id, { frames, guardConfirmed }));
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }
}
