import type { ActionSummary } from '@samverkan/actions/contract';
import { groupsOf, placeOf, quartersOf, spanOf, stretchOf } from './timeline';

const span = spanOf(2026);

describe('the time line', () => {
  it('places days in two whole years', () => {
    expect(span).toEqual({ from: '2026-01-01', to: '2027-12-31' });
    expect([placeOf('2026-01-01', span), placeOf('2027-01-01', span), placeOf('2028-01-01', span)]).toEqual([
      0, 50, 100,
    ]);
    expect(quartersOf(span).map(({ day }) => day.slice(0, 7))).toEqual([
      ...['2026-01', '2026-04', '2026-07', '2026-10'],
      ...['2027-01', '2027-04', '2027-07', '2027-10'],
    ]);
  });

  it('draws what lies within, marks what goes on beyond, and leaves out what lies outside', () => {
    expect(stretchOf('2026-01-01', '2026-12-31', span)).toEqual({
      start: 0,
      width: 50,
      open: { before: false, after: false },
    });
    expect(stretchOf('2025-06-01', null, span)).toEqual({ start: 0, width: 100, open: { before: true, after: true } });
    expect(stretchOf('2027-12-31', '2027-12-31', span)).toMatchObject({ start: 99, width: 1 });
    expect([stretchOf(null, '2025-12-31', span), stretchOf('2028-01-01', null, span)]).toEqual([null, null]);
  });

  it('puts an action in each of its groups, and what has none last', () => {
    const of = (id: string, municipalityCodes: string[]) => ({ id, municipalityCodes }) as ActionSummary;
    const groups = groupsOf(
      [of('a', []), of('b', ['2282', '2260']), of('c', ['2260'])],
      ({ municipalityCodes }) =>
        municipalityCodes.map((key) => ({ key, title: key === '2260' ? 'Ånge' : 'Kramfors', sub: null })),
      'Ingen kommun',
    );
    expect(groups.map(({ title, items }) => [title, items.map(({ id }) => id)])).toEqual([
      ['Kramfors', ['b']],
      ['Ånge', ['b', 'c']],
      ['Ingen kommun', ['a']],
    ]);
  });
});
