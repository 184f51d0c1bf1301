// Fills a migrated database with made-up actions, spread over counties, owners, goals and visibilities. Set-based; the same every time.

const insert = `
  WITH places AS (SELECT array_agg(m.code ORDER BY m.code) AS codes FROM municipality m),
    owners AS (SELECT array_agg(o.id ORDER BY o.key) AS ids FROM organization o WHERE o.kind = 'municipality'),
    aims AS (SELECT array_agg(g.id ORDER BY g.key) AS ids FROM goal g JOIN strategy s ON s.id = g.strategy_id WHERE s.status = 'adopted'),
    numbers AS (SELECT n, (n * 7919) % 290 AS place FROM generate_series($1::int, $2::int) n)
  INSERT INTO action (reference, title, description, kind, status, starts_on, ends_on, visibility, target_groups, forms, phases, municipality_codes, county_codes,
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
  FROM numbers, places, owners, aims`;

/** Adds actions until there are `count` beside the demo county's; `client` is the owner's. */
export async function fillActions(client, count, say = () => undefined) {
  await client.query('SET search_path = samverkan');
  const { rows } = await client.query('SELECT count(*)::int AS n FROM action WHERE NOT demo');
  for (let from = rows[0].n + 1; from <= count; from += 10_000) {
    await client.query(insert, [from, Math.min(count, from + 9_999)]);
    say(`${Math.min(count, from + 9_999)} of ${count} actions`);
  }
  await client.query('VACUUM ANALYZE action');
  await client.query('ANALYZE');
}
