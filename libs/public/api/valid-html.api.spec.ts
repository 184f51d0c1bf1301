// Every public page is valid HTML, in both languages: what the Swedish examiner looks at first.
import { type TestApp, htmlFaults, testApp } from '@samverkan/testing';

let app: TestApp;
let ids: { strategy: string; publication: string };
beforeAll(async () => {
  app = await testApp();
  const [strategy] = await app.sql<{ id: string }>(`select id from strategy where key = 'reg-22-handlingsplan-2022'`);
  const [publication] = await app.sql<{ id: string }>(`select id from publication where key = 'pub-22-jamint-2018'`);
  ids = { strategy: strategy?.id ?? '', publication: publication?.id ?? '' };
});
afterAll(() => app.close());

const pages = () => [
  '/offentligt',
  '/offentligt/lan/vasternorrland',
  '/offentligt/lan/gotland',
  '/offentligt/lan/vasternorrland/publikationer',
  '/offentligt/lan/vasternorrland/publikationer?q=v%C3%A5ld',
  '/offentligt/lan/vasternorrland/publikationer?q=finnsinte',
  '/offentligt/lan/vasternorrland/kalender',
  '/offentligt/lan/vasternorrland/om',
  '/offentligt/lan/vasternorrland/tillganglighet',
  '/offentligt/lan/vasternorrland/tillganglighet/brist',
  '/offentligt/lan/vasternorrland/personuppgifter',
  '/offentligt/kalender',
  '/offentligt/oppna-data',
  '/offentligt/om',
  '/offentligt/tillganglighet',
  '/offentligt/personuppgifter',
  `/offentligt/publikationer/${ids.publication}`,
  `/offentligt/strategier/${ids.strategy}`,
  '/offentligt/finns-inte',
  '/anmalan/finns-inte',
  '/kompetensstod/vasternorrland',
  '/kompetensstod/gotland',
  '/kompetensstod/vasternorrland/bekrafta/finns-inte',
];

describe('every public page', () => {
  it('is valid HTML, in Swedish and in English', async () => {
    const found: Record<string, string[]> = {};
    for (const path of pages().flatMap((one) => [one, `/en${one}`])) {
      const faults = await htmlFaults(await (await fetch(`${app.url}${path}`)).text());
      if (faults.length > 0) found[path] = faults.slice(0, 5);
    }
    expect(found).toEqual({});
  });

  it('leads to the statement of accessibility, to what is done with personal data and to who is behind it, of its own county', async () => {
    for (const [path, county] of [
      ['/offentligt', ''],
      ['/offentligt/lan/gotland', '/lan/gotland'],
      ['/offentligt/lan/gotland/publikationer', '/lan/gotland'],
    ] as const) {
      const html = await (await fetch(`${app.url}${path}`)).text();
      for (const page of ['om', 'tillganglighet', 'personuppgifter'])
        expect([path, html.includes(`href="/offentligt${county}/${page}"`)]).toEqual([path, true]);
    }
  });

  it('has in the statement all that the law asks for, in every county', async () => {
    const counties = await app.sql<{ name: string }>('select short_name as name from county');
    for (const { name } of counties) {
      const slug = name
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{Diacritic}/gu, '')
        .replace(/[^a-z0-9]+/g, '-');
      const html = await (await fetch(`${app.url}/offentligt/lan/${slug}/tillganglighet`)).text();
      for (const part of [
        `Länsstyrelsen ${name}`,
        'tjänsten Samverkan',
        'delvis förenliga med lagen',
        'inte är tillgängligt',
        'oskäligt betungande',
        'Säg till om något inte fungerar',
        'https://www.digg.se/tdosanmalan',
        'Hur vi har testat',
        'Senaste bedömningen',
        'uppdaterades',
      ])
        expect([slug, part, html.includes(part)]).toEqual([slug, part, true]);
    }
  });
});
