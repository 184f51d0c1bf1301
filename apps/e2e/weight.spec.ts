// What a first visit to the signed-in start page transfers: at most 150 kB of JavaScript.
import { expect, test } from '@playwright/test';
import { person } from './person';

test('the start page needs at most 150 kB of JavaScript over the wire', async ({ browser }) => {
  const ida = await person(browser, 'Ida Nordlund');
  const fresh = await browser.newContext({ storageState: await ida.context().storageState() });
  const page = await fresh.newPage();
  const wire = await fresh.newCDPSession(page);
  await wire.send('Network.enable');
  const scripts = new Map<string, number>();
  const kinds = new Map<string, string>();
  wire.on('Network.responseReceived', (event) => kinds.set(event.requestId, `${event.type} ${event.response.url}`));
  wire.on(
    'Network.loadingFinished',
    (event) =>
      kinds.get(event.requestId)?.startsWith('Script') &&
      scripts.set(kinds.get(event.requestId) ?? '', event.encodedDataLength),
  );
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle').catch(() => undefined);
  const kilobytes = [...scripts.values()].reduce((sum, size) => sum + size, 0) / 1000;
  console.log(`Start page: ${kilobytes.toFixed(1)} kB of JavaScript in ${scripts.size} files`);
  expect(kilobytes).toBeLessThanOrEqual(150);
});
