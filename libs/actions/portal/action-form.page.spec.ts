import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { actionsRoutes } from './actions.routes';

let page: HTMLElement;
let lists: { body: object; status: number };
/** What is suggested is on its way for as long as somebody holds it here. */
let held: TestRequest[] | null;

async function settle(until: () => unknown): Promise<void> {
  const http = TestBed.inject(HttpTestingController);
  for (let round = 0; round < 8 || (round < 400 && !until()); round++) {
    await new Promise((next) => setTimeout(next, 5));
    for (const request of http.match(() => true)) {
      const { url } = request.request;
      if (url === '/api/vocabularies') request.flush(lists.body, { status: lists.status, statusText: '' });
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
beforeEach(() => {
  held = null;
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
