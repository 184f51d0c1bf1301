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
  lists: Vocabularies;
  today: string;
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
  /** As it is told: the period and the place, in the sheet's own words. */
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

/** A profession by its word in either language, its code, or one of its synonyms. */
function professionIn(text: string, lists: Vocabularies): string | CellFault {
  const words = fold(text);
  const exact = termsOf(lists, 'profession').find(({ code, sv, en }) => [code, fold(sv), fold(en)].includes(words));
  const code = exact
    ? codeToday(lists, 'profession', exact.code)
    : Object.entries(wordsByCode(lists, 'profession')).find(([, known]) => known.map(fold).includes(words))?.[0];
  return code ?? new CellFault('import.unknown-word');
}

function municipalityIn(text: string, municipalities: CompletionGround['municipalities']): string | null | CellFault {
  if (isWholeCounty(text)) return null;
  const found = municipalitiesIn(text, municipalities);
  if (found instanceof CellFault) return found;
  return found.length > 1 ? new CellFault('import.several-municipalities') : (found[0] ?? null);
}

const countIn = (text: string): number | CellFault => {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(/[.,]0+$/, '');
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
  { municipalities, lists, today }: CompletionGround,
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
  const period = read('period', periodIn, 'import.period-missing');
  if (period && period.startsOn > today) issues.push({ column: 'period', code: 'import.period-to-come' });
  const municipalityCode = read('municipality', (words) => municipalityIn(words, municipalities));
  const profession = read('profession', (words) => professionIn(words, lists));
  const count = read('count', countIn, 'import.count-missing');
  const wrong = issues.filter(
    (one, at) => issues.findIndex(({ column, code }) => column === one.column && code === one.code) === at,
  );
  return {
    line,
    title: [text('period'), text('municipality'), text('profession')].filter(Boolean).join(' · '),
    counted: wrong.length === 0 && period && count !== null ? { ...period, municipalityCode, profession, count } : null,
    issues: wrong,
  };
}
