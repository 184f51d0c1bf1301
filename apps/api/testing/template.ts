// A database ready for tests is made once for each shape of schema and seeds, then copied as files: a fourth of what a copy through the log costs.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type RolePasswords, migrateDatabase } from '../migrate-database';
import { demoPassword, quickHash } from './quick-hash';

const fingerprint = (): string => {
  const hash = createHash('sha256');
  const files = readdirSync('database', { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(ts|json)$/.test(entry.name),
  );
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort())
    hash.update(path).update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
};

export const onDatabase = (url: string, name: string): string => {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
};

/** Runs work on the maintenance database, one process at a time. */
async function alone<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: onDatabase(url, 'postgres') });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(727002)');
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A fresh database with reference data and the demo county; gives its owner's address. */
export async function freshDatabase(url: string, passwords: RolePasswords): Promise<string> {
  const template = `samverkan_template_${fingerprint()}`;
  const name = `samverkan_test_${process.pid}_${Date.now().toString(36)}`;
  await alone(url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [
      template,
    ]);
    if (!rowCount) {
      await client.query(`drop database if exists ${template}`);
      await client.query(`create database ${template}`);
      await migrateDatabase(onDatabase(url, template), passwords, { demo: true });
      await makeReady(onDatabase(url, template));
      await client.query(`alter database ${template} is_template true`);
    }
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  });
  return onDatabase(url, name);
}

/**
 * The demo people sign in some thousand times in a run: what a real password costs (`identity`'s own specs try that) is not paid each time.
 * What migrations and seeds have left behind is cleared away, once for all copies.
 */
async function makeReady(url: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('update samverkan.credential set password_hash = $1', [await quickHash(demoPassword)]);
  await owner.query('vacuum full');
  await owner.query('analyze');
  await owner.end();
}

export const dropDatabase = (url: string): Promise<void> =>
  alone(url, async (client) => {
    await client.query(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
  });
