import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemWords, plural } from '@samverkan/shared/portal';
import type { Follower, GoalWay, Succession } from '@samverkan/strategies/contract';
import { StrategyRequests } from './strategy-requests';

/** What is open under a goal and goes along, each with where it goes; one may go elsewhere than the rule says. */
@Component({
  selector: 'sam-way-followers',
  templateUrl: './way-followers.html',
  styleUrl: './way-followers.scss',
  imports: [RouterLink, TranslocoDirective],
})
export class WayFollowers {
  private readonly requests = inject(StrategyRequests);
  private readonly words = inject(ProblemWords);
  readonly strategyId = input.required<string>();
  readonly way = input.required<GoalWay>();
  readonly goals = input.required<Succession['goals']>();
  readonly cap = input.required<number>();
  readonly chosen = output<Succession>();
  protected readonly problem = signal<string | null>(null);
  protected readonly plural = plural;
  protected readonly shown = computed(() => this.way().followers.slice(0, this.cap()));
  protected readonly more = computed(() => this.way().followers.length > this.cap());
  protected readonly ruleGoal = computed(() => this.goals().find(({ id }) => id === this.way().goalIds[0]));

  protected valueOf({ chosen, goalIds }: Follower): string {
    return chosen ? goalIds.join(',') || 'stay' : 'rule';
  }

  protected pathOf({ path }: Follower): string {
    return path.split('?')[0] ?? path;
  }

  protected async choose({ area, id }: Follower, event: Event): Promise<void> {
    const { value } = event.target as HTMLSelectElement;
    const goalIds = value === 'rule' ? null : value === 'stay' ? [] : value.split(',');
    this.problem.set(null);
    try {
      this.chosen.emit(
        await this.requests.chooseFollower(this.strategyId(), this.way().goal.id, { area, id, goalIds }),
      );
    } catch (error) {
      this.problem.set(this.words.of(error));
    }
  }
}
