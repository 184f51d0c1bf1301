// Each migration on the data of the releases before it, while the old API goes on answering: no row is lost, nothing fails, nothing waits for a lock more than a second.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readManifest } from '../backup/archive.mjs';
import { load } from '../backup/load.mjs';
import { migrationsOf, nameOf, tablesOf } from '../backup/tables.mjs';
import { run } from '../system/processes.mjs';
import { anApi } from './parts/api.mjs';
import { migrate, openGround, temporaryFolder, withClient } from './parts/ground.mjs';
import { rehearse } from './parts/rehearsal.mjs';
import { buildCommit, busyPeople, releases, workedFor } from './parts/release.mjs';
import { halfApplied, lostOf } from './parts/traces.mjs';

const longest = 1000;
/** Tables the database keeps by itself from others; `coverage_faults()` says whether they are right. */
const kept = new Set(['samverkan.coverage']);
const migrator = 'dist/apps/api/migrate.mjs';

const knownMigrations = async () => JSON.parse((await run(process.execPath, [migrator, '--list'])).output);

/** How each table is made, and how many rows it has. */
async function shapes(url) {
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      `select n.nspname || '.' || c.relname as name, md5(
         (select string_agg(format('%s %s %s', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull), ',' order by a.attnum)
            from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
         || coalesce((select string_agg(pg_get_constraintdef(k.oid), ',' order by k.conname) from pg_constraint k where k.conrelid = c.oid), '')) as shape
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname = 'samverkan'`,
    );
    const shape = new Map(rows.map((row) => [row.name, row.shape]));
    const counts = new Map();
    for (const table of await tablesOf(client)) {
      const { rows: told } = await client.query(`select count(*)::int as n from ${nameOf(client, table)}`);
      counts.set(`${table.schema}.${table.name}`, told[0].n);
    }
    return { shape, counts };
  });
}

/** The longest that anybody has waited for a lock, looked at every 20 ms until `stop()`. */
function watchLocks(url) {
  let watching = true;
  const watch = withClient(url, async (client) => {
    let worst = 0;
    for (; watching; await sleep(20)) {
      const { rows } = await client.query(
        `select coalesce(max(extract(epoch from clock_timestamp() - l.waitstart)) * 1000, 0)::float as ms
         from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database() where not l.granted`,
      );
      worst = Math.max(worst, rows[0].ms);
    }
    return worst;
  });
  watch.catch(() => undefined);
  return async () => {
    watching = false;
    return watch;
  };
}

await rehearse('migrate', async ({ small, times, after, check, figure }) => {
  const known = await knownMigrations();
  for (const release of small ? releases().slice(-1) : releases()) {
    const manifest = readManifest(release.folder);
    const ground = await openGround({ after, migrated: false });
    await migrate(ground.url, ground.keysPath, {}, migrator, '--up-to', manifest.migrations.at(-1));
    await load({ url: ground.url, folder: release.folder, manifest });
    const first = await shapes(ground.url);

    const outer = temporaryFolder();
    after(async () => rmSync(outer, { recursive: true, force: true }));
    const programs = await buildCommit(release.commit, outer);
    const old = programs ? await anApi(ground, { after, program: join(programs, 'main.mjs') }) : undefined;
    await old?.start();
    const writers = old ? await busyPeople(ground, old.url) : undefined;
    const stopWatching = watchLocks(ground.url);

    const rest = known.filter((name) => !manifest.migrations.includes(name));
    // Whole, one after the other, so that each is judged; small, all at once.
    for (const name of small ? rest.slice(-1) : rest) {
      const before = await shapes(ground.url);
      await migrate(ground.url, ground.keysPath, {}, migrator, '--up-to', name);
      const { shape, counts } = await shapes(ground.url);
      for (const [table, made] of before.shape) {
        // A table that came after the release holds nothing anywhere: there is no row a change of it could hurt.
        const changed = shape.get(table) !== made && first.shape.has(table);
        check(
          `${name} changes ${table}, which has no rows here: keep a release that has some (npm run release -- <name>)`,
          !changed || before.counts.get(table) !== 0,
        );
        // Counts come and go with what they count while the old API writes: they are held against the actions afterwards instead.
        if (kept.has(table)) continue;
        check(`${name} took rows from ${table}`, !shape.has(table) || !(counts.get(table) < before.counts.get(table)));
      }
      await sleep(times(500, 100));
    }
    await migrate(ground.url, ground.keysPath);
    const present = await anApi(ground, { after });
    await present.start();
    const together = await busyPeople(ground, present.url);
    await workedFor(together, times(2000, 500));
    await writers?.stop();
    const waited = await stopWatching();
    const last = await withClient(ground.url, (client) => migrationsOf(client));
    check(`not all migrations were run: ${last.join(', ')}`, last.length === known.length);
    for (const [who, deeds] of Object.entries({ old: writers, new: together })) {
      if (!deeds) continue;
      const lost = await lostOf(ground, deeds.acknowledged);
      check(`the ${who} API's writes lost: ${lost.slice(0, 5).join(', ')}`, lost.length === 0);
      check(`the ${who} API refused ${[...new Set(deeds.refused)].join(', ')}`, deeds.refused.length === 0);
      check(
        `the ${who} API let ${deeds.turnedAway() + deeds.broken()} deeds wait`,
        deeds.turnedAway() + deeds.broken() === 0,
      );
    }
    const halves = await halfApplied(ground);
    check(`half-applied: ${halves.join('; ')}`, halves.length === 0);
    check(`somebody waited ${waited.toFixed(0)} ms for a lock`, waited <= longest);
    const rows = [...first.counts.values()].reduce((sum, count) => sum + count, 0);
    figure(
      `release ${release.name} (${first.counts.size} tables, ${rows} rows): ${rest.length} migrations, 0 tables lost rows`,
    );
    figure(
      writers
        ? `${writers.count()} writes of the old API meanwhile and ${together.count()} of the new beside it, 0 lost or refused`
        : 'the old API is not in this clone, so nobody wrote meanwhile',
    );
    figure(`longest wait for a lock ${waited.toFixed(0)} ms`);
    await present.term();
    await old?.term();
  }
});
