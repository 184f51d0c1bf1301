// Fills a migrated database with made-up actions, spread over counties, owners, goals and visibilities, and with lines of what was done. Set-based; the same every time.

const insert = `
  WITH places AS (SELECT array_agg(m.code ORDER BY m.code) AS codes FROM municipality m WHERE m.county_code = coalesce($3::text, m.county_code)),
    owners AS (SELECT array_agg(o.id ORDER BY o.key) AS ids FROM organization o WHERE o.kind = 'municipality' AND o.municipality_code = any ((SELECT codes FROM places)::text[])),
    aims AS (SELECT array_agg(g.id ORDER BY g.key) AS ids FROM goal g JOIN strategy s ON s.id = g.strategy_id WHERE s.status = 'adopted'),
    numbers AS (SELECT n, (n::bigint * 7919 % (SELECT cardinality(codes) FROM places))::int AS place FROM generate_series($1::int, $2::int) n),
    made AS (INSERT INTO action (reference, title, description, kind, status, starts_on, ends_on, visibility, target_groups, forms, phases, municipality_codes, county_codes,
      owner_ids, partner_ids, partner_names, goal_ids, created_by, created_at, changed_at)
    SELECT 'B-' || n, 'Insats ' || n || ': ' || (array['utbildning i FREDA', 'rutin för våldsfrågor', 'samtalsmottagning', 'kampanj mot våld', 'nätverk för samordnare', 'stöd till barn'])[1 + n % 6],
      'Arbete mot våld i nära relationer. ' || repeat('Personalen träffas och går igenom arbetsgången. ', 1 + n % 5),
      (array['training', 'routine', 'support', 'campaign', 'network', 'project'])[1 + n % 6],
      (array['planned', 'ongoing', 'ongoing', 'ongoing', 'completed', 'completed', 'paused', 'cancelled'])[1 + n % 8],
      date '2024-01-01' + (n * 13) % 1000, date '2024-06-01' + (n * 13) % 1000 + n % 400,
      (array[0, 1, 2, 2, 2, 3, 3, 4])[1 + (n / 8) % 8],
      array[(array['exposed_women', 'exposed_children', 'young_people', 'perpetrators'])[1 + n % 4]], array['intimate_partner'], array['support'],
      array[codes[1 + place]], array[left(codes[1 + place], 2)],
      array[owners.ids[1 + (n * 31) % array_length(owners.ids, 1)]],
      array[owners.ids[1 + (n * 17 + 1) % array_length(owners.ids, 1)], owners.ids[1 + (n * 23 + 2) % array_length(owners.ids, 1)]], array['Elevhälsa'],
      array[aims.ids[1 + n % array_length(aims.ids, 1)], aims.ids[1 + (n + 3) % array_length(aims.ids, 1)]],
      '00000000-0000-7000-8000-000000000000', timestamptz '2026-11-01' - n * interval '1 minute', timestamptz '2026-11-20' - n * interval '1 minute'
    FROM numbers, places, owners, aims RETURNING id, owner_ids, partner_ids, goal_ids),
    owned AS (INSERT INTO action_owner (action_id, organization_id) SELECT DISTINCT id, unnest(owner_ids) FROM made ON CONFLICT DO NOTHING),
    joined AS (INSERT INTO action_partner (action_id, organization_id) SELECT DISTINCT id, unnest(partner_ids) FROM made ON CONFLICT DO NOTHING)
  INSERT INTO action_goal (action_id, goal_id) SELECT DISTINCT id, unnest(goal_ids) FROM made ON CONFLICT DO NOTHING`;

// Lines of a few words, in the month after one another, by the action's first owner.
const lines = `
  INSERT INTO action_update (action_id, happened_on, done, effect, counts, organization_id, user_id, created_at)
  SELECT a.id, date '2026-11-01' - n * 7, 'Vi träffades för gång ' || n || ' och gick igenom arbetsgången.', CASE WHEN n % 2 = 0 THEN 'Fler frågar om våld.' END,
    CASE WHEN n % 3 = 0 THEN '[{"profession": "social_workers", "count": 14}]' ELSE '[]' END::jsonb, a.owner_ids[1], '00000000-0000-7000-8000-000000000000', timestamptz '2026-11-01' - n * interval '7 days'
  FROM action a, generate_series(1, $2::int) n WHERE a.id = any ($1::uuid[])`;

const batch = 10_000;

/** The work without the disk waited for and without what is done row by row: what is lost when the machine falls is made again. */
async function quickly(client, triggers, work) {
  const turn = (how) =>
    client.query(triggers.map(([table, name]) => `ALTER TABLE ${table} ${how} TRIGGER ${name}`).join(';'));
  await client.query('SET search_path = samverkan; SET synchronous_commit = off');
  await turn('DISABLE');
  try {
    await work();
  } finally {
    await turn('ENABLE');
    await client.query('SET synchronous_commit = on');
  }
}

/** Adds actions until there are `count` beside the demo county's, of one county where it is named; `client` is the owner's. */
export async function fillActions(client, count, say = () => undefined, county = null) {
  // The insert makes the links itself.
  await quickly(client, [['action', 'action_links']], async () => {
    const { rows } = await client.query('SELECT count(*)::int AS n FROM action WHERE NOT demo');
    for (let from = rows[0].n + 1; from <= count; from += batch) {
      const until = Math.min(count, from + batch - 1);
      await client.query(insert, [from, until, county]);
      say(`${until} of ${count} actions`);
    }
  });
  for (const table of ['action', 'action_owner', 'action_partner', 'action_goal'])
    await client.query(`VACUUM ANALYZE ${table}`);
  await client.query('ANALYZE');
}

/** Gives each made-up action that has none so many lines of what was done, up to so many actions with lines. */
export async function fillUpdates(client, each, most, say = () => undefined) {
  const { rows } = await client.query(
    `SELECT array_agg(id) AS ids FROM (SELECT a.id, a.last_update_on FROM action a WHERE NOT a.demo ORDER BY a.created_at DESC LIMIT $1) a WHERE a.last_update_on IS NULL`,
    [most],
  );
  const ids = rows[0].ids ?? [];
  const triggers = [
    ['action', 'USER'],
    ['action_update', 'USER'],
  ];
  await quickly(client, triggers, async () => {
    for (let from = 0; from < ids.length; from += batch) {
      const some = ids.slice(from, from + batch);
      await client.query(lines, [some, each]);
      await client.query(`UPDATE action SET last_update_on = date '2026-10-25' WHERE id = any ($1::uuid[])`, [some]);
      say(`lines of ${Math.min(ids.length, from + batch)} of ${ids.length} actions`);
    }
  });
  await client.query('VACUUM ANALYZE action_update');
  await client.query('VACUUM ANALYZE action');
}
