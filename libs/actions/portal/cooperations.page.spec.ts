import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Connections, Cooperation } from '@samverkan/actions/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { actionsRoutes } from './actions.routes';

const party = (name: string) => ({ id: name, name, kind: 'municipality' as const });
const asked = (fields: Partial<Cooperation> = {}): Cooperation => ({
  id: 'fraga',
  kind: 'proposal',
  state: 'open',
  role: 'owner',
  action: null,
  organization: party('Kramfors kommun'),
  from: party('Kramfors kommun'),
  function: null,
  brings: { municipalityCodes: [], goals: [] },
  ownAction: null,
  closesOwn: false,
  message: '',
  answer: null,
  askedAt: '2026-11-01T08:00:00.000Z',
  answeredAt: null,
  remindedAt: null,
  allowed: { answer: false, withdraw: true, undo: false, remind: false },
  ...fields,
});
const nudge: Connections['nudges'][number] = {
  id: 'knuff',
  state: 'open',
  action: null,
  ownAction: { id: 'egen', title: 'Egen kväll' },
  sentAt: '2026-11-01T08:00:00.000Z',
};

let page: HTMLElement;
async function open(items: Cooperation[], connections: Partial<Connections> = {}): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'insatser', children: actionsRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
    ],
  });
  const harness = await RouterTestingHarness.create('/insatser/samarbete');
  const http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  const answers: Record<string, object> = {
    '/api/cooperations': { items },
    '/api/connections': { items: [], nudges: [], ...connections },
  };
  for (let round = 0; round < 20 || (round < 400 && !page.querySelector('h1')); round++) {
    await new Promise((next) => setTimeout(next, 5));
    http.match((one) => one.method === 'GET').forEach((one) => one.flush(answers[one.request.url] ?? { items: [] }));
  }
}
const headings = () => [...page.querySelectorAll('h2')].map((one) => one.textContent?.trim());

describe('the page of cooperation', () => {
  it('has what waits for an answer first, then what is asked of others, then what is settled', async () => {
    const settled = asked({
      id: 'klar',
      state: 'declined',
      allowed: { answer: false, withdraw: false, undo: false, remind: false },
    });
    const waiting = asked({ id: 'vantar', allowed: { answer: true, withdraw: false, undo: false, remind: false } });
    await open([settled, asked(), waiting]);
    expect(headings()).toEqual(['Väntar på ert svar', 'Ni har frågat', 'Avslutade']);
    expect(page.textContent).not.toContain('Ingen har frågat');
  });

  it('says how long a question has been without an answer, with the ways to remind and to take it back', async () => {
    const days = (n: number) => new Date(Date.now() - n * 86_400_000 - 3_600_000).toISOString();
    const allowed = { answer: false, withdraw: true, undo: false, remind: true };
    const names = () => [...page.querySelectorAll('button')].map((one) => one.textContent?.trim());
    await open([asked({ askedAt: days(6) })]);
    expect(page.textContent).not.toContain('Inget svar');
    expect(names()).toEqual(['Ta tillbaka: Kramfors kommun']);
    TestBed.resetTestingModule();
    await open([asked({ askedAt: days(9), allowed })]);
    expect(page.textContent).toContain('Inget svar på 9 dagar.');
    expect(names()).toEqual(['Påminn: Kramfors kommun', 'Ta tillbaka: Kramfors kommun']);
    page.querySelector('button')?.click();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne({ method: 'POST', url: '/api/cooperations/fraga/reminder' }).flush(asked());
    const again = [asked({ askedAt: days(9), remindedAt: days(0) })];
    for (let round = 0; round < 100 && names().length > 1; round++) {
      await new Promise((next) => setTimeout(next, 20));
      http.match({ method: 'GET', url: '/api/cooperations' }).forEach((one) => one.flush({ items: again }));
    }
    expect(document.body.textContent).toContain('En påminnelse skickas med mejl.');
    // The button is gone, and the keyboard stays beside where it was.
    expect(names()).toEqual(['Ta tillbaka: Kramfors kommun']);
    expect(document.activeElement?.textContent?.trim()).toBe('Ta tillbaka: Kramfors kommun');
  });

  it('says that nobody has asked where there is nothing, and not beside a question that the county has sent on', async () => {
    await open([]);
    expect(page.textContent).toContain('Ingen har frågat');
    TestBed.resetTestingModule();
    await open([], { nudges: [nudge] });
    expect(headings()).toEqual(['Länsstyrelsen undrar']);
    expect(page.textContent).not.toContain('Ingen har frågat');
  });
});
