// One box over everything, by keyboard alone.
import { expect, test } from '@playwright/test';
import { person } from './person';

test('Ida finds a party by its old name from the box in the bar, and all that answers on a page of its own', async ({
  browser,
}) => {
  const ida = await person(browser, 'Ida Nordlund');
  await ida.keyboard.press('/');
  const box = ida.getByRole('combobox', { name: 'Sök i allt' });
  await expect(box).toBeFocused();
  await ida.keyboard.type('landstinget västernorrland');
  const option = ida.getByRole('option', { name: /Region Västernorrland/ }).first();
  await expect(option).toBeVisible();
  await ida.screenshot({ path: 'test-results/search-suggest.png' });
  await ida.keyboard.press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await ida.keyboard.press('Enter');
  await expect(ida.getByRole('heading', { level: 1, name: 'Region Västernorrland' })).toBeVisible();

  await ida.keyboard.press('/');
  await box.fill('våld');
  await ida.keyboard.press('Enter');
  await expect(ida.getByRole('heading', { level: 2, name: 'Mål' })).toBeVisible();
  await ida.getByRole('button', { name: /^Strategier/ }).click();
  await expect(ida).toHaveURL(/group=strategies/);
  await ida.screenshot({ path: 'test-results/search-page.png', fullPage: true });
});
