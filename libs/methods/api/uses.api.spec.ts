import type { Method, MethodTrained, MethodUses, OwnTrained } from '@samverkan/methods/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let [eva, ida, jon]: Client[] = [];
let sundsvall: Client;
beforeAll(async () => {
  app = await testApp();
  [eva, ida, jon] = await Promise.all(['eva.berglind', 'ida.nordlund', 'jon.wik'].map((who) => app.signIn(who)));
  sundsvall = await app.someone('coordinator', 'municipality:2281');
});
afterAll(() => app.close());

type Refused = { code: string; current?: { warnings: { kind: string }[] }; issues?: { path: string; code: string }[] };
const published = async (more: object = {}): Promise<Method> => {
  const { body } = await eva!.post<Method>('/api/methods', { name: 'Provmetod', ...more });
  return (await eva!.post<Method>(`/api/methods/${body.id}/publication`, {})).body;
};
const says = (client: Client, id: string, more: object = {}) =>
  client.post<MethodUses & Refused>(`/api/methods/${id}/uses`, { since: '2026-01-01', ...more });
const monthsAgo = async (months: number) =>
  (await app.sql<{ day: string }>(`select (today() - make_interval(months => $1))::date::text as day`, [months]))[0]
    ?.day ?? '';

describe('that a party uses a method', () => {
  it('is said by the party itself, dated and with its name, once, and taken back by it', async () => {
    const { id } = await published();
    const said = await says(ida!, id, { note: 'I alla nya ärenden.' });
    expect(said.status).toBe(201);
    expect(said.body.items[0]).toMatchObject({
      organization: { name: 'Kramfors kommun' },
      since: '2026-01-01',
      municipalityCodes: ['2282'],
      note: 'I alla nya ärenden.',
      allowed: { change: true },
    });
    expect((await says(ida!, id)).body.code).toBe('method.already-used');
    const use = said.body.items[0]!;
    for (const other of [eva!, jon!, sundsvall]) {
      expect((await other.post(`/api/method-uses/${use.id}/end`, {})).status).toBe(403);
      const changed = await other.send(
        'PUT',
        `/api/method-uses/${use.id}`,
        { since: '2026-02-01' },
        { 'if-match': `"${use.version}"` },
      );
      expect(changed.status).toBe(403);
      expect((await other.get(`/api/method-uses/${use.id}/trained`)).status).toBe(403);
    }
    const seen = await sundsvall.get<Method>(`/api/methods/${id}`);
    expect([seen.body.useCount, seen.body.ours]).toEqual([1, false]);
    const ended = await ida!.post<MethodUses>(`/api/method-uses/${use.id}/end`, {});
    expect(ended.body.items[0]?.endedOn).not.toBeNull();
    expect((await sundsvall.get<Method>(`/api/methods/${id}`)).body.useCount).toBe(0);
    expect((await ida!.post<MethodUses>(`/api/method-uses/${use.id}/end/undo`, {})).body.items[0]?.endedOn).toBeNull();
  });

  it('is not said of a draft, nor by whoever does not see the method', async () => {
    const draft = (await eva!.post<Method>('/api/methods', { name: 'Utkastmetod' })).body;
    expect((await says(eva!, draft.id)).body.code).toBe('method.is-draft');
    expect((await says(ida!, draft.id)).status).toBe(404);
  });

  it('finds the method by the municipality where it is used', async () => {
    const { id } = await published({ name: 'Blåbärsmetoden' });
    await says(ida!, id);
    const found = async (code: string) =>
      (await eva!.get<{ total: number }>(`/api/methods?q=blåbärsmetoden&municipality=${code}`)).body.total;
    expect([await found('2282'), await found('2281')]).toEqual([1, 0]);
  });

  it('asks why when it lies outside what the method is for, and keeps the answer', async () => {
    const { id } = await published({
      targetGroups: ['exposed_women'],
      professions: ['social_workers'],
      trainingRequired: true,
    });
    const refused = await says(ida!, id, { targetGroups: ['exposed_children'], professions: ['police'] });
    expect([refused.status, refused.body.code]).toEqual([409, 'method.outside-purpose']);
    expect(refused.body.current?.warnings.map(({ kind }) => kind)).toEqual(['targetGroup', 'profession', 'untrained']);
    const said = await says(ida!, id, {
      targetGroups: ['exposed_children'],
      professions: ['police'],
      reason: 'Vi prövar den ett halvår.',
    });
    expect(said.body.items[0]).toMatchObject({ reason: 'Vi prövar den ett halvår.', validity: 'unknown' });
    expect(said.body.items[0]?.warnings.map(({ kind }) => kind)).toEqual(['targetGroup', 'profession', 'untrained']);
    const [kept] = await app.sql(`select outside from method_use where method_id = $1`, [id]);
    expect(kept).toEqual({ outside: ['targetGroup', 'profession', 'untrained'] });
    expect(
      await app.sql(`select verb from audit where object_id = $1 and verb = 'method.chosen-outside'`, [id]),
    ).toHaveLength(1);
  });

  it('no longer asks when the party says that it has trained, until that runs out', async () => {
    const { id } = await published({ trainingRequired: true, validMonths: 24 });
    const trained = [{ profession: 'social_workers', trainedOn: await monthsAgo(3), count: 9 }];
    expect((await says(ida!, id)).body.code).toBe('method.outside-purpose');
    const said = await says(ida!, id, { trained });
    expect(said.body.items[0]).toMatchObject({ validity: 'valid', warnings: [], reason: '' });
    const gone = await says(sundsvall, id, { trained: [{ ...trained[0], trainedOn: await monthsAgo(30) }] });
    expect(gone.body.current?.warnings.map(({ kind }) => kind)).toEqual(['expired']);
  });

  it('counts a training that has been held in the municipality, and none elsewhere', async () => {
    const { id } = await published({ trainingRequired: true, validMonths: 24 });
    const [offer] = await app.sql<{ id: string }>(
      `select id from offer where demo and title = 'Barn som upplever våld: första samtalet'`,
    );
    const { version } = (await eva!.get<Method>(`/api/methods/${id}`)).body;
    await eva!.patch(`/api/methods/${id}`, { offerIds: [offer?.id] }, version);
    expect((await says(ida!, id)).body.items[0]).toMatchObject({ validity: 'valid', warnings: [] });
    const harnosand = await app.someone('coordinator', 'municipality:2280');
    expect((await says(harnosand, id)).body.current?.warnings.map(({ kind }) => kind)).toEqual(['untrained']);
  });

  it('counts a web course that somebody in the municipality has completed, as its sheet says', async () => {
    const { id, version } = await published({ trainingRequired: true, validMonths: 24 });
    const course = { kind: 'web_course', title: 'Prov: webbkurs i metoden', visibility: 'members' };
    const offer = (await eva!.post<{ id: string }>('/api/offers', course)).body.id;
    await eva!.post(`/api/offers/${offer}/open`, {});
    const sheet = Buffer.from('Period;Kommun;Antal\n2026-03;Kramfors;12');
    const type = { 'content-type': 'application/octet-stream' };
    expect((await eva!.send('POST', `/api/offers/${offer}/import`, sheet, type)).status).toBe(200);
    await eva!.patch(`/api/methods/${id}`, { offerIds: [offer] }, version);
    expect((await says(ida!, id)).body.items[0]).toMatchObject({ validity: 'valid', warnings: [] });
    const ornskoldsvik = await app.someone('coordinator', 'municipality:2284');
    expect((await says(ornskoldsvik, id)).body.current?.warnings.map(({ kind }) => kind)).toEqual(['untrained']);
  });

  it('waits on the party’s start page six months before its training runs out', async () => {
    const { id } = await published({ name: 'Snart slut', trainingRequired: true, validMonths: 12 });
    const waiting = async () =>
      (await sundsvall.get<{ items: { kind: string; count: number }[] }>('/api/activity/waiting')).body.items.find(
        ({ kind }) => kind === 'methods.training',
      )?.count ?? 0;
    const before = await waiting();
    await says(sundsvall, id, { trained: [{ profession: 'managers', trainedOn: await monthsAgo(8), count: 1 }] });
    expect(await waiting()).toBe(before + 1);
    const listed = await sundsvall.get<{ total: number }>('/api/methods?ours=true&running=true');
    expect(listed.body.total).toBe(before + 1);
  });
});

describe('how many are trained', () => {
  it('is told by profession and municipality, and a small number to nobody but the party that wrote it', async () => {
    const { id } = await published({ trainingRequired: true });
    const day = await monthsAgo(1);
    const mine = await says(ida!, id, {
      trained: [
        { profession: 'social_workers', trainedOn: day, count: 3 },
        { profession: 'managers', trainedOn: day, count: 8 },
      ],
      trainedOf: 20,
      trainedSource: 'Personalsystemet',
    });
    await says(sundsvall, id, { trained: [{ profession: 'social_workers', trainedOn: day, count: 12 }] });
    for (const reader of [eva!, ida!, jon!]) {
      const { body, text } = await reader.get<MethodTrained>(`/api/methods/${id}/trained`);
      const kramfors = body.rows.find(({ municipalityCode }) => municipalityCode === '2282');
      expect(body.professions).toEqual(['managers', 'social_workers']);
      expect(kramfors?.cells[1]).toEqual({ count: 0, more: true });
      expect(body.sources).toContainEqual(
        expect.objectContaining({ name: 'Kramfors kommun', of: 20, source: 'Personalsystemet' }),
      );
      expect(text).not.toMatch(/"count":3\b/);
    }
    const own = await ida!.get<OwnTrained>(`/api/method-uses/${mine.body.items[0]?.id}/trained`);
    expect(own.body.trained.map(({ count }) => count).sort()).toEqual([3, 8]);
  });

  it('is never more than what each training shows of itself', async () => {
    const [offer] = await app.sql<{ id: string }>(
      `select id from offer where demo and title = 'Barn som upplever våld: första samtalet'`,
    );
    const { id } = await published({ offerIds: [offer?.id] });
    const reach = (
      await ida!.get<{ total: number; rows: { total: number | null }[] }>(`/api/offers/${offer?.id}/reach`)
    ).body;
    const trained = (await ida!.get<MethodTrained>(`/api/methods/${id}/trained`)).body;
    expect(trained.total.count).toBe(reach.total ?? 0);
    expect(trained.rows.map(({ total }) => (total.more ? null : total.count))).toEqual(
      reach.rows.map(({ total }) => total),
    );
  });
});
