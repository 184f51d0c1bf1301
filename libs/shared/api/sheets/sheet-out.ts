// Rows out as a file for spreadsheets. A csv streams and holds one chunk at a time; an xlsx is put together in memory and is bounded for that reason.
import type { SheetFormat } from '@samverkan/shared/contract';
import { stringify } from 'csv-stringify';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import writeExcelFile from 'write-excel-file/node';
import { conflict } from '../http/problems';

/** A workbook lies whole in memory while it is zipped: about 60 MB at this many rows. More goes as csv. */
export const mostWorkbookRows = 20_000;

export interface SheetColumn<R> {
  heading: string;
  /** In characters; only a workbook has it. */
  width?: number;
  of: (row: R) => string | number | null;
}

const types: Record<SheetFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Sends the rows with their headings. What fails before the first row is answered as everywhere else; a file that breaks off later
 * breaks the connection, so that nobody takes half of it for the whole. `name` is without its ending.
 */
export async function sendSheet<R>(
  response: Response,
  file: { format: SheetFormat; name: string; columns: readonly SheetColumn<R>[] },
  rows: AsyncGenerator<R>,
): Promise<void> {
  const { format, columns } = file;
  const first = await rows.next();
  const all = (async function* () {
    yield columns.map(({ heading }) => heading);
    if (first.done) return;
    yield columns.map((column) => column.of(first.value));
    for await (const row of rows) yield columns.map((column) => column.of(row));
  })();
  const body = format === 'csv' ? Readable.from(all).pipe(csv()) : await workbook(all, columns);
  response.setHeader('Content-Type', types[format]);
  response.setHeader('Content-Disposition', `attachment; filename="${file.name}.${format}"`);
  await pipeline(body, response).catch(() => response.destroy());
}

/** Sends pieces of text as a file, under the same promises. */
export async function sendText(
  response: Response,
  file: { type: string; name: string },
  pieces: AsyncGenerator<string>,
): Promise<void> {
  const first = await pieces.next();
  const all = (async function* () {
    if (first.done) return;
    yield first.value;
    yield* pieces;
  })();
  response.setHeader('Content-Type', `${file.type}; charset=utf-8`);
  response.setHeader('Content-Disposition', `attachment; filename="${file.name}"`);
  await pipeline(Readable.from(all), response).catch(() => response.destroy());
}

/** As Swedish spreadsheets read it: UTF-8 with its mark, semicolons. What would be taken for a formula is led by an apostrophe. */
const csv = () => stringify({ bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true });

/** Text cells are text in a workbook, never formulas: nothing needs to be escaped. */
async function workbook<R>(
  rows: AsyncGenerator<(string | number | null)[]>,
  columns: readonly SheetColumn<R>[],
): Promise<Readable> {
  const cells: object[][] = [];
  for await (const row of rows) {
    if (cells.length > mostWorkbookRows) throw conflict('sheet.too-many-rows');
    const isHead = cells.length === 0;
    cells.push(
      row.map((value) => ({
        value: value ?? undefined,
        type: typeof value === 'number' ? Number : String,
        ...(isHead ? { fontWeight: 'bold' } : {}),
      })),
    );
  }
  const options = { columns: columns.map(({ width = 20 }) => ({ width })), stickyRowsCount: 1 };
  const buffer = await writeExcelFile(cells as never, options).toBuffer();
  return Readable.from([buffer]);
}
