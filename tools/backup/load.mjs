// Puts a backup's rows into a database whose tables stand empty or hold only what migrating put there. All of it, or nothing.
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { Trouble } from '../system/trouble.mjs';
import { measure, nowhere, readRows } from './archive.mjs';
import {
  isKept,
  migrationsOf,
  nameOf,
  queueVersionOf,
  rowsIn,
  rowsOut,
  schemas,
  settled,
  tablesOf,
} from './tables.mjs';

const foreignKeys = `
  select r.oid::regclass::text as "table", quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
  from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
  where c.contype = 'f' and c.conparentid = 0 and n.nspname = any($1)`;

/** Loads `folder` in one transaction: keys between tables are taken off and put back, so the order of tables is free and each key is proved anew. */
export async function load({ url, folder, manifest }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`begin; ${settled}`);
    const here = await sameTables(client, manifest);
    const { rows: keys } = await client.query(foreignKeys, [schemas]);
    for (const key of keys) await client.query(`alter table ${key.table} drop constraint ${key.name}`);
    for (const table of here) await client.query(doors(client, table, 'open'));
    await client.query(`truncate ${here.map((table) => nameOf(client, table)).join(', ')}`);
    for (const table of here) {
      const written = manifest.tables.find((one) => isSame(one, table));
      await readRows(folder, written, client.query(copyFrom(rowsIn(client, written))));
      const measured = measure();
      await pipeline(client.query(copyTo(rowsOut(client, written))), measured, nowhere());
      if (measured.seal().sha256 !== written.sha256)
        throw new Trouble(`${table.schema}.${table.name} did not come back as it was written; nothing was restored.`);
    }
    for (const { schema, name, last } of manifest.sequences)
      await client.query('select setval($1::regclass, $2)', [nameOf(client, { schema, name }), last]);
    // News carry the number of their transaction, and another server counts from elsewhere: all of them are past.
    await client.query(`update samverkan.event set tx = '3'`);
    for (const table of here) await client.query(doors(client, table, 'shut'));
    for (const key of keys) await client.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

const isSame = (one, other) => one.schema === other.schema && one.name === other.name;

/** Triggers rest while rows come back: they answered for the rows when they were first written. */
function doors(client, table, state) {
  const name = nameOf(client, table);
  const open = state === 'open';
  const steps = [`alter table ${name} ${open ? 'disable' : 'enable'} trigger user`];
  if (table.forced) steps.push(`alter table ${name} ${open ? 'no force' : 'force'} row level security`);
  return steps.join('; ');
}

async function sameTables(client, manifest) {
  const have = await migrationsOf(client);
  const queue = await queueVersionOf(client);
  if (have.join() !== manifest.migrations.join() || queue !== manifest.queue)
    throw new Trouble(
      `The backup was made by another version (${manifest.migrations.at(-1)}, queue ${manifest.queue}) than this database has (${have.at(-1)}, queue ${queue}): restore it with that version and upgrade afterwards.`,
    );
  const here = await tablesOf(client);
  const form = (tables) =>
    tables
      .map((table) => `${table.schema}.${table.name}(${table.columns.join()})`)
      .sort()
      .join(' ');
  if (form(here) !== form(manifest.tables.filter(isKept)))
    throw new Trouble(
      'The tables of the backup are not those of this version: restore it with the version that made it.',
    );
  return here;
}
