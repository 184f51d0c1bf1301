import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Calendar, CalendarDay } from '@samverkan/calendar/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { calendarRoutes } from './calendar.routes';

const aDay = (fields: Partial<CalendarDay>): CalendarDay => ({
  area: 'assignments',
  id: fields.title ?? 'x',
  kind: 'assignments.final',
  words: { sv: 'Slutredovisning', en: 'Final report' },
  title: 'Uppdraget',
  day: '2027-03-15',
  path: '/uppdrag/x',
  mine: true,
  done: false,
  overdue: false,
  ...fields,
});

let page: HTMLElement;

async function open(address: string, calendar: Partial<Calendar>): Promise<string[]> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'kalender', children: calendarRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
    ],
  });
  const harness = await RouterTestingHarness.create(address);
  const http = TestBed.inject(HttpTestingController);
  const asked: string[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((done) => setTimeout(done));
    for (const request of http.match(({ url }) => url === '/api/calendar')) {
      asked.push(request.request.params.toString());
      request.flush({
        from: '2027-03-01',
        to: '2028-02-29',
        items: [],
        overdue: [],
        areas: ['assignments'],
        ...calendar,
      });
    }
    harness.detectChanges();
  }
  page = harness.fixture.nativeElement as HTMLElement;
  return asked;
}

describe('the calendar page', () => {
  it('lists the days by month, and says in words what is overdue and what is done', async () => {
    await open('/kalender?month=2027-03', {
      overdue: [aDay({ title: 'Sen', day: '2027-01-02', overdue: true })],
      items: [aDay({ title: 'Klart', done: true }), aDay({ title: 'Senare', day: '2027-04-01' })],
    });
    expect([...page.querySelectorAll('h2')].map((heading) => heading.textContent.trim())).toEqual([
      'Ett är försenat',
      'mars 2027',
      'april 2027',
    ]);
    const rows = [...page.querySelectorAll('li')].map((row) => row.textContent);
    expect(rows.find((row) => row.includes('Sen'))).toContain('Försenad');
    expect(rows.find((row) => row.includes('Klart'))).toContain('Klar');
  });

  it('asks for a year in the list, for the month alone as a month, and for ours alone', async () => {
    expect(await open('/kalender?month=2027-03&mine=true', {})).toEqual(['mine=true&from=2027-03-01&to=2028-02-29']);
    TestBed.resetTestingModule();
    expect(await open('/kalender?month=2027-03&view=month', {})).toEqual(['from=2027-03-01&to=2027-03-31']);
  });

  it('has every day of the month in the list too, for whoever does not see the table', async () => {
    await open('/kalender?month=2027-03&view=month', { items: [aDay({ title: 'Redovisning' })] });
    expect(page.querySelector('table.month a')?.textContent).toContain('Redovisning');
    expect(page.querySelector('sam-calendar-rows a')?.textContent).toContain('Redovisning');
  });

  it('says what to do where there are no days', async () => {
    await open('/kalender', {});
    expect(page.textContent).toContain('Inga dagar det närmaste året');
  });
});
