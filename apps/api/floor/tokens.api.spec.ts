// An organisation's own system on every operation of the OpenAPI document, with a token of each scope: what was not opened to the scope is
// closed, and what was opened shows no more than the organisation's own people with the least of its roles.
import { type TokenScope, tokenScopes } from '@samverkan/shared/contract';
import type { Operation } from '@samverkan/shared/floor';
import { type System, type TestApp, aSystem, areaFloors, hearLog, systemWith, testApp } from '@samverkan/testing';

interface Document {
  paths: Record<string, Record<string, { 'x-token-scopes'?: TokenScope[]; security?: object[] }>>;
}

const nothing = '01900000-0000-7000-8000-000000000000';
const home = 'municipality:2282';
const lines: string[] = [];
let app: TestApp;
let letLogBe: () => void;
let operations: { name: string; method: string; path: string; opens: TokenScope[] | undefined; floor: Operation }[];
const systems = {} as Record<TokenScope, System>;

beforeAll(async () => {
  app = await testApp();
  const floors = Object.fromEntries((await areaFloors()).flatMap(({ floor }) => Object.entries(floor.operations)));
  const { body } = await (await app.stranger()).get<Document & Record<string, unknown>>('/api/openapi.json');
  operations = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([verb, described]) => {
      const method = verb.toUpperCase();
      const name = `${method} ${path}`;
      return { name, method, path, opens: described['x-token-scopes'], floor: floors[name] as Operation };
    }),
  );
  for (const scope of tokenScopes) systems[scope] = await aSystem(app, home, [scope]);
  letLogBe = hearLog(lines);
});
afterAll(async () => {
  await app.close();
  letLogBe();
});

const open = (scope: TokenScope) =>
  operations.filter(({ method, opens }) => method === 'GET' && opens?.includes(scope)).map(({ path }) => path);

it('meets closed doors everywhere outside its scope, and is told which key it lacks where there is one', async () => {
  const wrong: unknown[] = [];
  let opened = 0;
  for (const scope of tokenScopes) {
    let system = systems[scope];
    for (const [turn, { name, method, path, opens, floor }] of operations.entries()) {
      if (!path.startsWith('/api/')) continue;
      // So many requests are let through in a minute.
      if (turn % 200 === 199) system = await aSystem(app, home, [scope]);
      const body = method === 'GET' || method === 'DELETE' ? undefined : ((floor as { body?: unknown }).body ?? {});
      const address = path.replace(/\{\w+\}/g, nothing);
      const { status, body: answer } = await system.send(method, address, body, { 'if-match': '"1"' });
      const code = answer?.['code'];
      const fits = opens?.includes(scope);
      if (fits) opened += 1;
      const expected = fits ? null : opens ? 'token.scope-lacking' : 'token.route-closed';
      const met = status === 403 || status === 401 ? code : null;
      if (met !== expected || status >= 500) wrong.push({ scope, name, status, code, expected });
    }
  }
  expect(wrong).toEqual([]);
  expect(opened).toBeGreaterThan(20);
  expect(operations.length).toBeGreaterThan(200);
}, 240_000);

it('has the addresses that are open written down for whoever builds a system', async () => {
  const ida = await app.signIn('ida.nordlund');
  const { body } = await ida.get<{ items: { method: string; path: string; scopes: string[] }[] }>(
    '/api/tokens/addresses',
  );
  const written = body.items.map(({ method, path, scopes }) => `${method} ${path} ${scopes.join()}`).sort();
  const declared = operations.filter(({ opens }) => opens).map(({ name, opens }) => `${name} ${opens?.join()}`);
  expect(written).toEqual(declared.sort());
});

it('reads what the organisation’s people with the least of its roles read, and nothing more', async () => {
  for (const [key, role] of [
    [home, 'coordinator'],
    ['demo:lyktan', 'partner'],
    ['region:22', 'coordinator'],
  ] as const) {
    const member = await app.someone(role, key);
    const system = await aSystem(app, key, [...tokenScopes]);
    for (const path of new Set([...open('actions.read'), ...open('directory.read')])) {
      if (path.includes('{')) continue;
      const query = path.endsWith('/export') ? '?format=json' : '';
      const [theirs, its] = [await member.get(path + query), await system.get(path + query)];
      expect([path, its.status]).toEqual([path, 200]);
      expect([path, its.text]).toEqual([path, theirs.text]);
    }
  }
});

it('is told of what others hide exactly what it is told of nothing at all', async () => {
  const hider = await app.someone('coordinator', 'municipality:2380');
  const system = await aSystem(app, home, [...tokenScopes]);
  const floors = await areaFloors();
  const objects = [...open('actions.read'), ...open('directory.read')].filter((path) => path.includes('{id}'));
  const settle = (text: string, id: string) => text.replaceAll(id, '{id}').replace(/"requestId":"[^"]*"/, '');
  let hidden = 0;
  for (const { method, path, body } of floors.flatMap(({ floor }) => floor.hides)) {
    const text = JSON.stringify(body).replaceAll('{words}', 'Zebrahuset');
    const { body: made } = await hider.send<{ id: string }>(method, path, text, { 'if-match': '"1"' });
    hidden += 1;
    for (const address of objects) {
      const at = (id: string) => system.get(address.replace('{id}', id));
      const [there, absent] = [await at(made.id), await at(nothing)];
      expect([address, there.status, settle(there.text, made.id)]).toEqual([
        address,
        404,
        settle(absent.text, nothing),
      ]);
    }
  }
  expect(hidden).toBeGreaterThan(0);
  for (const path of ['/api/actions?q=Zebrahuset', '/api/contacts?q=Zebrahuset', '/api/organizations?q=Zebrahuset'])
    expect((await system.get(path)).text).not.toContain('"Zebrahuset');
});

it('is given no name that stays inside, also not its own organisation’s', async () => {
  const keeper = await app.someone('coordinator', home);
  const system = await aSystem(app, home, ['directory.read']);
  const { body } = await keeper.post<{ id: string }>('/api/contacts', {
    title: 'Vakten',
    visibility: 'members',
    mailbox: 'vakten@kramfors.example',
    holder: { naming: 'function_only', name: 'Ingalill Inombords' },
  });
  expect((await keeper.get(`/api/contacts/${body.id}`)).text).toContain('Inombords');
  const seen = await system.get(`/api/contacts/${body.id}`);
  expect(seen.status).toBe(200);
  expect(seen.text).not.toContain('Inombords');
  expect((await system.get('/api/contacts?q=Inombords')).body).toMatchObject({ items: [] });
});

it('leaves no token in any line of the log, any refusal or any table, good, wrong or half', async () => {
  const system = await aSystem(app, home, ['actions.read', 'actions.write']);
  const canary = system.secret;
  const began = lines.length;
  const answers = [
    await system.get('/api/actions'),
    await system.get('/api/session'),
    await system.post('/api/actions', { title: 1 }, { 'idempotency-key': 'canary-12345678' }),
    await systemWith(app.url, `${canary}x`).get('/api/actions'),
    await systemWith(app.url, canary.slice(0, -1)).get('/api/actions'),
    await system.send('POST', '/api/actions', { title: 'Loggad', kind: 'other', status: 'planned', visibility: 'own' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 403, 400, 401, 401, 201]);
  const part = canary.slice(10, 40);
  expect(answers.filter(({ text }) => text.includes(part))).toEqual([]);
  expect(lines.length).toBeGreaterThan(began);
  expect(lines.filter((line) => line.includes(part))).toEqual([]);
});
