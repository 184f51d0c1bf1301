// How the public pages are found: by search engines, by whoever writes an address with capitals, and at one address each.
import { type Client, type TestApp, testApp } from '@samverkan/testing';
import { JSDOM } from 'jsdom';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

let app: TestApp;
const portal = mkdtempSync(join(tmpdir(), 'samverkan-portal-'));
beforeAll(async () => {
  writeFileSync(
    join(portal, 'index.html'),
    '<!doctype html><title>Portal</title><script nonce="__CSP_NONCE__"></script>',
  );
  app = await testApp({ environment: { PORTAL_DIR: portal, SAMVERKAN_JOBS: '1' } });
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
/** What one person was sent a link to: the form of a registration, her own place, and the confirming of what she asked for. */
async function sent(): Promise<string[]> {
  const eva: Client = await app.signIn('eva.berglind');
  const { id } = (
    await eva.post<{ id: string }>('/api/offers', {
      kind: 'training_day',
      title: 'Prov: en dag att hitta till',
      visibility: 'members',
    })
  ).body;
  const [day] = await app.sql<{ on: string }>(`select (today() + 30)::text as on`);
  await eva.post(`/api/offers/${id}/sessions`, { day: day?.on, from: '09:00', to: '16:00', place: 'Härnösand' });
  const opened = await eva.post<{ sessions: { id: string }[] }>(`/api/offers/${id}/open`, {});
  const link = await eva.post<{ url: string }>(`/api/offers/${id}/sessions/${opened.body.sessions[0]?.id}/link`, {});
  const form = new URL(link.body.url).pathname;
  const letter = async (to: string) => {
    for (let tries = 0; tries < 100; tries += 1) {
      const [mail] = await app.sql<{ link: string }>('select link from demo_mail where to_address = $1', [to]);
      if (mail) return new URL(mail.link).pathname;
      await sleep(200);
    }
    throw new Error(`No letter came to ${to}.`);
  };
  const typed = async (path: string, fields: Record<string, string>) =>
    fetch(app.url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  await typed(form, {
    name: 'Deltagare',
    email: 'hittad@kommun.example',
    organization: 'Socialtjänsten',
    municipalityCode: '',
    profession: 'social_workers',
  });
  await typed('/kompetensstod/vasternorrland', {
    party: '2282',
    workplace: 'Enhetschef, individ- och familjeomsorgen',
    title: 'Handledning i att ställa frågor',
    text: 'Vi är åtta handläggare.',
    form: 'supervision',
    urgency: 'quarter',
    replyTo: 'fragar@kommun.example',
  });
  return [form, await letter('hittad@kommun.example'), await letter('fragar@kommun.example')];
}
const headOf = async (path: string) => new JSDOM((await get(path)).text).window.document.head;
const attributes = (head: HTMLElement, selector: string, name: string) =>
  [...head.querySelectorAll(selector)].map((element) => element.getAttribute(name));

/** RFC 9309: of the rules that fit, the longest decides, and one that allows before one that does not. */
const allowedBy = (robots: string) => (path: string) => {
  const rules = [...robots.matchAll(/^(Allow|Disallow): (\S+)$/gm)].flatMap(([, kind, rule = '']) =>
    new RegExp(
      `^${rule
        .split('*')
        .map((part) => part.replace(/[.?+^()[\]{}|\\]|\$(?!$)/g, '\\$&'))
        .join('.*')}`,
    ).test(path)
      ? [{ allows: kind === 'Allow', rule }]
      : [],
  );
  const longest = Math.max(...rules.map(({ rule }) => rule.length));
  return rules.length === 0 || rules.some(({ allows, rule }) => allows && rule.length === longest);
};

describe('a search engine', () => {
  it('is let in where anybody may read, and kept out of the portal and its API; what one person was sent it may read, to see that it is to be left out', async () => {
    const { response, text } = await get('/robots.txt');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    const may = allowedBy(text);
    for (const path of [
      '/offentligt',
      '/en/offentligt/lan/vasternorrland/publikationer?sida=2',
      '/oppna-data/dcat.rdf',
      '/kompetensstod/vasternorrland',
      '/sitemap.xml',
      '/favicon.svg',
      '/anmalan/abc',
      '/en/anmalan/min/abc',
      '/kompetensstod/vasternorrland/bekrafta/abc',
    ])
      expect([path, may(path)]).toEqual([path, true]);
    for (const path of ['/', '/insatser', '/api/session', '/sitemap.xml/annat'])
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
    for (const path of ['/offentligt/finns-inte', '/offentligt/lan/vasternorrland/publikationer?q=plan']) {
      const head = await headOf(path);
      expect([path, attributes(head, 'meta[name=robots]', 'content')]).toEqual([path, ['noindex']]);
      expect(attributes(head, 'link[rel=canonical], link[hreflang]', 'href')).toEqual([]);
    }
    for (const path of await sent()) {
      const { status, response, text } = await get(path);
      const { head } = new JSDOM(text).window.document;
      expect([path, status, response.headers.get('x-robots-tag')]).toEqual([path, 200, 'noindex']);
      expect(attributes(head, 'meta[name=robots]', 'content')).toEqual(['noindex']);
      expect(attributes(head, 'link[rel=canonical], link[hreflang]', 'href')).toEqual([]);
    }
    expect((await get('/offentligt')).response.headers.get('x-robots-tag')).toBeNull();
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
      ['/Kompetensstod/Vasternorrland', '/kompetensstod/vasternorrland'],
    ]) {
      const led = await get(String(written));
      expect([written, led]).toMatchObject([written, { status: 301, to: meant }]);
      // The pages leave no copy on the reader's disk, and nor does the way to them.
      expect(led.response.headers.get('cache-control')).toBe('no-store');
    }
    expect((await get('/kompetensstod/vasternorrland')).status).toBe(200);
  });

  it('that ends with a key keeps the key as it is, capitals and all', async () => {
    for (const [written, meant] of [
      ['/Anmalan/aBcDeF', '/anmalan/aBcDeF'],
      ['/EN/Anmalan/Min/aBcDeF/Intyg', '/en/anmalan/min/aBcDeF/intyg'],
      ['/anmalan/Fragor/aBcDeF', '/anmalan/fragor/aBcDeF'],
      ['/Kompetensstod/Vasternorrland/Bekrafta/aBcDeF', '/kompetensstod/vasternorrland/bekrafta/aBcDeF'],
    ])
      expect([written, await get(String(written))]).toMatchObject([written, { status: 301, to: meant }]);
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
