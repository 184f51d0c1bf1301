// The list of actions against the bare floor, on 100,000 rows: throughput as a ratio in one run, rounds taken in turn.
// `npm run bench -- list [rows]`.
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { say } from '../system/progress.mjs';
import { againstFloor, ratioOf } from './parts/against-floor.mjs';
import { fillActions } from './parts/data.mjs';

const rows = Number(process.argv.at(-1)) || 100_000;

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

await againstFloor(async ({ owner, acting, api, cookie, floorOf }) => {
  await fillActions(owner, rows, say);
  const page = await actionPage();
  const defaults = { page: 1, size: 25, sort: 'changed', order: 'desc' };
  const paths = Object.fromEntries(
    Object.entries(cases).map(([name, query]) => [name, `/api/actions${suffix(query)}`]),
  );
  const floor = await floorOf(
    Object.fromEntries(
      Object.entries(cases).map(([name, query]) => [
        paths[name],
        withRights(page({ ...defaults, ...query }, acting), acting),
      ]),
    ),
  );
  const table = [];
  for (const [name, path] of Object.entries(paths)) {
    const found = await ratioOf({ floor: floor + path, api: api + path, cookie });
    table.push({ case: name, ...found });
    say(`${name}: ${found.ratio}`);
  }
  console.log(
    `\n${rows} actions, 25 to a page, session, context and all rights applied; floor: bare http and prepared SQL as the owner, the reader's rights written out in it.\n`,
  );
  console.table(table);
});
