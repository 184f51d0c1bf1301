import { badInput } from '../http/problems';
import { shownCell, textOf } from './sheet-cells';
import { type SheetCell, readSheetRows } from './sheet-in';

/** A sheet with its headings read: what each column stands for, and the rows that say something, each with its line. */
export interface OpenedSheet<C extends string> {
  headings: string[];
  /** The headings as they may be shown. */
  shown: string[];
  columns: (C | null)[];
  rows: { line: number; cells: SheetCell[] }[];
}

/** Opens a file that was sent. Refuses one without rows; `given` are the columns as the reader says they are, else the headings are recognised. */
export async function openSheet<C extends string>(
  file: unknown,
  given: readonly (C | null)[] | undefined,
  recognised: (headings: readonly string[]) => (C | null)[],
  bounds: { rows?: number } = {},
): Promise<OpenedSheet<C>> {
  const { rows } = await readSheetRows(file, bounds);
  const [head = [], ...body] = rows;
  const headings = head.map(textOf);
  const filled = body
    .map((cells, at) => ({ cells, line: at + 2 }))
    .filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));
  if (filled.length === 0) throw badInput([{ path: 'file', code: 'sheet.empty' }]);
  return {
    headings,
    shown: headings.map((heading) => shownCell(heading)),
    columns: given ? headings.map((_, at) => given[at] ?? null) : recognised(headings),
    rows: filled,
  };
}
