// Migrates and seeds a database, then serves the API and the built portal from one process until told to stop.
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { launch, stop } from './processes.mjs';
import { during } from './progress.mjs';
import { Trouble } from './trouble.mjs';

/** `{ stop(), crashed, pid }`; resolves when the system says that it is ready. */
export async function runSystem({ database, port, stdio = 'inherit', extra = {} }) {
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    SAMVERKAN_KEYS: database.keysPath,
    SAMVERKAN_DEMO: process.env.SAMVERKAN_DEMO ?? (await demoFits(database.url)),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    PORTAL_DIR: 'dist/apps/portal/browser',
    PORT: String(port),
    ...extra,
  };
  await migrate(env, stdio);
  const args = ['--enable-source-maps', '--import', './tools/system/leave-with-parent.mjs', 'dist/apps/api/main.mjs'];
  const api = launch(process.execPath, args, { stdio: ['ignore', stdio, stdio, 'ipc'], env });
  try {
    await untilReady(api, port);
  } catch (error) {
    await stop(api);
    throw error;
  }
  return { pid: api.pid, stop: () => stop(api), crashed: api.ended.then(() => 'The API') };
}

/** Accounts with known passwords go into a database that is empty or made for the demo, never into one that people use. */
async function demoFits(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT to_regclass('samverkan.app_user') IS NULL AS empty`);
    if (rows[0].empty) return '1';
    const people = await client.query(
      `SELECT count(*) = 0 OR bool_or(email = 'ida.nordlund@demo.example') AS demo FROM samverkan.app_user`,
    );
    return people.rows[0].demo ? '1' : '0';
  } finally {
    await client.end();
  }
}

async function migrate(env, stdio) {
  if (!existsSync('dist/apps/api/migrate.mjs')) return;
  await during('migrating and seeding', async () => {
    const child = launch(process.execPath, ['--enable-source-maps', 'dist/apps/api/migrate.mjs'], {
      stdio: ['ignore', stdio, stdio],
      env,
    });
    const { code } = await child.ended;
    if (code !== 0) throw new Trouble('Migrations or seeds failed: the lines above say why; nothing was served.');
  });
}

async function untilReady(api, port) {
  let ended = false;
  void api.ended.then(() => (ended = true));
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(50)) {
    if (ended) throw new Trouble('The API stopped before it was ready: the lines above say why.');
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(3_000) }).catch(
      () => undefined,
    );
    if (answer?.ok) return;
  }
  throw new Trouble('The API was not ready within a minute: the lines above may say why.');
}
