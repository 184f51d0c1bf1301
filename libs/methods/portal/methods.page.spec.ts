import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { MethodSummary } from '@samverkan/methods/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { methodsRoutes } from './methods.routes';

const aMethod = (fields: Partial<MethodSummary> = {}): MethodSummary => ({
  id: '01900000-0000-7000-8000-000000000001',
  name: 'FREDA-kortfrågor',
  purpose: 'Några korta frågor.',
  targetGroups: [],
  forms: [],
  phases: [],
  professions: [],
  evidenceState: 'not_assessed',
  evidenceSource: 'Socialstyrelsen',
  trainingRequired: true,
  validMonths: 24,
  status: 'published',
  retiresOn: null,
  replacedBy: null,
  visibility: 'members',
  organization: { id: '01900000-0000-7000-8000-000000000002', name: 'Länsstyrelsen', kind: 'county_board' },
  countyCodes: ['22'],
  useCount: 3,
  ours: true,
  stale: false,
  changedAt: '2026-11-28T10:00:00.000Z',
  demo: false,
  version: 1,
  ...fields,
});

let page: HTMLElement;

async function open(address: string, items: MethodSummary[]): Promise<string[]> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'metoder', children: methodsRoutes }], withComponentInputBinding()),
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
    for (const request of http.match(({ url }) => url === '/api/methods')) {
      asked.push(request.request.params.toString());
      request.flush({ items, page: 1, size: 25, total: items.length, capped: false });
    }
    harness.detectChanges();
  }
  page = harness.fixture.nativeElement as HTMLElement;
  return asked;
}

describe('the page of methods', () => {
  it('asks for what stands in the address, and never takes who publishes a method for evidence', async () => {
    const asked = await open('/metoder?training=true&municipality=2282&q=freda', [aMethod()]);
    expect(asked.at(-1)).toContain('municipality=2282');
    expect(asked.at(-1)).toContain('training=true');
    expect(page.textContent).toContain('Inte bedömd här');
    expect(page.textContent).toContain('Ges ut av Socialstyrelsen');
    expect(page.textContent).not.toContain('Enligt Socialstyrelsen');
    expect(page.textContent).toContain('gäller i 24 månader');
    expect(page.textContent).toContain('varav ni');
  });

  it('says of a method that it is not used any more before it is opened', async () => {
    await open('/metoder', [aMethod({ status: 'retired', retiresOn: '2026-09-29' })]);
    expect(page.querySelector('.st-cancelled')?.textContent).toContain('Används inte längre');
  });

  it('says what to do where nothing matches', async () => {
    await open('/metoder?q=finnsinte', []);
    expect(page.textContent).toContain('Ingen metod stämmer');
  });
});
