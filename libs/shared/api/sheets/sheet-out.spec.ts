import type { Response } from 'express';
import { readSheet } from 'read-excel-file/node';
import { Writable } from 'node:stream';
import { type SheetColumn, sendSheet } from './sheet-out';

type Row = [string, number | null];
const columns: SheetColumn<Row>[] = [
  { heading: 'Namn', of: ([name]) => name },
  { heading: 'Antal', of: ([, count]) => count },
];

/** What a browser gets, piece by piece; `taken` hears of each piece before the next is asked for. */
function aResponse(taken: () => void = () => undefined) {
  const pieces: Buffer[] = [];
  const headers: Record<string, string> = {};
  const stream = new Writable({
    highWaterMark: 1024,
    write(piece: Buffer, _, next) {
      pieces.push(Buffer.from(piece));
      taken();
      setImmediate(next);
    },
  });
  const response = Object.assign(stream, { setHeader: (name: string, value: string) => (headers[name] = value) });
  return { response: response as unknown as Response, headers, stream, whole: () => Buffer.concat(pieces) };
}
async function* many(rows: Row[]): AsyncGenerator<Row> {
  yield* rows;
}
const file = (format: 'csv' | 'xlsx') => ({ format, name: 'lista', columns });

describe('rows that go out as a file', () => {
  const rows: Row[] = [
    ['Åsa & <Öster>', 3],
    ['=1+1', null],
    ['rad ett\nrad två\u0000', 0],
  ];

  it('are the same in a workbook: text is text, numbers are numbers, nothing is nothing', async () => {
    const { response, headers, whole } = aResponse();
    await sendSheet(response, file('xlsx'), many(rows));
    expect(headers['Content-Disposition']).toBe('attachment; filename="lista.xlsx"');
    const read = await readSheet(whole());
    expect(read.slice(0, 3)).toEqual([
      ['Namn', 'Antal'],
      ['Åsa & <Öster>', 3],
      ['=1+1', null],
    ]);
    expect(read[3]?.[1]).toBe(0);
  });

  it('cost one cell when it is longer than a spreadsheet bears, never the file', async () => {
    const { response, whole } = aResponse();
    await sendSheet(
      response,
      file('xlsx'),
      many([
        ['x'.repeat(40_000), 1],
        ['\uFFFE kvar', 2],
      ]),
    );
    const [, long, mark] = await readSheet(whole());
    expect([String(long?.[0]).length, String(long?.[0]).endsWith('…'), String(mark?.[0]).trim()]).toEqual([
      32_767,
      true,
      'kvar',
    ]);
  });

  it.each(['csv', 'xlsx'] as const)(
    'are fetched as they are taken, not all before the first goes: %s',
    async (format) => {
      let fetched = 0;
      let fetchedAtFirst = 0;
      const { response, whole } = aResponse(() => (fetchedAtFirst ||= fetched));
      const total = 20_000;
      await sendSheet(
        response,
        file(format),
        (async function* () {
          for (let n = 0; n < total; n++) {
            fetched = n + 1;
            yield [`Rad ${n} ${Math.random().toString(36).repeat(3)}`, n] as Row;
          }
        })(),
      );
      expect(fetchedAtFirst).toBeLessThan(total / 4);
      expect(
        format === 'csv' ? whole().toString('utf8').split('\r\n').length - 2 : (await readSheet(whole())).length - 1,
      ).toBe(total);
    },
  );

  it.each(['csv', 'xlsx'] as const)(
    'break the connection when they cannot all be had: half is never taken for the whole: %s',
    async (format) => {
      const { response, stream } = aResponse();
      await sendSheet(
        response,
        file(format),
        (async function* () {
          yield ['ett', 1] as Row;
          throw new Error('The database went away.');
        })(),
      );
      expect([stream.destroyed, stream.writableFinished]).toEqual([true, false]);
    },
  );

  it('refuse before anything is sent when there was nothing to begin with', async () => {
    const { response, headers } = aResponse();
    const gone = (async function* (): AsyncGenerator<Row> {
      yield await Promise.reject<Row>(new Error('gone'));
    })();
    await expect(sendSheet(response, file('xlsx'), gone)).rejects.toThrow('gone');
    expect(headers).toEqual({});
  });
});
