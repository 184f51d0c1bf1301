// Rows against what has been imported before: which are new, which are counted already, and which would be counted twice. Pure.
import type { CompletionRow } from '@samverkan/learning/contract';
import { shownCell } from '@samverkan/shared/api';
import { type Vocabularies, codeToday } from '@samverkan/vocabularies/contract';
import type { Counted, ReadCompletion } from './completion-row';

export interface PlannedCompletion {
  row: CompletionRow;
  read: ReadCompletion;
}

type Period = Pick<Counted, 'startsOn' | 'endsOn'>;

const keyOf = ({ startsOn, endsOn, municipalityCode, profession }: Counted) =>
  [startsOn, endsOn, municipalityCode ?? '', profession ?? ''].join(' ');
const spanOf = ({ startsOn, endsOn }: Period) => `${startsOn} ${endsOn}`;

/** Those of different periods that have a day in common with another. In the order of their first days, each is held against the one so far that ends last. */
function clashesIn(periods: readonly Period[]): Set<string> {
  const found = new Set<string>();
  const inOrder = [...periods].sort((one, other) => (spanOf(one) < spanOf(other) ? -1 : 1));
  let last: Period | undefined;
  for (const one of inOrder) {
    if (last && last.endsOn >= one.startsOn) found.add(spanOf(last)).add(spanOf(one));
    if (!last || one.endsOn > last.endsOn) last = one;
  }
  return found;
}

/** What was counted before as a sheet reads today: under the profession that each was merged into. */
export function countedToday(before: readonly Counted[], lists: Pick<Vocabularies, 'items'>): Counted[] {
  const all = new Map<string, Counted>();
  for (const one of before) {
    const profession = one.profession && (codeToday(lists, 'profession', one.profession) ?? one.profession);
    const today = { ...one, profession };
    const earlier = all.get(keyOf(today));
    all.set(keyOf(today), { ...today, count: today.count + (earlier?.count ?? 0) });
  }
  return [...all.values()];
}

/** The plan for all rows, in their order. A row of nobody is as if it had been counted already: it adds nothing. */
export function completionPlan(rows: readonly ReadCompletion[], before: readonly Counted[]): PlannedCompletion[] {
  const there = new Map(before.map((one) => [keyOf(one), one.count]));
  const lines = new Map<string, number>();
  const all = [...before, ...rows.flatMap((row) => row.counted ?? [])];
  const periods = [...new Map(all.map((one): [string, Period] => [spanOf(one), one])).values()];
  const clashing = clashesIn(periods);
  return rows.map((read) => {
    const { counted } = read;
    const issues = [...read.issues];
    const standing = counted ? there.get(keyOf(counted)) : undefined;
    if (counted) {
      const earlier = lines.get(keyOf(counted));
      if (earlier !== undefined) issues.push({ column: null, code: 'import.twice-in-file', line: earlier });
      else lines.set(keyOf(counted), read.line);
      if (clashing.has(spanOf(counted))) issues.push({ column: 'period', code: 'import.period-overlaps' });
      if (standing !== undefined && standing !== counted.count)
        issues.push({ column: 'count', code: 'import.counted-otherwise' });
    }
    const adds = counted !== null && standing === undefined && counted.count > 0;
    return {
      read,
      row: {
        line: read.line,
        outcome: issues.length > 0 ? 'wrong' : adds ? 'new' : 'same',
        title: shownCell(read.title, 160),
        fields: [],
        issues,
      },
    };
  });
}
