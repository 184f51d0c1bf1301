import type { ContactColumn } from '@samverkan/contacts/contract';
import { checkCell, guardText, isAboutShelter } from '@samverkan/shared/contract';
import { type Cell, CellFault, dayIn, textOf } from './import-cells';

/** Something in a row that must not be taken in, and where. */
export interface Unsafe {
  column: ContactColumn | null;
  code: string;
}

/**
 * Every cell of a row passes the guard, those of columns that are left out too: a sheet with personal numbers in it is not to be sent
 * on. In the column for telephones, figures that could be something else are telephones. Where a row is about sheltered housing, by any
 * of its cells, no cell may hold an address.
 */
export function unsafeCells(
  cells: readonly Cell[],
  headings: readonly string[],
  columns: readonly (ContactColumn | null)[],
): Unsafe[] {
  const shelter = isAboutShelter(cells.map(textOf).join('\n'));
  return cells.flatMap((cell, at) => {
    if (textOf(cell) === '') return [];
    const column = columns[at] ?? null;
    if ((column === 'from' || column === 'to') && !(dayIn(textOf(cell)) instanceof CellFault)) return [];
    const found = [...checkCell(cell, headings[at] ?? ''), ...(shelter ? guardText(textOf(cell), { shelter }) : [])];
    const asks = column !== null && column !== 'phone';
    const worst =
      found.find(({ grade }) => grade === 'stop') ?? (asks ? found.find(({ grade }) => grade === 'ask') : undefined);
    return worst ? [{ column, code: worst.code }] : [];
  });
}
