// Adds tables of reach that have each been made safe to show. What is hidden in any of them stays hidden in the sum: it is told as "at least".
// The sum is made of shown numbers alone, so it gives away nothing that they do not. Pure.
import type { Reach } from '@samverkan/learning/contract';
import type { TrainedCell } from '@samverkan/methods/contract';

type Shown = Pick<Reach, 'professions' | 'rows' | 'totals' | 'total'>;

const nobody: TrainedCell = { count: 0, more: false };
const plus = (cell: TrainedCell, part: number | null): TrainedCell => ({
  count: cell.count + (part ?? 0),
  more: cell.more || part === null,
});

export function addedUp(tables: readonly Shown[]) {
  const professions = ordered(tables.flatMap((table) => table.professions));
  const municipalities = ordered(tables.flatMap(({ rows }) => rows.map(({ municipalityCode }) => municipalityCode)));
  const sumOf = (part: (table: Shown) => number | null) => tables.map(part).reduce(plus, nobody);
  const cell = (table: Shown, municipality: string | null, profession: string | null): number | null => {
    const row = table.rows.find(({ municipalityCode }) => municipalityCode === municipality);
    const at = table.professions.indexOf(profession);
    return row && at >= 0 ? (row.cells[at] ?? null) : 0;
  };
  const rowTotal = (table: Shown, municipality: string | null): number | null => {
    const row = table.rows.find(({ municipalityCode }) => municipalityCode === municipality);
    return row ? row.total : 0;
  };
  const columnTotal = (table: Shown, profession: string | null): number | null => {
    const at = table.professions.indexOf(profession);
    return at >= 0 ? (table.totals[at] ?? null) : 0;
  };
  return {
    professions,
    rows: municipalities.map((municipalityCode) => ({
      municipalityCode,
      cells: professions.map((profession) => sumOf((table) => cell(table, municipalityCode, profession))),
      total: sumOf((table) => rowTotal(table, municipalityCode)),
    })),
    totals: professions.map((profession) => sumOf((table) => columnTotal(table, profession))),
    total: sumOf(({ rows, total }) => (rows.length > 0 ? total : 0)),
  };
}

/** Each once, in order; what is not known last. */
const ordered = (codes: readonly (string | null)[]): (string | null)[] =>
  [...new Set(codes)].sort((one, other) => (one === null ? 1 : other === null ? -1 : one < other ? -1 : 1));
