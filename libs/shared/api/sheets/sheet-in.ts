// A file for spreadsheets in as rows. What is uploaded is not to be trusted: it is read in a bounded thread, and kept nowhere.
import type { SheetFormat } from '@samverkan/shared/contract';
import { Worker } from 'node:worker_threads';
import { badInput, tooMany } from '../http/problems';

export const mostSheetBytes = 10 * 1024 * 1024;
/** Below the headings. */
export const mostSheetRows = 10_000;
const mostUnzipped = 100 * 1024 * 1024;
const mostMs = 20_000;
const mostAtOnce = 2;

export type SheetCell = string | number | null;

/** The first row is the headings; the row at index n stands on line n + 1 of the file. */
export interface SheetIn {
  format: SheetFormat;
  rows: SheetCell[][];
}

let reading = 0;

/** The rows of an xlsx (its first sheet) or csv file, told apart by what is in it. Refuses with a code what is no sheet, too large, or would take too much to read. */
export async function readSheetRows(
  bytes: unknown,
  bounds: { rows?: number; ms?: number; unzipped?: number } = {},
): Promise<SheetIn> {
  if (!(bytes instanceof Uint8Array) || bytes.length === 0) throw refused('sheet.missing');
  if (bytes.length > mostSheetBytes) throw refused('sheet.too-large');
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refused('sheet.old-format');
  const format: SheetFormat = starts(bytes, [0x50, 0x4b]) ? 'xlsx' : 'csv';
  if (reading >= mostAtOnce) throw tooMany('sheet.busy', 5);
  reading += 1;
  try {
    const answer = await inThread({
      bytes: Uint8Array.from(bytes),
      kind: format,
      mostRows: bounds.rows ?? mostSheetRows,
      mostUnzipped: bounds.unzipped ?? mostUnzipped,
      ms: bounds.ms ?? mostMs,
    });
    if ('fault' in answer) throw refused(answer.fault);
    return { format, rows: answer.rows };
  } finally {
    reading -= 1;
  }
}

const refused = (code: string) => badInput([{ path: 'file', code }]);
const starts = (bytes: Uint8Array, signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign);

// Beside this file as it is written, and beside the bundle it is built into.
const program = new URL(import.meta.url.endsWith('.ts') ? './sheet-worker.ts' : './sheet-worker.mjs', import.meta.url);

function inThread({ ms, ...workerData }: Record<string, unknown> & { bytes: Uint8Array<ArrayBuffer>; ms: number }) {
  return new Promise<{ fault: string } | { rows: SheetCell[][] }>((resolve) => {
    const worker = new Worker(program, {
      workerData,
      transferList: [workerData.bytes.buffer],
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      env: {},
      execArgv: [],
    });
    const end = (answer: { fault: string } | { rows: SheetCell[][] }) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end({ fault: 'sheet.too-complex' }), ms);
    worker.once('message', end);
    worker.once('error', () => end({ fault: 'sheet.too-complex' }));
    worker.once('exit', () => end({ fault: 'sheet.unreadable' }));
  });
}
