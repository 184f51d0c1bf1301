// Every number is the length of the list it opens, for each reader, whatever becomes of the actions.
import type { ActionPage } from '@samverkan/actions/contract';
import { Coverage, type CoverageColumn, CoverageGaps, elsewhere, openStatuses } from '@samverkan/coverage/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';

let app: TestApp;
let plan: string;
let nextPlan: string;
const people = new Map<string, Client>();
const goals = new Map<string, string>();

beforeAll(async () => {
  app = await testApp();
  for (const name of ['ida.nordlund', 'eva.berglind', 'jon.wik', 'maja.ek', 'per.ost'])
    people.set(name, await app.signIn(name));
  people.set('a national reader', await app.someone('national_reader', 'national:socialstyrelsen'));
  people.set('the keeper of the system', await app.someone('system_admin', 'county_board:22'));
  plan = await idOf('reg-22-handlingsplan-2022');
  // A plan whose goals stand in a tree, and actions on a parent, on its children, on both, in two municipalities and in none.
  await app.sql(`insert into strategy (key, kind, title, short_title, status, verification, owner_organization_id, county_codes)
    select 'tree', 'action_plan', 'Ett träd', 'Trädet', 'adopted', 'verified', id, '{22}' from organization where key = 'county_board:22'`);
  await app.sql(
    `insert into goal (key, strategy_id, number, title, sort) select 'tree:1', id, '1', 'Grenen', 1 from strategy where key = 'tree'`,
  );
  await app.sql(`insert into goal (key, strategy_id, number, title, sort, parent_id) select k, g.strategy_id, n, 'Löv ' || n, s, g.id
    from goal g, (values ('tree:1.1', '1.1', 2), ('tree:1.2', '1.2', 3)) x (k, n, s) where g.key = 'tree:1'`);
  await app.sql(
    `insert into goal_link (goal_id, frame_goal_id, verification) select g.id, f.id, 'verified' from goal g, goal f where g.key = 'tree:1.1' and f.key = 'nat-1'`,
  );
  nextPlan = await idOf('tree');
  for (const { key, id } of await app.sql<{ key: string; id: string }>('select key, id from goal')) goals.set(key, id);
  const log = (by: string, goalIds: string[], fields: object) =>
    person(by).post('/api/actions', {
      title: 'Räknas en gång',
      kind: 'other',
      status: 'ongoing',
      visibility: 'county',
      goalIds: goalIds.map((key) => goals.get(key)),
      municipalityCodes: ['2282'],
      ...fields,
    });
  const answers = await Promise.all([
    log('ida.nordlund', ['tree:1.1', 'tree:1.2'], { municipalityCodes: ['2282', '2283'] }),
    log('ida.nordlund', ['tree:1', 'tree:1.1', 'nat-2'], { visibility: 'members' }),
    log('ida.nordlund', ['tree:1.2'], { visibility: 'own', status: 'draft' }),
    log('eva.berglind', ['tree:1.2', 'nat-1'], { municipalityCodes: [], visibility: 'public' }),
    log('eva.berglind', ['tree:1'], { visibility: 'participants', partnerIds: [await organization('jon.wik')] }),
    log('maja.ek', ['tree:1.1'], { visibility: 'members', status: 'planned' }),
    log('per.ost', ['tree:1.2', 'tree:1'], { municipalityCodes: ['2380'], visibility: 'members' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
});
afterAll(() => app.close());

const person = (name: string) => people.get(name) as Client;
const idOf = async (key: string) =>
  (await app.sql<{ id: string }>('select id from strategy where key = $1', [key]))[0]?.id ?? '';
const organization = async (name: string) =>
  (await person(name).get<{ acting: { organization: { id: string } } }>('/api/session')).body.acting.organization.id;
const matrix = async (name: string, id = plan, query = '') =>
  Coverage.parse((await person(name).get(`/api/coverage/${id}?${query}`)).body);
const listed = async (name: string, query: string) => {
  const { status, body } = await person(name).get<ActionPage>(`/api/actions?size=1&${query}`);
  expect(status).toBe(200);
  return body.total;
};

/** What the list is asked for behind a number of the column. */
const filterOf = ({ key }: CoverageColumn) =>
  key === elsewhere ? 'unplaced=true' : /^\d{4}$/.test(key) ? `municipality=${key}` : `serves=${key}`;

async function compare(name: string, id: string, query: string): Promise<number> {
  const status = query.includes('show=all') ? '' : `&status=${openStatuses.join()}`;
  const { rows, columns, total } = await matrix(name, id, query);
  const all = rows.map(({ goalId }) => goalId).join();
  expect([name, 'the whole', total]).toEqual([name, 'the whole', await listed(name, `goal=${all}${status}`)]);
  for (const column of columns)
    expect([name, column.title, column.total]).toEqual([
      name,
      column.title,
      await listed(name, `goal=${all}&${filterOf(column)}${status}`),
    ]);
  let asked = 0;
  for (const row of rows) {
    const goal = `goal=${row.goalIds.join()}${status}`;
    expect([name, row.number, row.total]).toEqual([name, row.number, await listed(name, goal)]);
    for (const [at, column] of columns.entries()) {
      asked += 1;
      const here = [name, row.number, column.title];
      expect([...here, row.cells[at]]).toEqual([...here, await listed(name, `${goal}&${filterOf(column)}`)]);
    }
  }
  return asked;
}

describe('the coverage of a strategy', () => {
  it.each(['', 'show=all', 'by=municipality', 'by=municipality&show=all'])(
    'counts what each list holds, for seven readers: %s',
    async (query) => {
      let asked = 0;
      for (const name of people.keys()) for (const id of [plan, nextPlan]) asked += await compare(name, id, query);
      expect(asked).toBeGreaterThan(100);
    },
    120_000,
  );

  it('counts an action with two goals of the same branch, or in two municipalities, once in each sum', async () => {
    const { rows, total } = await matrix('ida.nordlund', nextPlan);
    const [branch, ...leaves] = rows;
    expect(rows.map(({ number, goalIds }) => [number, goalIds.length])).toEqual([
      ['1', 3],
      ['1.1', 1],
      ['1.2', 1],
    ]);
    expect(leaves.reduce((sum, leaf) => sum + leaf.total, 0)).toBeGreaterThan(branch?.total ?? 0);
    expect(branch?.total).toBe(total);
    const byPlace = await matrix('ida.nordlund', nextPlan, 'by=municipality');
    expect(byPlace.columns.map(({ total: here }) => here).reduce((sum, here) => sum + here, 0)).toBeGreaterThan(
      total - 1,
    );
    expect(byPlace.columns.at(-1)?.key).toBe(elsewhere);
  });

  it('counts an action that serves the plan and the strand of gender equality beside it once in each, and once in the county', async () => {
    const strand = await idOf('reg-22-jam-2024-2027');
    const overview = async () =>
      (await person('ida.nordlund').get<{ open: number }>('/api/actions/overview')).body.open;
    const policy = await idOf('jam');
    const aim = async () =>
      (await matrix('ida.nordlund', plan, `frame=${policy}`)).columns.find(({ key }) => key === goals.get('jam-6'))
        ?.total ?? 0;
    const now = async () => [
      (await matrix('ida.nordlund', plan)).total,
      (await matrix('ida.nordlund', strand)).total,
      await overview(),
      // The aim that both strands serve.
      await aim(),
      await listed('ida.nordlund', 'q=syskonstrand'),
    ];
    const [ofPlan = 0, ofStrand = 0, ofCounty = 0, ofAim = 0] = await now();
    expect(ofStrand).toBeGreaterThan(0);
    const goalIds = ['reg-22-handlingsplan-2022:2', 'demo-jam:1'].map((key) => goals.get(key));
    const action = {
      title: 'Räknas en gång i var syskonstrand',
      kind: 'other',
      status: 'ongoing',
      visibility: 'county',
    };
    expect((await person('ida.nordlund').post('/api/actions', { ...action, goalIds })).status).toBe(201);
    expect(await now()).toEqual([ofPlan + 1, ofStrand + 1, ofCounty + 1, ofAim + 1, 1]);
    expect(await listed('ida.nordlund', `goal=${goalIds.join()}&q=syskonstrand`)).toBe(1);
  });

  it('holds the same goals against any frame, and begins with the one the plan implements', async () => {
    const { frames, frame, columns } = await matrix('ida.nordlund');
    expect(frames.map(({ kind, goalCount }) => [kind, goalCount])).toEqual([
      ['national_strategy', 4],
      ['action_programme', 6],
      ['policy_goals', 6],
    ]);
    expect([frame, columns.length]).toEqual([frames[0]?.id, 4]);
    const other = await matrix('ida.nordlund', plan, `frame=${frames[2]?.id}`);
    expect([other.frame, other.columns.map(({ number }) => number)]).toEqual([
      frames[2]?.id,
      ['1', '2', '3', '4', '5', '6'],
    ]);
  });

  it('says that it knows no such frame, and nothing of a strategy that is not there', async () => {
    const nothing = '01900000-0000-7000-8000-000000000000';
    const answer = await person('ida.nordlund').get<{ issues: object[] }>(`/api/coverage/${plan}?frame=${nothing}`);
    expect([answer.status, answer.body.issues]).toEqual([400, [{ path: 'frame', code: 'coverage.unknown-frame' }]]);
    for (const path of [nothing, `${nothing}?frame=${nothing}`, `${nothing}/gaps`, `${nothing}/export`])
      expect((await person('ida.nordlund').get(`/api/coverage/${path}`)).status).toBe(404);
  });

  it('lists what is open and what is vacant in each municipality, as the lists do', async () => {
    const { rows } = await matrix('eva.berglind');
    const { municipalities } = CoverageGaps.parse(
      (await person('eva.berglind').get(`/api/coverage/${plan}/gaps`)).body,
    );
    expect(municipalities).toHaveLength(7);
    expect(municipalities.some(({ vacant }) => vacant > 0)).toBe(true);
    for (const { code, open, vacant } of municipalities) {
      const { body } = await person('eva.berglind').get<{ total: number }>(
        `/api/contacts?municipality=${code}&vacant=true&size=1`,
      );
      expect([code, open, vacant]).toEqual([
        code,
        await listed(
          'eva.berglind',
          `goal=${rows.map(({ goalId }) => goalId).join()}&municipality=${code}&status=${openStatuses.join()}`,
        ),
        body.total,
      ]);
    }
  });
});

describe('commitments', () => {
  beforeAll(async () => {
    // Only what is written here is counted: the demo county's own are taken away.
    await app.sql('delete from commitment');
    await app.sql(`insert into commitment (goal_id, organization_id, text, created_by, withdrawn_on, ends_on)
      select g.id, o.id, 'Vi gör detta', new_id(), w::date, e::date from (values
        ('reg-22-handlingsplan-2022:1', 'municipality:2282', null, null), ('reg-22-handlingsplan-2022:1', 'municipality:2283', null, '2099-12-31'),
        ('reg-22-handlingsplan-2022:2', 'municipality:2282', null, null), ('reg-22-handlingsplan-2022:3', 'municipality:2282', '2026-01-01', null),
        ('reg-22-handlingsplan-2022:3', 'municipality:2283', null, '2025-12-31'), ('reg-22-handlingsplan-2022:4', 'demo:lyktan', null, null)) x (g, o, w, e)
      join goal g on g.key = x.g join organization o on o.key = x.o`);
  });

  it('are counted for the parties that stand behind the strategy, while they stand, each party once', async () => {
    const { rows, signatories, committed } = await matrix('ida.nordlund');
    expect([signatories, committed]).toEqual([9, 2]);
    expect(rows.filter(({ parentId }) => parentId === null).map((row) => [row.number, row.committed])).toEqual([
      ['1', 2],
      ['2', 1],
      ['3', 0],
      ['4', 0],
    ]);
    const { text } = await person('ida.nordlund').get(`/api/coverage/${plan}/export?format=csv`);
    const [headings, ...lines] = parse(text, { delimiter: ';', bom: true }) as string[][];
    expect([headings?.at(-1), ...lines.map((line) => line.at(-1))]).toEqual([
      'Parter med åtagande (av 9)',
      ...rows.map((row) => String(row.committed)),
      '2',
    ]);
  });

  it('tells who has one and who lacks it, and together they are all', async () => {
    const { rows, signatories } = await matrix('eva.berglind');
    const { commitments } = CoverageGaps.parse((await person('eva.berglind').get(`/api/coverage/${plan}/gaps`)).body);
    expect(commitments.map(({ goalId, has, lacks }) => [goalId, has.length, has.length + lacks.length])).toEqual(
      rows.map((row) => [row.goalId, row.committed, signatories]),
    );
    expect(commitments[0]?.has.map(({ name }) => name)).toEqual(['Kramfors kommun', 'Sollefteå kommun']);
  });

  it('are not for who keeps the system, and are not spoken of where nobody is known to stand behind the strategy', async () => {
    expect((await matrix('the keeper of the system')).signatories).toBeNull();
    expect((await matrix('eva.berglind', nextPlan)).signatories).toBeNull();
  });
});

describe('the table as a file', () => {
  it('has the same numbers as the screen, in csv and in a workbook, with the whole strategy last', async () => {
    const { rows, columns, total } = await matrix('ida.nordlund', plan, 'by=municipality');
    const { text } = await person('ida.nordlund').get(`/api/coverage/${plan}/export?format=csv&by=municipality`);
    const [headings, ...lines] = parse(text, { delimiter: ';', bom: true }) as string[][];
    expect(headings).toEqual([
      'Nummer',
      'Mål',
      ...columns.slice(0, -1).map(({ title }) => title),
      'Utan kommun',
      'Alla insatser',
      expect.stringMatching(/^Parter med åtagande/),
    ]);
    expect(lines.slice(0, -1)).toEqual(
      rows.map((row) => [row.number, row.title, ...[...row.cells, row.total, row.committed].map(String)]),
    );
    expect(lines.at(-1)?.at(-2)).toBe(String(total));
    const file = await fetch(`${app.url}/api/coverage/${plan}/export?by=municipality&lang=en`, {
      headers: { cookie: person('ida.nordlund').cookieHeader },
    });
    const book = await readSheet(Buffer.from(await file.arrayBuffer()));
    expect(book[0]?.slice(0, 2)).toEqual(['Number', 'Goal']);
    expect(book.slice(1, -1).map((row) => row.slice(2))).toEqual(
      rows.map((row) => [...row.cells, row.total, row.committed]),
    );
  });
});
