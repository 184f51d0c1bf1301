// A function whose holder's name stays inside looks, to everybody else and by every way, exactly as one whose holder is not named.
import type { ContactFunction } from '@samverkan/contacts/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let maja: Client;
let others: [name: string, client: Client][];
beforeAll(async () => {
  app = await testApp();
  maja = await app.signIn('maja.ek');
  others = [
    ['samir', await app.signIn('samir.lund')],
    ['eva', await app.signIn('eva.berglind')],
    ['jon', await app.signIn('jon.wik')],
    ['per', await app.signIn('per.ost')],
    ['county admin', await app.someone('county_admin', 'county_board:22')],
    ['system admin', await app.someone('system_admin', 'county_board:22')],
    ['national reader', await app.someone('national_reader', 'national:socialstyrelsen')],
  ];
});
afterAll(() => app.close());

const inside = 'Gunnel Gömd';
const aFunction = (title: string, holder: object) =>
  maja.post<ContactFunction>('/api/contacts', {
    title,
    visibility: 'members',
    subjects: ['counselling'],
    municipalityCodes: ['2282'],
    holder,
  });
const unnamed = { naming: 'unnamed' };
const kept = { naming: 'function_only', name: inside };

/** An answer with what tells two functions apart anyway taken out: their ids and when they were made. */
const bare = (text: string, ids: string[]) =>
  ids
    .reduce((all, id) => all.replaceAll(id, '{id}'), text)
    .replace(/"(id|createdAt|at|requestId)" ?: ?"[^"]*"/g, '"$1":""');

/** Both functions through the same life; gives their ids. */
async function twins(): Promise<[string, string]> {
  const made = [await aFunction('Tvilling', unnamed), await aFunction('Tvilling', kept)] as const;
  const [first, second] = made.map(({ body }) => body);
  for (const [one, who] of [
    [first, unnamed],
    [second, kept],
  ] as const) {
    const at = `/api/contacts/${one?.id}`;
    const holder = one?.holders[0]?.id ?? '';
    await maja.post(`${at}/holders`, { ...who, deputy: true });
    await maja.send('PUT', `${at}/holders/${holder}`, { ...who, validFrom: '2026-01-01', validTo: null }, {});
  }
  // Only the second has a name to set right: it leaves nothing behind.
  const deputy = (await maja.get<ContactFunction>(`/api/contacts/${second?.id}`)).body.holders.find(
    (one) => one.deputy,
  );
  for (const name of ['Gunnel Gömd-Ek', inside]) {
    const answer = await maja.put(`/api/contacts/${second?.id}/holders/${deputy?.id}`, {
      ...kept,
      name,
      validFrom: deputy?.validFrom,
      validTo: null,
    });
    expect(answer.status).toBe(200);
  }
  return [first?.id ?? '', second?.id ?? ''];
}

it('answers everybody else alike, whatever was done with it', async () => {
  const [first, second] = await twins();
  for (const [name, client] of others)
    for (const path of ['', '/history', '/audience']) {
      const [one, two] = await Promise.all([first, second].map((id) => client.get(`/api/contacts/${id}${path}`)));
      expect([name, path, one?.status, bare(one?.text ?? '', [first])]).toEqual([
        name,
        path,
        two?.status,
        bare(two?.text ?? '', [second]),
      ]);
      expect([name, two?.text.includes('Gunnel')]).toEqual([name, false]);
    }
});

it('leaves the same news and the same history, and no name in either nor in what is searched', async () => {
  const [first, second] = await twins();
  const kinds = async (id: string) => ({
    news: await app.sql('select kind, value, level from event where object_id = $1 order by id', [id]),
    history: await app.sql('select field, before, after, version from change_log where object_id = $1 order by id', [
      id,
    ]),
    version: await app.sql('select version from contact_function where id = $1', [id]),
  });
  expect(await kinds(first)).toEqual(await kinds(second));
  for (const table of [
    'event',
    'change_log',
    'audit',
    'contact_search',
    'contact_function',
    'contact_holder',
    'contact_holder_name',
  ])
    expect([table, await app.sql(`select 1 from ${table} t where t::text like '%Gunnel%'`)]).toEqual([table, []]);
});

it('shows the name to her own organisation’s keepers on the function, and not even to them in the list or the search', async () => {
  const { body } = await aFunction('Jourtelefon', kept);
  expect(body.holders).toMatchObject([{ name: inside, naming: 'function_only' }]);
  const list = await maja.get(`/api/contacts?mine=true&q=${encodeURIComponent(inside)}`);
  expect([list.body['total'], list.text.includes('Gunnel')]).toEqual([0, false]);
  expect((await maja.get('/api/contacts?mine=true&size=100')).text).not.toContain('Gunnel');
});

it('shows no name when she looks with another party’s eyes, her own organisation’s included', async () => {
  const { body } = await aFunction('Mottagning', kept);
  for (const key of ['municipality:2260', 'demo:lyktan', 'county_board:22']) {
    const [party] = await app.sql<{ id: string }>('select id from organization where key = $1', [key]);
    const seen = await maja.get<ContactFunction>(`/api/contacts/${body.id}?seenAs=${party?.id}`);
    expect([key, seen.status, seen.text.includes('Gunnel'), seen.body.vacantSince]).toEqual([key, 200, false, null]);
  }
});

it('takes an open name away when it is to stay inside from now on: nothing finds it any more', async () => {
  const { body } = await aFunction('Växel', { naming: 'named', name: 'Öppen Hittills' });
  const found = async (client: Client) =>
    (await client.get(`/api/contacts?scope=all&q=${encodeURIComponent('Öppen Hittills')}`)).body['total'];
  const [, eva] = others[1] ?? [];
  expect(await found(eva as Client)).toBe(1);
  const holder = body.holders[0];
  await maja.put(`/api/contacts/${body.id}/holders/${holder?.id}`, {
    naming: 'function_only',
    name: 'Öppen Hittills',
    validFrom: holder?.validFrom,
    validTo: null,
  });
  expect(await found(eva as Client)).toBe(0);
  for (const [name, client] of others)
    expect([name, (await client.get(`/api/contacts/${body.id}`)).text.includes('Öppen Hittills')]).toEqual([
      name,
      false,
    ]);
});
