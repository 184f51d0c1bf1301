import type { Action } from '@samverkan/actions/contract';
import type { ActionTasks, Task, TaskPage } from '@samverkan/tasks/contract';
import { type Client, type TestApp, organizationOf, testApp } from '@samverkan/testing';

let app: TestApp;
/** Kramfors, which owns; Ånge, which takes part; Sundsvall in the same county; the county board. */
let [ida, samir, neighbour, eva]: Client[] = [];
let [kramfors, ange]: string[] = [];
let post: string;
beforeAll(async () => {
  app = await testApp();
  [ida, samir, eva] = await Promise.all(['ida.nordlund', 'samir.lund', 'eva.berglind'].map((name) => app.signIn(name)));
  neighbour = await app.someone('coordinator', 'municipality:2281');
  [kramfors, ange] = [await organizationOf(app, 'municipality:2282'), await organizationOf(app, 'municipality:2260')];
  post = (await samir!.post<{ id: string }>('/api/contacts', { title: 'Lokaler', visibility: 'members' })).body.id;
});
afterAll(() => app.close());

const log = async (fields: object = {}) => {
  const given = { title: 'Utbildning', kind: 'training', status: 'planned', visibility: 'county', partnerIds: [ange] };
  return (await ida!.post<Action>('/api/actions', { ...given, ...fields })).body;
};
const input = (fields: object = {}) => ({
  title: 'Boka lokalen',
  organizationId: ange,
  functionId: post,
  dueOn: '2099-05-01',
  ...fields,
});
const set = async (action: Action, fields: object = {}) => {
  const { status, text, body } = await ida!.post<Task>(`/api/actions/${action.id}/tasks`, input(fields));
  expect([status, text]).toEqual([201, text]);
  return body;
};
const waiting = async (by: Client) =>
  Object.fromEntries(
    (await by.get<{ items: { kind: string; count: number; path: string }[] }>('/api/activity/waiting')).body.items.map(
      ({ kind, count }) => [kind, count],
    ),
  );
const ours = async (by: Client, query: string) =>
  (await by.get<TaskPage>(`/api/tasks?size=100&${query}`)).body.items.map(({ id }) => id);

describe('a task in an action', () => {
  it('is set by an owner for one of those who do it, and seen by whoever sees the action', async () => {
    const action = await log();
    const task = await set(action);
    expect(task).toMatchObject({
      organization: { name: 'Ånge kommun' },
      function: { title: 'Lokaler' },
      overdue: false,
      outcome: null,
      allowed: { set: true, end: true },
    });
    const { body } = await neighbour!.get<ActionTasks>(`/api/actions/${action.id}/tasks`);
    expect(body).toMatchObject({
      parties: [],
      allowed: { set: false },
      items: [{ allowed: { set: false, end: false } }],
    });
    for (const by of [samir, eva, neighbour])
      expect((await by!.post(`/api/actions/${action.id}/tasks`, input())).status).toBe(403);
  });

  it('does not exist for whoever does not see the action', async () => {
    const action = await log({ visibility: 'own', partnerIds: [] });
    const { id } = await set(action, { organizationId: kramfors, functionId: null });
    expect((await samir!.get(`/api/actions/${action.id}/tasks`)).status).toBe(404);
    expect((await samir!.get(`/api/tasks/${id}`)).status).toBe(404);
    expect((await samir!.post(`/api/tasks/${id}/done`, {})).status).toBe(404);
  });

  it('is refused for somebody who does not do it, by its path, and where its words hold a personal number', async () => {
    const action = await log({ partnerIds: [] });
    const refused = async (fields: object) =>
      (await ida!.post<{ issues: object }>(`/api/actions/${action.id}/tasks`, input(fields))).body.issues;
    expect(await refused({})).toEqual([{ path: 'organizationId', code: 'field.not-a-choice' }]);
    expect(await refused({ organizationId: kramfors })).toEqual([{ path: 'functionId', code: 'field.not-a-choice' }]);
    const number = { organizationId: kramfors, functionId: null, title: 'Ring 18900101-9802' };
    expect(await refused(number)).toEqual([{ path: 'title', code: 'text.personal-number' }]);
  });

  it('waits for whoever answers for it, apart when it is late, until it is done, and again when it is reopened', async () => {
    const action = await log();
    const before = await waiting(samir!);
    const [coming, late] = [await set(action), await set(action, { dueOn: '2026-01-15' })];
    const now = await waiting(samir!);
    expect([now['tasks.open'], now['tasks.late']]).toEqual([
      (before['tasks.open'] ?? 0) + 1,
      (before['tasks.late'] ?? 0) + 1,
    ]);
    expect(await ours(samir!, 'late=true')).toContain(late.id);
    expect(await ours(samir!, 'late=false')).not.toContain(late.id);
    expect(await ours(samir!, `function=${post}`)).toEqual(expect.arrayContaining([coming.id, late.id]));
    expect(await ours(ida!, '')).not.toContain(late.id);
    expect((await neighbour!.post(`/api/tasks/${late.id}/done`, {})).status).toBe(403);
    const { body: done } = await samir!.post<Task>(`/api/tasks/${late.id}/done`, {});
    expect(done).toMatchObject({ outcome: 'done', endedBy: { name: 'Ånge kommun' }, endedByName: 'Samir Lund' });
    expect((await ida!.get<Task>(`/api/tasks/${late.id}`)).body.endedByName).toBeNull();
    expect(await waiting(samir!)).toMatchObject({ 'tasks.open': now['tasks.open'] });
    expect((await samir!.post<{ code: string }>(`/api/tasks/${late.id}/done`, {})).body.code).toBe('task.is-ended');
    expect(await ours(samir!, 'state=ended')).toContain(late.id);
    expect((await ida!.delete<Task>(`/api/tasks/${late.id}/done`)).body).toMatchObject({
      outcome: null,
      overdue: true,
    });
    expect(await waiting(samir!)).toEqual(now);
  });

  it('stands in the calendar of whoever answers for it, and in its file', async () => {
    const { id } = await set(await log(), { title: 'Skicka kallelsen', dueOn: '2099-06-01' });
    const days = async (by: Client) => (await by.get('/api/calendar?from=2099-05-25&to=2099-06-10')).text;
    expect([await days(samir!), await days(ida!)]).toEqual([
      expect.stringContaining(`/uppgifter/${id}`),
      expect.not.stringContaining(id),
    ]);
  });

  it('is changed by the owner alone, and not over what somebody else has changed', async () => {
    const { id, version } = await set(await log());
    const change = (by: Client, fields: object) =>
      by.send<Task>('PUT', `/api/tasks/${id}`, input(fields), { 'if-match': `"${version}"` });
    expect((await change(samir!, { dueOn: '2099-12-01' })).status).toBe(403);
    expect((await change(ida!, { dueOn: '2099-12-01' })).body.dueOn).toBe('2099-12-01');
    expect((await change(ida!, { title: 'Annat' })).body).toMatchObject({ code: 'stale-version' });
  });

  it('is taken away and put back by the owner', async () => {
    const action = await log();
    const { id } = await set(action);
    expect((await samir!.delete(`/api/tasks/${id}`)).status).toBe(403);
    expect((await ida!.delete(`/api/tasks/${id}`)).status).toBe(204);
    for (const by of [ida, samir])
      expect((await by!.get<ActionTasks>(`/api/actions/${action.id}/tasks`)).body.items).toEqual([]);
    expect((await samir!.post(`/api/tasks/${id}/restoration`, {})).status).toBe(404);
    expect((await ida!.post(`/api/tasks/${id}/restoration`, {})).status).toBe(200);
    expect((await samir!.get(`/api/tasks/${id}`)).status).toBe(200);
  });
});
