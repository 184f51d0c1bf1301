import type { Session } from '@samverkan/identity/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const ida = { email: 'ida.nordlund@demo.example', password: 'Samverkan-demo-2026' };

describe('signing in', () => {
  it('lets a coordinator in, and says for whom she acts', async () => {
    const client = await app.signIn('ida.nordlund');
    const { body } = await client.get('/api/session');
    expect(body).toMatchObject({
      user: { name: 'Ida Nordlund' },
      acting: { organization: { name: 'Kramfors kommun' }, countyCodes: ['22'], role: 'coordinator' },
    });
  });

  it('gives the same answer to a wrong password and an unknown address', async () => {
    const client = await app.stranger();
    const wrong = await client.post('/api/session', { ...ida, password: 'fel' });
    const unknown = await client.post('/api/session', { email: 'ingen@demo.example', password: 'fel' });
    expect([wrong.status, wrong.body['code']]).toEqual([401, 'session.wrong-credentials']);
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
  });

  it('gives a new session id, so that one planted before is worth nothing', async () => {
    const client = await app.stranger();
    await client.post('/api/session', ida);
    const first = client.cookie('samverkan');
    await client.get('/api/session');
    await client.post('/api/session', ida);
    expect(client.cookie('samverkan')).not.toBe(first);
  });

  it('refuses a change without the CSRF token, and one from another site', async () => {
    const client = await app.signIn('ida.nordlund');
    const without = await client.send('DELETE', '/api/session', undefined, { 'x-xsrf-token': '' });
    const foreign = await client.send('DELETE', '/api/session', undefined, {
      'sec-fetch-site': 'cross-site',
      origin: 'https://evil.example',
    });
    expect([without.status, without.body['code'], foreign.status]).toEqual([403, 'csrf.refused', 403]);
    expect((await client.get('/api/session')).status).toBe(200);
  });

  it('refuses a token that belongs to another session', async () => {
    const [hers, his] = [await app.signIn('ida.nordlund'), await app.signIn('jon.wik')];
    const answer = await hers.send(
      'PUT',
      '/api/drafts/a',
      { content: {} },
      { 'x-xsrf-token': his.cookie('XSRF-TOKEN') ?? '' },
    );
    expect(answer.status).toBe(403);
  });

  it('ends the session at sign-out, also for a copy of the cookie', async () => {
    const client = await app.signIn('ida.nordlund');
    const copied = client.cookieHeader;
    expect((await client.delete('/api/session')).status).toBe(204);
    const answer = await client.send('GET', '/api/session', undefined, { cookie: copied });
    expect(answer.status).toBe(401);
  });

  it('lets a person with two posts switch without signing out', async () => {
    const client = await app.signIn('samir.lund');
    const { body } = await client.get<{ memberships: { id: string; organization: { name: string } }[] }>(
      '/api/session',
    );
    expect(body.memberships.map((membership) => membership.organization.name)).toEqual(['Ånge kommun', 'Timrå kommun']);
    const switched = await client.post('/api/session/acting', { membershipId: body.memberships[1]?.id });
    expect(switched.body).toMatchObject({ acting: { organization: { name: 'Timrå kommun' } } });
    expect((await client.get('/api/session')).body).toMatchObject({
      acting: { organization: { name: 'Timrå kommun' } },
    });
  });

  it("does not let anyone act for somebody else's organisation", async () => {
    const [hers, his] = [await app.signIn('ida.nordlund'), await app.signIn('jon.wik')];
    const { body } = await his.get<{ acting: { id: string } }>('/api/session');
    expect((await hers.post('/api/session/acting', { membershipId: body.acting.id })).status).toBe(404);
  });

  it('acts at once when a membership has ended', async () => {
    const client = await app.someone('coordinator', 'municipality:2280');
    expect((await client.get('/api/session')).status).toBe(200);
    const [row] = await app.sql<{ id: string }>(
      `select user_id as id from membership where title = 'Prov' order by id desc limit 1`,
    );
    await app.sql(`update membership set valid_from = today() - 2, valid_to = today() - 1 where user_id = $1`, [
      row?.id,
    ]);
    const until = Date.now() + 5000;
    let status = 200;
    while (status === 200 && Date.now() < until) status = (await client.get('/api/session')).status;
    expect(status).toBe(401);
  });

  it('stops guessing after ten tries on an account, and tells how long to wait', async () => {
    const client = await app.stranger();
    const tries = { email: 'gissad@demo.example', password: 'fel' };
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++)
      statuses.push((await client.post('/api/session', tries, { 'x-forwarded-for': `10.0.0.${i}` })).status);
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
    expect(Number((await client.post('/api/session', tries)).headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a way in that is begun and leads nowhere', () => {
  it('is begun three hundred times from a network, by passkey or authority, and then waits; passwords go on', async () => {
    const begin = async () => (await app.stranger()).post('/api/session/passkey-challenge');
    expect((await begin()).status).toBe(200);
    await app.sql(`update sign_in_limit set points = 299 where key like 'begun:%'`);
    expect((await begin()).status).toBe(200);
    const before = (await app.sql('select 1 from session')).length;
    const late = await begin();
    expect([late.status, late.body['code']]).toEqual([429, 'session.too-many-tries']);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await app.sql('select 1 from session')).toHaveLength(before);
    await app.signIn('ida.nordlund');
  });

  it('is counted once in one browser, however often it is begun there', async () => {
    const client = await app.stranger();
    const points = async () =>
      (await app.sql<{ points: number }>(`select points from sign_in_limit where key like 'begun:%'`))[0]?.points ?? 0;
    await app.sql(`update sign_in_limit set points = 0 where key like 'begun:%'`);
    for (let i = 0; i < 3; i++) expect((await client.post('/api/session/passkey-challenge')).status).toBe(200);
    expect(await points()).toBe(1);
  });
});

describe('single-key shortcuts', () => {
  it('are on until she turns them off, for her account alone, wherever she signs in', async () => {
    const [here, there] = [await app.signIn('ida.nordlund'), await app.signIn('ida.nordlund')];
    const on = async (client: Client) => (await client.get<Session>('/api/session')).body.shortcuts;
    expect([await on(here), await on(there)]).toEqual([true, true]);
    expect((await here.send('PUT', '/api/account/shortcuts', { on: false }, {})).status).toBe(204);
    expect([await on(here), await on(there), await on(await app.signIn('eva.berglind'))]).toEqual([false, false, true]);
    expect((await here.send('PUT', '/api/account/shortcuts', { on: 'nej' }, {})).status).toBe(400);
    await here.send('PUT', '/api/account/shortcuts', { on: true }, {});
    expect(await on(there)).toBe(true);
  });
});
