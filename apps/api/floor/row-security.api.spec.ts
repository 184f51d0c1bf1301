// Row-level security alone: the application's own rules are bypassed by speaking SQL as the runtime role.
import { type Cell, type Principal, type Subject, type TableRights, principals } from '@samverkan/shared/floor';
import { type FloorWorld, type TestApp, areaFloors, floorWorld, testApp } from '@samverkan/testing';
import pg from 'pg';
import { cellsOf, sees } from './cells';

let app: TestApp;
let world: FloorWorld;
let runtime: pg.Client;
let tables: [name: string, rights: TableRights][];
const planted = new Map<Subject, { cell: Cell; id: string }[]>();

beforeAll(async () => {
  app = await testApp();
  world = await floorWorld(app);
  tables = (await areaFloors()).flatMap(({ floor }) => Object.entries(floor.tables));
  // Each active person leaves something of her own: a form begun, and an answer kept for a retry.
  for (const principal of active) {
    await world.clients[principal].put('/api/drafts/floor', { content: { title: 'Påbörjad' } });
    const logged = { title: 'Golvets egen', kind: 'other', status: 'planned', visibility: 'own' };
    await world.clients[principal].post('/api/actions', logged, { 'idempotency-key': `floor-${principal}` });
  }
  for (const [, rights] of tables) {
    if (!('of' in rights) || planted.has(rights.of)) continue;
    const cells = cellsOf(rights.of);
    const things = await rights.of.plant(world, cells);
    planted.set(
      rights.of,
      cells.map((cell, at) => ({ cell, id: things[at]?.id ?? '' })),
    );
  }
  runtime = new pg.Client({ connectionString: app.runtimeUrl('app'), options: '-c search_path=samverkan' });
  await runtime.connect();
}, 180_000);
afterAll(async () => {
  await runtime.end();
  await app.close();
});

async function contextOf(principal: Principal) {
  const [user, org] = [world.userOf(principal), world.organizationOf(principal)];
  const [acting] = await world.sql<{ role: string; counties: string }>(
    `select m.role, coalesce((select string_agg(county_code, ',') from organization_county where organization_id = m.organization_id), '') as counties
       from membership m where m.user_id = $1`,
    [user],
  );
  return { user, org, role: acting?.role ?? '', counties: acting?.counties ?? '' };
}

/** What is done with the runtime role's own hands, in the principal's context or in nobody's, and then undone. */
async function as<T>(principal: Principal | 'nobody', work: () => Promise<T>): Promise<T> {
  await runtime.query('begin');
  try {
    if (principal !== 'nobody' && principal !== 'anonymous') {
      for (const [name, value] of Object.entries(await contextOf(principal)))
        await runtime.query('select set_config($1, $2, true)', [`samverkan.${name}`, value]);
    }
    return await work();
  } finally {
    await runtime.query('rollback');
  }
}

const rows = async <T extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
  (await runtime.query<T>(text, values)).rows;

/** Which of the subject's planted things a statement met. */
async function met(subject: Subject, statement: string, key: string): Promise<string[]> {
  const ids = (planted.get(subject) ?? []).map(({ id }) => id);
  const text = statement.includes('{where}')
    ? statement.replace('{where}', `where ${key} = any ($1::uuid[])`)
    : statement;
  return [...new Set((await rows<{ id: string }>(text, [ids])).map(({ id }) => id))].sort();
}

const visible = (subject: Subject, principal: Principal) =>
  (planted.get(subject) ?? [])
    .filter(({ cell }) => cell.principal === principal && sees(subject, cell))
    .map(({ id }) => id)
    .sort();

const hers = (subject: Subject, principal: Principal) =>
  new Set((planted.get(subject) ?? []).filter(({ cell }) => cell.principal === principal).map(({ id }) => id));

const active = principals.filter((principal) => principal !== 'ended' && principal !== 'anonymous');

it('knows every table that the runtime role can reach, and what may be met in it', async () => {
  const reachable = await rows<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'samverkan'::regnamespace and c.relkind in ('r', 'v', 'm', 'p')
       and (has_any_column_privilege(c.oid, 'select, insert, update') or has_table_privilege(c.oid, 'delete'))`,
  );
  // Several areas may have rows in one table, as in the history.
  expect([...new Set(tables.map(([name]) => name))].sort()).toEqual(reachable.map(({ name }) => name).sort());
});

it('shows nobody in particular no row that is not open to the world', async () => {
  for (const [table, rights] of tables) {
    if ('open' in rights) continue;
    const seen = await as('nobody', async () => {
      if ('foreign' in rights) return rows(`select 1 from ${table}`);
      const open = (planted.get(rights.of) ?? []).filter(({ cell }) => cell.level === rights.of.levels.length - 1);
      const others = await met(rights.of, `select ${rights.key} as id from ${table} {where}`, rights.key);
      return others.filter((id) => !open.some((one) => one.id === id));
    });
    expect([table, seen]).toEqual([table, []]);
  }
});

it('shows each reader exactly what the truth says, row by row, in every table', async () => {
  for (const [table, rights] of tables)
    for (const principal of active) {
      if ('foreign' in rights)
        expect([
          table,
          principal,
          await as(principal, () => rows(`select 1 from ${table} where ${rights.foreign}`)),
        ]).toEqual([table, principal, []]);
      if (!('of' in rights)) continue;
      const own = hers(rights.of, principal);
      const seen = await as(principal, () =>
        met(rights.of, `select ${rights.key} as id from ${table} {where}`, rights.key),
      );
      const expected = new Set(visible(rights.of, principal));
      expect([table, principal, seen.filter((id) => own.has(id) && !expected.has(id))]).toEqual([table, principal, []]);
    }
});

it('leads no change and no removal to a row that is not the actor’s to change', async () => {
  for (const [table, rights] of tables) {
    // Some tables let only some columns be changed.
    const [column] = await rows<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
         order by has_column_privilege(attrelid, attnum, 'update') and has_column_privilege(attrelid, attnum, 'select') desc, attnum limit 1`,
      [table],
    );
    for (const [verb, text] of [
      ['update', `update ${table} set ${column?.name} = ${column?.name}`],
      ['delete', `delete from ${table}`],
    ] as const) {
      const privilege = verb === 'update' ? 'has_any_column_privilege' : 'has_table_privilege';
      const [may] = await rows<{ may: boolean }>(`select ${privilege}($1, $2) as may`, [table, verb]);
      if (!may?.may) continue;
      for (const principal of ['nobody', ...active] as const) {
        if ('writable' in rights) continue;
        if ('open' in rights && !('fixed' in rights))
          throw new Error(`${table} is open to all, and the runtime role may ${verb} it.`);
        if (!('of' in rights)) {
          const touched = await as(principal, () => rows(`${text} where ${notToChange(rights)} returning 1`));
          expect([table, verb, principal, touched.length]).toEqual([table, verb, principal, 0]);
          continue;
        }
        const touched = await as(principal, () =>
          met(rights.of, `${text} {where} returning ${rights.key} as id`, rights.key),
        );
        const mine = (planted.get(rights.of) ?? []).filter(({ cell }) => {
          const from = rights.changes?.(cell.principal, cell.relation) ?? null;
          return cell.principal === principal && from !== null && cell.level >= from;
        });
        const allowed = new Set(mine.map(({ id }) => id));
        const tried = principal === 'nobody' ? touched : touched.filter((id) => hers(rights.of, principal).has(id));
        expect([table, verb, principal, tried.filter((id) => !allowed.has(id))]).toEqual([table, verb, principal, []]);
      }
    }
  }
}, 120_000);

it('takes in no row in another’s name', async () => {
  for (const [table, rights] of tables) {
    const [may] = await rows<{ may: boolean }>(`select has_table_privilege($1, 'insert') as may`, [table]);
    if (!may?.may || ('open' in rights && !('fixed' in rights))) continue;
    const [columns] = await rows<{ list: string }>(
      `select string_agg(quote_ident(attname), ', ') as list from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity <> 'a'`,
      [table],
    );
    const samples = await sampleRows(table, rights);
    for (const { principal, row } of samples) {
      const refused = await as(principal, () =>
        runtime.query(
          `insert into ${table} (${columns?.list}) select ${columns?.list} from jsonb_populate_record(null::${table}, $1::jsonb)`,
          [row],
        ),
      ).then(
        () => 'taken in',
        (error: { code?: string }) => error.code,
      );
      expect([table, principal, refused]).toEqual([table, principal, '42501']);
    }
  }
});

/** SQL that is true for a row that is not the actor's to change. */
const notToChange = (rights: Exclude<TableRights, { of: Subject }>): string =>
  'fixed' in rights && rights.fixed ? rights.fixed : 'foreign' in rights ? rights.foreign : 'true';

/** Rows that stand there, to be written once more by somebody whose they are not. */
async function sampleRows(
  table: string,
  rights: TableRights,
): Promise<{ principal: Principal | 'nobody'; row: string }[]> {
  const all = await app.sql<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t limit 5`);
  const others = active.map((principal) => ({ principal, notHers: notHers(rights, principal) }));
  const foreign = await Promise.all(
    others.map(async ({ principal, notHers: condition }) =>
      (
        await app.sql<{ row: string }>(
          `select to_jsonb(${table})::text as row from ${table} where ${await condition} limit 3`,
        )
      ).map(({ row }) => ({ principal, row })),
    ),
  );
  return [...all.map(({ row }) => ({ principal: 'nobody' as const, row })), ...foreign.flat()];
}

async function notHers(rights: TableRights, principal: Principal): Promise<string> {
  if ('of' in rights) {
    const ids = (planted.get(rights.of) ?? [])
      .filter(
        ({ cell }) => cell.principal === principal && !(['own', 'participant'] as string[]).includes(cell.relation),
      )
      .map(({ id }) => `'${id}'`);
    return `${rights.key} in (${ids.join(', ')})`;
  }
  if ('open' in rights && !('fixed' in rights)) return 'true';
  const { user, org, role, counties } = await contextOf(principal);
  return notToChange(rights)
    .replaceAll('ctx_user()', `'${user}'::uuid`)
    .replaceAll('ctx_org()', `'${org}'::uuid`)
    .replaceAll('ctx_role()', `'${role}'::text`)
    .replaceAll('ctx_counties()', `string_to_array('${counties}', ',')`);
}
