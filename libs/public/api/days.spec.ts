import { periodOf, yearsOf } from './days';

describe('a period', () => {
  it.each([
    ['2022-01-01', '2026-12-31', '2022–2026'],
    ['2017-01-01', '2017-12-31', '2017'],
    ['2022-03-22', '2026-12-31', '22 mars 2022–31 december 2026'],
    ['2022-01-01', '2022-03-21', '1 januari–21 mars 2022'],
    ['2024-01-01', null, '2024–'],
    [null, null, 'tills vidare'],
  ])('from %s to %s is written %s', (from, to, written) => {
    expect(periodOf(from, to, 'sv', 'tills vidare')).toBe(written);
  });

  it('is short in a tab', () => {
    expect([yearsOf('2022-03-22', '2026-12-31'), yearsOf('2017-01-01', '2017-12-31')]).toEqual(['2022–2026', '2017']);
  });
});
