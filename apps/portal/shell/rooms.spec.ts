import { roomOf, waysFrom, waysIn } from './rooms';

describe('the rooms of the portal', () => {
  it('are lit for every page that lies in them, and for what stands beside them', () => {
    const lit = (address: string) => roomOf(address)?.path;
    expect(['/strategier/1/mal/2', '/remisser/1/svar', '/uppdrag', '/bedomningar/1', '/kalender'].map(lit)).toEqual(
      Array.from({ length: 5 }, () => '/strategier'),
    );
    expect([lit('/'), lit('/insatser/ny'), lit('/kontakter'), lit('/konto')]).toEqual([
      '/',
      '/insatser',
      '/kontakter',
      undefined,
    ]);
  });

  it('show their row of ways on each way’s own page, and leave deeper pages to their crumbs', () => {
    expect(waysFrom('/ataganden').map(({ path }) => path)).toEqual([
      '/strategier',
      '/remisser',
      '/ataganden',
      '/uppdrag',
      '/bedomningar',
      '/kalender',
    ]);
    // A list seen as a board or a map is the same way.
    expect(waysFrom('/insatser/tavla').map(({ path }) => path)).toEqual([
      '/insatser',
      '/insatser/samarbete',
      '/uppgifter',
      '/kommentarer',
    ]);
    // A room whose own page is called something else in its row.
    expect(roomOf('/publikationer/1')?.words).toBe('shell.knowledge');
    expect(waysIn(roomOf('/publikationer')!)[0]?.words).toBe('shell.publications');
    expect(waysFrom('/utbildningar').map(({ path, words }) => [path, words])).toEqual([
      ['/publikationer', 'shell.publications'],
      ['/utbildningar', 'shell.trainings'],
      ['/utbildningar/tillsammans', 'shell.hosting'],
      ['/metoder', 'shell.methods'],
    ]);
    expect([waysFrom('/uppdrag/1'), waysFrom('/insatser/ny'), waysFrom('/')]).toEqual([[], [], []]);
  });
});
