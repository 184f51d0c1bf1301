import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { readSheetRows } from './sheet-in';

const refusal = async (bytes: unknown, bounds = {}) =>
  readSheetRows(bytes, bounds).then(
    () => 'read',
    (error: { extra: { issues: { code: string }[] } }) => error.extra.issues[0]?.code,
  );
const workbook = (rows: (string | number)[][]) => writeXlsx({ sheets: [{ name: 'Blad', rows }] });

describe('a sheet that comes in', () => {
  it.each([
    ['semicolons', 'Funktion;Kommun\r\n"Jour; kväll";Ånge\r\n'],
    ['commas', 'Funktion,Kommun\n"Jour; kväll",Ånge\n'],
    ['tabs', 'Funktion\tKommun\nJour; kväll\tÅnge\n'],
  ])('is read whatever parts its columns: %s', async (_, text) => {
    const { format, rows } = await readSheetRows(Buffer.from(text));
    expect([format, rows]).toEqual([
      'csv',
      [
        ['Funktion', 'Kommun'],
        ['Jour; kväll', 'Ånge'],
      ],
    ]);
  });

  it('keeps å ä ö as Windows wrote them, as UTF-8 with its mark, and as UTF-16', async () => {
    const text = 'Ort;Namn\nÖrnsköldsvik;Åsa Ägren\n';
    for (const bytes of [
      Buffer.from(text, 'latin1'),
      Buffer.from(`\ufeff${text}`, 'utf8'),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
    ])
      expect((await readSheetRows(bytes)).rows[1]).toEqual(['Örnsköldsvik', 'Åsa Ägren']);
  });

  it('is read from a workbook, blank lines counted, numbers as numbers', async () => {
    const { format, rows } = await readSheetRows(
      await workbook([
        ['Funktion', 'Telefon'],
        ['Jour', 61280000],
        ['', ''],
        ['Växel', 60],
      ]),
    );
    expect([format, rows[1], rows[3]]).toEqual(['xlsx', ['Jour', 61280000], ['Växel', 60]]);
  });

  it('is refused in words when it is none, old, empty or too long', async () => {
    expect(await refusal(undefined)).toBe('sheet.missing');
    expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('sheet.old-format');
    expect(await refusal(Buffer.from('PK\u0003\u0004 no zip at all'))).toBe('sheet.unreadable');
    expect(await refusal(Buffer.from('a;b\n"never closed;1\n'))).toBe('sheet.unreadable');
    expect(await refusal(Buffer.alloc(11 * 1024 * 1024, 'a'))).toBe('sheet.too-large');
    expect(await refusal(Buffer.from('a\n1\n2\n3\n'), { rows: 2 })).toBe('sheet.too-long');
  });

  it('is not unpacked when it swells: the zip is refused and this process goes on', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': strToU8('0'.repeat(60_000_000)) }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().rss;
    expect(await refusal(bomb, { unzipped: 20_000_000 })).toBe('sheet.too-complex');
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it('is given up when it takes too long', async () => {
    expect(await refusal(Buffer.from('a;b\n1;2\n'), { ms: 1 })).toBe('sheet.too-complex');
  });
});
