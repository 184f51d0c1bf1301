// Children that never outlive the command that started them. Each runs in a process group of its own, so that Ctrl-C in
// the terminal reaches only the command, which then stops them in the right order.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const living = new Set();

/** Starts a program; the returned child has `ended`, a promise of `{ code, signal }`. */
export function launch(program, args, options = {}) {
  const child = spawn(program, args, { detached: process.platform !== 'win32', ...options });
  child.ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, signal: null, error }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  living.add(child);
  void child.ended.then(() => living.delete(child));
  return child;
}

/** Runs a program to its end and gives its exit code and everything it printed. */
export async function run(program, args, options = {}) {
  const child = launch(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  const keep = (chunk) => (output += chunk);
  child.stdout?.setEncoding('utf8').on('data', keep);
  child.stderr?.setEncoding('utf8').on('data', keep);
  const { code, signal, error } = await child.ended;
  return { code: code ?? 1, output: error ? `${output}${error.message}` : output, signal };
}

/** Asks a child to stop, and after `patience` ms makes it: its whole group goes. */
export async function stop(child, signal = 'SIGTERM', patience = 10_000) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  const timer = setTimeout(() => killGroup(child), patience);
  await child.ended;
  clearTimeout(timer);
}

/** Stops whatever still runs, such as a build that was interrupted. */
export const stopRest = () => Promise.all([...living].map((child) => stop(child, 'SIGTERM', 3_000)));

function killGroup(child) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** Calls `end` once on Ctrl-C, SIGTERM or a closed terminal; nothing started here survives this process. */
export function onEnd(end) {
  let ending;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (ending ??= end(signal)));
  process.once('exit', () => living.forEach(killGroup));
}

/** The command line of a running process, or undefined when there is none with that id. */
export function commandLine(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return undefined;
  }
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\0', ' ') : '';
}
