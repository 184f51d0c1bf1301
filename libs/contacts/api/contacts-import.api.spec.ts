import {
  type ContactFunction,
  type ContactImportDone,
  ContactImportPreview,
  type ContactPage,
  contactHeadings,
} from '@samverkan/contacts/contract';
import { type Answer, type Client, type TestApp, testApp } from '@samverkan/testing';
import { readSheet } from 'read-excel-file/node';
import { writeXlsx } from 'hucre/xlsx';
import { asCsv, importSample } from './import-sample';

let app: TestApp;
let [ida, maja, samir]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [ida, maja, samir] = [await app.signIn('ida.nordlund'), await app.signIn('maja.ek'), await app.signIn('samir.lund')];
});
afterAll(() => app.close());

const type = { 'content-type': 'application/octet-stream' };
/** In the letters of Windows, as Swedish spreadsheets save csv. */
const asFile = (rows: string[][]) =>
  Buffer.from(asCsv(rows).replaceAll('’', '\u0092').replaceAll('–', '\u0096'), 'latin1');
const workbook = (rows: string[][]) => writeXlsx({ sheets: [{ name: 'Blad', rows }] });
const ask = (file: Uint8Array, query = '', client = ida!) =>
  client.send('PUT', `/api/contacts/import/preview${query}`, file, type);
const preview = async (rows: string[][], query = '', client = ida!) =>
  ContactImportPreview.parse((await ask(asFile(rows), query, client)).body);
const load = (rows: string[][], client = ida!, headers = {}): Promise<Answer<ContactImportDone>> =>
  client.send('POST', '/api/contacts/import', asFile(rows), { ...type, ...headers });
const faultsIn = (read: ContactImportPreview) =>
  read.rows.flatMap(({ line, issues }) => issues.map(({ column, code }) => ({ line, column, code })));
const mine = async (client: Client, q: string) =>
  (await client.get<ContactPage>(`/api/contacts?mine=true&size=100&q=${encodeURIComponent(q)}`)).body.items;
const count = async () => (await app.sql<{ n: number }>('select count(*)::int as n from contact_function'))[0]?.n ?? 0;
const head = [
  'Funktion',
  'E-post',
  'Telefon',
  'Innehavare',
  'Bara funktionen visas',
  'Från',
  'Ersättare',
  'Ämne',
  'Kommuner',
];

describe('a sheet of two thousand contacts', () => {
  const { rows, planted } = importSample(2000, 40);

  it('is told line by line: each of forty faults in its place, and nothing else', async () => {
    const read = await preview(rows);
    expect(faultsIn(read)).toEqual(planted);
    expect(read.counts).toEqual({ new: 1960, changed: 0, same: 0, wrong: 40 });
    expect(read.columns.at(-1)).toBeNull();
  });

  it('is read alike from a workbook', async () => {
    expect(faultsIn(ContactImportPreview.parse((await ask(await workbook(rows))).body))).toEqual(planted);
  });

  it('gives its faults as a sheet in words, without what stood in the cells', async () => {
    const response = await fetch(`${app.url}/api/contacts/import/errors?lang=sv`, {
      method: 'PUT',
      headers: { ...type, cookie: ida!.cookieHeader, 'x-xsrf-token': ida!.cookie('XSRF-TOKEN') ?? '' },
      body: new Uint8Array(asFile(rows)),
    });
    const sheet = await readSheet(Buffer.from(await response.arrayBuffer()));
    expect([sheet.length, sheet[0]]).toEqual([41, ['Rad', 'Kolumn', 'Vad som är fel']]);
    expect(sheet[1]).toEqual([planted[0]?.line, 'Befattning', 'Funktionens namn saknas.']);
    expect(JSON.stringify(sheet)).not.toMatch(/1212|import\.\w|field\.\w|text\.\w/);
  });

  it('writes nothing at all while anything is wrong', async () => {
    const before = await count();
    const answer = await load(rows);
    expect([answer.status, await count()]).toEqual([400, before]);
    expect(answer.text).not.toContain('1212');
    expect(answer.body).toMatchObject({
      issues: expect.arrayContaining([{ path: `rows.${planted[0]?.line}.title`, code: 'import.title-missing' }]),
    });
  });
});

describe('an import', () => {
  it('adds functions as if each had been typed: holders, history, news and audit', async () => {
    const row = [
      'Mottagning Ådalen',
      'adalen@kramfors.example',
      '0612-800 01',
      'Åsa af Ekenstam',
      '',
      '2026-01-01',
      'Örjan von Öhn',
      'hedersvåld',
      'Kramfors',
    ];
    expect((await load([head, row])).body).toEqual({ added: 1, changed: 0, same: 0 });
    const typed = await ida!.post<ContactFunction>('/api/contacts', {
      title: 'Mottagning Älven',
      mailbox: 'alven@kramfors.example',
      phone: '0612-800 01',
      subjects: ['honour'],
      municipalityCodes: ['2282'],
      visibility: 'county',
      holder: { naming: 'named', name: 'Åsa af Ekenstam', validFrom: '2026-01-01' },
    });
    await ida!.post(`/api/contacts/${typed.body.id}/holders`, { naming: 'named', name: 'Örjan von Öhn', deputy: true });
    const [found] = await mine(ida!, 'Ådalen');
    const traces = async (id: string) => ({
      row: await app.sql(
        'select subjects, municipality_codes, county_codes, phone, note, visibility, verified_on, next_verification_on, version, created_by from contact_function where id = $1',
        [id],
      ),
      holders: await app.sql(
        'select h.deputy, h.valid_from, h.valid_to, n.name from contact_holder h join contact_holder_name n on n.holder_id = h.id where h.function_id = $1 order by h.deputy',
        [id],
      ),
      history: await app.sql(
        'select field, before, after, version, level, user_id from change_log where object_id = $1 order by version, id',
        [id],
      ),
      news: await app.sql('select kind, value, level, goal_ids, user_id from event where object_id = $1 order by id', [
        id,
      ]),
      audit: await app.sql(
        `select verb, outcome, reason from audit where object_id = $1 and verb <> 'contact.read' order by id`,
        [id],
      ),
    });
    expect(await traces(found?.id ?? '')).toEqual(await traces(typed.body.id));
  });

  it('finds what is there already, by mailbox or title, and changes only what the cells say', async () => {
    const made = await ida!.post<ContactFunction>('/api/contacts', {
      title: 'Växeltelefon',
      mailbox: 'Vaxel@kramfors.example',
      visibility: 'members',
      subjects: ['elderly'],
      note: 'Står kvar',
      holder: { naming: 'named', name: 'Berit Första', validFrom: '2025-01-01' },
    });
    const rows = [
      head,
      ['Växeltelefonen', 'vaxel@kramfors.example', '0612-800 02', 'Carin Andra', '', '2026-02-01', '', '', ''],
    ];
    expect((await preview(rows)).rows[0]).toMatchObject({
      outcome: 'changed',
      functionId: made.body.id,
      fields: ['title', 'phone', 'holder'],
    });
    expect((await load(rows)).body).toEqual({ added: 0, changed: 1, same: 0 });
    const after = (await ida!.get<ContactFunction>(`/api/contacts/${made.body.id}`)).body;
    expect(after).toMatchObject({
      title: 'Växeltelefonen',
      phone: '0612-800 02',
      holderName: 'Carin Andra',
      subjects: ['elderly'],
      note: 'Står kvar',
      visibility: 'members',
    });
    expect(after.holders.map(({ name, validTo }) => [name, validTo])).toEqual([
      ['Carin Andra', null],
      ['Berit Första', '2026-01-31'],
    ]);
    expect((await preview(rows)).counts).toEqual({ new: 0, changed: 0, same: 1, wrong: 0 });
  });

  it('keeps a name inside when the sheet says so, and takes it back into no file', async () => {
    await load([head, ['Skyddad mottagning', '', '', 'Gunnel Gömd', 'ja', '', '', '', '']], maja!);
    const [one] = await mine(maja!, 'Skyddad mottagning');
    expect([one?.holderName, one?.vacantSince]).toEqual([null, null]);
    expect((await maja!.get<ContactFunction>(`/api/contacts/${one?.id}`)).body.holders[0]).toMatchObject({
      name: 'Gunnel Gömd',
      naming: 'function_only',
    });
    for (const table of ['event', 'change_log', 'audit', 'contact_search', 'contact_holder_name', 'idempotency'])
      expect([table, await app.sql(`select 1 from ${table} t where t::text like '%Gunnel%'`)]).toEqual([table, []]);
  });

  it('takes back the file that the export gave, and finds nothing to change', async () => {
    const file = (await ida!.get('/api/contacts/export?format=csv&mine=true')).text;
    const { counts } = ContactImportPreview.parse((await ask(Buffer.from(file))).body);
    expect({ ...counts, same: 0 }).toEqual({ new: 0, changed: 0, same: 0, wrong: 0 });
    expect(counts.same).toBeGreaterThan(2);
  });

  it('happens once, however often it is sent', async () => {
    const rows = [head, ['En enda gång', '', '', '', '', '', '', '', '']];
    const key = { 'idempotency-key': 'import-once-only' };
    const answers = await Promise.all([load(rows, ida!, key), load(rows, ida!, key)]);
    expect(answers.map(({ body }) => body.added)).toEqual([1, 1]);
    expect(await mine(ida!, 'En enda gång')).toHaveLength(1);
    expect((await load([head, ['En annan fil', '', '', '', '', '', '', '', '']], ida!, key)).status).toBe(409);
  });

  it('writes all or nothing: a fault on the way leaves no row behind', async () => {
    await app.sql(
      `create function breaks() returns trigger language plpgsql as $$ begin if new.title = 'Den sista' then raise exception 'no'; end if; return new; end $$`,
    );
    await app.sql('create trigger breaks before insert on contact_function for each row execute function breaks()');
    const rows = [
      head,
      ...Array.from({ length: 150 }, (_, n) => [`Rad ${n}`, '', '', '', '', '', '', '', '']),
      ['Den sista', '', '', '', '', '', '', '', ''],
    ];
    const before = await count();
    expect((await load(rows)).status).toBe(500);
    await app.sql('drop trigger breaks on contact_function; drop function breaks()');
    expect(await count()).toBe(before);
  });

  it('reads the columns as she says, each once', async () => {
    const rows = [
      ['Kolumn A', 'Kolumn B'],
      ['Ny funktion', 'ny@kramfors.example'],
    ];
    expect((await preview(rows)).counts.wrong).toBe(1);
    expect(await preview(rows, '?columns=title,mailbox')).toMatchObject({
      columns: ['title', 'mailbox'],
      counts: { new: 1, wrong: 0 },
    });
    expect((await ask(asFile(rows), '?columns=title,title')).status).toBe(400);
  });

  it('knows headings in Swedish and English, and its own template', async () => {
    for (const lang of ['sv', 'en'] as const) {
      const response = await fetch(`${app.url}/api/contacts/import/template?lang=${lang}`, {
        headers: { cookie: ida!.cookieHeader },
      });
      const [headings] = await readSheet(Buffer.from(await response.arrayBuffer()));
      expect(headings).toEqual(Object.values(contactHeadings).map((words) => words[lang]));
      const read = await preview([(headings ?? []).map(String), ['', 'Chef', ...new Array<string>(11).fill('')]]);
      expect(read.columns).not.toContain(null);
    }
  });

  it('is for those who keep functions, and for what is their own', async () => {
    const file = asFile([head, ['Någon annans', '', '', '', '', '', '', '', '']]);
    const reader = await app.someone('national_reader', 'national:socialstyrelsen');
    expect((await ask(file, '', reader)).status).toBe(403);
    expect((await ask(file, '', await app.stranger())).status).toBeGreaterThanOrEqual(401);
    const board = [
      ['Part', 'Funktion'],
      ['Kramfors kommun', 'Samordnare'],
    ];
    expect(faultsIn(await preview(board, '', samir!))).toEqual([
      { line: 2, column: 'organization', code: 'import.other-organization' },
    ]);
  });

  it('refuses in a code what is no sheet', async () => {
    const code = async (file: Uint8Array) => (await ask(file)).body['issues'];
    expect(await code(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toEqual([{ path: 'file', code: 'sheet.old-format' }]);
    expect(await code(Buffer.from('Funktion;E-post\r\n'))).toEqual([{ path: 'file', code: 'sheet.empty' }]);
    expect((await ida!.put('/api/contacts/import/preview', {})).body['issues']).toEqual([
      { path: 'file', code: 'sheet.missing' },
    ]);
    expect((await ask(Buffer.alloc(11 * 1024 * 1024, 'a'))).status).toBe(413);
  });
});
