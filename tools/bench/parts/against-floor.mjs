// What every bench against the plain floor stands on: a system of its own for the time of the measurement, and throughput as a ratio in
// one run, rounds taken in turn.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import pg from 'pg';
import { openDatabase } from '../../database.mjs';
import { freePort } from '../../system/ports.mjs';
import { runSystem } from '../../system/run-system.mjs';
import { startFloor, yardstick } from './floor.mjs';
import { signIn } from './sign-in.mjs';

const rounds = 3;

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Where a large database is kept from one run to the next; it is filled on from what it has. Else each run makes its own. */
const kept = process.env.BENCH_DATA;

/** What a yardstick still asks when its time is up: a question of half a minute would weigh on whoever is measured next. */
let settle = async () => undefined;
const settling = (owner) => async () => {
  for (;;) {
    const { rowCount } = await owner.query(
      `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE application_name = '${yardstick}' AND state = 'active'`,
    );
    if (rowCount === 0) return;
    await sleep(50);
  }
};

/**
 * Runs the work with a migrated and seeded database and the API on it, then ends the process. The work is given `owner` (a connection as
 * the owner) and its `url`, `acting` (the organisation of the reader), `api`, `cookie` and `csrf` (hers), `pid` (the API's) and `floorOf(routes)`, which gives
 * the floor's address.
 */
export async function againstFloor(work) {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'samverkan-bench-'));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const database = await openDatabase({ folder, external: '', throwaway: true });
  let system;
  let floor;
  const floorOf = async (routes) => {
    await floor?.close();
    floor = await startFloor(database.url, routes);
    return floor.url;
  };
  try {
    const port = await freePort();
    system = await runSystem({ database, port, stdio: 'ignore', extra: { LOG_LEVEL: 'silent', PORTAL_DIR: '' } });
    const owner = new pg.Client({ connectionString: database.url });
    owner.on('error', () => undefined);
    await owner.connect();
    await owner.query('SET search_path = samverkan');
    settle = settling(owner);
    const [{ id: acting }] = (await owner.query(`SELECT id FROM organization WHERE key = 'county_board:22'`)).rows;
    const api = `http://127.0.0.1:${port}`;
    const cookie = await signIn(api, 'eva.berglind@demo.example');
    const csrf = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(cookie)?.[1] ?? '');
    await work({
      owner,
      url: database.url,
      acting,
      api,
      cookie,
      csrf,
      floorOf,
      pid: system.pid,
    });
    await owner.end();
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    await floor?.close();
    await system?.stop();
    await database.stop();
    if (!kept) rmSync(folder, { recursive: true, force: true });
  }
  process.exit();
}

async function measure(request) {
  const result = await autocannon({ ...request, connections: 16, duration: 3, timeout: 60 });
  await settle();
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${request.url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return { perSecond: result.requests.average, p95: result.latency.p97_5 };
}

/** A yardstick that answered nothing in its three seconds is no measure. */
const over = (ours, theirs) => (theirs === 0 ? 'none' : (ours / theirs).toFixed(2));

/** The floor, the average server where there is one for it, and the API in turn (autocannon's requests), after a round each to warm up: columns of a table. */
export async function inTurn(requests) {
  const ways = Object.entries(requests).filter(([, request]) => request);
  const found = Object.fromEntries(ways.map(([name]) => [name, []]));
  for (const [, request] of ways) await measure(request);
  for (let round = 0; round < rounds; round++)
    for (const [name, request] of ways) found[name].push(await measure(request));
  const middle = (name) => found[name] && median(found[name].map(({ perSecond }) => perSecond));
  const [floor, average, api] = ['floor', 'average', 'api'].map(middle);
  return {
    'floor/s': floor.toFixed(1),
    'average/s': average?.toFixed(1),
    'API/s': api.toFixed(1),
    'of the floor': over(api, floor),
    'of the average': average === undefined ? undefined : over(api, average),
    'API p97.5 ms': median(found.api.map(({ p95 }) => p95)),
  };
}

/** Both addresses in turn, after a round each to warm up: the columns of the table of a bench that has the floor alone. */
export async function ratioOf({ floor, api, cookie }) {
  const found = await inTurn({ floor: { url: floor }, api: { url: api, headers: { cookie } } });
  return {
    'floor/s': found['floor/s'],
    'API/s': found['API/s'],
    ratio: found['of the floor'],
    'API p97.5 ms': found['API p97.5 ms'],
  };
}
