import type { TestApp } from './test-app';

/** Every text and JSON column of every table of the database that holds the word, the queue's included. Tables are asked first, whole. */
export async function everywhere(app: TestApp, word: string): Promise<string[]> {
  const columns = await app.sql<{ place: string; column: string }>(
    `select format('%I.%I', table_schema, table_name) as place, column_name as column from information_schema.columns
     where table_schema in ('samverkan', 'samverkan_jobs') and (data_type in ('text', 'character varying', 'json', 'jsonb', 'tsvector', 'ARRAY', 'bytea'))
       and table_name in (select table_name from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('samverkan', 'samverkan_jobs'))`,
  );
  const holding = async (places: { place: string; what: string }[]) => {
    const asked = places.map(
      ({ place, what }, at) =>
        `select ${at} as at where exists (select 1 from ${place} t where ${what}::text ilike $1)`,
    );
    const rows = asked.length > 0 ? await app.sql<{ at: number }>(asked.join(' union all '), [`%${word}%`]) : [];
    return rows.flatMap(({ at }) => places[at] ?? []);
  };
  const tables = [...new Set(columns.map(({ place }) => place))].map((place) => ({ place, what: 't' }));
  const held = new Set((await holding(tables)).map(({ place }) => place));
  const within = columns
    .filter(({ place }) => held.has(place))
    .map(({ place, column }) => ({ place, what: `"${column}"` }));
  return (await holding(within)).map(({ place, what }) => `${place}.${what.slice(1, -1)}`).sort();
}
