// What the words of a cell mean wherever they stand: days and places. Pure, so that every rule can be tried without a database.
import { Day } from '@samverkan/shared/contract';
import { CellFault } from './cell-fault';
import { fold, partsOf } from './sheet-cells';

export function dayIn(text: string): string | null | CellFault {
  if (text === '') return null;
  const [, year, month, day] = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ]00:00.*)?$/.exec(text) ?? [];
  const read = Day.safeParse(`${year}-${month}-${day}`);
  return read.success ? read.data : new CellFault('import.not-a-day');
}

/** "Hela länet", by any of its names. */
export const isWholeCounty = (text: string): boolean =>
  /^(hela )?(länet|länets kommuner|landet)$|^hela .+ län$|^(the )?(whole )?county$/.test(fold(text));

/** The code of each municipality by its name, folded, and by the code itself: what `municipalitiesIn` looks in. */
export const municipalityCodes = (places: readonly { code: string; name: string }[]): Map<string, string> =>
  new Map(
    places.flatMap(({ code, name }): [string, string][] => [
      [fold(name), code],
      [code, code],
    ]),
  );

/** Municipalities by name or code; "hela länet" is none of them in particular. */
export function municipalitiesIn(text: string, codes: ReadonlyMap<string, string>): string[] | CellFault {
  if (isWholeCounty(text)) return [];
  const found = partsOf(text, /[;,/\n]|\s(?:och|and|&)\s/).map((word) => {
    const name = fold(word).replace(/ (kommun|stad|municipality)$/, '');
    return codes.get(name) ?? (name === fold(word) ? undefined : codes.get(name.replace(/s$/, '')));
  });
  return found.includes(undefined)
    ? new CellFault('import.unknown-municipality')
    : [...new Set(found as string[])].sort();
}
