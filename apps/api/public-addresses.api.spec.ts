// How the public pages are found: by search engines, by whoever writes an address with capitals, and at one address each.
import { type TestApp, testApp } from '@samverkan/testing';
import { JSDOM } from 'jsdom';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let app: TestApp;
const portal = mkdtempSync(join(tmpdir(), 'samverkan-portal-'));
beforeAll(async () => {
  writeFileSync(
    join(portal, 'index.html'),
    '<!doctype html><title>Portal</title><script nonce="__CSP_NONCE__"></script>',
  );
  app = await testApp({ environment: { PORTAL_DIR: portal } });
});
afterAll(async () => {
  await app.close();
  rmSync(portal, { recursive: true });
});

const get = async (path: string) => {
  const response = await fetch(`${app.url}${path}`, { redirect: 'manual' });
  const text = await response.text();
  return { status: response.status, to: response.headers.get('location'), text, response };
};
const headOf = async (path: string) => new JSDOM((await get(path)).text).window.document.head;
const attributes = (head: HTMLElement, selector: string, name: string) =>
  [...head.querySelectorAll(selector)].map((element) => element.getAttribute(name));

/** RFC 9309: of the rules that fit, the longest decides, and one that allows before one that does not. */
const allowedBy = (robots: string) => (path: string) => {
  const rules = [...robots.matchAll(/^(Allow|Disallow): (\S+)$/gm)].flatMap(([, kind, rule = '']) =>
    new RegExp(
      `^${rule
        .split('*')
        .map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'))
        .join('.*')}`,
    ).test(path)
      ? [{ allows: kind === 'Allow', rule }]
      : [],
  );
  const longest = Math.max(...rules.map(({ rule }) => rule.length));
  return rules.length === 0 || rules.some(({ allows, rule }) => allows && rule.length === longest);
};

describe('a search engine', () => {
  it('is let in where anybody may read, and kept out of the portal, its API and what one person was sent', async () => {
    const { response, text } = await get('/robots.txt');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    const may = allowedBy(text);
    for (const path of [
      '/offentligt',
      '/en/offentligt/lan/vasternorrland/publikationer?sida=2',
      '/oppna-data/dcat.rdf',
      '/kompetensstod/vasternorrland',
    ])
      expect([path, may(path)]).toEqual([path, true]);
    for (const path of [
      '/',
      '/insatser',
      '/api/session',
      '/anmalan/abc',
      '/en/anmalan/min/abc',
      '/kompetensstod/vasternorrland/bekrafta/abc',
    ])
      expect([path, may(path)]).toEqual([path, false]);
    expect(text).toMatch(new RegExp(`^Sitemap: ${app.url}/sitemap.xml$`, 'm'));
  });

  it('is told the one address of each page, and the same page in each language', async () => {
    const sv = `${app.url}/offentligt/lan/vasternorrland`;
    const en = `${app.url}/en/offentligt/lan/vasternorrland`;
    for (const [path, own] of [
      ['/offentligt/lan/vasternorrland?utm=brev', sv],
      ['/offentligt/lan/vasternorrland/', sv],
      ['/en/offentligt/lan/vasternorrland', en],
    ]) {
      const head = await headOf(String(path));
      expect(attributes(head, 'link[rel=canonical]', 'href')).toEqual([own]);
      expect(attributes(head, 'link[hreflang]', 'hreflang')).toEqual(['sv', 'en', 'x-default']);
      expect(attributes(head, 'link[hreflang]', 'href')).toEqual([sv, en, sv]);
      expect(attributes(head, 'meta[name=description]', 'content')[0]).toMatch(/.{40}/);
      expect(attributes(head, 'meta[name=robots]', 'content')).toEqual([]);
    }
  });

  it('is asked to leave out what is not there, what somebody searched for, and a page behind one person’s link', async () => {
    for (const path of [
      '/offentligt/finns-inte',
      '/offentligt/lan/vasternorrland/publikationer?q=plan',
      '/anmalan/abc',
    ]) {
      const head = await headOf(path);
      expect([path, attributes(head, 'meta[name=robots]', 'content')]).toEqual([path, ['noindex']]);
      expect(attributes(head, 'link[rel=canonical], link[hreflang]', 'href')).toEqual([]);
    }
  });
});

describe('an address', () => {
  it('of a public page that is written with capitals leads to the page, with what was asked', async () => {
    for (const [written, meant] of [
      ['/EN/Offentligt', '/en/offentligt'],
      ['/Offentligt/Lan/Vasternorrland', '/offentligt/lan/vasternorrland'],
      [
        '/offentligt/lan/VASTERNORRLAND/publikationer?q=Plan&sida=2',
        '/offentligt/lan/vasternorrland/publikationer?q=Plan&sida=2',
      ],
      ['/Oppna-Data/publikationer.json', '/oppna-data/publikationer.json'],
      ['/Kompetensstod/vasternorrland', '/kompetensstod/vasternorrland'],
    ])
      expect([written, await get(String(written))]).toMatchObject([written, { status: 301, to: meant }]);
  });

  it('that ends with a key keeps the key as it is, capitals and all', async () => {
    expect(await get('/Anmalan/aBcDeF')).toMatchObject({ status: 301, to: '/anmalan/aBcDeF' });
    expect((await get('/anmalan/aBcDeF')).status).toBe(404);
    expect((await get('/kompetensstod/vasternorrland/bekrafta/aBcDeF')).status).toBe(404);
  });

  it('with capitals is answered by no other deed, and leads nowhere else', async () => {
    expect((await fetch(`${app.url}/OFFENTLIGT`, { method: 'POST', redirect: 'manual' })).status).toBe(404);
    expect((await get('/API/session')).status).toBe(404);
    expect((await get('//Offentligt')).to).toBeNull();
  });

  it('of the built page itself leads to the start page, which has its nonce', async () => {
    expect(await get('/index.html')).toMatchObject({ status: 301, to: '/' });
    expect((await get('/')).text).not.toContain('__CSP_NONCE__');
  });
});
