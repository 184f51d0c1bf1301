import type { Retention, RetentionDue } from '@samverkan/privacy/contract';
import { AuditSeals, Db, RetentionRules } from '@samverkan/shared/api';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { randomUUID } from 'node:crypto';
import { RetentionService } from './retention.service';

let app: TestApp;
let retention: RetentionService;
let tove: Client;
let lena: Client;
let killer = false;

beforeAll(async () => {
  app = await testApp({
    prepare: (nest) => {
      // A rule whose worker's connection dies in the middle of its third batch, once.
      nest.get(RetentionRules).register({
        key: 'test.rows',
        area: 'test',
        keeps: 'P1D',
        due: `select r.id::text as id, r.at, null::uuid as organization_id, null::text as reference from public.test_row r where r.at < $1`,
        take: `with gone as (delete from public.test_row r where r.id::text = any ($2) and r.at < $1::timestamptz returning r.id::text as id)
          select id from gone`,
        after: async (taken) => {
          if (killer && taken.includes('1200')) {
            killer = false;
            await nest.get(Db).query('select pg_terminate_backend(pg_backend_pid())');
          }
        },
      });
    },
  });
  await app.sql(
    `create table public.test_row (id int primary key, at timestamptz not null); grant select, delete on public.test_row to samverkan_app`,
  );
  retention = app.get(RetentionService);
  [tove, lena] = [await app.signIn('tove.sand'), await app.signIn('lena.hall')];
});
afterAll(() => app.close());

const plant = async () => {
  const [ida] = await app.sql<{ id: string; org: string }>(
    `select u.id, m.organization_id as org from app_user u join membership m on m.user_id = u.id where u.email = 'ida.nordlund@demo.example'`,
  );
  const who = [ida?.id, ida?.org];
  await app.sql(
    `insert into draft (user_id, organization_id, key, content, updated_at) values
    ($1, $2, 'action.old', '{}', now() - interval '31 days'), ($1, $2, 'action.fresh', '{}', now() - interval '28 days')`,
    who,
  );
  await app.sql(
    `insert into idempotency (user_id, organization_id, key, fingerprint, at) values
    ($1, $2, 'old-answer', 'x', now() - interval '4 days'), ($1, $2, 'new-answer', 'x', now())`,
    who,
  );
  await app.sql(
    `insert into session (sid, sess, expire) values ('spent', '{"cookie":{}}', now() - interval '1 hour'), ('alive', '{"cookie":{}}', now() + interval '3 days')`,
  );
  await app.sql(
    `insert into demo_mail (at, to_address, subject, text) values (now() - interval '40 days', 'a@x.se', 'Gammalt', 'x'), (now(), 'b@x.se', 'Nytt', 'x')`,
  );
  await app.sql(
    `insert into invitation (token_hash, email, organization_id, role, title, invited_at, expires_at)
    select sha256('1'), 'gammal@test.example', $2::uuid, 'coordinator', 'Prov', now() - interval '120 days', now() - interval '113 days' where $1::uuid is not null
    union all select sha256('2'), 'farsk@test.example', $2::uuid, 'coordinator', 'Prov', now(), now() + interval '7 days'`,
    who,
  );
  await app.sql(
    `with person as (insert into app_user (email, name) values ('slutat@test.example', 'Sture Slutat') returning id)
    insert into membership (user_id, organization_id, role, title, valid_from, valid_to) select id, $1, 'coordinator', 'Samordnare', today() - 400, today() - 40 from person`,
    [ida?.org],
  );
  await app.sql(
    `with person as (insert into app_user (email, name) values ('nyss@test.example', 'Nina Nyss') returning id)
    insert into membership (user_id, organization_id, role, title, valid_from, valid_to) select id, $1, 'coordinator', 'Samordnare', today() - 400, today() - 10 from person`,
    [ida?.org],
  );
};

const preview = async (client: Client) => (await client.get<Retention>('/api/retention')).body;
const due = async (client: Client, key: string) => (await client.get<RetentionDue>(`/api/retention/${key}`)).body;

describe('retention', () => {
  it('shows before the night exactly what the night takes, and takes nothing else', async () => {
    await plant();
    const announced = await preview(tove);
    const counts = Object.fromEntries(announced.rules.map(({ key, due: n }) => [key, n]));
    expect(counts).toMatchObject({
      drafts: 1,
      answers: 1,
      letters: 1,
      invitations: 1,
      accounts: 1,
      audit: 0,
      requests: 0,
    });
    expect(counts['sessions']).toBeGreaterThanOrEqual(1);
    const ids = new Map(
      await Promise.all(
        announced.rules.map(async ({ key }) => [key, (await due(tove, key)).items.map(({ id }) => id)] as const),
      ),
    );
    const before = await app.sql<{ n: number; table: string }>(everyTable);

    await retention.run(randomUUID(), announced.asOf);

    const after = new Map((await app.sql<{ n: number; table: string }>(everyTable)).map(({ table, n }) => [table, n]));
    const gone = Object.fromEntries(
      before.map(({ table, n }) => [table, n - (after.get(table) ?? 0)]).filter(([, n]) => n !== 0),
    );
    expect(gone).toEqual({
      draft: 1,
      idempotency: 1,
      session: ids.get('sessions')?.length,
      demo_mail: 1,
      invitation: 1,
    });
    expect(
      (await app.sql(`select name from app_user where name like 'S%Slutat' or name like 'Nina%'`)).map(
        (row) => row['name'],
      ),
    ).toEqual(['Nina Nyss']);
    expect(await app.sql(`select key from draft where key like 'action.%'`)).toEqual([{ key: 'action.fresh' }]);
    // By tomorrow's half past three today's sessions have ended too.
    [tove, lena] = [await app.signIn('tove.sand'), await app.signIn('lena.hall')];
    const [run] = (await preview(tove)).runs;
    expect(Object.fromEntries((run?.counts ?? []).map(({ rule, taken }) => [rule, taken]))).toEqual(
      Object.fromEntries([...ids].map(([key, all]) => [key, all.length]).filter(([, n]) => n !== 0)),
    );
    expect((await preview(tove)).rules.filter(({ key, due: n }) => key !== 'sessions' && n > 0)).toEqual([]);
  });

  it('writes each rule that took something into the audit', async () => {
    const rows = await app.sql(`select reason from audit where verb = 'retention.taken'`);
    expect(rows.map((row) => row['reason'])).toContain('rule.drafts count.1');
  });

  it('lets a county administrator see what is her county’s, and nobody else anything', async () => {
    const [other] = await app.sql<{ user: string; org: string }>(
      `select m.user_id as user, m.organization_id as org from membership m join app_user u on u.id = m.user_id where u.email = 'per.ost@demo.example'`,
    );
    await app.sql(
      `insert into draft (user_id, organization_id, key, content, updated_at) values ($1, $2, 'action.jamtland', '{}', now() - interval '50 days')`,
      [other?.user, other?.org],
    );
    expect((await due(tove, 'drafts')).total).toBe(1);
    expect((await due(lena, 'drafts')).total).toBe(0);
    expect((await (await app.signIn('eva.berglind')).get('/api/retention')).status).toBe(403);
  });

  it('takes the person out of audit rows after 24 months and leaves her pseudonym; the chain still holds', async () => {
    const [row] = await app.sql<{ at: string }>(
      `select (max(at) + interval '24 months' + interval '1 day')::text as at from audit where user_id is not null`,
    );
    await app.get(AuditSeals).seal();
    await retention.run(randomUUID(), row?.at);
    expect(await app.sql('select 1 from audit where user_id is not null')).toEqual([]);
    expect((await app.sql('select 1 from audit where pseudonym is not null')).length).toBeGreaterThan(0);
    await app.get(AuditSeals).seal();
    expect(await app.get(AuditSeals).faults()).toEqual([]);
  });

  it('goes on where it was when its worker died: nothing is lost and nothing counted twice', async () => {
    await app.sql(
      `insert into public.test_row select n, now() - interval '5 days' + n * interval '1 second' from generate_series(1, 2000) n`,
    );
    const job = randomUUID();
    killer = true;
    await expect(retention.run(job)).rejects.toThrow();
    const left = (await app.sql<{ n: number }>('select count(*)::int as n from public.test_row'))[0]?.n ?? 0;
    expect([left > 0, left < 2000]).toEqual([true, true]);
    await retention.run(job);
    expect(await app.sql('select 1 from public.test_row')).toEqual([]);
    expect(
      await app.sql(
        `select c.taken from retention_count c join retention_run r on r.id = c.run_id where r.job_id = $1 and c.rule = 'test.rows'`,
        [job],
      ),
    ).toEqual([{ taken: 2000 }]);
    await retention.run(job);
    expect(await app.sql(`select 1 from audit where reason = 'rule.test.rows count.2000'`)).toHaveLength(1);
  }, 30_000);

  it('cannot be done by somebody: the functions that take ask for nobody’s role', async () => {
    await app.sql('begin');
    await app.sql(`select set_config('samverkan.role', 'system_admin', true)`);
    await expect(app.sql(`select retention_drafts_take(now(), '{}')`)).rejects.toThrow('Only the night');
    await app.sql('rollback');
  });
});

const everyTable = `select relname as table, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from samverkan.%I', relname), false, true, '')))[1]::text::int as n
  from pg_class where relnamespace = 'samverkan'::regnamespace and relkind = 'r'
    and relname not in ('audit', 'audit_head', 'audit_seal', 'retention_run', 'retention_count', 'erasure_request', 'app_user')`;
