import { type Browser, type Page, expect } from '@playwright/test';

/** A demo person in her own browser, signed in. */
export async function person(
  browser: Browser,
  name: string,
  options: { width?: number; colorScheme?: 'light' | 'dark' } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
  });
  const page = await context.newPage();
  await page.addInitScript(countDeeds);
  await page.goto('/logga-in');
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Vad väntar på (dig|er) i dag\?$/ })).toBeVisible();
  return page;
}

/** Counts clicks (pointer or Enter) and fields typed in, the way the scenarios' budgets do. */
function countDeeds(): void {
  const deeds = { clicks: 0, fields: new Set<EventTarget | null>() };
  Object.assign(window, { deeds });
  // A keyboard's Enter on a button or link comes as a click without a pointer, so each deed is counted once.
  document.addEventListener('click', (event) => event.isTrusted && (deeds.clicks += 1), true);
  document.addEventListener(
    'input',
    (event) =>
      event.isTrusted && (event.target as HTMLInputElement).type !== 'checkbox' && deeds.fields.add(event.target),
    true,
  );
}

/** Clicks and typed fields since the last asking. */
export const deeds = (page: Page): Promise<{ clicks: number; fields: number }> =>
  page.evaluate(() => {
    const counted = (window as unknown as { deeds: { clicks: number; fields: Set<unknown> } }).deeds;
    const { clicks, fields } = { clicks: counted.clicks, fields: counted.fields.size };
    counted.clicks = 0;
    counted.fields.clear();
    return { clicks, fields };
  });

/** Answers of the API as this person gets them. */
export const ask = async <T>(page: Page, path: string): Promise<{ status: number; body: T }> => {
  const response = await page.request.get(path);
  return { status: response.status(), body: (await response.json()) as T };
};
