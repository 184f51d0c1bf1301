// A file for spreadsheets as rows, read in a thread of its own: what somebody uploads can end this thread and nothing else.
import { parse } from 'csv-parse/sync';
import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from 'read-excel-file/node';
import { namesInZip } from './unzip-bounds.ts';

type Cell = string | number | null;

const { bytes, kind, mostRows, mostUnzipped } = workerData as {
  bytes: Uint8Array;
  kind: 'xlsx' | 'csv';
  mostRows: number;
  mostUnzipped: number;
};

async function workbook(): Promise<{ fault: string } | { rows: Cell[][] }> {
  if (!namesInZip(bytes, mostUnzipped)) return { fault: 'sheet.too-complex' };
  const rows = await readSheet(Buffer.from(bytes));
  return { rows: rows.map((row) => row.map(asCell)) };
}

function asCell(value: unknown): Cell {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

function plainText(): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // As Swedish spreadsheets on Windows have written for thirty years.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The sign that parts most of the first line, quoted words aside. */
function delimiterOf(text: string): string {
  const [head = ''] = text.replace(/"[^"]*"/g, '').split(/\r\n|\r|\n/, 1);
  const count = (sign: string) => head.split(sign).length;
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function separated(): { fault: string } | { rows: Cell[][] } {
  const text = plainText();
  if (text.includes('\u0000')) return { fault: 'sheet.unreadable' };
  const options = { bom: true, relax_column_count: true, to: mostRows + 2 };
  return { rows: parse(text, { ...options, delimiter: delimiterOf(text) }) as string[][] };
}

async function read(): Promise<{ fault: string } | { rows: Cell[][] }> {
  try {
    const result = kind === 'xlsx' ? await workbook() : separated();
    return 'rows' in result && result.rows.length > mostRows + 1 ? { fault: 'sheet.too-long' } : result;
  } catch {
    return { fault: 'sheet.unreadable' };
  }
}

parentPort?.postMessage(await read());
