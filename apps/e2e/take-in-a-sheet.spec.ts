// A year's plan comes in from a sheet, while whoever sent it does something else.
import { expect, test } from '@playwright/test';
import { person } from './person';

const rows = Array.from({ length: 900 }, (_, n) => `Ur tabellen ${n};Utbildning;2027-03-01;2027-05-31;Avslutad`);

test('Ida takes in a sheet of actions, leaves the page, is told on her return how it went, and takes it back', async ({
  browser,
}) => {
  const ida = await person(browser, 'Ida Nordlund');
  await ida.goto('/insatser/importera');
  await ida.getByLabel('Excelfil (.xlsx) eller csv').setInputFiles({
    name: 'insatser.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Rubrik;Typ;Startar;Slutar;Status', ...rows].join('\r\n')),
  });
  await ida.getByRole('button', { name: 'Importera 900 rader' }).click();
  await expect(ida.getByText('Importerar. Du kan lämna sidan och komma tillbaka.')).toBeVisible();
  // She closes the page altogether: only the browser's window remembers that she began it.
  await ida.goto('/kontakter');
  await expect(ida.getByRole('heading', { level: 1 })).toBeVisible();
  await ida.goto('/insatser/importera');
  await expect(ida.getByText('900 insatser lades till.')).toBeVisible({ timeout: 60_000 });
  await ida.screenshot({ path: 'test-results/import-told.png' });
  await ida.getByRole('button', { name: 'Ångra hela importen' }).click();
  await expect(ida.getByText('Importen är ångrad: 900 insatser togs bort.')).toBeVisible({ timeout: 30_000 });
});
