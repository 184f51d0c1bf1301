import type { OpenDataIndex, OpenDataPublications, OpenDataStrategies } from '@samverkan/public/contract';
import type { Publication } from '@samverkan/publications/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { JSDOM } from 'jsdom';
import { RdfXmlParser } from 'rdfxml-streaming-parser';

let app: TestApp;
let eva: Client;
beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
});
afterAll(() => app.close());

const read = async (path: string) => {
  const response = await fetch(`${app.url}${path}`);
  return { response, text: await response.text() };
};
const data = async <T>(path: string): Promise<T> => JSON.parse((await read(path)).text) as T;
const xml = async (path: string) => {
  const { text, response } = await read(path);
  return { response, text, page: new JSDOM(text, { contentType: 'application/xml' }).window.document };
};
const published = async (title: string, visibility: string): Promise<Publication> => {
  const made = await eva.post<Publication>('/api/publications', {
    title,
    type: 'guide',
    visibility,
    summary: 'A & B < C',
  });
  await eva.post(`/api/publications/${made.body.id}/publication`, {});
  return made.body;
};

interface Quad {
  subject: { value: string };
  predicate: { value: string };
  object: { value: string; termType: string; language?: string };
}
const triplesOf = (text: string): Promise<Quad[]> =>
  new Promise((resolve, reject) => {
    const found: Quad[] = [];
    const parser = new RdfXmlParser();
    parser.on('data', (quad: Quad) => found.push(quad));
    parser.on('error', reject);
    parser.on('end', () => resolve(found));
    parser.write(text);
    parser.end();
  });
const dcterms = 'http://purl.org/dc/terms/';
const dcat = 'http://www.w3.org/ns/dcat#';
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

describe('open data', () => {
  it('tells what there is and where, for all counties and for each', async () => {
    const index = await data<OpenDataIndex>('/oppna-data');
    expect(index.counties).toHaveLength(21);
    for (const address of [
      index.publications,
      index.strategies,
      index.catalogue,
      index.feeds.publications,
      index.feeds.trainings,
      index.counties[0]!.page,
    ])
      expect([address, (await fetch(address)).status]).toEqual([address, 200]);
    expect((await read('/oppna-data')).response.headers.get('set-cookie')).toBeNull();
  });

  it('has the publications with their files and links, and the strategies with their goals', async () => {
    const publications = await data<OpenDataPublications>('/oppna-data/publikationer.json?lan=22');
    const one = publications.items.find(({ number }) => number === '2017:18');
    expect(one).toMatchObject({ dnr: '801-9234-16', issn: '1403-624X', publishers: ['Länsstyrelsen Västernorrland'] });
    expect(publications.items.some(({ files }) => files.some(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256)))).toBe(
      true,
    );
    const strategies = await data<OpenDataStrategies>('/oppna-data/strategier.json?lan=22');
    const plan = strategies.items.find(({ kind, status }) => kind === 'action_plan' && status === 'adopted');
    expect(plan?.goals.length).toBeGreaterThanOrEqual(17);
    expect(plan?.signatories.length).toBeGreaterThan(5);
    expect((await fetch(plan!.address)).status).toBe(200);
    const all = await data<OpenDataStrategies>('/oppna-data/strategier.json');
    expect(all.items.length).toBeGreaterThan(strategies.items.length);
  });

  it('is the same for whoever is signed in, and has nothing that is not public', async () => {
    const hidden = await published('Sekretessrutinhandbok', 'members');
    const draft = await eva.post<Publication>('/api/publications', {
      title: 'Utkastet',
      type: 'guide',
      visibility: 'public',
    });
    const open = await published('Öppen & läsbar <vägledning>', 'public');
    for (const path of [
      '/oppna-data/publikationer.json',
      '/oppna-data/publikationer.atom',
      '/sitemap.xml',
      '/oppna-data/dcat.rdf',
      '/oppna-data/strategier.json',
      '/oppna-data/utbildningar.atom',
    ]) {
      const { text } = await read(path);
      expect([path, (await eva.get(path)).text === text]).toEqual([path, true]);
      for (const one of [hidden, draft.body]) {
        expect([path, text.includes(one.title) || text.includes(one.id)]).toEqual([path, false]);
      }
    }
    expect(
      (await data<OpenDataPublications>('/oppna-data/publikationer.json')).items.some(({ id }) => id === open.id),
    ).toBe(true);
    const [plan] = await app.sql<{ title: string }>(`select title from strategy where status = 'draft'`);
    expect((await read('/oppna-data/strategier.json')).text).not.toContain(plan?.title);
    expect((await read('/oppna-data/publikationer.json')).text).not.toMatch(/Eva Berglind|demo\.example/);
  });

  it('goes on with the next hundred, and says so', async () => {
    await app.sql(
      `insert into publication (organization_id, numbered_by, owner_ids, county_codes, title, type, status, visibility)
       select id, id, array[id], '{01}', 'Skrift ' || n, 'report', 'published', 4 from organization, generate_series(1, 130) n where key = 'county_board:01'`,
    );
    const first = await data<OpenDataPublications>('/oppna-data/publikationer.json?lan=01');
    expect([first.items.length, first.page]).toEqual([100, 1]);
    const second = JSON.parse(await (await fetch(first.next!)).text()) as OpenDataPublications;
    expect([second.items.length, second.page, second.next]).toEqual([30, 2, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(130);
    const list = (await read('/offentligt/lan/stockholm/publikationer')).text;
    const page = new JSDOM(list).window.document;
    expect(page.querySelectorAll('.bib li')).toHaveLength(100);
    const next = page.querySelector('a[rel=next]')?.getAttribute('href');
    expect(next).toBe('/offentligt/lan/stockholm/publikationer?sida=2');
    expect(new JSDOM((await read(next!)).text).window.document.querySelectorAll('.bib li')).toHaveLength(30);
    expect((await read('/offentligt/lan/stockholm/publikationer?sida=3')).response.status).toBe(404);
  });

  it('is described as DCAT-AP-SE asks, every resource with what it must have', async () => {
    const { response, text } = await read('/oppna-data/dcat.rdf');
    expect(response.headers.get('content-type')).toMatch(/^application\/rdf\+xml/);
    const triples = await triplesOf(text);
    const of = (kind: string) =>
      triples
        .filter(({ predicate, object }) => predicate.value === type && object.value === kind)
        .map(({ subject }) => subject.value);
    const values = (subject: string, predicate: string) =>
      triples
        .filter((one) => one.subject.value === subject && one.predicate.value === predicate)
        .map(({ object }) => object);
    const must = (kind: string, predicates: readonly string[], once: readonly string[] = []) => {
      for (const subject of of(kind))
        for (const predicate of predicates) {
          const found = values(subject, predicate);
          expect([subject, predicate, found.length > 0 && found.every(({ value }) => value !== '')]).toEqual([
            subject,
            predicate,
            true,
          ]);
          if (once.includes(predicate)) expect([subject, predicate, found.length]).toEqual([subject, predicate, 1]);
        }
      return of(kind).length;
    };
    const [publisher, license] = [`${dcterms}publisher`, `${dcterms}license`];
    expect(
      must(
        `${dcat}Catalog`,
        [`${dcterms}title`, `${dcterms}description`, publisher, license, `${dcat}dataset`],
        [publisher, license],
      ),
    ).toBe(1);
    expect(
      must(
        `${dcat}Dataset`,
        [`${dcterms}title`, `${dcterms}description`, publisher, `${dcat}distribution`],
        [publisher],
      ),
    ).toBe(44);
    expect(must(`${dcat}Distribution`, [`${dcat}accessURL`, `${dcterms}format`, license], [`${dcat}accessURL`])).toBe(
      66,
    );
    expect(must('http://xmlns.com/foaf/0.1/Agent', ['http://xmlns.com/foaf/0.1/name'])).toBe(22);
    expect(
      must('http://www.w3.org/2006/vcard/ns#Organization', [
        'http://www.w3.org/2006/vcard/ns#fn',
        'http://www.w3.org/2006/vcard/ns#hasEmail',
      ]),
    ).toBeGreaterThan(0);
    // Whatever is pointed at within the catalogue is described in it, and every address is whole.
    const described = new Set(triples.map(({ subject }) => subject.value));
    for (const { predicate, object } of triples.filter((one) => one.object.termType === 'NamedNode')) {
      expect([predicate.value, object.value]).toEqual([
        predicate.value,
        expect.stringMatching(/^(https?:\/\/|mailto:)\S+$/),
      ]);
      if (object.value.startsWith(`${app.url}/oppna-data#`)) expect(described).toContain(object.value);
    }
  });

  it('has feeds and a site map that any reader takes', async () => {
    for (const path of [
      '/oppna-data/publikationer.atom',
      '/oppna-data/publikationer.atom?lan=22',
      '/oppna-data/utbildningar.atom?lan=22',
    ]) {
      const { page, response } = await xml(path);
      expect(response.headers.get('content-type')).toMatch(/^application\/atom\+xml/);
      expect(page.documentElement.namespaceURI).toBe('http://www.w3.org/2005/Atom');
      for (const needed of ['feed > id', 'feed > title', 'feed > updated', 'feed > link[rel=self]'])
        expect([path, needed, page.querySelector(needed) !== null]).toEqual([path, needed, true]);
      const entries = [...page.querySelectorAll('entry')];
      expect(entries.length).toBeGreaterThan(0);
      for (const entry of entries)
        for (const needed of ['id', 'title', 'updated', 'author > name', 'link'])
          expect([path, needed, entry.querySelector(needed) !== null]).toEqual([path, needed, true]);
    }
    const { page, text } = await xml('/sitemap.xml');
    const places = [...page.querySelectorAll('loc')].map(({ textContent }) => textContent ?? '');
    expect(places).toContain(`${app.url}/en/offentligt/lan/vasternorrland`);
    expect(new Set(places).size).toBe(places.length);
    expect(text).not.toMatch(/\/api\//);
    const robots = (await read('/robots.txt')).text;
    expect(robots).toContain(`Sitemap: ${app.url}/sitemap.xml`);
    expect(robots).toContain('Disallow: /\n');
  });

  it('says what is wrong with an address that asks for something odd', async () => {
    expect((await read('/oppna-data/publikationer.json?lan=99')).response.status).toBe(404);
    const odd = await read('/oppna-data/publikationer.json?lan=x&sida=0');
    expect([odd.response.status, JSON.parse(odd.text)]).toMatchObject([400, { code: 'input.invalid' }]);
    expect((await read('/oppna-data/finns-inte')).response.status).toBe(404);
  });
});

describe('the calendar of what anybody may come to', () => {
  it('has the open trainings and the days of strategies, as a page and as a file, and nothing that is for members', async () => {
    await app.sql(`update offer set visibility = 3 where title like 'Länskonferens%'`);
    const page = (await read('/offentligt/lan/vasternorrland/kalender')).text;
    expect(page).toContain('Att fråga om våld i socialtjänsten');
    expect(page).not.toContain('Länskonferens');
    const { response, text } = await read('/offentligt/lan/vasternorrland/kalender.ics');
    expect(response.headers.get('content-type')).toMatch(/^text\/calendar/);
    expect(text).toMatch(/^BEGIN:VCALENDAR/);
    expect(text).toContain('SUMMARY:Att fråga om våld');
    expect(text).not.toContain('Länskonferens');
    expect((await read('/offentligt/lan/inget/kalender.ics')).response.status).toBe(404);
    expect((await read('/offentligt/lan/gotland/kalender')).text).not.toContain('Att fråga om våld i socialtjänsten');
  });
});
