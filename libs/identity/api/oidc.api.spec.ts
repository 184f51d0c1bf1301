import { Authority, type Client, type Spoil, type TestApp, testApp } from '@samverkan/testing';
import { exportJWK, generateKeyPair } from 'jose';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let app: TestApp;
let authority: Authority;
let other: Authority;

const home = 'http://samverkan.test';

beforeAll(async () => {
  // The trial's authority says at length that it is one for trials.
  for (const voice of ['warn', 'info'] as const) jest.spyOn(console, voice).mockImplementation(() => undefined);
  const ours = await generateKeyPair('ES256', { extractable: true });
  const publicKey = { ...(await exportJWK(ours.publicKey)), kid: 'ours', alg: 'ES256', use: 'sig' };
  [authority, other] = [new Authority('myndigheten', home, publicKey), new Authority('den-andra', home, publicKey)];
  await Promise.all([authority.listen(), other.listen()]);
  const file = join(mkdtempSync(join(tmpdir(), 'oidc-')), 'providers.json');
  const privateKey = { ...(await exportJWK(ours.privateKey)), kid: 'ours', alg: 'ES256' };
  const described = [authority, other].map(({ id, issuer }) => ({
    id,
    issuer,
    name: id === 'myndigheten' ? 'Myndigheten' : 'Den andra',
    clientId: 'samverkan',
    privateKey,
  }));
  writeFileSync(file, JSON.stringify(described));
  app = await testApp({ environment: { OIDC_PROVIDERS: file, PUBLIC_URL: home } });
});
beforeEach(() => {
  Object.assign(authority, { spoil: undefined, foreignKey: false, extra: {}, subject: 'tjänste-id-1' });
});
afterAll(async () => {
  await app.close();
  authority.close();
  other.close();
});

/** Goes to the authority and lets it sign the person in; gives the address it sends her back to. */
async function through(client: Client, input: object = {}, at = authority): Promise<string> {
  await client.get('/api/session/options');
  const start = await client.post<{ url: string }>(`/api/oidc/${at.id}/start`, input);
  if (start.status !== 200) throw new Error(start.text);
  let url = start.body.url;
  const cookies = new Map<string, string>();
  while (!url.startsWith(home)) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (!next) throw new Error(`${response.status} ${await response.text()}`);
    url = new URL(next, url).href;
  }
  return url.slice(home.length);
}
const back = async (client: Client, path: string) => {
  const response = await fetch(app.url + path, { redirect: 'manual', headers: { cookie: client.cookieHeader } });
  client.keep(response);
  return response.headers.get('location');
};
const refused = (code: string) => `/logga-in?fel=${code}`;

/** An invitation's code, made beneath the API: how it is sent has a test of its own. */
async function invited(email: string): Promise<string> {
  const { newToken, tokenHash } = await import('./one-time-token');
  const token = newToken();
  await app.sql(
    `insert into invitation (token_hash, email, organization_id, role, title) select $1, $2, id, 'coordinator', 'Samordnare' from organization where key = 'municipality:2282'`,
    [tokenHash(token), email],
  );
  return token;
}

describe("an authority's own sign-in", () => {
  it('is offered on the sign-in page', async () => {
    const { body } = await (await app.stranger()).get<{ providers: unknown }>('/api/session/options');
    expect(body.providers).toEqual([
      { id: 'myndigheten', name: 'Myndigheten' },
      { id: 'den-andra', name: 'Den andra' },
    ]);
  });

  it('lets in nobody who was not invited, whatever mail address the authority names', async () => {
    authority.extra = { email: 'ida.nordlund@demo.example', name: 'Ida Nordlund' };
    const client = await app.stranger();
    expect(await back(client, await through(client))).toBe(refused('oidc.no-account'));
    expect((await client.get('/api/session')).status).toBe(401);
  });

  it('opens an account with an invitation, and after that by issuer and subject alone', async () => {
    authority.extra = { name: 'Olle Invald', personal_identity_number: '189001019802' };
    const client = await app.stranger();
    const path = await through(client, { invitation: await invited('olle@kramfors.example'), returnTo: '/insatser' });
    expect(await back(client, path)).toBe('/insatser');
    expect((await client.get('/api/session')).body).toMatchObject({
      user: { name: 'Olle Invald', email: 'olle@kramfors.example' },
      acting: { organization: { name: 'Kramfors kommun' } },
    });
    // What must not be received was not kept anywhere.
    const everywhere = await app.sql<{ t: string }>(
      `select (select string_agg(u::text, '') from app_user u) || (select string_agg(i::text, '') from oidc_identity i)
         || (select string_agg(s.sess::text, '') from session s) || (select string_agg(j::text, '') from samverkan_jobs.job j) as t`,
    );
    expect(everywhere[0]?.t ?? '').not.toContain('189001019802');
    const again = await app.stranger();
    expect(await back(again, await through(again))).toBe('/');
    expect((await again.get('/api/session')).status).toBe(200);
    // The same subject at another authority is another person.
    other.subject = authority.subject;
    const double = await app.stranger();
    expect(await back(double, await through(double, {}, other))).toBe(refused('oidc.no-account'));
  });

  it('costs its network no try when it is right, nor does the code of an invitation', async () => {
    const counted = async () =>
      (await app.sql(`select coalesce(sum(points), 0) as n from sign_in_limit where key like 'network:%'`))[0]?.['n'];
    authority.subject = 'tjänste-id-rätt';
    const before = await counted();
    const token = await invited('ratt@kramfors.example');
    expect((await (await app.stranger()).post('/api/invited', { token })).status).toBe(200);
    const { newToken } = await import('./one-time-token');
    const client = await app.stranger();
    expect(await back(client, await through(client, { invitation: token }))).toBe('/');
    expect(await counted()).toBe(before);
    expect((await client.post('/api/invited', { token: newToken() })).status).toBe(409);
    expect(await back(client, '/api/oidc/myndigheten/callback?state=fel')).toBe(refused('oidc.not-expected'));
    expect(Number(await counted())).toBe(Number(before) + 2);
  });

  it('is not begun without end by one network', async () => {
    const begin = async () => (await app.stranger()).post('/api/oidc/myndigheten/start', {});
    expect((await begin()).status).toBe(200);
    const [{ points } = {}] = await app.sql(`select points from sign_in_limit where key like 'begun:%'`);
    await app.sql(`update sign_in_limit set points = 300 where key like 'begun:%'`);
    const late = await begin();
    expect([late.status, late.body['code']]).toEqual([429, 'session.too-many-tries']);
    await app.sql(`update sign_in_limit set points = $1 where key like 'begun:%'`, [points]);
  });

  it('leads to no address outside', async () => {
    const client = await app.stranger();
    expect(await back(client, await through(client, { returnTo: '//evil.example/' }))).toBe('/');
  });

  it.each<[string, Spoil]>([
    ['a wrong nonce', (claims) => ({ ...claims, nonce: 'another' })],
    ['no nonce', ({ nonce: _, ...claims }) => claims],
    ['a wrong audience', (claims) => ({ ...claims, aud: 'somebody-else' })],
    ['another issuer', (claims) => ({ ...claims, iss: 'https://elsewhere.example' })],
    ['an answer that is too old', (claims) => ({ ...claims, exp: 1_700_000_000, iat: 1_699_999_000 })],
    ['no subject', ({ sub: _, ...claims }) => claims],
  ])('refuses %s', async (_, spoil) => {
    authority.spoil = spoil;
    const client = await app.stranger();
    expect(await back(client, await through(client))).toBe(refused('oidc.refused'));
    expect((await client.get('/api/session')).status).toBe(401);
  });

  it('refuses a signature that is not the authority’s', async () => {
    authority.foreignKey = true;
    const client = await app.stranger();
    expect(await back(client, await through(client))).toBe(refused('oidc.refused'));
  });

  it('refuses a subject that is a personal number', async () => {
    authority.subject = '18900101-9802';
    const client = await app.stranger();
    const path = await through(client, { invitation: await invited('pnr@kramfors.example') });
    expect(await back(client, path)).toBe(refused('oidc.personal-number'));
  });

  it('refuses an answer that comes twice, that nobody waits for, or that another browser waits for', async () => {
    const client = await app.stranger();
    const path = await through(client);
    const thief = await app.stranger();
    expect(await back(thief, path)).toBe(refused('oidc.not-expected'));
    await through(thief);
    expect(await back(thief, path)).toBe(refused('oidc.refused'));
    expect(await back(client, path)).toBe('/');
    expect(await back(client, path)).toBe(refused('oidc.not-expected'));
  });

  it('refuses a wrong state, a replayed code, and an answer of one authority given to another', async () => {
    const client = await app.stranger();
    const path = new URL(home + (await through(client)));
    path.searchParams.set('state', 'changed');
    expect(await back(client, path.pathname + path.search)).toBe(refused('oidc.refused'));

    // A code that was used, in a journey that is new.
    const first = await app.stranger();
    const used = new URL(home + (await through(first)));
    await back(first, used.pathname + used.search);
    const second = await app.stranger();
    const fresh = new URL(home + (await through(second)));
    fresh.searchParams.set('code', used.searchParams.get('code') ?? '');
    expect(await back(second, fresh.pathname + fresh.search)).toBe(refused('oidc.refused'));

    // Mix-up: the browser waits for one authority and is sent back by another.
    const mixed = await app.stranger();
    const answer = await through(mixed);
    expect(await back(mixed, answer.replace('myndigheten', 'den-andra'))).toBe(refused('oidc.not-expected'));
    const named = await app.stranger();
    const issuer = new URL(home + (await through(named)));
    issuer.searchParams.set('iss', other.issuer);
    expect(await back(named, issuer.pathname + issuer.search)).toBe(refused('oidc.refused'));
  });

  it('is connected to an account by somebody signed in, and to one account only', async () => {
    authority.subject = 'tjänste-id-2';
    const eva = await app.signIn('eva.berglind');
    expect(await back(eva, await through(eva, { connect: true }))).toBe('/konto');
    const account = await eva.get<{ authorities: { name: string }[] }>('/api/account');
    expect(account.body.authorities).toMatchObject([{ name: 'Myndigheten' }]);
    const again = await app.stranger();
    await back(again, await through(again));
    expect((await again.get('/api/session')).body).toMatchObject({ user: { name: 'Eva Berglind' } });
    const ida = await app.signIn('ida.nordlund');
    expect(await back(ida, await through(ida, { connect: true }))).toBe(refused('oidc.belongs-to-another'));
  });
});
