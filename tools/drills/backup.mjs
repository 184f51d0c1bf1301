// A backup taken while people write, put back into another server: every row is equal, every acknowledged write is there, and a damaged one changes nothing.
import { cpSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../database.mjs';
import { run } from '../system/processes.mjs';
import { anApi } from './parts/api.mjs';
import { openGround, temporaryFolder, withClient } from './parts/ground.mjs';
import { ask, peopleOf, withToken } from './parts/people.mjs';
import { rehearse } from './parts/rehearsal.mjs';
import { halfApplied, lostOf } from './parts/traces.mjs';
import { startWriters } from './parts/writers.mjs';

/** Not kept, and what the queue notes of when it last looked after itself. */
const fleeting = ['samverkan.session', 'samverkan.sign_in_limit', 'samverkan_jobs.version'];

/** Every row of every table as the database itself prints it, hashed apart from the backup's own way of doing so. News lose the number of their transaction. */
async function contentsOf(url) {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('samverkan', 'samverkan_jobs') order by 1`,
    );
    const contents = {};
    for (const { name } of rows.filter((row) => !fleeting.includes(row.name))) {
      const { rows: told } = await client.query(
        `select count(*)::int as rows, md5(string_agg(line, '' order by line)) as hash
         from (select md5((to_jsonb(t) - case when '${name}' = 'samverkan.event' then 'tx' else '' end)::text) as line from ${name} t) x`,
      );
      contents[name] = `${told[0].rows} rows ${told[0].hash}`;
    }
    return contents;
  });
}

const differences = (one, other) =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => one[name] !== other[name]);

await rehearse('backup', async ({ times, after, check, figure }) => {
  const outer = temporaryFolder();
  after(async () => rmSync(outer, { recursive: true, force: true }));
  const command = (name, args, { url, folder }) =>
    run(process.execPath, [`tools/${name}.mjs`, ...args], {
      // The key file is the folder's own, whatever the tests around have.
      env: { ...process.env, DATABASE_URL: url ?? '', SAMVERKAN_DATA: folder, SAMVERKAN_KEYS: '' },
    });
  const well = ({ code, output }, what) => check(`${what}: ${output.trim()}`, code === 0);
  const refuses = ({ code, output }, what, words) =>
    check(`${what} was not refused with its reason: ${output.trim()}`, code !== 0 && output.includes(words));

  const ground = await openGround({ after, own: true });
  const here = { url: ground.url, folder: ground.folder };
  const api = await anApi(ground, { after });
  await api.start();
  const coordinator = [{ role: 'coordinator', key: 'municipality:2282' }];
  const people = await Promise.all((await peopleOf(ground, 4, coordinator)).map((each) => withToken(each, api.url)));
  const writers = startWriters(people, () => api.url, []);
  await sleep(times(5000, 1000));
  const promised = structuredClone(writers.acknowledged);
  const busy = join(outer, 'busy');
  const from = performance.now();
  well(await command('backup', [busy], here), 'a backup while people write');
  const took = performance.now() - from;
  await writers.stop();
  refuses(await command('restore', [busy, '--replace'], here), 'a restore under a running system', 'stop it');
  await api.term();
  const quiet = join(outer, 'quiet');
  well(await command('backup', [quiet], here), 'a backup of a system at rest');
  well(await command('backup', ['--check', quiet], here), 'the check of a backup');
  const before = await contentsOf(ground.url);

  // Another machine: a new server with the old key file.
  const there = { folder: join(outer, 'there') };
  mkdirSync(there.folder, { mode: 0o755 });
  copyFileSync(ground.keysPath, join(there.folder, 'keys.json'));
  well(await command('restore', [quiet], there), 'a restore into an empty server');
  const other = await openDatabase({ folder: there.folder, external: '' });
  after(() => other.stop());
  const moved = differences(before, await contentsOf(other.url));
  check(`not equal after the restore: ${moved.join(', ')}`, moved.length === 0);

  // Not the embedded one: an address, and an owner who may not step past row-level security.
  const superuser = Object.assign(new URL(other.url), {
    username: 'postgres',
    password: ground.keys.dbPasswords.superuser,
  }).toString();
  await withClient(superuser, (client) => client.query('alter role samverkan_owner nobypassrls'));
  const external = { url: other.url, folder: there.folder };
  const elsewhere = { ...ground, url: other.url, sql: (text, values) => rowsOf(other.url, text, values) };
  refuses(await command('restore', [busy], external), 'a restore over what people use', '--replace');

  const hurt = join(outer, 'hurt');
  cpSync(busy, hurt, { recursive: true });
  const victim = join(
    hurt,
    readdirSync(hurt).find((name) => name.includes('.action.')),
  );
  const bytes = readFileSync(victim);
  bytes[Math.floor(bytes.length / 2)] ^= 1;
  writeFileSync(victim, bytes);
  refuses(await command('restore', [hurt, '--replace'], external), 'a damaged backup', 'damaged');
  const untouched = differences(before, await contentsOf(other.url));
  check(`a refused restore changed ${untouched.join(', ')}`, untouched.length === 0);

  const restored = performance.now();
  well(await command('restore', [busy, '--replace'], external), 'a restore through an address');
  const restoring = performance.now() - restored;
  const kept = join(there.folder, 'backups', readdirSync(join(there.folder, 'backups'))[0]);
  well(await command('backup', ['--check', kept], external), 'the backup of what was replaced');
  const lost = await lostOf(elsewhere, promised);
  const halves = await halfApplied(elsewhere);
  check(`lost: ${lost.slice(0, 5).join(', ')}`, lost.length === 0);
  check(`half-applied: ${halves.join('; ')}`, halves.length === 0);

  const second = await anApi(elsewhere, { after });
  await second.start();
  const stale = await fetch(`${second.url}/api/session`, { headers: { cookie: people[0].cookie } });
  check(`an old session still holds (${stale.status})`, stale.status !== 200);
  const [signedIn] = await peopleOf(elsewhere, 1, coordinator);
  const person = await withToken(signedIn, second.url);
  const written = await ask(person, second.url, 'POST', '/api/actions', {
    title: 'Efter återläsningen',
    kind: 'other',
    status: 'planned',
    visibility: 'county',
    municipalityCodes: ['2282'],
  });
  check(`the restored system does not take a new action (${written.status})`, written.status === 201);
  const news = await ask(person, second.url, 'GET', '/api/activity');
  check(
    'the news of the restored system do not begin with the new action',
    news.body?.items?.[0]?.objectId === written.body?.id,
  );
  const rows = Object.values(before).reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
  figure(`${Object.keys(before).length} tables, ${rows} rows, ${moved.length} tables differ after backup and restore`);
  figure(
    `${promised.actions.size + promised.updates.size + promised.changes.size} writes acknowledged before it began, ${lost.length} lost`,
  );
  figure(`taken in ${(took / 1000).toFixed(1)} s under writes, put back in ${(restoring / 1000).toFixed(1)} s`);
});

function rowsOf(url, text, values) {
  return withClient(url, async (client) => (await client.query(text, values)).rows);
}
