import { type Client, type TestApp, until, testApp } from '@samverkan/testing';
import {
  AccountTrouble,
  closeEmergencyAccount,
  inviteFirstAdministrator,
  makeEmergencyAccounts,
  resealEmergencyAccount,
} from './server-accounts';

let app: TestApp;
let envelopes: { email: string; password: string }[];
const sql = (text: string, values?: unknown[]) => app.sql<Record<string, unknown>>(text, values);
const reason = 'Båda systemadministratörerna är sjuka och en kommun är utelåst.';

beforeAll(async () => {
  app = await testApp();
  envelopes = await makeEmergencyAccounts(sql, 'county_board:22', 'samverkan.example');
});
afterAll(() => app.close());

const waiting = async (account = envelopes[0]) => {
  const client = await app.stranger();
  return { client, answer: await client.post('/api/session', { email: account?.email, password: account?.password }) };
};
const opened = async () => {
  envelopes[0] = await resealEmergencyAccount(sql, 1);
  const { client } = await waiting();
  const answer = await client.post('/api/session/reason', { reason });
  expect(answer.status).toBe(200);
  return client;
};
const sid = (client: Client) => /^s:([^.]+)/.exec(client.cookie('samverkan') ?? '')?.[1];
const signedOut = (client: Client) =>
  until(
    () => client.get('/api/session'),
    ({ status }) => status === 401,
  );

describe('an emergency account', () => {
  it('is made twice, with passwords that no two share and nobody guesses, and not made again', async () => {
    expect(envelopes.map(({ email }) => email)).toEqual([
      'nodkonto-1@samverkan.example',
      'nodkonto-2@samverkan.example',
    ]);
    expect(new Set(envelopes.map(({ password }) => password)).size).toBe(2);
    for (const { password } of envelopes) expect(password).toMatch(/^([a-z2-9]{4}-){5}[a-z2-9]{4}$/);
    await expect(makeEmergencyAccounts(sql, 'county_board:22', 'samverkan.example')).rejects.toThrow(AccountTrouble);
    await expect(makeEmergencyAccounts(sql, 'municipality:2282', 'x.example')).rejects.toThrow(/county_board:22/);
    expect(JSON.stringify(await sql('select * from credential'))).not.toContain(envelopes[0]?.password);
  });

  it('is nobody until a reason has been given, and a short one is none', async () => {
    const { client, answer } = await waiting();
    expect(answer.body).toEqual({ next: 'reason', methods: [] });
    expect((await client.get('/api/session')).status).toBe(401);
    expect((await client.post('/api/account/totp-offer')).status).toBe(401);
    expect((await client.post('/api/session/second-factor', { code: '000000' })).body).toMatchObject({
      code: 'session.step-expired',
    });
    expect((await client.post('/api/session/reason', { reason: 'akut' })).status).toBe(400);
    expect((await client.get('/api/session')).status).toBe(401);
  });

  it('tells everyone who administers, at once and why, and leaves a row for the auditor and the reason beside it', async () => {
    const county = await app.someone('county_admin', 'county_board:22');
    const away = await app.someone('system_admin', 'county_board:23');
    const other = await app.someone('coordinator', 'municipality:2282');
    const mailOf = async (client: Client) =>
      (await client.get<{ user: { email: string } }>('/api/session')).body.user.email;
    const to = { county: await mailOf(county), away: await mailOf(away), other: await mailOf(other) };
    const client = await opened();
    const told = async (email: string) =>
      app.sql<{ text: string; subject: string }>(`select text, subject from demo_mail where to_address = $1`, [email]);
    const both = async () => (await told(to.away)).length > 0 && (await told(to.county)).length > 0;
    for (const until = Date.now() + 10_000; !(await both()) && Date.now() < until;)
      await new Promise((resolve) => setTimeout(resolve, 50));
    for (const email of [to.county, to.away]) expect((await told(email))[0]?.text).toContain(reason);
    expect(await told(to.other)).toEqual([]);
    const { user } = (await client.get<{ user: { id: string } }>('/api/session')).body;
    const rows = await sql(`select verb, pseudonym is not null as known from audit where user_id = $1 order by id`, [
      user.id,
    ]);
    expect(rows).toEqual([
      { verb: 'break-glass.opened', known: true },
      { verb: 'session.began', known: true },
    ]);
    expect(
      await sql('select reason from break_glass_use where user_id = $1 order by at desc limit 1', [user.id]),
    ).toEqual([{ reason }]);
  }, 20_000);

  it('is good once: the envelope’s password opens nothing more until it is sealed anew', async () => {
    await opened();
    expect((await waiting()).answer.status).toBe(401);
    envelopes[0] = await resealEmergencyAccount(sql, 1);
    expect((await waiting()).answer.body).toMatchObject({ next: 'reason' });
  });

  it('ends after sixty minutes, on every door and on the open stream, also when another post is acted for', async () => {
    const client = await opened();
    const [row] = await app.sql<{ minutes: number }>(
      `select round(((sess ->> 'endsAt')::float8 - extract(epoch from clock_timestamp()) * 1000) / 60000)::int as minutes from session where sid = $1`,
      [sid(client)],
    );
    expect(row?.minutes).toBe(60);
    const { acting } = (await client.get<{ acting: { id: string } }>('/api/session')).body;
    expect((await client.post('/api/session/acting', { membershipId: acting.id })).status).toBe(200);
    const open = await fetch(`${app.url}/api/activity/stream`, { headers: { cookie: client.cookieHeader } });
    const stream = open.text();
    await sql(
      `update session set sess = jsonb_set(sess::jsonb, '{endsAt}', to_jsonb((extract(epoch from clock_timestamp()) * 1000 + 1000)::bigint))::json where sid = $1`,
      [sid(client)],
    );
    const from = Date.now();
    await Promise.race([
      stream,
      new Promise((_resolve, reject) => setTimeout(() => reject(new Error('still open')), 11_500)),
    ]);
    expect(Date.now() - from).toBeLessThan(11_500);
    expect((await client.get('/api/session')).status).toBe(401);
    expect((await client.get('/api/people')).status).toBe(401);
  }, 20_000);

  it('cannot be given another way in during its hour, and needs no further proof to help', async () => {
    const client = await opened();
    for (const path of ['/api/account/totp-offer', '/api/account/passkey-offer'])
      expect((await client.post(path)).body).toMatchObject({ code: 'account.sealed' });
    // Somebody else's session is read anew after hers: once that one has to be proved again, hers has been read anew too.
    const other = await app.someone('county_admin', 'county_board:22');
    const offer = () => other.post('/api/account/totp-offer');
    expect((await offer()).status).toBe(200);
    await sql(`update session set sess = jsonb_set(sess::jsonb, '{provedAt}', '0')::json where sid = any ($1)`, [
      [sid(client), sid(other)],
    ]);
    await until(offer, ({ body }) => body['code'] === 'session.prove-again');
    const [place] = await sql(`select id from organization where key = 'county_board:22'`);
    const invited = await client.post('/api/invitations', {
      email: 'ny.admin@lansstyrelsen.example',
      organizationId: place?.['id'],
      role: 'system_admin',
      title: 'Systemadministratör',
    });
    expect(invited.status).toBe(200);
  }, 15_000);

  it('is shown under Personer, and closed there or by the command on the server', async () => {
    const client = await opened();
    const system = await app.someone('system_admin', 'county_board:23');
    const row = async () =>
      (
        await system.get<{ items: { membershipId: string; sealed: boolean; allowed: object }[] }>(
          '/api/people?q=nodkonto-1',
        )
      ).body.items[0];
    expect(await row()).toMatchObject({
      sealed: true,
      allowed: { end: false, attest: false, open: false, close: true },
    });
    expect((await system.post(`/api/memberships/${(await row())?.membershipId}/account-closing`)).status).toBe(204);
    await signedOut(client);
    const again = await opened();
    await closeEmergencyAccount(sql, 1);
    await signedOut(again);
    expect((await waiting()).answer.status).toBe(401);
  }, 20_000);

  it('gets no letter about a forgotten password, and is made nobody else’s by an invitation', async () => {
    const client = await app.stranger();
    expect((await client.post('/api/password-resets', { email: envelopes[1]?.email })).status).toBe(202);
    const waits = `select 1 from samverkan_jobs.job where name = 'identity.reset-asked' and state < 'completed'`;
    await until(
      () => sql(waits),
      (jobs) => jobs.length === 0,
    );
    expect(await sql('select 1 from password_reset r join app_user u on u.id = r.user_id where u.sealed')).toEqual([]);
  }, 10_000);

  it('takes no post by an invitation in its hour, and the invitation stays good', async () => {
    const client = await opened();
    const { newToken, tokenHash } = await import('./one-time-token');
    const token = newToken();
    await app.sql(
      `insert into invitation (token_hash, email, organization_id, role, title) select $1, 'nagon@kramfors.example', id, 'coordinator', 'Samordnare' from organization where key = 'municipality:2282'`,
      [tokenHash(token)],
    );
    const answer = await client.post('/api/invited/acceptance', { token });
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'invitation.not-for-sealed' }]);
    expect((await (await app.stranger()).post('/api/invited', { token })).status).toBe(200);
  });
});

describe('the first administrator', () => {
  it('comes in by an invitation that a command on the server prints, and only while there is none', async () => {
    const first = await inviteFirstAdministrator(sql, 'forst@lansstyrelsen.example', 'county_board:22');
    const token = await inviteFirstAdministrator(sql, 'forst@lansstyrelsen.example', 'county_board:22');
    const guest = await app.stranger();
    expect((await guest.post('/api/invited', { token: first })).body).toMatchObject({ code: 'invitation.not-good' });
    expect((await guest.post('/api/invited', { token })).body).toMatchObject({
      role: 'system_admin',
      hasAccount: false,
    });
    const accepted = await guest.post('/api/invited/acceptance', {
      token,
      name: 'Fia Först',
      password: 'sju sjösjuka sjömän på skeppet',
    });
    expect(accepted.body).toMatchObject({ next: 'enrolment' });
    await expect(inviteFirstAdministrator(sql, 'en.till@lansstyrelsen.example', 'county_board:22')).rejects.toThrow(
      /already/,
    );
    await expect(inviteFirstAdministrator(sql, 'ingen adress', 'county_board:22')).rejects.toThrow(/no e-mail/);
  });
});
