import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { OfferSummary } from '@samverkan/learning/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { learningRoutes } from './learning.routes';

const anOffer = (fields: Partial<OfferSummary> = {}): OfferSummary => ({
  id: '01900000-0000-7000-8000-000000000001',
  kind: 'training_day',
  subKind: null,
  title: 'Att fråga om våld',
  status: 'open',
  visibility: 'members',
  hosts: [{ id: '01900000-0000-7000-8000-000000000002', name: 'Länsstyrelsen Västernorrland', kind: 'county_board' }],
  countyCodes: ['22'],
  professions: [],
  next: { day: '2027-03-15', lastDay: null, from: '09:00', place: 'Kramfors', past: false },
  sessionCount: 1,
  changedAt: '2026-11-28T10:00:00.000Z',
  demo: false,
  version: 1,
  ...fields,
});

let page: HTMLElement;

async function open(address: string, items: OfferSummary[]): Promise<string[]> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'utbildningar', children: learningRoutes }], withComponentInputBinding()),
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
    for (const request of http.match(({ url }) => url === '/api/offers')) {
      asked.push(request.request.params.toString());
      request.flush({
        items,
        page: 1,
        size: 25,
        total: items.length,
        capped: false,
        kinds: [{ kind: 'training_day', count: 1 }],
      });
    }
    harness.detectChanges();
  }
  page = harness.fixture.nativeElement as HTMLElement;
  return asked;
}

describe('the page of trainings', () => {
  it('asks for what stands in the address, and shows who holds what and when', async () => {
    const asked = await open('/utbildningar?kind=training_day&q=fr%C3%A5ga', [anOffer()]);
    expect(asked.at(-1)).toContain('kind=training_day');
    expect(page.textContent).toContain('Att fråga om våld');
    expect(page.textContent).toContain('Länsstyrelsen Västernorrland');
    expect(page.textContent).toContain('Kramfors');
    expect(page.textContent).toContain('Utbildningsdag (1)');
  });

  it('says what to do where nothing matches', async () => {
    await open('/utbildningar?q=finnsinte', []);
    expect(page.textContent).toContain('Ingen utbildning stämmer med filtren');
  });
});
