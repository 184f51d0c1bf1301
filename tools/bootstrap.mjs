// The first thing every npm script runs, on whatever Node the host has (20 or later) and before anything is installed:
// installs what is missing, then hands over to the real command on the Node that package.json pins.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const [command, ...rest] = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`✗ This is Node ${process.versions.node}: install Node 20 or later and run the command again.`);
  process.exit(1);
}
process.chdir(root);

const { explain, Trouble } = await import('./system/trouble.mjs');
const { requireSpace } = await import('./system/disk.mjs');
const { during } = await import('./system/progress.mjs');
const { whenParentEnds } = await import('./system/parent.mjs');

try {
  if (!isInstalled()) {
    requireSpace(root, 2);
    await during('installing packages', install);
    writeFileSync(stampPath(), lockHash());
  }
  requireSpace(resolve(process.env.SAMVERKAN_DATA ?? '.data'), 1);
  process.exitCode = await handOver();
} catch (error) {
  console.error(`\n✗ ${explain(error)}`);
  process.exitCode = 1;
}

function stampPath() {
  return join(root, 'node_modules', '.samverkan-stamp');
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** A stamp of the lock file says what was installed; npm's own record is asked where someone ran `npm install` by hand. */
function isInstalled() {
  if (!existsSync(pinnedNode())) return false;
  if (existsSync(stampPath()) && readFileSync(stampPath(), 'utf8') === lockHash()) return true;
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const have = JSON.parse(readFileSync(record, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const matches = Object.entries(want).every(
    ([path, { version, optional }]) => path === '' || (have[path] ? have[path].version === version : optional),
  );
  if (matches) writeFileSync(stampPath(), lockHash());
  return matches;
}

function pinnedNode() {
  return join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
}

async function install() {
  const npm = process.env.npm_execpath;
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const child = spawn(program, [...first, 'ci', '--no-audit', '--no-fund'], { stdio: ['ignore', 'inherit', 'pipe'] });
  whenParentEnds(() => child.kill('SIGTERM'));
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (complaints += text));
  const code = await new Promise((end) => child.once('error', () => end(1)).once('exit', end));
  if (code === 0) return;
  if (/ENOSPC/.test(complaints)) throw new Trouble('The disk is full: free at least 2 GB and run the command again.');
  throw new Trouble(`Packages could not be installed (is the network there?):\n${complaints.trim()}`);
}

/** Signals reach the command through here too, so that it can stop what it started; its exit code becomes ours. */
async function handOver() {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
  const child = spawn(pinnedNode(), [join('tools', `${command}.mjs`), ...rest], {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenParentEnds(() => child.kill('SIGTERM'));
  return new Promise((end) => {
    child.once('error', () => end(1));
    child.once('exit', (code) => end(code ?? 1));
  });
}
