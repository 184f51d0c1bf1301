// Requests that another site makes a signed-in person's browser send: every route that changes something refuses them, the day it is added.
import { type Client, type TestApp, testApp, thirdOf } from '@samverkan/testing';

let app: TestApp;
let hers: Client;
let his: Client;
let stranger: Client;
let routes: [method: string, path: string][];

beforeAll(async () => {
  app = await testApp();
  [hers, his, stranger] = [await app.signIn('ida.nordlund'), await app.signIn('jon.wik'), await app.stranger()];
  const { body } = await hers.get<{ paths: Record<string, object> }>('/api/openapi.json');
  routes = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => !['get', 'head', 'options'].includes(method))
      .map((method): [string, string] => [
        method.toUpperCase(),
        path.replace(/\{\w+\}/g, '01900000-0000-7000-8000-000000000000'),
      ]),
  );
});
afterAll(() => app.close());

const token = (client: Client) => client.cookie('XSRF-TOKEN') ?? '';
const without = (name: string, client: Client) =>
  client.cookieHeader
    .split('; ')
    .filter((pair) => !pair.startsWith(`${name}=`))
    .join('; ');
const withCookie = (client: Client, value: string) =>
  `${without('XSRF-TOKEN', client)}; XSRF-TOKEN=${encodeURIComponent(value)}`;

/** What the other site gets the browser to send; everything else is as the portal would send it. */
const forgeries: [what: string, headers: () => Record<string, string>][] = [
  ['no token', () => ({ 'x-xsrf-token': '' })],
  ['a token of the wrong shape', () => ({ 'x-xsrf-token': 'x' })],
  ['her token with its end changed', () => ({ 'x-xsrf-token': `${token(hers).slice(0, -4)}aaaa` })],
  ["another session's token in the header", () => ({ 'x-xsrf-token': token(his) })],
  [
    "another session's token in header and cookie",
    () => ({ 'x-xsrf-token': token(his), cookie: withCookie(hers, token(his)) }),
  ],
  [
    'a token from before sign-in in header and cookie',
    () => ({ 'x-xsrf-token': token(stranger), cookie: withCookie(hers, token(stranger)) }),
  ],
  ['her token without its cookie', () => ({ cookie: without('XSRF-TOKEN', hers) })],
  ['her token, from another site', () => ({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })],
  [
    'her token, from a neighbour of the site',
    () => ({ origin: 'https://evil.samverkan.example', 'sec-fetch-site': 'same-site' }),
  ],
  ['her token, from a page without an origin', () => ({ origin: 'null', 'sec-fetch-site': 'cross-site' })],
  ['her token, from another site in an old browser', () => ({ origin: 'https://evil.example' })],
];

it.each(forgeries)('refuses every change that comes with %s', async (what, headers) => {
  expect(routes.length).toBeGreaterThan(40);
  for (const [method, path] of thirdOf(
    routes,
    forgeries.findIndex(([name]) => name === what),
  )) {
    const { status, body } = await hers.send(method, path, method === 'DELETE' ? undefined : {}, {
      'if-match': '"1"',
      ...headers(),
    });
    expect([method, path, status, body['code']]).toEqual([method, path, 403, 'csrf.refused']);
  }
  expect((await hers.get('/api/session')).status).toBe(200);
});

it('refuses them before anybody is signed in, so that nobody is signed in as somebody else without knowing', async () => {
  const forged: Record<string, string>[] = [
    { 'x-xsrf-token': '' },
    { 'x-xsrf-token': token(hers) },
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of forged)
    for (const path of routes
      .filter(([method, one]) => method === 'POST' && /session|password-resets|invited|oidc/.test(one))
      .map(([, one]) => one)) {
      const { status, body } = await stranger.send('POST', path, {}, headers);
      expect([path, status, body['code']]).toEqual([path, 403, 'csrf.refused']);
    }
});

it('lets the portal itself through', async () => {
  const answer = await hers.send(
    'PUT',
    '/api/drafts/csrf',
    { content: { title: 'Min egen' } },
    { 'sec-fetch-site': 'same-origin' },
  );
  expect(answer.status).toBe(200);
});
