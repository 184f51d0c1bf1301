import { lastDayOf, monthAfter, monthName, weekdays, weeksOf } from './months';

describe('months', () => {
  it('follow each other over the end of a year, both ways', () => {
    expect(monthAfter('2026-11', 2)).toBe('2027-01');
    expect(monthAfter('2027-01', -1)).toBe('2026-12');
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
  });

  it('begin their weeks on Monday, and hold every day once', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });

  it('are named in Swedish', () => {
    expect(monthName('2026-11', 'sv')).toBe('november 2026');
    expect(weekdays('sv').map(({ long }) => long)[0]).toBe('måndag');
  });
});
