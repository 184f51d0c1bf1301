import type { ApiTokenList, ApiTokenMade } from '@samverkan/identity/contract';
import { type Client, type System, type TestApp, until, systemWith, testApp } from '@samverkan/testing';
import { TokenEndings } from './token-endings';

let app: TestApp;
let chief: Client;
let ida: Client;
let kramfors: string;
let lyktan: string;

const organization = async (where: string) =>
  (await app.sql<{ id: string }>(`select id from organization where ${where}`))[0]?.id ?? '';
const day = async (from: number) =>
  (await app.sql<{ day: string }>('select (today() + $1::int)::text as day', [from]))[0]?.day ?? '';
const make = async (more: object = {}, client = chief) =>
  client.post<ApiTokenMade & { code?: string; issues?: object[] }>('/api/tokens', {
    organizationId: kramfors,
    name: 'Diariesystemet',
    scopes: ['actions.read', 'actions.write'],
    lastDay: await day(90),
    ...more,
  });
const system = async (more: object = {}) => {
  const { body } = await make(more);
  return systemWith(app.url, body.secret, body.token.id);
};
/** The answer by which a token is refused, once it is. */
const refused = (system: System, code: string) =>
  until(
    () => system.get('/api/actions'),
    ({ body }) => body['code'] === code,
  );
const plan = { title: 'Insats från diariet', kind: 'other', status: 'planned', visibility: 'members' };

beforeAll(async () => {
  app = await testApp();
  [chief, ida] = [await app.someone('county_admin', 'county_board:22'), await app.signIn('ida.nordlund')];
  kramfors = await organization(`key = 'municipality:2282'`);
  lyktan = await organization(`key = 'demo:lyktan'`);
});
afterAll(() => app.close());

describe('making a token', () => {
  it('is for those who administer the organisation, in their own county', async () => {
    expect((await make()).status).toBe(201);
    for (const client of [ida, await app.someone('county_staff', 'county_board:22')])
      expect((await make({}, client)).status).toBe(403);
    const elsewhere = await organization(`key = 'municipality:2380'`);
    expect((await make({ organizationId: elsewhere })).body).toMatchObject({
      issues: [{ path: 'organizationId', code: 'token.not-yours' }],
    });
    const nationwide = await app.someone('system_admin', 'county_board:22');
    expect((await make({ organizationId: elsewhere }, nationwide)).status).toBe(201);
  });

  it('wants a last day within a year, a scope that there is, and a name without anybody in it', async () => {
    for (const days of [-1, 367])
      expect((await make({ lastDay: await day(days) })).body).toMatchObject({
        issues: [{ path: 'lastDay', code: 'token.last-day' }],
      });
    for (const scopes of [[], ['everything'], ['actions.read', 'admin']])
      expect((await make({ scopes })).status).toBe(400);
    expect((await make({ name: 'System 19121212-1212' })).body.issues).toMatchObject([{ path: 'name' }]);
  });

  it('shows it once: its hash alone is kept, and a repeated request makes no second and is told nothing', async () => {
    const key = { 'idempotency-key': 'make-token-1' };
    const input = { organizationId: kramfors, name: 'En gång', scopes: ['actions.read'], lastDay: await day(9) };
    const first = await chief.post<ApiTokenMade>('/api/tokens', input, key);
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(first.body.secret).toMatch(/^samverkan_[\w-]{43}$/);
    expect(await chief.post('/api/tokens', input, key)).toMatchObject({
      status: 409,
      body: { code: 'idempotency.shown-once' },
    });
    const list = (await chief.get<ApiTokenList>(`/api/tokens?organization=${kramfors}`)).text;
    expect(list).not.toContain(first.body.secret);
    expect(list.match(/En gång/g)).toHaveLength(1);
    for (const table of ['api_token', 'idempotency', 'audit', 'app_user'])
      expect(
        await app.sql(`select 1 from ${table} t where t::text like '%' || $1 || '%'`, [first.body.secret]),
      ).toEqual([]);
  });

  it('is seen by the organisation’s own people, and by nobody else', async () => {
    const { body } = await ida.get<ApiTokenList>('/api/tokens');
    expect(body).toMatchObject({ organization: { id: kramfors }, allowed: { make: false } });
    expect(body.items.map(({ name, allowed }) => [name, allowed.revoke])).toContainEqual(['Diariesystemet', false]);
    expect((await (await app.signIn('jon.wik')).get(`/api/tokens?organization=${kramfors}`)).status).toBe(404);
  });
});

describe('a token', () => {
  it('writes as the organisation, with its name beside, once for each key, and by the version that was read', async () => {
    const diary = await system({ name: 'Diariet Castor' });
    const key = { 'idempotency-key': 'castor-000001' };
    const made = await diary.post<{ id: string; version: number }>('/api/actions', plan, key);
    expect(made.status).toBe(201);
    expect((await diary.post<{ id: string }>('/api/actions', plan, key)).body.id).toBe(made.body.id);
    const at = `/api/actions/${made.body.id}`;
    const change = { title: 'Rättad från diariet' };
    expect((await diary.send('PATCH', at, change)).status).toBe(428);
    expect((await diary.send('PATCH', at, change, { 'if-match': '"1"' })).status).toBe(200);
    const line = { happenedOn: await day(0), done: 'Tre möten har hållits.' };
    expect((await diary.post(`${at}/updates`, line)).status).toBe(201);
    expect((await ida.get(at)).body).toMatchObject({ owners: [{ id: kramfors }] });
    expect((await ida.get(`${at}/history`)).text).toContain('Diariet Castor');
    expect((await ida.get(`${at}/updates`)).text).toContain('Diariet Castor');
    const jon = await app.signIn('jon.wik');
    for (const path of [at, `${at}/history`, `${at}/updates`])
      expect((await jon.get(path)).text).not.toContain('Diariet Castor');
    const audit = (await chief.get(`/api/audit?object=${made.body.id}`)).text;
    expect(audit).toContain('Diariet Castor');
  });

  it('is audited when it is made and when it is taken back', async () => {
    const one = await system({ name: 'Granskad' });
    await chief.post(`/api/tokens/${one.id}/revocation`);
    const rows = await app.sql<{ verb: string }>('select verb from audit where object_id = $1 order by id', [one.id]);
    expect(rows.map(({ verb }) => verb)).toEqual(['token.made', 'token.revoked']);
  });

  it('needs no cookie, is given none, and is not helped by one', async () => {
    const reader = await system({ scopes: ['actions.read'] });
    const answer = await reader.get('/api/actions');
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
    const withSession = { cookie: chief.cookieHeader, 'x-xsrf-token': chief.cookie('XSRF-TOKEN') ?? '' };
    expect(await reader.send('POST', '/api/actions', plan, withSession)).toMatchObject({
      status: 403,
      body: { code: 'token.scope-lacking' },
    });
    const stray = systemWith(app.url, 'nonsense');
    expect(await stray.send('GET', '/api/actions', undefined, withSession)).toMatchObject({
      status: 401,
      body: { code: 'token.unknown' },
    });
  });

  it('is worth nothing within five seconds of being taken back, and nobody else takes it back', async () => {
    const one = await system();
    expect((await one.get('/api/actions')).status).toBe(200);
    const other = await app.someone('county_admin', 'county_board:23');
    expect((await other.post(`/api/tokens/${one.id}/revocation`)).status).toBe(404);
    expect((await ida.post(`/api/tokens/${one.id}/revocation`)).status).toBe(403);
    const { body } = await chief.post<{ state: string }>(`/api/tokens/${one.id}/revocation`);
    expect(body.state).toBe('revoked');
    const began = Date.now();
    let answer = await one.get('/api/actions');
    while (answer.status === 200 && Date.now() - began < 5000) answer = await one.get('/api/actions');
    expect(answer).toMatchObject({ status: 401, body: { code: 'token.revoked' } });
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
    expect((await chief.post(`/api/tokens/${one.id}/revocation`)).status).toBe(409);
  });

  it('is refused when its last day has passed, and says that it was used', async () => {
    const one = await system();
    await one.get('/api/actions');
    await app.sql('update api_token set last_day = today() - 1 where id = $1', [one.id]);
    expect((await refused(one, 'token.expired')).status).toBe(401);
    const { body } = await chief.get<ApiTokenList>(`/api/tokens?organization=${kramfors}`);
    const listed = body.items.find(({ id }) => id === one.id);
    expect(listed).toMatchObject({ state: 'expired', usedAt: expect.any(String) });
  });

  it('ends with its organisation, and when that is merged into another; two again, it works again', async () => {
    const one = await system({ organizationId: lyktan, scopes: ['actions.read'] });
    expect((await one.get('/api/actions')).status).toBe(200);
    const jour = { name: 'Ådalens jour', kind: 'civil_society', countyCodes: ['22'] };
    const other = (await chief.post<{ id: string }>('/api/organizations', jour)).body.id;
    expect((await chief.post(`/api/organizations/${lyktan}/merges`, { intoId: other })).status).toBe(200);
    expect((await refused(one, 'token.revoked')).status).toBe(401);
    expect((await chief.post(`/api/organizations/${lyktan}/merges/undo`)).status).toBe(200);
    await until(
      () => one.get('/api/actions'),
      ({ status }) => status === 200,
    );
    await app.sql('update organization set valid_from = today() - 9, valid_to = today() - 1 where id = $1', [lyktan]);
    expect((await refused(one, 'token.organization-ended')).status).toBe(401);
    expect((await make({ organizationId: lyktan })).status).toBe(400);
  }, 20_000);

  it('is told when it asks too often, and for how long to wait', async () => {
    const one = await system();
    const other = await system();
    await app.sql(
      `insert into sign_in_limit (key, points, expire) values ('token:' || $1, 300, (extract(epoch from now()) * 1000)::bigint + 42000)`,
      [one.id],
    );
    const answer = await one.get('/api/actions');
    expect(answer).toMatchObject({ status: 429, body: { code: 'token.too-many' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(30);
    expect((await other.get('/api/actions')).status).toBe(200);
  });

  it('is told of a month before its end: by letter to whoever made it, once, and on its organisation’s start page', async () => {
    await system({ name: 'Snart slut', lastDay: await day(20) });
    const endings = app.get(TokenEndings);
    const before = await endings.run();
    expect(before).toBeGreaterThan(0);
    expect(await endings.run()).toBe(0);
    expect((await ida.get('/api/activity/waiting')).text).toContain('systemnyck');
  });

  it('is told of also when another that ends cannot be', async () => {
    await system({ name: 'Går inte', lastDay: await day(20) });
    await system({ name: 'Går bra', lastDay: await day(20) });
    await app.sql(
      `create function refuses() returns trigger language plpgsql as 'begin if new.name = ''Går inte'' then raise exception ''No.''; end if; return new; end'`,
    );
    await app.sql('create trigger refuses before update on api_token for each row execute function refuses()');
    try {
      await expect(app.get(TokenEndings).run()).rejects.toThrow('1 of what was due');
    } finally {
      await app.sql('drop function refuses() cascade');
    }
    expect(await app.sql(`select name from api_token where warned_on is not null and name like 'Går %'`)).toEqual([
      { name: 'Går bra' },
    ]);
  });
});

describe('the name of a token with somebody’s name in it', () => {
  it('is hidden and cleaned by the organisation’s own people, while the token goes on working', async () => {
    const theirs = await system({ name: 'Xylofonas dator' });
    const report = { area: 'identity', kind: 'token', objectId: theirs.id };
    const { body: hidden } = await ida.post<{ id: string }>('/api/sensitive-texts', report);
    const names = async () => (await ida.get<ApiTokenList>('/api/tokens')).body.items.map(({ name }) => name);
    expect([(await names()).includes('Xylofonas dator'), (await names()).includes('[dold]')]).toEqual([false, true]);
    expect((await theirs.get('/api/actions')).status).toBe(200);
    const texts = { name: 'Diariet' };
    expect((await ida.post(`/api/sensitive-texts/${hidden.id}/purge`, { texts })).status).toBe(204);
    expect(await names()).toContain('Diariet');
    expect(await app.sql(`select 1 from app_user where name like '%Xylofona%' or name = '[dold]'`)).toEqual([]);
    expect((await theirs.get('/api/actions')).status).toBe(200);
  });

  it('is nobody else’s to hide', async () => {
    const theirs = await system({ name: 'Ärendesystemet' });
    const report = { area: 'identity', kind: 'token', objectId: theirs.id };
    expect((await (await app.signIn('samir.lund')).post('/api/sensitive-texts', report)).status).toBe(404);
  });
});
