// One change for several actions: each as by hand, told beforehand, done in one act and taken back in one.
import type { Action, ActionHistory, BulkDone, BulkPreview } from '@samverkan/actions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

const at = '/api/actions/bulk';
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
      title: `Masstest ${++counter}`,
      kind: 'training',
      status: 'planned',
      visibility: 'county',
      municipalityCodes: ['2282'],
      ...fields,
    })
  ).body;
const read = async (id: string, by = ida!) => (await by.get<Action>(`/api/actions/${id}`)).body;
const preview = async (of: object, deed: object, by = ida!) =>
  (await by.post<BulkPreview>(`${at}/preview`, { ...of, deed })).body;
const act = async ({ rows }: BulkPreview, deed: object, by = ida!) =>
  (await by.post<BulkDone>(at, { rows: rows.map(({ id, version }) => ({ id, version })), deed })).body;
const undo = async ({ undo: rows }: BulkDone) => (await ida!.post<BulkDone>(`${at}/undo`, { rows })).body;
const whats = async (id: string) =>
  (await ida!.get<ActionHistory>(`/api/actions/${id}/history`)).body.items.map(({ what }) => what);
const places = { kind: 'add', field: 'municipalityCodes', values: ['2260'] };

it('tells beforehand what will change, what is so already and what refuses and why, and changes nothing', async () => {
  const [plain, already, theirs] = [
    await logged(),
    await logged({ municipalityCodes: ['2260', '2282'] }),
    await logged({ municipalityCodes: ['2281'] }, eva),
  ];
  const told = await preview({ ids: [plain.id, already.id, theirs.id] }, places);
  expect(told).toEqual({
    rows: [{ id: plain.id, title: plain.title, version: 1 }],
    same: 1,
    refused: [{ id: theirs.id, title: theirs.title, code: 'rights.not-permitted' }],
  });
  expect(await read(plain.id)).toMatchObject({ version: 1, municipalityCodes: ['2282'] });
  expect(await whats(plain.id)).toEqual(['created']);
});

it('changes each as by hand, with its own history and audit, and takes all back in one act', async () => {
  const [one, two] = [await logged(), await logged({ municipalityCodes: ['2281', '2282'] })];
  const done = await act(await preview({ ids: [one.id, two.id] }, places), places);
  expect([done.changed, done.refused, done.undo.length]).toEqual([2, [], 2]);
  expect((await read(two.id)).municipalityCodes).toEqual(['2281', '2282', '2260']);
  expect(await whats(one.id)).toEqual(['municipalityCodes', 'created']);
  expect(
    await app.sql(`select verb from audit where object_id = $1 and verb = 'action.changed'`, [one.id]),
  ).toHaveLength(1);
  expect((await undo(done)).changed).toBe(2);
  expect([(await read(one.id)).municipalityCodes, (await read(two.id)).municipalityCodes]).toEqual([
    ['2282'],
    ['2281', '2282'],
  ]);
});

it('leaves what somebody has changed meanwhile, in the act and when it is taken back', async () => {
  const [one, two] = [await logged(), await logged()];
  const told = await preview({ ids: [one.id, two.id] }, places);
  await ida!.patch(`/api/actions/${one.id}`, { title: 'Ny rubrik' }, 1);
  const done = await act(told, places);
  expect([done.changed, done.refused]).toEqual([1, [{ id: one.id, title: 'Ny rubrik', code: 'stale-version' }]]);
  await ida!.patch(`/api/actions/${two.id}`, { title: 'Också ny' }, 2);
  expect(await undo(done)).toMatchObject({ changed: 0, refused: [{ id: two.id, code: 'stale-version' }] });
});

it('moves by the verbs alone, and takes each back to what it was', async () => {
  const [draft, planned, done] = [
    await logged({ status: 'draft', visibility: 'own' }),
    await logged(),
    await logged({ status: 'ongoing' }),
  ];
  await ida!.post(`/api/actions/${done.id}/complete`, {});
  const start = { kind: 'move', verb: 'start' };
  const told = await preview({ ids: [draft.id, planned.id, done.id] }, start);
  expect([told.rows.length, told.refused.map(({ code }) => code)]).toEqual([2, ['action.status-does-not-allow']]);
  const started = await act(told, start);
  expect([(await read(draft.id)).status, (await read(planned.id)).status]).toEqual(['ongoing', 'ongoing']);
  expect(await undo(started)).toMatchObject({ changed: 2, undo: [] });
  expect([(await read(draft.id)).status, (await read(planned.id)).status]).toEqual(['draft', 'planned']);
  const pause = { kind: 'move', verb: 'pause' };
  const paused = await act(await preview({ ids: [planned.id] }, pause), pause);
  expect((await read(planned.id)).status).toBe('paused');
  await undo(paused);
  expect((await read(planned.id)).status).toBe('planned');
});

it('narrows and never widens', async () => {
  const [wide, narrow] = [await logged({ visibility: 'members' }), await logged({ visibility: 'own' })];
  const deed = { kind: 'narrow', visibility: 'participants' };
  const told = await preview({ ids: [wide.id, narrow.id] }, deed);
  expect([told.rows.map(({ id }) => id), told.refused]).toEqual([
    [wide.id],
    [{ id: narrow.id, title: narrow.title, code: 'action.bulk-never-widens' }],
  ]);
  const done = await act(told, deed);
  expect((await read(wide.id)).visibility).toBe('participants');
  await undo(done);
  expect((await read(wide.id)).visibility).toBe('members');
});

it('takes all that a filter finds, up to a bound, and no more than its reader sees', async () => {
  const own = await logged({ title: 'Egenurval ett' });
  await logged({ title: 'Egenurval dolt', visibility: 'own', status: 'draft' }, eva);
  const phase = { kind: 'add', field: 'phases', values: ['prevent'] };
  const told = await preview({ filter: { q: 'Egenurval' } }, phase);
  expect([told.rows.map(({ id }) => id), told.refused]).toEqual([[own.id], []]);
  const hidden = await preview({ ids: [own.id] }, phase, jon);
  expect(hidden).toMatchObject({ rows: [], refused: [{ id: own.id, title: '', code: 'not-found' }] });
  expect((await ida!.post(`${at}/preview`, { ids: [own.id], deed: { ...phase, values: ['nonsense'] } })).status).toBe(
    400,
  );
});
