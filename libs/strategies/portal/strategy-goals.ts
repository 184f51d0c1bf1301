import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { plural } from '@samverkan/shared/portal';
import type { Strategy } from '@samverkan/strategies/contract';
import { Bilingual } from './bilingual';
import { GOAL_ACTIONS } from './goal-actions.token';

/** The goals of a strategy: what each serves or is served by, why, how we know, and what is done towards it. */
@Component({
  selector: 'sam-strategy-goals',
  templateUrl: './strategy-goals.html',
  styleUrl: './strategy-goals.scss',
  imports: [Bilingual, NgComponentOutlet, RouterLink, TranslocoDirective],
})
export class StrategyGoals {
  private readonly loadActions = inject(GOAL_ACTIONS);
  readonly strategy = input.required<Strategy>();
  protected readonly plural = plural;
  protected readonly actions = resource({ loader: () => this.loadActions() });
  /** Actions are logged on the goals of any strategy; under those nobody follows any more the list would only be empty. */
  protected readonly component = computed(() => (this.actions.hasValue() ? this.actions.value() : null));
  /** Actions hang on the goals themselves; those of the national frames are reached through the counties' goals too. */
  protected readonly goals = computed(() =>
    this.strategy().goals.map((goal) => ({ ...goal, inputs: { goalId: goal.id } })),
  );
}
