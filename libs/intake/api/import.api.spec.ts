import type { ActionPage } from '@samverkan/actions/contract';
import type { ActionImportDone, ActionImportPreview, ActionImportUndone } from '@samverkan/intake/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

const at = '/api/actions/import';
const type = { 'content-type': 'application/octet-stream' };
let app: TestApp;
let [ida, samir]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [ida, samir] = await Promise.all(['ida.nordlund', 'samir.lund'].map((who) => app.signIn(who)));
});
afterAll(() => app.close());

const csv = (...lines: string[]) => Buffer.from(lines.join('\n'));
const preview = async (file: Buffer, client = ida!) =>
  (await client.send<ActionImportPreview>('PUT', `${at}/preview`, file, type)).body;
const take = async (file: Buffer, client = ida!) => client.send<ActionImportDone>('POST', at, file, type);
const undo = async ({ added }: ActionImportDone, client = ida!) =>
  (await client.post<ActionImportUndone>(`${at}/undo`, { added })).body;
const found = async (q: string) =>
  (await ida!.get<ActionPage>(`/api/actions?mine=true&q=${encodeURIComponent(q)}`)).body.items.map(
    ({ title }) => title,
  );
const exported = async () => (await ida!.get('/api/actions/export?format=csv&mine=true&sort=title&order=asc')).text;
/** What an export says of each action, without the reference that is its own. */
const said = (text: string) => text.split('\n').map((line) => line.replace(/^[^;]*;/, ''));
const headings = 'Rubrik;Typ;Startar;Slutar;Målgrupp;Kommun;Status;Avbruten därför att';

describe('actions from a sheet', () => {
  it('are told row by row first, with line and code, and nothing is written', async () => {
    const file = csv(
      headings,
      'Förhandsvisad kurs;Utbildning;2027-03-01;2027-05-31;Yrkesverksamma;Kramfors;;',
      ';Utbildning;;;;;;',
      'Fel dag;Kurs;mars;;Marsianer;Atlantis;;',
      'Baklänges;Rutin;2027-05-01;2027-03-01;;;;',
      'Avbruten;Rutin;;;;;Avbruten;',
      'Om 19811218-9876;Rutin;;;;;;',
      'Förhandsvisad kurs;Utbildning;2027-03-01;2027-05-31;;;;',
    );
    const { rows, counts } = await preview(file);
    expect(counts).toEqual({ new: 1, changed: 0, same: 0, wrong: 6 });
    const codes = rows.map(({ line, issues }) => [
      line,
      ...issues.map(({ column, code }) => `${column} ${code}`).sort(),
    ]);
    expect(codes).toEqual([
      [2],
      [3, 'title import.title-missing'],
      [
        4,
        'municipalities import.unknown-municipality',
        'startsOn import.not-a-day',
        'targetGroups import.unknown-word',
      ],
      [5, 'endsOn action.ends-before-it-starts'],
      [6, 'cancelReason import.reason-missing'],
      [7, 'title text.personal-number'],
      [8, 'title import.twice-in-file'],
    ]);
    expect(JSON.stringify(rows)).not.toContain('9876');
    expect((await take(file)).status).toBe(400);
    expect(await found('Förhandsvisad kurs')).toEqual([]);
  });

  it('come in as logged by hand, and go again all at once but for what somebody has touched', async () => {
    const file = csv(
      headings,
      'Importerad ett;Utbildning;2027-03-01;2027-05-31;Yrkesverksamma;Hela länet;Pågår;',
      'Importerad två;Rutin;2026-01-01;2026-02-01;Unga;Kramfors;Avslutad;',
      'Importerad tre;Annat;;;;;Avbruten;Pengarna tog slut',
    );
    const done = (await take(file)).body;
    expect(done.added).toHaveLength(3);
    expect((await found('Importerad')).sort()).toEqual(['Importerad ett', 'Importerad tre', 'Importerad två']);
    expect((await preview(file)).counts).toEqual({ new: 0, changed: 0, same: 3, wrong: 0 });
    expect((await take(file)).body).toEqual({ added: [], same: 3 });
    expect(await undo(done, samir)).toEqual({ taken: 0, left: 3 });
    const [touched] = done.added;
    await ida!.patch(`/api/actions/${touched?.id}`, { description: 'Ändrad sedan' }, touched?.version ?? 0);
    expect(await undo(done)).toEqual({ taken: 2, left: 1 });
    expect(await found('Importerad')).toEqual(['Importerad ett']);
  });

  it('that were exported are all there already, and come back the same when they are gone', async () => {
    const first = (
      await take(
        csv(
          'Rubrik;Typ;Status;Startar;Slutar;Partner;Kommuner;Målgrupper;Våldsformer;Faser;Ansvarig funktion;Synlig för;Beskrivning',
          'Rundtur A;Utbildning;Planerad;2027-03-01;2027-05-31;"Polismyndigheten; Elevhälsa";Kramfors, Sollefteå;Unga, Yrkesverksamma;Sexuellt våld;Upptäcka;Projektledare;Alla anslutna;Två dagar, tre lärare.',
          'Rundtur B;Nätverk;Pausad;2027-01-01;;;Hela länet;;;;;Länet;=Summa av allt',
        ),
      )
    ).body;
    expect(first.added).toHaveLength(2);
    const before = await exported();
    const again = await preview(Buffer.from(before));
    expect([again.counts.new, again.counts.changed, again.counts.wrong]).toEqual([0, 0, 0]);
    await undo(first);
    const back = await take(Buffer.from(before));
    expect(back.body.added).toHaveLength(2);
    expect(said(await exported())).toEqual(said(before));
  });

  it('that are nearly the same as one there is are told of, and come in all the same', async () => {
    await take(csv(headings, 'Grundkurs om våld i Kramfors;Utbildning;2028-03-01;2028-05-31;;;;'));
    const [row] = (await preview(csv(headings, 'Grundkurs om våld i Kramfors kommun;Utbildning;2028-04-01;;;;;'))).rows;
    expect(row).toMatchObject({ outcome: 'new', like: { title: 'Grundkurs om våld i Kramfors' } });
  });

  it('are the organisation’s own: another’s rows are refused, and who only reads takes nothing in', async () => {
    const file = csv('Rubrik;Typ;Ägare', 'Annans;Rutin;Region Västernorrland');
    expect((await preview(file)).rows[0]?.issues).toEqual([{ column: 'owners', code: 'import.other-organization' }]);
    const reader = await app.someone('national_reader', 'national:socialstyrelsen');
    expect((await take(file, reader)).status).toBe(403);
  });
});
