import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Registration } from '@samverkan/learning/contract';
import { provideLanguage } from '@samverkan/shared/portal';
import { learningRoutes } from './learning.routes';

const guest = (name: string, state: Registration['state']): Registration => ({
  id: name,
  name,
  email: `${name.toLowerCase()}@kommun.example`,
  organization: 'Socialtjänsten',
  municipalityCode: null,
  profession: null,
  state,
  arrivedAt: '2026-11-01T08:00:00.000Z',
  attended: null,
});
const session = { id: 'tillfalle', day: '2099-03-01', lastDay: null, from: '09:00', to: '16:00', place: 'Härnösand' };
const at = '/api/offers/dag/sessions/tillfalle/registrations';
const answers: Record<string, object> = {
  '/api/offers/dag': { id: 'dag', title: 'Att fråga om våld', status: 'open', sessions: [session] },
  [at]: { items: [guest('Maja', 'registered'), guest('Noor', 'waiting')], invitations: [], hasLink: false },
};

let page: HTMLElement;
let http: HttpTestingController;
const dialog = () => page.querySelector('dialog, [role=dialog]');
const press = (name: RegExp, within: ParentNode = page) =>
  [...within.querySelectorAll('button')].find((one) => name.test(one.textContent ?? ''))?.click();

/** Answers what is asked until it is so, or a second has gone. */
async function settle(until: () => boolean): Promise<void> {
  for (let round = 0; round < 200 && !until(); round++) {
    await new Promise((next) => setTimeout(next, 5));
    for (const one of http.match(({ method }) => method === 'GET')) {
      const answer = answers[one.request.url];
      if (!one.cancelled) one.flush(answer ?? null, answer ? {} : { status: 404, statusText: 'Not Found' });
    }
  }
}

beforeEach(async () => {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'utbildningar', children: learningRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
    ],
  });
  const harness = await RouterTestingHarness.create('/utbildningar/dag/tillfallen/tillfalle');
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  await settle(() => page.textContent?.includes('Noor') === true);
});

describe('a registration that is taken away', () => {
  it('is asked about first, since the seat goes on at once and nobody is told', async () => {
    press(/Ta bort anmälan\s+Maja/);
    await settle(() => dialog() !== null);
    expect(dialog()?.textContent).toMatch(/Ta bort anmälan från Maja\?.*den som har väntat längst.*inget mejl/s);
    http.expectNone({ method: 'DELETE' });
    press(/Behåll/, dialog() ?? page);
    await settle(() => dialog() === null);
    http.expectNone({ method: 'DELETE' });
  });

  it('is gone when that is what was meant, from the waiting list as well', async () => {
    press(/Ta bort anmälan\s+Noor/);
    await settle(() => dialog() !== null);
    expect(dialog()?.textContent).toContain('väntelistan');
    press(/Ta bort anmälan/, dialog() ?? page);
    http
      .expectOne({ method: 'DELETE', url: `${at}/Noor` })
      .flush({ items: [guest('Maja', 'registered')], invitations: [], hasLink: false });
    await settle(() => page.textContent?.includes('Noor') === false);
    expect(page.textContent).not.toContain('Noor');
  });
});
