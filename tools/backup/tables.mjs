// What a backup holds: every ordinary table of the application and of its queue, in an order and a form that do not depend on the server.

/**
 * Sessions and counters of wrong passwords are not kept: after a restore everybody signs in anew. What migrating makes is made by migrating.
 * Nor is what the queue has counted of itself: it has a table for each day, and those of today are not those of the day of the backup.
 */
const leftOut = {
  samverkan: /^(session|sign_in_limit|migration)$/,
  samverkan_jobs: /^(version|queue_stats.*)$/,
};

/** Whether a backup is to hold the table; one made before may hold more. */
export const isKept = ({ schema, name }) => !leftOut[schema].test(name);

export const schemas = Object.keys(leftOut);

/** Rows are written alike whatever the server's and the reader's settings are. */
export const settled = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 3; set local statement_timeout = 0; set local lock_timeout = '30s'`;

/** `{ schema, name, columns, key, forced }[]`; generated columns make themselves. */
export async function tablesOf(client) {
  const { rows } = await client.query(
    `select n.nspname as schema, c.relname as name, c.relforcerowsecurity as forced, c.relrowsecurity as secured,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select array_agg(a.attname::text order by k.place) from pg_index i
         cross join unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
         where i.indrelid = c.oid and i.indisprimary) as key
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any($1) order by 1, 2`,
    [schemas],
  );
  return rows.filter(isKept);
}

/** Tables whose rows this role cannot be sure to see whole. A backup that leaves rows out without a word is worse than none. */
export async function hiddenFrom(client) {
  const { rows } = await client.query(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relforcerowsecurity and n.nspname = any($1)
       and not (select rolsuper or rolbypassrls from pg_roles where rolname = current_user)
       and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
         and pg_get_expr(p.polqual, p.polrelid) = 'true' and (select oid from pg_roles where rolname = current_user) = any(p.polroles))`,
    [schemas],
  );
  return rows.map((row) => row.name);
}

/** Numbers that identities count up from. */
export async function sequencesOf(client) {
  const { rows } = await client.query(
    `select schemaname as schema, sequencename as name, last_value::text as last from pg_sequences
     where schemaname = any($1) and last_value is not null order by 1, 2`,
    [schemas],
  );
  return rows;
}

/** The migrations a database has had, oldest first. */
export async function migrationsOf(client) {
  const { rows } = await client.query('select name from samverkan.migration order by timestamp, name');
  return rows.map((row) => row.name);
}

/** The form of the queue's tables, null before there was a queue. */
export async function queueVersionOf(client) {
  const { rows } = await client.query(`select to_regclass('samverkan_jobs.version') is not null as there`);
  if (!rows[0].there) return null;
  return (await client.query('select version from samverkan_jobs.version')).rows[0]?.version ?? null;
}

const quoted = (client, names) => names.map((name) => client.escapeIdentifier(name)).join(', ');

export const nameOf = (client, { schema, name }) =>
  `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;

/** The statement that writes a table's rows in an order that is the same on every server. */
export function rowsOut(client, table) {
  const columns = quoted(client, table.columns);
  const by = table.key ?? table.columns;
  const order = by.map((column) => `${client.escapeIdentifier(column)}::text collate "C"`).join(', ');
  return `copy (select ${columns} from ${nameOf(client, table)} order by ${order}) to stdout`;
}

export const rowsIn = (client, table) => `copy ${nameOf(client, table)} (${quoted(client, table.columns)}) from stdin`;
