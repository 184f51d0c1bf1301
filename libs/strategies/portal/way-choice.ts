import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '@samverkan/shared/portal';
import { type Succession, type SuccessionKind, successionKinds } from '@samverkan/strategies/contract';

/** What is said of where a goal goes. */
export interface Way {
  kind: SuccessionKind | null;
  goalIds: string[];
  motive: string;
}

/** What becomes of a goal, and which goals of the new strategy it becomes. */
@Component({
  selector: 'sam-way-choice',
  templateUrl: './way-choice.html',
  styleUrl: './way-choice.scss',
  imports: [Icon, TranslocoDirective],
})
export class WayChoice {
  readonly way = input.required<Way>();
  readonly goals = input.required<Succession['goals']>();
  /** Number and title of the goal before. */
  readonly from = input.required<string>();
  readonly fromPeriod = input.required<string>();
  readonly toPeriod = input.required<string>();
  readonly kindChosen = output<SuccessionKind>();
  readonly goalsChosen = output<string[]>();
  protected readonly kinds = successionKinds;
  /** A field for each destination, and an empty one where one may be added. */
  protected readonly slots = computed(() => {
    const { kind, goalIds } = this.way();
    if (kind === null) return [];
    if (kind === 'split') return [...goalIds, ...Array<string>(Math.max(1, 2 - goalIds.length)).fill('')];
    return [goalIds[0] ?? ''];
  });
  protected readonly label = ({ number, title }: { number: string; title: string }) => `${number} ${title}`;

  protected set(slot: number, event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const next = this.slots().map((id, index) => (index === slot ? value : id));
    this.goalsChosen.emit([...new Set(next.filter((id) => id !== ''))]);
  }

  protected remove(slot: number): void {
    this.goalsChosen.emit(this.way().goalIds.filter((_, index) => index !== slot));
  }
}
