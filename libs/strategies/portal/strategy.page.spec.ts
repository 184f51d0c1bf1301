import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Language, provideLanguage } from '@samverkan/shared/portal';
import type { Goal, Strategy, StrategyRef, Succession } from '@samverkan/strategies/contract';
import { GOAL_ACTIONS } from './goal-actions.token';
import { strategiesRoutes } from './strategies.routes';

@Component({ selector: 'sam-slot', template: 'Insatser under {{ goalId() }}' })
class Slot {
  readonly goalId = input.required<string>();
}

const aRef = (fields: Partial<StrategyRef> = {}): StrategyRef => ({
  id: 'plan',
  kind: 'action_plan',
  title: 'Regional handlingsplan 2022–2026',
  titleEn: 'Regional action plan 2022–2026',
  shortTitle: 'Handlingsplan 2022–2026',
  shortTitleEn: 'Action plan 2022–2026',
  startsOn: '2022-03-22',
  endsOn: '2099-12-31',
  status: 'adopted',
  expired: false,
  ...fields,
});
const frame = aRef({
  id: 'nat',
  kind: 'national_strategy',
  shortTitle: 'Nationella strategin 2017–2026',
  shortTitleEn: null,
});
const goalRefOf = (id: string, number: string, title: string) => ({
  id,
  number,
  title,
  titleEn: null,
  strategyId: 'next',
  strategyShortTitle: 'Handlingsplan 2100–',
});
const aGoal = (fields: Partial<Goal> = {}): Goal => ({
  id: 'goal-1',
  number: '1',
  title: 'Förebygga våld',
  titleEn: null,
  text: null,
  textEn: null,
  kind: 'goal',
  parentId: null,
  responsible: null,
  indicators: [],
  version: 1,
  placeholder: false,
  serves: [
    {
      goal: {
        id: 'nat-1',
        number: '1',
        title: 'Nationellt mål',
        titleEn: null,
        strategyId: 'nat',
        strategyShortTitle: frame.shortTitle,
      },
      strategy: frame,
      motive: 'Samma ordalydelse.',
      motiveEn: null,
      verification: 'verified',
    },
  ],
  servedBy: [],
  ...fields,
});
const aStrategy = (fields: Partial<Strategy> = {}): Strategy => ({
  ...aRef(),
  countyCodes: ['22'],
  goalCount: 1,
  signatoryCount: 3,
  replaces: [],
  replacedBy: [],
  document: null,
  vision: null,
  visionEn: null,
  note: null,
  noteEn: null,
  owner: null,
  signedOn: '2022-03-22',
  decidedOn: null,
  dnr: null,
  repealMotive: null,
  version: 1,
  allowed: {
    write: false,
    adopt: false,
    undoAdoption: false,
    replace: false,
    repeal: false,
    sign: false,
    discard: false,
    hideWords: false,
  },
  sources: ['https://www.kramfors.se/plan', 'rvn.se 2022-03-31'],
  verification: 'verified',
  signatories: [
    {
      id: 'signed-1',
      name: 'Landstinget Västernorrland',
      organization: { id: 'region', name: 'Region Västernorrland', kind: 'region' },
      capacity: 'signed',
      functionTitle: null,
      signedOn: null,
      withdrawnOn: null,
    },
  ],
  unnamedSignatories: 2,
  notSignedAgain: [],
  implements: [{ ...frame, motive: null }],
  goals: [aGoal()],
  chain: [
    {
      type: 'strategy',
      strategy: aRef({ id: 'old', shortTitle: 'Strategi 2018–2021', status: 'superseded', expired: true }),
      replacesVerification: null,
    },
    { type: 'gap', startsOn: '2022-01-01', endsOn: '2022-03-21' },
    { type: 'strategy', strategy: aRef(), replacesVerification: 'inferred' },
  ],
  ...fields,
});

const aSuccession: Succession = {
  strategy: aRef({ id: 'next', shortTitle: 'Handlingsplan 2100–' }),
  replaces: [aRef()],
  goals: [{ ...goalRefOf('new-1', '1', 'Våldet förebyggs tidigt'), kind: 'goal', parentId: null }],
  ways: [
    {
      goal: { ...goalRefOf('goal-1', '1', 'Förebygga våld'), strategyId: 'plan', kind: 'goal', parentId: null },
      kind: 'changed',
      motive: 'Samma syfte.',
      goalIds: ['new-1'],
      lacks: null,
      version: 1,
      followers: [],
    },
  ],
  cap: 200,
};

const aHistory = {
  items: [
    {
      id: 'h1',
      at: '2026-11-20T08:00:00.000Z',
      what: 'goal-field',
      field: 'title',
      subject: '1',
      before: 'Hindra våld',
      after: 'Förebygga våld',
      organization: { id: 'board', name: 'Länsstyrelsen', kind: 'county_board' },
      by: null,
    },
  ],
  more: false,
};

async function open(strategy: Strategy): Promise<HTMLElement> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'strategier', children: strategiesRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: GOAL_ACTIONS, useValue: () => Promise.resolve(Slot) },
    ],
  });
  const harness = await RouterTestingHarness.create(`/strategier/${strategy.id}`);
  const http = TestBed.inject(HttpTestingController);
  http.expectOne(`/api/strategies/${strategy.id}`).flush(strategy);
  http.match('/api/counties').forEach((request) => request.flush({ items: [] }));
  await settle(harness, http);
  return harness.fixture.nativeElement as HTMLElement;
}
/** What hangs on the strategy is asked for as its pieces are drawn. */
async function settle(harness: RouterTestingHarness, http: HttpTestingController): Promise<void> {
  for (let round = 0; round < 8; round++) {
    await new Promise((next) => setTimeout(next, 5));
    harness.detectChanges();
    http.match(({ url }) => url === '/api/commitments').forEach((request) => request.flush({ items: [] }));
    http.match(({ url }) => url.endsWith('/history')).forEach((request) => request.flush(aHistory));
    http.match('/api/strategies/next/succession').forEach((request) => request.flush(aSuccession));
  }
  await harness.fixture.whenStable();
}
const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const list = (page: HTMLElement, name: string) => page.querySelector(`ol[aria-label="${name}"]`);
const heading = (page: HTMLElement, text: string) =>
  [...page.querySelectorAll('h2')].find((one) => textOf(one) === text);

describe('the page of a strategy', () => {
  it('says whether it applies, until when, and where it stands on its thread, gap and all', async () => {
    const page = await open(aStrategy());
    expect(textOf(page.querySelector('h1'))).toBe('Regional handlingsplan 2022–2026');
    expect(textOf(page.querySelector('.verbs'))).toMatch(/^Gäller Till 31 december 2099 /);
    const steps = [...(list(page, 'Strategins versioner i tidsordning')?.children ?? [])].map(textOf);
    expect(steps[0]).toContain('Strategi 2018–2021');
    expect(steps[1]).toBe('1 jan–21 mars 2022 Lucka: inget gällde');
    expect(steps[2]).toContain('Du läser den här');
    expect(steps[2]).toContain('Ersätter sannolikt den förra');
  });

  it('shows under each goal what it serves, why, and what is done', async () => {
    const page = await open(aStrategy());
    const goal = heading(page, 'Vad gör vi mot målen?')?.closest('section')?.querySelector('ol > li');
    expect(textOf(goal)).toContain('Nationella strategin 2017–2026: mål 1');
    expect(textOf(goal)).toContain('Samma ordalydelse. Kontrollerat mot källan.');
    expect(textOf(goal)).toContain('Insatser under goal-1');
  });

  it('names the signatories as they were called then, and counts those the source does not name', async () => {
    const page = await open(aStrategy());
    const signed = heading(page, 'Vilka har skrivit under?')?.closest('section');
    expect([...(signed?.querySelectorAll('li') ?? [])].map(textOf)).toEqual([
      'Landstinget Västernorrland (i dag Region Västernorrland)',
      'Två statliga aktörer, namn saknas i källan',
    ]);
  });

  it('leads on from a strategy that has been replaced', async () => {
    const page = await open(
      aStrategy({ status: 'superseded', expired: true, endsOn: '2021-12-31', replacedBy: [aRef({ id: 'next' })] }),
    );
    const banner = [...page.querySelectorAll('.note')].find((note) => textOf(note)?.startsWith('Ersatt.'));
    expect(banner?.querySelector('a')?.getAttribute('href')).toBe('/strategier/next');
    expect(heading(page, 'Vilka mål hade strategin?')).toBeDefined();
  });

  it('says that sources open in a new window', async () => {
    const page = await open(aStrategy());
    const link = page.querySelector<HTMLAnchorElement>('a[target="_blank"]');
    expect([textOf(link), link?.rel]).toEqual(['kramfors.seöppnas i nytt fönster', 'noopener noreferrer']);
  });

  it('reads in English too, with the decided title kept in Swedish', async () => {
    const page = await open(aStrategy());
    TestBed.inject(Language).use('en');
    for (let round = 0; round < 10; round++) await new Promise((next) => setTimeout(next, 5));
    expect(textOf(page.querySelector('h1'))).toBe('Regional action plan 2022–2026');
    expect(textOf(page.querySelector('p[lang="sv"]'))).toBe('Regional handlingsplan 2022–2026');
  });

  it('that is to be replaced says from which day, and where each goal goes', async () => {
    const page = await open(
      aStrategy({
        replacedBy: [aRef({ id: 'next', shortTitle: 'Handlingsplan 2100–', startsOn: '2100-01-01', endsOn: null })],
      }),
    );
    expect(textOf(page.querySelector('.note.warm'))).toBe(
      'Gäller till dess. Från och med 1 januari 2100 gäller Handlingsplan 2100–.',
    );
    const row = heading(page, 'Vart tog målen vägen?')?.closest('section')?.querySelector('tbody tr');
    expect(textOf(row)).toBe('1. Förebygga våld Ändrades Samma syfte.1. Våldet förebyggs tidigt');
  });

  it('offers what the reader may do, and a draft of the next is no successor', async () => {
    const draft = aRef({ id: 'next', shortTitle: 'Utkastet', status: 'draft', startsOn: '2100-01-01', endsOn: null });
    const page = await open(
      aStrategy({ replacedBy: [draft], allowed: { ...aStrategy().allowed, replace: true, repeal: true } }),
    );
    expect(page.querySelector('.note.warm')).toBeNull();
    const verbs = [...page.querySelectorAll('.verbs a, .verbs button')].map(textOf);
    expect(verbs).toEqual(expect.arrayContaining(['Upphäv', 'Fortsätt ersätta']));
    expect(verbs).not.toContain('Anta');
  });

  it('is a document on paper: its state, what it replaces, the goals by number and who signed, with nothing to press', async () => {
    const page = await open(aStrategy({ replaces: [aRef({ id: 'old', shortTitle: 'Strategi 2018–2021' })] }));
    expect(page.querySelector('article')).toBeNull();
    window.dispatchEvent(new Event('beforeprint'));
    const paper = page.querySelector('article');
    expect(textOf(paper)).toMatch(/Status ?Gäller.*Ersätter ?Strategi 2018–2021.*1 Förebygga våld/);
    expect(textOf(paper)).toContain('Landstinget Västernorrland');
    expect(paper?.querySelectorAll('a, button')).toHaveLength(0);
    window.dispatchEvent(new Event('afterprint'));
    expect(page.querySelector('article')).toBeNull();
  });

  it('tells what has happened: what was changed by whom, and the words that went and came', async () => {
    const page = await open(aStrategy());
    const row = heading(page, 'Vad har hänt?')?.closest('section')?.querySelector('tbody tr');
    expect(textOf(row)).toContain('Rubrik i nr 1 ändrades.');
    expect([textOf(row?.querySelector('del')), textOf(row?.querySelector('ins'))]).toEqual([
      'borttaget: Hindra slut',
      'tillagt: Förebygga slut',
    ]);
    expect(textOf(row?.querySelector('td:last-child'))).toBe('Länsstyrelsen');
  });
});
