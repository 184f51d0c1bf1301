// What is kept says what the actions say, after any changes, by any number of hands; and each reader reads of it exactly what a plain count under her rights gives.
import { type TestApp, rounds, testApp } from '@samverkan/testing';
import fc from 'fast-check';
import pg from 'pg';
import { coverageMatrix } from './coverage.query';

let app: TestApp;
let runtime: pg.Client;
let plan: string;
let goals: string[];
let parties: string[];
beforeAll(async () => {
  app = await testApp();
  runtime = new pg.Client({ connectionString: app.runtimeUrl('app'), options: '-c search_path=samverkan' });
  await runtime.connect();
  // The plan's four goals with two more under the first, and some that it does not have.
  await app.sql(`insert into goal (key, strategy_id, number, title, sort, parent_id)
    select g.key || '.' || n, g.strategy_id, '1.' || n, 'Under', 10 + n, g.id from goal g, generate_series(1, 2) n where g.key = 'reg-22-handlingsplan-2022:1'`);
  const ids = async (text: string) => (await app.sql<{ id: string }>(text)).map(({ id }) => id);
  [plan = ''] = await ids(`select id from strategy where key = 'reg-22-handlingsplan-2022'`);
  goals = await ids(
    `select id from goal where key like 'reg-22-handlingsplan-2022%' or key in ('nat-1', 'nat-4', 'jam-6') order by key`,
  );
  parties = await ids(
    `select id from organization where key in ('municipality:2282', 'municipality:2283', 'municipality:2380', 'county_board:22', 'demo:lyktan', 'region:22') order by key`,
  );
  expect([goals.length > 6, parties.length]).toEqual([true, 6]);
}, 60_000);
afterAll(async () => {
  await runtime.end();
  await app.close();
});

interface Fields {
  goals: string[];
  places: string[];
  level: number;
  status: string;
  owners: string[];
  partners: string[];
}
const statuses = ['draft', 'planned', 'ongoing', 'paused', 'completed', 'cancelled'];
const some = <T>(list: readonly T[], most = 3, least = 0) =>
  fc.uniqueArray(fc.constantFrom(...list), { minLength: least, maxLength: most });
const fields = () =>
  fc.record({
    goals: some(goals),
    places: some(['2282', '2283', '2281', '2380'], 2),
    level: fc.integer({ min: 0, max: 4 }),
    status: fc.constantFrom(...statuses),
    owners: some(parties, 2, 1),
    partners: some(parties, 2),
  }) satisfies fc.Arbitrary<Fields>;
const deed = () =>
  fc.oneof(
    fc.record({ kind: fc.constant('log' as const), fields: fields() }),
    fc.record({
      kind: fc.constant('change' as const),
      which: fc.nat(),
      count: fc.integer({ min: 1, max: 3 }),
      fields: fields(),
    }),
    fc.record({
      kind: fc.constantFrom('hide' as const, 'show' as const, 'rename' as const, 'delete' as const),
      which: fc.nat(),
    }),
  );
type Deed = ReturnType<typeof deed> extends fc.Arbitrary<infer D> ? D : never;

/** A draft is seen by those who take part at most. */
const values = ({ goals: aims, places, level, status, owners, partners }: Fields) => [
  aims,
  places,
  [...new Set(places.map((code) => code.slice(0, 2)))].sort(),
  status === 'draft' ? Math.min(level, 1) : level,
  status,
  owners,
  partners.filter((id) => !owners.includes(id)),
];
const columns = 'goal_ids, municipality_codes, county_codes, visibility, status, owner_ids, partner_ids';

async function perform(deed: Deed, made: string[], client: Pick<pg.Client, 'query'>): Promise<void> {
  const at = (which: number) => made[which % Math.max(made.length, 1)];
  if (deed.kind === 'log') {
    const { rows } = await client.query<{ id: string }>(
      `insert into action (title, kind, created_by, ${columns}) values ('Slump', 'other', new_id(), $1, $2, $3, $4, $5, $6, $7) returning id`,
      values(deed.fields),
    );
    made.push(rows[0]?.id ?? '');
  } else if (deed.kind === 'change') {
    // Several rows in one statement, as when parties are merged.
    const ids = Array.from({ length: deed.count }, (_, step) => at(deed.which + step)).filter(Boolean);
    await client.query(`update action set (${columns}) = ($1, $2, $3, $4, $5, $6, $7) where id = any ($8)`, [
      ...values(deed.fields),
      ids,
    ]);
  } else if (deed.kind === 'delete') {
    const id = at(deed.which);
    await client.query('delete from action where id = $1', [id]);
    if (id) made.splice(made.indexOf(id), 1);
  } else {
    const set = { hide: 'hidden_at = now()', show: 'hidden_at = null', rename: `title = 'Ett annat namn'` }[deed.kind];
    await client.query(`update action set ${set} where id = $1`, [at(deed.which)]);
  }
}

const readers: [who: string, role: string, organization: string, counties: string][] = [
  ['a coordinator in Kramfors', 'coordinator', 'municipality:2282', '22'],
  ['a coordinator in Östersund', 'coordinator', 'municipality:2380', '23'],
  ['the county board', 'county_staff', 'county_board:22', '22'],
  ['a board with two counties', 'county_admin', 'county_board:22', '22,23'],
  ['a partner', 'partner', 'demo:lyktan', '22'],
  ['a national reader', 'national_reader', 'region:22', ''],
  ['who keeps the system', 'system_admin', 'municipality:2282', '22'],
];

/** The same question put to the actions themselves, as they stand open to the reader. */
const plainly = (by: 'frame' | 'municipality') => `
  with recursive under as (select id as root, id as goal from goal where strategy_id = $1 union all select u.root, g.id from under u join goal g on g.parent_id = u.goal),
    aims as (select root, array_agg(goal) as ids from under group by root),
    col as (${by === 'frame' ? `select f.id::text as key, array(select goals_that_serve(array[f.id])) as ids, f.sort as at from goal f join strategy s on s.id = f.strategy_id where s.key = 'nat-2017-2026'` : `select m.code as key, null::uuid[] as ids, row_number() over (order by m.name collate "sv-SE-x-icu") as at from municipality m where m.county_code = '22' union all select '-', null, 1000`}),
    seen as (select * from action where $2 = 'all' or status in ('planned', 'ongoing', 'paused'))
  select a.root as "goalId", (select count(*)::int from seen x where x.goal_ids && a.ids) as total,
    (select array_agg((select count(*)::int from seen x where x.goal_ids && a.ids and ${by === 'frame' ? 'x.goal_ids && c.ids' : `case when c.key = '-' then x.municipality_codes = '{}' else c.key = any (x.municipality_codes) end`}) order by c.at) from col c) as cells
  from aims a order by a.root`;

async function as<T>([, role, organization, counties]: (typeof readers)[number], work: () => Promise<T>): Promise<T> {
  const [org] = await app.sql<{ id: string }>('select id from organization where key = $1', [organization]);
  await runtime.query('begin');
  try {
    for (const [name, value] of Object.entries({ role, counties, org: org?.id, user: org?.id }))
      await runtime.query('select set_config($1, $2, true)', [`samverkan.${name}`, value]);
    return await work();
  } finally {
    await runtime.query('rollback');
  }
}

interface Line {
  goalId: string;
  total: number;
  cells: number[];
}
const told = ({ goalId, total, cells }: Line) => ({ goalId, total, cells });

it('gives every reader the counts of a plain query under her rights, after random deeds on random actions', async () => {
  const made: string[] = [];
  let counted = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deed(), { minLength: 5, maxLength: 25 }), async (deeds) => {
      for (const one of deeds)
        await perform(one, made, {
          query: ((text: string, with_: unknown[]) => app.sql(text, with_).then((rows) => ({ rows }))) as never,
        });
      expect(await app.sql('select * from coverage_faults()')).toEqual([]);
      for (const reader of readers)
        await as(reader, async () => {
          for (const by of ['frame', 'municipality'] as const)
            for (const show of ['open', 'all']) {
              const plain = (await runtime.query<Line>(plainly(by), [plan, show])).rows.map(told);
              const { rows } = await runtime.query<{ json: string }>(coverageMatrix(by), [plan, show, null]);
              const kept = (JSON.parse(rows[0]?.json ?? '{}') as { rows: Line[] }).rows.map(told);
              kept.sort((a, b) => (a.goalId < b.goalId ? -1 : 1));
              expect([reader[0], by, show, kept]).toEqual([reader[0], by, show, plain]);
              counted += plain.reduce((sum, line) => sum + line.total, 0);
            }
        });
    }),
    { numRuns: rounds(8, 25), endOnFailure: true },
  );
  expect(counted).toBeGreaterThan(300);
}, 180_000);

it('is kept right by many who write at once, and none of them waits for ever', async () => {
  const hands = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const client = new pg.Client({ connectionString: app.ownerUrl, options: '-c search_path=samverkan' });
      await client.connect();
      return client;
    }),
  );
  try {
    const [deeds] = fc.sample(
      fc.array(fc.array(deed(), { minLength: 60, maxLength: 60 }), { minLength: 6, maxLength: 6 }),
      1,
    );
    await Promise.all(
      hands.map(async (hand, at) => {
        const made: string[] = [];
        for (const one of deeds?.[at] ?? []) await perform(one, made, hand);
      }),
    );
  } finally {
    await Promise.all(hands.map((hand) => hand.end()));
  }
  expect(await app.sql('select * from coverage_faults()')).toEqual([]);
}, 60_000);

it('finds what is kept wrong', async () => {
  await app.sql('update coverage set count = count + 1 where ctid = (select ctid from coverage limit 1)');
  expect(await app.sql('select * from coverage_faults()')).toHaveLength(1);
});
