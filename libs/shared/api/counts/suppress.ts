// Keeps small numbers from telling of people: the one place through which every table, file and answer of reach goes. Pure.

/** Fewer than this are told as a number to nobody. */
export const fewest = 5;

export interface Suppressed {
  cells: (number | null)[][];
  rowTotals: (number | null)[];
  columnTotals: (number | null)[];
  total: number | null;
}

type Counts = readonly (readonly number[])[];

interface Place {
  row: number;
  column: number;
}

/**
 * Hides every number from one to four, in the table and in its sums, and then so many others that none of the hidden can be reckoned from what is
 * left: in each line with its sum at least two are hidden, and those hidden besides the sum stand for at least five people together; and no
 * hidden number is the only one that ties two parts of the hidden together, for then it is what lines of the one part have more than the other.
 * Nobody is told as nobody (0). `parts` are tables of the same form that have been added to the first, each at one time: what one of them must hide is
 * hidden here too, so that it is not what the table shows after it came less what was shown before.
 */
export function suppress(counts: Counts, parts: readonly Counts[] = []): Suppressed {
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
  for (const part of parts) {
    const { cells, rowTotals, columnTotals, total } = suppress(part);
    const shown = [...cells.map((row, n) => [...row, rowTotals[n] ?? null]), [...columnTotals, total]];
    for (const [n, row] of shown.entries())
      for (const [column, one] of row.entries()) if (one === null && hidden[n]) hidden[n][column] = true;
  }
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
    // What is hidden on the way may lead round a bridge that is left: each is tried again as it stands then. New ones wait for the next round.
    for (const place of bridgesIn(hidden)) {
      const next = acrossOf(place, { lines, rows, at, isHidden });
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

/** The hidden numbers that alone lead from one part of the hidden to another, row by row: the bridges of the graph whose nodes are the lines. */
function bridgesIn(hidden: readonly (readonly boolean[])[]): Place[] {
  const rows = hidden.length;
  const columns = hidden[0]?.length ?? 0;
  const beside: number[][] = Array.from({ length: rows + columns }, () => []);
  for (const [row, cells] of hidden.entries())
    for (const [column, isGone] of cells.entries()) {
      if (!isGone) continue;
      beside[row]?.push(rows + column);
      beside[rows + column]?.push(row);
    }
  const seen = new Array<number>(rows + columns).fill(-1);
  const low = new Array<number>(rows + columns).fill(-1);
  const found: Place[] = [];
  let count = 0;
  const enter = (line: number) => {
    seen[line] = low[line] = count;
    count += 1;
  };
  for (const start of seen.keys()) {
    if (seen[start] !== -1) continue;
    enter(start);
    const way = [{ line: start, from: -1, next: 0 }];
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const { line, from } = step;
      const to = beside[line]?.[step.next];
      step.next += 1;
      if (to === undefined) {
        way.pop();
        if (from < 0) continue;
        low[from] = Math.min(low[from] ?? 0, low[line] ?? 0);
        if ((low[line] ?? 0) > (seen[from] ?? 0))
          found.push({ row: Math.min(line, from), column: Math.max(line, from) - rows });
      } else if (seen[to] === -1) {
        enter(to);
        way.push({ line: to, from: line, next: 0 });
      } else if (to !== from) low[line] = Math.min(low[line] ?? 0, seen[to] ?? 0);
    }
  }
  return found.sort((one, other) => one.row - other.row || one.column - other.column);
}

/** What must go too when nothing but this hidden number leads from one part of the hidden to another: the smallest between the same two parts. */
function acrossOf(bridge: Place, { lines, rows, at, isHidden }: Table): Place | undefined {
  const target = rows + 1 + bridge.column;
  const reached = new Set<number>();
  const walk = [bridge.row];
  for (let line = walk.pop(); line !== undefined; line = walk.pop()) {
    if (reached.has(line)) continue;
    if (line === target) return undefined;
    reached.add(line);
    for (const place of lines[line] ?? []) {
      if (!isHidden(place) || (place.row === bridge.row && place.column === bridge.column)) continue;
      walk.push(line > rows ? place.row : rows + 1 + place.column);
    }
  }
  let best: Place | undefined;
  for (let row = 0; row <= rows; row += 1)
    for (const place of lines[row] ?? []) {
      const between = reached.has(row) !== reached.has(rows + 1 + place.column);
      if (between && !isHidden(place) && at(place) > 0 && (!best || at(place) < at(best))) best = place;
    }
  return best;
}
