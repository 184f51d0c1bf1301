import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Action, ActionUpdate, ActionUpdates } from '@samverkan/actions/contract';
import { ACTING_COUNTY, Toasts, provideLanguage, provideWords, today } from '@samverkan/shared/portal';
import { ACTION_LINES } from './action-lines.token';
import { ActionUpdatesThread } from './action-updates';
import { actionsWords } from './actions-words';

const terms = [
  ['police', 'Polis', 'Police'],
  ['social_workers', 'Socialsekreterare', 'Social workers'],
].map(([code, sv, en]) => ({ code, sv, en, state: 'in_use', successor: null, synonymsSv: [], synonymsEn: [] }));

let fixture: ComponentFixture<ActionUpdatesThread>;
let page: HTMLElement;
let http: HttpTestingController;

const aLine = (fields: Partial<ActionUpdate> = {}): ActionUpdate => ({
  ...{ id: 'line', happenedOn: today(), done: 'Gemensam dag', effect: null, counts: [], writtenBy: null },
  ...{ createdAt: '2026-11-01T08:00:00.000Z', removable: true },
  organization: { id: 'kramfors', name: 'Kramfors kommun', kind: 'municipality' },
  ...fields,
});
const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const button = (name: RegExp) => [...page.querySelectorAll('button')].find((one) => name.test(textOf(one) ?? ''));
const one = <T extends HTMLElement>(selector: string) => page.querySelector<T>(`sam-update-form ${selector}`);

/** Answers what is read; what is written waits for the test. */
async function settle(): Promise<void> {
  for (let round = 0; round < 12; round++) {
    await new Promise((next) => setTimeout(next, 5));
    for (const request of http.match(({ method }) => method === 'GET'))
      request.flush(
        request.request.url === '/api/vocabularies' ? { items: [{ name: 'profession', version: 1, terms }] } : null,
      );
    fixture.detectChanges();
  }
}
async function open(lines: ActionUpdate[] = []): Promise<void> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      provideWords(actionsWords),
      { provide: ACTING_COUNTY, useValue: signal(null) },
      { provide: ACTION_LINES, useValue: () => Promise.resolve({}) },
    ],
  });
  fixture = TestBed.createComponent(ActionUpdatesThread);
  const action = { id: 'freda', status: 'planned', allowed: { writeUpdate: true } } as unknown as Action;
  fixture.componentRef.setInput('action', action);
  fixture.componentRef.setInput('updates', lines);
  page = fixture.nativeElement as HTMLElement;
  http = TestBed.inject(HttpTestingController);
  await settle();
}
async function type(selector: string, text: string): Promise<void> {
  const field = one<HTMLInputElement>(selector);
  if (!field) throw new Error(`There is no ${selector}.`);
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await settle();
}
const sent = () => http.match({ method: 'POST', url: '/api/actions/freda/updates' });

describe('how many of a profession', () => {
  it('are shown out of how many, roughly or not, with where that number comes from', async () => {
    const counts = [
      { profession: 'social_workers', count: 14, of: 40, about: true, source: 'HR-systemet, oktober 2026' },
      { profession: 'police', count: 6, of: 9, about: false, source: '' },
    ];
    const few = [{ profession: 'police', count: null, of: null, about: false, source: '' }];
    await open([aLine({ counts }), aLine({ id: 'few', counts: few })]);
    expect([...page.querySelectorAll('.figs > div')].map((one) => [...one.children].map(textOf).join(' '))).toEqual([
      '14 av ca 40 Socialsekreterare (källa: HR-systemet, oktober 2026)',
      '6 av 9 Polis',
      '< 5 Polis',
    ]);
  });

  it('are asked for without asking of how many, until she wants to say it', async () => {
    await open();
    fixture.componentInstance.open();
    await settle();
    await type('textarea', 'Gemensam dag');
    button(/Lägg till yrkesgrupp/)?.click();
    await settle();
    await type('.count-row input', '14');
    expect(page.querySelectorAll('sam-update-form .count-of')).toHaveLength(0);
    expect(page.querySelectorAll('sam-update-form :is(input, textarea)')).toHaveLength(4);
    button(/^Av hur många\?/)?.click();
    await settle();
    await type('.count-of input[type=number]', '40');
    await type('.count-of sam-guarded-text input', 'Enligt 811218-9876');
    one('form')?.dispatchEvent(new Event('submit'));
    await settle();
    expect(sent()).toHaveLength(0);

    await type('.count-of sam-guarded-text input', 'HR-systemet');
    await type('.count-of input[type=number]', '13');
    one('form')?.dispatchEvent(new Event('submit'));
    await settle();
    expect(sent()).toHaveLength(0);
    expect(textOf(one('fieldset > sam-field-error'))).toBe(
      'Antalet av alla kan inte vara mindre än antalet som nåddes.',
    );

    await type('.count-of input[type=number]', '40');
    one<HTMLInputElement>('.count-of input[type=checkbox]')?.click();
    one('form')?.dispatchEvent(new Event('submit'));
    await settle();
    const [request] = sent();
    expect(request?.request.body).toMatchObject({
      counts: [{ profession: 'police', count: 14, of: 40, about: true, source: 'HR-systemet' }],
      guardConfirmed: [],
    });
  });

  it('say nothing of how many when she has taken it away again', async () => {
    await open();
    fixture.componentInstance.open();
    await settle();
    await type('textarea', 'Gemensam dag');
    button(/Lägg till yrkesgrupp/)?.click();
    await settle();
    await type('.count-row input', '14');
    button(/^Av hur många\?/)?.click();
    await settle();
    await type('.count-of input[type=number]', '40');
    button(/^Ta bort av hur många/)?.click();
    await settle();
    one('form')?.dispatchEvent(new Event('submit'));
    await settle();
    const [request] = sent();
    expect((request?.request.body as { counts: object[] }).counts).toEqual([
      { profession: 'police', count: 14, of: null, about: false, source: '' },
    ]);
  });
});

it('is taken back with an undo, which brings it back on the page', async () => {
  await open([aLine()]);
  const shown = jest.spyOn(TestBed.inject(Toasts), 'show').mockResolvedValue();
  const given: ActionUpdates[] = [];
  fixture.componentInstance.written.subscribe((updates) => given.push(updates));
  button(/^Ta tillbaka/)?.click();
  http.expectOne({ method: 'DELETE', url: '/api/actions/freda/updates/line' }).flush({ items: [], older: false });
  await settle();
  const [words, undo] = shown.mock.lastCall ?? [];
  expect([words, undo?.label]).toEqual([expect.stringMatching(/^Raden är borttagen/), 'Ångra']);
  undo?.run();
  const back = { items: [aLine()], older: false };
  http.expectOne({ method: 'POST', url: '/api/actions/updates/line/restoration' }).flush(back);
  await settle();
  expect(given).toEqual([{ items: [], older: false }, back]);
  expect(shown.mock.lastCall).toEqual(['Raden är tillbaka.']);
});
