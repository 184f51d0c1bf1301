import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AssignmentReport } from '@samverkan/assignments/contract';
import { HumanDatePipe, Icon } from '@samverkan/shared/portal';

/** A day to report: when, what, and in words when it has passed. */
@Component({
  selector: 'sam-due-day',
  template: `<ng-container *transloco="let t">
    @let one = report();
    @if (one.overdue) {
      <span class="st st-overdue"><sam-icon name="warning" />{{ t('assignments.overdue') }}</span>
    }
    <span>{{
      t('assignments.next.is', { kind: t('assignments.report.' + one.kind), day: (one.dueOn | humanDate: 'short') })
    }}</span>
  </ng-container>`,
  styles: ':host { display: grid; gap: 0.125rem; }',
  imports: [HumanDatePipe, Icon, TranslocoDirective],
})
export class DueDay {
  readonly report = input.required<AssignmentReport>();
}
