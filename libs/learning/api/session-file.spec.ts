import { inSweden, sessionFile } from './session-file.view';

describe('a session in a calendar program', () => {
  it.each([
    ['2026-07-01', '09:00', '2026-07-01T07:00:00.000Z'],
    ['2026-12-01', '09:00', '2026-12-01T08:00:00.000Z'],
    // The night when summer time begins, and the morning after it ended.
    ['2027-03-28', '09:00', '2027-03-28T07:00:00.000Z'],
    ['2026-10-25', '08:30', '2026-10-25T07:30:00.000Z'],
  ])('starts on %s at %s as the clock shows in Sweden', (day, clock, at) => {
    expect(inSweden(day, clock).toISOString()).toBe(at);
  });

  it('tells what it is called, where, and where more stands', () => {
    const file = sessionFile({
      title: 'Att fråga om våld',
      path: 'https://samverkan.example/utbildningar/1',
      session: {
        id: '1',
        day: '2026-12-01',
        lastDay: '2026-12-02',
        from: '09:00',
        to: '16:00',
        place: 'Härnösand',
        link: '',
      },
    });
    expect(file).toContain('SUMMARY:Att fråga om våld');
    expect(file).toContain('DTSTART:20261201T080000Z');
    expect(file).toContain('DTEND:20261202T150000Z');
    expect(file).toContain('LOCATION:Härnösand');
  });
});
