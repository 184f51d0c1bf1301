import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Coverage, CoverageGaps, CoverageRow } from '@samverkan/coverage/contract';
import { provideLanguage } from '@samverkan/shared/portal';
import { coverageRoutes } from './coverage.routes';
import { listBehind } from './coverage-cell';

const aStrategy = {
  id: 'plan',
  kind: 'action_plan' as const,
  title: 'Handlingsplan',
  titleEn: null,
  shortTitle: 'Handlingsplan 2022–2026',
  shortTitleEn: null,
  startsOn: null,
  endsOn: null,
  status: 'adopted' as const,
  expired: false,
};
const aRow = (goalId: string, fields: Partial<CoverageRow> = {}): CoverageRow => ({
  goalId,
  number: goalId,
  title: `Mål ${goalId}`,
  titleEn: null,
  parentId: null,
  placeholder: false,
  goalIds: [goalId],
  total: 0,
  cells: [0, 0],
  committed: 0,
  ...fields,
});
const aCoverage = (fields: Partial<Coverage> = {}): Coverage => ({
  countedAt: '2026-11-27T10:00:00.000Z',
  strategy: aStrategy,
  frames: [
    { ...aStrategy, id: 'nat', shortTitle: 'Nationella strategin', goalCount: 2 },
    { ...aStrategy, id: '01900000-0000-7000-8000-000000000000', shortTitle: 'Jämställdhetsmålen', goalCount: 1 },
  ],
  frame: 'nat',
  columns: [
    { key: 'nat-1', number: '1', title: 'Förebygga', titleEn: null, total: 7 },
    { key: 'nat-2', number: '2', title: 'Upptäcka', titleEn: null, total: 1 },
  ],
  rows: [
    aRow('1', { goalIds: ['1', '1.1', '1.2'], total: 8, cells: [7, 1] }),
    aRow('1.1', { parentId: '1', total: 8, cells: [7, 1] }),
    aRow('1.2', { parentId: '1', title: 'Eftervåld' }),
  ],
  total: 8,
  signatories: null,
  committed: 0,
  ...fields,
});
const someGaps: CoverageGaps = {
  goalIds: ['1.2'],
  commitments: [],
  municipalities: [
    { code: '2260', name: 'Ånge', open: 0, vacant: 2 },
    { code: '2281', name: 'Sundsvall', open: 3, vacant: 0 },
  ],
};

async function open(
  coverage = aCoverage(),
  query = '',
  gaps = someGaps,
): Promise<{ page: HTMLElement; settle: () => Promise<void> }> {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'strategier/:id/tackning', children: coverageRoutes }], withComponentInputBinding()),
      provideHttpClient(),
      provideHttpClientTesting(),
      ...provideLanguage(),
    ],
  });
  const harness = await RouterTestingHarness.create(`/strategier/plan/tackning${query}`);
  const settle = async () => {
    for (let round = 0; round < 5; round++) {
      await new Promise((next) => setTimeout(next));
      await harness.fixture.whenStable();
    }
  };
  const http = TestBed.inject(HttpTestingController);
  http.expectOne(`/api/coverage/plan${query}`).flush(coverage);
  http.expectOne('/api/coverage/plan/gaps').flush(gaps);
  await settle();
  return { page: harness.fixture.nativeElement as HTMLElement, settle };
}
const textOf = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim();
const lines = (page: HTMLElement) => [...page.querySelectorAll<HTMLTableRowElement>('table[role="grid"] tbody tr')];
const addressOf = (element: Element | null | undefined) =>
  Object.fromEntries(new URL(element?.getAttribute('href') ?? '', 'http://here').searchParams);

describe('the page of coverage', () => {
  it('says in a sentence how many goals have actions, and which has none', async () => {
    const { page } = await open();
    expect(textOf(page.querySelector('sam-page-head p'))).toBe(
      '1 av 2 mål har öppna insatser. Det mål som saknar öppna insatser är ”Eftervåld”. Varje tal öppnar sina insatser.',
    );
  });

  it('opens from each number the list that it counts, goals under a goal included', async () => {
    const { page } = await open();
    const [branch, , missing, whole] = lines(page);
    expect(addressOf(branch?.querySelector('td a'))).toEqual({
      goal: '1,1.1,1.2',
      serves: 'nat-1',
      status: 'planned,ongoing,paused',
    });
    expect(textOf(branch?.querySelector('td'))).toContain('7 många öppna insatser, visa dem');
    expect(addressOf(whole?.querySelector('td:last-child a'))).toEqual({
      goal: '1,1.1,1.2',
      status: 'planned,ongoing,paused',
    });
    expect(missing?.querySelector('td a')).toBeNull();
    expect([missing?.className, textOf(missing?.querySelector('td'))]).toEqual(['void', 'Mål 10 saknas']);
  });

  it('asks the list for municipalities, for those that name none, and for every status where all are counted', () => {
    expect(listBehind(['g'], { key: '2281' }, 'all')).toEqual({ goal: 'g', municipality: '2281' });
    expect(listBehind(['g'], { key: '-' }, 'all')).toEqual({ goal: 'g', unplaced: 'true' });
    expect(listBehind(Array.from({ length: 51 }, String), null, 'all')).toBeNull();
  });

  it('goes between the cells by arrow keys, with one of them in the tab order', async () => {
    const { page, settle } = await open();
    const tabbed = () => page.querySelectorAll<HTMLElement>('[data-at][tabindex="0"]');
    const press = async (key: string) => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await settle();
    };
    document.body.append(page);
    tabbed()[0]?.focus();
    await press('ArrowRight');
    await press('ArrowDown');
    expect([tabbed().length, document.activeElement?.getAttribute('data-at')]).toEqual([1, '1,1']);
    await press('End');
    expect(document.activeElement?.getAttribute('data-at')).toBe('1,2');
    await press('ArrowRight');
    expect(document.activeElement?.getAttribute('data-at')).toBe('1,2');
    page.remove();
  });

  it('lists what is missing: the goal, the frame’s, the municipality without an open action, and who is not there', async () => {
    const [first, second] = aCoverage().columns;
    const { page } = await open(aCoverage({ columns: [first!, { ...second!, total: 0 }] }));
    const section = page.querySelector('sam-coverage-gaps');
    expect([...(section?.querySelectorAll('ul') ?? [])].map(textOf)).toEqual(['1.2. Eftervåld', '2. Upptäcka']);
    expect([...(section?.querySelectorAll('tbody tr') ?? [])].map(textOf)).toEqual([
      'ÅngeIngen öppen insats2 vakanta funktioner',
    ]);
    expect(addressOf(section?.querySelector('tbody a'))).toEqual({ municipality: '2260', vacant: 'true' });
  });

  it('says how many parties have a commitment to each goal, and who has none', async () => {
    const party = (name: string) => ({ id: name, name, kind: 'municipality' as const });
    const commitments = [{ goalId: '1.1', has: [party('Timrå')], lacks: [party('Ånge'), party('Kramfors')] }];
    const rows = aCoverage().rows.map((row) => ({ ...row, committed: row.goalId === '1.2' ? 0 : 1 }));
    const { page } = await open(aCoverage({ rows, signatories: 3, committed: 1 }), '', { ...someGaps, commitments });
    expect(lines(page).map((line) => textOf(line.querySelector('td:last-child'))?.slice(0, 6))).toEqual([
      '1 av 3',
      '1 av 3',
      '0 av 3',
      '1 av 3',
    ]);
    const goal = page.querySelector('#atagande-1\\.1');
    expect(textOf(goal?.querySelector('summary'))).toBe('1.1. Mål 1.1 1 av 3 parter har åtagande');
    expect([...(goal?.querySelectorAll('a') ?? [])].map(textOf)).toEqual(['Ånge', 'Kramfors', 'Timrå']);
  });

  it('takes the table along as it is shown', async () => {
    const { page } = await open(aCoverage(), '?show=all');
    const file = [...page.querySelectorAll('a[download]')].find((link) => textOf(link)?.includes('csv'));
    expect(file?.getAttribute('href')).toBe('/api/coverage/plan/export?show=all&format=csv&lang=sv');
  });

  it('says that the frame of an address is not there, and leads to the first', async () => {
    const { page, settle } = await open();
    const http = TestBed.inject(HttpTestingController);
    const other = [...page.querySelectorAll('button')].find((button) => textOf(button)?.startsWith('Jämställdhet'));
    other?.click();
    for (let round = 0; round < 10; round++) await new Promise((next) => setTimeout(next, 5));
    const issues = [{ path: 'frame', code: 'coverage.unknown-frame' }];
    const refused = { status: 400, statusText: 'Bad Request' };
    http
      .expectOne('/api/coverage/plan?frame=01900000-0000-7000-8000-000000000000')
      .flush({ code: 'bad-input', issues }, refused);
    await settle();
    expect(textOf(page.querySelector('[role="alert"]'))).toMatch(/^Ramen finns inte.*Visa mot den första ramen/);
  });

  it('says so where the goals have not been read in', async () => {
    const { page } = await open(aCoverage({ rows: [], columns: [], total: 0 }));
    expect(textOf(page.querySelector('.note'))).toContain('Strategins mål är inte inlästa');
  });
});
