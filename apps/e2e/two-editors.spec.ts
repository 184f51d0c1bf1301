// C5 and X4: two who write in the same action lose nothing, and neither does she whose session ends while she types.
import type { ActionPage } from '@samverkan/actions/contract';
import { type Page, expect, test } from '@playwright/test';
import { ask, person } from './person';

/** An action of Kramfors that the county board may change too; made here, so that no other journey meets it changed. */
async function anAction(ida: Page, title: string): Promise<string> {
  await ida.goto('/insatser/ny');
  await ida.getByLabel('Rubrik').fill(title);
  await ida.getByRole('button', { name: 'Spara insatsen' }).click();
  await expect(ida.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const { body } = await ask<ActionPage>(ida, `/api/actions?q=${encodeURIComponent(title)}`);
  return body.items[0]?.id ?? '';
}

const startChange = async (page: Page, id: string) => {
  await page.goto(`/insatser/${id}`);
  await page.getByRole('button', { name: 'Ändra insatsen' }).click();
  await expect(page.getByLabel('Rubrik')).toBeVisible();
};

test('Ida and Eva write in the same action: each sees the other, different fields are both saved, and the same field is shown side by side', async ({
  browser,
}) => {
  const ida = await person(browser, 'Ida Nordlund');
  const eva = await person(browser, 'Eva Berglind');
  const id = await anAction(ida, 'Gemensam rutin för skyddat boende');
  await startChange(ida, id);
  await startChange(eva, id);

  const began = Date.now();
  await ida.getByLabel('Rubrik').focus();
  await expect(eva.getByText('Någon på Kramfors kommun skriver också här, i fältet Rubrik.')).toBeVisible();
  const seen = (Date.now() - began) / 1000;
  await expect(ida.getByText('Någon på Länsstyrelsen Västernorrland skriver också här.')).toBeVisible();
  console.log(`C5: seen after ${seen.toFixed(1)} s`);
  expect(seen).toBeLessThanOrEqual(5);
  await eva.screenshot({ path: 'test-results/c5-presence.png', fullPage: true });

  // Different fields: no question to anybody.
  await ida.getByLabel('Rubrik').fill('Gemensam rutin för skyddat boende i länet');
  await ida.getByRole('button', { name: 'Spara ändringarna' }).click();
  await expect(ida.getByRole('heading', { level: 1, name: /i länet$/ })).toBeVisible();
  await expect(eva.getByText('Medan du skriver har andra ändrat: Rubrik.')).toBeVisible();
  await eva.getByLabel('Beskrivning').fill('Kommunerna och länsstyrelsen skriver den ihop.');
  await eva.getByRole('button', { name: 'Spara ändringarna' }).click();
  await expect(eva.getByText('Kommunerna och länsstyrelsen skriver den ihop.')).toBeVisible();
  await expect(eva.getByRole('heading', { level: 1, name: /i länet$/ })).toBeVisible();

  // The same field: both texts, and whoever saves last chooses.
  await startChange(ida, id);
  await startChange(eva, id);
  await ida.getByLabel('Beskrivning').fill('Idas ord om rutinen.');
  await eva.getByLabel('Beskrivning').fill('Evas ord om rutinen.');
  const clash = Date.now();
  await ida.getByRole('button', { name: 'Spara ändringarna' }).click();
  await expect(ida.getByText('Idas ord om rutinen.')).toBeVisible();
  await eva.getByRole('button', { name: 'Spara ändringarna' }).click();
  const both = eva.getByRole('dialog');
  await expect(both.getByText('Idas ord om rutinen.')).toBeVisible();
  await expect(both.getByText('Evas ord om rutinen.')).toBeVisible();
  await eva.screenshot({ path: 'test-results/c5-both.png' });
  await both.getByRole('radio', { name: /Evas ord/ }).check();
  await both.getByRole('button', { name: /^Spara/ }).click();
  await expect(both).toHaveCount(0);
  expect((Date.now() - clash) / 1000).toBeLessThanOrEqual(30);
  await expect(eva.getByText('Evas ord om rutinen.').first()).toBeVisible();
  // What gave way stands in the history.
  const { body: history } = await ask<object>(ida, `/api/actions/${id}/history`);
  expect(JSON.stringify(history)).toContain('Idas ord om rutinen.');
});

test('Ida’s session ends while she types: she signs in where she stands, and it is saved once', async ({ browser }) => {
  const ida = await person(browser, 'Ida Nordlund');
  const title = 'Nätverk för skolornas elevhälsa';
  await ida.goto('/insatser/ny');
  await ida.getByLabel('Rubrik').fill(title);
  await expect(ida.getByText(/^Sparat/)).toBeVisible();
  // Her session ends while she goes on.
  await ida.context().clearCookies();
  await ida.getByLabel('Beskrivning').fill('Två möten per termin.');
  await ida.getByRole('button', { name: 'Spara insatsen' }).click();
  const again = ida.getByRole('dialog', { name: 'Du har blivit utloggad' });
  await expect(again.getByLabel('E-postadress')).toHaveValue('ida.nordlund@demo.example');
  await again.getByLabel('Lösenord').fill('Samverkan-demo-2026');
  await again.getByRole('button', { name: 'Logga in' }).click();
  // What she pressed happens now, without being pressed again.
  await expect(ida.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(ida.getByText('Två möten per termin.')).toBeVisible();
  const { body } = await ask<ActionPage>(ida, `/api/actions?q=${encodeURIComponent(title)}`);
  expect(body.items.filter((one) => one.title === title)).toHaveLength(1);
});
