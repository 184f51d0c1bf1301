import { type TestApp, testApp } from '@samverkan/testing';
import pg from 'pg';
import { contextSql } from './context-settings';
import { OneTrip } from './one-trip.query';
import { PreparedClient } from './prepared-client';
import { judgeForThemselves } from './judge-for-themselves';
import { statementName } from './statement-names';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const context = (org: string, role = 'coordinator') => [
  '00000000-0000-7000-8000-000000000001',
  org,
  role,
  '22',
  'on',
  'auto',
  '',
];

describe('the connection of a deed', () => {
  it('prepares what it asks with values again, once, and leaves the rest as it is', async () => {
    const client = new PreparedClient({ connectionString: app.runtimeUrl('app') });
    await client.connect();
    try {
      const ask = client.query.bind(client) as (text: string, values?: unknown[]) => Promise<pg.QueryResult>;
      for (let n = 0; n < 3; n++) expect((await ask('select $1::int + 1 as n', [n])).rows).toEqual([{ n: n + 1 }]);
      expect((await ask('select 1 as plain')).rows).toEqual([{ plain: 1 }]);
      await expect(ask('select $1::int / 0', [1])).rejects.toThrow('division by zero');
      // Named when it was asked again; in a process that has no name left, it is not.
      const named = statementName('select $1::int + 1 as n') ? ['select $1::int + 1 as n'] : [];
      expect((await ask('select statement from pg_prepared_statements')).rows).toEqual(
        named.map((statement) => ({ statement })),
      );
    } finally {
      await client.end();
    }
  });
});

describe('what goes along with the next statement', () => {
  const connected = async (work: (client: PreparedClient, ask: Ask, trips: () => number) => Promise<void>) => {
    const client = new PreparedClient({ connectionString: app.runtimeUrl('app') });
    await client.connect();
    let trips = 0;
    client.connection.on('readyForQuery', () => trips++);
    try {
      await work(client, client.query.bind(client) as Ask, () => trips);
    } finally {
      await client.end();
    }
  };
  type Ask = (text: string, values?: unknown[]) => Promise<pg.QueryResult>;
  const note = `select set_config('samverkan.note', concat(current_setting('samverkan.note', true), $1::text), true)`;
  const noted = `select current_setting('samverkan.note', true) as noted`;

  it('is carried out in its place, in the trip of what comes after it, and the beginning of a deed with it', async () =>
    connected(async (client, ask, trips) => {
      await ask('START TRANSACTION');
      client.along(note, ['a']);
      client.along(note, ['b']);
      expect(trips()).toBe(0);
      expect((await ask(noted)).rows).toEqual([{ noted: 'ab' }]);
      expect(trips()).toBe(1);
      client.along(note, ['c']);
      expect((await ask(`${noted}, $1::int as n`, [7])).rows).toEqual([{ noted: 'abc', n: 7 }]);
      client.along(note, ['d']);
      expect((await ask('COMMIT')).command).toBe('COMMIT');
      expect(trips()).toBe(3);
    }));

  it('is the next statement’s error when it is refused, and the connection goes on as whole as before', async () =>
    connected(async (client, ask) => {
      for (let time = 0; time < 3; time++) {
        await ask('START TRANSACTION');
        client.along(note, ['a']);
        client.along('select 1 / $1::int', [0]);
        client.along(note, ['b']);
        await expect(ask('select $1::int as never_read', [time])).rejects.toThrow('division by zero');
        await expect(ask(noted)).rejects.toThrow('current transaction is aborted');
        await ask('ROLLBACK');
        // Each of the four by its name again, and those that were never read as well.
        await ask('START TRANSACTION');
        client.along(note, ['a']);
        client.along('select 1 / $1::int', [1]);
        expect((await ask('select $1::int as never_read', [time])).rows).toEqual([{ never_read: time }]);
        expect((await ask(noted)).rows).toEqual([{ noted: 'a' }]);
        await expect(ask('select 1 / $1::int', [0])).rejects.toThrow('division by zero');
        await ask('ROLLBACK');
      }
    }));

  it('is carried out with the end where it is to be last, and goes back with what is rolled back to a savepoint', async () =>
    connected(async (client, ask, trips) => {
      // What it has written is read where it ends: nothing of a transaction is left after it.
      await ask(`create temporary table said (word text)`);
      const say = 'insert into said values ($1)';
      await ask('START TRANSACTION');
      client.atLast(say, ['first']);
      await ask('savepoint one');
      client.atLast(say, ['undone']);
      await ask('rollback to savepoint one');
      client.atLast(say, ['second']);
      expect((await ask('select word from said')).rows).toEqual([]);
      const before = trips();
      await ask('COMMIT');
      expect(trips() - before).toBe(1);
      expect((await ask('select word from said')).rows).toEqual([{ word: 'first' }, { word: 'second' }]);
      await ask('START TRANSACTION');
      await ask('select 1');
      client.atLast(say, ['never']);
      await ask('ROLLBACK');
      await ask('START TRANSACTION');
      await ask('COMMIT');
      expect((await ask('select word from said')).rows).toHaveLength(2);
    }));

  it('that cannot be sent is an error where it was to go, and leaves no name behind that means nothing', async () =>
    connected(async (client, ask) => {
      const round: { of?: object } = {};
      round.of = round;
      for (let time = 0; time < 3; time++) {
        await ask('START TRANSACTION');
        client.along('select $1::text as round', [round]);
        await expect(ask(noted)).rejects.toThrow('circular');
        await ask('ROLLBACK');
        await ask('START TRANSACTION');
        client.along(note, ['x']);
        client.along('select $1::text as round', ['even']);
        expect((await ask(noted)).rows).toEqual([{ noted: 'x' }]);
        client.along('select $1::text as round', [round]);
        await expect(ask('savepoint one; savepoint two')).rejects.toThrow('circular');
        await ask('ROLLBACK');
      }
    }));

  it('goes with what is rolled back, and a deed that asked nothing asks nothing', async () =>
    connected(async (client, ask, trips) => {
      await ask('START TRANSACTION');
      client.along(note, ['a']);
      await ask('ROLLBACK');
      expect(trips()).toBe(0);
      await ask('START TRANSACTION');
      await ask(noted);
      client.along('select 1 / 0');
      await ask('ROLLBACK');
      expect((await ask('select pg_current_xact_id_if_assigned() as inside')).rows).toEqual([{ inside: null }]);
    }));

  it('waits for no answer before several statements in one text, nor before what is asked in another way', async () =>
    connected(async (client, ask) => {
      await ask('START TRANSACTION');
      client.along(note, ['a']);
      await ask('savepoint one; savepoint two');
      client.along(note, ['b']);
      const { rows } = (await client.query({ text: noted, name: 'asked-in-another-way' })) as pg.QueryResult;
      expect(rows).toEqual([{ noted: 'ab' }]);
      await ask('ROLLBACK');
    }));
});

describe('the one-trip read', () => {
  it('gives each of hundreds of mixed requests over three connections its own rows, and leaves nothing behind', async () => {
    const pool = new pg.Pool({ connectionString: app.runtimeUrl('app'), max: 3 });
    const ask = async (org: string, text: string, values: unknown[] = []) => {
      const client = await pool.connect();
      try {
        return await new Promise<pg.QueryResult>((resolve, reject) =>
          client.query(
            new OneTrip(
              [
                { name: 'context', text: contextSql, values: context(org) },
                { name: text.length % 2 ? `q${text.length}` : undefined, text, values },
              ],
              (error, result) => (error ? reject(error) : resolve(result)),
            ),
          ),
        );
      } finally {
        client.release();
      }
    };
    const organizations = (
      await app.sql<{ id: string }>(`select id from organization where kind = 'municipality' limit 20`)
    ).map((row) => row.id);
    const all = await Promise.all(
      Array.from({ length: 400 }, async (_, i) => {
        const org = organizations[i % organizations.length] ?? '';
        if (i % 7 === 0) return expect(ask(org, 'select 1 / 0')).rejects.toThrow('division by zero');
        if (i % 11 === 0) return expect(ask(org, 'select no_such_column from action')).rejects.toThrow();
        if (i % 13 === 0)
          return expect(
            ask(
              org,
              `insert into draft (user_id, organization_id, key, content) values (ctx_user(), ctx_org(), 'x', '{}')`,
            ),
          ).rejects.toThrow('read-only');
        const { rows } = await ask(org, 'select ctx_org() as org, $1::int as n, ctx_counties() as counties', [i]);
        expect(rows).toEqual([{ org, n: i, counties: ['22'] }]);
        return undefined;
      }),
    );
    expect(all).toHaveLength(400);
    for (let i = 0; i < 3; i++) expect((await pool.query('select ctx_org() as org')).rows).toEqual([{ org: null }]);
    await pool.end();
  });
});

describe('row-level security alone, without any policy of ours', () => {
  const rowsOf = async (table: string, org?: string) => {
    const client = new pg.Client({ connectionString: app.runtimeUrl('app') });
    await client.connect();
    try {
      await client.query('begin');
      if (org) await client.query(contextSql, context(org));
      return (await client.query<Record<string, unknown>>(`select * from ${table}`)).rows;
    } finally {
      await client.end();
    }
  };

  it('gives nobody anything but what is public', async () => {
    for (const row of await rowsOf('action')) expect(row['visibility']).toBe(4);
    for (const table of ['membership', 'app_user', 'draft', 'idempotency'])
      expect([table, await rowsOf(table)]).toEqual([table, []]);
    const open = new Set((await rowsOf('action')).map((row) => row['id']));
    for (const table of ['action_update', 'action_owner', 'action_goal', 'action_partner'])
      for (const row of await rowsOf(table)) expect(open.has(row['action_id'])).toBe(true);
    for (const row of await rowsOf('contact_function')) {
      expect(row['visibility']).toBe(4);
      open.add(row['id']);
    }
    for (const table of ['change_log', 'event'])
      for (const row of await rowsOf(table)) expect(open.has(row['object_id'])).toBe(true);
  });

  it("gives a municipality no other's drafts", async () => {
    const [kramfors] = await app.sql<{ id: string }>(`select id from organization where key = 'municipality:2282'`);
    for (const row of await rowsOf('action', kramfors?.id))
      expect(Number(row['visibility']) > 0 || (row['owner_ids'] as string[]).includes(kramfors?.id ?? '')).toBe(true);
  });

  it('is forced on every table the runtime role can read, and that role owns nothing', async () => {
    const readable = await app.sql<{ name: string; forced: boolean; owner: string }>(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'samverkan' and c.relkind in ('r', 'p', 'v', 'm')
         and has_table_privilege('samverkan_app', c.oid, 'select')`,
    );
    expect(readable.length).toBeGreaterThan(15);
    for (const table of readable)
      expect(table).toMatchObject({ forced: true, owner: expect.not.stringMatching('samverkan_app') as string });
    expect(
      await app.sql(
        `select rolname from pg_roles where rolname in ('samverkan_app', 'samverkan_signin', 'samverkan_jobs') and (rolbypassrls or rolsuper or rolcreaterole)`,
      ),
    ).toEqual([]);
  });

  it('keeps sessions, credentials and the seals of the audit out of the runtime role', async () => {
    for (const table of ['session', 'credential', 'audit_seal', 'audit_head', 'sign_in_limit'])
      await expect(rowsOf(table)).rejects.toThrow('permission denied');
  });

  it('lets a function that sees more than its caller give ids only, with a search path of its own, or be one of those that judge for themselves', async () => {
    const functions = await app.sql<{ name: string; result: string; config: string[] | null }>(
      `select p.proname as name, pg_get_function_result(p.oid) as result, p.proconfig as config from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname = 'samverkan' and p.prosecdef and has_function_privilege('samverkan_app', p.oid, 'execute') and p.prorettype <> 'trigger'::regtype`,
    );
    expect(functions.length).toBeGreaterThan(30);
    for (const found of functions)
      expect([found.name, found.config?.some((setting) => setting.startsWith('search_path=samverkan'))]).toEqual([
        found.name,
        true,
      ]);
    const others = functions.filter(({ result }) => result !== 'SETOF uuid').map(({ name }) => name);
    expect(others.filter((name) => !judgeForThemselves.has(name)).sort()).toEqual([]);
  });
});

describe('housekeeping', () => {
  it('takes away forms untouched for thirty days, and no newer ones', async () => {
    const ida = await app.signIn('ida.nordlund');
    await ida.put('/api/drafts/old', { content: { title: 'Gammal' } });
    await ida.put('/api/drafts/new', { content: { title: 'Ny' } });
    await app.sql(`update draft set updated_at = now() - interval '31 days' where key = 'old'`);
    // Announced among what the night takes, and taken by it.
    await app.sql('select * from retention_drafts_take(now(), array(select id from retention_drafts_due(now())))');
    expect((await ida.get('/api/drafts/old')).body).toEqual({ key: 'old', content: {}, updatedAt: null });
    expect((await ida.get('/api/drafts/new')).body).toMatchObject({ content: { title: 'Ny' } });
  });
});
