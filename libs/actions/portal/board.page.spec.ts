import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { ActionBoard, ActionSpread, ActionSummary, SavedFilter } from '@samverkan/actions/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { actionsRoutes } from './actions.routes';

const anAction = (fields: Partial<ActionSummary>): ActionSummary => ({
  id: 'a',
  reference: 'I-2026-AAAAAA',
  title: 'Utbildning',
  kind: 'training',
  status: 'planned',
  overdue: false,
  visibility: 'county',
  startsOn: null,
  endsOn: null,
  owners: [{ id: 'kramfors', name: 'Kramfors kommun', kind: 'municipality' }],
  partners: [],
  municipalityCodes: [],
  goals: [],
  changedAt: '2026-11-20T10:00:00.000Z',
  lastUpdateOn: null,
  demo: false,
  version: 1,
  ...fields,
});
const board: ActionBoard = {
  columns: [
    {
      status: 'planned',
      total: 2,
      capped: false,
      cards: [
        { action: anAction({}), moves: [{ verb: 'start', to: 'ongoing' }] },
        { action: anAction({ id: 'b', title: 'Nätverk' }), moves: [] },
      ],
    },
    { status: 'ongoing', total: 0, capped: false, cards: [] },
    { status: 'completed', total: 0, capped: false, cards: [] },
  ],
};
const spread: ActionSpread = {
  countedAt: '2026-11-20T10:00:00.000Z',
  countyCodes: ['22'],
  status: ['ongoing'],
  municipalities: [
    { code: '2281', total: 3 },
    { code: '2282', total: 0 },
  ],
  unplaced: 1,
  total: 4,
  rows: [
    {
      owner: { id: 'ange', name: 'Ånge kommun', kind: 'municipality' },
      goal: null,
      total: 4,
      unplaced: 1,
      cells: [3, 0],
    },
  ],
};

let page: HTMLElement;
let harness: RouterTestingHarness;
let http: HttpTestingController;

async function open(address: string): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'insatser', children: actionsRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal('22') },
    ],
  });
  harness = await RouterTestingHarness.create(address);
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  document.body.append(page);
  await settle();
}
afterEach(() => page.remove());

/** Answers what is read; gives what was asked for. */
async function settle(): Promise<string[]> {
  const asked: string[] = [];
  for (let turn = 0; turn < 8; turn += 1) {
    await new Promise((done) => setTimeout(done));
    for (const request of http.match(({ method }) => method === 'GET')) {
      asked.push(request.request.urlWithParams);
      request.flush(answerTo(request));
    }
    harness.detectChanges();
  }
  return asked;
}
const kept: SavedFilter = {
  id: 'vara',
  name: 'Våra försenade',
  view: 'board',
  choice: { overdue: 'true', mine: 'true' },
  shared: true,
  mayChange: true,
  changedAt: '2026-11-20T10:00:00.000Z',
  version: 1,
};
const answers: Record<string, object> = {
  '/api/actions/board': board,
  '/api/actions/spread': spread,
  '/api/actions/filters': { items: [kept] },
};
const answerTo = ({ request: { url } }: TestRequest): object => answers[url] ?? { items: [], strategies: [] };
const column = (at: number) => page.querySelectorAll<HTMLElement>('.board > section')[at];
const drop = (card: number, onto: number) => {
  page.querySelectorAll('li[draggable]')[card]?.dispatchEvent(new Event('dragstart', { bubbles: true }));
  column(onto)?.dispatchEvent(new Event('drop', { bubbles: true, cancelable: true }));
  harness.detectChanges();
};
const said = () => page.querySelector('.note.err')?.textContent.replace(/\s+/g, ' ').trim();

describe('the board', () => {
  it('moves a card by the verb that leads to the column it is put in, at once, and stays with it', async () => {
    await open('/insatser/tavla?mine=true');
    drop(0, 1);
    await settle();
    expect([column(0), column(1)].map((one) => one?.querySelectorAll('h3').length)).toEqual([1, 1]);
    expect(document.activeElement?.id).toBe('move-a');
    const deed = http.expectOne('/api/actions/a/start');
    deed.flush({ allowed: { verbs: [] } });
    expect(await settle()).toContain('/api/actions/board?mine=true');
  });

  it('takes a move back to where the card was, whichever it was', async () => {
    await open('/insatser/tavla');
    drop(0, 1);
    await settle();
    http.expectOne('/api/actions/a/start').flush({ id: 'a', version: 4, allowed: { verbs: [] } });
    const undo = () => document.querySelector<HTMLButtonElement>('simple-snack-bar button');
    for (let round = 0; round < 40 && !undo(); round += 1) await settle();
    undo()?.click();
    await settle();
    const { request } = http.expectOne('/api/actions/a/status/undo');
    expect(request.headers.get('if-match')).toBe('"4"');
  });

  it('says why a card cannot be moved: no verb leads there, or it is others\u2019', async () => {
    await open('/insatser/tavla');
    drop(0, 2);
    expect(said()).toBe('”Utbildning” går inte att flytta från Planerade till Avslutade. Det som går nu: Starta.');
    drop(1, 1);
    expect(said()).toBe('”Nätverk” kan bara flyttas av den som äger insatsen: Kramfors kommun.');
    http.expectNone(({ method }) => method === 'POST');
  });

  it('puts the card back and says why when the move is refused', async () => {
    await open('/insatser/tavla');
    drop(0, 1);
    http
      .expectOne('/api/actions/a/start')
      .flush({ code: 'action.status-does-not-allow', status: 409 }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(said()).toBe('Insatsen har fått en annan status. Ladda om sidan.');
    expect(column(0)?.querySelectorAll('h3')).toHaveLength(2);
  });

  it('takes what is chosen along to every other view', async () => {
    await open('/insatser/tavla?q=freda&mine=true&size=40');
    const to = [...page.querySelectorAll<HTMLAnchorElement>('.views a')].map((link) => link.getAttribute('href'));
    expect(to).toEqual([
      ...['', '/tavla', '/tidslinje', '/karta', '/vem-gor-vad'].map((path) => `/insatser${path}?q=freda&mine=true`),
      // The days of one's own actions are no choice among all.
      '/kalender?area=actions&view=month',
    ]);
  });
});

it('shows who does what where with each number as a way to its list', async () => {
  await open('/insatser/vem-gor-vad?q=freda');
  const links = [...page.querySelectorAll<HTMLAnchorElement>('tbody td a')].map((link) => [
    link.firstChild?.textContent,
    link.getAttribute('href'),
  ]);
  const same = '/insatser?q=freda&status=ongoing&county=22';
  expect(links).toEqual([
    ['3', `${same}&municipality=2281&owner=ange`],
    ['1', `${same}&unplaced=true&owner=ange`],
    ['4', `${same}&owner=ange`],
  ]);
});

describe('saved filters', () => {
  const button = (words: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(words));

  it('stand over every view as ways to it, and the one that is shown is marked', async () => {
    await open('/insatser/tavla?mine=true&overdue=true');
    const chip = page.querySelector<HTMLAnchorElement>('.saved a');
    expect([chip?.getAttribute('href'), chip?.getAttribute('aria-current')]).toEqual([
      '/insatser/tavla?overdue=true&mine=true',
      'true',
    ]);
    expect(chip?.textContent).toContain('delat i organisationen');
    expect(button('Spara filtret')).toBeUndefined();
  });

  it('keep the present choice and view under a name', async () => {
    await open('/insatser/vem-gor-vad?by=goal&municipality=2282');
    button('Spara filtret')?.click();
    await settle();
    const name = page.querySelector<HTMLInputElement>(
      'sam-saved-filter-dialog input[type=text], sam-saved-filter-dialog input:not([type])',
    );
    if (name) name.value = 'Kramfors';
    name?.dispatchEvent(new Event('input', { bubbles: true }));
    page.querySelector('sam-saved-filter-dialog form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const { request } = http.expectOne(({ method }) => method === 'POST');
    expect(request.body).toEqual({ name: 'Kramfors', shared: false, view: 'matrix', choice: { municipality: '2282' } });
  });
});
