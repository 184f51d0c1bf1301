// The coverage of a strategy against the plain floor, in one county's plan, while the country's actions grow: throughput as a ratio in one run, rounds taken in
// turn; and what keeping the counts costs whoever logs an action. `npm run bench -- coverage [largest total]`.
import { say } from '../system/progress.mjs';
import { againstFloor, median, ratioOf } from './parts/against-floor.mjs';
import { fillCoverage } from './parts/coverage.mjs';

const largest = Number(process.argv[2]) || 100_000;
const steps = [
  [1_000, 1_000],
  [10_000, 10_000],
  [10_000, 100_000],
  [10_000, 1_000_000],
].filter(([, all]) => all <= largest);

/** What is plainly written for the same table: the strategy's actions with the reader's rights in the SQL, joined to its goals and to what they are held against, each counted once in each cell. */
function plain(strategy, organization, by) {
  const columns =
    by === 'frame'
      ? `col AS (SELECT g.id::text AS key, g.title, g.sort AS at FROM goal g JOIN strategy s ON s.id = g.strategy_id WHERE s.key = 'nat-2017-2026'),
    held AS (SELECT DISTINCT s.id, c.key FROM seen s CROSS JOIN LATERAL unnest(s.goal_ids) x JOIN (SELECT id AS goal, id::text AS key FROM goal UNION SELECT goal_id, frame_goal_id::text FROM goal_link) t ON t.goal = x JOIN col c ON c.key = t.key)`
      : `col AS (SELECT m.code AS key, m.name AS title, row_number() OVER (ORDER BY m.name COLLATE "sv-SE-x-icu") AS at FROM municipality m WHERE m.county_code = '22' UNION ALL SELECT '-', '', 1000),
    held AS (SELECT DISTINCT s.id, m AS key FROM seen s CROSS JOIN LATERAL unnest(s.municipality_codes) m JOIN col c ON c.key = m UNION ALL SELECT s.id, '-' FROM seen s WHERE s.municipality_codes = '{}')`;
  return {
    text: `WITH RECURSIVE aims AS (SELECT * FROM goal WHERE strategy_id = $1),
      under AS (SELECT id AS root, id AS goal FROM aims UNION ALL SELECT u.root, a.id FROM under u JOIN aims a ON a.parent_id = u.goal),
      seen AS MATERIALIZED (SELECT a.id, a.goal_ids, a.municipality_codes FROM action a
        WHERE a.goal_ids && array(SELECT id FROM aims) AND a.status IN ('planned', 'ongoing', 'paused') AND a.hidden_at IS NULL
          AND (a.visibility >= 3 OR a.visibility >= 1 AND a.county_codes && '{22}' OR '${organization}' = ANY (a.owner_ids) OR a.visibility >= 1 AND '${organization}' = ANY (a.partner_ids))),
      tied AS (SELECT DISTINCT s.id, u.root FROM seen s CROSS JOIN LATERAL unnest(s.goal_ids) x JOIN under u ON u.goal = x),
      ${columns},
      cells AS (SELECT t.root, h.key, count(*) AS n FROM tied t JOIN held h ON h.id = t.id GROUP BY 1, 2),
      totals AS (SELECT root, count(*) AS n FROM tied GROUP BY 1)
      SELECT json_build_object('total', (SELECT count(*) FROM seen),
        'columns', (SELECT json_agg(json_build_object('key', c.key, 'title', c.title, 'total', (SELECT count(*) FROM held h WHERE h.key = c.key)) ORDER BY c.at) FROM col c),
        'rows', (SELECT json_agg(json_build_object('goalId', a.id, 'number', a.number, 'title', a.title, 'parentId', a.parent_id, 'total', coalesce((SELECT n FROM totals t WHERE t.root = a.id), 0),
          'cells', (SELECT json_agg(coalesce(x.n, 0) ORDER BY c.at) FROM col c LEFT JOIN cells x ON x.key = c.key AND x.root = a.id)) ORDER BY a.sort) FROM aims a))::text AS json`,
    values: [strategy],
  };
}

const numbersOf = ({ total, columns, rows }) =>
  JSON.stringify([total, columns.map((column) => column.total), rows.map((row) => [row.total, row.cells])]);

async function compare(own, all, { api, cookie, floor, strategy }) {
  const table = [];
  for (const by of ['frame', 'municipality']) {
    const path = `/api/coverage/${strategy}?by=${by}`;
    const [ours, theirs] = [
      await (await fetch(api + path, { headers: { cookie } })).json(),
      await (await fetch(`${floor}/${by}`)).json(),
    ];
    if (numbersOf(ours) !== numbersOf(theirs)) throw new Error(`${by}: the floor counts otherwise`);
    const found = await ratioOf({ floor: `${floor}/${by}`, api: api + path, cookie });
    table.push({ 'of the strategy': own, 'in the country': all, against: by, ...found });
    say(`${all}, ${by}: ${table.at(-1).ratio}`);
  }
  return table;
}

/** Milliseconds for one action of its own transaction, with the counts kept and without, taken in turn. */
async function logging(client) {
  const one = `INSERT INTO action (title, kind, status, visibility, municipality_codes, county_codes, owner_ids, partner_ids, goal_ids, created_by)
    SELECT 'Prov', 'other', 'ongoing', 2, municipality_codes, county_codes, owner_ids, partner_ids, goal_ids, created_by FROM action WHERE reference = 'T-' || $1::int`;
  const times = { kept: [], not: [] };
  for (let round = 0; round < 3; round++)
    for (const state of ['kept', 'not']) {
      await client.query(`ALTER TABLE action ${state === 'kept' ? 'ENABLE' : 'DISABLE'} TRIGGER coverage_of_new`);
      const began = performance.now();
      for (let n = 1; n <= 300; n++) await client.query(one, [n]);
      times[state].push((performance.now() - began) / 300);
      await client.query(`DELETE FROM action WHERE title = 'Prov'`);
    }
  await client.query('ALTER TABLE action ENABLE TRIGGER coverage_of_new');
  return `One action logged in its own transaction: ${median(times.kept).toFixed(2)} ms with the counts, ${median(times.not).toFixed(2)} ms without.`;
}

await againstFloor(async ({ owner, acting, api, cookie, floorOf }) => {
  const table = [];
  for (const [own, all] of steps) {
    const strategy = await fillCoverage(owner, own, all, say);
    const floor = await floorOf(
      Object.fromEntries(['frame', 'municipality'].map((by) => [`/${by}`, plain(strategy, acting, by)])),
    );
    table.push(...(await compare(own, all, { api, cookie, floor, strategy })));
  }
  const faults = (await owner.query('SELECT count(*)::int AS n FROM coverage_faults()')).rows[0].n;
  const sizes = await owner.query(
    `SELECT (SELECT count(*)::int FROM coverage) AS coverage, (SELECT count(*)::int FROM audience) AS audiences, (SELECT count(*)::int FROM goal_set) AS sets`,
  );
  const cost = await logging(owner);
  console.log(
    '\nSeventeen goals of a plan, open actions, a reader of the county board; the floor: bare http and plain prepared SQL as the owner over the actions, the reader’s rights written out in it.\n',
  );
  console.table(table);
  console.log(`${cost} Kept: ${JSON.stringify(sizes.rows[0])}; ${faults} faults.`);
});
