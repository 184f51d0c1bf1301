// Pages for anybody: read without a script, left at once, and gone from where the browser's arrow leads.
import { type Page, expect, test } from '@playwright/test';

const away = 'https://www.smhi.se/';

test('anybody reads a county’s plan without a script or a cookie', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto('/offentligt');
  await page.getByRole('link', { name: 'Västernorrlands län' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Så arbetar Västernorrlands län/);
  await page
    .getByRole('link', { name: /Regional handlingsplan/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Målen' })).toBeVisible();
  await page.getByRole('link', { name: 'In English' }).click();
  await expect(page.getByRole('heading', { name: 'The goals' })).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
});

const waysOut = [
  ['the button', (page) => page.locator('#exit').click()],
  [
    'Esc twice',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    },
  ],
] satisfies [string, (page: Page) => Promise<void>][];

/** Notes in the tab when she pressed and what it was called then, by a listener that comes after the page's own; tells when the next page is asked for. */
async function watched(page: Page) {
  const seen = { begun: 0 };
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => {
      for (const kind of ['click', 'keydown'])
        addEventListener(kind, ({ timeStamp }) =>
          sessionStorage.setItem('pressed', JSON.stringify([performance.timeOrigin + timeStamp, document.title])),
        );
    }),
  );
  await page.route(`${away}**`, (route) => {
    seen.begun = Date.now();
    return route.fulfill({ contentType: 'text/html', body: '<h1>Prognos</h1>' });
  });
  return seen;
}

for (const [how, leave] of waysOut)
  for (const language of ['sv', 'en'])
    test(`the page is left by ${how} within 0.3 s, as if it had not been there (${language})`, async ({ browser }) => {
      const slowed: number[] = [];
      for (let visit = 0; visit < 3; visit++) {
        const page = await (await browser.newContext()).newPage();
        const seen = await watched(page);
        const start = language === 'sv' ? '/offentligt' : '/en/offentligt';
        await page.goto(start);
        await page.goto(`${start}/lan/vasternorrland`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const places = await page.evaluate(() => history.length);
        // A phone, not this machine.
        const cdp = await page.context().newCDPSession(page);
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
        await leave(page);
        await expect(page.getByRole('heading', { name: 'Prognos' })).toBeVisible();
        expect(await page.evaluate(() => history.length)).toBe(places);
        // Back by the address, in the same tab.
        await page.goto(start);
        const noted = (await page.evaluate(() => sessionStorage.getItem('pressed'))) ?? '[]';
        const [pressed, title] = JSON.parse(noted) as [number, string];
        slowed.push(seen.begun - pressed);
        expect(title).toBe('SMHI');
        await page.context().close();
      }
      test.info().annotations.push({ type: 'ms to the next page', description: slowed.map(Math.round).join(', ') });
      console.log(`  left by ${how} (${language}): ${slowed.map(Math.round).join(', ')} ms`);
      expect(Math.max(...slowed)).toBeLessThanOrEqual(300);
    });

for (const [how, leave] of waysOut)
  test(`the page is left by ${how}, and the arrow back does not show it again`, async ({ browser }) => {
    const page = await (await browser.newContext()).newPage();
    await page.route(`${away}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Prognos</h1>' }));
    await page.goto('/offentligt');
    await page.getByRole('link', { name: 'Västernorrlands län' }).click();
    await expect(page.getByRole('heading', { name: 'Gäller nu' })).toBeVisible();
    await leave(page);
    await expect(page.getByRole('heading', { name: 'Prognos' })).toBeVisible();
    await page.goBack().catch(() => undefined);
    await expect(page.getByRole('heading', { name: 'Prognos' })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(new URL(away).origin);
    // Who writes the address again is let in again.
    await page.goto('/offentligt');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
