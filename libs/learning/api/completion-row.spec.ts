import { CellFault } from '@samverkan/shared/api';
import { completionPlan, countedToday } from './completion-plan';
import { type Counted, daysAreMonths, periodIn, readCompletion } from './completion-row';

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
  professions: new Map([['poliser', 'police']]),
  today: '2026-11-28',
  months: false,
  lang: 'sv' as const,
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

  it('has no number where a point or comma may part thousands as well as decimals', () => {
    for (const [text, count] of [
      ['12', 12],
      ['12,0', 12],
      ['12.00', 12],
      ['1 000', 1000],
      ['1\u00a0000', 1000],
    ] as const)
      expect([text, row(2, '2026', 'Kramfors', '', text).counted?.count]).toEqual([text, count]);
    for (const text of ['1,000', '1.000', '10,000', '12,5', '1.000,00', '1,0.0'])
      expect([text, row(2, '2026', 'Kramfors', '', text).issues]).toEqual([
        text,
        [{ column: 'count', code: 'import.not-a-count' }],
      ]);
  });

  it('that sums up places is refused: they would be counted twice', () => {
    for (const words of ['Hela länet', 'Landet', 'Totalt', 'Summa', 'Alla kommuner', 'Hela Västernorrlands län'])
      expect([words, row(2, '2026', words, '', '40').issues]).toEqual([
        words,
        [{ column: 'municipality', code: 'import.whole-county' }],
      ]);
  });

  it('is told by the period as it was understood and its number, and as of an unknown municipality where it has none', () => {
    expect(row(2, '2026-11', 'Kramfors', 'Poliser', '7').title).toBe('1–30 november 2026 · Kramfors · Poliser: 7');
    expect(row(2, '2026', '', '', '7').title).toBe(
      '1 januari – 31 december 2026 · okänd kommun (räknas utöver de andra) · 7',
    );
    expect(row(2, 'förra året', 'Kramfors', '', '7').title).toBe('förra året · Kramfors · 7');
  });

  it('may be of a place or profession that is not known', () => {
    expect(row(2, '2026', '', 'ej angivet', '1 204').counted).toEqual({
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

  it('is counted once after its profession was merged into another', () => {
    const term = { code: 'police', state: 'in_use', successor: null };
    const old = { code: 'constables', state: 'merged', successor: 'police' };
    const lists = { items: [{ name: 'profession', terms: [term, old] }] } as never;
    const before = {
      ...span('2026-01-01', '2026-01-31'),
      municipalityCode: '2282',
      profession: 'constables',
      count: 7,
    };
    const today = countedToday([before, { ...before, profession: 'police', count: 5 }], lists);
    expect(today).toEqual([{ ...before, profession: 'police', count: 12 }]);
    expect(plan([row(2, '2026-01', 'Kramfors', 'Poliser', '12')], today)).toEqual([[2, 'same']]);
  });
});

describe('the first of a month', () => {
  it('is the month, as a spreadsheet makes it of one, where nothing is counted by days', () => {
    expect(daysAreMonths(['2026-11-01', '2026-10-01', '2026 kv 1', 'fel'], [])).toBe(true);
    expect(daysAreMonths(['2026-11-01', '2026-11-02'], [])).toBe(false);
    expect(daysAreMonths(['2026-11-01'], [span('2026-10-14', '2026-10-14')])).toBe(false);
    const read = readCompletion(2, ['2026-11-01', 'Kramfors', '', '7'], sheet, { ...ground, months: true });
    expect(read.counted).toMatchObject(span('2026-11-01', '2026-11-30'));
    expect(read.title).toBe('1–30 november 2026 · Kramfors · 7');
  });
});
