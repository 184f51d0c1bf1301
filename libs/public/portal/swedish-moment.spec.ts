import { swedishMoment } from './swedish-moment';

describe('an hour in Sweden', () => {
  it('is the same moment wherever the browser is, summer and winter and the night the clocks change', () => {
    expect(swedishMoment('2026-12-01', '08:00')).toBe('2026-12-01T07:00:00.000Z');
    expect(swedishMoment('2027-06-01', '08:00')).toBe('2027-06-01T06:00:00.000Z');
    expect(swedishMoment('2027-03-28', '08:00')).toBe('2027-03-28T06:00:00.000Z');
    expect(swedishMoment('', '08:00')).toBeNull();
    expect(swedishMoment('2026-12-01', '')).toBeNull();
  });
});
