import type { SavedFilter, SavedFilters } from '@samverkan/actions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

const at = '/api/actions/filters';
let app: TestApp;
let [ida, colleague, eva]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [ida, eva] = await Promise.all(['ida.nordlund', 'eva.berglind'].map((who) => app.signIn(who)));
  colleague = await app.someone('coordinator', 'municipality:2282');
});
afterAll(() => app.close());

const save = async (input: object, client = ida!) => (await client.post<SavedFilter>(at, input)).body;
const listed = async (client = ida!) => (await client.get<SavedFilters>(at)).body.items.map(({ name }) => name);
const userOf = async (client: Client) => (await client.get<{ user: { id: string } }>('/api/session')).body.user.id;
const there = (id: string) => app.sql('select 1 from action_filter where id = $1', [id]);

describe('a saved filter', () => {
  it('keeps what was chosen in the words of the address, with the view it was chosen in', async () => {
    const filter = await save({
      name: 'Försenade i Kramfors',
      view: 'board',
      choice: { municipality: '2282,2260', overdue: 'true', mine: 'false', sort: 'ends', order: 'asc' },
    });
    expect(filter).toMatchObject({
      view: 'board',
      choice: { municipality: '2282,2260', overdue: 'true', sort: 'ends', order: 'asc' },
      shared: false,
      mayChange: true,
    });
    expect(Object.keys(filter.choice)).not.toContain('mine');
  });

  it('is one’s own until it is shared, and then the organisation’s: others’ organisations never have it', async () => {
    const filter = await save({ name: 'Bara mitt', choice: { mine: 'true' } });
    expect(await listed(colleague)).not.toContain('Bara mitt');
    expect((await colleague!.patch(`${at}/${filter.id}`, { name: 'Kapat' }, filter.version)).status).toBe(404);
    const shared = await ida!.patch<SavedFilter>(`${at}/${filter.id}`, { shared: true, name: 'Vårt' }, filter.version);
    expect(shared.body).toMatchObject({ shared: true, name: 'Vårt' });
    expect(await listed(colleague)).toContain('Vårt');
    expect(await listed(eva)).not.toContain('Vårt');
    expect((await eva!.post(`${at}/${filter.id}/removal`, {})).status).toBe(404);
    expect((await colleague!.patch(`${at}/${filter.id}`, { name: 'För sent' }, filter.version)).body).toMatchObject({
      code: 'stale-version',
    });
    await colleague!.patch(`${at}/${filter.id}`, { shared: false }, shared.body.version);
    expect([await listed(), await listed(colleague)].map((names) => names.includes('Vårt'))).toEqual([false, true]);
  });

  it('is taken away and put back', async () => {
    const filter = await save({ name: 'Ångras', choice: {} });
    await ida!.post(`${at}/${filter.id}/removal`, {});
    expect(await listed()).not.toContain('Ångras');
    await ida!.post(`${at}/${filter.id}/restoration`, {});
    expect(await listed()).toContain('Ångras');
  });

  it('is shared by those who write; who only reads has her own', async () => {
    const reader = await app.someone('national_reader', 'national:socialstyrelsen');
    expect((await reader.post(at, { name: 'Mitt', choice: {} })).status).toBe(201);
    expect((await reader.post(at, { name: 'Vårt', choice: {}, shared: true })).status).toBe(403);
  });

  it('lets no personal number in, neither as a name nor as words looked for', async () => {
    for (const [path, input] of [
      ['name', { name: 'Fallet 19811218-9876', choice: {} }],
      ['choice.q', { name: 'Ord', choice: { q: '19811218-9876' } }],
    ] as const)
      expect((await ida!.post(at, input)).body).toMatchObject({ issues: [{ path, code: 'text.personal-number' }] });
    expect((await ida!.post(at, { name: 'Okänt', choice: { page: '2' } })).status).toBe(400);
  });
});

describe('a saved filter of a word that is merged into another', () => {
  const merged = (state: string, successor: string | null) =>
    app.sql(`update term set state = $1, successor = $2 where vocabulary = 'form' and code = 'digital'`, [
      state,
      successor,
    ]);
  const choice = async (id: string) =>
    (await ida!.get<SavedFilters>(at)).body.items.find((one) => one.id === id)?.choice;

  it('has the new word when it is opened, once beside what it meant already, and finds what was logged by the old one', async () => {
    const plan = {
      title: 'Trygg på nätet',
      kind: 'other',
      status: 'planned',
      visibility: 'county',
      forms: ['digital'],
    };
    const { id: action } = (await ida!.post<{ id: string }>('/api/actions', plan)).body;
    const { id } = await save({ name: 'Digitalt', choice: { form: 'digital,psychological', kind: 'other' } });
    await merged('merged', 'psychological');
    expect(await choice(id)).toEqual({ form: 'psychological', kind: 'other' });
    const { body } = await ida!.get<{ items: { id: string }[] }>('/api/actions?form=psychological&kind=other&size=100');
    expect(body.items.map((one) => one.id)).toContain(action);

    // The merge is taken back: the filter is as it was kept.
    await merged('in_use', null);
    expect(await choice(id)).toEqual({ form: 'digital,psychological', kind: 'other' });
  });

  it('keeps a word that is no longer in use and has become nothing else', async () => {
    const { id } = await save({ name: 'Avvecklat', choice: { form: 'digital' } });
    await merged('retired', null);
    expect(await choice(id)).toEqual({ form: 'digital' });
    await merged('in_use', null);
  });
});

describe('a saved filter with somebody’s name in it', () => {
  const hide = (objectId: string, client = ida!) =>
    client.post<{ id: string; mayPurge: boolean }>('/api/sensitive-texts', {
      area: 'actions',
      kind: 'filter',
      objectId,
    });

  const waiting = async (client: Client) =>
    (await client.get<{ items: { objectId: string }[] }>('/api/sensitive-texts')).body.items.map(
      ({ objectId }) => objectId,
    );

  it('is seen by nobody until its name and its words are clean, and then stands as before', async () => {
    const { id } = await save({ name: 'Fallet Xylofona', choice: { q: 'Xylofona', mine: 'true' }, shared: true });
    const { body } = await hide(id, colleague);
    expect([await listed(), await listed(colleague)].some((names) => names.includes('Fallet Xylofona'))).toBe(false);
    expect((await ida!.post(`${at}/${id}/removal`, {})).status).toBe(404);
    const texts = { name: 'Våra ärenden', words: '' };
    expect((await ida!.post(`/api/sensitive-texts/${body.id}/purge`, { texts })).status).toBe(204);
    const clean = (await ida!.get<SavedFilters>(at)).body.items.find((one) => one.id === id);
    expect(clean).toMatchObject({ name: 'Våra ärenden', choice: { mine: 'true' } });
    expect(clean?.choice).not.toHaveProperty('q');
  });

  it('is the organisation’s to clean when it is shared, and stands in no county administrator’s list', async () => {
    const { id } = await save({ name: 'Vårt Xylofona', choice: {}, shared: true });
    const { body } = await hide(id);
    expect(await waiting(colleague!)).toContain(id);
    expect(await waiting(await app.someone('county_admin', 'county_board:22'))).not.toContain(id);
    expect((await colleague!.post(`/api/sensitive-texts/${body.id}/restore`, {})).status).toBe(204);
  });

  it('is hidden and cleaned by whoever only reads while it is her own, and by her is nothing else hidden', async () => {
    const reader = await app.someone('national_reader', 'national:socialstyrelsen');
    const { id } = await save({ name: 'Läsarens Xylofona', choice: {} }, reader);
    const { status, body } = await hide(id, reader);
    expect([status, body.mayPurge]).toEqual([201, true]);
    expect((await reader.get(`/api/sensitive-texts/${body.id}`)).status).toBe(200);
    const texts = { name: 'Läsarens' };
    expect((await reader.post(`/api/sensitive-texts/${body.id}/purge`, { texts })).status).toBe(204);
    expect(await listed(reader)).toContain('Läsarens');
    const other = { area: 'actions', kind: 'action', objectId: id };
    expect((await reader.post('/api/sensitive-texts', other)).status).toBe(403);
  });

  it('waits for nobody when it is gone, and is told without its name to whoever asks what is held on her', async () => {
    const { id } = await save({ name: 'Borta Xylofona', choice: {} });
    const { body } = await hide(id);
    const [held] = await app.sql<{ rows: string[][] }>(
      `select set_config('samverkan.user', $1, true), action_filters_held($1::uuid) as rows`,
      [await userOf(ida!)],
    );
    const names = held?.rows.map(([name]) => name);
    expect([names?.includes('[dold]'), names?.includes('Borta Xylofona')]).toEqual([true, false]);
    await app.sql('delete from action_filter where id = $1', [id]);
    expect(await waiting(ida!)).not.toContain(id);
    expect(await app.sql('select outcome from sensitive_text where id = $1', [body.id])).toEqual([
      { outcome: 'purged' },
    ]);
  });

  it('is cleaned by its owner alone while it is her own', async () => {
    const { id } = await save({ name: 'Mitt Xylofona', choice: {} });
    expect((await hide(id, colleague)).status).toBe(404);
    const { body } = await hide(id);
    expect(body.mayPurge).toBe(true);
    expect(await waiting(ida!)).toContain(id);
    const admin = await app.someone('county_admin', 'county_board:22');
    expect([await waiting(colleague!), await waiting(admin)].flat()).not.toContain(id);
    expect((await colleague!.get(`/api/sensitive-texts/${body.id}`)).status).toBe(404);
    expect((await colleague!.post(`/api/sensitive-texts/${body.id}/restore`, {})).status).toBe(404);
    expect((await ida!.post(`/api/sensitive-texts/${body.id}/restore`, {})).status).toBe(204);
    expect(await listed()).toContain('Mitt Xylofona');
  });
});

describe('what becomes of saved filters', () => {
  const night = () =>
    app.sql(`select id from retention_filters_take(now(), array(select id from retention_filters_due(now())))`);

  it('when somebody leaves: her own are gone thirty days after, what she shared stays', async () => {
    const leaving = await app.someone('coordinator', 'municipality:2282');
    const [own, shared] = [
      await save({ name: 'Eget', choice: {} }, leaving),
      await save({ name: 'Kvar', choice: {}, shared: true }, leaving),
    ];
    const leaver = await userOf(leaving);
    const ended = async (days: number) => {
      await app.sql(
        'update membership set valid_from = least(valid_from, today() - $2::int), valid_to = today() - $2::int where user_id = $1',
        [leaver, days],
      );
      await night();
      return (await there(own.id)).length;
    };
    expect([await ended(1), await ended(29), await ended(31)]).toEqual([1, 1, 0]);
    expect(await there(shared.id)).toHaveLength(1);
    expect(await listed()).toContain('Kvar');
  });

  it('when she asks what is held on her: they are told, to her and to nobody else', async () => {
    await save({ name: 'Står i utdraget', choice: {} }, colleague);
    const id = await userOf(colleague!);
    const told = (as: string) =>
      app.sql<{ rows: string[][] }>(
        `select set_config('samverkan.user', $2, true), action_filters_held($1::uuid) as rows`,
        [id, as],
      );
    expect((await told(id))[0]?.rows.map(([name]) => name)).toContain('Står i utdraget');
    await expect(told(await userOf(ida!))).rejects.toThrow(/Not for this reader/);
    await expect(app.sql('select action_filters_erase($1)', [id])).rejects.toThrow(/Nobody has decided this/);
  });
});
