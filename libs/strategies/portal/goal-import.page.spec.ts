import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideLanguage } from '@samverkan/shared/portal';
import type { GoalImportPreview } from '@samverkan/strategies/contract';
import { strategiesRoutes } from './strategies.routes';

const draft = { id: 'draft', shortTitle: 'Plan 2027–', goals: [], allowed: { write: true } };
const preview = (fields: Partial<GoalImportPreview> = {}): GoalImportPreview => ({
  headings: ['Mål', 'Ansvar'],
  columns: ['title', 'responsible'],
  rows: [
    { line: 2, outcome: 'new', number: '1', title: 'Skydd', before: null, goalId: null, fields: [], issues: [] },
    {
      line: 3,
      outcome: 'changed',
      number: '2',
      title: 'Upptäckt tidigt',
      before: 'Upptäckt',
      goalId: 'goal-2',
      fields: ['title'],
      issues: [],
    },
  ],
  counts: { new: 1, changed: 1, same: 0, wrong: 0 },
  ...fields,
});

let harness: RouterTestingHarness;
let http: HttpTestingController;
const text = () => (harness.fixture.nativeElement as HTMLElement).textContent?.replace(/\s+/g, ' ').trim() ?? '';
const button = (words: string) =>
  [...(harness.fixture.nativeElement as HTMLElement).querySelectorAll('button')].find((one) =>
    one.textContent?.includes(words),
  );
async function settle(): Promise<void> {
  for (let round = 0; round < 6; round++) {
    await new Promise((next) => setTimeout(next, 5));
    harness.detectChanges();
    http.match('/api/strategies/draft').forEach((request) => request.flush(draft));
  }
  await harness.fixture.whenStable();
}
async function chosen(answer: GoalImportPreview): Promise<void> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'strategier', children: strategiesRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  harness = await RouterTestingHarness.create('/strategier/draft/skriv/tabell');
  for (let round = 0; round < 5; round++) await settle();
  const input = (harness.fixture.nativeElement as HTMLElement).querySelector('input[type=file]');
  Object.defineProperty(input, 'files', { value: [new File(['x'], 'mål.csv')] });
  input?.dispatchEvent(new Event('change'));
  http.expectOne(({ url }) => url === '/api/strategies/draft/import/preview').flush(answer);
  await settle();
}

describe('the page where goals come from a table', () => {
  it('says what becomes of each row before anything is written, and what a goal was called', async () => {
    await chosen(preview());
    expect(text()).toContain('Rad 2 Skydd Läggs till.');
    expect(text()).toContain('Upptäckt tidigt Ändras: Mål. Hette förut: Upptäckt');
    expect(button('Importera 2 rader')?.getAttribute('aria-disabled')).toBe('false');
    http.verify();
  });

  it('brings nothing while something is wrong, and says where and what', async () => {
    const [first, second] = preview().rows;
    const wrong = {
      ...second!,
      outcome: 'wrong' as const,
      issues: [{ column: 'responsible' as const, code: 'import.unknown-party' }],
    };
    await chosen(preview({ rows: [first!, wrong], counts: { new: 1, changed: 0, same: 0, wrong: 1 } }));
    expect(text()).toContain('Ansvar: Parten finns inte. Skriv namnet som det står under Parter.');
    button('Importera')?.click();
    http.expectNone('/api/strategies/draft/import');
  });

  it('tells what came, and takes it back', async () => {
    await chosen(preview());
    button('Importera 2 rader')?.click();
    http
      .expectOne(({ url, method }) => url === '/api/strategies/draft/import' && method === 'POST')
      .flush({ added: 1, changed: 1, same: 0, undo: 7 });
    await settle();
    expect(text()).toContain('Klart. 1 mål och åtgärder lades till, 1 ändrades och 0 var redan rätt.');
    button('Ångra importen')?.click();
    const undo = http.expectOne('/api/strategies/draft/import/undo');
    expect(undo.request.body).toEqual({ version: 7 });
    undo.flush({});
    await settle();
    expect(text()).not.toContain('Klart.');
  });
});
