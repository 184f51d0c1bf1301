import { NgComponentOutlet } from '@angular/common';
import { Component, DOCUMENT, afterNextRender, computed, inject, input, resource } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Language, plural } from '@samverkan/shared/portal';
import type { GoalService, Strategy } from '@samverkan/strategies/contract';
import { Bilingual } from './bilingual';
import { GOAL_ACTIONS } from './goal-actions.token';
import { GOAL_LATEST } from './goal-words.token';
import { treeOf } from './goal-places';
import { stateOf } from './strategy-state';

/** The goals of a strategy: what each serves or is served by, why, how we know, and what is done towards it. */
@Component({
  selector: 'sam-strategy-goals',
  templateUrl: './strategy-goals.html',
  styleUrl: './strategy-goals.scss',
  imports: [Bilingual, NgComponentOutlet, RouterLink, TranslocoDirective],
})
export class StrategyGoals {
  private readonly language = inject(Language);
  private readonly loadActions = inject(GOAL_ACTIONS);
  private readonly loadLatest = inject(GOAL_LATEST);
  readonly strategy = input.required<Strategy>();
  protected readonly plural = plural;
  protected readonly over = computed(() => ['superseded', 'repealed', 'expired'].includes(stateOf(this.strategy())));
  protected readonly actions = resource({ loader: () => this.loadActions() });
  private readonly words = resource({ loader: () => this.loadLatest() });
  protected readonly latest = computed(() => (this.words.hasValue() ? this.words.value() : null));
  protected readonly component = computed(() => (this.actions.hasValue() ? this.actions.value() : null));
  protected readonly goals = computed(() =>
    treeOf(this.strategy().goals).map((goal) => ({
      ...goal,
      sides: [
        { key: 'serves', links: goal.serves },
        { key: 'servedBy', links: goal.servedBy },
      ].filter((side) => side.links.length > 0),
      frames: this.framesOf(goal.serves),
      inputs: { goalId: goal.id },
      about: { goalId: goal.id, strategyId: this.strategy().id },
    })),
  );

  constructor() {
    const route = inject(ActivatedRoute);
    const document = inject(DOCUMENT);
    // The router looked for the goal before the strategy was here.
    afterNextRender(() => {
      const goal = document.getElementById(route.snapshot.fragment ?? '');
      goal?.scrollIntoView();
      goal?.focus({ preventScroll: true });
    });
  }

  /** Each frame once, with the numbers of its goals. */
  private framesOf(links: readonly GoalService[]) {
    const english = this.language.current() === 'en';
    const frames = [...new Map(links.map((link) => [link.strategy.id, link.strategy])).values()];
    return frames.map(({ id, shortTitle, shortTitleEn }) => ({
      id,
      name: (english && shortTitleEn) || shortTitle,
      numbers: links
        .filter((link) => link.strategy.id === id)
        .map((link) => link.goal.number)
        .join(', '),
    }));
  }
}
