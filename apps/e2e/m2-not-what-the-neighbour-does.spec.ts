// M2: who plans what the neighbour plans hears of it while she types, and proposes to do it together in at most 4 clicks.
import { expect, test } from '@playwright/test';
import { deeds, person } from './person';

test('Ida finds that Ånge plans the same, proposes cooperation, Samir says yes, and it is one action with two owners', async ({
  browser,
}) => {
  const samir = await person(browser, 'Samir Lund');
  const title = 'Föreläsning om eftervåld och umgänge';
  await samir.getByRole('link', { name: 'Ny insats' }).first().click();
  await samir.getByLabel('Rubrik').fill(title);
  await samir.getByLabel('Typ').selectOption('Utbildning');
  await samir.getByRole('button', { name: 'Spara insatsen' }).click();
  await expect(samir.getByRole('heading', { level: 1, name: title })).toBeVisible();

  const ida = await person(browser, 'Ida Nordlund');
  await deeds(ida);
  await ida.getByRole('link', { name: 'Ny insats' }).first().click();
  await ida.getByLabel('Typ').selectOption('Utbildning');
  await ida.getByLabel('Rubrik').fill('Föreläsning om eftervåld');
  const began = Date.now();
  const propose = ida.getByRole('button', { name: new RegExp(`Föreslå samarbete ?: ${title}`) });
  await expect(propose).toBeVisible();
  const hint = (Date.now() - began) / 1000;
  await propose.click();
  await ida.getByRole('button', { name: 'Skicka förslaget' }).click();
  await expect(ida.getByRole('link', { name: 'Ni har föreslagit samarbete' })).toBeVisible();
  const { clicks } = await deeds(ida);
  console.log(`M2: ${clicks} clicks to propose, the hint after ${hint.toFixed(1)} s`);
  expect(clicks).toBeLessThanOrEqual(4);
  expect(hint).toBeLessThanOrEqual(2);

  await samir.goto('/');
  await samir
    .getByRole('link', { name: /göra en insats tillsammans med er|göra insatser tillsammans/ })
    .first()
    .click();
  // The start page has a link with the same words, to the action itself.
  await expect(samir.getByRole('heading', { level: 1, name: 'Vilka vill göra något tillsammans?' })).toBeVisible();
  await samir.getByRole('link', { name: title }).first().click();
  await expect(samir.getByRole('heading', { level: 1, name: 'Ska de vara med?' })).toBeVisible();
  await samir.getByLabel('En rad med svaret').fill('Gärna, vi delar på salen.');
  await samir.getByRole('button', { name: 'Ja, vi gör det tillsammans' }).click();
  await expect(samir.getByText('Ägarna har sagt ja till Kramfors kommun.').first()).toBeVisible();
  await samir.screenshot({ path: 'test-results/m2-yes.png', fullPage: true });

  // Without a reload she has the answer, and what was his is theirs.
  await ida
    .getByRole('button', { name: 'Ändringar omkring dig' })
    .or(ida.locator('[popovertarget=feed]'))
    .first()
    .click();
  await expect(ida.getByText('Ånge kommun sa ja till samarbete').first()).toBeVisible();
  await ida.goto(samir.url());
  await ida.getByRole('link', { name: title }).first().click();
  await expect(ida.getByText('2 ägare, en insats.')).toBeVisible();
  await expect(ida.getByRole('button', { name: 'Lämna insatsen' })).toBeVisible();
  await ida.screenshot({ path: 'test-results/m2-joint.png', fullPage: true });
});
