import { type SheetPreview, type SheetRow, sheetOutcomes } from '@samverkan/shared/contract';
import { badInput } from '../http/problems';
import type { SheetColumn } from './sheet-out';

const mostTold = 100;

/** How many rows come to what. */
export const countsOf = (rows: readonly SheetRow[]): Record<SheetRow['outcome'], number> =>
  Object.fromEntries(
    sheetOutcomes.map((outcome) => [outcome, rows.filter((row) => row.outcome === outcome).length]),
  ) as Record<SheetRow['outcome'], number>;

/** Refuses the whole sheet, with its places, as long as anything in it is wrong. */
export function refuseWrongRows(rows: readonly SheetRow[]): void {
  const issues = rows.flatMap((row) =>
    row.issues.map(({ column, code }) => ({ path: `rows.${row.line}${column ? `.${column}` : ''}`, code })),
  );
  if (issues.length > 0) throw badInput(issues.slice(0, mostTold));
}

export interface SheetFault {
  line: number;
  column: string;
  words: string;
}

export const faultColumns = (lang: 'sv' | 'en'): SheetColumn<SheetFault>[] => [
  { heading: lang === 'sv' ? 'Rad' : 'Line', width: 8, of: (row) => row.line },
  { heading: lang === 'sv' ? 'Kolumn' : 'Column', width: 26, of: (row) => row.column },
  { heading: lang === 'sv' ? 'Vad som är fel' : 'What is wrong', width: 80, of: (row) => row.words },
];

/** Places and words, never what stood in the cell. */
export async function* faultRows(
  { rows, columns, headings }: SheetPreview,
  words: { heading: (column: string) => string; issue: (issue: SheetRow['issues'][number]) => string },
): AsyncGenerator<SheetFault> {
  for (const { line, issues } of rows)
    for (const issue of issues) {
      const at = issue.column ? columns.indexOf(issue.column) : -1;
      const column = headings[at] || (issue.column ? words.heading(issue.column) : '');
      yield await Promise.resolve({ line, column, words: words.issue(issue) });
    }
}
