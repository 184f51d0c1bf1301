import { elsewhere, openStatuses, type CoverageColumn, type CoverageRow } from '@samverkan/coverage/contract';
import type { AddressValues } from '@samverkan/reading/portal';

/** How much a number is, for the eye and in words. */
export interface Heat {
  step: 0 | 1 | 2 | 3 | 4 | 5;
  words: 'none' | 'one' | 'few' | 'some' | 'many';
}

const heats: readonly [from: number, heat: Heat][] = [
  [7, { step: 5, words: 'many' }],
  [5, { step: 4, words: 'some' }],
  [3, { step: 3, words: 'some' }],
  [2, { step: 2, words: 'few' }],
  [1, { step: 1, words: 'one' }],
];

export const heatOf = (count: number): Heat => heats.find(([from]) => count >= from)?.[1] ?? { step: 0, words: 'none' };

/** The most goals that one address of the list can hold. */
const mostGoals = 50;

/** What the list of actions is asked for, so that it holds exactly what a number counts. Null where it cannot be asked. */
export function listBehind(
  goalIds: readonly string[],
  column: Pick<CoverageColumn, 'key'> | null,
  show: 'open' | 'all',
): AddressValues | null {
  if (goalIds.length > mostGoals) return null;
  return {
    goal: goalIds.join(),
    ...(column && columnFilter(column.key)),
    ...(show === 'open' ? { status: openStatuses.join() } : {}),
  };
}

function columnFilter(key: string): AddressValues {
  if (key === elsewhere) return { unplaced: 'true' };
  return /^\d{4}$/.test(key) ? { municipality: key } : { serves: key };
}

/** Goals that others lie under: their numbers sum up, and nothing is missing in them that is not missing below. */
export const parentsAmong = (rows: readonly CoverageRow[]): ReadonlySet<string> =>
  new Set(rows.flatMap(({ parentId }) => parentId ?? []));
