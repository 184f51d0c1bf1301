import type { AuditChecks, AuditPage, AuditRow, AuditVerdict } from '@samverkan/privacy/contract';
import { AuditSeals } from '@samverkan/shared/api';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { randomUUID } from 'node:crypto';
import { AuditWatch } from './audit-watch';

let app: TestApp;
let lena: Client;
let ida: Client;
let actionId: string;
const read = async (client: Client, query = '') => (await client.get<AuditPage>(`/api/audit${query}`)).body;
const latest = async (client: Client, query = ''): Promise<AuditRow | undefined> =>
  (await read(client, query)).items[0];

beforeAll(async () => {
  app = await testApp();
  lena = await app.signIn('lena.hall');
  ida = await app.signIn('ida.nordlund');
  const { body } = await ida.post<{ id: string }>('/api/actions', {
    title: 'Utbildning i samtal',
    kind: 'training',
    status: 'planned',
    visibility: 'county',
  });
  actionId = body.id;
});
afterAll(() => app.close());

describe('the audit log of a county administrator', () => {
  it('says who did what, acting for whom, on what, and when', async () => {
    expect(await latest(lena, '?verb=action.logged')).toMatchObject({
      who: { name: 'Ida Nordlund', pseudonym: expect.stringMatching(/^[\w-]{22}$/) },
      organization: { name: 'Kramfors kommun' },
      role: 'coordinator',
      area: 'actions',
      object: { id: actionId, title: 'Utbildning i samtal' },
      outcome: 'done',
      reason: null,
    });
  });

  it('shows no title of what she may not see herself, and no row of another county', async () => {
    const { body } = await ida.post<{ id: string }>('/api/actions', {
      title: 'Bara Idas utkast',
      kind: 'other',
      status: 'draft',
      visibility: 'own',
    });
    expect((await latest(lena, `?object=${body.id}`))?.object).toEqual({ id: body.id, title: null });
    const per = await app.signIn('per.ost');
    await per.get('/api/session');
    const { items } = await read(lena, '?size=100');
    expect(items.some(({ organization }) => organization?.name === 'Länsstyrelsen Jämtland')).toBe(false);
  });

  it('is filtered by person, organisation, verb, area, outcome and day, alone and together', async () => {
    const idas = await latest(lena, '?verb=action.logged');
    const query = `?person=${idas?.who?.pseudonym}&organization=${idas?.organization?.id}&verb=action.logged&area=actions&outcome=done`;
    const { items } = await read(lena, query);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((row) => row.who?.name === 'Ida Nordlund' && row.verb === 'action.logged')).toBe(true);
    expect((await read(lena, `${query}&to=2020-01-01`)).items).toEqual([]);
    expect((await read(lena, query.replace('outcome=done', 'outcome=denied'))).items).toEqual([]);
    expect((await read(lena, `?object=${actionId}`)).items.every(({ object }) => object?.id === actionId)).toBe(true);
  });

  it('is found by anybody whose contact data a list showed', async () => {
    const { body } = await lena.get<{ items: { userId: string; name: string }[] }>('/api/people');
    const someone = body.items.at(-1);
    expect(await latest(lena, `?object=${someone?.userId}&verb=contacts.listed`)).toMatchObject({
      who: { name: 'Lena Hall' },
      shown: new Set(body.items.map(({ userId }) => userId)).size,
    });
  });

  it('goes page by page, newest first, and says how many there are', async () => {
    const first = await read(lena, '?size=2');
    const second = await read(lena, '?size=2&page=2');
    expect(first.items.map(({ id }) => Number(id))).toEqual(
      [...first.items.map(({ id }) => Number(id))].sort((a, b) => b - a),
    );
    expect(first.total).toBeGreaterThan(2);
    expect(second.items.some(({ id }) => id === first.items[0]?.id)).toBe(false);
  });

  it('has a row of every reading of it, every file and every check', async () => {
    await read(lena);
    expect(await latest(lena, '?verb=audit.read')).toMatchObject({ who: { name: 'Lena Hall' }, area: 'privacy' });
    await lena.get('/api/audit/export');
    expect(await latest(lena, '?verb=audit.exported')).toMatchObject({ who: { name: 'Lena Hall' } });
  });

  it('comes as a file for spreadsheets with the same filters', async () => {
    const { text, headers } = await lena.get('/api/audit/export?verb=action.logged');
    const lines = text.trim().split('\r\n');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toContain('granskningslogg.csv');
    expect(lines[0]).toContain('Nummer;Tid (UTC);Namn;Pseudonym;Organisation');
    expect(lines).toHaveLength((await read(lena, '?verb=action.logged')).total + 1);
    expect(lines[1]).toContain(';action.logged;actions;');
  });

  it('refuses what is no filter, with a path', async () => {
    const answer = await lena.get<{ issues: { path: string }[] }>('/api/audit?person=Ida');
    expect([answer.status, answer.body.issues[0]?.path]).toEqual([400, 'person']);
  });

  it('is not for others', async () => {
    for (const name of ['ida.nordlund', 'eva.berglind', 'jon.wik'])
      expect([name, (await (await app.signIn(name)).get('/api/audit')).status]).toEqual([name, 403]);
  });
});

describe('whether the chain holds', () => {
  it('is judged when asked, over what the asker may see', async () => {
    await app.get(AuditSeals).seal();
    const { body } = await lena.post<AuditVerdict>('/api/audit/checks');
    expect(body.faults).toEqual([]);
    expect(body.rows).toBeGreaterThan(3);
    expect(await latest(lena, '?verb=audit.checked')).toMatchObject({ who: { name: 'Lena Hall' }, reason: null });
  });

  it('is judged whole by a system administrator, who leaves a note for all administrators', async () => {
    const tove = await app.signIn('tove.sand');
    expect((await tove.post<AuditVerdict>('/api/audit/checks')).body.faults).toEqual([]);
    const { body } = await lena.get<AuditChecks>('/api/audit/checks');
    expect(body.items[0]).toMatchObject({ faults: 0, nightly: false });
  });

  it('is judged for more at once than there are connections, and nobody waits in vain', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => lena.post<AuditVerdict>('/api/audit/checks')));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  it('is judged every night, once for a night however often the work is tried again', async () => {
    const before = (await app.sql('select 1 from audit_check')).length;
    const job = randomUUID();
    await app.get(AuditWatch).run(job);
    await app.get(AuditWatch).run(job);
    const checks = await app.sql('select faults, nightly from audit_check order by at desc');
    expect(checks).toHaveLength(before + 1);
    expect(checks[0]).toMatchObject({ faults: 0, nightly: true });
  });

  it('tells whose chain and which row when somebody has changed one, and writes to every administrator the next night', async () => {
    await app.get(AuditSeals).seal();
    const [row] = await app.sql<{ id: string }>(
      `select id::text from audit where verb = 'action.logged' order by id desc limit 1`,
    );
    await app.sql('begin');
    await app.sql(`set local samverkan.audit_retention = 'on'`);
    await app.sql(`update audit set outcome = 'denied' where id = $1`, [row?.id]);
    await app.sql('commit');
    const { body } = await lena.post<AuditVerdict>('/api/audit/checks');
    expect(body.faults).toContainEqual({
      organization: { id: expect.any(String), name: 'Kramfors kommun' },
      row: row?.id,
      fault: 'content',
    });
    await app.get(AuditWatch).run(randomUUID());
    const to = async () =>
      (await app.sql<{ to_address: string }>(`select to_address from demo_mail where text like '%granskningsloggen%'`))
        .map(({ to_address }) => to_address)
        .sort();
    for (const end = Date.now() + 10_000; (await to()).length < 2 && Date.now() < end;)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await to()).toEqual(['lena.hall@demo.example', 'tove.sand@demo.example']);
    expect((await lena.get<AuditChecks>('/api/audit/checks')).body.items[0]?.faults).toBeGreaterThan(0);
  }, 30_000);
});
