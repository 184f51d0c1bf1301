// npm run restore -- <folder> [--replace]: puts a backup back, whole or not at all. Into an empty database; with --replace also into one
// that people have used, of which a backup is taken first. The system must be stopped. A backup of an older version is upgraded.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { fingerprint, readManifest, verify } from './backup/archive.mjs';
import { load } from './backup/load.mjs';
import { schemas } from './backup/tables.mjs';
import { takeBackup } from './backup/take.mjs';
import { buildStale } from './build.mjs';
import { openDatabase } from './database.mjs';
import { dataFolder, keysInUse } from './system/keys.mjs';
import { run } from './system/processes.mjs';
import { during } from './system/progress.mjs';
import { fail, Trouble } from './system/trouble.mjs';

async function ask(url, text, values) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function migrate(url, ...args) {
  const { path: keysPath } = keysInUse();
  const env = { ...process.env, DATABASE_URL: url, SAMVERKAN_KEYS: keysPath, SAMVERKAN_DEMO: '0', LOG_LEVEL: 'error' };
  const { code, output } = await run(process.execPath, ['dist/apps/api/migrate.mjs', ...args], { env });
  if (code !== 0) throw new Trouble(`The database could not be made ready for the backup:\n${output}`);
}

async function restore({ folder, replace, database, keys }) {
  const { url } = database;
  const manifest = readManifest(folder);
  await during('reading the backup', () => verify(folder, manifest));
  const using = await ask(
    url,
    `select 1 from pg_stat_activity where datname = current_database() and usename like 'samverkan\\_%' and usename <> current_user`,
  );
  if (using.length > 0) throw new Trouble('The system runs on this database: stop it, and restore again.');
  const [{ used }] = await ask(url, `select to_regclass('samverkan.migration') is not null as used`);
  if (used && !replace)
    throw new Trouble(
      'There is a Samverkan in this database already. With --replace a backup of it is taken first, and then it is replaced.',
    );
  if (used) {
    const kept = join(dataFolder(), 'backups', `before-restore-${Date.now()}`);
    await during('backing up what is here', () => takeBackup({ url, keys, folder: kept }));
    console.log(`  What was here: ${kept}`);
  }
  await ask(url, schemas.map((schema) => `drop schema if exists ${schema} cascade`).join('; '));
  await during('making the tables', () => migrate(url, '--up-to', manifest.migrations.at(-1)));
  await during('putting the rows back', () => load({ url, folder, manifest }));
  await during('upgrading', () => migrate(url));
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `\n  ${manifest.tables.length} tables and ${rows} rows are back as they were ${manifest.madeAt}. Everybody signs in anew.`,
  );
  if (manifest.encryptionKeys.some((key) => !keys.encryptionKeys.map(fingerprint).includes(key)))
    console.log(
      '  The key file here is not the one the backup was made with: put that one back, or sealed mail and second factors cannot be opened.',
    );
  console.log('');
}

try {
  const { values, positionals } = parseArgs({ options: { replace: { type: 'boolean' } }, allowPositionals: true });
  if (!positionals[0]) throw new Trouble('Which backup? npm run restore -- <folder>');
  await buildStale(['api']);
  const database = await openDatabase();
  try {
    await restore({
      folder: resolve(positionals[0]),
      replace: values.replace === true,
      database,
      keys: keysInUse().keys,
    });
  } finally {
    await database.stop();
  }
} catch (error) {
  fail(error);
}
