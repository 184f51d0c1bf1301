import { Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
beforeAll(async () => {
  app = await testApp({ environment: { PUBLIC_URL: 'https://samverkan.example', TRUSTED_PROXIES: '1' } });
});
afterAll(() => app.close());

const home = { 'x-forwarded-proto': 'https', origin: 'https://samverkan.example' };
const ida = { email: 'ida.nordlund@demo.example', password: 'Samverkan-demo-2026' };

const arrive = async () => {
  const client = new Client(app.url);
  const { headers } = await client.send('GET', '/api/session/options', undefined, home);
  return { client, headers };
};
const flagsOf = (headers: Headers) =>
  Object.fromEntries(
    headers.getSetCookie().map((line) => {
      const [pair = '', ...flags] = line.split('; ');
      return [pair.split('=')[0], flags.map((flag) => flag.replace(/^(Expires|Max-Age)=.*/, '$1')).sort()];
    }),
  );
const cookieOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .find((line) => line.startsWith('__Host-samverkan='))
    ?.split(';')[0] ?? '';

describe('over https', () => {
  it('every cookie is Secure, kept to this host and this site, and out of scripts’ reach but for the token they must read', async () => {
    const { client } = await arrive();
    const { headers, status } = await client.send('POST', '/api/session', ida, home);
    expect(status).toBe(200);
    expect(flagsOf(headers)).toEqual({
      '__Host-samverkan': ['Expires', 'HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'],
      '__Host-samverkan-device': ['Expires', 'HttpOnly', 'Max-Age', 'Path=/', 'SameSite=Lax', 'Secure'],
      'XSRF-TOKEN': ['Path=/', 'SameSite=Strict', 'Secure'],
    });
  });

  it('no session is sent where the way to the browser is not https', async () => {
    const { client } = await arrive();
    const { headers } = await client.send('POST', '/api/session', ida, { ...home, 'x-forwarded-proto': 'http' });
    expect(cookieOf(headers)).toBe('');
  });
});

describe('a session planted before', () => {
  it('is worth nothing after: neither a made-up id nor one that an attacker began himself becomes hers', async () => {
    const attacker = (await arrive()).client;
    // A session that really exists: a passkey challenge waits in it.
    const began = await attacker.send('POST', '/api/session/passkey-challenge', {}, home);
    const planted = cookieOf(began.headers);
    expect(planted).not.toBe('');
    for (const cookie of [planted, '__Host-samverkan=s%3Amade-up.signature']) {
      const { client } = await arrive();
      const { headers } = await client.send('POST', '/api/session', ida, {
        ...home,
        cookie: `${cookie}; ${client.cookieHeader}`,
      });
      const hers = cookieOf(headers);
      expect(hers).not.toBe('');
      expect(hers).not.toBe(planted);
      const asAttacker = await client.send('GET', '/api/session', undefined, { ...home, cookie });
      expect(asAttacker.status).toBe(401);
      expect((await client.send('GET', '/api/session', undefined, { ...home, cookie: hers })).status).toBe(200);
    }
  });

  it('also when she acts for another of her posts: the old id ends', async () => {
    const { client } = await arrive();
    const first = await client.send<{ memberships: { id: string }[] }>(
      'POST',
      '/api/session',
      { ...ida, email: 'samir.lund@demo.example' },
      home,
    );
    const before = cookieOf(first.headers);
    const second = await client.send(
      'POST',
      '/api/session/acting',
      { membershipId: first.body.memberships[1]?.id },
      home,
    );
    expect(second.status).toBe(200);
    expect(cookieOf(second.headers)).not.toBe(before);
    expect((await client.send('GET', '/api/session', undefined, { ...home, cookie: before })).status).toBe(401);
  });
});
