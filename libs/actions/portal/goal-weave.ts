import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Language } from '@samverkan/shared/portal';
import type { GoalRef } from '@samverkan/strategies/contract';

const rowHeight = 46;

/** The threads from an action to its goals, and the same goals as links. */
@Component({
  selector: 'sam-goal-weave',
  template: `<ng-container *transloco="let t">
    <svg class="weave" [attr.viewBox]="'0 0 320 ' + height()" aria-hidden="true" fill="none" stroke-width="2">
      @for (knot of knots(); track knot.goal.id) {
        <path [attr.d]="knot.path" stroke="var(--sam-thread)" />
      }
      <path [attr.d]="'M8 ' + middle() + 'h40'" stroke="var(--sam-thread-strong)" />
      <circle cx="48" [attr.cy]="middle()" r="6" fill="var(--sam-accent-graphic)" />
      @for (knot of knots(); track knot.goal.id) {
        <circle cx="122" [attr.cy]="knot.y" r="6" fill="var(--mat-sys-surface)" stroke="var(--sam-thread-strong)" />
        <text x="138" [attr.y]="knot.y - 3" class="weave-t">
          {{ t('actions.goals.goal', { number: knot.goal.number }) }}
        </text>
        <text x="138" [attr.y]="knot.y + 13" class="weave-s">{{ knot.goal.strategyShortTitle }}</text>
      }
      <text x="8" [attr.y]="middle() - 14" class="weave-t">{{ t('actions.goals.action') }}</text>
    </svg>
    <ul class="small links">
      @for (goal of goals(); track goal.id) {
        <li>
          <a [routerLink]="['/strategier', goal.strategyId]" [fragment]="'mal-' + goal.id"
            >{{ goal.number }} {{ language.pick(goal.title, goal.titleEn) }}</a
          >
          <span class="muted"> {{ goal.strategyShortTitle }}</span>
        </li>
      }
    </ul>
  </ng-container>`,
  imports: [RouterLink, TranslocoDirective],
})
export class GoalWeave {
  protected readonly language = inject(Language);
  readonly goals = input.required<readonly GoalRef[]>();
  protected readonly height = computed(() => Math.max(2, this.goals().length) * rowHeight);
  protected readonly middle = computed(() => this.height() / 2);
  protected readonly knots = computed(() => {
    const middle = this.middle();
    const step = this.height() / this.goals().length;
    return this.goals().map((goal, at) => {
      const y = step * (at + 0.5);
      return { goal, y, path: `M48 ${middle}C78 ${middle} 78 ${y} 108 ${y}h14` };
    });
  });
}
