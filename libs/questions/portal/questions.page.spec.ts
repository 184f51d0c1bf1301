import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { QuestionSummary } from '@samverkan/questions/contract';
import { ACTING_COUNTY, provideLanguage } from '@samverkan/shared/portal';
import { questionsRoutes } from './questions.routes';

const aQuestion = (fields: Partial<QuestionSummary> = {}): QuestionSummary => ({
  id: '01900000-0000-7000-8000-000000000001',
  reference: 'F-2026-K7QX3M',
  title: 'Vem betalar skyddat boende?',
  subject: 'responsibility',
  lawArea: null,
  status: 'sent_national',
  statusSince: '2026-03-03',
  holder: { id: '01900000-0000-7000-8000-000000000003', name: 'Socialstyrelsen', kind: 'national_authority' },
  asker: { id: '01900000-0000-7000-8000-000000000002', name: 'Kramfors kommun', kind: 'municipality' },
  municipalityCode: '2282',
  askedOn: '2026-02-01',
  captured: false,
  joinCount: 2,
  own: 'asker',
  toJudge: false,
  visibility: 'county',
  expectedOn: '2099-05-01',
  changedAt: '2026-11-28T10:00:00.000Z',
  demo: false,
  version: 1,
  ...fields,
});

let page: HTMLElement;

async function open(address: string, items: QuestionSummary[]): Promise<string[]> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'fragor', children: questionsRoutes }], withComponentInputBinding()),
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
    for (const request of http.match(({ url }) => url === '/api/questions')) {
      asked.push(request.request.params.toString());
      request.flush({ items, page: 1, size: 25, total: items.length, capped: false });
    }
    harness.detectChanges();
  }
  page = harness.fixture.nativeElement as HTMLElement;
  return asked;
}

describe('the page of questions', () => {
  it('asks for what stands in the address, and says of each how it stands and who has it', async () => {
    const asked = await open('/fragor?mine=true&q=boende', [aQuestion()]);
    expect(asked.at(-1)).toContain('mine=true');
    expect(page.textContent).toContain('Skickad till Socialstyrelsen 3 mars 2026. Svar väntas senast 1 maj 2099.');
    expect(page.textContent).toContain('2 till har samma fråga');
  });

  it('says that an answer is late, and that one waits to be judged', async () => {
    await open('/fragor', [
      aQuestion({ expectedOn: '2026-05-01' }),
      aQuestion({ id: '01900000-0000-7000-8000-000000000009', status: 'answered', holder: null, toJudge: true }),
    ]);
    expect(page.textContent).toContain('Svaret skulle ha kommit 1 maj 2026.');
    expect(page.textContent).toContain('Besvarar svaret er fråga?');
  });

  it('says what to do where nothing matches', async () => {
    await open('/fragor?q=finnsinte', []);
    expect(page.textContent).toContain('Ingen fråga stämmer med filtren');
  });
});
