import { NgComponentOutlet, NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, output, resource } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Action } from '@samverkan/actions/contract';
import { ACTION_ASIDE } from './action-aside.token';
import { ACTION_MORE } from './action-more.token';
import { ActionParties } from './action-parties';
import { SimilarActions } from './similar-actions';
import { GoalWeave } from './goal-weave';

/** What an action stands beside: the goals it works towards, its parties, and what it answers to. */
@Component({
  selector: 'sam-action-side',
  templateUrl: './action-side.html',
  imports: [ActionParties, GoalWeave, NgComponentOutlet, NgTemplateOutlet, SimilarActions, TranslocoDirective],
  host: { class: 'flat' },
})
export class ActionSide {
  private readonly loadAside = inject(ACTION_ASIDE);
  private readonly loadMore = inject(ACTION_MORE);
  readonly action = input.required<Action>();
  /** Shown as another party would see it. */
  readonly othersEyes = input(false);
  /** Who does it has changed. */
  readonly changed = output();
  protected readonly aside = resource({ loader: () => this.loadAside() });
  protected readonly more = resource({ loader: () => this.loadMore() });
  /** For whoever plans it, and while it is not over. */
  protected readonly planned = computed(() => {
    const action = this.action();
    const isOpen = ['draft', 'planned', 'ongoing'].includes(action.status);
    return action.allowed.changeVisibility && isOpen
      ? { ...action, goalIds: action.goals.map((goal) => goal.id) }
      : null;
  });
  protected readonly inputs = computed(() => ({ actionId: this.action().id }));
}
