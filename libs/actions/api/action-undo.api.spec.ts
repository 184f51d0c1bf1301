// What has just been done with an action is taken back: that it was logged, and a step of its status.
import type { Action, ActionHistory, ActionPage } from '@samverkan/actions/contract';
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

describe('a step of the status that was taken by mistake', () => {
  const move = async (id: string, verb: string, body: object = {}) =>
    (await ida!.post<Action>(`/api/actions/${id}/${verb}`, body)).body;
  const back = ({ id, version }: Action, by = ida!) =>
    by.send<Action & { code: string }>('POST', `/api/actions/${id}/status/undo`, {}, { 'if-match': `"${version}"` });
  const reason = { reason: 'Går upp i länets utbildning.' };
  const since = (id: string, day: string) =>
    app.sql(`update action set status_since = $2, paused_from_since = $2 where id = $1`, [id, day]);

  it('is taken back to exactly what was before it, whichever step it was', async () => {
    const ways: [string, object, string, object?][] = [
      ['draft', { visibility: 'own' }, 'plan'],
      ['draft', { visibility: 'own' }, 'start'],
      ['planned', {}, 'start'],
      ['planned', {}, 'pause'],
      ['planned', {}, 'cancel', reason],
      ['ongoing', {}, 'complete'],
      ['ongoing', {}, 'cancel', reason],
    ];
    for (const [status, fields, verb, body] of ways) {
      const { id } = await logged({ status, ...fields });
      await since(id, '2026-03-01');
      const before = (await read(id)).body;
      const { body: after } = await back(await move(id, verb, body));
      const { version: _version, changedAt: _changed, ...stands } = after;
      expect([verb, before]).toEqual([verb, expect.objectContaining(stands)]);
      expect([verb, after.status, after.statusSince]).toEqual([verb, status, '2026-03-01']);
    }
  });

  it('brings a pause back with where it began, and a cancelled action with its reason, when it was opened again', async () => {
    const paused = await logged();
    await move(paused.id, 'pause');
    await since(paused.id, '2026-03-01');
    await back(await move(paused.id, 'resume'));
    expect((await move(paused.id, 'resume')).status).toBe('planned');
    const cancelled = await logged();
    await move(cancelled.id, 'cancel', reason);
    const { body } = await back(await move(cancelled.id, 'reopen'));
    expect([body.status, body.cancelReason]).toEqual(['cancelled', reason.reason]);
  });

  it('is told in the history, and cannot be taken back twice', async () => {
    const started = await move((await logged()).id, 'start');
    const { body } = await back(started);
    expect((await back(started)).body.code).toBe('action.has-moved-on');
    expect((await back(body)).body.code).toBe('action.has-moved-on');
    const history = await ida!.get<ActionHistory>(`/api/actions/${started.id}/history`);
    expect(history.body.items[0]).toMatchObject({ what: 'undo', after: 'planned' });
  });

  it('stands when somebody has moved it since, and not for what else has been changed', async () => {
    const started = await move((await logged()).id, 'start');
    await ida!.patch(`/api/actions/${started.id}`, { description: 'Skrivet sedan' }, started.version);
    const { body } = await back(started);
    expect([body.status, body.description]).toEqual(['planned', 'Skrivet sedan']);
    const again = await move(started.id, 'start');
    await move(started.id, 'pause');
    expect([(await back(again)).status, (await read(started.id)).body.status]).toEqual([409, 'paused']);
  });

  it('is the owners\u2019 alone to take back, as the step is', async () => {
    const started = await move((await logged()).id, 'start');
    expect([(await back(started, eva)).status, (await back(started, jon)).status]).toEqual([403, 404]);
    expect((await ida!.send('POST', `/api/actions/${started.id}/status/undo`, {}, {})).status).toBe(428);
  });

  it('never makes a draft of what is shown to others by now', async () => {
    const planned = await move((await logged({ status: 'draft', visibility: 'own' })).id, 'plan');
    await ida!.put(`/api/actions/${planned.id}/visibility`, { visibility: 'county' });
    expect((await back(planned)).body.code).toBe('action.draft-stays-inside');
    expect((await read(planned.id)).body.status).toBe('planned');
  });

  it('does not bring a reason back that was hidden as sensitive since', async () => {
    const { id } = await logged();
    await move(id, 'cancel', reason);
    const opened = await move(id, 'reopen');
    await app.sql(`update action set hidden_at = now() where id = $1`, [id]);
    await app.sql(`update action set hidden_at = null where id = $1`, [id]);
    expect((await back(opened)).body.code).toBe('action.has-moved-on');
    expect(await app.sql(`select step_before from action where id = $1`, [id])).toEqual([{ step_before: null }]);
  });
});
