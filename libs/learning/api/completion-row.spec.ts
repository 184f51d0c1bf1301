import { CellFault } from '@samverkan/shared/api';
import { completionPlan } from './completion-plan';
import { type Counted, periodIn, readCompletion } from './completion-row';

const span = (startsOn: string, endsOn: string) => ({ startsOn, endsOn });

describe('a period in a sheet', () => {
  it('is read as Swedish platforms write it', () => {
    for (const [text, period] of [
      ['2026', span('2026-01-01', '2026-12-31')],
      ['2026-02', span('2026-02-01', '2026-02-28')],
      ['202611', span('2026-11-01', '2026-11-30')],
      ['2024-2', span('2024-02-01', '2024-02-29')],
      ['Mars 2026', span('2026-03-01', '2026-03-31')],
      ['2026 oktober', span('2026-10-01', '2026-10-31')],
      ['2026 kv 1', span('2026-01-01', '2026-03-31')],
      ['Q4 2026', span('2026-10-01', '2026-12-31')],
      ['kvartal 2 2026', span('2026-04-01', '2026-06-30')],
      ['2026-01-15', span('2026-01-15', '2026-01-15')],
      ['2026-01-01–2026-06-30', span('2026-01-01', '2026-06-30')],
      ['2026-01-01 till 2026-06-30', span('2026-01-01', '2026-06-30')],
      ['2026-01-01 - 2026-06-30', span('2026-01-01', '2026-06-30')],
    ] as const)
      expect([text, periodIn(text)]).toEqual([text, period]);
  });

  it('is no period where it cannot be told which', () => {
    for (const text of ['förra året', '2026-13', '2026 kv 5', '26-01', '2026-06-30–2026-01-01', 'mars', '1999'])
      expect([text, periodIn(text)]).toEqual([text, new CellFault('import.not-a-period')]);
  });
});

const sheet = {
  headings: ['Period', 'Kommun', 'Yrkesgrupp', 'Antal'],
  columns: ['period', 'municipality', 'profession', 'count'] as ('period' | 'municipality' | 'profession' | 'count')[],
};
const ground = {
  municipalities: new Map([
    ['kramfors', '2282'],
    ['härnösand', '2280'],
  ]),
  lists: { items: [] } as never,
  today: '2026-11-28',
};
const row = (line: number, ...cells: string[]) => readCompletion(line, cells, sheet, ground);
const plan = (rows: ReturnType<typeof row>[], before: Counted[] = []) =>
  completionPlan(rows, before).map(({ row: { line, outcome, issues } }) => [
    line,
    outcome,
    ...issues.map(({ column, code, line: other }) => [column, code, ...(other ? [other] : [])]),
  ]);

describe('a row of completions', () => {
  it('says what is wrong with it, each fault in its column', () => {
    expect(row(2, '', 'Atlantis', 'Trollkarl', 'några').issues).toEqual([
      { column: 'period', code: 'import.period-missing' },
      { column: 'municipality', code: 'import.unknown-municipality' },
      { column: 'profession', code: 'import.unknown-word' },
      { column: 'count', code: 'import.not-a-count' },
    ]);
    expect(row(3, '2027', 'Kramfors; Härnösand', '', '-3').issues.map(({ code }) => code)).toEqual([
      'import.period-to-come',
      'import.several-municipalities',
      'import.not-a-count',
    ]);
    expect(row(4, '2026', '', '', '').issues).toEqual([{ column: 'count', code: 'import.count-missing' }]);
    expect(row(5, '2026', '19121212-1212', '', '4').issues[0]?.code).toBe('text.personal-number');
  });

  it('may be of a place or profession that is not known', () => {
    expect(row(2, '2026', 'Hela länet', 'ej angivet', '1 204').counted).toEqual({
      ...span('2026-01-01', '2026-12-31'),
      municipalityCode: null,
      profession: null,
      count: 1204,
    });
  });

  it('is counted once: the same again adds nothing, another number or a period across is a fault', () => {
    const before = { ...span('2026-01-01', '2026-01-31'), municipalityCode: '2282', profession: null, count: 7 };
    expect(
      plan(
        [
          row(2, '2026-01', 'Kramfors', '', '7'),
          row(3, '2026-01', 'Härnösand', '', '9'),
          row(4, '2026-01', 'Härnösand', '', '9'),
          row(5, '2026-02', 'Kramfors', '', '0'),
        ],
        [before],
      ),
    ).toEqual([
      [2, 'same'],
      [3, 'new'],
      [4, 'wrong', [null, 'import.twice-in-file', 3]],
      [5, 'same'],
    ]);
    expect(plan([row(2, '2026-01', 'Kramfors', '', '8')], [before])).toEqual([
      [2, 'wrong', ['count', 'import.counted-otherwise']],
    ]);
    expect(plan([row(2, '2026', 'Härnösand', '', '8')], [before])).toEqual([
      [2, 'wrong', ['period', 'import.period-overlaps']],
    ]);
  });
});
