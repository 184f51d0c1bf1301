import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Task } from '@samverkan/tasks/contract';
import { HumanDatePipe, Time } from '@samverkan/shared/portal';

/** By when a task is to be done and by whom, or who has done it. */
@Component({
  selector: 'sam-task-facts',
  template: `<p class="small muted" *transloco="let t">
    @let one = task();
    @if (one.outcome; as outcome) {
      {{ t('tasks.outcome.' + outcome) }}
      @if (one.endedAt; as at) {
        <sam-time [at]="at" />
      }
      ·
      @if (one.endedByName) {
        {{ one.endedByName }},
      }
      {{ one.endedBy?.name }}
    } @else {
      @if (one.overdue) {
        <b class="late">{{ t('tasks.late', { day: (one.dueOn | humanDate) }) }}</b>
      } @else {
        {{ t('tasks.due', { day: (one.dueOn | humanDate) }) }}
      }
      ·
      @if (one.function; as post) {
        <a [routerLink]="['/kontakter', post.id]">{{ post.title }}</a>,
      }
      {{ one.organization.name }}
    }
  </p>`,
  styles: `
    .late {
      color: var(--mat-sys-error);
    }
  `,
  imports: [HumanDatePipe, RouterLink, Time, TranslocoDirective],
})
export class TaskFacts {
  readonly task = input.required<Task>();
}
