// What any sheet's cells come to as text, and what must not be taken in from them. Pure.
import { checkCell, guardGrade, guardText, isAboutShelter } from '@samverkan/shared/contract';
import type { SheetCell } from './sheet-in';

export const fold = (words: string): string =>
  words.normalize('NFC').toLocaleLowerCase('sv-SE').replace(/\s+/g, ' ').trim();

/** A cell's text; the apostrophe by which an export keeps a spreadsheet from reckoning is no part of it. */
export const textOf = (cell: SheetCell | undefined): string =>
  (cell ?? '')
    .toString()
    .normalize('NFC')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');

/** The parts of a cell that says several things. */
export const partsOf = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean);

/** Something in a row that must not be taken in, and where. */
export interface UnsafeCell<C extends string> {
  column: C | null;
  code: string;
}

/**
 * Every cell of a row passes the guard, those of columns that are left out too: a sheet with personal numbers in it is not to be sent
 * on. `passes` says of a column's cell that its figures are known to be something else, `asks` whether figures that could be one are refused. Where a row is about
 * sheltered housing, by any of its cells, no cell may hold an address.
 */
export function unsafeCells<C extends string>(
  cells: readonly SheetCell[],
  headings: readonly string[],
  columns: readonly (C | null)[],
  rules: { passes?: (column: C | null, text: string) => boolean; asks?: (column: C) => boolean } = {},
): UnsafeCell<C>[] {
  const shelter = isAboutShelter(cells.map(textOf).join('\n'));
  return cells.flatMap((cell, at) => {
    const text = textOf(cell);
    const column = columns[at] ?? null;
    if (text === '' || rules.passes?.(column, text)) return [];
    const found = [...checkCell(cell, headings[at] ?? ''), ...(shelter ? guardText(text, { shelter }) : [])];
    const asks = column !== null && (rules.asks?.(column) ?? true);
    const worst =
      found.find(({ grade }) => grade === 'stop') ?? (asks ? found.find(({ grade }) => grade === 'ask') : undefined);
    return worst ? [{ column, code: worst.code }] : [];
  });
}

/** Words of a cell that may be sent back; empty where they hold what must not be shown. A heading that holds a number is somebody's first row. */
export const shownCell = (text: string, most = 80): string =>
  ['stop', 'ask'].includes(guardGrade(checkCell(text)) ?? '') ? '' : text.slice(0, most);
