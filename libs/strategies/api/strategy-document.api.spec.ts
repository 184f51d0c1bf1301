// A strategy as a text document: opened again and read.
import type { Strategy } from '@samverkan/strategies/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { strFromU8, unzipSync } from 'fflate';

let app: TestApp;
let [eva, ida]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [eva, ida] = [await app.signIn('eva.berglind'), await app.signIn('ida.nordlund')];
});
afterAll(() => app.close());

const fetched = (id: string, client = ida!, lang = 'sv') =>
  fetch(`${app.url}/api/strategies/${id}/document?lang=${lang}`, { headers: { cookie: client.cookieHeader } });
async function opened(id: string, client = ida!, lang = 'sv') {
  const response = await fetched(id, client, lang);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const body = part('word/document.xml');
  const textIn = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
  const paragraphs = [...body.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([xml]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(xml)?.[1] ?? '',
    text: textIn(xml),
  }));
  const rows = [...body.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textIn(cell)),
  );
  return { response, paragraphs, rows, part, text: textIn(body) };
}
const plan = async () =>
  (await app.sql<{ id: string }>(`select id from strategy where key = 'reg-22-handlingsplan-2022'`))[0]?.id ?? '';

describe('a strategy as a text document', () => {
  it('has its title, its state and what it replaces, in Swedish and marked so', async () => {
    const { response, paragraphs, part } = await opened(await plan());
    expect(response.headers.get('content-type')).toContain('wordprocessingml');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="handlingsplan-2022-2026.docx"');
    expect(paragraphs[0]).toMatchObject({ style: 'Title', text: expect.stringContaining('2022') });
    const facts = paragraphs.map(({ text }) => text);
    expect(facts).toContain('Ersätter: Regional strategi 2018–2021');
    expect(facts).toContain('Period: 22 mars 2022 – 31 december 2026');
    expect(facts.some((text) => text.startsWith('Status: '))).toBe(true);
    expect(part('word/styles.xml')).toContain('w:lang w:val="sv-SE"');
    expect(part('docProps/core.xml')).toContain(`<dc:title>${paragraphs[0]?.text}</dc:title>`);
  });

  it('has the goals in their tree under real headings, each with what it serves', async () => {
    const { paragraphs } = await opened(await plan());
    const { goals } = (await ida!.get<Strategy>(`/api/strategies/${await plan()}`)).body;
    const headed = (style: string) => paragraphs.filter((one) => one.style === style).map(({ text }) => text);
    expect(headed('Heading1')).toEqual([
      'Vision',
      'Anmärkning',
      'Mål och åtgärder',
      'Nationella ramar',
      'Undertecknare',
    ]);
    const top = goals.filter(({ parentId }) => parentId === null);
    expect(headed('Heading2')).toEqual(top.map(({ number, title }) => `${number} ${title}`));
    expect(headed('Heading3')).toEqual(
      goals.filter(({ kind }) => kind === 'measure').map(({ number, title }) => `Åtgärd ${number}. ${title}`),
    );
    expect(paragraphs.some(({ text }) => text.startsWith('Bidrar till: Nationella strategin 2017–2026, 1. '))).toBe(
      true,
    );
  });

  it('has who signed in a table with a head, and counts those the source does not name', async () => {
    const { rows, part, paragraphs } = await opened(await plan());
    expect(rows[0]).toEqual(['Part', 'Funktion', 'Underskriven']);
    expect(rows).toContainEqual(['Kramfors kommun', '', '22 mars 2022']);
    expect(rows).toHaveLength(10);
    expect(part('word/document.xml')).toContain('<w:tblHeader/>');
    expect(paragraphs.at(-1)?.text).toBe('Därtill 6 vars namn saknas i källan.');
  });

  it('says on its face that a draft is not decided, and comes out in English too', async () => {
    const draft = await eva!.post<Strategy>('/api/strategies', {
      kind: 'action_plan',
      title: 'Ett utkast',
      shortTitle: 'Utkast',
    });
    await eva!.post(`/api/strategies/${draft.body.id}/goals`, { title: 'Hemligt mål' });
    const { text } = await opened(draft.body.id, eva);
    expect(text).toContain('Status: Utkast, inte beslutat');
    const english = await opened(draft.body.id, eva, 'en');
    expect([
      english.text.includes('Status: Draft, not decided'),
      english.part('word/styles.xml').includes('en-GB'),
    ]).toEqual([true, true]);
  });

  it('holds exactly what its reader sees: a draft is nobody else’s, and shows through no other strategy', async () => {
    const draft = await eva!.post<Strategy>('/api/strategies', {
      kind: 'action_plan',
      title: 'Nästa plan i hemlighet',
      shortTitle: 'Hemlig plan',
      replaces: [await plan()],
    });
    expect((await fetched(draft.body.id)).status).toBe(404);
    expect((await opened(await plan())).text).not.toContain('Hemlig plan');
    expect((await opened(await plan(), eva)).text).toContain('Hemlig plan (utkast, inte beslutat)');
    expect((await fetched(await plan(), await app.stranger())).status).toBe(401);
  });
});
