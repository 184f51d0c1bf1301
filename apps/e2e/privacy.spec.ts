// Everything about one person: seen by herself, asked away, decided on, and the night that takes what has served its time.
import { expect, test } from '@playwright/test';
import { person } from './person';

test('Maja takes out everything that is held on her, asks that it goes, and is answered with a ground', async ({
  browser,
}) => {
  const maja = await person(browser, 'Maja Ek');
  await maja.goto('/konto');
  await maja.getByRole('link', { name: 'Mina uppgifter' }).click();
  await maja.getByRole('button', { name: 'Ta fram utdraget' }).click();
  await expect(maja.getByRole('heading', { name: 'Uppdrag', exact: true })).toBeVisible();
  await expect(maja.getByRole('cell', { name: 'Kvinnojouren Lyktan' }).first()).toBeVisible();
  const download = maja.waitForEvent('download');
  await maja.getByRole('button', { name: 'Hämta som fil (json)' }).click();
  expect((await download).suggestedFilename()).toBe('registerutdrag.json');

  await maja.getByRole('button', { name: 'Be att uppgifterna tas bort' }).click();
  await maja.getByRole('button', { name: 'Skicka begäran' }).click();
  await expect(maja.getByRole('heading', { name: 'Väntar på beslut' })).toBeVisible();

  const lena = await person(browser, 'Lena Hall');
  await lena.goto('/borttagning');
  await lena.getByRole('button', { name: /^Avgör ?: Maja Ek$/ }).click();
  await lena.getByRole('radio', { name: /^Avslå/ }).check();
  await lena.getByRole('dialog').getByRole('button', { name: 'Avslå' }).click();
  await expect(lena.getByRole('heading', { name: 'Avgjorda' })).toBeVisible();
  await expect(lena.getByText('Ingen begäran väntar.')).toBeVisible();

  await maja.reload();
  await expect(maja.getByRole('heading', { name: 'Avslagen' })).toBeVisible();
});

test('Lena follows who did what, and checks that nothing in the log has been changed', async ({ browser }) => {
  const lena = await person(browser, 'Lena Hall');
  await lena.goto('/personer');
  await expect(lena.getByRole('rowheader', { name: /Ida Nordlund/ })).toBeVisible();
  await lena.goto('/granskningslogg');
  await expect(lena.getByRole('rowheader', { name: /Läste en lista med kontaktuppgifter/ }).first()).toBeVisible();
  await lena.getByRole('button', { name: 'Kontrollera kedjan' }).click();
  await expect(lena.getByText(/^Kedjan håller\./)).toBeVisible();
  await lena.getByRole('button', { name: 'Bara nekade' }).click();
  await expect(lena).toHaveURL(/outcome=denied/);
  const file = lena.waitForEvent('download');
  await lena.getByRole('link', { name: 'Hämta som fil (csv)' }).click();
  expect((await file).suggestedFilename()).toBe('granskningslogg.csv');
});

test('Tove sees beforehand what the night takes', async ({ browser }) => {
  const tove = await person(browser, 'Tove Sand');
  await tove.goto('/gallring');
  await expect(tove.getByRole('rowheader', { name: /Konton som har lämnats/ })).toBeVisible();
  await expect(tove.getByRole('heading', { name: 'Senaste nätterna' })).toBeVisible();
});
