import type { ContactFunction, ContactPage } from '@samverkan/contacts/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { readSheet } from 'read-excel-file/node';

let app: TestApp;
let [ida, maja]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [ida, maja] = [await app.signIn('ida.nordlund'), await app.signIn('maja.ek')];
});
afterAll(() => app.close());

const file = async (query: string, client = ida!) => client.get(`/api/contacts/export?${query}`);
const csv = async (query: string, client = ida!): Promise<string[][]> =>
  parse((await file(`format=csv&${query}`, client)).text, { delimiter: ';', bom: true });
const workbook = async (query: string, client = ida!) => {
  const response = await fetch(`${app.url}/api/contacts/export?format=xlsx&${query}`, {
    headers: { cookie: client.cookieHeader },
  });
  return readSheet(Buffer.from(await response.arrayBuffer()));
};
const cards = async (query: string) => asCards(ICAL.parse((await file(`format=vcf&${query}`)).text));
const asCards = (read: unknown): ICAL.Component[] =>
  (Array.isArray((read as unknown[])[0]) ? (read as object[][]) : [read as object[]]).map(
    (card) => new ICAL.Component(card as never),
  );
const value = (card: ICAL.Component, name: string) => card.getFirstPropertyValue(name);

describe('the list of functions as a file', () => {
  it('has every row the list has, in its order, with the same filters', async () => {
    const query = 'subject=perpetrators&sort=organization';
    const { body } = await ida!.get<ContactPage>(`/api/contacts?${query}&size=100`);
    expect(body.items.length).toBeGreaterThan(1);
    const titles = body.items.map(({ title }) => title);
    const [headings, ...rows] = await csv(query);
    expect(headings?.slice(0, 3)).toEqual(['Part', 'Funktion', 'Ämnen']);
    expect(rows.map(([, title]) => title)).toEqual(titles);
    expect((await workbook(query)).slice(1).map(([, title]) => title)).toEqual(titles);
    expect((await cards(query)).map((card) => value(card, 'role'))).toEqual(titles);
  });

  it('speaks English when the screen does, and finds what is spelt nearly so as the list does', async () => {
    const q = `q=${encodeURIComponent('våldsutövre örnskölsvik')}`;
    const { body } = await ida!.get<ContactPage>(`/api/contacts?${q}`);
    const [headings, ...rows] = await csv(`lang=en&${q}`);
    expect([headings?.[1], rows.length]).toEqual(['Function', body.total]);
    expect(rows.map(([, , subjects]) => subjects)).toContain('Perpetrators; Support and counselling');
    expect(rows.map(([, title]) => title)).toEqual(body.items.map(({ title }) => title));
  });

  it('gives cards that an address book reads, whatever signs stand in the words', async () => {
    const note = 'Öppet må, ti; 08–16\nRing först \\ mejla sedan. '.repeat(8).trim();
    const made = await ida!.post<ContactFunction>('/api/contacts', {
      title: 'Mottagning; för alla, Åre',
      visibility: 'county',
      subjects: ['honour', 'elderly'],
      mailbox: 'mottagning@kramfors.example',
      phone: '0612-800 00',
      note,
      holder: { naming: 'named', name: 'Åsa af Ekström-Ö, d.ä.' },
    });
    expect(made.status).toBe(201);
    const { text, headers } = await file(`format=vcf&mine=true&q=${encodeURIComponent('Mottagning alla')}`);
    expect(headers.get('content-type')).toBe('text/vcard; charset=utf-8');
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    const [card] = asCards(ICAL.parse(text));
    expect(card && ['uid', 'fn', 'email', 'tel', 'note', 'related'].map((name) => value(card, name))).toEqual([
      `urn:uuid:${made.body.id}`,
      'Mottagning; för alla, Åre, Kramfors kommun',
      'mottagning@kramfors.example',
      '0612-800 00',
      note,
      'Åsa af Ekström-Ö, d.ä.',
    ]);
    expect(card?.getFirstProperty('categories')?.getValues()).toEqual(['Hedersrelaterat våld och förtryck', 'Äldre']);
  });

  it('holds no name that stays inside, not even for its own organisation, and looks as where no name is kept', async () => {
    const one = (holder: object) =>
      maja!.post<ContactFunction>('/api/contacts', { title: 'Filprov', visibility: 'members', holder });
    await one({ naming: 'function_only', name: 'Gunnel Gömd' });
    await one({ naming: 'unnamed' });
    const samir = await app.signIn('samir.lund');
    for (const client of [maja!, samir, ida!]) {
      for (const format of ['csv', 'vcf'])
        expect((await file(`format=${format}&scope=all`, client)).text).not.toContain('Gunnel');
      expect(JSON.stringify(await workbook('scope=all', client))).not.toContain('Gunnel');
      const [, kept, unnamed] = await csv('scope=all&q=filprov', client);
      expect(kept).toEqual(unnamed);
    }
  });

  it('leaves a row in the audit for the file, and names everybody whose data it gave out', async () => {
    const before = await app.sql<{ id: number }>('select coalesce(max(id), 0) as id from audit');
    const { body } = await ida!.get<ContactPage>('/api/contacts?mine=true&size=1');
    await file('format=csv&mine=true');
    const rows = await app.sql<{ verb: string; reason: string; n: number }>(
      `select verb, reason, cardinality(object_ids) as n from audit where id > $1 and verb like 'contacts.%' order by id desc limit 2`,
      [before[0]?.id],
    );
    expect(rows).toMatchObject([
      { verb: 'contacts.listed', n: body.total },
      { verb: 'contacts.exported', reason: 'csv' },
    ]);
  });

  it('runs nothing in the spreadsheet of whoever opens it', async () => {
    await ida!.post('/api/contacts', { title: '=1+1', visibility: 'county' });
    expect((await csv('mine=true&sort=title')).map(([, title]) => title)).toContain("'=1+1");
    expect((await workbook('mine=true')).map(([, title]) => title)).toContain('=1+1');
  });

  it('refuses what is no format, and a filter that does not exist', async () => {
    expect((await file('format=pdf')).status).toBe(400);
    expect((await file('format=csv&farg=gron')).status).toBe(400);
    expect((await (await app.stranger()).get('/api/contacts/export?format=csv')).status).toBe(401);
  });
});

describe('a list of very many rows', () => {
  it('goes out as a workbook as whole as it does as csv, and is sent while it is read', async () => {
    // Found by nobody's words: only how many they are matters.
    await app.sql('alter table contact_function disable trigger user');
    await app.sql(
      `insert into contact_function (title, visibility, organization_id, next_verification_on, county_codes, created_by)
       select 'Mängdfunktion ' || n, 2, o.id, today() + 90, '{22}', (select id from app_user limit 1)
       from organization o, generate_series(1, 3001) n where o.key = 'municipality:2282'`,
    );
    await app.sql('alter table contact_function enable trigger user');
    const { headers } = await file('format=xlsx&mine=true');
    expect([headers.get('content-length'), headers.get('content-disposition')]).toEqual([
      null,
      'attachment; filename="kontakter.xlsx"',
    ]);
    const many = ([, title]: readonly unknown[]) => String(title).startsWith('Mängdfunktion');
    const listed = (await csv('mine=true')).filter(many);
    expect(listed).toHaveLength(3001);
    expect((await workbook('mine=true')).filter(many).map(([, title]) => title)).toEqual(
      listed.map(([, title]) => title),
    );
  });
});
