// The daily work with actions against two yardsticks in one run, rounds taken in turn, while the country grows: the floor (bare http and prepared SQL) and
// the average server (entities, relations, findAndCount). `npm run bench -- actions [actions …]`, as 1000 100000 1000000.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { say } from '../system/progress.mjs';
import { againstFloor, inTurn } from './parts/against-floor.mjs';
import { startAverage } from './parts/average.mjs';
import { fillActions, fillUpdates } from './parts/data.mjs';
import { downloads } from './parts/downloads.mjs';

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const lines = 5;
const mostWithLines = 100_000;
const word = 'utbildning';

/** The floor answers with the same rows, so it has the reader's rights written out in its SQL where the API has row-level security. */
const rightsOf = (organization) =>
  `(select * from action where visibility >= 3 or (visibility >= 1 and county_codes && '{22}') or '${organization}' = any (owner_ids)) a `;

/** The very SQL the API runs, taken from its source. */
async function sqlOfApi() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { actionPage } from './actions.query'; export { actionDetail, actionSummary } from './action.sql'; export { updatesOfAction } from './action-detail.query';`,
      resolveDir: 'libs/actions/api',
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    tsconfig: 'apps/api/tsconfig.json',
    logLevel: 'silent',
    define: { 'import.meta.url': JSON.stringify(import.meta.url) },
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports;
}

/** A row of a file as one would write it at first: what it names is looked up for each. */
const plainRow = (sql) => `(${sql.actionSummary})::jsonb || jsonb_build_object(
  'description', a.description, 'targetGroups', to_jsonb(a.target_groups), 'forms', to_jsonb(a.forms), 'phases', to_jsonb(a.phases),
  'responsibleFunction', a.responsible_function, 'cancelReason', a.cancel_reason, 'statusSince', a.status_since, 'createdAt', a.created_at,
  'municipalities', (select coalesce(jsonb_agg(m.name order by m.name collate "sv-SE-x-icu"), '[]') from municipality m where m.code = any (a.municipality_codes)))`;

/** What is measured: the address at the API, the floor's query, and the average server's address. */
function casesOf(sql, acting, { id, deepPage, place }) {
  const from = rightsOf(acting);
  const page = (query) => {
    const { text, values } = sql.actionPage({ page: 1, size: 25, sort: 'changed', order: 'desc', ...query }, acting);
    return { text: text.replaceAll('from action a ', `from ${from}`), values };
  };
  const ranked = `with page as (select a.* from ${from} where a.words @@ words_wanted($1) order by ts_rank(a.words, words_wanted($1)) desc, a.changed_at desc limit 25),
      matching as (select count(*) as n from (select 1 from ${from} where a.words @@ words_wanted($1) limit 1001) m)
    select json_build_object('items', (select json_agg(${sql.actionSummary}) from page a), 'total', n)::text as json from matching`;
  return {
    'newest first': { api: '/api/actions', floor: page({}), average: '/list' },
    'ongoing, by last day': {
      api: '/api/actions?status=ongoing&sort=ends&order=asc',
      floor: page({ status: ['ongoing'], sort: 'ends', order: 'asc' }),
      average: '/byLastDay',
    },
    'one municipality': {
      api: '/api/actions?municipality=2281',
      floor: page({ municipality: ['2281'] }),
      average: '/municipality',
    },
    'a word that every sixth has, best first': {
      api: `/api/actions?q=${word}`,
      floor: { text: ranked, values: [word] },
      average: `/search?q=${word}`,
    },
    'a word that one in a hundred has, best first': {
      api: '/api/actions?q=77',
      floor: { text: ranked, values: ['77'] },
      average: '/search?q=77',
    },
    [`page ${deepPage}`]: {
      api: `/api/actions?page=${deepPage}&after=${place}`,
      floor: page({ page: deepPage }),
      average: `/deep?page=${deepPage}`,
    },
    'one action': {
      api: `/api/actions/${id}`,
      floor: { text: `select (${sql.actionDetail})::text as json from ${from} where a.id = $1`, values: [id] },
      average: `/one?id=${id}`,
    },
    'its last lines': {
      api: `/api/actions/${id}/updates`,
      floor: { text: sql.updatesOfAction, values: [id, true, 20] },
    },
  };
}

/** An action with twenty lines, and where the page at nine tenths of what the reader sees begins. */
async function subjects(owner, acting) {
  const seen = rightsOf(acting);
  const [{ n }] = (await owner.query(`SELECT count(*)::int AS n FROM ${seen}`)).rows;
  // The contract numbers no page higher.
  const deepPage = Math.min(10_000, Math.floor((n * 0.9) / 25));
  const at = `SELECT (extract(epoch from changed_at) * 1000000)::bigint || '.' || id AS place FROM ${seen} ORDER BY changed_at DESC, id DESC OFFSET $1 LIMIT 1`;
  const [{ place }] = (await owner.query(at, [(deepPage - 1) * 25 - 1])).rows;
  const ids = await owner.query(
    `SELECT id FROM action WHERE NOT demo AND visibility >= 2 AND county_codes = '{22}' AND status <> 'draft' ORDER BY created_at DESC LIMIT 2000`,
  );
  const [{ id }] = ids.rows;
  await owner.query(
    `INSERT INTO action_update (action_id, happened_on, done, organization_id, user_id)
     SELECT id, date '2026-09-01' - n, 'Rad ' || n, owner_ids[1], created_by FROM action, generate_series(1, 20) n
     WHERE id = $1 AND (SELECT count(*) FROM action_update u WHERE u.action_id = $1) < 20`,
    [id],
  );
  return { id, deepPage, place, ids: ids.rows.map((row) => row.id) };
}

const given = {
  happenedOn: '2026-11-02',
  done: 'Vi träffades och gick igenom arbetsgången med sju nya.',
  effect: 'Fler frågar.',
  counts: [],
};

/** Lines logged one after another on many actions: each with a key of its own, as the portal does. */
function logging(ids, { api, cookie, csrf, floor, average }) {
  let turn = 0;
  const next = () => ids[turn++ % ids.length];
  const posting = (url, headers, pathOf, bodyOf = () => given) => ({
    url,
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const id = next();
          return {
            ...request,
            path: pathOf(id),
            headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
            body: JSON.stringify(bodyOf(id)),
          };
        },
      },
    ],
  });
  return {
    floor: posting(
      floor,
      {},
      () => '/log',
      (id) => ({ ...given, counts: '[]', actionId: id }),
    ),
    average: posting(average, {}, (id) => `/log?id=${id}`),
    api: posting(api, { cookie, 'x-xsrf-token': csrf }, (id) => `/api/actions/${id}/updates`),
  };
}

const insertLine = {
  text: `insert into average.action_update (action_id, happened_on, done, effect, counts) values ($1, $2, $3, $4, $5) returning json_build_object('id', id)::text as json`,
  values: [],
  body: ['actionId', 'happenedOn', 'done', 'effect', 'counts'],
};

await againstFloor(async ({ owner, url, acting, api, cookie, csrf, pid, floorOf }) => {
  const sql = await sqlOfApi();
  const table = [];
  const files = [];
  for (const rows of sizes.length > 0 ? sizes : [1000, 100_000]) {
    await fillActions(owner, rows, say);
    await fillUpdates(owner, lines, mostWithLines, say);
    const of = await subjects(owner, acting);
    const cases = casesOf(sql, acting, of);
    const average = await startAverage(url, owner, acting);
    const floor = await floorOf({
      ...Object.fromEntries(Object.entries(cases).map(([, one]) => [one.api, one.floor])),
      '/log': insertLine,
      '/export': {
        text: `select json_agg(${plainRow(sql)} order by a.changed_at desc, a.id desc)::text as json from ${rightsOf(acting)}`,
        values: [],
      },
    });
    for (const [name, one] of Object.entries(cases)) {
      const found = await inTurn({
        floor: { url: floor + one.api },
        average: one.average && { url: average.url + one.average },
        api: { url: api + one.api, headers: { cookie } },
      });
      table.push({ actions: rows, case: name, ...found });
      say(`${rows}, ${name}: ${found['of the floor']} of the floor, ${found['of the average'] ?? '–'} of the average`);
    }
    const logged = await inTurn(logging(of.ids, { api, cookie, csrf, floor, average: average.url }));
    table.push({ actions: rows, case: 'log a line', ...logged });
    files.push(...(await downloads({ rows, api, cookie, pid, floor, average: average.url })));
    await average.close();
  }
  console.log(
    '\nSession, context and all rights applied; floor: bare http and prepared SQL as the owner, the reader’s rights written out in it; average: entities with relations.\n',
  );
  console.table(table);
  console.table(files);
});
