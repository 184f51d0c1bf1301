import { type Page, type Request, expect } from '@playwright/test';

/** Requests that stay open while a page is looked at: the stream of news. */
const staysOpen = (url: string) => url.includes('/stream');

/** Pages that are drawn at once and ask for nothing. */
const between = ['/personuppgifter', '/tillganglighet', '/ingenstans'];

/**
 * Goes from page to page as a link does: the portal stands, and the page is drawn anew. Between two pages it looks in at a third, so that
 * what is looked at is never what stood there before; and it waits until the page has all it asked for.
 */
export function walker(page: Page): (path: string) => Promise<void> {
  const asked = new Set<Request>();
  let latest = 0;
  page.on('request', (request) => {
    if (!staysOpen(request.url())) asked.add(request);
    latest = Date.now();
  });
  const ended = (request: Request) => {
    asked.delete(request);
    latest = Date.now();
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  const quiet = () => expect.poll(() => asked.size === 0 && Date.now() - latest > 150, { intervals: [40] }).toBe(true);
  const step = async (path: string) => {
    await page.evaluate((to) => {
      document.querySelectorAll('h1').forEach((old) => old.setAttribute('data-former', ''));
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate', { state: null }));
    }, path);
    await expect(page.locator('h1:not([data-former])')).toBeVisible();
  };
  return async (path) => {
    const here = new URL(page.url()).pathname;
    await step(between.find((one) => one !== here && one !== path) ?? '');
    await step(path);
    await quiet();
    await expect(page.locator('main .sk')).toHaveCount(0);
    expect(new URL(page.url()).pathname).toBe(new URL(path, page.url()).pathname);
  };
}
