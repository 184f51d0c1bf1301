// One row of a sheet of completions: what it says and what is wrong with it. Pure: it is given all it needs to know.
import type { CompletionColumn } from '@samverkan/learning/contract';
import {
  CellFault,
  type SheetCell,
  type UnsafeCell,
  dayIn,
  fold,
  isWholeCounty,
  municipalitiesIn,
  textOf,
  unsafeCells,
} from '@samverkan/shared/api';
import { type Vocabularies, codeToday, termsOf, wordsByCode } from '@samverkan/vocabularies/contract';
import { endOfMonth, format, parse } from 'date-fns';

/** What rows are read against. */
export interface CompletionGround {
  municipalities: ReadonlyMap<string, string>;
  professions: ReadonlyMap<string, string>;
  today: string;
  /** The first of a month stands for the month (`daysAreMonths`). */
  months: boolean;
  lang: 'sv' | 'en';
}

export interface Counted {
  startsOn: string;
  endsOn: string;
  municipalityCode: string | null;
  profession: string | null;
  count: number;
}

export interface ReadCompletion {
  line: number;
  /** As it is told: the period as it was understood, then the place and the profession in the sheet's own words. */
  title: string;
  /** Null as long as anything is wrong. */
  counted: Counted | null;
  issues: (UnsafeCell<CompletionColumn> & { line?: number })[];
}

const unknown = /^(okänd|okänt|ej angiven|ej angivet|uppgift saknas|saknas|unknown|not stated|-)$/;
const monthNames = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];

type Period = Pick<Counted, 'startsOn' | 'endsOn'>;

const months = (year: string, first: number, last: number): Period | CellFault => {
  if (first < 1 || last > 12) return new CellFault('import.not-a-period');
  const two = (month: number) => String(month).padStart(2, '0');
  const end = endOfMonth(parse(`${year}-${two(last)}-01`, 'yyyy-MM-dd', new Date(0)));
  return { startsOn: `${year}-${two(first)}-01`, endsOn: format(end, 'yyyy-MM-dd') };
};

/** A year, a month, a quarter, a day, or from one day to another, as Swedish sheets write them. */
export function periodIn(text: string): Period | CellFault {
  const words = fold(text);
  const [, from, to] =
    /^(\d{4}[-/.]\d{2}[-/.]\d{2})(?:\s*(?:–|—|--|till|to)\s*|\s+-\s+)(\d{4}[-/.]\d{2}[-/.]\d{2})$/.exec(words) ?? [];
  if (from && to) {
    const [startsOn, endsOn] = [dayIn(from), dayIn(to)];
    return typeof startsOn === 'string' && typeof endsOn === 'string' && startsOn <= endsOn
      ? { startsOn, endsOn }
      : new CellFault('import.not-a-period');
  }
  const [, year] = /^(20\d\d)$/.exec(words) ?? [];
  if (year) return months(year, 1, 12);
  const [, monthsYear, month] = /^(20\d\d)[-/.]?(\d{1,2})$/.exec(words) ?? [];
  if (monthsYear) return months(monthsYear, Number(month), Number(month));
  const named = monthNames.findIndex((name) => words.startsWith(`${name} 20`) || words.endsWith(` ${name}`));
  const [, namedYear] = /\b(20\d\d)\b/.exec(words) ?? [];
  if (named >= 0 && namedYear && words.replace(monthNames[named] ?? '', '').trim() === namedYear)
    return months(namedYear, named + 1, named + 1);
  const quarter =
    /^(?<year>20\d\d)[\s-]*(?:kv|kvartal|q)\.?\s*(?<n>[1-4])$/.exec(words)?.groups ??
    /^(?:kv|kvartal|q)\.?\s*(?<n>[1-4])[\s-]+(?<year>20\d\d)$/.exec(words)?.groups;
  if (quarter) return months(quarter['year'] ?? '', Number(quarter['n']) * 3 - 2, Number(quarter['n']) * 3);
  const day = dayIn(words);
  return typeof day === 'string' ? { startsOn: day, endsOn: day } : new CellFault('import.not-a-period');
}

const isDay = ({ startsOn, endsOn }: Period): boolean => startsOn === endsOn;

/** A spreadsheet makes a day of a month that is typed: where every day in the column is the first of a month, and the course is not counted by days, each is its month. */
export const daysAreMonths = (texts: readonly string[], before: readonly Period[]): boolean =>
  !before.some(isDay) &&
  texts.every((text) => {
    const period = periodIn(text);
    return period instanceof CellFault || !isDay(period) || period.startsOn.endsWith('-01');
  });

const asMonth = (period: Period): Period => {
  if (!isDay(period)) return period;
  const month = Number(period.startsOn.slice(5, 7));
  const whole = months(period.startsOn.slice(0, 4), month, month);
  return whole instanceof CellFault ? period : whole;
};

/** "1–30 november 2026". */
export function periodWords({ startsOn, endsOn }: Period, lang: CompletionGround['lang']): string {
  const [from, to] = [startsOn, endsOn].map((day) => new Date(`${day}T12:00:00Z`)) as [Date, Date];
  const style = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const words = new Intl.DateTimeFormat(lang === 'sv' ? 'sv' : 'en-GB', style).formatRange(from, to);
  return startsOn.slice(0, 7) === endsOn.slice(0, 7) ? words : words.replace(/\s*–\s*/, ' – ');
}

/** A row for no municipality counts people besides those of the rows that have one: whoever takes it in is told. */
const nowhere = {
  sv: 'okänd kommun (räknas utöver de andra)',
  en: 'municipality unknown (counted besides the others)',
};

/** Each profession in use by its word in either language, its code and its synonyms: read once for a whole sheet. The own words of each go before synonyms of another. */
export function professionsIn(lists: Vocabularies): Map<string, string> {
  const found = new Map<string, string>();
  const add = (words: string, code: string) => found.has(words) || found.set(words, code);
  for (const { code, sv, en } of termsOf(lists, 'profession')) {
    const today = codeToday(lists, 'profession', code);
    if (today) for (const words of [code, fold(sv), fold(en)]) add(words, today);
  }
  for (const [code, known] of Object.entries(wordsByCode(lists, 'profession')))
    for (const words of known) add(fold(words), code);
  return found;
}

const sums =
  /^(total|totalt|summa|sammanlagt|samtliga|alla|samtliga kommuner|alla kommuner|hela landet|hela riket|riket|sverige|sum|all|all municipalities|sweden)$/;

/** A sum of places would be counted besides the places it sums up. */
function municipalityIn(text: string, municipalities: CompletionGround['municipalities']): string | null | CellFault {
  if (isWholeCounty(text) || sums.test(fold(text))) return new CellFault('import.whole-county');
  const found = municipalitiesIn(text, municipalities);
  if (found instanceof CellFault) return found;
  return found.length > 1 ? new CellFault('import.several-municipalities') : (found[0] ?? null);
}

/** One or two decimals that say nothing go; a point or comma before three figures may part thousands or decimals, and is not guessed at. */
const countIn = (text: string): number | CellFault => {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(/[.,]0{1,2}$/, '');
  return /^\d{1,6}$/.test(plain) && Number(plain) <= 100_000 ? Number(plain) : new CellFault('import.not-a-count');
};

/** A period is no number of a person's. */
const guarding = {
  passes: (column: CompletionColumn | null, text: string) =>
    column === 'period' && !(periodIn(text) instanceof CellFault),
};

export function readCompletion(
  line: number,
  cells: readonly SheetCell[],
  sheet: { headings: string[]; columns: (CompletionColumn | null)[] },
  { municipalities, professions, today, months: isMonths, lang }: CompletionGround,
): ReadCompletion {
  const issues: ReadCompletion['issues'] = unsafeCells(cells, sheet.headings, sheet.columns, guarding);
  const text = (column: CompletionColumn) => textOf(cells[sheet.columns.indexOf(column)]);
  const read = <T>(column: CompletionColumn, meaning: (words: string) => T | CellFault, missing?: string): T | null => {
    const words = text(column);
    if (words === '' || (missing === undefined && unknown.test(fold(words)))) {
      if (missing) issues.push({ column, code: missing });
      return null;
    }
    const value = meaning(words);
    if (!(value instanceof CellFault)) return value;
    issues.push({ column, code: value.code });
    return null;
  };
  const said = read('period', periodIn, 'import.period-missing');
  const period = said && isMonths ? asMonth(said) : said;
  if (period && period.startsOn > today) issues.push({ column: 'period', code: 'import.period-to-come' });
  const municipalityCode = read('municipality', (words) => municipalityIn(words, municipalities));
  const profession = read(
    'profession',
    (words) => professions.get(fold(words)) ?? new CellFault('import.unknown-word'),
  );
  const count = read('count', countIn, 'import.count-missing');
  const wrong = issues.filter(
    (one, at) => issues.findIndex(({ column, code }) => column === one.column && code === one.code) === at,
  );
  return {
    line,
    title: [
      period ? periodWords(period, lang) : text('period'),
      unknown.test(fold(text('municipality')) || '-') ? nowhere[lang] : text('municipality'),
      [text('profession'), text('count')].filter(Boolean).join(': '),
    ]
      .filter(Boolean)
      .join(' · '),
    counted: wrong.length === 0 && period && count !== null ? { ...period, municipalityCode, profession, count } : null,
    issues: wrong,
  };
}
