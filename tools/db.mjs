// npm run db: the database alone. `npm run db` starts it and prints its address until Ctrl-C, `npm run db -- sql "SELECT …"`
// runs one statement (the embedded server ships no psql), `npm run db -- generate` writes
// database/schema.sql and docs/openapi.json anew, `npm run db -- reset` removes it with everything in it. `npm run db -- first-admin …`
// and `npm run db -- break-glass …` are the commands of accounts that only whoever has the server can give (docs/operations.md).
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { buildStale } from './build.mjs';
import { openDatabase, runningDatabase } from './database.mjs';
import { dataFolder } from './system/keys.mjs';
import { launch, onEnd } from './system/processes.mjs';
import { fail, Trouble } from './system/trouble.mjs';

const [verb = 'start', text] = process.argv.slice(2);
const ofAccounts = ['first-admin', 'break-glass'];
const onRunning = ['sql', ...ofAccounts];

if (verb === 'generate') await import('./generated.mjs');

async function sql(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows, command, rowCount } = await client.query(text);
    if (rows.length > 0) console.table(rows);
    else console.log(`${command} ${rowCount ?? ''}`);
  } catch (error) {
    throw new Trouble(`PostgreSQL says: ${error.message}`);
  } finally {
    await client.end();
  }
}

async function start(database) {
  console.log(`\n  ${database.url}\n\n  Ctrl-C stops it.\n`);
  await new Promise((resolve) => onEnd(resolve));
}

/** Runs on the system as it is, also while people use it. Its own words say what went wrong. */
async function accounts(url) {
  await buildStale(['api']);
  const env = { ...process.env, DATABASE_URL: url };
  const child = launch(process.execPath, ['dist/apps/api/accounts.mjs', ...process.argv.slice(2)], {
    stdio: 'inherit',
    env,
  });
  const { code } = await child.ended;
  if (code !== 0) process.exitCode = 1;
}

function reset() {
  if (process.env.DATABASE_URL) throw new Trouble('DATABASE_URL is set: reset only removes the embedded database.');
  for (const name of ['postgres', 'postgres.port', 'postgres.log', 'keys.json']) {
    rmSync(join(dataFolder(), name), { recursive: true, force: true });
  }
  console.log(`Removed the database in ${dataFolder()}; the next start makes a new one.`);
}

try {
  if (!['start', 'reset', ...onRunning].includes(verb))
    throw new Trouble('Use: npm run db -- start, sql "…", generate, first-admin …, break-glass … or reset.');
  if (verb === 'sql' && !text) throw new Trouble('Give the statement: npm run db -- sql "SELECT 1".');
  const running = onRunning.includes(verb) && !process.env.DATABASE_URL ? runningDatabase() : undefined;
  const database = running ? { url: running, stop: () => undefined } : await openDatabase();
  try {
    if (verb === 'sql') await sql(database.url);
    if (ofAccounts.includes(verb)) await accounts(database.url);
    if (verb === 'start') await start(database);
  } finally {
    await database.stop();
  }
  // Opened first, so that a running system refuses the reset.
  if (verb === 'reset') reset();
} catch (error) {
  fail(error);
}
