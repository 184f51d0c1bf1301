// A file or link can belong to one line of an action: it goes where the line goes, and is read by whoever reads the line.
import type { ActionUpdateWritten, ActionUpdates } from '@samverkan/actions/contract';
import type { Attachments } from '@samverkan/attachments/contract';
import type { SensitiveContent, Trash } from '@samverkan/shared/contract';
import { type Client, type TestApp, pdfOf, testApp } from '@samverkan/testing';

interface Found {
  groups: { group: string; total: number; items: { title: string; path: string }[] }[];
}

let app: TestApp;
let [ida, colleague, eva, samir]: Client[] = [];
let action = '';
let line = '';
beforeAll(async () => {
  app = await testApp();
  [ida, eva, samir] = await Promise.all(['ida.nordlund', 'eva.berglind', 'samir.lund'].map((who) => app.signIn(who)));
  colleague = await app.someone('coordinator', 'municipality:2282');
});
afterAll(() => app.close());
beforeEach(async () => {
  action = await planned();
  line = await told();
});

const planned = async (visibility = 'members'): Promise<string> => {
  const input = { title: 'Utbildning i Kramfors', kind: 'training', status: 'ongoing', visibility };
  return (await ida!.post<{ id: string }>('/api/actions', input)).body.id;
};
const told = async (at = action, done = 'Första dagen är hållen'): Promise<string> =>
  (await ida!.post<ActionUpdateWritten>(`/api/actions/${at}/updates`, { happenedOn: '2026-11-03', done })).body.written;
const upload = (name: string, at = line, client = ida!, key = '') =>
  client.send<Attachments & { code?: string; issues?: { path: string; code: string }[] }>(
    'POST',
    `/api/actions/${action}/attachments/files?name=${encodeURIComponent(name)}&accepted=&updateId=${at}`,
    pdfOf([`Om ${name.split('.')[0] ?? ''}`]),
    { 'content-type': 'application/octet-stream', ...(key ? { 'idempotency-key': key } : {}) },
  );
const hang = async (name: string): Promise<string> => (await upload(name)).body.items.at(-1)?.id ?? '';
const link = (title: string, updateId: string | null = line, client = ida!) =>
  client.post<Attachments>(`/api/actions/${action}/attachments/links`, {
    title,
    address: 'https://example.org/r',
    updateId,
  });
const listed = async (client = ida!) =>
  (await client.get<Attachments>(`/api/actions/${action}/attachments`)).body.items;
const titles = async (client = ida!) => (await listed(client)).map(({ title }) => title);
const found = async (q: string, client = ida!) =>
  (await client.get<Found>(`/api/search?q=${encodeURIComponent(q)}`)).body.groups.find(
    ({ group }) => group === 'attachments',
  );
const trash = async (client = ida!) => (await client.get<Trash>('/api/trash')).body.items;
const hideLine = async (): Promise<string> =>
  (await ida!.post<{ id: string }>('/api/sensitive-texts', { area: 'actions', kind: 'update', objectId: line })).body
    .id;
const takeBack = () => ida!.delete<ActionUpdates>(`/api/actions/${action}/updates/${line}`);

describe('what hangs at a line', () => {
  it('says which line it belongs to, among all that hangs at the action', async () => {
    await hang('Närvaro.pdf');
    await link('Kursens sida');
    await link('Om hela insatsen', null);
    const belongsTo = { id: line, happenedOn: '2026-11-03' };
    expect((await listed(samir)).map(({ title, update }) => [title, update])).toEqual([
      ['Närvaro.pdf', belongsTo],
      ['Kursens sida', belongsTo],
      ['Om hela insatsen', null],
    ]);
  });

  it('is hung there by whoever may write a line, at a line that the action has and the reader sees', async () => {
    expect((await upload('Länets.pdf', line, eva!)).status).toBe(201);
    expect((await upload('Annans.pdf', line, samir!)).status).toBe(403);
    const elsewhere = await told(await planned());
    for (const at of [elsewhere, action]) {
      expect((await upload('Fel.pdf', at)).status).toBe(404);
      expect((await link('Fel', at)).status).toBe(404);
    }
    await takeBack();
    expect((await upload('Sen.pdf')).status).toBe(404);
    expect(await titles()).toEqual([]);
  });

  it('never hangs at another action’s line, at one that is taken back or at one that is hidden, whatever writes it', async () => {
    const write = (at: string, to: string) =>
      app.sql(
        `insert into attachment (action_id, update_id, kind, title, address, organization_id, user_id)
          select $1, u.id, 'link', 'Fel', 'https://example.org', u.organization_id, u.user_id from action_update u where u.id = $2`,
        [at, to],
      );
    await expect(write(await planned(), line)).rejects.toThrow('The line is gone.');
    const hidden = await told();
    await app.sql('update action_update set hidden_at = now() where id = $1', [hidden]);
    await expect(write(action, hidden)).rejects.toThrow('The line is gone.');
    await takeBack();
    await expect(write(action, line)).rejects.toThrow('The line is gone.');
  });

  it('leaves the line as it stands when a file is refused, and hangs there once when it is sent again', async () => {
    expect((await upload('19811218-9876.pdf')).body.issues).toEqual([{ path: 'name', code: 'text.personal-number' }]);
    const lines = await ida!.get<ActionUpdates>(`/api/actions/${action}/updates`);
    expect(lines.body.items.map(({ id }) => id)).toEqual([line]);
    for (let time = 0; time < 2; time++) await upload('Närvaro.pdf', line, ida!, 'samma-fil-vid-raden');
    expect(await titles()).toEqual(['Närvaro.pdf']);
  });

  it('is found by its words, and the hit leads to the line', async () => {
    await hang('Smedjebacken.pdf');
    expect((await found('smedjebacken', samir))?.items).toMatchObject([
      { title: 'Smedjebacken.pdf', path: `/insatser/${action}#rad-${line}` },
    ]);
  });

  it('is the same with another party’s eyes as with its own', async () => {
    await hang('Närvaro.pdf');
    const { body } = await samir!.get<{ acting: { organization: { id: string } } }>('/api/session');
    const [own, lent] = [
      await samir!.get(`/api/actions/${action}/attachments`),
      await ida!.get(`/api/actions/${action}/attachments?seenAs=${body.acting.organization.id}`),
    ];
    expect(lent.text).toBe(own.text);
    await hideLine();
    expect((await ida!.get(`/api/actions/${action}/attachments?seenAs=${body.acting.organization.id}`)).text).toBe(
      '{"items":[],"mayAdd":false}',
    );
  });
});

describe('a line that is hidden, because it names somebody', () => {
  it('hides what hangs at it from everybody, wherever it could have shown', async () => {
    const [file, thrown] = [await hang('Lövsångaren.pdf'), await hang('Lövsångaren gammal.pdf')];
    await link('Lövsångaren på webben');
    await ida!.post(`/api/attachments/${thrown}/removal`);
    const hidden = await hideLine();
    for (const reader of [ida!, colleague!, eva!, samir!]) {
      expect(await titles(reader)).toEqual([]);
      expect((await reader.bytes(`/api/attachments/${file}/file`)).status).toBe(404);
      expect(await found('lövsångaren', reader)).toBeUndefined();
      expect((await trash(reader)).map(({ title }) => title)).not.toContain('Lövsångaren gammal.pdf');
      expect((await reader.post(`/api/attachments/${file}/removal`)).status).toBe(404);
      expect((await reader.post(`/api/attachments/${thrown}/restoration`)).status).toBe(404);
      const report = { area: 'attachments', kind: 'attachment', objectId: file };
      expect((await reader.post('/api/sensitive-texts', report)).status).toBe(404);
    }
    expect((await upload('Ny.pdf')).status).toBe(404);
    expect((await ida!.get('/api/actions/export?format=json')).text).not.toContain('Lövsångaren');

    await ida!.post(`/api/sensitive-texts/${hidden}/purge`, { texts: { done: 'Första dagen', effect: '' } });
    expect(await titles(samir)).toEqual(['Lövsångaren.pdf', 'Lövsångaren på webben']);
    expect((await samir!.bytes(`/api/attachments/${file}/file`)).status).toBe(200);
    expect((await trash()).map(({ title }) => title)).toContain('Lövsångaren gammal.pdf');
  });

  it('does not stand in the way of cleaning a file that was hidden before it', async () => {
    const file = await hang('Om någon.pdf');
    const report = { area: 'attachments', kind: 'attachment', objectId: file };
    const { id } = (await ida!.post<{ id: string }>('/api/sensitive-texts', report)).body;
    const hidden = await hideLine();
    const content = await ida!.get<SensitiveContent>(`/api/sensitive-texts/${id}`);
    expect(content.body.fields).toMatchObject([{ name: 'title', text: 'Om någon.pdf' }]);
    await ida!.post(`/api/sensitive-texts/${id}/purge`, { texts: { title: 'Anteckning.pdf' } });
    expect(await titles()).toEqual([]);
    await ida!.post(`/api/sensitive-texts/${hidden}/restore`, {});
    expect((await listed()).map(({ title, file: kept }) => [title, kept])).toEqual([['Anteckning.pdf', null]]);
  });
});

describe('a line that is taken back', () => {
  it('leaves what hung at it in the trash, and put back it hangs at the action', async () => {
    const file = await hang('Gråsparven.pdf');
    await link('Gråsparvens sida');
    await takeBack();
    expect(await titles()).toEqual([]);
    expect((await samir!.bytes(`/api/attachments/${file}/file`)).status).toBe(404);
    expect(await found('gråsparven', samir)).toBeUndefined();
    const lies = (await trash()).filter(({ title }) => ['Gråsparven.pdf', 'Gråsparvens sida'].includes(title));
    expect(lies).toMatchObject([{ takenBy: 'Ida Nordlund' }, { takenBy: 'Ida Nordlund' }]);
    await ida!.post(`/api/attachments/${file}/restoration`);
    expect((await listed()).map(({ title, update }) => [title, update])).toEqual([['Gråsparven.pdf', null]]);
  });

  it('takes along what its own party hung there, and leaves what others did at the action', async () => {
    const partner = await app.someone('coordinator', 'municipality:2283');
    const [{ id: theirs } = { id: '' }] = await app.sql<{ id: string }>(
      `select id from organization where key = 'municipality:2283'`,
    );
    await app.sql('update action set partner_ids = array[$2::uuid] where id = $1', [action, theirs]);
    const written = await partner.post<ActionUpdateWritten>(`/api/actions/${action}/updates`, {
      happenedOn: '2026-11-04',
      done: 'Vi var med',
    });
    line = written.body.written;
    await upload('Partens.pdf', line, partner);
    await upload('Länets.pdf', line, eva!);
    expect((await partner.delete(`/api/actions/${action}/updates/${line}`)).status).toBe(200);
    expect((await listed()).map(({ title, update }) => [title, update])).toEqual([['Länets.pdf', null]]);
    const audited = await app.sql(
      `select 1 from audit where verb = 'action.attachment-taken-away' and object_id = $1`,
      [action],
    );
    expect(audited).toHaveLength(1);
  });

  it('takes along what lay in the trash already, so that nothing comes back to a line that is gone', async () => {
    const file = await hang('Närvaro.pdf');
    await ida!.post(`/api/attachments/${file}/removal`);
    await takeBack();
    await ida!.post(`/api/attachments/${file}/restoration`);
    expect((await listed()).map(({ update }) => update)).toEqual([null]);
  });

  it('has again what hung at it when it is put back, as it hung there: what was taken away on its own stays in the trash', async () => {
    await hang('Lappmesen.pdf');
    await link('Lappmesens sida');
    await upload('Länets.pdf', line, eva!);
    const before = await hang('Borttagen före.pdf');
    await ida!.post(`/api/attachments/${before}/removal`);
    const stood = await listed();
    await takeBack();
    expect(await titles()).toEqual([]);
    expect((await ida!.post(`/api/actions/updates/${line}/restoration`)).status).toBe(200);
    expect(await listed()).toEqual(stood);
    expect(stood).toHaveLength(3);
    expect((await trash()).map(({ title }) => title)).toContain('Borttagen före.pdf');
    expect((await found('lappmesen', samir))?.total).toBe(2);

    // What was put back alone meanwhile hangs at the action, and at its line when that is back.
    await takeBack();
    const [first] = stood;
    await ida!.post(`/api/attachments/${first!.id}/restoration`);
    expect((await listed()).map(({ update }) => update)).toEqual([null]);
    await ida!.post(`/api/attachments/${first!.id}/removal`);
    await ida!.post(`/api/actions/updates/${line}/restoration`);
    expect(await titles()).toEqual(['Lappmesens sida', 'Länets.pdf']);
    await ida!.post(`/api/attachments/${first!.id}/restoration`);
    expect(await listed()).toEqual(stood);
  });

  it('has its files gone for good after thirty days', async () => {
    const file = await hang('Närvaro.pdf');
    await takeBack();
    await app.sql(`update attachment set removed_at = now() - interval '31 days' where id = $1`, [file]);
    const night = 'select id from retention_files_take(now(), array(select id from retention_files_due(now())))';
    expect(await app.sql(night)).toEqual([{ id: file }]);
    expect(await app.sql('select 1 from stored_file where id = $1', [file])).toEqual([]);
  });

  it('lets a file that is hidden be cleaned all the same, and it lies in the trash by its clean name', async () => {
    const file = await hang('Om någon.pdf');
    const report = { area: 'attachments', kind: 'attachment', objectId: file };
    const { id } = (await ida!.post<{ id: string }>('/api/sensitive-texts', report)).body;
    await takeBack();
    expect((await trash()).map(({ title }) => title)).not.toContain('Om någon.pdf');
    const texts = { title: 'Renad anteckning.pdf' };
    expect((await ida!.post(`/api/sensitive-texts/${id}/purge`, { texts })).status).toBeLessThan(300);
    expect(await titles()).toEqual([]);
    expect((await trash()).map(({ title }) => title)).toContain('Renad anteckning.pdf');
  });
});

it('follows the line when the party that wrote both is merged into another, and back', async () => {
  const party = async (name: string) =>
    (await eva!.post<{ id: string }>('/api/organizations', { name, kind: 'civil_society', countyCodes: ['22'] })).body
      .id;
  const [from, into] = [await party('Jouren Lyktan vid älven'), await party('Lyktans kvinnojour')];
  const [{ key } = { key: '' }] = await app.sql<{ key: string }>('select key from organization where id = $1', [from]);
  const worker = await app.someone('partner', key);
  const chief = await app.someone('county_admin', 'county_board:22');
  const plan = { title: 'Kvällsöppet', kind: 'other', status: 'ongoing', visibility: 'members' };
  action = (await worker.post<{ id: string }>('/api/actions', plan)).body.id;
  const words = { happenedOn: '2026-11-03', done: 'En kväll.' };
  line = (await worker.post<ActionUpdateWritten>(`/api/actions/${action}/updates`, words)).body.written;
  await link('Vår sida', line, worker);
  const whose = async () => (await listed(samir)).map(({ organization, update }) => [organization.id, update?.id]);
  await chief.post(`/api/organizations/${from}/merges`, { intoId: into });
  expect(await whose()).toEqual([[into, line]]);
  await chief.post(`/api/organizations/${from}/merges/undo`);
  expect(await whose()).toEqual([[from, line]]);
});
