import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import type { SupportSummary } from '@samverkan/support/contract';
import { supportRoutes } from './support.routes';

const aRequest = (fields: Partial<SupportSummary> = {}): SupportSummary => ({
  id: '01900000-0000-7000-8000-000000000001',
  reference: 'K-2026-K7QX3M',
  title: 'Handledning i att fråga om våld',
  subject: 'methods',
  professions: [],
  staffCount: 12,
  form: 'supervision',
  urgency: 'quarter',
  status: 'in_progress',
  statusSince: '2026-03-03',
  holder: { id: '01900000-0000-7000-8000-000000000003', name: 'Länsstyrelsen Västernorrland', kind: 'county_board' },
  asker: { id: '01900000-0000-7000-8000-000000000002', name: 'Kramfors kommun', kind: 'municipality' },
  municipalityCode: '2282',
  askedOn: '2026-02-01',
  captured: false,
  dueOn: '2099-05-01',
  overdue: false,
  effect: null,
  effectDueOn: null,
  effectSilent: false,
  own: true,
  changedAt: '2026-11-28T10:00:00.000Z',
  demo: false,
  version: 1,
  ...fields,
});

let page: HTMLElement;

async function open(address: string, items: SupportSummary[]): Promise<string[]> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'stod', children: supportRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
      { provide: ACTING_COUNTY, useValue: signal(null) },
    ],
  });
  const harness = await RouterTestingHarness.create(address);
  const http = TestBed.inject(HttpTestingController);
  const asked: string[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((done) => setTimeout(done));
    for (const request of http.match(({ url }) => url === '/api/support')) {
      asked.push(request.request.params.toString());
      request.flush({ items, page: 1, size: 25, total: items.length, capped: false });
    }
    harness.detectChanges();
  }
  page = harness.fixture.nativeElement as HTMLElement;
  return asked;
}

describe('the page of support', () => {
  it('asks for what stands in the address, and says of each how it stands, who has it and until when', async () => {
    const asked = await open('/stod?mine=true&q=handledning', [aRequest()]);
    expect(asked.at(-1)).toContain('mine=true');
    expect(page.textContent).toContain(
      'Länsstyrelsen Västernorrland arbetar med det sedan 3 mars 2026. Ska vara klart 1 maj 2099.',
    );
  });

  it('says that the effect is asked for, and that nobody has answered', async () => {
    const closed = { status: 'closed', dueOn: null, effectDueOn: '2026-06-03' } as const;
    await open('/stod', [
      aRequest(closed),
      aRequest({ ...closed, id: '01900000-0000-7000-8000-000000000009', own: false, effectSilent: true }),
    ]);
    expect(page.textContent).toContain('Preliminärt avslutat 3 mars 2026. Gjorde stödet någon skillnad?');
    expect(page.textContent).toContain('Kramfors kommun har inte svarat på frågan om effekten från 3 juni 2026.');
  });

  it('stands in columns by state on the board, with what is late', async () => {
    await open('/stod/tavla', [aRequest({ overdue: true, dueOn: '2020-05-01' })]);
    const column = page.querySelector('[aria-labelledby="support-column-in_progress"]');
    expect(column?.textContent).toContain('Handledning i att fråga om våld');
    expect(column?.textContent).toContain('Skulle ha varit klart 1 maj 2020');
  });

  it('says what to do where nothing matches', async () => {
    await open('/stod?q=finnsinte', []);
    expect(page.textContent).toContain('Inget stödbehov stämmer med filtren');
  });
});
