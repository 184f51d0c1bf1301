import fc from 'fast-check';
import { fewest, suppress } from './suppress';

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

  it('cannot be found in any line of any table by taking what is shown from its sum', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(table, (counts) => {
        const { cells, rowTotals, columnTotals, total } = suppress(counts);
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
});
