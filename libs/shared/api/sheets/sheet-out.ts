// Rows out as a file for spreadsheets, csv or xlsx. Both stream: what is held at a time does not grow with how many rows there are.
import type { SheetFormat } from '@samverkan/shared/contract';
import { stringify } from 'csv-stringify';
import type { Response } from 'express';
import { writeXlsxStream } from 'hucre/xlsx';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

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
    if (first.done) return;
    yield columns.map((column) => column.of(first.value));
    for await (const row of rows) yield columns.map((column) => column.of(row));
  })();
  const body = format === 'csv' ? csv(all, columns) : workbook(all, columns);
  response.setHeader('Content-Type', types[format]);
  response.setHeader('Content-Disposition', `attachment; filename="${file.name}.${format}"`);
  await pipeline([...body, response]).catch(() => response.destroy());
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

type Cells = AsyncGenerator<(string | number | null)[]>;
type Columns = readonly Pick<SheetColumn<never>, 'heading' | 'width'>[];

/** As Swedish spreadsheets read it: UTF-8 with its mark, semicolons. What would be taken for a formula is led by an apostrophe. */
function csv(rows: Cells, columns: Columns): [Readable, Transform] {
  const text = stringify({ bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true });
  const lines = (async function* () {
    yield columns.map(({ heading }) => heading);
    yield* rows;
  })();
  return [Readable.from(lines), text];
}

/** Text cells are text in a workbook, never formulas: nothing needs to be escaped. Past the most rows a sheet can have, the next one goes on. */
function workbook(rows: Cells, columns: Columns): [Readable] {
  const cells = (async function* () {
    for await (const row of rows) yield row.map((value) => (typeof value === 'string' ? inCell(value) : value));
  })();
  const stream = writeXlsxStream(cells, {
    name: 'Blad 1',
    columns: columns.map(({ heading, width = 20 }) => ({ header: heading, width })),
    freezePane: { rows: 1 },
  });
  return [Readable.fromWeb(stream as ReadableStream)];
}

/** A spreadsheet calls the whole file broken for one cell with more signs than this, or with one of the two that XML has no place for. */
const mostInCell = 32_767;
function inCell(text: string): string {
  const written = text.replaceAll(/[\uFFFE\uFFFF]/g, '');
  return written.length > mostInCell ? `${written.slice(0, mostInCell - 1)}…` : written;
}
