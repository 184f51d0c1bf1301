import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Action } from '@samverkan/actions/contract';
import { GoalWeave } from './goal-weave';

/** What an action stands beside: the goals it works towards and its parties. */
@Component({
  selector: 'sam-action-side',
  templateUrl: './action-side.html',
  imports: [GoalWeave, RouterLink, TranslocoDirective],
  host: { class: 'flat' },
})
export class ActionSide {
  readonly action = input.required<Action>();
}
