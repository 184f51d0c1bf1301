import fc from 'fast-check';
import { nextOccurrence } from './next-occurrence';
import { rhythms } from './recurrence';

const next = (startsOn: string | null, endsOn: string | null, every: (typeof rhythms)[number], title = 'Utbildning') =>
  nextOccurrence({ title, startsOn, endsOn }, every, '2026-11-28');

describe('the next time of an action that comes again', () => {
  it.each([
    ['year', '2026-11-23', '2026-11-29', '2027-11-23', '2027-11-29'],
    ['term', '2026-08-20', '2026-12-31', '2027-02-20', '2027-06-30'],
    ['quarter', '2026-11-30', '2026-11-30', '2027-02-28', '2027-02-28'],
    ['month', '2026-11-01', '2026-11-30', '2026-12-01', '2026-12-31'],
  ] as const)('every %s: %s – %s becomes %s – %s', (every, from, to, nextFrom, nextTo) =>
    expect(next(from, to, every)).toMatchObject({ startsOn: nextFrom, endsOn: nextTo }),
  );

  it('skips the times that were never done: what lies behind is not planned', () => {
    expect(next('2023-03-01', '2023-05-31', 'year')).toMatchObject({ startsOn: '2027-03-01', endsOn: '2027-05-31' });
  });

  it('moves the year in the title along, and no other number', () => {
    expect(next('2026-11-01', '2027-01-31', 'year', 'Vinterkampanj 2026–2027, 2030 målet, nr 20261').title).toBe(
      'Vinterkampanj 2027–2028, 2030 målet, nr 20261',
    );
  });

  it('leaves what has no days as it is, and moves the one day there is', () => {
    expect(next(null, null, 'year', 'Nätverk 2026')).toEqual({ title: 'Nätverk 2026', startsOn: null, endsOn: null });
    expect(next(null, '2026-12-31', 'year')).toMatchObject({ startsOn: null, endsOn: '2027-12-31' });
  });

  it('never lies wholly behind, never ends before it starts, and always later than what it repeats', () => {
    const day = fc
      .date({ min: new Date(Date.UTC(2015, 0, 1)), max: new Date(Date.UTC(2030, 11, 31)), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, fc.constantFrom(...rhythms), (one, other, every) => {
        const [from, to] = [one, other].sort() as [string, string];
        const { startsOn, endsOn } = next(from, to, every);
        expect(String(endsOn) >= '2026-11-28' && String(startsOn) <= String(endsOn) && String(startsOn) > from).toBe(
          true,
        );
      }),
    );
  });
});
