// `/health/ready` tells the truth within three seconds in each state: starting, database gone or silent, schema behind, read only, disk full, draining.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { anApi, stateOf, timeUntil } from './parts/api.mjs';
import { openGround, temporaryFolder, withClient } from './parts/ground.mjs';
import { rehearse } from './parts/rehearsal.mjs';
import { aWire } from './parts/wire.mjs';

const patience = 3000;

/** A disk of a few hundred megabytes for the database, where root may make one. */
function smallDisk(folder, after) {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=755', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  after(async () => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' }));
  return true;
}

async function fill(path) {
  const file = await open(path, 'w');
  try {
    for (const size of [1 << 20, 4096]) {
      const block = Buffer.alloc(size, 1);
      await (async () => {
        for (;;) await file.write(block);
      })().catch(() => undefined);
    }
  } finally {
    await file.close();
  }
}

await rehearse('readiness', async ({ after, check, figure }) => {
  const outer = temporaryFolder();
  after(async () => rmSync(outer, { recursive: true, force: true }));
  const disk = join(outer, 'disk');
  mkdirSync(disk);
  const ownDisk = smallDisk(disk, after);
  const folder = join(disk, 'data');
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const ground = await openGround({ after, own: true, folder });
  const address = new URL(ground.url);
  const wire = await aWire({ port: Number(address.port) });
  after(async () => wire.close());
  const through = Object.assign(new URL(ground.url), { port: String(wire.port) }).toString();
  const superuser = Object.assign(new URL(ground.url), {
    username: 'postgres',
    password: ground.keys.dbPasswords.superuser,
    pathname: '/postgres',
  }).toString();
  const asSuperuser = (...statements) =>
    withClient(superuser, async (client) => {
      for (const statement of statements) await client.query(statement);
    });

  const api = await anApi({ ...ground, url: through }, { after, env: { DRAIN_NOTICE: '2' } });
  const told = [];
  const tells = async (state, after_ = '') => {
    const took = await timeUntil(async () => (await stateOf(api.url)) === state, patience + 1000);
    told.push([`${state}${after_}`, took]);
    check(
      `${state}${after_}: ${took === undefined ? `not told (it says ${await stateOf(api.url)})` : `told after ${took.toFixed(0)} ms`}`,
      took !== undefined && took <= patience,
    );
  };
  const live = async () => (await fetch(`${api.url}/health/live`).catch(() => undefined))?.status;

  wire.cut();
  await api.start({ until: null });
  // How soon Node itself is up is the machine's matter: the state is asked for from the first moment somebody answers.
  check(
    'nobody answered within half a minute',
    (await timeUntil(async () => (await live()) === 200, 30_000)) !== undefined,
  );
  await tells('starting', ' (no database yet)');
  check('a process that starts is alive', (await live()) === 200);
  const refused = await fetch(`${api.url}/api/actions`);
  check(
    'a request while it starts is refused as one to try again',
    refused.status === 503 && refused.headers.get('retry-after') !== null,
  );
  const last = (await ground.sql('select name from migration order by id desc limit 1'))[0].name;
  await ground.sql('delete from migration where name = $1', [last]);
  wire.mend();
  const up = await timeUntil(async () => (await stateOf(api.url)) !== 'starting', 10_000);
  check('it did not start when the database came', up !== undefined);
  await tells('schema-behind');
  await ground.sql('insert into migration (timestamp, name) values (1763900000010, $1)', [last]);
  await tells('ready', ' (migrated)');
  check('ready, but a request is not answered', (await fetch(`${api.url}/api/session/options`)).status === 200);

  wire.cut();
  await tells('database-unavailable', ' (gone)');
  check('a process without its database is alive', (await live()) === 200);
  wire.mend();
  await tells('ready', ' (back)');
  wire.hold();
  await tells('database-unavailable', ' (silent)');
  wire.mend();
  await tells('ready', ' (speaks again)');

  await asSuperuser('alter system set default_transaction_read_only = on', 'select pg_reload_conf()');
  await tells('storage-read-only');
  await asSuperuser(
    'set default_transaction_read_only = off',
    'alter system reset default_transaction_read_only',
    'select pg_reload_conf()',
  );
  await tells('ready', ' (written again)');

  if (ownDisk) await fill(join(folder, 'filler'));
  else await asSuperuser('alter system set temp_file_limit = 0', 'select pg_reload_conf()');
  await tells('storage-full', ownDisk ? '' : ' (a limit in its stead: this user may mount no disk)');
  if (ownDisk) rmSync(join(folder, 'filler'));
  else await asSuperuser('alter system reset temp_file_limit', 'select pg_reload_conf()');
  await tells('ready', ' (room again)');

  const gone = api.term();
  await tells('draining');
  check('a process that drains still answers', (await fetch(`${api.url}/api/session/options`)).status === 200);
  await gone;
  check('a drained process ends well', api.child.exitCode === 0);
  figure(told.map(([state, took]) => `${state} ${took?.toFixed(0) ?? '–'} ms`).join(', '));
});
