import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ActionSummary } from '@samverkan/actions/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { actionsRoutes } from './actions.routes';

const goal = (id: string, title: string) => ({
  id,
  number: id,
  title,
  titleEn: null,
  strategyId: 'plan',
  strategyShortTitle: 'Planen',
});
const anAction = (fields: Partial<ActionSummary>): ActionSummary => ({
  id: 'a',
  reference: 'I-2026-AAAAAA',
  title: 'Utbildning',
  kind: 'training',
  status: 'ongoing',
  overdue: false,
  visibility: 'county',
  startsOn: '2026-03-01',
  endsOn: '2026-09-30',
  owners: [],
  partners: [],
  municipalityCodes: [],
  goals: [],
  changedAt: '2026-11-20T10:00:00.000Z',
  lastUpdateOn: null,
  demo: false,
  version: 1,
  ...fields,
});

it('draws actions under each of their goals in two years, and says in words when, also where no day is set', async () => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'insatser', children: actionsRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal('22') },
    ],
  });
  const harness = await RouterTestingHarness.create('/insatser/tidslinje?year=2026&mine=true');
  const items = [
    anAction({ goals: [goal('1', 'Förebygga'), goal('2', 'Upptäcka')] }),
    anAction({ id: 'b', title: 'Nätverk', startsOn: null, endsOn: null }),
  ];
  let asked = '';
  for (let turn = 0; turn < 8; turn += 1) {
    await new Promise((done) => setTimeout(done));
    for (const request of TestBed.inject(HttpTestingController).match(() => true)) {
      const { url, params } = request.request;
      if (url === '/api/actions') asked = params.toString();
      request.flush(
        url === '/api/actions'
          ? { items, page: 1, size: 100, total: 2, capped: false }
          : { items: [], strategies: [], frames: [], chains: [], mayWrite: [] },
      );
    }
    harness.detectChanges();
  }
  const page = harness.fixture.nativeElement as HTMLElement;
  for (const part of ['from=2026-01-01', 'to=2027-12-31', 'mine=true', 'sort=starts']) expect(asked).toContain(part);
  const groups = [...page.querySelectorAll('tr.group')].map((row) => row.textContent.replace(/\s+/g, ' ').trim());
  expect(groups).toEqual(['1. Förebygga Planen', '2. Upptäcka Planen', 'Utan mål']);
  const rows = [...page.querySelectorAll('tbody tr:not(.group)')].map((row) => row.textContent);
  expect([rows[0]?.includes('1 mars'), rows[2]?.includes('Inga dagar satta')]).toEqual([true, true]);
  expect(page.querySelectorAll('.stretch')).toHaveLength(2);
});
