// What is half written at one thing stays there: nothing of it follows to the next of its kind.
import { expect, test } from '@playwright/test';
import { person } from './person';

test('a line begun at one action is not in the form of the next, and waits where it was begun', async ({ browser }) => {
  const ida = await person(browser, 'Ida Nordlund');
  await ida.goto('/insatser?mine=true');
  const own = ida.getByRole('main').locator('a[href^="/insatser/0"]');
  await expect(own.nth(1)).toBeVisible();
  const titles = await own.allTextContents();
  const [from, to] = [...new Set(titles.map((title) => title.trim()))];
  await ida.goto((await own.first().getAttribute('href')) ?? '');
  await expect(ida.getByRole('heading', { level: 1, name: from })).toBeVisible();
  const begun = ida.getByRole('button', { name: 'Skriv en rad' }).first();
  await begun.click();
  // It is hers to write in once what was kept of it has been looked for.
  await expect(ida.getByLabel('Vad har ni gjort?')).toBeFocused();
  await ida.getByLabel('Vad har ni gjort?').fill('Mötet blev av, nio kom');
  await expect(ida.getByText(/^Sparat/)).toBeVisible();

  // Straight to another: by the box in the bar, without any page between.
  await ida.getByRole('combobox', { name: 'Sök i allt' }).fill(to?.slice(0, 30) ?? '');
  await ida.getByRole('banner').locator('a[href^="/insatser/0"]').first().click();
  await expect(ida.getByRole('heading', { level: 1, name: to })).toBeVisible();
  await ida.getByRole('button', { name: 'Skriv en rad' }).first().click();
  await expect(ida.getByLabel('Vad har ni gjort?')).toHaveValue('');

  await ida.goBack();
  await expect(ida.getByRole('heading', { level: 1, name: from })).toBeVisible();
  await begun.click();
  await expect(ida.getByLabel('Vad har ni gjort?')).toHaveValue('Mötet blev av, nio kom');
});
