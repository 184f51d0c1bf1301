import type { Calendar, SubscriptionMade } from '@samverkan/calendar/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let eva: Client;
let ida: Client;
let per: Client;
let board: string;

beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
  ida = await app.signIn('ida.nordlund');
  per = await app.signIn('per.ost');
  board = (await app.sql<{ id: string }>(`select id from organization where key = 'county_board:22'`))[0]?.id ?? '';
});
afterAll(() => app.close());

const day = async (from: number) =>
  (await app.sql<{ day: string }>('select (today() + $1::int)::text as day', [from]))[0]?.day ?? '';
const assign = async (title: string, due: number, visibility = 'members') =>
  (
    await eva.post<{ id: string; reports: { id: string }[] }>('/api/assignments', {
      title,
      boardIds: [board],
      visibility,
      reports: [{ kind: 'final', dueOn: await day(due) }],
    })
  ).body;
const read = async (client: Client, query = '') => (await client.get<Calendar>(`/api/calendar${query}`)).body;
const subscribe = async (client: Client, input: object = {}) =>
  new URL((await client.post<SubscriptionMade>('/api/calendar/subscription', input)).body.address).pathname;
/** As a calendar program: without a session; its folded lines are joined. */
const program = async (path: string) => {
  const answer = await fetch(eva.url + path);
  const text = (await answer.text()).replaceAll('\r\n ', '');
  return { status: answer.status, type: answer.headers.get('content-type'), text };
};

describe('the calendar', () => {
  it('has the days of every area in their order, with words, and says what binds one’s own organisation', async () => {
    const made = await assign('Redovisning om Blåklint', 40);
    const { items, areas } = await read(eva);
    expect(areas).toEqual(expect.arrayContaining(['assignments', 'strategies', 'consultations']));
    expect(items.map((item) => item.day)).toEqual(items.map((item) => item.day).sort());
    expect(new Set(items.map(({ area }) => area)).size).toBeGreaterThan(1);
    const of = async (client: Client, query = '') =>
      (await read(client, query)).items.find(({ title }) => title === 'Redovisning om Blåklint');
    expect(await of(eva)).toMatchObject({
      mine: true,
      overdue: false,
      path: `/uppdrag/${made.id}`,
      words: { sv: 'Slutredovisning av regeringsuppdrag' },
    });
    expect(await of(ida)).toMatchObject({ mine: false });
    expect(await of(ida, '?mine=true')).toBeUndefined();
    expect(await of(eva, '?area=strategies')).toBeUndefined();
  });

  it('says what is overdue until the board has reported, and to nobody whom it does not bind', async () => {
    const made = await assign('Försenat om Gulsippa', -40);
    const late = async (client: Client) => (await read(client)).overdue.map(({ title }) => title);
    expect(await late(eva)).toContain('Försenat om Gulsippa');
    expect(await late(ida)).not.toContain('Försenat om Gulsippa');
    const done = `/api/assignments/${made.id}/reports/${made.reports[0]?.id}/done`;
    await eva.put(done, { reportedOn: await day(-1) });
    expect(await late(eva)).not.toContain('Försenat om Gulsippa');
  });

  it('has when one’s own actions begin and end, for their owners alone, and not those that are cancelled', async () => {
    const action = { title: 'Insats om Linnea', kind: 'other', status: 'planned', visibility: 'members' };
    const days = { startsOn: await day(12), endsOn: await day(50) };
    const { body } = await ida.post<{ id: string }>('/api/actions', { ...action, ...days });
    const of = async (client: Client) =>
      (await read(client)).items
        .filter(({ title }) => title === 'Insats om Linnea')
        .map(({ kind, mine }) => [kind, mine]);
    expect(await of(ida)).toEqual([
      ['actions.starts', true],
      ['actions.ends', true],
    ]);
    expect(await of(eva)).toEqual([]);
    const file = (await ida.get('/api/calendar/file')).text;
    expect(new Set(file.match(/^UID:.*$/gm)).size).toBe(file.match(/^UID:/gm)?.length);
    await ida.post(`/api/actions/${body.id}/cancel`, { reason: 'Ingen ville.' });
    expect(await of(ida)).toEqual([]);
  });

  it('refuses a span that ends before it begins, or of many years', async () => {
    for (const query of ['?from=2027-02-01&to=2027-01-01', '?from=2027-01-01&to=2037-01-01'])
      expect((await eva.get(`/api/calendar${query}`)).body).toMatchObject({
        issues: [{ path: 'to', code: 'field.out-of-range' }],
      });
  });

  it('shows nobody a day of what is hidden, in the list, the file or the subscription', async () => {
    await assign('Hemligt om Dvärglin', 20, 'own');
    const theirs = await subscribe(per);
    expect((await eva.get('/api/calendar')).text).toContain('Dvärglin');
    for (const client of [ida, per]) {
      expect((await client.get('/api/calendar')).text).not.toContain('Dvärglin');
      expect((await client.get('/api/calendar/file')).text).not.toContain('Dvärglin');
    }
    expect((await program(theirs)).text).not.toContain('Dvärglin');
  });

  it('is fetched by a calendar program with the address alone, as its owner may see it at that moment', async () => {
    const { id } = await assign('Synligt om Kråkvicker', 25, 'own');
    const path = await subscribe(eva, { lang: 'sv' });
    const first = await program(path);
    expect(first).toMatchObject({ status: 200, type: 'text/calendar; charset=utf-8' });
    expect(first.text).toContain('BEGIN:VCALENDAR');
    expect(first.text).toContain('Slutredovisning av regeringsuppdrag: Synligt om Kråkvicker');
    expect(first.text).toContain(`/uppdrag/${id}`);
    const theirs = await subscribe(ida);
    expect((await program(theirs)).text).not.toContain('Kråkvicker');
    await eva.put(`/api/assignments/${id}/visibility`, { visibility: 'county' });
    expect((await program(theirs)).text).toContain('Kråkvicker');
  });

  it('keeps the hash of the address alone, and stops answering when it is taken away or made anew', async () => {
    const first = await subscribe(ida);
    const second = await subscribe(ida);
    expect((await program(first)).status).toBe(404);
    expect((await program(second)).status).toBe(200);
    const [kept] = await app.sql<{ row: string }>(
      'select string_agg(s::text, chr(10)) as row from calendar_subscription s',
    );
    expect(kept?.row).not.toContain(second.split('/').at(-1));
    expect((await ida.get('/api/calendar/subscription')).body).toMatchObject({ subscription: { mine: false } });
    await ida.delete('/api/calendar/subscription');
    expect((await program(second)).status).toBe(404);
    expect((await ida.get('/api/calendar/subscription')).body).toEqual({ subscription: null });
  });

  it('stops answering when its owner no longer acts for the organisation', async () => {
    const leaver = await app.someone('coordinator', 'municipality:2260');
    const path = await subscribe(leaver);
    expect((await program(path)).status).toBe(200);
    const { body } = await leaver.get<{ user: { id: string } }>('/api/session');
    await app.sql('update membership set valid_from = today() - 9, valid_to = today() - 1 where user_id = $1', [
      body.user.id,
    ]);
    await new Promise((done) => setTimeout(done, 5500));
    expect((await program(path)).status).toBe(404);
  }, 20_000);
});
