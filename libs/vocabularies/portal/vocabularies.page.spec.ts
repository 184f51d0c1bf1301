import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { vocabulariesRoutes } from './vocabularies.routes';

const term = (code: string, sv: string, more: object = {}) => ({
  code,
  sv,
  en: code,
  synonymsSv: [],
  synonymsEn: [],
  state: 'in_use',
  successor: null,
  version: 1,
  changedAt: '2026-11-28T00:00:00.000Z',
  ...more,
});
const lists = {
  items: [
    {
      name: 'form',
      version: 4,
      terms: [
        term('digital', 'Digitalt våld', { state: 'merged', successor: 'psychological' }),
        term('psychological', 'Psykiskt våld', { synonymsSv: ['kränkning*'] }),
        term('economic', 'Ekonomiskt våld'),
      ],
    },
  ],
};
const made = { id: 'p1', state: 'open', vocabulary: 'form', code: 'economic' };
const proposal = {
  ...made,
  deed: 'merge',
  words: null,
  before: { sv: 'Ekonomiskt våld', en: 'Economic', synonymsSv: [], synonymsEn: [] },
  after: null,
  into: 'psychological',
  motive: 'Vi skiljer dem aldrig åt.',
  organization: { id: 'o', name: 'Länsstyrelsen Jämtland', kind: 'county_board' },
  proposedAt: '2026-11-27T09:00:00.000Z',
  endedAt: null,
  listVersion: null,
  yes: 1,
  needed: 3,
  answers: [],
  allowed: { answer: true, withdraw: false, undo: false },
  version: 1,
};

let page: HTMLElement;
let http: HttpTestingController;
let mayPropose: boolean;
let proposals: object[];

async function settle(until: () => unknown = () => true): Promise<void> {
  for (let round = 0; round < 8 || (round < 300 && !until()); round++) {
    await new Promise((next) => setTimeout(next, 5));
    for (const request of http.match(({ method }) => method === 'GET')) {
      const { url } = request.request;
      if (url === '/api/vocabularies') request.flush(lists);
      else if (url.endsWith('/uses')) request.flush({ items: [{ code: 'economic', count: 14 }] });
      else if (url.endsWith('/proposals')) request.flush({ items: proposals, mayPropose });
      else request.flush({ items: [] });
    }
  }
}
const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const button = (name: string) => [...page.querySelectorAll('button')].find((one) => textOf(one).startsWith(name));

async function open(path: string, may = true, items: object[] = []): Promise<void> {
  [mayPropose, proposals] = [may, items];
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'ordlistor', children: vocabulariesRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
    ],
  });
  const harness = await RouterTestingHarness.create(path);
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  await settle(() => page.querySelector('tbody tr') ?? page.querySelector('article'));
}
beforeEach(() => localStorage.clear());

describe('the page of the lists', () => {
  it('shows the words in use first, then what has been merged and into what, and how many actions have each', async () => {
    await open('/ordlistor?list=form', false);
    const rows = [...page.querySelectorAll('tbody tr')].map(textOf);
    expect(rows).toEqual([
      expect.stringContaining('Psykiskt våld'),
      expect.stringContaining('Ekonomiskt våld'),
      expect.stringContaining('Ingår nu i Psykiskt våld'),
    ]);
    expect(rows[0]).toContain('kränkning…');
    expect(page.querySelector('tbody a')?.getAttribute('href')).toBe('/insatser?form=economic');
    expect(button('Föreslå')).toBeUndefined();
  });

  it('says how many actions would change their word before a merge is proposed, and sends it with why', async () => {
    await open('/ordlistor?list=form');
    [...page.querySelectorAll('tbody button')].map((one) => one as HTMLElement)[1]?.click();
    await settle(() => page.querySelector('#proposal-deed'));
    const choose = async (id: string, value: string) => {
      const select = page.querySelector<HTMLSelectElement>(`#${id}`);
      if (select) select.value = value;
      select?.dispatchEvent(new Event('change'));
      await settle();
    };
    await choose('proposal-deed', 'merge');
    await choose('proposal-other', 'psychological');
    expect(textOf(page.querySelector('[aria-live] .note'))).toContain(
      '14 insatser byter ord från Ekonomiskt våld till Psykiskt våld.',
    );
    const motive = page.querySelector('textarea');
    if (motive) motive.value = 'Vi skiljer dem aldrig åt.';
    motive?.dispatchEvent(new Event('input'));
    await settle();
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    const sent = http.expectOne((request) => request.method === 'POST');
    expect(sent.request.body).toMatchObject({
      deed: 'merge',
      vocabulary: 'form',
      code: 'economic',
      into: 'psychological',
      motive: 'Vi skiljer dem aldrig åt.',
    });
    sent.flush(made);
  });
});

describe('the page of proposals', () => {
  it('asks for an answer with what would change, by whom and why', async () => {
    await open('/ordlistor/forslag', true, [proposal]);
    await settle(() => textOf(page.querySelector('article h3')).includes('Psykiskt'));
    expect(textOf(page.querySelector('article h3'))).toBe('Slå ihop Ekonomiskt våld med Psykiskt våld');
    expect(textOf(page.querySelector('article'))).toContain('1 av 3 län har sagt ja.');
    button('Säg ja')?.click();
    const sent = http.expectOne((request) => request.method === 'PUT');
    expect([sent.request.url, sent.request.body]).toEqual([
      '/api/vocabularies/proposals/p1/answer',
      { yes: true, line: '' },
    ]);
    sent.flush({ ...proposal, yes: 2 });
  });

  it('says that nothing has been decided yet', async () => {
    await open('/ordlistor/forslag', false);
    await settle(() => page.querySelector('#ended'));
    expect(textOf(page.querySelector('section'))).toContain('Ordlistorna är som när de kom till.');
    expect(page.querySelector('#open')).toBeNull();
  });
});
