import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Action } from '@samverkan/actions/contract';
import { ACTION_ASIDE } from './action-aside.token';
import { GoalWeave } from './goal-weave';

/** What an action stands beside: the goals it works towards, its parties, and what it answers to. */
@Component({
  selector: 'sam-action-side',
  templateUrl: './action-side.html',
  imports: [GoalWeave, NgComponentOutlet, RouterLink, TranslocoDirective],
  host: { class: 'flat' },
})
export class ActionSide {
  private readonly loadAside = inject(ACTION_ASIDE);
  readonly action = input.required<Action>();
  protected readonly aside = resource({ loader: () => this.loadAside() });
  protected readonly inputs = computed(() => ({ actionId: this.action().id }));
}
