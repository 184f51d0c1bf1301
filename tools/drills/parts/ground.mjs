// A database of a drill's own: on the server `npm test` gives, or on an embedded one in a temporary folder that is removed afterwards.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../database.mjs';
import { run } from '../../system/processes.mjs';

export const onDatabase = (url, name) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();

export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=samverkan' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A temporary folder that an embedded server may reach when root runs the drill. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'samverkan-drill-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** `{ url, keysPath, keys, folder, database, sql(text, values), close() }`: a migrated and seeded database. `own` asks for a server that may be killed. */
export async function openGround({ after, own = false, migrated = true, folder = temporaryFolder() }) {
  const given = own ? undefined : process.env.TEST_DATABASE_URL;
  const database = given
    ? { url: given, keysPath: process.env.SAMVERKAN_KEYS, stop: async () => undefined }
    : await openDatabase({ folder, external: '' });
  const name = given ? `samverkan_drill_${process.pid}` : 'samverkan';
  const url = onDatabase(database.url, name);
  const pool = new pg.Pool({ connectionString: url, max: 3, options: '-c search_path=samverkan' });
  pool.on('error', () => undefined);
  const close = async () => {
    await pool.end().catch(() => undefined);
    if (given) {
      await withClient(onDatabase(given, 'postgres'), (owner) =>
        owner.query(`drop database if exists ${name} with (force)`),
      );
    }
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  after(close);
  if (given && migrated) await fromTemplate(given, name, database.keysPath);
  else if (given) await withClient(onDatabase(given, 'postgres'), (owner) => owner.query(`create database ${name}`));
  else if (migrated) await migrate(url, database.keysPath);
  return {
    url,
    keysPath: database.keysPath,
    keys: JSON.parse(readFileSync(database.keysPath, 'utf8')),
    folder,
    server: database.server,
    /** Runs SQL as the owner, to look beneath the API. */
    sql: async (text, values) => (await pool.query(text, values)).rows,
  };
}

/** Brings a database up to date with the built migrator, or with another's. */
export async function migrate(url, keysPath, extra = {}, ...program) {
  const env = {
    ...process.env,
    DATABASE_URL: url,
    SAMVERKAN_KEYS: keysPath,
    SAMVERKAN_DEMO: '1',
    LOG_LEVEL: 'error',
    ...extra,
  };
  const { code, output } = await run(process.execPath, program.length > 0 ? program : ['dist/apps/api/migrate.mjs'], {
    env,
  });
  if (code !== 0) throw new Error(`The database could not be migrated:\n${output}`);
}

/** On a shared server the migrated database is made once and copied. */
async function fromTemplate(server, name, keysPath) {
  await withClient(onDatabase(server, 'postgres'), async (owner) => {
    await owner.query('select pg_advisory_lock(727003)');
    const template = 'samverkan_drill_template';
    const known = await owner.query('select 1 from pg_database where datname = $1 and datistemplate', [template]);
    if (known.rowCount === 0) {
      await owner.query(`drop database if exists ${template}`);
      await owner.query(`create database ${template}`);
      await migrate(onDatabase(server, template), keysPath);
      await owner.query(`alter database ${template} is_template true`);
    }
    await owner.query(`create database ${name} template ${template}`);
  });
}
