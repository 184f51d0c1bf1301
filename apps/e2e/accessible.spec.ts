// axe on every page, in both languages, light and dark, at a desk and on a phone: no violation of WCAG 2.1 AA.
import AxeBuilder from '@axe-core/playwright';
import { type Page, expect, test } from '@playwright/test';
import { ask, person } from './person';

const violations = async (page: Page) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'])
    .analyze();
  return found.map(
    (one) =>
      `${one.id}: ${one.nodes
        .map((node) => node.target.join(' '))
        .slice(0, 3)
        .join(' · ')}`,
  );
};

const pagesOf = async (page: Page) => {
  const actions = await ask<{ items: { id: string }[] }>(page, '/api/actions?mine=true');
  const strategies = await ask<{ strategies: { id: string; kind: string }[] }>(page, '/api/strategies');
  const parties = await ask<{ items: { id: string }[] }>(page, '/api/organizations?q=Region%20V%C3%A4sternorrland');
  const plan = strategies.body.strategies.find((strategy) => strategy.kind === 'action_plan');
  const old = strategies.body.strategies.find((strategy) => strategy.kind === 'regional_strategy');
  return [
    '/',
    '/insatser',
    '/insatser?q=finnsinte',
    `/insatser/${actions.body.items[0]?.id}`,
    `/insatser/${actions.body.items[0]?.id}/som/${parties.body.items[0]?.id}`,
    '/insatser/ny',
    '/strategier',
    `/strategier/${plan?.id}`,
    `/strategier/${old?.id}`,
    '/parter',
    '/parter?q=landstinget',
    `/parter/${parties.body.items[0]?.id}`,
    '/nytt',
    '/dolda-texter',
    '/konto',
    '/glomt-losenord',
    '/nytt-losenord',
    '/inbjudan',
    '/utgaende-post',
    '/tillganglighet',
    '/personuppgifter',
    '/finns-inte',
    '/insatser/01900000-0000-7000-8000-000000000000',
  ];
};

/** Pages that only administrators reach. */
const administratorsPages = ['/personer', '/granskningslogg', '/granskningslogg?outcome=denied'];

for (const colorScheme of ['light', 'dark'] as const)
  for (const [language, width] of [
    ['sv', 1440],
    ['en', 360],
  ] as const)
    test(`no page breaks the rules: ${colorScheme}, ${language}, ${width} px`, async ({ browser }) => {
      test.setTimeout(240_000);
      const found: Record<string, string[]> = {};
      const walk = async (page: Page, paths: string[]) => {
        await page.evaluate((to) => localStorage.setItem('samverkan.language', to), language);
        for (const path of paths) {
          await page.goto(path);
          const wrong = await violations(page);
          if (wrong.length > 0) found[path] = wrong;
          expect([path, await page.evaluate(() => document.documentElement.lang)]).toEqual([path, language]);
          // Nothing is wider than the window.
          const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect([path, wider]).toEqual([path, 0]);
        }
      };
      const ida = await person(browser, 'Ida Nordlund', { colorScheme, width });
      await walk(ida, await pagesOf(ida));
      await walk(await person(browser, 'Lena Hall', { colorScheme, width }), administratorsPages);
      expect(found).toEqual({});
    });

test('the sign-in page breaks none either, and no page breaks the content security policy', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  const broken: string[] = [];
  page.on(
    'console',
    (message) => /Content Security Policy|Refused to/i.test(message.text()) && broken.push(message.text()),
  );
  await page.goto('/logga-in');
  expect(await violations(page)).toEqual([]);
  const ida = await person(browser, 'Ida Nordlund');
  ida.on(
    'console',
    (message) => /Content Security Policy|Refused to/i.test(message.text()) && broken.push(message.text()),
  );
  for (const path of await pagesOf(ida)) await ida.goto(path);
  expect(broken).toEqual([]);
});
