import { setTimeout as sleep } from 'node:timers/promises';
import { type Configuration, migrateJobs } from '@samverkan/shared/api';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { seedDemo } from '../../database/seeds/demo.seed';
import { seedGeography } from '../../database/seeds/geography.seed';
import { seedOrganizations } from '../../database/seeds/organizations.seed';
import { seedPublications } from '../../database/seeds/publications.seed';
import { seedStrategies } from '../../database/seeds/strategies.seed';
import { entities } from './entities';
import { hasQueue, migrationsUpTo } from './migrations';

const oneAtATime = 727_001;
// Shorter than the second after which PostgreSQL looks for deadlocks: where people write meanwhile, it is the migration that steps back.
const lockPatienceMs = 400;
const tries = 100;
const roles = ['app', 'signin', 'jobs'] as const;

/** What the runtime roles sign in with. */
export type RolePasswords = Configuration['keys']['dbPasswords'];

/** The owner's connection: migrates and seeds, never answers a request. */
export const ownerDataSource = (url: string, upTo?: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    schema: 'samverkan',
    entities,
    migrations: migrationsUpTo(upTo),
    migrationsTableName: 'migration',
    synchronize: false,
    extra: { options: `-c search_path=samverkan -c lock_timeout=${lockPatienceMs}` },
  });

/**
 * Brings a database up to date: roles, schema, migrations, reference data and, when asked, the demo county. Safe to run again and by several at once.
 * With `upTo` it ends at the migration of that name and puts no data in. Fails on a name that is not known.
 */
export async function migrateDatabase(
  url: string,
  passwords: RolePasswords,
  options: { demo: boolean; upTo?: string | undefined },
): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [oneAtATime]);
    await client.query('create schema if not exists samverkan');
    for (const role of roles) await ensureRole(client, role, passwords[role]);
    const source = await ownerDataSource(url, options.upTo).initialize();
    try {
      await steppingBack(() => source.runMigrations({ transaction: 'each' }));
      if (hasQueue(options.upTo)) await migrateJobs(url);
      if (options.upTo !== undefined) return;
      await steppingBack(() =>
        source.transaction(async (manager) => {
          const sql = (text: string, values?: unknown[]) =>
            manager.query(text, values) as Promise<Record<string, unknown>[]>;
          await seedGeography(sql);
          await seedOrganizations(sql);
          await seedStrategies(sql);
          await seedPublications(sql);
          if (options.demo) await seedDemo(sql);
        }),
      );
    } finally {
      await source.destroy();
    }
  } finally {
    await client.end();
  }
}

/** Tries again when somebody else held a lock: whoever waited behind the migration has been let through in between. What was done stays done. */
async function steppingBack(work: () => Promise<unknown>): Promise<void> {
  for (let left = tries; ; left--) {
    try {
      await work();
      return;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (left <= 1 || !['55P03', '40P01'].includes(code)) throw error;
      await sleep(100 + Math.random() * 200);
    }
  }
}

/** A runtime role owns nothing, cannot step past row-level security, and gives up rather than wait for ever. */
async function ensureRole(client: pg.Client, role: (typeof roles)[number], password: string): Promise<void> {
  const name = `samverkan_${role}`;
  const exists = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  await client.query(
    `${exists.rowCount ? 'alter' : 'create'} role ${name} login noinherit password ${client.escapeLiteral(password)}`,
  );
  for (const setting of [
    'search_path = samverkan',
    "statement_timeout = '15s'",
    "lock_timeout = '5s'",
    "idle_in_transaction_session_timeout = '10s'",
    'jit = off',
  ]) {
    await client.query(`alter role ${name} set ${setting}`);
  }
}
