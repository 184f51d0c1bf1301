import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test(
  'what npm started ends with npm’s shell, also when nobody tells it',
  { skip: process.platform === 'win32' },
  async () => {
    const program = `const { whenParentEnds } = await import('./tools/system/parent.mjs');
    whenParentEnds(() => process.exit(0));
    console.log(process.pid);
    setInterval(() => undefined, 1000);`;
    const shell = spawn('sh', ['-c', `"${process.execPath}" --input-type=module -e "$PROGRAM"; true`], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, PROGRAM: program, npm_lifecycle_event: 'start' },
    });
    const [line] = await once(shell.stdout, 'data');
    const pid = Number(String(line));
    assert.ok(isAlive(pid));
    shell.kill('SIGTERM');
    for (const end = Date.now() + 10_000; isAlive(pid) && Date.now() < end;) await sleep(50);
    assert.equal(isAlive(pid), false);
  },
);
