import { Component, computed, inject, input, output, resource, viewChildren } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords } from '@samverkan/shared/portal';
import { ClashDialog } from '@samverkan/writing/portal';
import type { Goal, GoalChange, Strategy } from '@samverkan/strategies/contract';
import { Bilingual } from './bilingual';
import { FieldSaves } from './field-saves';
import { FrameGoals } from './frame-goals';
import { PartyField } from './party-field';
import { type LeftText, SavedText } from './saved-text';
import { StrategyRequests } from './strategy-requests';

type Text = 'title' | 'text' | 'titleEn' | 'textEn';

/** One goal of a draft: its words, who answers for it, its indicators by name, and which national goals it serves and why. */
@Component({
  selector: 'sam-goal-editor',
  templateUrl: './goal-editor.html',
  styleUrl: './goal-editor.scss',
  imports: [Bilingual, ClashDialog, Icon, PartyField, SavedText, TranslocoDirective],
})
export class GoalEditor {
  private readonly requests = inject(StrategyRequests);
  private readonly frames = inject(FrameGoals);
  private readonly fields = viewChildren(SavedText);
  readonly goal = input.required<Goal>();
  readonly strategy = input.required<Strategy>();
  readonly saved = output<Strategy>();
  protected readonly saves = new FieldSaves(inject(ProblemWords));
  protected readonly texts: readonly Text[] = ['title', 'text'];
  protected readonly english: readonly Text[] = ['titleEn', 'textEn'];
  protected readonly available = resource({ loader: () => this.frames.all() });
  protected readonly framesShown = computed(() =>
    (this.available.hasValue() ? this.available.value() : []).filter(({ id }) => id !== this.strategy().id),
  );
  protected readonly served = computed(
    () => new Map(this.goal().serves.map((link) => [link.goal.id, link.motive ?? ''])),
  );
  protected readonly lines = (name: Text) => (name.startsWith('title') ? 'one' : 'several');
  protected readonly plain = (_field: string, value: unknown): string =>
    Array.isArray(value) ? value.join('\n') : typeof value === 'string' ? value : '';

  unsaved(): boolean {
    return this.fields().some((field) => field.unsaved());
  }

  protected keep(name: Text, { value, confirmed }: LeftText): Promise<void> {
    return this.save({ [name]: value || null, guardConfirmed: confirmation(name, confirmed) });
  }

  protected keepIndicators({ value, confirmed }: LeftText): Promise<void> {
    const indicators = linesOf(value);
    const guardConfirmed = indicators.flatMap((_, at) => confirmation(`indicators.${at}`, confirmed));
    return this.save({ indicators, guardConfirmed });
  }

  protected answers(organizationId: string | null): Promise<void> {
    return this.save({ responsibleOrganizationId: organizationId });
  }

  protected serve(frameGoalId: string, event: Event): Promise<void> {
    const links = new Map(this.served());
    if ((event.target as HTMLInputElement).checked) links.set(frameGoalId, '');
    else links.delete(frameGoalId);
    return this.link(links);
  }

  protected motive(frameGoalId: string, { value, confirmed }: LeftText): Promise<void> {
    const links = new Map(this.served()).set(frameGoalId, value);
    const at = [...links.keys()].indexOf(frameGoalId);
    return this.link(links, confirmation(`links.${at}.motive`, confirmed));
  }

  protected settle(chosen: Record<string, unknown>): Promise<void> {
    this.saves.clashes.set([]);
    for (const field of this.fields()) {
      const value = chosen[field.name()];
      if (value !== undefined) field.take(this.plain(field.name(), value));
    }
    return this.save(
      Object.fromEntries(
        Object.entries(chosen).map(([name, value]) => [
          name,
          Array.isArray(value) ? (value as string[]) : value || null,
        ]),
      ),
    );
  }

  private link(
    links: ReadonlyMap<string, string>,
    guardConfirmed: ReturnType<typeof confirmation> = [],
  ): Promise<void> {
    const all = [...links].map(([frameGoalId, motive]) => ({ frameGoalId, motive: motive || null }));
    return this.saves.run(this.goal().version, {}, (version) =>
      this.answered(this.requests.linkGoal(this.goal().id, { links: all, guardConfirmed }), version),
    );
  }

  private save(change: GoalChange): Promise<void> {
    const { id, version } = this.goal();
    return this.saves.run(version, change, (at) => this.answered(this.requests.changeGoal(id, at, change), at));
  }

  private async answered(answer: Promise<Strategy>, before: number): Promise<number> {
    const strategy = await answer;
    this.saved.emit(strategy);
    return strategy.goals.find(({ id }) => id === this.goal().id)?.version ?? before;
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
