import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Duplicates, RegistrationChoices } from '@samverkan/organizations/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { organizationsRoutes } from './organizations.routes';

const county = {
  code: '22',
  name: 'Västernorrlands län',
  nameEn: 'Västernorrland County',
  shortName: 'Västernorrland',
  isoCode: 'SE-Y',
  municipalities: [{ code: '2282', name: 'Kramfors', countyCode: '22' }],
};

let page: HTMLElement;
let http: HttpTestingController;
let alike: Duplicates['items'];
let asked: TestRequest[];

async function open(choices: RegistrationChoices): Promise<void> {
  sessionStorage.clear();
  alike = [];
  asked = [];
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'parter', children: organizationsRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal('22') },
    ],
  });
  const harness = await RouterTestingHarness.create('/parter/ny');
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  await respond(choices);
}

/** Answers whatever is asked for, for a while: the form waits for a pause in the typing. */
async function respond(choices?: RegistrationChoices, rounds = 12): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await new Promise((next) => setTimeout(next, 10));
    http.match('/api/counties').forEach((request) => request.flush({ items: [county] }));
    http.match('/api/organizations/registration').forEach((request) => request.flush(choices ?? {}));
    http
      .match((one) => one.url.startsWith('/api/drafts/'))
      .forEach((request) => request.flush({ content: {}, updatedAt: null }));
    for (const request of http.match((one) => one.url === '/api/organizations/duplicates')) {
      asked.push(request);
      request.flush({ items: alike });
    }
  }
}

const type = (selector: string, text: string) => {
  const field = page.querySelector<HTMLInputElement>(selector);
  if (!field) throw new Error(`No ${selector}`);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('blur'));
};
const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const save = () => page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));

describe('registering a party', () => {
  it('asks "is it this one?" while the name is written, with one press to go there', async () => {
    await open({ kinds: ['civil_society'], countyCodes: ['22'] });
    alike = [
      {
        id: 'region',
        name: 'Region Västernorrland',
        kind: 'region',
        countyCode: '22',
        matchedName: 'Landstinget Västernorrland',
        sameNumber: false,
      },
    ];
    type('input[id^="sam-text-"]', 'Landstinget Västernorrland');
    await respond(undefined, 60);
    expect(asked.at(-1)?.request.params.get('name')).toBe('Landstinget Västernorrland');
    const hint = page.querySelector('.note.warm');
    expect(textOf(hint)).toContain('Är det denna?');
    expect(hint?.querySelector('a')?.getAttribute('href')).toBe('/parter/region');
  });

  it("says why a sole trader's number is refused, and sends it nowhere", async () => {
    await open({ kinds: ['civil_society'], countyCodes: ['22'] });
    type('input[id^="sam-text-"]', 'Handledning i norr');
    type('#party-number', '900101-9802');
    save();
    await respond(undefined, 60);
    expect(textOf(page.querySelector('#party-number-error'))).toContain('Det här är ett personnummer');
    expect(asked.every(({ request }) => !request.params.has('organizationNumber'))).toBe(true);
    expect(http.match((one) => one.method === 'POST')).toEqual([]);
  });

  it('sends the one county it can be, and opens the party it made', async () => {
    await open({ kinds: ['civil_society'], countyCodes: ['22'] });
    type('input[id^="sam-text-"]', 'Norrskenets stödlinje');
    type('#party-website', 'norrsken.example');
    save();
    await respond();
    const [request] = http.match((one) => one.method === 'POST' && one.url === '/api/organizations');
    expect(request?.request.body).toMatchObject({
      name: 'Norrskenets stödlinje',
      kind: 'civil_society',
      countyCodes: ['22'],
      website: 'https://norrsken.example',
      organizationNumber: null,
    });
    request?.flush({ id: 'ny-part' });
    await respond();
    expect(TestBed.inject(Router).url).toBe('/parter/ny-part');
  });

  it('tells who registers parties when the reader may not', async () => {
    await open({ kinds: [], countyCodes: [] });
    expect(textOf(page)).toContain('Det är länsstyrelsen, kommunerna och regionen som registrerar parter');
    expect(page.querySelector('form')).toBeNull();
  });
});
