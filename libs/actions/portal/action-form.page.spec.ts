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
/** What is kept of the form from before, the keys that were sent, and what is answered. */
let keptDraft: object | null = null;
let sentWith: string[] = [];
let logged: { body: object; status: number };
let takenBack: { body: object | null; status: number };
/** What is suggested is on its way for as long as somebody holds it here. */
let held: TestRequest[] | null;

async function settle(until: () => unknown): Promise<void> {
  const http = TestBed.inject(HttpTestingController);
  for (let round = 0; round < 8 || (round < 400 && !until()); round++) {
    await new Promise((next) => setTimeout(next, 5));
    for (const request of http.match(() => true)) {
      const { url } = request.request;
      if (url === '/api/drafts/action:new' && request.request.method === 'GET' && keptDraft)
        request.flush({ content: keptDraft, updatedAt: '2026-11-20T08:00:00.000Z' });
      else if (url === '/api/vocabularies') request.flush(lists.body, { status: lists.status, statusText: '' });
      else if (request.request.method === 'POST') {
        sentWith.push(request.request.headers.get('idempotency-key') ?? '');
        request.flush(logged.body, { status: logged.status, statusText: '' });
      } else if (request.request.method === 'DELETE' && url === '/api/actions/nyss') {
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
  sessionStorage.clear();
  [keptDraft, sentWith] = [null, []];
  logged = { body: { id: 'nyss', version: 1 }, status: 201 };
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

describe('an action that was sent before, and whose answer was lost with the page', () => {
  beforeEach(() => {
    lists = withLists;
    keptDraft = { title: 'Sänd men aldrig besvarad', kind: 'project', key: 'nyckel-fran-forra-gangen' };
  });

  it('is sent with the same key when its draft is opened again, so that it is logged once', async () => {
    await opened(() => title()?.value === 'Sänd men aldrig besvarad' && kinds().includes('Projekt'));
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await settle(() => TestBed.inject(Router).url === '/insatser/nyss');
    expect(sentWith).toEqual(['nyckel-fran-forra-gangen']);
  });

  it('is told of when it had other words then, and what it says now can be saved as well', async () => {
    logged = { body: { code: 'idempotency.other-request' }, status: 409 };
    await opened(() => title()?.value === 'Sänd men aldrig besvarad' && kinds().includes('Projekt'));
    const said = () => page.querySelector('[role=alert]')?.textContent ?? '';
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await settle(() => said().includes('redan sparat'));
    expect(said()).toContain('Det du skrev först är redan sparat, fast svaret aldrig kom fram.');
    logged = { body: { id: 'nyss', version: 1 }, status: 201 };
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await settle(() => TestBed.inject(Router).url === '/insatser/nyss');
    expect(sentWith[1]).not.toBe(sentWith[0]);
  });
});

describe('an action that was logged by mistake', () => {
  async function logIt(): Promise<void> {
    [lists] = [withLists];
    await opened(() => kinds().includes('Stöd'));
    typed('sam-guarded-text input', 'Råkade sparas');
    typed('sam-guarded-text textarea', 'Två halvdagar.');
    typed('#action-kind', 'project');
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await settle(() => TestBed.inject(Router).url === '/insatser/nyss' && undo());
  }

  it('is taken back from the message, and she stands in the form again with what she wrote', async () => {
    await logIt();
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

  it('stays where it is when she has begun the next one meanwhile, and what she writes there stays too', async () => {
    await logIt();
    const message = undo();
    await TestBed.inject(Router).navigateByUrl('/insatser/ny');
    await settle(() => kinds().includes('Stöd') && title());
    typed('sam-guarded-text input', 'Nästa insats');
    message?.click();
    await settle(() => (document.querySelector('simple-snack-bar')?.textContent ?? '').includes('står kvar'));
    expect([asked, title()?.value]).toEqual([[], 'Nästa insats']);
  });

  it('stays where it is when something has happened to it, and the message says why', async () => {
    await logIt();
    takenBack = { body: { code: 'action.has-moved-on' }, status: 409 };
    undo()?.click();
    const said = () => document.querySelector('simple-snack-bar')?.textContent ?? '';
    await settle(() => said().includes('Det går inte att ångra längre'));
    expect(said()).toContain('Det går inte att ångra längre: något har hänt med insatsen, dagen har gått');
    expect(TestBed.inject(Router).url).toBe('/insatser/nyss');
  });
});
