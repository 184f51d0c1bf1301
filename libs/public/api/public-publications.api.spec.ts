import type { Publication } from '@samverkan/publications/contract';
import { type Client, type TestApp, pdfOf, testApp } from '@samverkan/testing';
import { JSDOM } from 'jsdom';

let app: TestApp;
let eva: Client;
beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
});
afterAll(() => app.close());

const get = async (path: string) => {
  const response = await fetch(`${app.url}${path}`, { redirect: 'manual' });
  const text = await response.text();
  return { response, text, page: new JSDOM(text).window.document };
};
const words = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const idOf = async (key: string) =>
  (await app.sql<{ id: string }>('select id from publication where key = $1', [key]))[0]?.id ?? '';
const published = async (title: string, visibility: string): Promise<Publication> => {
  const made = await eva.post<Publication>('/api/publications', { title, type: 'guide', visibility });
  await eva.post(`/api/publications/${made.body.id}/publication`, {});
  return made.body;
};

describe('the public pages of publications', () => {
  it('stand on the county’s page in the county’s own selection, apart from the whole list', async () => {
    const county = (await get('/offentligt/lan/vasternorrland')).page;
    const titles = [...county.querySelectorAll('section[aria-labelledby=publikationer] h3')].map(words);
    expect(titles).toHaveLength(4);
    expect(titles[0]).toMatch(/^Regional strategi/);
    const all = (await get('/offentligt/lan/vasternorrland/publikationer')).page;
    expect(all.querySelectorAll('.bib h3').length).toBeGreaterThanOrEqual(5);
    expect(words(all.querySelector('.bib'))).toContain('Ersatt');
    // One that several counties own stands in each of them.
    const neighbour = (await get('/offentligt/lan/jamtland/publikationer')).page;
    expect(words(neighbour.querySelector('.bib'))).toContain('Prostitution och människohandel');
  });

  it('say first of all that a publication has been replaced, and how the new one is referred to', async () => {
    const [old, next] = [await idOf('pub-22-jamint-2014'), await idOf('pub-22-jamint-2018')];
    const { page } = await get(`/offentligt/publikationer/${old}`);
    expect(words(page.querySelector('.note'))).toMatch(
      /^Den här publikationen är ersatt av Ett jämställt Västernorrland/,
    );
    expect(page.querySelector('.note a')?.getAttribute('href')).toBe(`/offentligt/publikationer/${next}`);
    const now = (await get(`/offentligt/publikationer/${next}`)).page;
    expect(words(now.querySelector('section[aria-labelledby=hanvisa] p'))).toContain(
      'Rapport 2017:18. ISSN 1403-624X.',
    );
    expect(words(now.querySelector('section[aria-labelledby=las] a'))).toContain('öppnas i nytt fönster');
    expect(now.title).not.toMatch(/våld/i);
  });

  it('give the files to anybody, with size, language and whether they can be read with aids', async () => {
    const { id } = await published('Öppen vägledning', 'public');
    const added = await eva.send<Publication>(
      'POST',
      `/api/publications/${id}/files?name=Text.pdf&accessibility=accessible`,
      pdfOf(['Kvalitetsgranskningsunderlag']),
      { 'content-type': 'application/octet-stream' },
    );
    const file = added.body.files[0]!;
    const { page } = await get(`/en/offentligt/publikationer/${id}`);
    expect(words(page.querySelector('section[aria-labelledby=las] .b'))).toMatch(
      /^PDF · .*kB · 1 page · Swedish · accessible$/,
    );
    const sent = await fetch(`${app.url}/offentligt/publikationer/filer/${file.id}`);
    expect([sent.status, sent.headers.get('content-type'), sent.headers.get('set-cookie')]).toEqual([
      200,
      'application/pdf',
      null,
    ]);
    expect(sent.headers.get('content-disposition')).toMatch(/^attachment/);
    const found = await get('/offentligt/lan/vasternorrland/publikationer?q=kvalitetsgranskningsunderlag');
    expect(words(found.page.querySelector('.bib mark'))).toBe('Kvalitetsgranskningsunderlag');
  });

  it('are one and the same page for what is not public, what is a draft and what has never been, files too', async () => {
    const { id } = await published('Sekretessrutinhandbok', 'members');
    const draft = (
      await eva.post<Publication>('/api/publications', { title: 'Utkastet', type: 'guide', visibility: 'public' })
    ).body;
    const added = await eva.send<Publication>(
      'POST',
      `/api/publications/${id}/files?name=Hemlig.pdf`,
      pdfOf(['Internrevisionsunderlag']),
      { 'content-type': 'application/octet-stream' },
    );
    const never = '01900000-0000-7000-8000-000000000000';
    const absent = await get(`/offentligt/publikationer/${never}`);
    expect(absent.response.status).toBe(404);
    for (const path of [id, draft.id, 'inget-id', `filer/${added.body.files[0]!.id}`, `filer/${never}`])
      expect((await get(`/offentligt/publikationer/${path}`)).text).toBe(absent.text);
    for (const q of ['Internrevisionsunderlag', 'Sekretessrutinhandbok', 'Utkastet'])
      expect(
        (await get(`/offentligt/lan/vasternorrland/publikationer?q=${q}`)).page.querySelectorAll('.bib li'),
      ).toHaveLength(0);
  });
});
