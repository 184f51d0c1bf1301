// What is uploaded is not to be trusted: it is read by a program of its own, bounded in memory and time, and few at a time.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isPicture, mostFileBytes } from '@samverkan/shared/contract';
import { badInput, tooMany } from '../http/problems';
import type { FileReport } from './file-report';

const mostMs = 30_000;
const mostAtOnce = 2;
const memory = ['--max-old-space-size=384', '--max-semi-space-size=16'];

/** A file that is taken: what it is, and its bytes as they are kept (a picture is drawn anew, without place, time or camera). */
export interface ReadFile extends FileReport {
  bytes: Uint8Array;
}

let reading = 0;

/** Refuses with a code at `file` what is no kind that is taken, locked, with macros, or would take too much to read. */
export async function readUpload(bytes: unknown, bounds: { ms?: number } = {}): Promise<ReadFile> {
  if (!(bytes instanceof Uint8Array) || bytes.length === 0) throw refused('file.missing');
  if (bytes.length > mostFileBytes) throw refused('file.too-large');
  if (reading >= mostAtOnce) throw tooMany('file.busy', 5);
  reading += 1;
  const folder = await mkdtemp(join(tmpdir(), 'samverkan-file-'));
  try {
    const file = join(folder, 'given');
    await writeFile(file, bytes);
    if (!(await ends(file, folder, bounds.ms ?? mostMs))) throw refused('file.too-complex');
    const report = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as FileReport | { fault: string };
    if ('fault' in report) throw refused(report.fault);
    const clean = isPicture(report.type) ? await readFile(join(folder, 'clean')) : bytes;
    return { ...report, bytes: clean };
  } finally {
    reading -= 1;
    await rm(folder, { recursive: true, force: true });
  }
}

const refused = (code: string) => badInput([{ path: 'file', code }]);

// Beside this file as it is written, and beside the bundle it is built into.
const program = new URL(import.meta.url.endsWith('.ts') ? './file-worker.ts' : './file-worker.mjs', import.meta.url);

/** Whether the program came to its end within its bounds. It gets nothing of this process but the two paths. */
function ends(file: string, folder: string, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...memory, '--no-warnings', fileURLToPath(program), file, folder], {
      env: { NODE_NO_WARNINGS: '1' },
      stdio: 'ignore',
      timeout: ms,
      killSignal: 'SIGKILL',
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
