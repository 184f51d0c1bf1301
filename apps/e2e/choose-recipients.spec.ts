// Whom to write to: from the list's own filters to addresses for a blind copy, and a group that a colleague of the same organisation has too.
import { expect, test } from '@playwright/test';
import { person } from './person';

test('Ida takes along the addresses of those who work with perpetrators, and keeps them as a group', async ({
  browser,
}) => {
  const ida = await person(browser, 'Ida Nordlund');
  await ida.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ida.goto('/kontakter?subject=perpetrators');
  await ida.getByRole('link', { name: 'Utskick' }).click();
  await expect(ida).toHaveURL(/\/kontakter\/utskick\?subject=perpetrators/);
  const rows = ida.getByRole('checkbox');
  await expect(rows.first()).toBeChecked();
  const all = await rows.count();
  await rows.first().uncheck();
  await ida.getByRole('button', { name: /^Kopiera/ }).click();
  await expect(ida.getByText(/kopierade, skilda åt med semikolon/)).toBeVisible();
  const copied = (await ida.evaluate(() => navigator.clipboard.readText())).split('; ');
  expect(copied).toHaveLength(all - 1);
  expect(copied).toContain('samtalsmottagning@example.org');

  await ida.getByRole('button', { name: 'Spara som grupp' }).click();
  await ida.getByLabel('Namn').fill('Samtal med våldsutövare');
  await ida.getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(ida.getByRole('heading', { level: 1, name: 'Samtal med våldsutövare' })).toBeVisible();
  await expect(ida.getByRole('checkbox')).toHaveCount(all - 1);

  await ida.getByRole('link', { name: 'Mottagargrupper' }).click();
  await ida.getByRole('button', { name: 'Ta bort Samtal med våldsutövare' }).click();
  await expect(ida.getByRole('link', { name: 'Samtal med våldsutövare' })).toHaveCount(0);
  await ida.getByRole('button', { name: 'Ångra' }).click();
  await expect(ida.getByRole('link', { name: 'Samtal med våldsutövare' })).toBeVisible();
  await ida.screenshot({ path: 'test-results/recipients-groups.png', fullPage: true });
});
