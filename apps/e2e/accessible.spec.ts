// axe on every page, in both languages, light and dark, at a desk and on a phone: no violation of WCAG 2.1 AA, and none of the content
// security policy.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type Page, expect, test } from '@playwright/test';
import type axe from 'axe-core';
import { administrators, everybodys, writers } from './addresses';
import { ask, letterTo, person } from './person';
import { walker } from './walker';

declare const window: Window & { axe: typeof axe };

// axe is put into the page itself: asked from outside it opens a page of its own for every answer, which takes four times as long.
const rules = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What depends on the colours, and is looked at again when they change; the rest is the same page. */
const ofColours = ['color-contrast', 'link-in-text-block'];

const violations = async (page: Page, only?: readonly string[]) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(rules);
  return page.evaluate(async (names) => {
    const { violations: found } = await window.axe.run(document, {
      runOnly: names
        ? { type: 'rule', values: [...names] }
        : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] },
      resultTypes: ['violations'],
    });
    return found.map((one) => {
      const where = one.nodes.slice(0, 3).map((node) => node.target.join(' '));
      return `${one.id}: ${where.join(' · ')}`;
    });
  }, only);
};

/** The console's complaints about the content security policy. */
const watchPolicy = (page: Page): string[] => {
  const broken: string[] = [];
  page.on(
    'console',
    (message) =>
      /Content Security Policy|Refused to/i.test(message.text()) &&
      broken.push(`${new URL(page.url()).pathname}: ${message.text()}`),
  );
  return broken;
};

/** Who walks, and which of the addresses: the longest walk is shared by two. */
const walks = [
  { who: 'Ida Nordlund', addresses: everybodys, share: 0, shares: 2 },
  { who: 'Ida Nordlund', addresses: everybodys, share: 1, shares: 2 },
  { who: 'Lena Hall', addresses: administrators, share: 0, shares: 1 },
  { who: 'Eva Berglind', addresses: writers, share: 0, shares: 1 },
];

/** A whole `npm test` walks each page in one language and width, `npm run check` in the other; by hand every page in both. */
const half = process.env['SAMVERKAN_HALF'];
const isWalked = (number: number, turn: number) => half === undefined || (number + turn) % 2 === Number(half);

for (const [turn, [language, width]] of (
  [
    ['sv', 1440],
    ['en', 360],
  ] as const
).entries())
  for (const { who, addresses, share, shares } of walks)
    test(`no page breaks the rules, light or dark: ${language}, ${width} px, ${who} ${share + 1}/${shares}`, async ({
      browser,
    }) => {
      test.setTimeout(400_000);
      const page = await person(browser, who, { width });
      const broken = watchPolicy(page);
      await page.evaluate((to) => localStorage.setItem('samverkan.language', to), language);
      const found: Record<string, string[]> = {};
      const goTo = walker(page);
      await page.reload();
      const mine = (await addresses(page)).filter((_, number) => number % shares === share);
      for (const path of mine.filter((_, number) => isWalked(number, turn))) {
        await page.emulateMedia({ colorScheme: 'light' });
        await goTo(path);
        const light = await violations(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
        const dark = await violations(page, ofColours);
        if (light.length + dark.length > 0) found[path] = [...light, ...dark.map((one) => `${one} (dark)`)];
        expect([path, await page.evaluate(() => document.documentElement.lang)]).toEqual([path, language]);
        // Nothing is wider than the window.
        expect([path, await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)]).toEqual([
          path,
          0,
        ]);
      }
      expect(found).toEqual({});
      expect(broken).toEqual([]);
    });

test('the sign-in page breaks none either', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  const broken = watchPolicy(page);
  await page.goto('/logga-in');
  expect(await violations(page)).toEqual([]);
  expect(broken).toEqual([]);
});

/** The address of a form that a host has made a link to: what whoever has no account registers by. */
async function sharedDoor(browser: Browser): Promise<string> {
  const host = await person(browser, 'Eva Berglind');
  const offers = await ask<{ items: { id: string }[] }>(host, '/api/offers?kind=training_day&status=open');
  const id = offers.body.items[0]?.id;
  const offer = await ask<{ sessions: { id: string }[] }>(host, `/api/offers/${id}`);
  const url = await host.evaluate(async (path) => {
    const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '');
    const headers = { 'X-XSRF-TOKEN': token, 'Content-Type': 'application/json' };
    const made = await fetch(path, { method: 'POST', headers, body: '{}' });
    return ((await made.json()) as { url: string }).url;
  }, `/api/offers/${id}/sessions/${offer.body.sessions[0]?.id}/link`);
  return new URL(url).pathname;
}

/** The page of a guest's own, who has registered at the door without an account. */
async function ownPage(browser: Browser, door: string, turn: number): Promise<string> {
  const email = `besok${turn}@kommun.example`;
  const guest = await (await browser.newContext()).newPage();
  await guest.goto(door);
  await guest.locator('input[name=name]').fill('Besökare');
  await guest.locator('input[name=email]').fill(email);
  await guest.locator('input[name=organization]').fill('Socialtjänsten');
  await guest.locator('select[name=profession]').selectOption({ index: 1 });
  await guest.locator('main button[type=submit]').click();
  await expect(guest.locator('main form select')).toHaveCount(0);
  await guest.context().close();
  return letterTo(await person(browser, 'Eva Berglind'), email, '/anmalan/min/');
}

test('the public pages break none either, light or dark, at a desk and on a phone', async ({ browser }) => {
  for (const [turn, [width, colorScheme, prefix]] of (
    [
      [1440, 'light', ''],
      [360, 'dark', '/en'],
    ] as const
  ).entries()) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    const shared = await sharedDoor(browser);
    const door = `${prefix}${shared}`;
    const own = `${prefix}${await ownPage(browser, shared, turn)}`;
    await page.goto(`${prefix}/offentligt/lan/vasternorrland`);
    const plan = await page.locator('.now a').first().getAttribute('href');
    const publication = await page.locator('section[aria-labelledby=publikationer] h3 a').first().getAttribute('href');
    const all = [
      `${prefix}/offentligt`,
      `${prefix}/offentligt/lan/vasternorrland`,
      `${prefix}/offentligt/lan/gotland`,
      `${plan}`,
      `${publication}`,
      `${prefix}/offentligt/lan/vasternorrland/publikationer`,
      `${prefix}/offentligt/lan/vasternorrland/publikationer?q=finnsinte`,
      `${prefix}/offentligt/lan/vasternorrland/kalender`,
      `${prefix}/offentligt/lan/vasternorrland/om`,
      `${prefix}/offentligt/lan/gotland/tillganglighet`,
      `${prefix}/offentligt/lan/gotland/tillganglighet/brist`,
      own,
      `${prefix}/offentligt/lan/gotland/personuppgifter`,
      `${prefix}/kompetensstod/vasternorrland`,
      `${prefix}/kompetensstod/gotland`,
      `${prefix}/offentligt/kalender`,
      `${prefix}/offentligt/oppna-data`,
      `${prefix}/offentligt/om`,
      `${prefix}/offentligt/tillganglighet`,
      `${prefix}/offentligt/personuppgifter`,
      `${prefix}/offentligt/finns-inte`,
      `${prefix}/anmalan/finns-inte`,
      `${prefix}/anmalan/min/finns-inte`,
      door,
    ];
    for (const path of all.filter((_, number) => isWalked(number, turn))) {
      await page.goto(path);
      expect([path, width, await violations(page)]).toEqual([path, width, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    }
  }
});

test('the public pages keep to their own content security policy', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  const broken = watchPolicy(page);
  await page.goto('/offentligt/lan/vasternorrland');
  await page
    .getByRole('link', { name: /handlingsplan/i })
    .first()
    .click();
  await page.getByRole('link', { name: 'In English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await page.locator('main').evaluate((main) => getComputedStyle(main).display)).toBe('block');
  expect(broken).toEqual([]);
});
