import type { TestApp } from './test-app';

/** Every text and JSON column of every table of the database that holds the word, the queue's included. */
export async function everywhere(app: TestApp, word: string): Promise<string[]> {
  const columns = await app.sql<{ place: string; column: string }>(
    `select format('%I.%I', table_schema, table_name) as place, column_name as column from information_schema.columns
     where table_schema in ('samverkan', 'samverkan_jobs') and (data_type in ('text', 'character varying', 'json', 'jsonb', 'tsvector', 'ARRAY', 'bytea'))
       and table_name in (select table_name from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('samverkan', 'samverkan_jobs'))`,
  );
  const found: string[] = [];
  for (const { place, column } of columns) {
    const rows = await app.sql(`select 1 from ${place} where "${column}"::text ilike $1 limit 1`, [`%${word}%`]);
    if (rows.length > 0) found.push(`${place}.${column}`);
  }
  return found.sort();
}
