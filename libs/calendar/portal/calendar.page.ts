import { Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CalendarDay } from '@samverkan/calendar/contract';
import { listOf } from '@samverkan/shared/contract';
import { type AddressValues, type Choice, FilterMenu, listState } from '@samverkan/reading/portal';
import { Icon, Language, PageHead, ProblemWords, keepLatest, plural, reloadOn, today } from '@samverkan/shared/portal';
import * as z from 'zod';
import { CalendarMonth } from './calendar-month';
import { CalendarRows } from './calendar-rows';
import { calendarWords } from './calendar-words';
import { calendarOf } from './calendar.data';
import { lastDayOf, monthAfter, monthName } from './months';
import { SubscriptionDialog } from './subscription-dialog';

/** What the address holds: the month it begins with, and how it is seen. */
const CalendarView = z.object({
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .optional(),
  view: z.enum(['list', 'month']).default('list'),
  mine: z.stringbool().optional(),
  area: listOf(z.string().regex(/^[a-z-]{1,40}$/)),
});

/** Every day that binds: as a list, which has all of it, and on wide screens as a month. */
@Component({
  selector: 'sam-calendar-page',
  templateUrl: './calendar.page.html',
  styleUrl: './calendar.page.scss',
  imports: [
    CalendarMonth,
    CalendarRows,
    FilterMenu,
    Icon,
    PageHead,
    RouterLink,
    SubscriptionDialog,
    TranslocoDirective,
  ],
})
export class CalendarPage {
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly language = inject(Language);
  private readonly loaded = toSignal(this.transloco.selectTranslate<string>('heading', {}, calendarWords));
  protected readonly state = listState(CalendarView);
  protected readonly plural = plural;
  protected readonly now = today().slice(0, 7);
  protected readonly month = computed(() => this.state.query().month ?? this.now);
  protected readonly isMonth = computed(() => this.state.query().view === 'month');
  private readonly filters = computed<AddressValues>(() => {
    const { mine, area } = this.state.query();
    return { ...(mine ? { mine: 'true' } : {}), ...(area?.length ? { area: area.join(',') } : {}) };
  });
  protected readonly source = calendarOf(() => ({
    ...this.filters(),
    from: `${this.month()}-01`,
    to: lastDayOf(this.isMonth() ? this.month() : monthAfter(this.month(), 11)),
  }));
  protected readonly calendar = keepLatest(this.source);
  protected readonly problem = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly subscribing = signal(false);
  protected readonly name = computed(() => monthName(this.month(), this.language.current()));
  protected readonly areas = computed<readonly Choice[]>(() => {
    this.loaded();
    return (this.calendar()?.areas ?? []).map((value) => ({
      value,
      label: this.transloco.translate(`calendar.area.${value}`),
    }));
  });
  /** The days by month, in their order. */
  protected readonly months = computed(() => {
    const months = new Map<string, CalendarDay[]>();
    for (const item of this.calendar()?.items ?? []) {
      const month = item.day.slice(0, 7);
      months.set(month, [...(months.get(month) ?? []), item]);
    }
    return [...months].map(([month, items]) => ({ month, items, name: monthName(month, this.language.current()) }));
  });

  constructor() {
    reloadOn('any', this.source);
  }

  protected step(by: number): AddressValues {
    const month = monthAfter(this.month(), by);
    return this.state.link({ month: month === this.now ? undefined : month });
  }

  protected file(): string {
    return `/api/calendar/file?${new URLSearchParams({ ...this.filters(), lang: this.language.current() })}`;
  }
}
