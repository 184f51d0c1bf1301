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

for (const [how, leave] of [
  ['the button', (page) => page.getByRole('link', { name: 'Lämna sidan snabbt' }).click()],
  [
    'Esc twice',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    },
  ],
] satisfies [string, (page: Page) => Promise<void>][])
  test(`the page is left by ${how}, and the arrow back does not show it again`, async ({ browser }) => {
    const page = await (await browser.newContext()).newPage();
    await page.route(`${away}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Prognos</h1>' }));
    await page.goto('/offentligt');
    await page.getByRole('link', { name: 'Västernorrlands län' }).click();
    await expect(page.getByRole('heading', { name: 'Det gäller nu' })).toBeVisible();
    await leave(page);
    await expect(page.getByRole('heading', { name: 'Prognos' })).toBeVisible();
    await page.goBack().catch(() => undefined);
    await expect(page.getByRole('heading', { name: 'Prognos' })).toBeVisible();
    expect(new URL(page.url()).origin).toBe(new URL(away).origin);
    // Who writes the address again is let in again.
    await page.goto('/offentligt');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
