// P3: a draft of the county board exists; Jon at the police must not find it by any way in.
import { expect, test } from '@playwright/test';
import { ask, person } from './person';

interface Page_ {
  items: { id: string; title: string }[];
  total: number;
}

test("the county board's draft does not show its title, its count or its existence to Jon", async ({ browser }) => {
  const eva = await person(browser, 'Eva Berglind');
  const { body } = await ask<Page_>(eva, '/api/actions?mine=true&status=draft');
  const draft = body.items[0];
  expect(draft?.title).toBe('Uppsökande arbete på nätet');

  const jon = await person(browser, 'Jon Wik');
  await jon.goto(`/insatser?q=${encodeURIComponent(draft?.title ?? '')}`);
  await expect(jon.getByText('Ingen insats matchar urvalet').first()).toBeVisible();
  await jon.screenshot({ path: 'test-results/p3-search.png', fullPage: true });

  await jon.goto(`/insatser/${draft?.id}`);
  await expect(jon.getByRole('heading', { level: 1 })).toContainText('finns inte');
  const hidden = await jon.locator('main').innerText();
  await jon.goto('/insatser/01900000-0000-7000-8000-000000000000');
  await expect(jon.getByRole('heading', { level: 1 })).toContainText('finns inte');
  expect(await jon.locator('main').innerText()).toBe(hidden);
  expect((await ask(jon, `/api/actions/${draft?.id}`)).status).toBe(404);

  for (const path of ['/', '/insatser', '/insatser?status=draft', '/nytt']) {
    await jon.goto(path);
    await expect(jon.getByRole('heading', { level: 1 })).toBeVisible();
    await jon.waitForLoadState('networkidle').catch(() => undefined);
    expect(await jon.locator('body').innerText()).not.toContain(draft?.title ?? 'nothing');
  }
});

test('every number on the start page is the length of the list it opens', async ({ browser }) => {
  const jon = await person(browser, 'Jon Wik');
  const numbers = jon.getByRole('list').or(jon.locator('main')).getByRole('link', { name: /^\d+/ });
  await expect(numbers.first()).toBeVisible();
  const links = await numbers.evaluateAll((all) =>
    all.map((link) => ({ href: link.getAttribute('href') ?? '', count: Number.parseInt(link.textContent ?? '', 10) })),
  );
  expect(links.length).toBeGreaterThan(0);
  for (const { href, count } of links) {
    const query = new URL(href, 'http://x').search;
    expect([href, (await ask<Page_>(jon, `/api/actions${query}`)).body.total]).toEqual([href, count]);
  }
});
