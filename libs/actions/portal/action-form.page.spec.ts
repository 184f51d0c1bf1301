import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { actionsRoutes } from './actions.routes';

let page: HTMLElement;
let lists: { body: object; status: number };

async function settle(until: () => unknown): Promise<void> {
  const http = TestBed.inject(HttpTestingController);
  for (let round = 0; round < 8 || (round < 400 && !until()); round++) {
    await new Promise((next) => setTimeout(next, 5));
    for (const request of http.match(() => true)) {
      const { url } = request.request;
      if (url === '/api/vocabularies') request.flush(lists.body, { status: lists.status, statusText: '' });
      else request.flush(url.endsWith('/suggestion') ? null : { items: [] });
    }
  }
}
const kinds = () => [...page.querySelectorAll('#action-kind option')].map((one) => one.textContent?.trim());
const again = () => page.querySelector<HTMLButtonElement>('sam-load-state button');

it('says in the form that the lists of words could not be had, and has them at a second try', async () => {
  localStorage.clear();
  lists = { body: { code: 'server.failed' }, status: 500 };
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
  await settle(again);
  expect(page.querySelector('[role="alert"]')?.textContent).toContain('Listan kunde inte hämtas.');
  const terms = [
    { code: 'project', sv: 'Projekt', en: 'Project', synonyms: [], state: 'in_use', successor: null, version: 1 },
  ];
  lists = { body: { items: [{ name: 'kind', version: 1, terms }] }, status: 200 };
  again()?.click();
  await settle(() => !again() && kinds().includes('Projekt'));
  expect(kinds()).toContain('Projekt');
  expect(again()).toBeNull();
});
