// How long somebody stays signed in. The clock is moved, for the API and for what it asks of the database.
import type { Session } from '@samverkan/identity/contract';
import { type Client, type TestApp, until, interrupted, testApp } from '@samverkan/testing';

const minute = 60_000;
const hour = 60 * minute;
const clock = Date.now.bind(Date);
let later = 0;
let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  jest.spyOn(Date, 'now').mockImplementation(() => clock() + later);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await app.close();
});
beforeEach(() => (later = 0));

/** Asks who is signed in. Gives the status, and how many hours the browser is to keep the session's cookie where the answer says so. */
const ask = async (client: Client): Promise<[number, number | null]> => {
  const { status, headers } = await client.get('/api/session');
  const line = headers.getSetCookie().find((one) => one.startsWith('samverkan='));
  const until = /Expires=([^;]+)/.exec(line ?? '')?.[1];
  return [status, until ? Math.round((Date.parse(until) - Date.now()) / hour) : null];
};

const stream = async (client: Client): Promise<string[]> => {
  const done = new AbortController();
  const { headers } = await fetch(`${app.url}/api/activity/stream`, {
    headers: { cookie: client.cookieHeader, accept: 'text/event-stream' },
    signal: done.signal,
  });
  done.abort();
  return headers.getSetCookie();
};

describe('a session', () => {
  it('lasts eight hours from the last sign of life, in the database and in the browser, however seldom one comes', async () => {
    const client = await app.signIn('ida.nordlund');
    for (let i = 0; i < 2; i++) {
      later += 7 * hour;
      expect(await ask(client)).toEqual([200, 8]);
    }
    later += 8 * hour + minute;
    expect(await ask(client)).toEqual([401, null]);
  });

  it('ends a day after sign-in though its page asks again by itself, also after a change of organisation, and a new sign-in has a day of its own', async () => {
    const client = await app.signIn('ida.nordlund');
    const { acting, memberships } = (await client.get<Session>('/api/session')).body;
    const other = memberships.find(({ id }) => id !== acting.id)?.id ?? acting.id;
    for (let i = 0; i < 3; i++) {
      later += 6 * hour;
      expect(await ask(client)).toEqual([200, Math.min(8, 24 - 6 * (i + 1))]);
    }
    expect((await client.post('/api/session/acting', { membershipId: other })).status).toBe(200);
    later += 6 * hour - minute;
    expect((await ask(client))[0]).toBe(200);
    const again = await client.post('/api/session', {
      email: 'ida.nordlund@demo.example',
      password: 'Samverkan-demo-2026',
    });
    expect(again.status).toBe(200);
    later += 2 * minute;
    expect((await ask(client))[0]).toBe(200);
    const open = await app.signIn('ida.nordlund');
    for (let i = 0; i < 3; i++) {
      later += 7 * hour;
      expect((await ask(open))[0]).toBe(200);
    }
    later += 3 * hour;
    expect((await ask(open))[0]).toBe(401);
  });

  it('counts from the very first request, also when that came minutes after sign-in', async () => {
    const client = await app.signIn('ida.nordlund');
    later = 20 * minute;
    expect(await ask(client)).toEqual([200, 8]);
    later += 8 * hour - minute;
    expect(await ask(client)).toEqual([200, 8]);
  });

  it('sends its cookie again at most every five minutes', async () => {
    const client = await app.signIn('ida.nordlund');
    expect(await ask(client)).toEqual([200, null]);
    later = 6 * minute;
    expect([await ask(client), await ask(client)]).toEqual([
      [200, 8],
      [200, null],
    ]);
    later += 4 * minute;
    expect(await ask(client)).toEqual([200, null]);
    later += 2 * minute;
    expect(await ask(client)).toEqual([200, 8]);
  });

  it('does not send it where the session has ended or has got another id meanwhile', async () => {
    const client = await app.signIn('ida.nordlund');
    const id = () => client.cookie('samverkan')?.slice(2).split('.')[0];
    later = 6 * minute;
    const { acting } = (await client.get<Session>('/api/session')).body;
    later += 6 * minute;
    const { headers } = await client.post('/api/session/acting', { membershipId: acting.id });
    expect(headers.getSetCookie().filter((one) => one.startsWith('samverkan='))).toHaveLength(1);
    later += 6 * minute;
    const late = await interrupted(app, 'delete from session where sid = $1', [id()], () => ask(client));
    expect(late).toEqual([200, null]);
  });

  it('is not kept by a page that stands open with its live stream and nobody before it', async () => {
    const client = await app.signIn('ida.nordlund');
    for (let i = 0; i < 4; i++) {
      later += 2 * hour - minute;
      expect(await stream(client)).toEqual([]);
    }
    later += 5 * minute;
    expect((await ask(client))[0]).toBe(401);
  });

  it('is kept for nobody whose account is closed or whose membership has ended', async () => {
    const client = await app.someone('coordinator', 'municipality:2283');
    const { user } = (await client.get<Session>('/api/session')).body;
    const expires = () => app.sql(`select expire from session where sess ->> 'userId' = $1`, [user.id]);
    const before = await expires();
    await app.sql(`update membership set valid_to = today() - 1 where user_id = $1`, [user.id]);
    await until(
      () => client.get('/api/session'),
      ({ status }) => status === 401,
    );
    later = 20 * minute;
    expect(await ask(client)).toEqual([401, null]);
    expect(await expires()).toEqual(before);
    await app.sql(`update app_user set disabled_at = now(), disabled_reason = 'by-hand' where id = $1`, [user.id]);
    expect(await expires()).toEqual([]);
  });

  it('of an emergency ends with its hour, whatever is done in it, and its cookie is not sent anew', async () => {
    const client = await app.signIn('ida.nordlund');
    await app.sql(
      `update session set sess = (sess::jsonb || jsonb_build_object('endsAt', $1::float8))::json where sid = $2`,
      [clock() + hour, client.cookie('samverkan')?.slice(2).split('.')[0]],
    );
    for (let i = 0; i < 5; i++) {
      later += 11 * minute;
      expect(await ask(client)).toEqual([200, null]);
    }
    later += 6 * minute;
    expect((await ask(client))[0]).toBe(401);
  });
});
