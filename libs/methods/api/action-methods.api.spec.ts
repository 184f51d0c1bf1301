import type { ActionMethods, Method, MethodActions } from '@samverkan/methods/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let [eva, ida, jon, per]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [eva, ida, jon, per] = await Promise.all(
    ['eva.berglind', 'ida.nordlund', 'jon.wik', 'per.ost'].map((who) => app.signIn(who)),
  );
});
afterAll(() => app.close());

type Refused = { code: string; current?: { warnings: { kind: string; codes: string[] }[] } };
const published = async (more: object = {}): Promise<Method> => {
  const { body } = await eva!.post<Method>('/api/methods', { name: 'Insatsens metod', ...more });
  return (await eva!.post<Method>(`/api/methods/${body.id}/publication`, {})).body;
};
const logged = async (more: object = {}) =>
  (
    await ida!.post<{ id: string }>('/api/actions', {
      title: 'Vi inför en metod',
      kind: 'method_introduction',
      status: 'planned',
      visibility: 'members',
      municipalityCodes: ['2282'],
      ...more,
    })
  ).body.id;
const tie = (client: Client, action: string, methodId: string, more: object = {}) =>
  client.post<ActionMethods & Refused>(`/api/actions/${action}/methods`, { methodId, ...more });
const of = async (client: Client, action: string) => client.get<ActionMethods>(`/api/actions/${action}/methods`);

describe('an action that introduces a method', () => {
  it('asks which one until it is named, and names it on both pages', async () => {
    const [method, action] = [await published(), await logged()];
    expect((await of(ida!, action)).body).toMatchObject({ items: [], wanted: true, mayTie: true });
    const tied = await tie(ida!, action, method.id, { professions: ['social_workers'] });
    expect(tied.body).toMatchObject({
      wanted: false,
      items: [{ method: { id: method.id }, organization: { name: 'Kramfors kommun' }, warnings: [], reason: '' }],
    });
    expect((await tie(ida!, action, method.id)).body.code).toBe('method.already-tied');
    const actions = await jon!.get<MethodActions>(`/api/methods/${method.id}/actions`);
    expect(actions.body.items.map(({ id }) => id)).toEqual([action]);
    expect((await of(await app.someone('coordinator', 'municipality:2260'), action)).body.mayTie).toBe(false);
  });

  it('warns when the method is not for what the action does, and keeps why it was chosen all the same', async () => {
    const method = await published({ targetGroups: ['exposed_women'], forms: ['honour'], phases: ['detect'] });
    const action = await logged({ targetGroups: ['exposed_children'], forms: ['digital'], phases: ['support'] });
    const refused = await tie(ida!, action, method.id);
    expect([refused.status, refused.body.code]).toEqual([409, 'method.outside-purpose']);
    expect(refused.body.current?.warnings.map(({ kind, codes }) => [kind, codes])).toEqual([
      ['targetGroup', ['exposed_children']],
      ['form', ['digital']],
      ['phase', ['support']],
    ]);
    const tied = await tie(ida!, action, method.id, { reason: 'Vi anpassar den med länsstyrelsen.' });
    expect(tied.body.items[0]).toMatchObject({ reason: 'Vi anpassar den med länsstyrelsen.' });
    expect(tied.body.items[0]?.warnings).toHaveLength(3);
    const ended = await ida!.post<ActionMethods>(`/api/action-methods/${tied.body.items[0]?.id}/end`, {});
    expect(ended.body).toMatchObject({ wanted: true, items: [{ reason: 'Vi anpassar den med länsstyrelsen.' }] });
    expect(ended.body.items[0]?.endedOn).not.toBeNull();
  });

  it('warns where training is required and nobody in the municipality is known to have it', async () => {
    const method = await published({ trainingRequired: true });
    const action = await logged({ municipalityCodes: ['2282', '2281'] });
    const refused = await tie(ida!, action, method.id);
    expect(refused.body.current?.warnings).toMatchObject([{ kind: 'untrained', municipalityCodes: ['2281', '2282'] }]);
    await ida!.post(`/api/methods/${method.id}/uses`, {
      since: '2026-01-01',
      trained: [{ profession: 'social_workers', trainedOn: '2026-02-01', count: 9 }],
    });
    expect((await tie(ida!, action, method.id)).body.current?.warnings).toMatchObject([
      { kind: 'untrained', municipalityCodes: ['2281'] },
    ]);
  });

  it('never shows on a method’s page to those who do not see the action, nor to others what they may not read', async () => {
    const [method, action] = [await published(), await logged({ title: 'Hemlig plan', visibility: 'own' })];
    await tie(ida!, action, method.id);
    for (const other of [jon!, per!, eva!]) {
      const { text } = await other.get(`/api/methods/${method.id}/actions`);
      expect(text).not.toContain('Hemlig plan');
      expect((await of(other, action)).status).toBe(404);
    }
    const draft = (await eva!.post<Method>('/api/methods', { name: 'Hemligt utkast' })).body;
    const refused = await tie(ida!, action, draft.id);
    expect([refused.status, refused.text.includes('Hemligt')]).toEqual([400, false]);
  });

  it('is seen by another party as that party sees it', async () => {
    const [method, action] = [await published({ visibility: 'county' }), await logged()];
    await tie(ida!, action, method.id);
    const [jamtland] = await app.sql<{ id: string }>(`select id from organization where key = 'county_board:23'`);
    const seen = await ida!.get<ActionMethods>(`/api/actions/${action}/methods?seenAs=${jamtland?.id}`);
    expect([seen.status, seen.body.items]).toEqual([200, []]);
    expect((await jon!.get(`/api/actions/${action}/methods?seenAs=${jamtland?.id}`)).status).toBe(403);
  });

  it('tells at a training which methods it gives', async () => {
    const [offer] = await app.sql<{ id: string }>(
      `select id from offer where demo and status = 'open' order by id limit 1`,
    );
    const method = await published({ name: 'Ges av en utbildning', offerIds: [offer?.id] });
    const given = await ida!.get<{ items: { id: string }[] }>(`/api/offers/${offer?.id}/methods`);
    expect(given.body.items.some(({ id }) => id === method.id)).toBe(true);
    expect(method.offers.map(({ id }) => id)).toEqual([offer?.id]);
  });
});
