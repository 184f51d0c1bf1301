import type { ContactFunction } from '@samverkan/contacts/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let keeper: Client;
let colleague: Client;
beforeAll(async () => {
  app = await testApp();
  keeper = await app.someone('coordinator', 'municipality:2283');
  colleague = await app.someone('coordinator', 'municipality:2283');
});
afterAll(() => app.close());

const userOf = async (client: Client) => (await client.get<{ user: { id: string } }>('/api/session')).body.user.id;
const aFunction = async (title: string, holder: object) =>
  (await keeper.post<ContactFunction>('/api/contacts', { title, visibility: 'members', holder })).body;
const names = (functionId: string) =>
  app.sql(
    `select name from contact_holder_name where function_id = $1 union all select name from contact_inside_name where function_id = $1`,
    [functionId],
  );
const night = async (rule: string, at = 'now()') => {
  const due = await app.sql<{ id: string }>(`select id from retention_${rule}_due(${at})`);
  const taken = await app.sql<{ id: string }>(`select id from retention_${rule}_take(${at}, $1)`, [
    due.map(({ id }) => id),
  ]);
  return { due: due.map(({ id }) => id), taken: taken.map(({ id }) => id).sort() };
};

describe('what the directory holds on a person', () => {
  it('is told to herself, a name kept inside too', async () => {
    await aFunction('Öppen post', { naming: 'named', userId: await userOf(colleague) });
    await aFunction('Skyddad post', { naming: 'function_only', userId: await userOf(colleague) });
    const told = await app.sql<{ rows: string[][] }>(
      `select set_config('samverkan.user', $1, true), contact_personal_data($1::uuid) as rows`,
      [await userOf(colleague)],
    );
    expect(told[0]?.rows.map(([title]) => title).sort()).toEqual(['Skyddad post', 'Öppen post']);
  });

  it('is not told to colleagues, and nothing is taken while nobody has decided it', async () => {
    const herId = await userOf(colleague);
    await expect(
      app.sql(`select set_config('samverkan.user', $2, true), contact_personal_data($1::uuid)`, [
        herId,
        await userOf(keeper),
      ]),
    ).rejects.toThrow(/Not for this reader/);
    await expect(app.sql('select contact_names_erase($1)', [herId])).rejects.toThrow(/Nobody has decided this/);
  });
});

describe('a name that has served its time', () => {
  it('goes thirty days after the holder has left, named or kept inside, and what is due tells not which', async () => {
    const made = [];
    for (const [title, holder] of Object.entries({
      Namngiven: { naming: 'named', name: 'Åsa Ek' },
      Inombords: { naming: 'function_only', name: 'Maja Gömd' },
      Onämnd: { naming: 'unnamed' },
    }))
      made.push(await aFunction(title, { ...holder, validFrom: '2026-01-01', validTo: '2026-02-01' }));
    const holders = made.map(({ holders: [one] }) => one?.id ?? '').sort();
    const { due, taken } = await night('holders');
    expect(due.filter((id) => holders.includes(id)).sort()).toEqual(holders);
    expect(taken).toEqual([...due].sort());
    for (const { id } of made) expect(await names(id)).toEqual([]);
    expect((await keeper.get<ContactFunction>(`/api/contacts/${made[0]?.id}`)).body.holders[0]).toMatchObject({
      validFrom: '2026-01-01',
      validTo: '2026-02-01',
      name: null,
    });
    expect((await night('holders')).due.filter((id) => holders.includes(id))).toEqual([]);
  });

  it('stays while she holds the function', async () => {
    const post = await aFunction('Sitter kvar', { naming: 'named', name: 'Kvar Sittande', validFrom: '2020-01-01' });
    await night('holders');
    expect(await names(post.id)).toHaveLength(1);
  });

  it('goes with the function that nobody has confirmed for two years, unless open work belongs to it', async () => {
    const old = await aFunction('Ingen bekräftar', { naming: 'named', name: 'Glömd Person' });
    const busy = await aFunction('Har arbete', { naming: 'named', name: 'Upptagen Person' });
    await keeper.post('/api/actions', {
      title: 'Öppet',
      kind: 'other',
      status: 'planned',
      visibility: 'county',
      responsibleFunctionId: busy.id,
    });
    const later = `now() + interval '25 months'`;
    const { due } = await night('contacts', later);
    expect([due.includes(old.id), due.includes(busy.id)]).toEqual([true, false]);
    expect((await keeper.get<ContactFunction>(`/api/contacts/${old.id}`)).body.retiredOn).not.toBeNull();
    expect(await names(old.id)).toEqual([]);
    expect(await names(busy.id)).toHaveLength(1);
  });
});
