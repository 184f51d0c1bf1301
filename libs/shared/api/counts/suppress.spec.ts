import fc from 'fast-check';
import { type Suppressed, fewest, suppress } from './suppress';

/** The hidden numbers that follow from those shown, by solving all the sums at once. */
function foundIn({ cells, rowTotals, columnTotals, total }: Suppressed): number {
  const whole = [...cells.map((row, at) => [...row, rowTotals[at] ?? null]), [...columnTotals, total]];
  const [rows, columns] = [whole.length, columnTotals.length + 1];
  const unknown = whole.flatMap((row, r) => row.flatMap((one, c) => (one === null ? [{ r, c }] : [])));
  const sums = [
    ...whole.map((_, line) => unknown.map(({ r, c }) => (r === line ? (c === columns - 1 ? -1 : 1) : 0))),
    ...Array.from({ length: columns }, (_, line) =>
      unknown.map(({ r, c }) => (c === line ? (r === rows - 1 ? -1 : 1) : 0)),
    ),
  ] as number[][];
  let solved = 0;
  for (const [at] of unknown.entries()) {
    const pivot = sums.findIndex((sum, n) => n >= solved && sum[at] !== 0);
    if (pivot < 0) continue;
    const [sum = []] = sums.splice(pivot, 1);
    const by = sum[at] ?? 1;
    const one = sum.map((n) => n / by);
    for (const [n, other] of sums.entries()) {
      const times = other[at] ?? 0;
      if (times !== 0) sums[n] = other.map((m, k) => m - times * (one[k] ?? 0));
    }
    sums.splice(solved, 0, one);
    solved += 1;
  }
  return sums.slice(0, solved).filter((sum) => sum.filter((n) => Math.abs(n) > 1e-9).length === 1).length;
}

describe('small numbers', () => {
  it('are hidden below five, and nobody is told as nobody', () => {
    expect(
      suppress([
        [0, 12, 20],
        [9, 0, 30],
        [7, 8, 0],
      ]),
    ).toMatchObject({
      cells: [
        [0, 12, 20],
        [9, 0, 30],
        [7, 8, 0],
      ],
      total: 86,
    });
    expect(suppress([[4]])).toEqual({ cells: [[null]], rowTotals: [null], columnTotals: [null], total: null });
  });

  it('hide others with them, so that none is reckoned from a sum', () => {
    const { cells, rowTotals, columnTotals, total } = suppress([
      [3, 10, 20],
      [8, 12, 30],
      [9, 14, 40],
    ]);
    expect(total).toBe(146);
    expect(cells[0]?.[0]).toBeNull();
    for (const line of [cells[0] ?? [], cells.map((row) => row[0] ?? null)])
      expect(line.filter((cell) => cell === null).length).toBeGreaterThan(1);
    expect(rowTotals).toEqual([33, 50, 63]);
    expect(columnTotals).toEqual([20, 36, 90]);
  });

  it('hide one more where two hidden would be known to be one each', () => {
    const { cells, rowTotals } = suppress([
      [1, 1, 20, 30],
      [10, 10, 10, 10],
    ]);
    expect((cells[0] ?? []).filter((cell) => cell === null).length > 2 || rowTotals[0] === null).toBe(true);
  });

  it('are not found by rows less columns where one hidden number alone ties two blocks of hidden together', () => {
    const shown = suppress([
      [3, 3, 2, 10],
      [3, 3, 10, 10],
      [10, 10, 3, 3],
      [10, 10, 3, 3],
    ]);
    expect(foundIn(shown)).toBe(0);
    // The same table with nothing but the small hidden gives one away.
    const small = (n: number) => (n < fewest ? null : n);
    const bare = [
      [3, 3, 2, 10],
      [3, 3, 10, 10],
      [10, 10, 3, 3],
      [10, 10, 3, 3],
    ].map((row) => row.map(small));
    const told = { cells: bare, rowTotals: [18, 26, 26, 26], columnTotals: [26, 26, 18, 26], total: 96 };
    expect(foundIn(told)).toBe(1);
  });

  it('cannot be found in any line of any table by taking what is shown from its sum', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(table, (counts) => {
        const table = suppress(counts);
        const { cells, rowTotals, columnTotals, total } = table;
        expect(foundIn(table)).toBe(0);
        const lines = [
          ...cells.map((row, at) => ({ parts: row, sum: rowTotals[at] ?? null })),
          ...columnTotals.map((sum, at) => ({ parts: cells.map((row) => row[at] ?? null), sum })),
          { parts: rowTotals, sum: total },
          { parts: columnTotals, sum: total },
        ];
        for (const { parts, sum } of lines) {
          const gone = parts.filter((one) => one === null).length;
          const shown = parts.reduce<number>((all, one) => all + (one ?? 0), 0);
          for (const one of [...parts, sum]) expect(one === null || one === 0 || one >= fewest).toBe(true);
          if (sum !== null && gone > 0) {
            expect(gone).toBeGreaterThan(1);
            expect(sum - shown).toBeGreaterThanOrEqual(fewest);
          }
          // A hidden sum is not the sum of what is shown.
          if (sum === null) expect(gone > 0 || shown === 0).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('that came with one part of a table are not what it shows after less what it showed before', () => {
    const before = [
      [20, 30, 40],
      [25, 35, 45],
      [50, 60, 70],
    ];
    const sheet = [
      [3, 0, 9],
      [0, 0, 12],
      [8, 10, 0],
    ];
    const after = before.map((row, r) => row.map((n, c) => n + (sheet[r]?.[c] ?? 0)));
    // Without being told of the part, the table hides nothing, and the three are given away.
    expect(suppress(after).cells[0]?.[0]).toBe(23);
    const earlier = suppress(before, [before]);
    const shown = suppress(after, [before, sheet]);
    const less = (one: number | null, other: number | null) => (one === null || other === null ? null : one - other);
    const difference: Suppressed = {
      cells: shown.cells.map((row, r) => row.map((one, c) => less(one, earlier.cells[r]?.[c] ?? null))),
      rowTotals: shown.rowTotals.map((one, r) => less(one, earlier.rowTotals[r] ?? null)),
      columnTotals: shown.columnTotals.map((one, c) => less(one, earlier.columnTotals[c] ?? null)),
      total: less(shown.total, earlier.total),
    };
    expect(difference.cells[0]?.[0]).toBeNull();
    expect(foundIn(difference)).toBe(0);
    expect(foundIn(shown)).toBe(0);
  });

  it('are hidden in a table of every municipality without anybody waiting for it', () => {
    let seed = 7;
    const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    const counts = Array.from({ length: 291 }, () => Array.from({ length: 14 }, () => Math.floor(next() ** 3 * 40)));
    const began = performance.now();
    suppress(counts);
    // It takes a tenth of this; it took two or three times as long when each hidden number walked the whole table.
    expect(performance.now() - began).toBeLessThan(250);
  });
});
