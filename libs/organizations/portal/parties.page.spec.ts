import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Counties } from '@samverkan/geography/contract';
import type { OrganizationPage, OrganizationSummary } from '@samverkan/organizations/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { organizationsRoutes } from './organizations.routes';

const counties: Counties = {
  items: [
    {
      code: '22',
      name: 'Västernorrlands län',
      nameEn: 'Västernorrland County',
      shortName: 'Västernorrland',
      isoCode: 'SE-Y',
      municipalities: [{ code: '2282', name: 'Kramfors', countyCode: '22' }],
    },
  ],
};
const aParty = (fields: Partial<OrganizationSummary> = {}): OrganizationSummary => ({
  id: 'region',
  name: 'Region Västernorrland',
  nameEn: null,
  kind: 'region',
  abbreviation: null,
  countyCode: '22',
  municipalityCode: null,
  matchedName: null,
  validTo: null,
  ...fields,
});
const aPage = (items: OrganizationSummary[], total = items.length): OrganizationPage => ({
  items,
  page: 1,
  size: 25,
  total,
  capped: false,
});

let harness: RouterTestingHarness;
let page: HTMLElement;
let http: HttpTestingController;

/** Opens the list at an address and answers what it asks for; gives the list's own request. */
async function open(address: string, answer: OrganizationPage): Promise<TestRequest | undefined> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'parter', children: organizationsRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal('22') },
    ],
  });
  harness = await RouterTestingHarness.create(address);
  http = TestBed.inject(HttpTestingController);
  page = harness.fixture.nativeElement as HTMLElement;
  return respond(answer);
}

async function respond(answer: OrganizationPage): Promise<TestRequest | undefined> {
  let asked: TestRequest | undefined;
  for (let round = 0; round < 12; round++) {
    // Not `whenStable`: it waits for the very requests that are answered here.
    await new Promise((next) => setTimeout(next, 5));
    http.match('/api/counties').forEach((request) => request.flush(counties));
    http
      .match((request) => request.url === '/api/organizations/places')
      .forEach((request) =>
        request.flush({
          countyCode: request.request.params.get('county'),
          municipalities: [{ code: '2282', count: 3 }],
        }),
      );
    http.match('/geo/sweden.topojson').forEach((request) => request.flush('gone', { status: 500, statusText: 'gone' }));
    for (const request of http.match((one) => one.url === '/api/organizations')) {
      asked = request;
      request.flush(answer);
    }
  }
  return asked;
}

const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const names = () => [...page.querySelectorAll('table.only-wide tbody th > a')].map(textOf);

describe('the page of parties', () => {
  it('finds a party by the name it had, and says so', async () => {
    const asked = await open('/parter?q=landstinget', aPage([aParty({ matchedName: 'Landstinget Västernorrland' })]));
    expect(asked?.request.params.get('q')).toBe('landstinget');
    expect(names()).toEqual(['Region Västernorrland']);
    expect(textOf(page.querySelector('tbody th'))).toContain('Träff på namnet Landstinget Västernorrland');
  });

  it('keeps what is searched for in the address', async () => {
    await open('/parter', aPage([aParty()]));
    const field = page.querySelector<HTMLInputElement>('input[type="search"]');
    if (field) field.value = 'polis';
    page.querySelector('form[role="search"]')?.dispatchEvent(new Event('submit', { cancelable: true }));
    const asked = await respond(
      aPage([aParty({ id: 'polis', name: 'Polismyndigheten', kind: 'national_authority', countyCode: null })]),
    );
    expect(asked?.request.params.get('q')).toBe('polis');
    expect(TestBed.inject(Router).url).toBe('/parter?q=polis');
    expect(names()).toEqual(['Polismyndigheten']);
    expect(textOf(page.querySelector('tbody tr'))).toContain('Hela landet');
  });

  it('sorts by a press on a heading, and tells which way', async () => {
    await open('/parter?sort=name', aPage([aParty()]));
    const heading = [...page.querySelectorAll('thead th')].find((one) => textOf(one) === 'Part');
    expect(heading?.getAttribute('aria-sort')).toBe('ascending');
    expect(heading?.querySelector('a')?.getAttribute('href')).toBe('/parter?sort=name&order=desc');
  });

  it('says what to do when nothing matches', async () => {
    await open('/parter?q=xyz', aPage([]));
    expect(textOf(page.querySelector('.empty'))).toContain('Ingen part matchar');
    [...page.querySelectorAll('button')].find((button) => textOf(button) === 'Visa alla parter')?.click();
    await respond(aPage([aParty()]));
    expect(TestBed.inject(Router).url).toBe('/parter');
  });

  it('gives the numbers of the map as a table when the map cannot be had, each a link to what it counts', async () => {
    await open('/parter?kind=region&q=region', aPage([aParty()]));
    const aside = page.querySelector('aside');
    expect(textOf(aside)).toContain('Kartan gick inte att hämta');
    const link = [...(aside?.querySelectorAll('a') ?? [])].find((one) => textOf(one) === 'Kramfors');
    expect(link?.getAttribute('aria-label')).toBe('Kramfors. Parter: 3');
    expect(link?.getAttribute('href')).toBe('/parter?municipality=2282');
  });
});
