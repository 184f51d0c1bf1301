// P2: whom to call. At most 2 clicks and 10 seconds, by keyboard alone.
import { expect, test } from '@playwright/test';
import { deeds, person } from './person';

test('Ida finds whom to call about perpetrators in Örnsköldsvik, with the keyboard alone', async ({ browser }) => {
  const ida = await person(browser, 'Ida Nordlund');
  await deeds(ida);
  const began = Date.now();
  await ida.keyboard.press('k');
  // The cursor stands in the search at once: nothing to step past.
  await expect(ida.getByRole('searchbox', { name: 'Ämne, kommun eller part' })).toBeFocused();
  await ida.keyboard.type('våldsutövare Örnsköldsvik');
  const found = ida.getByRole('listitem').filter({ hasText: 'Samtalsmottagning för våldsutövare' });
  await expect(found.getByRole('link', { name: 'samtalsmottagning@example.org' })).toBeVisible();
  await expect(found.getByRole('link', { name: '0660-319 210' })).toHaveAttribute('href', 'tel:0660319210');
  await expect(found.getByText(/^Stämde/)).toBeVisible();
  // The best answer stands first.
  await expect(ida.getByRole('heading', { level: 3 }).first()).toHaveText('Samtalsmottagning för våldsutövare');
  const seconds = (Date.now() - began) / 1000;
  const { clicks } = await deeds(ida);
  console.log(`P2: ${clicks} clicks, ${seconds.toFixed(1)} s`);
  expect(clicks).toBeLessThanOrEqual(2);
  expect(seconds).toBeLessThanOrEqual(10);
  await ida.screenshot({ path: 'test-results/p2-found.png', fullPage: true });
});

test('“Stämmer inte” reaches those who keep the function', async ({ browser }) => {
  const jon = await person(browser, 'Jon Wik');
  await jon.goto('/kontakter?q=jourmottagning');
  await jon.getByRole('button', { name: /^Stämmer inte.*Jourmottagning Lyktan/ }).click();
  await jon.getByRole('button', { name: 'Telefonnumret', exact: true }).click();
  await jon.getByLabel('Mer att säga').fill('Ingen svarar på kvällarna.');
  await jon.getByRole('button', { name: 'Skicka' }).click();
  await expect(jon.getByText('Tack. De som sköter funktionen får veta det.')).toBeVisible();

  const maja = await person(browser, 'Maja Ek');
  await maja.goto('/kontakter?q=jourmottagning');
  await maja.getByRole('link', { name: 'Jourmottagning Lyktan', exact: true }).click();
  await expect(maja.getByText('Polisregion Nord säger att något inte stämmer')).toBeVisible();
  await expect(maja.getByText('Ingen svarar på kvällarna.')).toBeVisible();
  await maja.screenshot({ path: 'test-results/p2-reported.png', fullPage: true });
  await maja.getByRole('button', { name: 'Åtgärdat' }).click();
  await expect(maja.getByText('Ingen svarar på kvällarna.')).toHaveCount(0);
});

test('each cell of the matrix opens exactly the functions it counts', async ({ browser }) => {
  const ida = await person(browser, 'Ida Nordlund');
  await ida.goto('/kontakter');
  const cell = ida.getByRole('row', { name: /^Våldsutövare/ }).getByRole('link', { name: /Timrå/ });
  await expect(cell).toContainText('Via annan (2)');
  await cell.click();
  await expect(ida).toHaveURL(/subject=perpetrators/);
  await expect(ida.getByText('Visar 1–2 av 2')).toBeVisible();
});
