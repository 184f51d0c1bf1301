import { addedUp } from './trained';

const table = (
  professions: (string | null)[],
  rows: [municipality: string, cells: (number | null)[], total: number | null][],
  totals: (number | null)[],
  total: number | null,
) => ({
  professions,
  rows: rows.map(([municipalityCode, cells, all]) => ({ municipalityCode, cells, total: all })),
  totals,
  total,
});

describe('how many are trained, added up', () => {
  it('adds what several trainings show for the same profession and municipality', () => {
    const sum = addedUp([
      table(['social_workers'], [['2282', [12], 12]], [12], 12),
      table(
        ['health_care', 'social_workers'],
        [
          ['2282', [7, 8], 15],
          ['2280', [6, 0], 6],
        ],
        [13, 8],
        21,
      ),
    ]);
    expect(sum.professions).toEqual(['health_care', 'social_workers']);
    expect(
      sum.rows.map(({ municipalityCode, cells }) => [municipalityCode, ...cells.map(({ count }) => count)]),
    ).toEqual([
      ['2280', 6, 0],
      ['2282', 7, 20],
    ]);
    expect(sum.total).toEqual({ count: 33, more: false });
  });

  it('never tells a number that some training hides: it is at least what the others show', () => {
    const sum = addedUp([
      table(
        ['social_workers'],
        [
          ['2282', [null], null],
          ['2280', [null], null],
        ],
        [23],
        23,
      ),
      table(['social_workers'], [['2282', [20], 20]], [20], 20),
    ]);
    expect(sum.rows.map(({ municipalityCode, total }) => [municipalityCode, total])).toEqual([
      ['2280', { count: 0, more: true }],
      ['2282', { count: 20, more: true }],
    ]);
    expect(sum.total).toEqual({ count: 43, more: false });
  });

  it('is of nobody where nothing is counted', () => {
    expect(addedUp([])).toEqual({ professions: [], rows: [], totals: [], total: { count: 0, more: false } });
  });
});
