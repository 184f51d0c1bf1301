// The list of actions against the bare floor, on 100,000 rows: throughput as a ratio in one run, rounds taken in turn.
// `npm run bench -- list [rows]`.
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { build } from 'esbuild';
import pg from 'pg';
import { openDatabase } from '../database.mjs';
import { freePort } from '../system/ports.mjs';
import { runSystem } from '../system/run-system.mjs';
import { say } from '../system/progress.mjs';
import { fillActions } from './parts/data.mjs';
import { startFloor } from './parts/floor.mjs';
import { signIn } from './parts/sign-in.mjs';

const rows = Number(process.argv.at(-1)) || 100_000;
const rounds = 3;

const cases = {
  'newest first': {},
  'status ongoing, by last day': { status: ['ongoing'], sort: 'ends', order: 'asc' },
  'one municipality': { municipality: ['2281'] },
  'Swedish search': { q: 'utbildning' },
  'page 40': { page: 40 },
};

/** The floor answers with the same rows, so it has the reader's rights written out in its SQL where the API has row-level security. */
const withRights = ({ text, values }, organization) => ({
  text: text.replaceAll(
    'from action a ',
    `from (select * from action where visibility >= 3 or (visibility >= 1 and county_codes && '{22}') or '${organization}' = any (owner_ids)) a `,
  ),
  values,
});

/** The very query the API runs, taken from its source. */
async function actionPage() {
  const { outputFiles } = await build({
    entryPoints: ['libs/actions/api/actions.query.ts'],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    tsconfig: 'apps/api/tsconfig.json',
    logLevel: 'silent',
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports.actionPage;
}

const suffix = (query) => {
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
  return search && `?${search}`;
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function measure(url, headers = {}) {
  const result = await autocannon({ url, headers, connections: 16, duration: 4 });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return { perSecond: result.requests.average, p95: result.latency.p97_5 };
}

const folder = mkdtempSync(join(tmpdir(), 'samverkan-bench-'));
chmodSync(folder, 0o755);
const database = await openDatabase({ folder, external: '', throwaway: true });
let system;
let floor;
try {
  const port = await freePort();
  system = await runSystem({ database, port, stdio: 'ignore', extra: { LOG_LEVEL: 'silent', PORTAL_DIR: '' } });
  const owner = new pg.Client({ connectionString: database.url });
  owner.on('error', () => undefined);
  await owner.connect();
  await fillActions(owner, rows, say);
  const [acting] = (await owner.query(`SELECT id FROM organization WHERE key = 'county_board:22'`)).rows;
  await owner.end();

  const page = await actionPage();
  const defaults = { page: 1, size: 25, sort: 'changed', order: 'desc' };
  const queries = Object.fromEntries(
    Object.entries(cases).map(([name, query]) => [name, `/api/actions${suffix(query)}`]),
  );
  floor = await startFloor(
    database.url,
    Object.fromEntries(
      Object.entries(cases).map(([name, query]) => [
        queries[name],
        withRights(page({ ...defaults, ...query }, acting.id), acting.id),
      ]),
    ),
  );
  const api = `http://127.0.0.1:${port}`;
  const cookie = await signIn(api, 'eva.berglind@demo.example');

  const table = [];
  for (const [name, path] of Object.entries(queries)) {
    const found = { floor: [], api: [], p95: [] };
    await measure(floor.url + path);
    await measure(api + path, { cookie });
    for (let round = 0; round < rounds; round++) {
      found.floor.push((await measure(floor.url + path)).perSecond);
      const ours = await measure(api + path, { cookie });
      found.api.push(ours.perSecond);
      found.p95.push(ours.p95);
    }
    const row = {
      case: name,
      'floor/s': Math.round(median(found.floor)),
      'API/s': Math.round(median(found.api)),
      ratio: (median(found.api) / median(found.floor)).toFixed(2),
      'API p97.5 ms': median(found.p95),
    };
    table.push(row);
    say(`${name}: ${row.ratio}`);
  }
  console.log(
    `\n${rows} actions, 25 to a page, session, context and all rights applied; floor: bare http and prepared SQL as the owner, the reader's rights written out in it.\n`,
  );
  console.table(table);
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
