import { type TestApp, testApp } from '@samverkan/testing';
import { JSDOM } from 'jsdom';
import en from './en.json';
import sv from './sv.json';

let app: TestApp;
let plan: { id: string };
beforeAll(async () => {
  app = await testApp();
  [plan = { id: '' }] = await app.sql<{ id: string }>(
    `select id from strategy where key = 'reg-22-handlingsplan-2022'`,
  );
});
afterAll(() => app.close());

const get = async (path: string) => {
  const response = await fetch(`${app.url}${path}`, { redirect: 'manual' });
  const text = await response.text();
  return { response, text, page: new JSDOM(text).window.document };
};
const words = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('the public pages', () => {
  it('let anybody choose among the 21 counties, in Swedish order, each with what is decided there', async () => {
    const { page } = await get('/offentligt');
    const links = [...page.querySelectorAll('.counties a')];
    expect(links).toHaveLength(21);
    expect(words(links.at(-1))).toBe('Östergötlands län');
    const own = links.find((link) => words(link) === 'Västernorrlands län');
    expect(own?.getAttribute('href')).toBe('/offentligt/lan/vasternorrland');
    expect(words(own?.parentElement)).toContain('Handlingsplan 2022–2026');
  });

  it('show what applies in a county now, and the time when nothing did', async () => {
    const { page } = await get('/offentligt/lan/vasternorrland');
    expect(words(page.querySelector('#nu')?.parentElement)).toContain('Gäller');
    expect(page.querySelectorAll('.now .aims li').length).toBeGreaterThanOrEqual(4);
    expect([...page.querySelectorAll('.gap')].map(words).join()).toContain('ingen strategi gällde');
  });

  it('show how it goes: what is done towards each goal and under it, of what anybody may see', async () => {
    const goals = await app.sql<{ id: string; parent: string | null }>(
      'select id, parent_id as parent from goal where strategy_id = $1 and removed_at is null order by sort',
      [plan.id],
    );
    const under = goals.find(({ parent }) => parent !== null);
    const ida = await app.signIn('ida.nordlund');
    const log = async (title: string, visibility: number) => {
      const { body } = await ida.post<{ id: string }>('/api/actions', {
        title,
        kind: 'other',
        status: 'ongoing',
        visibility: 'county',
        goalIds: [under?.id],
      });
      await app.sql('update action set visibility = $2 where id = $1', [body.id, visibility]);
    };
    const said = async (path: string, goal = '') => {
      const { page } = await get(path);
      return words(page.querySelector(`a[href$="${goal}"], li[id$="${goal}"]`)?.closest('li')?.querySelector('.doing'));
    };
    const county = '/offentligt/lan/vasternorrland';
    const places = [
      [county, under?.parent],
      [`/offentligt/strategier/${plan.id}`, under?.id],
      [`/en${county}`, under?.parent],
    ] as const;
    const ongoing = async () =>
      Promise.all(
        places.map(async ([path, goal]) =>
          Number(/(\d+) (?:pågående|ongoing)/.exec(await said(path, goal ?? ''))?.[1] ?? 0),
        ),
      );
    const before = await ongoing();
    await log('Bara för länet', 2);
    expect(await ongoing()).toEqual(before);
    await log('För alla', 4);
    expect(await ongoing()).toEqual(before.map((count) => count + 1));
  });

  it('are the same for each county: its board, what applies, what there is to read and where to turn', async () => {
    const counties = [...(await get('/offentligt')).page.querySelectorAll('.counties a')];
    expect(counties).toHaveLength(21);
    for (const county of counties) {
      const { page, response } = await get(county.getAttribute('href') ?? '');
      const parts = [...page.querySelectorAll('h2[id]')].map(({ id }) => id);
      expect([response.status, page.querySelectorAll('h1').length, words(county)]).toEqual([200, 1, words(county)]);
      expect([words(county), parts]).toEqual([
        words(county),
        expect.arrayContaining(['nu', 'publikationer', 'utbildningar']),
      ]);
      expect(words(page.querySelector('h1'))).toContain(words(county));
    }
  });

  it('show a strategy as it was decided: goals, what they contribute to, and who stands behind it', async () => {
    const { page } = await get(`/offentligt/strategier/${plan.id}`);
    expect(page.querySelectorAll('.goals > li').length).toBeGreaterThanOrEqual(17);
    expect(words(page.querySelector('.goals'))).toContain('Bidrar till');
    expect(page.querySelectorAll('h1')).toHaveLength(1);
  });

  it('say first of all that a strategy no longer applies, with the way to what replaced it', async () => {
    const [old] = await app.sql<{ id: string }>(
      `select id from strategy where kind = 'regional_strategy' and status = 'superseded' or key like '%2018%' and county_codes @> '{22}' limit 1`,
    );
    const { page } = await get(`/offentligt/strategier/${old?.id}`);
    expect(words(page.querySelector('.note'))).toMatch(/^Den här strategin gäller inte längre\./);
  });

  it('are one and the same page, byte for byte, for a draft and for what has never been', async () => {
    const [draft] = await app.sql<{ id: string; title: string }>(
      `select id, title from strategy where status = 'draft'`,
    );
    const never = '01900000-0000-7000-8000-000000000000';
    for (const prefix of ['/offentligt', '/en/offentligt']) {
      const [hidden, absent, odd] = await Promise.all(
        [draft?.id, never, 'inget-id'].map((id) => get(`${prefix}/strategier/${id}`)),
      );
      expect(hidden?.response.status).toBe(404);
      expect([hidden?.text, odd?.text]).toEqual([absent?.text, absent?.text]);
    }
    for (const path of ['/offentligt', '/offentligt/lan/vasternorrland', `/offentligt/strategier/${plan.id}`])
      expect((await get(path)).text).not.toContain(draft?.title);
  });

  it('set no cookie, need no script, ask for nothing foreign, and leave nothing in the browser’s store', async () => {
    for (const path of ['/offentligt', '/en/offentligt/lan/vasternorrland', `/offentligt/strategier/${plan.id}`]) {
      const { response, page } = await get(path);
      expect([path, response.headers.get('set-cookie')]).toEqual([path, null]);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
      const fetched = [...page.querySelectorAll('[src], link[rel=stylesheet]')];
      expect(fetched.map((element) => element.outerHTML)).toEqual([]);
      const { host } = new URL(app.url);
      expect(response.headers.get('content-security-policy')).toContain(`connect-src http://${host}/robots.txt`);
    }
  });

  it('come in English at an address of their own, and say which words are Swedish', async () => {
    const { page } = await get(`/en/offentligt/strategier/${plan.id}`);
    expect(page.documentElement.lang).toBe('en');
    expect(words(page.querySelector('#mal'))).toBe('The goals');
    expect(page.querySelector('link[rel=alternate]')?.getAttribute('href')).toBe(
      `${app.url}/offentligt/strategier/${plan.id}`,
    );
  });

  it('have neutral words for the browser’s history', async () => {
    for (const path of ['/offentligt', '/offentligt/lan/vasternorrland', `/offentligt/strategier/${plan.id}`])
      expect((await get(path)).page.title).not.toMatch(/våld|violence/i);
  });

  it('have every word in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(sv));
  });

  it('answer no other method, and write what others have written as text', async () => {
    expect((await fetch(`${app.url}/offentligt`, { method: 'POST' })).status).toBeGreaterThanOrEqual(400);
    await app.sql(`update strategy set note = '<script>alert(1)</script>' where id = $1`, [plan.id]);
    const { text } = await get(`/offentligt/strategier/${plan.id}`);
    expect(text).toContain('&lt;script>alert(1)');
  });
});
