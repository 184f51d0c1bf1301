import type { Publication, PublicationPage } from '@samverkan/publications/contract';
import { type Client, type TestApp, pdfOf, testApp } from '@samverkan/testing';

let app: TestApp;
let [eva, ida]: Client[] = [];
let handbook: Publication;
beforeAll(async () => {
  app = await testApp();
  [eva, ida] = await Promise.all(['eva.berglind', 'ida.nordlund'].map((who) => app.signIn(who)));
  handbook = await published('Handbok i samverkan', { summary: 'Så arbetar kommunerna tillsammans.' });
  handbook = (
    await upload(handbook.id, [
      'Inledning om arbetet i kommunerna',
      'Eftervardsplanering och skyddsatgarder for den som utsatts',
      'Rutiner for orosanmalan och riskbedomning. Mer om orosanmalan.',
    ])
  ).body;
});
afterAll(() => app.close());

type Refused = { issues?: { path: string; code: string }[] };
const published = async (title: string, more: object = {}): Promise<Publication> => {
  const made = await eva!.post<Publication>('/api/publications', {
    title,
    type: 'guide',
    visibility: 'members',
    ...more,
  });
  return (await eva!.post<Publication>(`/api/publications/${made.body.id}/publication`, {})).body;
};
const upload = (id: string, pages: readonly string[], accepted = '', name = 'Handbok.pdf') =>
  eva!.send<Publication & Refused>(
    'POST',
    `/api/publications/${id}/files?name=${encodeURIComponent(name)}&accepted=${accepted}&accessibility=accessible`,
    pdfOf(pages),
    { 'content-type': 'application/octet-stream' },
  );
const search = async (q: string, client = ida!) =>
  (await client.get<PublicationPage>(`/api/publications?q=${encodeURIComponent(q)}`)).body.items;
const found = async (q: string, client = ida!) => (await search(q, client)).find(({ id }) => id === handbook.id);

describe('the files of a publication', () => {
  it('are told of with checksum, pages, language and whether they can be read with aids, and come back as they were', async () => {
    const [file] = handbook.files;
    expect(file).toMatchObject({ title: 'Handbok.pdf', language: 'sv', accessibility: 'accessible' });
    expect(file?.file).toMatchObject({ type: 'pdf', pages: 3, unread: false });
    expect(file?.file?.sha256).toMatch(/^[0-9a-f]{64}$/);
    const sent = await ida!.bytes(`/api/publication-files/${file!.id}/file`);
    expect([sent.status, sent.headers.get('etag')]).toEqual([200, `"${file?.file?.sha256}"`]);
    const changed = await eva!.put<Publication>(`/api/publication-files/${file!.id}`, {
      language: 'en',
      accessibility: 'not_accessible',
    });
    expect(changed.body.files[0]).toMatchObject({ language: 'en', accessibility: 'not_accessible' });
  });

  it('are stopped when their text holds a personal number, and asked about when nothing can be read', async () => {
    const { id } = await published('Med fel fil');
    const stopped = await upload(id, ['Hon heter 19811218-9876']);
    expect([stopped.status, stopped.body.issues?.[0]?.path]).toEqual([400, 'file.pages.1']);
    const scanned = await upload(id, ['']);
    expect(scanned.body.issues?.[0]?.code).toBe('file.has-no-text');
    const kept = await upload(id, [''], 'unread');
    expect([kept.status, kept.body.files[0]?.file?.unread]).toEqual([201, true]);
  });

  it('are their publication’s readers’ alone, and gone from every search when they are taken away', async () => {
    const draft = (await eva!.post<Publication>('/api/publications', { title: 'Utkast', type: 'guide' })).body;
    const file = (await upload(draft.id, ['Forundersokningsprotokoll'])).body.files[0]!;
    expect((await ida!.bytes(`/api/publication-files/${file.id}/file`)).status).toBe(404);
    expect(await search('förundersökningsprotokoll')).toEqual([]);
    expect(await search('Forundersokningsprotokoll', ida!)).toEqual([]);
    expect((await search('Forundersokningsprotokoll', eva!))[0]?.id).toBe(draft.id);
    expect((await eva!.post<Publication>(`/api/publication-files/${file.id}/removal`, {})).body.files).toEqual([]);
    expect(await search('Forundersokningsprotokoll', eva!)).toEqual([]);
    expect((await eva!.bytes(`/api/publication-files/${file.id}/file`)).status).toBe(404);
    expect((await eva!.post<Publication>(`/api/publication-files/${file.id}/restoration`, {})).body.files).toHaveLength(
      1,
    );
    expect((await search('Forundersokningsprotokoll', eva!))[0]?.id).toBe(draft.id);
    const report = { area: 'publications', kind: 'file', objectId: file.id };
    const { id } = (await eva!.post<{ id: string }>('/api/sensitive-texts', report)).body;
    expect(await search('Forundersokningsprotokoll', eva!)).toEqual([]);
    await eva!.post(`/api/sensitive-texts/${id}/purge`, { texts: { title: 'Renad.pdf' } });
    expect(await search('Forundersokningsprotokoll', eva!)).toEqual([]);
    expect(await app.sql('select 1 from publication_text where file_id = $1', [file.id])).toEqual([]);
  });
});

describe('searching in the text', () => {
  it('gives the page where the words stand most, and marks them as pieces of text', async () => {
    const hit = (await found('orosanmalan'))?.hit;
    expect([hit?.page, hit?.pages, hit?.fileTitle]).toEqual([3, 1, 'Handbok.pdf']);
    expect(hit?.marked.filter((piece) => piece.found).map(({ text }) => text)).toEqual(['orosanmalan', 'orosanmalan']);
  });

  it('finds what is inflected, what is begun, and what is told of it in title and summary', async () => {
    expect((await found('rutin'))?.hit?.page).toBe(3);
    expect((await found('eftervards'))?.hit?.page).toBe(2);
    expect(await found('handboken samverkan')).toBeDefined();
    expect((await found('kommunerna tillsammans'))?.hit ?? null).toBeNull();
  });

  it('finds a title that is misspelt, and words of which one stands in the title and one on a page', async () => {
    expect(await found('hanbok i samverkn')).toBeDefined();
    expect((await found('handbok riskbedomning'))?.hit?.page).toBe(3);
  });

  it('finds words that stand on different pages of one file, with a page that has one of them, and shows the file that a word stands in', async () => {
    const hit = (await found('inledning orosanmalan'))?.hit;
    expect([hit?.page, hit?.pages]).toEqual([1, 2]);
    const { id } = await published('I två delar');
    for (const word of ['forstadelensord', 'andradelensord']) await upload(id, [word], '', `${word}.pdf`);
    expect((await search('forstadelensord'))[0]?.hit?.fileTitle).toBe('forstadelensord.pdf');
    expect((await search('andradelensord'))[0]?.hit?.fileTitle).toBe('andradelensord.pdf');
  });

  it('counts every publication that holds the words, also more than it weighs the pages of', async () => {
    await app.sql(
      `insert into publication (organization_id, numbered_by, owner_ids, county_codes, title, type, summary, status, visibility)
        select o.id, o.id, array[o.id], '{22}', 'Rapport ' || n, 'report', '', 'published', 4 from organization o, generate_series(1, 150) n where o.key = 'county_board:22'`,
    );
    await app.sql(
      `with filed as (insert into publication_file (publication_id, title, organization_id) select id, 'Rapport.pdf', organization_id from publication where title like 'Rapport %' returning id),
          kept as (insert into stored_file (id, type, size, pages, sha256) select id, 'pdf', 1, 1, repeat('0', 64) from filed returning id)
        select count(*) from kept`,
    );
    await app.sql(
      `insert into stored_file_page (file_id, page, words) select id, 1, 'Det allestädesnärvarande, sagt en enda gång bland många andra ord' from publication_file where title = 'Rapport.pdf'`,
    );
    const all = await ida!.get<PublicationPage>(`/api/publications?q=${encodeURIComponent('allestädes')}&page=6`);
    expect([all.body.total, all.body.items.length]).toEqual([150, 25]);
    expect(all.body.items.every(({ hit }) => hit?.page === 1)).toBe(true);
  });

  it('puts what answers better before a hundred and fifty that answer alike: what is called so, and of the newest what says it most', async () => {
    await app.sql(`update publication set year = case title when 'Rapport 7' then 1990 when 'Rapport 9' then 1990 when 'Rapport 12' then 1990 when 'Rapport 8' then 2021 when 'Rapport 11' then 2022 else 2020 end,
      title = case title when 'Rapport 7' then 'Rapport om det allestädesnärvarande' else title end where title ~ '^Rapport [0-9]+$'`);
    await app.sql(
      `insert into stored_file_page (file_id, page, words) select f.id, 2, repeat('allestädesnärvarande ', 9) from publication_file f join publication p on p.id = f.publication_id where p.title in ('Rapport 8', 'Rapport 9')`,
    );
    const pages = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((page) =>
        ida!.get<PublicationPage>(`/api/publications?q=${encodeURIComponent('allestädesnärvarande')}&page=${page}`),
      ),
    );
    const items = pages.flatMap(({ body }) => body.items);
    expect(items.slice(0, 3).map(({ title }) => title)).toEqual([
      'Rapport om det allestädesnärvarande',
      'Rapport 8',
      'Rapport 11',
    ]);
    expect([items[1]?.hit?.page, items[1]?.hit?.pages]).toEqual([2, 2]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(150);
    // No more are looked through than are counted, and the page is the same.
    const best = (counted: number | null) =>
      app.sql<{ total: number }>(
        `select id, place, file_id, page, pages, total from publications_best('allestädesnärvarande', false, null, 25, 25, $1) order by place`,
        [counted],
      );
    const [all, some] = [await best(null), await best(120)];
    expect(some.map((row) => ({ ...row, total: 150 }))).toEqual(all);
    expect([all[0]?.total, some[0]?.total]).toEqual([150, 121]);
  });

  it('weighs those that the rest of the question leaves, however many others answer, and counts none that may not be read', async () => {
    const asked = async (more: string, client = ida!) =>
      (await client.get<PublicationPage>(`/api/publications?q=${encodeURIComponent('allestädesnärvarande')}&${more}`))
        .body;
    const old = await asked('year=1990');
    expect([old.total, old.items.map(({ hit }) => hit?.page)]).toEqual([3, [1, 2, 1]]);
    await app.sql(
      `update publication p set organization_id = o.id, numbered_by = o.id, owner_ids = array[o.id], visibility = 0 from organization o where o.key = 'county_board:23' and p.title in ('Rapport 9', 'Rapport 10')`,
    );
    const left = await asked('');
    expect([left.total, (await asked('year=1990')).total, (await asked('page=7')).items]).toEqual([148, 2, []]);
    expect((await asked('page=7')).total).toBe(148);
    expect((await asked('sort=title&order=asc')).total).toBe(148);
  });

  it('takes the words around a hit from where it stands, however long the page is, and from where two words stand apart', async () => {
    const { id } = await published('En lång text');
    await upload(id, ['kort sida']);
    const filling = 'utfyllnad av olika slag '.repeat(400);
    await app.sql(
      `insert into stored_file_page (file_id, page, words) select id, 2, $2 from publication_file where publication_id = $1`,
      [id, `${filling}varulvsjakten\n${filling}enhörningsfållan ${filling}`],
    );
    const marked = async (q: string) =>
      (await search(q))[0]?.hit?.marked.filter((piece) => piece.found).map(({ text }) => text);
    expect(await marked('varulvsjakt')).toEqual(['varulvsjakten']);
    expect(await marked('enhörningsfålla varulvsjakt')).toEqual(['varulvsjakten', 'enhörningsfållan']);
    const divided = `${filling}drakryt-\ntaren ${filling}`;
    await app.sql(
      `insert into stored_file_page (file_id, page, words) select id, 3, $2 from publication_file where publication_id = $1`,
      [id, divided],
    );
    expect(await marked('drakryttare')).toEqual(['drakryttaren']);
    await app.sql(
      `insert into stored_file_page (file_id, page, words) select id, 4, $2 from publication_file where publication_id = $1`,
      [id, `${filling}sjöormsvakten vid stran-\ndens bryg\u00AD\nga ${filling}`],
    );
    const whole = (await search('sjöormsvakt'))[0]?.hit?.marked.map(({ text }) => text).join('');
    expect(whole).toContain('sjöormsvakten vid strandens brygga');
  });

  it('asks for what tells among small words, which no text keeps', async () => {
    expect((await found('och orosanmalan som den'))?.hit?.page).toBe(3);
  });

  it('takes anything a person may write, and finds nothing in what is nothing', async () => {
    for (const q of ["' or 1=1 --", '%_%', '( & | ! :*', 'å', '\u0002x', '"citat"', 'a'.repeat(120)])
      expect((await ida!.get(`/api/publications?q=${encodeURIComponent(q)}`)).status).toBeLessThan(500);
    expect(await search('xyzzyplugh')).toEqual([]);
  });

  it('keeps what is in the text as text', async () => {
    const { id } = await published('Om märken');
    await upload(id, ['Alfa beta < gamma kvadratrotsberakning & delta epsilon zeta eta theta jota kappa']);
    const [one] = await search('kvadratrotsberakning');
    expect(one?.hit?.marked.map(({ text }) => text).join('')).toContain('< gamma kvadratrotsberakning & delta');
  });
});
