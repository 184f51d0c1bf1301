import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CalendarDay } from '@samverkan/calendar/contract';
import { HumanDatePipe, Icon, Language } from '@samverkan/shared/portal';

/** Days in their order: when, what it is and where it stands, and in words whether it is late or done. */
@Component({
  selector: 'sam-calendar-rows',
  template: `<ul class="hand" *transloco="let t">
    @for (one of days(); track one.kind + one.id) {
      <li>
        <div>
          <h3>
            <a [routerLink]="one.path" lang="sv">{{ one.title }}</a>
          </h3>
          <p>
            {{ language.current() === 'en' ? one.words.en : one.words.sv }}
            @if (one.mine) {
              · {{ t('calendar.ours') }}
            }
          </p>
        </div>
        <div class="when">
          <time [attr.datetime]="one.day">{{ one.day | humanDate }}</time>
          @if (one.overdue) {
            <span class="st st-overdue"><sam-icon name="warning" />{{ t('calendar.late') }}</span>
          } @else if (one.done) {
            <span class="st st-completed"><sam-icon name="check" />{{ t('calendar.done') }}</span>
          }
        </div>
      </li>
    }
  </ul>`,
  styleUrl: './calendar-rows.scss',
  imports: [HumanDatePipe, Icon, RouterLink, TranslocoDirective],
})
export class CalendarRows {
  protected readonly language = inject(Language);
  readonly days = input.required<readonly CalendarDay[]>();
}
