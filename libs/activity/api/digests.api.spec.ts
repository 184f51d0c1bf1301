import { type Client, type TestApp, testApp, until, untilCarried } from '@samverkan/testing';
import { Digests } from './digests';

let app: TestApp;
let ida: Client;
let eva: Client;
let digests: Digests;
beforeAll(async () => {
  app = await testApp({ environment: { SAMVERKAN_DEMO: '1' } });
  [ida, eva] = [await app.signIn('ida.nordlund'), await app.signIn('eva.berglind')];
  digests = app.get(Digests);
});
afterAll(() => app.close());

const idOf = async (name: string) =>
  (await app.sql<{ id: string }>('select id from app_user where email = $1', [`${name}@demo.example`]))[0]?.id ?? '';
const letters = (to: string) =>
  app.sql<{ subject: string; text: string }>(
    `select subject, text from demo_mail where to_address = $1 and subject like '%dagliga%' order by id`,
    [`${to}@demo.example`],
  );
const anotherDay = () =>
  app.sql(`update digest_mark set sent_on = sent_on - 1, told_until = told_until - interval '1 day'`);
const logged = (title: string) =>
  eva.post<{ id: string }>('/api/actions', {
    title,
    kind: 'other',
    status: 'planned',
    visibility: 'county',
    municipalityCodes: ['2282'],
  });

describe('the day’s letter', () => {
  it('tells what waits and what others have changed, in counts and never by name', async () => {
    await logged('Utbildning i Xylofonby');
    expect(await digests.tell(await idOf('ida.nordlund'))).toBe(1);
    await until(async () => (await letters('ida.nordlund')).length > 0);
    const [letter] = await letters('ida.nordlund');
    expect(letter?.text).toContain('Det här gäller ditt uppdrag för Kramfors kommun.');
    expect(letter?.text).toMatch(/insats(er)? väntar på en rad från er/);
    expect(letter?.text).toMatch(/insats(er)? har lagts till eller ändrats/);
    expect(letter?.text).not.toContain('Xylofonby');
  });

  it('is written once a day, however often the clock strikes', async () => {
    expect(await digests.tell(await idOf('ida.nordlund'))).toBe(0);
    await digests.begin(7);
    await digests.begin(7);
    await untilCarried(app);
    expect(await letters('ida.nordlund')).toHaveLength(1);
  });

  it('leaves at the hour she has chosen, and not at all when she has chosen none', async () => {
    const due = async (hour: number) =>
      (await app.sql<{ id: string }>('select digests_due($1) as id', [hour])).map((row) => row.id);
    const her = await idOf('ida.nordlund');
    await anotherDay();
    expect(await due(7)).toContain(her);
    expect((await ida.send('PUT', '/api/activity/notices', { digestHour: 16, off: [] }, {})).status).toBe(200);
    expect([(await due(7)).includes(her), (await due(16)).includes(her)]).toEqual([false, true]);
    await ida.send('PUT', '/api/activity/notices', { digestHour: null, off: [] }, {});
    expect((await Promise.all(Array.from({ length: 24 }, (_, hour) => due(hour)))).flat()).not.toContain(her);
  });

  it('leaves out the kinds she has said no to', async () => {
    await logged('En till');
    await ida.send('PUT', '/api/activity/notices', { digestHour: 7, off: ['waiting'] }, {});
    await anotherDay();
    await digests.tell(await idOf('ida.nordlund'));
    await until(async () => (await letters('ida.nordlund')).length > 1);
    const letter = (await letters('ida.nordlund'))[1];
    expect(letter?.text).toContain('har lagts till eller ändrats');
    expect(letter?.text).not.toContain('väntar på en rad');
  });

  it('counts nothing that she may not see', async () => {
    const [now] = await app.sql<{ at: string }>('select clock_timestamp()::text as at');
    await eva.post('/api/actions', { title: 'Hemligt utkast', kind: 'other', status: 'draft', visibility: 'own' });
    await ida.send('PUT', '/api/activity/notices', { digestHour: 7, off: ['waiting'] }, {});
    await app.sql('update digest_mark set sent_on = sent_on - 1, told_until = $1', [now?.at]);
    expect((await app.sql('select 1 from event where at > $1', [now?.at])).length).toBeGreaterThan(0);
    expect(await digests.tell(await idOf('ida.nordlund'))).toBe(0);
  });

  it('can be refused from its own link without signing in, one kind or all, by a press and not by opening it', async () => {
    const text = (await letters('ida.nordlund'))[0]?.text ?? '';
    const link = /Inga mejl om insatser:\n(\S+)/.exec(text)?.[1] ?? '';
    const token = link.split('#')[1] ?? '';
    const stranger = await app.stranger();
    expect((await stranger.post('/api/unsubscriptions', { token })).body).toEqual({ kind: 'actions' });
    expect((await ida.get<{ off: string[] }>('/api/activity/notices')).body.off).toEqual(['waiting', 'actions']);
    const all = /Sluta skicka dagens mejl:\n\S+#(\S+)/.exec(text)?.[1] ?? '';
    expect((await stranger.post('/api/unsubscriptions', { token: all })).body).toEqual({ kind: 'all' });
    expect((await ida.get<{ digestHour: number | null }>('/api/activity/notices')).body.digestHour).toBeNull();
    expect((await stranger.post('/api/unsubscriptions', { token: `${token.slice(0, -4)}AAAA` })).status).toBe(404);
    expect((await stranger.post('/api/unsubscriptions', { token: 'kort' })).status).toBe(400);
  });

  it('refuses an hour that is none and a kind that is not offered, by its path', async () => {
    const answer = await ida.send<{ issues: { path: string }[] }>(
      'PUT',
      '/api/activity/notices',
      {
        digestHour: 24,
        off: ['väder'],
      },
      {},
    );
    expect([answer.status, answer.body.issues.map((issue) => issue.path)]).toEqual([400, ['digestHour', 'off.0']]);
  });
});

describe('what still waits', () => {
  const tomorrow = async () => {
    await app.sql('update digest_mark set sent_on = sent_on - 1, told_until = clock_timestamp()');
    return digests.tell(await idOf('ida.nordlund'));
  };

  it('is not told of every day: only when more waits, and once a week', async () => {
    await ida.send('PUT', '/api/activity/notices', { digestHour: 7, off: [] }, {});
    await tomorrow();
    expect(await tomorrow()).toBe(0);
    await ida.post('/api/actions', { title: 'Ett utkast till', kind: 'other', status: 'draft', visibility: 'own' });
    expect(await tomorrow()).toBe(1);
    expect(await tomorrow()).toBe(0);
    await app.sql('update digest_told set told_on = told_on - 7');
    expect(await tomorrow()).toBe(1);
  });
});

describe('what waits', () => {
  it('is counted for the acting organisation, with a whole sentence and where it stands', async () => {
    const { items } = (
      await ida.get<{ items: { kind: string; count: number; path: string; words: { sv: string } }[] }>(
        '/api/activity/waiting',
      )
    ).body;
    const list = (await ida.get<{ count: number }>('/api/actions/waiting')).body;
    expect(items).toContainEqual(expect.objectContaining({ kind: 'actions.waiting', count: list.count, path: '/' }));
    expect(items[0]?.words.sv).toMatch(/väntar på en rad från er\.$/);
  });
});

describe('every area with news', () => {
  it('has a sentence in the letter and a choice to leave it out', async () => {
    const { Titles } = await import('@samverkan/shared/api');
    const { noticeKinds } = await import('@samverkan/activity/contract');
    const { hasSentence } = await import('./digest-letter');
    const areas = app.get(Titles).areas;
    expect(areas.filter((area) => !hasSentence(area) || !noticeKinds.some((kind) => kind === area))).toEqual([]);
  });

  it('has words for the link that says no to it, as what waits and the whole letter do', async () => {
    const { noticeKinds } = await import('@samverkan/activity/contract');
    const { hasRefusal } = await import('./digest-letter');
    expect(['all', ...noticeKinds].filter((kind) => !hasRefusal(kind))).toEqual([]);
  });
});
