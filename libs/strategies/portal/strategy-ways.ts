import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { keepLatest } from '@samverkan/shared/portal';
import { Bilingual } from './bilingual';
import { successionOf } from './strategies.data';

/** Where the goals of a strategy went in the one that replaced it, each with the way to the new goal and why. */
@Component({
  selector: 'sam-strategy-ways',
  templateUrl: './strategy-ways.html',
  imports: [Bilingual, RouterLink, TranslocoDirective],
})
export class StrategyWays {
  /** The strategy that was replaced. */
  readonly strategyId = input.required<string>();
  /** The one that replaced it. */
  readonly nextId = input.required<string>();
  private readonly succession = keepLatest(successionOf(() => this.nextId()));
  protected readonly rows = computed(() => {
    const all = this.succession();
    return (all?.ways ?? [])
      .filter((way) => way.goal.strategyId === this.strategyId() && way.kind !== null)
      .map((way) => ({
        ...way,
        became: way.goalIds.flatMap((id) => all?.goals.filter((goal) => goal.id === id) ?? []),
      }));
  });
  protected readonly next = computed(() => this.succession()?.strategy);
}
