// A county's plan of four goals and thirteen measures with its actions, and the rest of the country's actions towards plans of their own. Set-based; the same every time.

const plans = `
  INSERT INTO strategy (key, kind, title, short_title, starts_on, status, verification, county_codes)
    SELECT 'bench:' || c.code, 'action_plan', 'Plan ' || c.name, 'Plan ' || c.code, date '2026-01-01', 'adopted', 'unverified', array[c.code] FROM county c ON CONFLICT DO NOTHING;
  INSERT INTO goal (key, strategy_id, number, title, sort)
    SELECT s.key || ':' || n, s.id, n::text, 'Mål ' || n, n * 100 FROM strategy s, generate_series(1, 4) n WHERE s.key LIKE 'bench:%' ON CONFLICT DO NOTHING;
  INSERT INTO goal (key, strategy_id, number, title, sort, parent_id)
    SELECT s.key || ':' || p.number || '.' || n, s.id, p.number || '.' || n, 'Åtgärd ' || p.number || '.' || n, p.sort + n, p.id
    FROM strategy s JOIN goal p ON p.strategy_id = s.id AND p.parent_id IS NULL, generate_series(1, 4) n
    WHERE s.key LIKE 'bench:%' AND (n <= 3 OR p.number = '2') ON CONFLICT DO NOTHING;
  INSERT INTO goal_link (goal_id, frame_goal_id, verification)
    SELECT g.id, f.id, 'unverified' FROM goal g JOIN strategy s ON s.id = g.strategy_id JOIN goal f ON f.key = 'nat-' || left(g.number, 1)
    WHERE s.key LIKE 'bench:%' ON CONFLICT DO NOTHING;
  INSERT INTO strategy_frame (strategy_id, frame_id) SELECT s.id, f.id FROM strategy s, strategy f WHERE s.key LIKE 'bench:%' AND f.key = 'nat-2017-2026' ON CONFLICT DO NOTHING`;

// Drawn by the action's number: its county's measures (one, two or three), sometimes a national goal; one municipality, two, all or none; owners and partners of the county.
const insert = `
  WITH counties AS (SELECT array_agg(code ORDER BY code) AS codes FROM county WHERE code <> '22'),
    numbers AS (SELECT n, ('x' || substr(md5('a' || n), 1, 7))::bit(28)::int AS a, ('x' || substr(md5('b' || n), 1, 7))::bit(28)::int AS b, ('x' || substr(md5('c' || n), 1, 7))::bit(28)::int AS c,
      coalesce($3::text, (SELECT codes[1 + n % array_length(codes, 1)] FROM counties)) AS county FROM generate_series($1::int, $2::int) n),
    places AS (SELECT county_code AS county, array_agg(code ORDER BY code) AS codes FROM municipality GROUP BY 1),
    parties AS (SELECT oc.county_code AS county, array_agg(o.id ORDER BY o.key) AS ids FROM organization o JOIN organization_county oc ON oc.organization_id = o.id GROUP BY 1),
    aims AS (SELECT s.county_codes[1] AS county, array_agg(g.id ORDER BY g.sort) AS ids FROM goal g JOIN strategy s ON s.id = g.strategy_id WHERE s.key LIKE 'bench:%' GROUP BY 1),
    frame AS (SELECT array_agg(g.id ORDER BY g.key) AS ids FROM goal g WHERE g.key LIKE 'nat-%')
  INSERT INTO action (reference, title, description, kind, status, visibility, municipality_codes, county_codes, owner_ids, partner_ids, goal_ids, created_by, created_at, changed_at)
  SELECT 'T-' || n, 'Insats ' || n, 'Arbete mot våld i nära relationer. ' || repeat('Personalen träffas och går igenom arbetsgången. ', 1 + n % 5), 'network',
    (array['planned', 'ongoing', 'ongoing', 'ongoing', 'completed', 'completed', 'paused', 'cancelled'])[1 + a % 8], (array[0, 1, 2, 2, 2, 3, 3, 4])[1 + b % 8],
    CASE c % 10 WHEN 0 THEN '{}' WHEN 1 THEN p.codes WHEN 2 THEN array[p.codes[1 + a % cardinality(p.codes)], p.codes[1 + b % cardinality(p.codes)]] ELSE array[p.codes[1 + a % cardinality(p.codes)]] END,
    array[county], array[o.ids[1 + a % cardinality(o.ids)]], array[o.ids[1 + b % cardinality(o.ids)], o.ids[1 + c % cardinality(o.ids)]],
    array[g.ids[1 + a % 17]] || CASE WHEN b % 3 = 0 THEN array[g.ids[1 + b % 17]] ELSE '{}' END || CASE WHEN c % 4 = 0 THEN array[f.ids[1 + c % 4]] ELSE '{}' END,
    '00000000-0000-7000-8000-000000000000', timestamptz '2026-11-01' - n * interval '1 minute', timestamptz '2026-11-20' - n * interval '1 minute'
  FROM numbers JOIN places p USING (county) JOIN parties o USING (county) JOIN aims g USING (county), frame f`;

const batch = 25_000;

/** Adds actions until Västernorrland's plan has `own` and the country `all`; `client` is the owner's. Gives the plan's id. */
export async function fillCoverage(client, own, all, say = () => undefined) {
  await client.query('SET search_path = samverkan');
  // What is lost when the machine falls is made again: nothing waits for the disk.
  await client.query('SET synchronous_commit = off');
  await client.query(plans);
  const count = async (test) =>
    (await client.query(`SELECT count(*)::int AS n FROM action WHERE reference LIKE 'T-%' AND ${test}`)).rows[0].n;
  let made = await count('true');
  const add = async (many, county) => {
    for (let left = many; left > 0; left -= batch) {
      const until = made + Math.min(left, batch);
      await client.query(insert, [made + 1, until, county]);
      made = until;
      say(`${made} actions`);
    }
  };
  await add(own - (await count(`county_codes = '{22}'`)), '22');
  await add(all - made, null);
  for (const table of ['action', 'coverage', 'audience', 'goal_set']) await client.query(`VACUUM ANALYZE ${table}`);
  await client.query('ANALYZE');
  return (await client.query(`SELECT id FROM strategy WHERE key = 'bench:22'`)).rows[0].id;
}
