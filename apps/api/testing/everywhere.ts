import type { TestApp } from './test-app';

/** Every text and JSON column of every table of the database that holds the word, the queue's included. Tables are asked first, whole. */
export async function everywhere(app: TestApp, word: string): Promise<string[]> {
  const columns = await app.sql<{ place: string; column: string }>(
    `select format('%I.%I', table_schema, table_name) as place, column_name as column from information_schema.columns
     where table_schema in ('samverkan', 'samverkan_jobs') and (data_type in ('text', 'character varying', 'json', 'jsonb', 'tsvector', 'ARRAY', 'bytea'))
       and table_name in (select table_name from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('samverkan', 'samverkan_jobs'))`,
  );
  const holds = async (place: string, what: string) =>
    (await app.sql(`select 1 from ${place} t where ${what}::text ilike $1 limit 1`, [`%${word}%`])).length > 0;
  const found: string[] = [];
  for (const table of new Set(columns.map(({ place }) => place))) {
    if (!(await holds(table, 't'))) continue;
    for (const { place, column } of columns)
      if (place === table && (await holds(place, `"${column}"`))) found.push(`${place}.${column}`);
  }
  return found.sort();
}
