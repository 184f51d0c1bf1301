import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { actionsRoutes } from './actions.routes';

let page: HTMLElement;
let lists: { body: object; status: number };
/** What was asked of the action that is logged, and what the API says to its being taken back. */
let asked: { method: string; url: string; version: string | null }[];
let takenBack: { body: object | null; status: number };
/** What is suggested is on its way for as long as somebody holds it here. */
let held: TestRequest[] | null;

async function settle(until: () => unknown): Promise<void> {
  const http = TestBed.inject(HttpTestingController);
  for (let round = 0; round < 8 || (round < 400 && !until()); round++) {
    await new Promise((next) => setTimeout(next, 5));
    for (const request of http.match(() => true)) {
      const { url } = request.request;
      if (url === '/api/vocabularies') request.flush(lists.body, { status: lists.status, statusText: '' });
      else if (request.request.method === 'POST')
        request.flush({ id: 'nyss', version: 1 }, { status: 201, statusText: '' });
      else if (request.request.method === 'DELETE' && url === '/api/actions/nyss') {
        asked.push({ method: 'DELETE', url, version: request.request.headers.get('if-match') });
        request.flush(takenBack.body, { status: takenBack.status, statusText: '' });
      } else if (url.startsWith('/api/actions/nyss'))
        request.flush({ code: 'not-found' }, { status: 404, statusText: '' });
      else if (held && url.endsWith('/suggestion')) held.push(request);
      else request.flush(url.endsWith('/suggestion') ? null : { items: [] });
    }
  }
}
const kinds = () => [...page.querySelectorAll('#action-kind option')].map((one) => one.textContent?.trim());
const again = () => page.querySelector<HTMLButtonElement>('sam-load-state button');

async function opened(until: () => unknown): Promise<void> {
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
  const harness = await RouterTestingHarness.create('/insatser/ny');
  page = harness.fixture.nativeElement as HTMLElement;
  await settle(until);
}
const terms = [
  { code: 'project', sv: 'Projekt', en: 'Project', synonyms: [], state: 'in_use', successor: null, version: 1 },
  { code: 'support', sv: 'Stöd', en: 'Support', synonyms: [], state: 'in_use', successor: null, version: 1 },
];
const withLists = { body: { items: [{ name: 'kind', version: 1, terms }] }, status: 200 };
const suggested = {
  kind: 'support',
  startsOn: '2026-12-01',
  endsOn: null,
  goalIds: [],
  municipalityCodes: [],
  targetGroups: [],
  forms: [],
  phases: [],
  responsibleFunction: null,
  responsibleFunctionId: null,
  visibility: 'county',
  from: null,
};
const typed = (selector: string, value: string) => {
  const field = page.querySelector<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(selector)!;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
};
const title = () => page.querySelector<HTMLInputElement>('sam-guarded-text input');
const undo = () => document.querySelector<HTMLButtonElement>('.mat-mdc-snack-bar-action, simple-snack-bar button');
beforeEach(() => {
  held = null;
  asked = [];
  takenBack = { body: null, status: 204 };
});

it('says in the form that the lists of words could not be had, and has them at a second try', async () => {
  lists = { body: { code: 'server.failed' }, status: 500 };
  await opened(again);
  expect(page.querySelector('[role="alert"]')?.textContent).toContain('Listan kunde inte hämtas.');
  lists = withLists;
  again()?.click();
  await settle(() => !again() && kinds().includes('Projekt'));
  expect(kinds()).toContain('Projekt');
  expect(again()).toBeNull();
});

it('keeps what was written before what is suggested came', async () => {
  [lists, held] = [withLists, []];
  await opened(() => kinds().includes('Stöd') && held?.length);
  const title = page.querySelector<HTMLInputElement>('sam-guarded-text input')!;
  title.value = 'Skriven på en gång';
  title.dispatchEvent(new Event('input', { bubbles: true }));
  const kind = page.querySelector<HTMLSelectElement>('#action-kind')!;
  kind.value = 'project';
  kind.dispatchEvent(new Event('input', { bubbles: true }));
  kind.dispatchEvent(new Event('change', { bubbles: true }));
  for (const request of held) request.flush(suggested);
  await settle(() => page.querySelector<HTMLInputElement>('input[type="date"]')?.value === '2026-12-01');
  expect([title.value, kind.value]).toEqual(['Skriven på en gång', 'project']);
});

describe('an action that was logged by mistake', () => {
  async function logged(): Promise<void> {
    [lists] = [withLists];
    await opened(() => kinds().includes('Stöd'));
    typed('sam-guarded-text input', 'Råkade sparas');
    typed('sam-guarded-text textarea', 'Två halvdagar.');
    typed('#action-kind', 'project');
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await settle(() => TestBed.inject(Router).url === '/insatser/nyss' && undo());
  }

  it('is taken back from the message, and she stands in the form again with what she wrote', async () => {
    await logged();
    undo()?.click();
    await settle(() => title()?.value === 'Råkade sparas');
    expect(asked).toEqual([{ method: 'DELETE', url: '/api/actions/nyss', version: '"1"' }]);
    expect(TestBed.inject(Router).url).toBe('/insatser/ny');
    expect([
      title()?.value,
      page.querySelector<HTMLTextAreaElement>('sam-guarded-text textarea')?.value,
      page.querySelector<HTMLSelectElement>('#action-kind')?.value,
    ]).toEqual(['Råkade sparas', 'Två halvdagar.', 'project']);
  });

  it('stays where it is when something has happened to it, and the message says why', async () => {
    await logged();
    takenBack = { body: { code: 'action.has-moved-on' }, status: 409 };
    undo()?.click();
    const said = () => document.querySelector('simple-snack-bar')?.textContent ?? '';
    await settle(() => said().includes('Det går inte att ångra längre'));
    expect(said()).toContain('Det går inte att ångra längre: något har hänt med insatsen sedan dess.');
    expect(TestBed.inject(Router).url).toBe('/insatser/nyss');
  });
});
