// Takes a backup: every row as it stood at one moment, while people go on working.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { Trouble } from '../system/trouble.mjs';
import { fingerprint, writeManifest, writeRows } from './archive.mjs';
import { hiddenFrom, migrationsOf, queueVersionOf, rowsOut, sequencesOf, settled, tablesOf } from './tables.mjs';

/** Writes `folder`, which must not exist; gives its manifest. It is whole or not there: until the last row it is called `….partial`. */
export async function takeBackup({ url, keys, folder }) {
  if (existsSync(folder)) throw new Trouble(`${folder} exists already: a backup never writes over another.`);
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(partial, { mode: 0o700 });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`begin isolation level repeatable read read only; ${settled}`);
    const hidden = await hiddenFrom(client);
    if (hidden.length > 0)
      throw new Trouble(`The database's role may not read all of ${hidden.join(', ')}: use the role that migrates.`);
    const tables = [];
    for (const table of await tablesOf(client)) {
      const { schema, name, columns, key } = table;
      const measured = await writeRows(partial, table, client.query(copyTo(rowsOut(client, table))));
      tables.push({ schema, name, columns, key, ...measured });
    }
    const manifest = {
      madeAt: new Date().toISOString(),
      server: (await client.query('show server_version')).rows[0].server_version,
      migrations: await migrationsOf(client),
      queue: await queueVersionOf(client),
      encryptionKeys: keys.encryptionKeys.map(fingerprint),
      sequences: await sequencesOf(client),
      tables,
    };
    await client.query('commit');
    writeManifest(partial, manifest);
    renameSync(partial, folder);
    return manifest;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (error.code === '42P01' || error.code === '3F000')
      throw new Trouble('There is no Samverkan in this database: there is nothing to back up.');
    if (error.code === 'ENOSPC') throw new Trouble(`No room for the backup at ${folder}: nothing was left behind.`);
    throw error;
  } finally {
    await client.end();
  }
}
