import type {
  ContactFunction,
  ContactGroup,
  ContactGroups,
  ContactPage,
  ContactRecipients,
} from '@samverkan/contacts/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

const at = '/api/contacts/groups';
let app: TestApp;
let [ida, samir, eva]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [ida, samir, eva] = await Promise.all(['ida.nordlund', 'samir.lund', 'eva.berglind'].map((who) => app.signIn(who)));
});
afterAll(() => app.close());

const save = async (input: object, client = ida!) => (await client.post<ContactGroup>(at, input)).body;
const listed = async (client = ida!) => (await client.get<ContactGroups>(at)).body.items.map(({ name }) => name);
const reached = async (group: string, client = ida!) =>
  (await client.get<ContactRecipients>(`/api/contacts/recipients?group=${group}`)).body;
const add = async (fields: object) =>
  (
    await ida!.post<ContactFunction>('/api/contacts', {
      title: 'Funktion',
      visibility: 'county',
      subjects: ['elderly'],
      ...fields,
    })
  ).body;

describe('a group of recipients', () => {
  it('that is a kept choice is always as the directory is now', async () => {
    const group = await save({ name: 'Äldrefrågor', choice: { subject: 'elderly', mine: 'true' } });
    expect(group.choice).toEqual({ scope: 'county', subject: 'elderly', mine: 'true' });
    const before = (await reached(group.id)).items.length;
    const made = await add({ title: 'Äldresamordnare' });
    expect((await reached(group.id)).items.map(({ id }) => id)).toContain(made.id);
    expect((await reached(group.id)).items).toHaveLength(before + 1);
  });

  it('that is picked by hand keeps to those, and tells how many are no longer there', async () => {
    const [one, two] = [await add({ title: 'Ett' }), await add({ title: 'Två' })];
    const group = await save({ name: 'Två valda', functionIds: [one.id, two.id, one.id] });
    expect(group.picked).toBe(2);
    expect((await reached(group.id)).items.map(({ title }) => title).sort()).toEqual(['Ett', 'Två']);
    await ida!.post(`/api/contacts/${two.id}/retire`, {});
    expect(await reached(group.id)).toMatchObject({ items: [{ title: 'Ett' }], gone: 1 });
  });

  it('that is picked by hand takes in more and lets go of some, one change after the other', async () => {
    const [one, two, three] = [
      await add({ title: 'Första' }),
      await add({ title: 'Andra' }),
      await add({ title: 'Tredje' }),
    ];
    const group = await save({ name: 'Ändras', functionIds: [one.id, two.id] });
    const change = (version: number, functionIds: string[]) =>
      ida!.patch<ContactGroup>(`${at}/${group.id}`, { functionIds }, version);
    expect((await change(group.version, [two.id, three.id, three.id])).body).toMatchObject({
      picked: 2,
      name: 'Ändras',
    });
    expect((await reached(group.id)).items.map(({ title }) => title).sort()).toEqual(['Andra', 'Tredje']);
    expect((await change(group.version, [one.id])).body).toMatchObject({ code: 'stale-version' });
    const kept = await save({ name: 'Ett urval', choice: {} });
    expect((await ida!.patch(`${at}/${kept.id}`, { functionIds: [one.id] }, kept.version)).body).toMatchObject({
      code: 'group.is-a-choice',
    });
  });

  it('takes the name from one and the functions from another, and the same change twice', async () => {
    const [one, two] = [await add({ title: 'Väster' }), await add({ title: 'Öster' })];
    const group = await save({ name: 'Tillsammans', functionIds: [one.id] });
    const change = (what: object) => ida!.patch<ContactGroup>(`${at}/${group.id}`, what, group.version);
    await change({ functionIds: [one.id, two.id] });
    expect((await change({ name: 'Båda kusterna' })).body).toMatchObject({ name: 'Båda kusterna', picked: 2 });
    expect((await change({ functionIds: [one.id, two.id] })).status).toBe(200);
    expect((await change({ name: 'Kusterna' })).body).toMatchObject({
      code: 'stale-version',
      current: { fields: { name: 'Båda kusterna' } },
    });
  });

  it('takes nothing for agreed when its history does not tell of every change since it was read', async () => {
    const group = await save({ name: 'Halva', functionIds: [(await add({ title: 'Norr' })).id] });
    const change = (what: object, version: number) => ida!.patch<ContactGroup>(`${at}/${group.id}`, what, version);
    await change({ name: 'Halva minnet' }, group.version);
    await change({ functionIds: [(await add({ title: 'Syd' })).id] }, group.version + 1);
    await app.sql('delete from change_log where object_id = $1 and version = $2', [group.id, group.version + 1]);
    expect((await change({ name: 'Hela' }, group.version)).body).toMatchObject({
      code: 'stale-version',
      current: { fields: { name: 'Halva minnet' } },
    });
    expect((await change({ name: 'Hela' }, group.version + 1)).status).toBe(200);
  });

  it('gives whoever opens it what she may see herself: ids she knows of open nothing', async () => {
    const hidden = await add({ title: 'Bara vi', visibility: 'own', mailbox: 'vi@kramfors.example' });
    const seen = (await samir!.get<ContactPage>('/api/contacts?size=1')).body.items[0]!;
    const group = await save({ name: 'Prövar', functionIds: [hidden.id, seen.id] }, samir!);
    const answer = await reached(group.id, samir!);
    expect(answer.items.map(({ id }) => id)).toEqual([seen.id]);
    expect(JSON.stringify(answer)).not.toContain('vi@kramfors.example');
  });

  it('is its organisation’s alone: to others it is not there', async () => {
    const group = await save({ name: 'Kramfors grupp', choice: {} });
    expect(await listed()).toContain('Kramfors grupp');
    for (const client of [samir!, eva!]) {
      expect(await listed(client)).not.toContain('Kramfors grupp');
      expect((await client.get(`${at}/${group.id}`)).status).toBe(404);
      expect((await client.get(`/api/contacts/recipients?group=${group.id}`)).status).toBe(404);
      expect((await client.post(`${at}/${group.id}/removal`, {})).status).toBe(404);
    }
  });

  it('is renamed by whoever read it last, taken away, and put back', async () => {
    const group = await save({ name: 'Gammalt namn', choice: {} });
    const rename = (version: number, name: string) => ida!.patch(`${at}/${group.id}`, { name }, version);
    expect((await rename(group.version, 'Nytt namn')).status).toBe(200);
    expect((await rename(group.version, 'För sent')).body).toMatchObject({ code: 'stale-version' });
    await ida!.post(`${at}/${group.id}/removal`, {});
    expect(await listed()).not.toContain('Nytt namn');
    expect((await ida!.get(`/api/contacts/recipients?group=${group.id}`)).status).toBe(404);
    await ida!.post(`${at}/${group.id}/restoration`, {});
    expect(await listed()).toContain('Nytt namn');
  });

  it('is a choice or functions, with a name that the guard lets through', async () => {
    for (const input of [
      { name: 'Varken eller' },
      { name: 'Både och', choice: {}, functionIds: [crypto.randomUUID()] },
    ])
      expect((await ida!.post(at, input)).body).toMatchObject({
        issues: [{ path: 'functionIds', code: 'group.choice-or-functions' }],
      });
    expect((await ida!.post(at, { name: 'Fallet 19811218-9876', choice: {} })).body).toMatchObject({
      issues: [{ path: 'name', code: 'text.personal-number' }],
    });
  });
});
