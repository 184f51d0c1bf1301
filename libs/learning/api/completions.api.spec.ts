import type { CompletionPreview, CompletionsImported, Offer, Reach } from '@samverkan/learning/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { writeXlsx } from 'hucre/xlsx';

let app: TestApp;
let eva: Client;
let ida: Client;
let neighbour: Client;

beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
  ida = await app.signIn('ida.nordlund');
  neighbour = await app.someone('county_staff', 'county_board:23');
});
afterAll(() => app.close());

const type = { 'content-type': 'application/octet-stream' };
const csv = (rows: (string | number)[][]) => Buffer.from(rows.map((row) => row.join(';')).join('\n'));
const head = ['Månad', 'Kommun', 'Yrke', 'Slutförda', 'Kommentar'];
const course = async (given: object = {}) => {
  const { id } = (
    await eva.post<Offer>('/api/offers', {
      kind: 'web_course',
      title: 'Prov: webbkurs om våld',
      visibility: 'members',
      ...given,
    })
  ).body;
  await eva.post(`/api/offers/${id}/open`, {});
  return `/api/offers/${id}`;
};
const preview = async (at: string, file: Uint8Array, by = eva, query = '') =>
  await by.send<CompletionPreview>('PUT', `${at}/import/preview${query}`, file, type);
const load = (at: string, file: Uint8Array, by = eva, headers: Record<string, string> = {}) =>
  by.send<CompletionsImported>('POST', `${at}/import`, file, { ...type, ...headers });
const reach = async (at: string, by = eva) => (await by.get<Reach>(`${at}/reach`)).body;

const good = csv([
  head,
  ['2026-09', 'Kramfors', 'Poliser', 12, ''],
  ['2026-09', 'Härnösand', 'Poliser', 30, ''],
  ['2026-10', 'Kramfors', 'Poliser', 8, ''],
]);

describe('the completions of a web course', () => {
  it('come from a sheet whose columns are recognised, and stand among what it reached', async () => {
    const at = await course();
    const { body } = await preview(at, good);
    expect(body).toMatchObject({
      columns: ['period', 'municipality', 'profession', 'count', null],
      counts: { new: 3, changed: 0, same: 0, wrong: 0 },
    });
    expect((await reach(at)).rows).toEqual([]);
    const done = (await load(at, good)).body;
    expect(done).toMatchObject({ added: 3, same: 0 });
    expect(await reach(at)).toMatchObject({
      rows: [
        { municipalityCode: '2280', total: 30 },
        { municipalityCode: '2282', total: 20 },
      ],
      total: 50,
      imports: [{ id: done.importId, startsOn: '2026-09-01', endsOn: '2026-10-31' }],
    });
    // The same file again counts nobody twice.
    expect((await load(at, good)).body).toEqual({ importId: null, added: 0, same: 3 });
    expect((await reach(at)).total).toBe(50);
  });

  it('are read alike from a workbook, and with columns that she says herself', async () => {
    const at = await course();
    const file = await writeXlsx({
      sheets: [
        {
          name: 'Blad',
          rows: [
            ['När', 'Var', 'Hur många'],
            ['2026', 'Kramfors', 41],
          ],
        },
      ],
    });
    expect((await preview(at, file)).body.columns).toEqual([null, null, null]);
    const said = await preview(at, file, eva, '?columns=period,municipality,count');
    expect(said.body.counts).toEqual({ new: 1, changed: 0, same: 0, wrong: 0 });
  });

  it('are all counted or none, with a line and a code for each fault', async () => {
    const at = await course();
    const file = csv([
      head,
      ['2026-09', 'Kramfors', 'Poliser', 12, ''],
      ['någon gång', 'Kramfors', 'Poliser', 12, ''],
      ['2026-09', 'Atlantis', 'Poliser', 'tolv', ''],
      ['2026-08', 'Kramfors', '', 3, 'Anna 19121212-1212'],
    ]);
    expect(await load(at, file)).toMatchObject({
      status: 400,
      body: {
        issues: [
          { path: 'rows.3.period', code: 'import.not-a-period' },
          { path: 'rows.4.municipality', code: 'import.unknown-municipality' },
          { path: 'rows.4.count', code: 'import.not-a-count' },
          { path: 'rows.5', code: 'text.personal-number' },
        ],
      },
    });
    expect((await reach(at)).rows).toEqual([]);
    const sheet = await eva.send('PUT', `${at}/import/errors`, file, type);
    expect(sheet.status).toBe(200);
    expect(sheet.text).not.toContain('121212-1212');
  });

  it('are taken back sheet by sheet, and can be imported again', async () => {
    const at = await course();
    const first = (await load(at, good)).body.importId;
    const second = (await load(at, csv([head, ['2026-08', 'Sollefteå', '', 25, '']]))).body.importId;
    expect((await reach(at)).total).toBe(75);
    expect((await eva.delete(`${at}/import/${first}`)).status).toBe(204);
    expect(await reach(at)).toMatchObject({ total: 25, imports: [{ id: second }] });
    expect((await eva.delete(`${at}/import/${first}`)).status).toBe(404);
    expect((await load(at, good)).body.added).toBe(3);
  });

  it('hide small numbers, and those they could be reckoned from, in the table and in the file', async () => {
    const at = await course();
    await load(
      at,
      csv([
        head,
        ['2026-09', 'Kramfors', 'Poliser', 2, ''],
        ['2026-09', 'Härnösand', 'Poliser', 30, ''],
        ['2026-09', 'Sollefteå', 'Poliser', 40, ''],
      ]),
    );
    for (const by of [eva, ida]) {
      const { rows, total } = await reach(at, by);
      expect(rows.map((row) => row.total)).toEqual([null, null, 40]);
      expect(total).toBe(72);
    }
    const file = await ida.bytes(`${at}/reach/export?format=csv`);
    const lines = file.bytes.toString('utf8').split('\n');
    expect(lines.filter((line) => /Kramfors|Härnösand/.test(line)).join()).not.toMatch(/\d/);
  });

  it('of one sheet are not what others see after it less what they saw before it, nor which sheets there are', async () => {
    const at = await course();
    const rows = (month: string, ...counts: number[]) =>
      csv([
        head,
        ...['Kramfors', 'Härnösand', 'Sollefteå'].map((place, n) => [month, place, 'Poliser', counts[n] ?? 0, '']),
      ]);
    await load(at, rows('2026-08', 20, 30, 40));
    const before = await reach(at, ida);
    expect(before.rows.map((row) => row.total)).toEqual([30, 20, 40]);
    await load(at, rows('2026-09', 3, 10, 20));
    const after = await reach(at, ida);
    expect(after.rows.map((row) => [row.municipalityCode, row.total])).toEqual([
      ['2280', null],
      ['2282', null],
      ['2283', 60],
    ]);
    expect(after.total).toBe(123);
    expect([before.imports, after.imports]).toEqual([[], []]);
    const held = await reach(at);
    expect(held.rows.map((row) => row.total)).toEqual([40, 23, 60]);
    expect(held.imports).toHaveLength(2);
  });

  it('do not give away what was hidden before they came, to those who hold the sheet either', async () => {
    const at = await course();
    const rows = (month: string, ...counts: number[]) =>
      csv([
        head,
        ...['Poliser', 'Skolans personal', 'Socialsekreterare'].map((who, n) => [
          month,
          'Härnösand',
          who,
          counts[n] ?? 0,
          '',
        ]),
      ]);
    await load(at, rows('2026-08', 6, 2, 12));
    const cells = async (by: Client) => (await reach(at, by)).rows[0]?.cells;
    const hidden = (await cells(eva))?.map((cell) => cell === null);
    expect(hidden?.filter(Boolean)).toHaveLength(2);
    await load(at, rows('2026-09', 30, 0, 0));
    for (const by of [eva, ida])
      for (const [n, cell] of ((await cells(by)) ?? []).entries())
        if (hidden?.[n]) expect([n, cell]).toEqual([n, null]);
  });

  it('are imported by those who hold the course and nobody else, and for web courses alone', async () => {
    const at = await course();
    expect((await preview(at, good, ida)).status).toBe(403);
    expect((await load(at, good, ida)).status).toBe(403);
    const hidden = await course({ visibility: 'county' });
    expect((await load(hidden, good, neighbour)).status).toBe(404);
    const { importId } = (await load(hidden, good)).body;
    expect((await neighbour.delete(`${hidden}/import/${importId}`)).status).toBe(404);
    expect((await ida.delete(`${hidden}/import/${importId}`)).status).toBe(403);
    // Not by the address of another course either.
    expect((await eva.delete(`${at}/import/${importId}`)).status).toBe(404);
    const day = await course({ kind: 'training_day' });
    expect(await load(day, good)).toMatchObject({ status: 409, body: { code: 'offer.not-web-course' } });
  });

  it('are counted once when the same press is sent twice, or two at once', async () => {
    const at = await course();
    const key = { 'idempotency-key': 'prov-av-samma-tryck' };
    const [one, other] = await Promise.all([load(at, good, eva, key), load(at, good, eva, key)]);
    expect([one.status, other.status].filter((status) => status === 200).length).toBeGreaterThan(0);
    expect((await reach(at)).total).toBe(50);
    const fresh = await course();
    const twice = await Promise.all([load(fresh, good), load(fresh, good)]);
    expect(twice.map(({ body }) => body.added).sort()).toEqual([0, 3]);
    expect((await reach(fresh)).total).toBe(50);
  });

  it('are taken back once, by whoever presses first', async () => {
    const at = await course();
    const { importId } = (await load(at, good)).body;
    const [one, other, again] = await Promise.all([
      eva.delete(`${at}/import/${importId}`),
      eva.delete(`${at}/import/${importId}`),
      load(at, good),
    ]);
    expect([one.status, other.status].sort()).toEqual([204, 404]);
    expect([0, 3]).toContain(again.body.added);
    expect((await reach(at)).total).toBe(again.body.added === 3 ? 50 : 0);
  });

  it('keep the course a web course as long as they stand', async () => {
    const at = await course();
    const { importId } = (await load(at, good)).body;
    const change = async () => {
      const { version } = (await eva.get<Offer>(at)).body;
      return eva.send('PATCH', at, { kind: 'conference' }, { 'if-match': `"${version}"` });
    };
    expect(await change()).toMatchObject({
      status: 409,
      body: { code: 'offer.has-imports', issues: [{ path: 'kind', code: 'offer.has-imports' }] },
    });
    await eva.delete(`${at}/import/${importId}`);
    expect((await change()).status).toBe(200);
  });
});
