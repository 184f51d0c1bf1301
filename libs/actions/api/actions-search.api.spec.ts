// Finding among many: the best answers first, what is hidden taking no place, and pages beyond the rows that are counted.
import type { Action, ActionPage } from '@samverkan/actions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let kramfors: Client;
let solleftea: Client;
beforeAll(async () => {
  app = await testApp();
  kramfors = await app.someone('coordinator', 'municipality:2282');
  solleftea = await app.someone('coordinator', 'municipality:2283');
});
afterAll(() => app.close());

const log = async (client: Client, fields: object) => {
  const given = { kind: 'network', status: 'planned', visibility: 'county', ...fields };
  const answer = await client.post<Action>('/api/actions', given);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
};
const list = async (client: Client, query: Record<string, string>) => {
  const answer = await client.get<ActionPage>(`/api/actions?${new URLSearchParams(query)}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
};
const titles = async (client: Client, query: Record<string, string>) =>
  (await list(client, query)).items.map(({ title }) => title);

describe('words in the list', () => {
  let wanted: Action;
  beforeAll(async () => {
    wanted = await log(kramfors, { title: 'Kvällsöppen mottagning', description: 'Ronjasamtal för unga.' });
    await log(kramfors, { title: 'Ronjasamtal i skolan', municipalityCodes: ['2282'] });
    await log(kramfors, { title: 'Barnronjasamtal' });
    await log(kramfors, { title: 'Något annat' });
    await log(solleftea, { title: 'Ronjasamtal som ingen får se', visibility: 'own', status: 'draft' });
  });

  it('give what has them in its title before what only tells of them, and what only holds them in the midst of a word last', async () => {
    expect(await titles(kramfors, { q: 'ronjasamtal' })).toEqual([
      'Ronjasamtal i skolan',
      'Kvällsöppen mottagning',
      'Barnronjasamtal',
    ]);
    expect((await list(kramfors, { q: 'ronjasamtal' })).total).toBe(3);
  });

  it('are weighed alike where something else narrows too, and another order is the reader’s to choose', async () => {
    expect(await titles(kramfors, { q: 'ronjasamtal', status: 'planned' })).toEqual([
      'Ronjasamtal i skolan',
      'Kvällsöppen mottagning',
      'Barnronjasamtal',
    ]);
    expect(await titles(kramfors, { q: 'ronjasamtal', municipality: '2282' })).toEqual(['Ronjasamtal i skolan']);
    expect(await titles(kramfors, { q: 'ronjasamtal', sort: 'title', order: 'asc' })).toEqual([
      'Barnronjasamtal',
      'Kvällsöppen mottagning',
      'Ronjasamtal i skolan',
    ]);
  });

  it('that are a reference give that action, and pages go on', async () => {
    expect(await titles(kramfors, { q: wanted.reference.toLowerCase() })).toEqual(['Kvällsöppen mottagning']);
    const second = await list(kramfors, { q: 'ronjasamtal', size: '2', page: '2' });
    expect(second.items.map(({ title }) => title)).toEqual(['Barnronjasamtal']);
    expect(second).toMatchObject({ page: 2, total: 3, capped: false, next: null, previous: null });
  });

  it('find nothing where there is nothing to find, whatever is typed', async () => {
    for (const q of ['%%%', '_', '\\', "'; drop", '&|!', '--', 'och'])
      expect(await titles(kramfors, { q })).not.toContain('Något annat');
  });
});

describe('a country of many actions', () => {
  beforeAll(async () => {
    await app.sql(`
      insert into action (reference, title, kind, status, visibility, municipality_codes, county_codes, owner_ids, created_by, changed_at)
      select 'M-' || n, 'Mängden ' || n, 'network', 'planned', case when n % 2 = 0 then 0 else 3 end, '{2283}', '{22}', array[o.id], '00000000-0000-7000-8000-000000000000',
        timestamptz '2020-01-01' + n / 2 * interval '1 minute'
      from organization o, generate_series(1, 2300) n where o.key = 'municipality:2283'`);
  });

  it('is gone through to its end, and back, with every row once and none that is hidden', async () => {
    const query = { q: '', municipality: '2283', size: '100' };
    const forwards: string[] = [];
    let page = await list(kramfors, query);
    for (let n = 2; page.items.length > 0; n++) {
      forwards.push(...page.items.map(({ id }) => id));
      page = await list(kramfors, { ...query, page: `${n}`, ...(page.next ? { after: page.next } : {}) });
    }
    expect(forwards.length).toBeGreaterThan(1150);
    expect(new Set(forwards).size).toBe(forwards.length);
    const last = await list(kramfors, { ...query, page: '12' });
    const before = await list(kramfors, { ...query, page: '11', before: last.previous ?? '' });
    expect(before.items.map(({ id }) => id)).toEqual(forwards.slice(1000, 1100));
    expect(before).toMatchObject({ page: 11, capped: true });
  });

  it('keeps a reader’s place while others change what stands before it', async () => {
    const query = { municipality: '2283', size: '100', order: 'desc' };
    const tenth = await list(kramfors, { ...query, page: '10' });
    const expected = (await list(kramfors, { ...query, page: '11' })).items.map(({ id }) => id);
    await log(solleftea, { title: 'Nyss tillkommen', municipalityCodes: ['2283'] });
    const after = await list(kramfors, { ...query, page: '11', after: tenth.next ?? '' });
    expect(after.items.map(({ id }) => id)).toEqual(expected);
  });

  it('answers words with the thousand changed last of those this reader may see', async () => {
    const found = await list(kramfors, { q: 'mängden', size: '100' });
    expect(found).toMatchObject({ total: 1000, capped: true });
    const owners = await list(solleftea, { q: 'mängden', size: '100' });
    expect(owners.capped).toBe(true);
    const [row] = await app.sql<{ n: number }>(
      `select count(*)::int as n from action where id = any ($1) and visibility = 0`,
      [found.items.map(({ id }) => id)],
    );
    expect(row?.n).toBe(0);
  });

  it('refuses a place that is none', async () => {
    const answer = await kramfors.get<{ issues: { path: string }[] }>('/api/actions?after=nowhere');
    expect(answer.status).toBe(400);
    expect(answer.body.issues[0]?.path).toBe('after');
  });
});
