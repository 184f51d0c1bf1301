import { daysBetween, fewDaysTo, gapOf, yearsOf } from './period';

describe('a period in words', () => {
  it('is its years', () => {
    expect(yearsOf('2022-03-22', '2026-12-31')).toBe('2022–2026');
    expect(yearsOf('2017-01-01', '2017-12-31')).toBe('2017');
    expect(yearsOf('2027-01-01', null)).toBe('2027–');
  });

  it('is whole years when nothing applied for whole years, else the days', () => {
    expect(gapOf('2017-01-01', '2017-12-31', 'sv')).toBe('2017');
    expect(gapOf('2022-01-01', '2023-12-31', 'sv')).toBe('2022–2023');
    expect(gapOf('2022-01-01', '2022-03-21', 'sv')).toBe('1 jan–21 mars 2022');
    expect(gapOf('2022-01-01', '2022-03-21', 'en')).toBe('1 Jan–21 Mar 2022');
  });

  it('counts the days that are left', () => {
    expect(daysBetween('2026-11-23', '2026-12-31')).toBe(38);
  });
});

it('days left are told within a year of the last day, and not before', () => {
  const now = '2026-11-27';
  expect(['2026-12-31', '2026-11-27', '2027-11-27', '2027-11-28', null].map((day) => fewDaysTo(day, now))).toEqual([
    34,
    0,
    365,
    null,
    null,
  ]);
});
