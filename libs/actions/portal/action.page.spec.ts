import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, type OnInit, input, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Action } from '@samverkan/actions/contract';
import { ACTING_COUNTY, provideLanguage, today } from '@samverkan/shared/portal';
import { ACTION_LINES, type LineFormPart } from './action-lines.token';
import { actionsRoutes } from './actions.routes';

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const nothing: Action['allowed'] = {
  edit: false,
  writeUpdate: false,
  changeVisibility: false,
  invite: false,
  propose: false,
  leave: false,
  verbs: [],
};
const anAction = (fields: Partial<Action> = {}): Action => ({
  id: 'freda',
  reference: 'I-2026-K7QX3M',
  title: 'FREDA-utbildning',
  description: '',
  kind: 'training',
  status: 'ongoing',
  statusSince: '2026-03-01',
  alike: false,
  connectionAskedOn: null,
  overdue: false,
  visibility: 'county',
  startsOn: null,
  endsOn: null,
  owners: [{ id: 'kramfors', name: 'Kramfors kommun', kind: 'municipality' }],
  partners: [
    { name: 'Polismyndigheten', organization: { id: id(1), name: 'Polismyndigheten', kind: 'national_authority' } },
    { name: 'Elevhälsa', organization: null },
  ],
  municipalityCodes: [],
  goals: [
    {
      id: id(2),
      number: '1',
      title: 'Förebygga våld',
      titleEn: null,
      strategyId: 'plan',
      strategyShortTitle: 'Handlingsplan 2022–2026',
    },
    {
      id: id(3),
      number: '1',
      title: 'Förebygga våld',
      titleEn: null,
      strategyId: 'nat',
      strategyShortTitle: 'Nationella strategin',
    },
  ],
  targetGroups: [],
  forms: [],
  phases: [],
  responsibleFunction: null,
  responsibleFunctionId: null,
  cancelReason: null,
  joinedInto: null,
  changedAt: '2026-03-01T08:00:00.000Z',
  createdAt: '2026-03-01T08:00:00.000Z',
  lastUpdateOn: null,
  demo: false,
  version: 3,
  allowed: nothing,
  ...fields,
});

const sentTo: string[] = [];
@Component({ selector: 'sam-chosen-here', template: 'Två filer valda' })
class ChosenHere implements OnInit {
  readonly actionId = input.required<string>();
  readonly take = input.required<(part: LineFormPart) => void>();

  ngOnInit(): void {
    this.take()({ unsent: () => sentTo.length === 0, send: (line) => sentTo.push(`${this.actionId()}/${line}`) });
  }
}
@Component({ selector: 'sam-hung-here', template: 'Hänger vid {{ updateId() }} {{ seenAs() }}' })
class HungHere {
  readonly actionId = input.required<string>();
  readonly updateId = input.required<string>();
  readonly seenAs = input<string>();
}

let page: HTMLElement;
let http: HttpTestingController;

async function open(action: Action, query = ''): Promise<void> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'insatser', children: actionsRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
      { provide: ACTION_LINES, useValue: () => Promise.resolve({ form: ChosenHere, line: HungHere }) },
    ],
  });
  const harness = await RouterTestingHarness.create(`/insatser/${action.id}${query}`);
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  await respond(action);
}
/** The lines of the action, when so many are wanted. */
let linesGiven: (wanted: string | null) => object = () => ({ items: [] });
/** Answers everything that is read; changes wait for the test. */
async function respond(action: Action): Promise<void> {
  for (let round = 0; round < 12 || (round < 400 && !page.querySelector('h1')); round++) {
    await new Promise((next) => setTimeout(next, 5));
    http
      .match(`/api/actions/${action.id}`)
      .forEach((request) => request.request.method === 'GET' && request.flush(action));
    http
      .match(({ method, url }) => method === 'GET' && url.endsWith('/updates'))
      .forEach((request) => request.flush(linesGiven(request.request.params.get('lines'))));
    http.match((one) => one.method === 'GET').forEach((request) => request.flush({ items: [] }));
  }
}
const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const deeds = () => [...page.querySelectorAll('.verbs .acts button')].map(textOf);
const button = (name: string) => [...page.querySelectorAll('button')].find((one) => textOf(one) === name);
const section = (heading: string) =>
  [...page.querySelectorAll('h2')].find((one) => textOf(one) === heading)?.closest('section');

describe('the page of an action', () => {
  it('offers a reader who may change nothing no buttons, and tells what it is all the same', async () => {
    await open(anAction());
    expect(textOf(page.querySelector('h1'))).toBe('FREDA-utbildning');
    expect(deeds()).toEqual([]);
    expect([...(section('Vilka som gör det')?.querySelectorAll('li') ?? [])].map(textOf)).toEqual([
      'Kramfors kommunÄgare',
      'PolismyndighetenPartner',
      'Elevhälsa Partner',
    ]);
  });

  it('offers an owner what the status allows, and moves it by a press', async () => {
    const allowed = { ...nothing, edit: true, writeUpdate: true, changeVisibility: true, verbs: ['pause' as const] };
    await open(anAction({ allowed }));
    expect(deeds()).toEqual(['Ändra insatsen', 'Pausa', 'Skriv en rad']);
    button('Pausa')?.click();
    await respond(anAction({ allowed }));
    http
      .expectOne('/api/actions/freda/pause')
      .flush(anAction({ status: 'paused', allowed: { ...allowed, verbs: ['resume'] } }));
    await respond(anAction({ status: 'paused', allowed: { ...allowed, verbs: ['resume'] } }));
    expect(deeds()).toContain('Återuppta');
  });

  it('has the form open for whoever came to write a line, and for nobody who may not', async () => {
    await open(anAction({ allowed: { ...nothing, writeUpdate: true } }), '?write=true');
    expect(page.querySelector('sam-update-form')).not.toBeNull();
    TestBed.resetTestingModule();
    await open(anAction(), '?write=true');
    expect(page.querySelector('sam-update-form')).toBeNull();
  });

  const writes = anAction({ allowed: { ...nothing, writeUpdate: true } });
  const first = 'Första dagen är hållen.';
  const aLine = (id: string, createdAt: string, done = first) => ({
    ...{ id, happenedOn: today(), done, effect: null, counts: [], createdAt, writtenBy: null, removable: true },
    organization: { id: 'kramfors', name: 'Kramfors kommun', kind: 'municipality' },
  });
  async function written(answer: object): Promise<void> {
    sentTo.length = 0;
    await open(writes, '?write=true');
    expect(textOf(page.querySelector('sam-chosen-here'))).toBe('Två filer valda');
    const done = page.querySelector('sam-update-form textarea') as HTMLTextAreaElement;
    done.value = first;
    done.dispatchEvent(new Event('input'));
    page.querySelector('sam-update-form form')?.dispatchEvent(new Event('submit'));
    await respond(writes);
    expect(sentTo).toEqual([]);
    http.expectOne('/api/actions/freda/updates').flush(answer);
    await respond(writes);
    http.match('/api/drafts/update:freda').forEach((request) => request.flush(null));
    for (let n = 0; n < 10; n++) await new Promise((next) => setTimeout(next, 5));
  }

  it('gives what was chosen in the form to the line that was written, once it stands, and shows it under the line', async () => {
    await written({ items: [aLine('line', '2026-03-01T08:00:00.000Z')], written: 'line' });
    expect(sentTo).toEqual(['freda/line']);
    expect(page.querySelector('sam-update-form')).toBeNull();
  });

  it('finds the line that was written also in an answer that does not say which it is', async () => {
    const items = [
      aLine('other', '2026-03-03T08:00:00.000Z', 'Något annat.'),
      aLine('line', '2026-03-02T08:00:00.000Z'),
      aLine('before', '2026-03-01T08:00:00.000Z'),
    ];
    await written({ items });
    expect(sentTo).toEqual(['freda/line']);
    expect(page.querySelector('sam-update-form')).toBeNull();
  });

  it('keeps what was chosen, and says so, when the line is not to be found', async () => {
    await written({ items: [aLine('other', '2026-03-03T08:00:00.000Z', 'Något annat.')] });
    expect(sentTo).toEqual([]);
    expect(textOf(page.querySelector('sam-update-form [role=alert]'))).toMatch(/^Raden är sparad, men/);
    expect(textOf(page.querySelector('sam-chosen-here'))).toBe('Två filer valda');
  });

  it('shows the newest lines, and the older ones after them to whoever wants them', async () => {
    const lines = (to: number) =>
      Array.from({ length: to }, (_, n) => aLine(`${n}`, '2026-03-01T08:00:00.000Z', `Rad ${n}`));
    linesGiven = (wanted) => (wanted ? { items: lines(23), older: false } : { items: lines(20), older: true });
    await open(writes);
    expect(page.querySelectorAll('li[id^=rad-]')).toHaveLength(20);
    button('Visa äldre rader')?.click();
    await respond(writes);
    expect(page.querySelectorAll('li[id^=rad-]')).toHaveLength(23);
    expect(document.activeElement?.id).toBe('rad-20');
    expect(button('Visa äldre rader')).toBeUndefined();
    linesGiven = () => ({ items: [] });
  });

  it('goes to the line that was written also when twenty are newer, and for no other name asks for all of them', async () => {
    const wanted: (string | null)[] = [];
    const newer = Array.from({ length: 20 }, (_, n) => aLine(`${n}`, '2026-03-01T08:00:00.000Z', `Rad ${n}`));
    const older = aLine('line', '2026-03-02T08:00:00.000Z');
    linesGiven = (lines) => {
      wanted.push(lines);
      return lines ? { items: [...newer, older], older: false } : { items: newer, older: true };
    };
    await open(writes, '#kommentar-1');
    expect(new Set(wanted)).toEqual(new Set([null]));
    TestBed.resetTestingModule();
    await written({ items: newer, older: true, written: 'line' });
    await respond(writes);
    expect(wanted).toContain('2000');
    expect(textOf(page.querySelector('#rad-line'))).toContain(first);
    expect(document.activeElement?.id).toBe('rad-line');
    linesGiven = () => ({ items: [] });
  });

  it('asks before what was chosen in the form is let go', async () => {
    sentTo.length = 0;
    await open(writes, '?write=true');
    const asks = jest.spyOn(window, 'confirm').mockReturnValue(false);
    button('Tillbaka')?.click();
    await respond(writes);
    expect(asks.mock.lastCall?.[0]).toMatch(/^Filerna och länkarna du har valt är inte tillagda/);
    expect(page.querySelector('sam-update-form')).not.toBeNull();
    asks.mockReturnValue(true);
    button('Tillbaka')?.click();
    await respond(writes);
    expect(page.querySelector('sam-update-form')).toBeNull();
    asks.mockRestore();
  });

  it('lets owners alone say who the partners are', async () => {
    const allowed = { ...nothing, edit: true };
    await open(anAction({ allowed }));
    button('Ändra insatsen')?.click();
    await respond(anAction({ allowed }));
    expect(button('Spara ändringarna')).toBeDefined();
    expect(button('Lägg till')).toBeUndefined();
  });

  it('tells goals of the same number apart by their strategies', async () => {
    await open(anAction());
    const goals = [...(section('Vad den bidrar till')?.querySelectorAll('li') ?? [])].map(textOf);
    expect(goals).toEqual(['1 Förebygga våld Handlingsplan 2022–2026', '1 Förebygga våld Nationella strategin']);
  });
});
