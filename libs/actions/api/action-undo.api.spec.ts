// What has just been done with an action is taken back: that it was logged.
import type { Action, ActionPage } from '@samverkan/actions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let [ida, eva, jon]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [ida, eva, jon] = await Promise.all(['ida.nordlund', 'eva.berglind', 'jon.wik'].map((who) => app.signIn(who)));
});
afterAll(() => app.close());

let counter = 0;
const logged = async (fields: object = {}, by = ida!) =>
  (
    await by.post<Action>('/api/actions', {
      title: `Ångrad insats ${++counter}`,
      kind: 'training',
      status: 'planned',
      visibility: 'county',
      municipalityCodes: ['2282'],
      ...fields,
    })
  ).body;
const takeBack = (id: string, version = 1, by = ida!) =>
  by.send<{ code: string }>('DELETE', `/api/actions/${id}`, undefined, { 'if-match': `"${version}"` });
const read = (id: string, by = ida!) => by.get<Action>(`/api/actions/${id}`);
const stays = async (action: Action) => {
  const { status, body } = await takeBack(action.id);
  expect([status, body?.code]).toEqual([409, 'action.has-moved-on']);
  expect((await read(action.id)).status).toBe(200);
};

describe('an action that has just been logged', () => {
  it('is taken back whole by whoever logged it, whether others see it or not, and the audit tells of both', async () => {
    for (const fields of [{}, { status: 'draft', visibility: 'own' }, { visibility: 'public' }]) {
      const action = await logged(fields);
      expect((await takeBack(action.id)).status).toBe(204);
      expect((await read(action.id)).status).toBe(404);
      const found = await ida!.get<ActionPage>(`/api/actions?q=${encodeURIComponent(action.title)}`);
      expect(found.body.items.map(({ id }) => id)).not.toContain(action.id);
      const told = await app.sql(`select verb from audit where object_id = $1 order by id`, [action.id]);
      expect(told).toEqual([{ verb: 'action.logged' }, { verb: 'action.taken-back' }]);
      expect(await app.sql(`select field from change_log where object_id = $1`, [action.id])).toEqual([]);
      expect(
        await app.sql(`select kind from event where object_id = $1 and kind = 'action.gone'`, [action.id]),
      ).toEqual([{ kind: 'action.gone' }]);
    }
  });

  it('stays as soon as it has been changed, moved or shown to others', async () => {
    const [changed, moved, shown] = [await logged(), await logged(), await logged()];
    await eva!.patch(`/api/actions/${changed.id}`, { description: 'Skrivet av länet' }, 1);
    await ida!.post(`/api/actions/${moved.id}/start`);
    await ida!.put(`/api/actions/${shown.id}/visibility`, { visibility: 'public' });
    for (const action of [changed, moved, shown]) await stays(action);
    expect((await takeBack(changed.id, 2)).body.code).toBe('action.has-moved-on');
  });

  it('stays as soon as somebody has written, commented, planned, asked for or tied anything there', async () => {
    const one = async (path: string, body: object, by = ida!) => {
      const action = await logged();
      const { status } = await by.post(`/api/actions/${action.id}/${path}`, body);
      expect([path, status < 300]).toEqual([path, true]);
      return action;
    };
    const [own] = (await logged()).owners;
    const [party] = await app.sql<{ id: string }>(`select id from organization where key = 'municipality:2283'`);
    const method = (await eva!.post<{ id: string }>('/api/methods', { name: 'Bunden metod' })).body;
    await eva!.post(`/api/methods/${method.id}/publication`, {});
    for (const action of [
      await one('updates', { happenedOn: '2026-11-01', done: 'Första träffen.' }),
      await one('comments', { text: 'Fint!' }, eva),
      await one('tasks', { title: 'Boka lokal', organizationId: own?.id, dueOn: '2027-01-15' }),
      await one('invitations', { organizationId: party?.id, role: 'partner' }),
      await one('methods', { methodId: method.id }),
    ])
      await stays(action);
  });

  it('is nobody else to take back: not a colleague, nor the county board, nor who does not see it', async () => {
    const action = await logged();
    const colleague = await app.someone('coordinator', 'municipality:2282');
    expect((await takeBack(action.id, 1, colleague)).body.code).toBe('action.has-moved-on');
    expect((await takeBack(action.id, 1, eva)).status).toBe(403);
    expect((await takeBack(action.id, 1, jon)).status).toBe(404);
    expect((await ida!.send('DELETE', `/api/actions/${action.id}`, undefined, {})).status).toBe(428);
    expect((await read(action.id)).status).toBe(200);
  });

  it('leaves the one it is the next time of to be done again, and is itself kept once it has been', async () => {
    const first = await logged();
    await ida!.put(`/api/actions/${first.id}/recurrence`, { every: 'year' });
    await stays(first);
    const input = { title: 'Nästa gång', kind: 'training', status: 'planned', visibility: 'county' };
    const again = () => ida!.post<Action>(`/api/actions/${first.id}/again`, input);
    const next = (await again()).body;
    expect((await takeBack(next.id)).status).toBe(204);
    expect((await again()).status).toBe(201);
    await stays(first);
  });
});
