// Rows against what has been imported before: which are new, which are counted already, and which would be counted twice. Pure.
import type { CompletionRow } from '@samverkan/learning/contract';
import { shownCell } from '@samverkan/shared/api';
import type { Counted, ReadCompletion } from './completion-row';

export interface PlannedCompletion {
  row: CompletionRow;
  read: ReadCompletion;
}

type Period = Pick<Counted, 'startsOn' | 'endsOn'>;

const keyOf = ({ startsOn, endsOn, municipalityCode, profession }: Counted) =>
  [startsOn, endsOn, municipalityCode ?? '', profession ?? ''].join(' ');
const isSame = (one: Period, other: Period) => one.startsOn === other.startsOn && one.endsOn === other.endsOn;
const meets = (one: Period, other: Period) =>
  !isSame(one, other) && one.startsOn <= other.endsOn && one.endsOn >= other.startsOn;

/** The plan for all rows, in their order. A row of nobody is as if it had been counted already: it adds nothing. */
export function completionPlan(rows: readonly ReadCompletion[], before: readonly Counted[]): PlannedCompletion[] {
  const there = new Map(before.map((one) => [keyOf(one), one.count]));
  const lines = new Map<string, number>();
  const periods: Period[] = [];
  for (const one of [...before, ...rows.flatMap(({ counted }) => counted ?? [])])
    if (!periods.some((other) => isSame(one, other))) periods.push(one);
  return rows.map((read) => {
    const { counted } = read;
    const issues = [...read.issues];
    const standing = counted ? there.get(keyOf(counted)) : undefined;
    if (counted) {
      const earlier = lines.get(keyOf(counted));
      if (earlier !== undefined) issues.push({ column: null, code: 'import.twice-in-file', line: earlier });
      else lines.set(keyOf(counted), read.line);
      if (periods.some((other) => meets(counted, other)))
        issues.push({ column: 'period', code: 'import.period-overlaps' });
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
