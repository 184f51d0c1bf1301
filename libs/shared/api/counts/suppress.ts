// Keeps small numbers from telling of people: the one place through which every table, file and answer of reach goes. Pure.

/** Fewer than this are told as a number to nobody. */
export const fewest = 5;

export interface Suppressed {
  cells: (number | null)[][];
  rowTotals: (number | null)[];
  columnTotals: (number | null)[];
  total: number | null;
}

interface Place {
  row: number;
  column: number;
}

/**
 * Hides every number from one to four, in the table and in its sums, and then so many others that none of the hidden can be reckoned from what is
 * left: in each line with its sum at least two are hidden, and those hidden besides the sum stand for at least five people together; and no
 * hidden number is the only one that ties two parts of the hidden together, for then it is what lines of the one part have more than the other.
 * Nobody is told as nobody (0).
 */
export function suppress(counts: readonly (readonly number[])[]): Suppressed {
  const rows = counts.length;
  const columns = counts[0]?.length ?? 0;
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  // The sums stand as one more row and one more column, and are hidden and given away by the same rule.
  const whole = [
    ...counts.map((row) => [...row, sum(row)]),
    Array.from({ length: columns + 1 }, (_, at) =>
      sum(counts.map((row) => (at < columns ? (row[at] ?? 0) : sum(row)))),
    ),
  ];
  const at = ({ row, column }: Place) => whole[row]?.[column] ?? 0;
  const hidden = whole.map((row) => row.map((n) => n > 0 && n < fewest));
  const isHidden = ({ row, column }: Place) => hidden[row]?.[column] === true;
  const lines: Place[][] = [
    ...Array.from({ length: rows + 1 }, (_, row) =>
      Array.from({ length: columns + 1 }, (__, column) => ({ row, column })),
    ),
    ...Array.from({ length: columns + 1 }, (_, column) =>
      Array.from({ length: rows + 1 }, (__, row) => ({ row, column })),
    ),
  ];
  for (let again = true; again;) {
    again = false;
    for (const line of lines) {
      const next = toHide(line, at, isHidden);
      if (!next) continue;
      const row = hidden[next.row];
      if (row) row[next.column] = true;
      again = true;
    }
    for (const place of lines.slice(0, rows + 1).flat()) {
      const next = isHidden(place) && acrossOf(place, { lines, rows, at, isHidden });
      if (!next) continue;
      const row = hidden[next.row];
      if (row) row[next.column] = true;
      again = true;
    }
  }
  const shown = (row: number, column: number) => (hidden[row]?.[column] ? null : (whole[row]?.[column] ?? 0));
  return {
    cells: counts.map((row, n) => row.map((_, column) => shown(n, column))),
    rowTotals: counts.map((_, n) => shown(n, columns)),
    columnTotals: Array.from({ length: columns }, (_, column) => shown(rows, column)),
    total: shown(rows, columns),
  };
}

/** What must go too so that this line gives nothing away: the smallest that holds anybody, and the sum when nothing else is left. The last of a line is its sum. */
function toHide(
  line: readonly Place[],
  at: (place: Place) => number,
  isHidden: (place: Place) => boolean,
): Place | undefined {
  const parts = line.slice(0, -1);
  const total = line.at(-1);
  const gone = parts.filter(isHidden);
  if (!total || (gone.length === 0 && !isHidden(total))) return undefined;
  const people = gone.reduce((all, place) => all + at(place), 0);
  // With the sum hidden one part is enough: what is missing from it cannot be reckoned. With all parts shown the sum is no secret.
  const safe = isHidden(total) ? gone.length > 0 : gone.length > 1 && people >= fewest;
  if (safe) return undefined;
  const left = parts.filter((place) => !isHidden(place) && at(place) > 0).sort((one, other) => at(one) - at(other));
  return left[0] ?? (isHidden(total) ? undefined : total);
}

interface Table {
  /** The rows, its sums among them, then the columns. */
  lines: readonly (readonly Place[])[];
  rows: number;
  at: (place: Place) => number;
  isHidden: (place: Place) => boolean;
}

/** What must go too when nothing but this hidden number leads from one part of the hidden to another: the smallest between the same two parts. */
function acrossOf(bridge: Place, { lines, rows, at, isHidden }: Table): Place | undefined {
  const reached = new Set<number>();
  const walk = [bridge.row];
  for (let line = walk.pop(); line !== undefined; line = walk.pop()) {
    if (reached.has(line)) continue;
    reached.add(line);
    for (const place of lines[line] ?? []) {
      if (!isHidden(place) || (place.row === bridge.row && place.column === bridge.column)) continue;
      walk.push(line > rows ? place.row : rows + 1 + place.column);
    }
  }
  if (reached.has(rows + 1 + bridge.column)) return undefined;
  return lines
    .slice(0, rows + 1)
    .flat()
    .filter(
      (place) => !isHidden(place) && at(place) > 0 && reached.has(place.row) !== reached.has(rows + 1 + place.column),
    )
    .sort((one, other) => at(one) - at(other))[0];
}
