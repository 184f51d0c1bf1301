// The database of a command: an embedded PostgreSQL in the data folder, or the one that DATABASE_URL names.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from './system/cluster.mjs';
import { dataFolder, loadKeys } from './system/keys.mjs';
import { commandLine } from './system/processes.mjs';
import { Trouble } from './system/trouble.mjs';

const oldest = 150000;

/** `{ url, keysPath, server?, stop() }`; the url is the owner's, the one that may migrate. */
export async function openDatabase({
  folder = dataFolder(),
  external = process.env.DATABASE_URL,
  throwaway = false,
} = {}) {
  const { path: keysPath, keys } = loadKeys(folder);
  if (external) {
    await requireVersion(external);
    return { url: external, keysPath, stop: async () => undefined };
  }
  const release = claim(folder);
  try {
    const cluster = await startCluster({ folder, password: keys.dbPasswords.superuser, throwaway });
    try {
      await prepare(cluster.port, keys.dbPasswords, throwaway);
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    const stop = async () => {
      await cluster.stop();
      release();
    };
    return {
      url: address(cluster.port, 'samverkan_owner', keys.dbPasswords.owner),
      keysPath,
      server: cluster.process,
      stop,
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** The address of the embedded database that another command runs right now, or undefined. */
export function runningDatabase(folder = dataFolder()) {
  const file = join(folder, 'postgres.port');
  if (runningProcess(folder) === undefined || !existsSync(file)) return undefined;
  return address(Number(readFileSync(file, 'utf8')), 'samverkan_owner', loadKeys(folder).keys.dbPasswords.owner);
}

const address = (port, user, password, name = 'samverkan') =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;

const claimFile = (folder) => join(folder, 'running.pid');

/** The process that uses the folder, if it still lives and is one of these commands. */
function runningProcess(folder) {
  if (!existsSync(claimFile(folder))) return undefined;
  const pid = Number(readFileSync(claimFile(folder), 'utf8'));
  const command = pid === process.pid ? undefined : commandLine(pid);
  return command === '' || command?.includes('tools') ? pid : undefined;
}

/** One command at a time per data folder: a second one would fight over the same files. */
function claim(folder) {
  mkdirSync(folder, { recursive: true });
  const pid = runningProcess(folder);
  if (pid !== undefined) {
    throw new Trouble(
      `Samverkan already runs on ${folder} (process ${pid}): stop that one first, or choose another folder with SAMVERKAN_DATA.`,
    );
  }
  writeFileSync(claimFile(folder), String(process.pid));
  return () => rmSync(claimFile(folder), { force: true });
}

/** The role that owns and migrates the schema is no superuser, so that an embedded database behaves as a hosted one. */
async function prepare(port, passwords, throwaway) {
  const client = new pg.Client({ connectionString: address(port, 'postgres', passwords.superuser, 'postgres') });
  await client.connect().catch((error) => {
    if (error.code !== '28P01') throw error;
    throw new Trouble(
      'The embedded database was made with other keys: restore its keys.json, or remove the data folder to begin anew.',
    );
  });
  try {
    const role = await client.query(`SELECT 1 FROM pg_roles WHERE rolname = 'samverkan_owner'`);
    const verb = role.rowCount === 0 ? 'CREATE' : 'ALTER';
    const password = client.escapeLiteral(passwords.owner);
    await client.query(`${verb} ROLE samverkan_owner LOGIN CREATEDB CREATEROLE BYPASSRLS PASSWORD ${password}`);
    // Tests drop databases that the API's own roles may still be connected to.
    if (throwaway) await client.query('GRANT pg_signal_backend TO samverkan_owner');
    const database = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'samverkan'`);
    if (database.rowCount === 0) await client.query('CREATE DATABASE samverkan OWNER samverkan_owner');
  } finally {
    await client.end();
  }
}

async function requireVersion(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query('SHOW server_version_num');
    if (Number(rows[0].server_version_num) < oldest)
      throw new Trouble('DATABASE_URL names a PostgreSQL older than 15: use 15 or later.');
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(
      `The database that DATABASE_URL names does not answer (${error.code ?? error.message}): check the address and that it runs.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
