import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ActionPage, ActionSummary } from '@samverkan/actions/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { actionsRoutes } from './actions.routes';

const anAction = (fields: Partial<ActionSummary> = {}): ActionSummary => ({
  id: 'freda',
  reference: 'I-2026-K7QX3M',
  title: 'FREDA-utbildning',
  kind: 'training',
  status: 'ongoing',
  overdue: false,
  visibility: 'county',
  startsOn: null,
  endsOn: null,
  owners: [{ id: 'kramfors', name: 'Kramfors kommun', kind: 'municipality' }],
  partners: [],
  municipalityCodes: [],
  goals: [],
  changedAt: '2026-03-01T08:00:00.000Z',
  lastUpdateOn: null,
  demo: false,
  version: 1,
  ...fields,
});
const aPage = (items: ActionSummary[]): ActionPage => ({
  items,
  page: 1,
  size: 25,
  total: items.length,
  capped: false,
});

let page: HTMLElement;
let http: HttpTestingController;

/** Opens the list at an address and answers what it asks for; gives the list's latest request. */
async function open(address: string, answer: ActionPage): Promise<TestRequest | undefined> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'insatser', children: actionsRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
    ],
  });
  const harness = await RouterTestingHarness.create(address);
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  return respond(answer);
}
async function respond(answer: ActionPage): Promise<TestRequest | undefined> {
  let asked: TestRequest | undefined;
  for (let round = 0; round < 12; round++) {
    await new Promise((next) => setTimeout(next, 5));
    for (const request of http.match((one) => one.url === '/api/actions')) {
      asked = request;
      request.flush(answer);
    }
    http
      .match('/api/actions/overview')
      .forEach((request) =>
        request.flush({ countedAt: '2026-03-01T08:00:00.000Z', goals: [], municipalities: [], open: 3 }),
      );
    http.match(() => true).forEach((request) => request.flush({ items: [] }));
  }
  return asked;
}
const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const button = (name: string) => [...page.querySelectorAll('button')].find((one) => textOf(one) === name);
const titles = () => [...page.querySelectorAll('table tbody th a')].map(textOf);

describe('the list of actions', () => {
  it('has the best answers to words first, and says so; a column orders them otherwise, and back', async () => {
    const asked = await open('/insatser?q=freda', aPage([anAction()]));
    expect(asked?.request.params.get('q')).toBe('freda');
    expect(page.textContent).toContain('Bästa träff först');
    button('Insats')?.click();
    await respond(aPage([anAction()]));
    expect(TestBed.inject(Router).url).toBe('/insatser?q=freda&sort=title&order=asc');
    button('Bästa träff först')?.click();
    await respond(aPage([anAction()]));
    expect(TestBed.inject(Router).url).toBe('/insatser?q=freda');
  });

  it('goes on from a place beyond the rows that are counted', async () => {
    const far = { ...aPage([anAction()]), page: 40, size: 1, total: 1000, capped: true };
    const [next, previous] = ['1795076580000000', '1795076580000001'].map(
      (at) => `${at}.01a221b7-a125-7187-b033-74f110fda9b1`,
    );
    await open('/insatser?page=40&size=1', { ...far, next, previous });
    const linkTo = (rel: string) => page.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`)?.getAttribute('href');
    expect(linkTo('next')).toBe(`/insatser?page=41&size=1&after=${next}`);
    expect(linkTo('prev')).toBe(`/insatser?page=39&size=1&before=${previous}`);
  });

  it('opens with the choices its address names', async () => {
    const asked = await open('/insatser?status=ongoing,paused&q=freda', aPage([anAction()]));
    expect(asked?.request.params.get('status')).toBe('ongoing,paused');
    expect(asked?.request.params.get('q')).toBe('freda');
    expect(page.querySelector<HTMLInputElement>('input[type="search"]')?.value).toBe('freda');
    expect(titles()).toEqual(['FREDA-utbildning']);
  });

  it('puts each choice in the address, so that the link opens the same list', async () => {
    await open('/insatser', aPage([anAction()]));
    expect(button('Våra insatser')?.getAttribute('aria-pressed')).toBe('false');
    button('Våra insatser')?.click();
    const asked = await respond(aPage([]));
    expect(asked?.request.params.get('mine')).toBe('true');
    expect(TestBed.inject(Router).url).toBe('/insatser?mine=true');
    expect(button('Våra insatser')?.getAttribute('aria-pressed')).toBe('true');
  });

  it('says that nothing matches, and shows everything again in one press', async () => {
    await open('/insatser?q=xyz', aPage([]));
    const empty = page.querySelector('.empty');
    expect(textOf(empty)).toContain('Ingen insats matchar urvalet');
    empty?.querySelector('button')?.click();
    await respond(aPage([anAction()]));
    expect(TestBed.inject(Router).url).toBe('/insatser');
    expect(titles()).toEqual(['FREDA-utbildning']);
  });

  it('shows the way back from a page beyond the last', async () => {
    await open('/insatser?page=9', { ...aPage([]), page: 9, total: 30 });
    const empty = page.querySelector('.empty');
    expect(textOf(empty)).toContain('Så här långt räcker inte listan.');
    expect(empty?.querySelector('a')?.getAttribute('href')).toBe('/insatser');
  });

  it('asks for the first action where there are none', async () => {
    await open('/insatser', aPage([]));
    expect(textOf(page.querySelector('.empty'))).toContain('En rubrik räcker.');
    expect(page.querySelector('.empty a')?.getAttribute('href')).toBe('/insatser/ny');
  });
});
