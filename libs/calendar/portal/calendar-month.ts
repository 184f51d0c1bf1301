import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CalendarDay } from '@samverkan/calendar/contract';
import { HumanDatePipe, Language, today } from '@samverkan/shared/portal';
import { monthName, weekdays, weeksOf } from './months';

/** One month, week by week. It shows nothing that the list does not have. */
@Component({
  selector: 'sam-calendar-month',
  template: `<table class="month" *transloco="let t">
    <caption class="vh">
      {{
        name()
      }}
    </caption>
    <thead>
      <tr>
        @for (day of weekdays(); track day.long) {
          <th scope="col">
            <abbr [attr.title]="day.long">{{ day.short }}</abbr>
          </th>
        }
      </tr>
    </thead>
    <tbody>
      @for (week of weeks(); track $index) {
        <tr>
          @for (cell of week; track $index) {
            <td [class.beside]="!cell.day" [class.now]="cell.day === now">
              @if (cell.day; as day) {
                <time [attr.datetime]="day"
                  ><span aria-hidden="true">{{ cell.number }}</span
                  ><span class="vh">{{ day | humanDate: 'exact' }}</span></time
                >
                @for (one of cell.items; track one.kind + one.id) {
                  <a [routerLink]="one.path" [class.ours]="one.mine" lang="sv">
                    @if (one.overdue) {
                      <b>{{ t('calendar.late') }}:</b>
                    }
                    {{ one.title }}
                    <small [attr.lang]="language.current()">{{
                      language.current() === 'en' ? one.words.en : one.words.sv
                    }}</small>
                  </a>
                }
              }
            </td>
          }
        </tr>
      }
    </tbody>
  </table>`,
  styleUrl: './calendar-month.scss',
  imports: [HumanDatePipe, RouterLink, TranslocoDirective],
})
export class CalendarMonth {
  protected readonly language = inject(Language);
  readonly month = input.required<string>();
  readonly days = input.required<readonly CalendarDay[]>();
  protected readonly now = today();
  protected readonly name = computed(() => monthName(this.month(), this.language.current()));
  protected readonly weekdays = computed(() => weekdays(this.language.current()));
  protected readonly weeks = computed(() =>
    weeksOf(this.month()).map((week) =>
      week.map((day) => ({
        day,
        number: day ? Number(day.slice(8)) : 0,
        items: this.days().filter((one) => one.day === day),
      })),
    ),
  );
}
