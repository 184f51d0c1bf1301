// What every bench against the plain floor stands on: a system of its own for the time of the measurement, and throughput as a ratio in
// one run, rounds taken in turn.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';
import { openDatabase } from '../../database.mjs';
import { freePort } from '../../system/ports.mjs';
import { runSystem } from '../../system/run-system.mjs';
import { startFloor } from './floor.mjs';
import { signIn } from './sign-in.mjs';

const rounds = 3;

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * Runs the work with a migrated and seeded database and the API on it, then ends the process. The work is given `owner` (a connection as
 * the owner), `acting` (the organisation of the reader), `api`, `cookie` (hers), `pid` (the API's) and `floorOf(routes)`, which gives the floor's address.
 */
export async function againstFloor(work) {
  const folder = mkdtempSync(join(tmpdir(), 'samverkan-bench-'));
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
    const [{ id: acting }] = (await owner.query(`SELECT id FROM organization WHERE key = 'county_board:22'`)).rows;
    const api = `http://127.0.0.1:${port}`;
    await work({
      owner,
      acting,
      api,
      cookie: await signIn(api, 'eva.berglind@demo.example'),
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
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit();
}

async function measure(url, headers = {}) {
  const result = await autocannon({ url, headers, connections: 16, duration: 4 });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return { perSecond: result.requests.average, p95: result.latency.p97_5 };
}

/** Both addresses in turn, after a round each to warm up: the columns of the table that every bench prints. */
export async function ratioOf({ floor, api, cookie }) {
  const found = { floor: [], api: [], p95: [] };
  await measure(floor);
  await measure(api, { cookie });
  for (let round = 0; round < rounds; round++) {
    found.floor.push((await measure(floor)).perSecond);
    const ours = await measure(api, { cookie });
    found.api.push(ours.perSecond);
    found.p95.push(ours.p95);
  }
  return {
    'floor/s': median(found.floor).toFixed(1),
    'API/s': median(found.api).toFixed(1),
    ratio: (median(found.api) / median(found.floor)).toFixed(2),
    'API p97.5 ms': median(found.p95),
  };
}
