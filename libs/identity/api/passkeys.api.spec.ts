import { Authenticator, type Client, type TestApp, type Tricks, testApp } from '@samverkan/testing';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const password = 'Samverkan-demo-2026';
type Challenge = { challenge: string };

/** Somebody who signs in for the first time, and chooses a passkey as her second step. */
async function withPasskey() {
  const before = await app.someone('coordinator', 'municipality:2282');
  const { email, id } = (await before.get<{ user: { email: string; id: string } }>('/api/session')).body.user;
  await before.delete('/api/session');
  await app.sql('update app_user set demo = false where id = $1', [id]);
  const client = await app.stranger();
  expect((await client.post('/api/session', { email, password })).body).toEqual({ next: 'enrolment', methods: [] });
  const key = new Authenticator(app.url);
  const offer = await client.post<Challenge & { rp: { id: string } }>('/api/account/passkey-offer');
  const made = await client.post<{ recoveryCodes: string[]; session: object }>('/api/account/passkeys', {
    response: key.make(offer.body),
    name: 'Telefonen',
  });
  return { email, id, client, key, made };
}

const challenge = async (client: Client) => (await client.post<Challenge>('/api/session/passkey-challenge')).body;
const prove = async (client: Client, key: Authenticator, tricks?: Tricks) =>
  client.post('/api/session/passkey', { response: key.prove(await challenge(client), tricks) });

/** Wrong tries that stand against networks. */
const counted = async () =>
  Number(
    (
      await app.sql<{ n: string }>(`select coalesce(sum(points), 0) as n from sign_in_limit where key like 'network:%'`)
    )[0]?.n,
  );

describe('a passkey', () => {
  it('is made at the first sign-in, and opens the account alone or after the password', async () => {
    const { email, key, made, client } = await withPasskey();
    expect(made.body.recoveryCodes).toHaveLength(10);
    expect(made.body.session).toMatchObject({ user: { email } });
    expect((await client.get('/api/account')).body).toMatchObject({ totp: false, passkeys: [{ name: 'Telefonen' }] });
    const alone = await app.stranger();
    expect((await prove(alone, key)).body).toMatchObject({ user: { email } });
    expect((await alone.get('/api/actions')).status).toBe(200);
    const after = await app.stranger();
    expect((await after.post('/api/session', { email, password })).body).toEqual({
      next: 'second-factor',
      methods: ['passkey', 'recovery-code'],
    });
    const between = after.cookie('samverkan');
    expect((await prove(after, key)).status).toBe(200);
    expect(after.cookie('samverkan')).not.toBe(between);
  });

  it('that is right costs its network no try, and one that is wrong does', async () => {
    const { key } = await withPasskey();
    const before = await counted();
    for (let i = 0; i < 3; i++) expect((await prove(await app.stranger(), key)).status).toBe(200);
    expect(await counted()).toBe(before);
    await prove(await app.stranger(), key, { challenge: 'AAAA' });
    expect(await counted()).toBe(before + 1);
  });

  it.each<[string, Tricks]>([
    ['it was made for another site', { origin: 'https://samverkan.evil.example' }],
    ['it names another site', { rpId: 'evil.example' }],
    ['its person was not asked for finger or code', { unverified: true }],
    ['it answers another challenge', { challenge: 'AAAA' }],
    ['another key signs', { foreignKey: true }],
  ])('opens nothing when %s', async (_, tricks) => {
    const { key } = await withPasskey();
    const client = await app.stranger();
    const answer = await prove(client, key, tricks);
    expect([answer.status, answer.body]).toMatchObject([401, { code: 'passkey.not-known' }]);
    expect((await client.get('/api/session')).status).toBe(401);
  });

  it('answers a challenge once, in the browser that was given it', async () => {
    const { key } = await withPasskey();
    const [hers, thief] = [await app.stranger(), await app.stranger()];
    const given = await challenge(hers);
    const response = key.prove(given);
    expect((await thief.post('/api/session/passkey', { response })).status).toBe(401);
    await challenge(thief);
    expect((await thief.post('/api/session/passkey', { response })).status).toBe(401);
    expect((await hers.post('/api/session/passkey', { response })).status).toBe(200);
    expect((await hers.post('/api/session/passkey', { response })).body).toMatchObject({
      code: 'session.step-expired',
    });
  });

  it('that has been copied is found out by its counter', async () => {
    const { key } = await withPasskey();
    expect((await prove(await app.stranger(), key, { counter: 50 })).status).toBe(200);
    expect((await prove(await app.stranger(), key, { counter: 3 })).status).toBe(401);
    expect((await prove(await app.stranger(), key, { counter: 51 })).status).toBe(200);
  });

  it('of one person is no second step for another', async () => {
    const [her, him] = [await withPasskey(), await withPasskey()];
    const client = await app.stranger();
    await client.post('/api/session', { email: her.email, password });
    expect((await prove(client, him.key)).body).toMatchObject({ code: 'passkey.not-known' });
    expect((await client.get('/api/session')).status).toBe(401);
  });

  it('opens no closed account', async () => {
    const { id, key } = await withPasskey();
    await app.sql('update app_user set disabled_at = now() where id = $1', [id]);
    expect((await prove(await app.stranger(), key)).status).toBe(401);
  });

  it('is not made by an answer to something else, nor without a fresh proof', async () => {
    const { client } = await withPasskey();
    const key = new Authenticator(app.url);
    const offer = async () => (await client.post<Challenge>('/api/account/passkey-offer')).body;
    for (const tricks of [{ origin: 'https://evil.example' }, { unverified: true }, { challenge: 'AAAA' }])
      expect(
        (await client.post('/api/account/passkeys', { response: key.make(await offer(), tricks) })).body,
      ).toMatchObject({
        issues: [{ path: 'response', code: 'passkey.not-made' }],
      });
    expect(
      (await client.post('/api/account/passkeys', { response: key.make(await offer()), name: 'Nyckeln' })).status,
    ).toBe(200);
    const [{ id: first = '' } = {}] = (await client.get<{ passkeys: { id: string }[] }>('/api/account')).body.passkeys;
    expect((await client.delete(`/api/account/passkeys/${first}`)).status).toBe(204);
    const [{ id: last = '' } = {}] = (await client.get<{ passkeys: { id: string }[] }>('/api/account')).body.passkeys;
    expect((await client.delete(`/api/account/passkeys/${last}`)).body).toMatchObject({ code: 'account.last-factor' });
  });
});
