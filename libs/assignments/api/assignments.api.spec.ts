import type { Assignment, AssignmentPage } from '@samverkan/assignments/contract';
import { type Client, type TestApp, interrupted, testApp } from '@samverkan/testing';

/** What is looked at of a strategy. */
interface Plan {
  id: string;
  goals: { id: string }[];
}

let app: TestApp;
let eva: Client;
let ida: Client;
let jon: Client;
let other: Client;
let board: string;
let goal: string;

beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
  ida = await app.signIn('ida.nordlund');
  jon = await app.signIn('jon.wik');
  other = await app.someone('county_staff', 'county_board:23');
  board = await idOf(`select id from organization where key = 'county_board:22'`);
  goal = await idOf(`select id from goal where key = 'reg-22-handlingsplan-2022:1'`);
});
afterAll(() => app.close());

const idOf = async (text: string, values: unknown[] = []) => (await app.sql<{ id: string }>(text, values))[0]?.id ?? '';
const day = async (from: number) =>
  (await app.sql<{ day: string }>('select (today() + $1::int)::text as day', [from]))[0]?.day ?? '';

const enter = async (given: object = {}) =>
  (
    await eva.post<Assignment>('/api/assignments', {
      title: 'Prov: utveckla stödet i länet',
      text: 'Uppdraget i sin helhet.',
      boardIds: [board],
      visibility: 'members',
      ...given,
    })
  ).body;
const listed = async (client: Client, query = '') =>
  (await client.get<AssignmentPage>(`/api/assignments?size=100${query}`)).body.items.map(({ id }) => id);
const step = (id: string, verb: string) => eva.post(`/api/assignments/${id}/${verb}`, {});

describe('government assignments over HTTP', () => {
  it('lets a county board enter one with its days to report, and find it by a word of its text', async () => {
    const reports = [
      { kind: 'final', dueOn: await day(300) },
      { kind: 'part', dueOn: await day(100) },
    ];
    const made = await enter({ text: 'Ordet är bofinksvinge.', dnr: 'X2026/00001', reports });
    expect(made).toMatchObject({ status: 'received', dnr: 'X2026/00001', boards: [{ id: board }], allBoards: false });
    expect(made.reports.map(({ kind }) => kind)).toEqual(['part', 'final']);
    expect(made.next).toMatchObject({ kind: 'part', overdue: false, reportedOn: null });
    expect(await listed(eva, '&q=bofinksvinge')).toEqual([made.id]);
    expect(await listed(eva, '&q=diket')).toEqual([]);
  });

  it('refuses one that nobody was given, one whose period ends before it begins, and one with a personal number', async () => {
    const sent = { title: 'Ett uppdrag', visibility: 'members' };
    const nobody = await eva.post('/api/assignments', sent);
    expect(nobody.body).toMatchObject({ issues: [{ path: 'boardIds', code: 'assignment.needs-a-board' }] });
    const municipality = await idOf(`select id from organization where key = 'municipality:2282'`);
    const wrong = await eva.post('/api/assignments', { ...sent, boardIds: [municipality] });
    expect(wrong.body).toMatchObject({ issues: [{ path: 'boardIds.0', code: 'field.not-a-choice' }] });
    const backwards = await eva.post('/api/assignments', {
      ...sent,
      boardIds: [board],
      startsOn: '2027-02-01',
      endsOn: '2027-01-01',
    });
    expect(backwards.body).toMatchObject({ issues: [{ path: 'endsOn', code: 'assignment.ends-before-it-starts' }] });
    const guarded = await eva.post('/api/assignments', { ...sent, boardIds: [board], text: 'Gäller 18900101-9802.' });
    expect(guarded.status).toBe(400);
  });

  it('is entered by county boards alone', async () => {
    const refused = await ida.post('/api/assignments', { title: 'Vårt uppdrag', boardIds: [board], visibility: 'own' });
    expect(refused.status).toBe(403);
  });

  it('shows nobody else what the board keeps to itself, by list, address, words, file or history', async () => {
    const { id } = await enter({ title: 'Hemligt uppdrag Kvitsipp', visibility: 'own' });
    for (const client of [ida, jon, other]) {
      expect((await client.get(`/api/assignments/${id}`)).status).toBe(404);
      expect((await client.get(`/api/assignments/${id}/history`)).status).toBe(404);
      expect((await client.get('/api/assignments?size=100')).text).not.toContain('Kvitsipp');
      expect((await client.get('/api/assignments?q=Kvitsipp')).body).toMatchObject({ total: 0 });
      expect((await client.get('/api/assignments/export?format=csv&q=Kvitsipp')).text).not.toContain('Hemligt');
      expect((await client.get('/api/activity')).text).not.toContain('Kvitsipp');
    }
    const shown = await eva.put(`/api/assignments/${id}/visibility`, { visibility: 'county' });
    expect(shown.body).toMatchObject({ visibility: 'county' });
    expect((await ida.get(`/api/assignments/${id}`)).status).toBe(200);
    expect((await jon.get(`/api/assignments/${id}`)).status).toBe(404);
  });

  it('moves by its verbs, and takes the latest step back', async () => {
    const { id } = await enter();
    expect((await step(id, 'undo')).body['code']).toBe('assignment.status-does-not-allow');
    expect((await step(id, 'start')).body).toMatchObject({ status: 'ongoing' });
    expect((await step(id, 'start')).body['code']).toBe('assignment.status-does-not-allow');
    expect((await step(id, 'close')).body).toMatchObject({ status: 'closed', next: null });
    expect((await step(id, 'undo')).body).toMatchObject({ status: 'ongoing', allowed: { verbs: ['report', 'close'] } });
    expect((await step(id, 'report')).body).toMatchObject({ status: 'reported' });
    const { body } = await eva.get<{ items: { what: string }[] }>(`/api/assignments/${id}/history`);
    expect(body.items.map(({ what }) => what)).toEqual(['report', 'undo', 'close', 'start', 'created']);
  });

  it('keeps both when two change different fields, and shows both when they change the same', async () => {
    const { id } = await enter();
    const change = (what: object) => eva.send('PATCH', `/api/assignments/${id}`, what, { 'if-match': '"1"' });
    expect((await change({ legalBasis: 'Ett beslut' })).status).toBe(200);
    expect((await change({ title: 'Ett tydligare namn' })).body).toMatchObject({
      legalBasis: 'Ett beslut',
      version: 3,
    });
    const clash = await change({ legalBasis: 'Ett annat beslut' });
    expect(clash.body).toMatchObject({
      code: 'stale-version',
      current: { version: 3, fields: { legalBasis: 'Ett beslut' } },
    });
  });

  it('lets each board say for itself that it has reported, and lets it take that back', async () => {
    const made = await enter({ allBoards: true, boardIds: [], reports: [{ kind: 'yearly', dueOn: await day(-3) }] });
    const done = `/api/assignments/${made.id}/reports/${made.reports[0]?.id}/done`;
    expect(made.next).toMatchObject({ overdue: true, reported: 0 });
    const reported = await eva.put(done, { reportedOn: await day(-1) });
    expect(reported.body).toMatchObject({ next: null, reports: [{ reported: 1, overdue: false }] });
    const theirs = await other.get<Assignment>(`/api/assignments/${made.id}`);
    expect(theirs.body).toMatchObject({ next: { overdue: true, reported: 1, reportedOn: null } });
    expect((await eva.put(done, { reportedOn: await day(1) })).body).toMatchObject({
      issues: [{ path: 'reportedOn', code: 'field.in-the-future' }],
    });
    expect((await eva.delete(done)).body).toMatchObject({ next: { overdue: true, reported: 0 } });
  });

  it('tells the board of what it is to report within 30 days, until it has', async () => {
    const waits = async () => {
      const { body } = await eva.get<{ items: { kind: string; count: number }[] }>('/api/activity/waiting');
      return body.items.find(({ kind }) => kind === 'assignments.reports')?.count ?? 0;
    };
    const before = await waits();
    const soon = await enter({
      reports: [
        { kind: 'part', dueOn: await day(30) },
        { kind: 'final', dueOn: await day(31) },
      ],
    });
    expect(await waits()).toBe(before + 1);
    expect(await listed(eva, '&due=true')).toContain(soon.id);
    await eva.put(`/api/assignments/${soon.id}/reports/${soon.reports[0]?.id}/done`, {
      reportedOn: await day(0),
    });
    expect(await waits()).toBe(before);
    expect(await listed(eva, '&due=true')).not.toContain(soon.id);
  });

  it('ties goals and actions to it, which lead back from the goal and from the action, also through its goals', async () => {
    const { id } = await enter();
    const action = (
      await ida.post<{ id: string }>('/api/actions', {
        title: 'Insats under målet',
        kind: 'other',
        status: 'planned',
        visibility: 'members',
        goalIds: [goal],
      })
    ).body.id;
    expect(await listed(ida, `&goal=${goal}`)).not.toContain(id);
    const tied = await eva.put(`/api/assignments/${id}/goals/${goal}`, {});
    expect(tied.body).toMatchObject({
      goalCount: 1,
      goals: [{ goal: { id: goal }, by: { id: board }, carried: false }],
    });
    expect(await listed(ida, `&goal=${goal}`)).toContain(id);
    expect(await listed(ida, `&action=${action}`)).toContain(id);
    expect((await ida.put(`/api/assignments/${id}/actions/${action}`, {})).status).toBe(403);
    expect((await other.put(`/api/assignments/${id}/actions/${action}`, {})).status).toBe(403);
    await eva.put(`/api/assignments/${id}/actions/${action}`, {});
    const untied = (await eva.delete(`/api/assignments/${id}/goals/${goal}`)).body as unknown as Assignment;
    expect(untied.goals).toEqual([]);
    expect(untied.actions).toMatchObject([{ id: action, by: { id: board }, removable: true }]);
    // Whoever was faster has told of it already.
    const told = () =>
      app.sql(`select 1 from change_log where object_id = $1 and field = 'actionTied' and after = 'false'`, [id]);
    const late = await interrupted(app, 'delete from assignment_action where assignment_id = $1', [id], () =>
      eva.delete(`/api/assignments/${id}/actions/${action}`),
    );
    expect([late.status, await told()]).toEqual([404, []]);
  });

  it('follows a goal to those that take its place, and back when the decision is taken back', async () => {
    const begin = async (more: object) =>
      (await eva.post<Plan>('/api/strategies', { kind: 'action_plan', shortTitle: 'Prov av band', ...more })).body;
    const adopt = (plan: Plan) => eva.post(`/api/strategies/${plan.id}/adoption`, { decidedOn: '2026-11-20' });
    const before = await begin({ title: 'Planen före' });
    const [first] = (await eva.post<Plan>(`/api/strategies/${before.id}/goals`, { title: 'Skydd' })).body.goals;
    await adopt(before);
    const { id } = await enter();
    await eva.put(`/api/assignments/${id}/goals/${first?.id}`, {});
    const after = await begin({ title: 'Planen efter', replaces: [before.id], copyGoals: true });
    const [next] = after.goals;
    await adopt(after);
    const tied = async () =>
      (await ida.get<Assignment>(`/api/assignments/${id}`)).body.goals.map(({ goal: { id: of }, carried }) => [
        of,
        carried,
      ]);
    expect(await tied()).toEqual(
      expect.arrayContaining([
        [next?.id, true],
        [first?.id, false],
      ]),
    );
    expect(await listed(ida, `&goal=${next?.id}`)).toContain(id);
    expect((await eva.post(`/api/strategies/${after.id}/adoption/undo`, {})).status).toBe(200);
    expect(await tied()).toEqual([[first?.id, false]]);
  });

  it('counts and names only the actions that the reader may see', async () => {
    const { id } = await enter();
    const hidden = (
      await eva.post<{ id: string }>('/api/actions', {
        title: 'Utkast om Nattsländan',
        kind: 'other',
        status: 'draft',
        visibility: 'own',
      })
    ).body.id;
    await eva.put(`/api/assignments/${id}/actions/${hidden}`, {});
    expect((await eva.get<Assignment>(`/api/assignments/${id}`)).body.actionCount).toBe(1);
    const theirs = await ida.get<Assignment>(`/api/assignments/${id}`);
    expect(theirs.body).toMatchObject({ actionCount: 0, actions: [] });
    expect(theirs.text).not.toContain('Nattsländan');
    const told = (client: Client) => client.get<{ items: { what: string }[] }>(`/api/assignments/${id}/history`);
    expect((await told(eva)).body.items.map(({ what }) => what)).toContain('actionTied');
    expect((await told(ida)).body.items.map(({ what }) => what)).toEqual(['created']);
  });

  it('is hidden at once when it holds something sensitive, and comes back with clean words', async () => {
    const { id } = await enter({ text: 'Rader om Mosippan.' });
    const report = { area: 'assignments', kind: 'assignment', objectId: id };
    expect((await ida.post('/api/sensitive-texts', report)).status).toBe(201);
    for (const client of [eva, ida]) expect((await client.get(`/api/assignments/${id}`)).status).toBe(404);
    const { body } = await eva.get<{ items: { id: string; objectId: string }[] }>('/api/sensitive-texts');
    const text = body.items.find(({ objectId }) => objectId === id)?.id;
    const texts = { title: 'Prov', assignmentText: 'Rena rader.', dnr: '', legalBasis: '', reportedTo: '' };
    expect((await eva.post(`/api/sensitive-texts/${text}/purge`, { texts })).status).toBeLessThan(300);
    expect((await ida.get<Assignment>(`/api/assignments/${id}`)).body.text).toBe('Rena rader.');
  });

  it('goes out as a file with the filters of the list', async () => {
    await enter({ title: 'Uppdrag om Vattenklöver' });
    const { text } = await ida.get('/api/assignments/export?format=csv&lang=sv&q=Vattenkl%C3%B6ver');
    expect(text).toContain('Uppdrag;Diarienummer;Status');
    expect(text.trim().split('\r\n')).toHaveLength(2);
    const xlsx = await ida.get('/api/assignments/export');
    expect(xlsx.headers.get('content-disposition')).toContain('regeringsuppdrag.xlsx');
  });
});
