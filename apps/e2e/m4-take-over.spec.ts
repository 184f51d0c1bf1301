// M4: Samir takes over from someone who left: twelve things that were open, each with an owner within five minutes.
import { type Page, expect, test } from '@playwright/test';
import { ask, deeds, person } from './person';

/** Eleven more open actions of the function, and its holder's last day: what somebody leaves behind. */
async function leaveTwelve(page: Page): Promise<void> {
  const { body } = await ask<{ items: { id: string; title: string }[] }>(page, '/api/contacts?mine=true&size=50');
  const post = body.items.find(({ title }) => title === 'Kvinnofridssamordnare');
  const token = (await page.context().cookies()).find(({ name }) => name.endsWith('XSRF-TOKEN'))?.value ?? '';
  const headers = { 'x-xsrf-token': decodeURIComponent(token) };
  for (let n = 1; n <= 11; n++) {
    const data = {
      title: `Öppet arbete ${'abcdefghijk'[n - 1]}`,
      kind: 'other',
      status: 'planned',
      visibility: 'county',
      municipalityCodes: ['2260'],
      responsibleFunctionId: post?.id,
    };
    const logged = await page.request.post('/api/actions', {
      data,
      headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
    });
    expect(logged.status()).toBe(201);
  }
  const one = await ask<{ holders: { id: string; current: boolean }[] }>(page, `/api/contacts/${post?.id}`);
  const holder = one.body.holders.find(({ current }) => current);
  const end = await page.request.post(`/api/contacts/${post?.id}/holders/${holder?.id}/end`, {
    data: { lastDay: new Date().toISOString().slice(0, 10) },
    headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
  });
  expect(end.status()).toBe(200);
}

test('M4: what somebody left is taken over, given to the county or ended, and nothing is left without an owner', async ({
  browser,
}, info) => {
  const samir = await person(browser, 'Samir Lund');
  await leaveTwelve(samir);
  await samir.goto('/');
  await expect(samir.getByRole('link', { name: /Överlämning: \d+ saker väntar/ }).first()).toBeVisible();
  await deeds(samir);
  const from = Date.now();
  await samir
    .getByRole('link', { name: /Överlämning: \d+ saker väntar/ })
    .first()
    .click();
  const section = samir.getByRole('region', { name: 'Kvinnofridssamordnare' }).first();
  const begun = section.getByText(/^\s*0 av \d+ klara/);
  await expect(begun).toBeVisible();
  // Other journeys may have left her function something too.
  const all = Number(/av (\d+)/.exec(await begun.innerText())?.[1]);
  expect(all).toBeGreaterThanOrEqual(12);
  await section.getByRole('button', { name: /^Ta över ?: Öppet arbete a$/ }).click();
  await expect(section.getByText(`1 av ${all} klara`)).toBeVisible();
  await section.getByRole('button', { name: /^Fråga länsstyrelsen ?: Öppet arbete b$/ }).click();
  await expect(section.getByText('Länsstyrelsen är tillfrågad')).toBeVisible();
  await section.getByRole('button', { name: /^Avsluta ?: Öppet arbete c$/ }).click();
  await samir.getByRole('dialog').getByRole('button', { name: 'Avsluta' }).click();
  await expect(section.getByText(`3 av ${all} klara`)).toBeVisible();
  await info.attach('half', { body: await samir.screenshot({ fullPage: true }), contentType: 'image/png' });
  await section.getByRole('button', { name: `Ta över de ${all - 3} som är kvar` }).click();
  await expect(samir.getByText(`Kvinnofridssamordnare, ${all} delar`)).toBeVisible();
  const { clicks, fields } = await deeds(samir);
  console.log(
    `M4: ${all} items, ${clicks} clicks, ${fields} typed fields, ${((Date.now() - from) / 1000).toFixed(1)} s`,
  );
  expect(Date.now() - from).toBeLessThan(300_000);
  expect(clicks).toBeLessThanOrEqual(8);
  expect(fields).toBe(0);
  const open = await ask<{ items: { title: string; responsibleFunction?: string }[] }>(
    samir,
    '/api/actions?mine=true&status=planned&q=arbete&size=50',
  );
  expect(open.body.items.map(({ title }) => title)).not.toContain('Öppet arbete c');
  expect(open.body.items.filter(({ title }) => title.startsWith('Öppet arbete'))).toHaveLength(10);

  const eva = await person(browser, 'Eva Berglind');
  await eva.goto('/overlamning');
  const asked = eva.getByRole('region', { name: 'Parterna frågar länsstyrelsen' });
  await expect(asked.getByRole('link', { name: 'Öppet arbete b' })).toBeVisible();
  await asked.getByRole('button', { name: /^Lämna tillbaka ?: Öppet arbete b$/ }).click();
  await expect(asked.getByText('Ingen part har frågat om något just nu.')).toBeVisible();
});
