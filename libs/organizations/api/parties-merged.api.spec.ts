import type { MergePreview, Organization, OrganizationPage } from '@samverkan/organizations/contract';
import { type Client, type TestApp, until, testApp } from '@samverkan/testing';

/** What is looked at of an action: the area above is not leaned on. */
interface Action {
  id: string;
  version: number;
  owners: { id: string }[];
}

let app: TestApp;
let [chief, eva, worker]: Client[] = [];
let [double, real]: Organization[] = [];
let action: Action;
beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
  chief = await app.someone('county_admin', 'county_board:22');
  double = await aParty('Kvinnojouren Fyren');
  real = await aParty('Föreningen Fyren i Härnösand');
  const [{ key } = { key: '' }] = await app.sql<{ key: string }>('select key from organization where id = $1', [
    double.id,
  ]);
  worker = await app.someone('partner', key);
  const logged = (fields: object, by = worker!) =>
    by.post<Action>('/api/actions', { kind: 'other', status: 'planned', visibility: 'county', ...fields });
  action = (await logged({ title: 'Fyrens kväll' })).body;
  await logged({ title: 'Hemligt utkast', status: 'draft', visibility: 'own' });
  await logged({ title: 'Tillsammans', partnerIds: [double.id] }, eva);
  await worker.post(`/api/actions/${action.id}/updates`, { happenedOn: '2026-11-01', done: 'En kväll.' });
});
afterAll(() => app.close());

const aParty = async (name: string) =>
  (await eva!.post<Organization>('/api/organizations', { name, kind: 'civil_society', countyCodes: ['22'] })).body;
const merge = (from: Organization, into: Organization, by = chief!) =>
  by.post<Organization>(`/api/organizations/${from.id}/merges`, { intoId: into.id });
const undo = (from: Organization, by = chief!) => by.post<Organization>(`/api/organizations/${from.id}/merges/undo`);
const names = async (q: string) =>
  (await eva!.get<OrganizationPage>(`/api/organizations?q=${encodeURIComponent(q)}`)).body.items;

describe('two parties that are the same', () => {
  it('are merged by the county’s administrator alone, and into one she keeps', async () => {
    expect((await merge(double!, real!, eva!)).status).toBe(403);
    const [{ id } = { id: '' }] = await app.sql<{ id: string }>(
      `select id from organization where key = 'municipality:2380'`,
    );
    const refused = await merge(double!, { ...real!, id });
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { issues: [{ path: 'intoId', code: 'field.not-a-choice' }] },
    ]);
  });

  it('are shown with what would move, and no number tells of what the reader may not see', async () => {
    const { body } = await chief!.get<MergePreview>(`/api/organizations/${double!.id}/merges/${real!.id}`);
    expect(body.names).toEqual(['Kvinnojouren Fyren']);
    const counts = Object.fromEntries(body.moving.map(({ kind, count }) => [kind, count]));
    expect(counts).toMatchObject({ 'actions.owner': 1, 'actions.partner': 1, 'identity.membership': 1 });
  });

  it('are not merged while one of them imports a sheet, whose rows would stay behind', async () => {
    await app.sql('begin');
    await app.sql(`select pg_advisory_xact_lock(hashtextextended('import actions ' || $1, 0))`, [double!.id]);
    const refused = await merge(double!, real!);
    await app.sql('rollback');
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'import.runs-there' }]);
  });

  it('become one in one act: work, drafts, partners and people follow, and names find the one that stays', async () => {
    expect((await merge(double!, real!)).body).toMatchObject({ id: real!.id, mergedFrom: [{ id: double!.id }] });
    const moved = (await eva!.get<Action>(`/api/actions/${action.id}`)).body;
    expect(moved.owners.map(({ id }) => id)).toEqual([real!.id]);
    expect(
      await app.sql(`select 1 from action where $1 = any (owner_ids) or $1 = any (partner_ids)`, [double!.id]),
    ).toEqual([]);
    expect(await app.sql('select 1 from action_update where organization_id = $1', [double!.id])).toEqual([]);
    expect((await names('Kvinnojouren Fyren')).map(({ id }) => id)).toEqual([real!.id]);
    expect((await eva!.get<Organization>(`/api/organizations/${double!.id}`)).body).toMatchObject({
      mergedInto: { id: real!.id },
      allowed: { edit: false },
    });
  });

  it('leaves nobody outside: who worked for the one works for the other, drafts and all', async () => {
    const { body } = await until(
      () => worker!.get<{ items?: { title: string }[] }>('/api/actions?mine=true'),
      (answer) => answer.body.items?.length === 2,
    );
    expect(body.items?.map(({ title }) => title).sort()).toEqual(['Fyrens kväll', 'Hemligt utkast']);
  });

  it('are two again while nothing has been changed since, and everything is back where it was', async () => {
    expect((await undo(double!)).body).toMatchObject({ id: double!.id, mergedInto: null });
    expect((await eva!.get<Action>(`/api/actions/${action.id}`)).body.owners.map(({ id }) => id)).toEqual([double!.id]);
    expect((await names('Kvinnojouren Fyren')).map(({ id }) => id)).toEqual([double!.id]);
    const { items } = (await eva!.get<{ items: { what: string }[] }>(`/api/actions/${action.id}/history`)).body;
    expect(items.filter(({ what }) => what === 'ownerIds')).toHaveLength(2);
  });

  it('stay one when something has been changed after, with nothing half put back', async () => {
    await merge(double!, real!);
    const now = (await worker!.get<Action>(`/api/actions/${action.id}`)).body;
    expect((await worker!.patch(`/api/actions/${action.id}`, { title: 'Fyrens kvällar' }, now.version)).status).toBe(
      200,
    );
    const refused = await undo(double!);
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'organization.changed-since' }]);
    expect((await eva!.get<Action>(`/api/actions/${action.id}`)).body.owners.map(({ id }) => id)).toEqual([real!.id]);
  });

  it('may be a party and its own part: the part takes its place, points at nothing that is gone, and steps back', async () => {
    const whole = await aParty('Stiftelsen Bryggan');
    const part = await aParty('Bryggans jour');
    const placed = { parentId: whole.id, successorId: whole.id };
    await app.sql('update organization set parent_id = $1, successor_id = $1 where id = $2', [whole.id, part.id]);
    const standing = async () => {
      const rows = await app.sql<{ parentId: string | null; successorId: string | null }>(
        'select parent_id as "parentId", successor_id as "successorId" from organization where id = $1',
        [part.id],
      );
      return rows[0];
    };
    expect((await merge(whole, part)).status).toBe(200);
    expect(await standing()).toEqual({ parentId: null, successorId: null });
    expect((await undo(whole)).status).toBe(200);
    expect(await standing()).toEqual(placed);
  });
});
