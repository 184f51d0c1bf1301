import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { today } from '@samverkan/shared/portal';
import type { StrategyRef } from '@samverkan/strategies/contract';

export type State =
  'draft' | 'in_consultation' | 'proposed' | 'coming' | 'in_force' | 'expired' | 'superseded' | 'repealed';

/** What a strategy is worth today. A period that has passed is said also when nothing has replaced it. */
export function stateOf({ status, startsOn, expired }: StrategyRef, now = today()): State {
  if (status !== 'adopted') return status;
  if (expired) return 'expired';
  return startsOn !== null && startsOn > now ? 'coming' : 'in_force';
}

const looks: Record<State, string> = {
  draft: 'draft',
  in_consultation: 'draft',
  proposed: 'draft',
  coming: 'planned',
  in_force: 'ongoing',
  expired: 'overdue',
  superseded: 'cancelled',
  repealed: 'cancelled',
};

/** The state as figure, word and colour. */
@Component({ selector: 'sam-strategy-state', templateUrl: './strategy-state.html', imports: [TranslocoDirective] })
export class StrategyState {
  readonly strategy = input.required<StrategyRef>();
  protected readonly state = computed(() => stateOf(this.strategy()));
  protected readonly look = computed(() => looks[this.state()]);
}
