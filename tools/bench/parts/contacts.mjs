// Fills a migrated database with made-up functions and their holders, spread over the country's municipalities. Set-based; the same every time.

const insert = `
  WITH places AS (SELECT array_agg(m.code ORDER BY m.code) AS codes FROM municipality m),
    owners AS (SELECT array_agg(o.id ORDER BY o.key) AS ids, array_agg(o.municipality_code ORDER BY o.key) AS codes FROM organization o WHERE o.kind = 'municipality'),
    numbers AS (SELECT n, 1 + (n * 7919) % 290 AS place FROM generate_series($1::int, $2::int) n),
    made AS (
      INSERT INTO contact_function (organization_id, title, subjects, municipality_codes, county_codes, mailbox, phone, visibility, verified_on, next_verification_on, created_by)
      SELECT owners.ids[place], (array['Kvinnofridssamordnare', 'Samtalsmottagning för våldsutövare', 'Barn- och familjeenheten', 'Samordnare mot hedersrelaterat våld', 'Jourtelefon', 'Utredare', 'Äldreomsorgens kontakt'])[1 + n % 7] || ' ' || n,
        array[(array['exposed_adults', 'perpetrators', 'exposed_children', 'honour', 'counselling', 'coordination', 'elderly'])[1 + n % 7]],
        array[owners.codes[place]], array[left(owners.codes[place], 2)], 'funktion' || n || '@example.org', '0611-319 ' || 100 + n % 900,
        (array[0, 2, 3, 3, 3, 3, 4])[1 + (n / 7) % 7], today() - (n % 300), today() + 180 - (n % 300), '00000000-0000-7000-8000-000000000000'
      FROM numbers, places, owners RETURNING id, organization_id),
    held AS (INSERT INTO contact_holder (function_id, organization_id, valid_from) SELECT id, organization_id, date '2025-01-01' FROM made RETURNING id, function_id)
  INSERT INTO contact_holder_name (holder_id, function_id, name) SELECT id, function_id, 'Namn ' || left(id::text, 8) FROM held`;

/** Adds functions until there are `count` beside the demo county's; `client` is the owner's. */
export async function fillContacts(client, count, say = () => undefined) {
  await client.query('SET search_path = samverkan');
  const { rows } = await client.query('SELECT count(*)::int AS n FROM contact_function WHERE NOT demo');
  for (let from = rows[0].n + 1; from <= count; from += 5000) {
    await client.query(insert, [from, Math.min(count, from + 4999)]);
    say(`${Math.min(count, from + 4999)} of ${count} functions`);
  }
  await client.query('VACUUM ANALYZE contact_function');
  await client.query('VACUUM ANALYZE contact_search');
  await client.query('ANALYZE');
}
