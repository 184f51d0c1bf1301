import { type Browser, type BrowserContext, type Page, expect } from '@playwright/test';

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Sessions begun in this run: whoever has signed in once comes again as somebody who never left. */
const begun = new Map<string, Kept>();

/** A demo person in her own browser, signed in. */
export async function person(
  browser: Browser,
  name: string,
  options: { width?: number; colorScheme?: 'light' | 'dark' } = {},
): Promise<Page> {
  const kept = begun.get(name);
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    ...(kept ? { storageState: kept } : {}),
  });
  const page = await context.newPage();
  await page.addInitScript(countDeeds);
  const atStart = page.getByRole('heading', { level: 1, name: /^Vad väntar på (dig|er) i dag\?$/ });
  const herself = page.getByRole('button', { name: new RegExp(name) });
  await page.goto(kept ? '/' : '/logga-in');
  // A journey may have signed her out everywhere.
  await expect(atStart.or(herself).first()).toBeVisible();
  if (await herself.isVisible()) {
    await herself.click();
    await expect(atStart).toBeVisible();
    begun.set(name, await context.storageState());
  }
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

/** Where the latest letter to somebody leads, from the demo's outbox. */
export async function letterTo(page: Page, to: string, kind: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const { body } = await ask<{ letters: { to: string; link: string | null }[] }>(page, '/api/demo/outbox');
    link = body.letters.find((mail) => mail.to === to && mail.link?.includes(kind))?.link ?? undefined;
    expect(link).toBeDefined();
  }).toPass({ timeout: 15_000 });
  const { pathname, hash } = new URL(link ?? '');
  return pathname + hash;
}
