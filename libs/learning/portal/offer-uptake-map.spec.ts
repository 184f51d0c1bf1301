import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, input, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Uptake } from '@samverkan/learning/contract';
import { ACTING_COUNTY, provideLanguage, provideWords } from '@samverkan/shared/portal';
import { learningWords } from './learning-words';
import { OfferUptakeMap } from './offer-uptake-map';

const rows: Uptake['rows'] = [
  { municipalityCode: '2282', joinedOn: '2026-11-08', done: [] },
  { municipalityCode: '2280', joinedOn: null, done: ['a step'] },
  { municipalityCode: '2380', joinedOn: '2026-11-09', done: [] },
];
const county = (code: string, name: string, municipalities: [string, string][]) => ({
  code,
  name: `${name} län`,
  nameEn: `${name} County`,
  shortName: name,
  municipalities: municipalities.map(([place, called]) => ({ code: place, name: called, countyCode: code })),
});

@Component({
  template: '<sam-offer-uptake-map [rows]="rows()" [countyCodes]="counties()" />',
  imports: [OfferUptakeMap],
})
class Host {
  readonly rows = input(rows);
  readonly counties = input(['22']);
}

let page: HTMLElement;
let harness: RouterTestingHarness;
const text = () => (page.textContent ?? '').replace(/\s+/g, ' ');

async function settle(): Promise<void> {
  const http = TestBed.inject(HttpTestingController);
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((done) => setTimeout(done));
    for (const asked of http.match('/api/counties'))
      asked.flush({
        items: [
          county('22', 'Västernorrlands', [
            ['2280', 'Härnösand'],
            ['2282', 'Kramfors'],
          ]),
          county('23', 'Jämtlands', [['2380', 'Östersund']]),
          county('24', 'Västerbottens', [['2480', 'Umeå']]),
        ],
      });
    http.match('/geo/sweden.topojson');
    harness.detectChanges();
  }
}

async function open(address: string): Promise<void> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'utbildningar/en', component: Host, providers: [provideWords(learningWords)] }]),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal('22') },
    ],
  });
  harness = await RouterTestingHarness.create(address);
  page = harness.fixture.nativeElement as HTMLElement;
  await settle();
}
const lines = () =>
  [...page.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? '').trim()).join(' '),
  );

describe('the municipalities of a campaign on the map', () => {
  it('are told as a table too: each that has joined, and each that has not, one that has only done a step among them', async () => {
    await open('/utbildningar/en?som=tabell');
    expect(lines()).toEqual(['Härnösand inte än', 'Kramfors med']);
    expect(text()).toContain('En av 2 kommuner i Västernorrlands län är med.');
  });

  it('are of the county in the address, which is a choice with her own, those who hold it and where somebody has joined', async () => {
    await open('/utbildningar/en?som=tabell&lan=23');
    expect(lines()).toEqual(['Östersund med']);
    const choices = [...page.querySelectorAll('option')].map((one) => (one.textContent ?? '').trim());
    expect(choices).toEqual(['Västernorrlands län', 'Jämtlands län']);
  });

  it('are of her own county, and of one in the address, where nobody there has joined', async () => {
    await open('/utbildningar/en?som=tabell&lan=24');
    expect(lines()).toEqual(['Umeå inte än']);
    expect(page.querySelectorAll('option')).toHaveLength(3);
    expect(text()).toContain('Ingen kommun i Västerbottens län är med än.');
  });

  it('are each reached by the address, which says since when it is with', async () => {
    await open('/utbildningar/en?som=tabell&kommun=2282');
    expect(text()).toContain('Kramfors är med sedan 8 november');
    page.querySelector<HTMLAnchorElement>('tbody a')?.click();
    await settle();
    expect(TestBed.inject(Router).url).toBe('/utbildningar/en?som=tabell&kommun=2280#offer-map');
    expect(text()).toContain('Härnösand är inte med än.');
  });
});
