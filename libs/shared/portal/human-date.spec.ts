import { humanDate, humanPeriod, today } from './human-date';

const now = new Date('2026-11-23T08:30:00Z');

describe('dates as people say them', () => {
  it.each([
    ['2026-11-23T07:10:00Z', 'i dag 8.10'],
    ['2026-11-22T13:05:00Z', 'i går 14.05'],
    ['2026-11-22T23:28:00Z', 'i dag 0.28'],
    ['2026-11-20', 'i fredags'],
    ['2026-11-24', 'i morgon'],
    ['2026-03-12', '12 mars'],
    ['2025-03-12', '12 mars 2025'],
  ])('says %s as "%s"', (value, words) => {
    expect(humanDate(value, 'sv', 'long', now)).toBe(words);
  });

  it('says the day alone, and short months, where the room is small', () => {
    expect(humanDate('2026-11-23T07:10:00Z', 'sv', 'short', now)).toBe('i dag');
    expect(humanDate('2026-08-14', 'sv', 'short', now)).toBe('14 aug');
  });

  it('tells the exact date to those who ask', () => {
    expect(humanDate('2026-08-14', 'sv', 'exact', now)).toBe('fredag 14 augusti 2026');
  });

  it('speaks English when English is chosen', () => {
    expect(humanDate('2026-11-20', 'en', 'long', now)).toBe('last Friday');
  });

  it.each([
    ['2026-03-01', '2026-04-30', '1 mars – 30 april'],
    ['2026-10-01', '2027-03-31', '1 oktober 2026 – 31 mars 2027'],
    ['2026-11-22', null, 'från 22 november'],
    [null, '2027-04-30', 'till 30 april 2027'],
    [null, null, ''],
  ])('says the period from %s to %s as "%s"', (from, to, words) => {
    expect(humanPeriod(from, to, 'sv', 'long', now)).toBe(words);
  });

  it('counts the day in Sweden, also late at night in another zone', () => {
    expect(today(new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-24');
  });
});
