// C3: questions of several municipalities become one, sent with a number and a day; "inte vårt område"; the answer, told to all who asked.
import { type Page, expect, test } from '@playwright/test';
import { person } from './person';

const post = async (page: Page, path: string, data: object) => {
  const token = (await page.context().cookies()).find(({ name }) => name.endsWith('XSRF-TOKEN'))?.value ?? '';
  const headers = { 'x-xsrf-token': decodeURIComponent(token), 'idempotency-key': crypto.randomUUID() };
  const response = await page.request.post(path, { data, headers });
  expect(response.status()).toBe(201);
  return (await response.json()) as { id: string };
};

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function send(eva: Page, recipient: string, number: string, expected: string): Promise<void> {
  const dialog = eva.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Mottagare' }).fill(recipient);
  await dialog.getByRole('button', { name: recipient, exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Diarienummer' }).fill(number);
  await dialog.getByLabel(/Svar väntas senast/).fill(expected);
}

test('C3: three questions go on as one, to another when the first says no, and the answer reaches all', async ({
  browser,
}, info) => {
  const words = `prov${Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '')}`;
  const eva = await person(browser, 'Eva Berglind');
  const parties = await eva.request.get('/api/organizations?q=kommun&county=22&size=100');
  const { items } = (await parties.json()) as { items: { id: string; name: string }[] };
  const named = ['Kramfors kommun', 'Ånge kommun', 'Sollefteå kommun', 'Örnsköldsviks kommun', 'Kramfors kommun'];
  for (const [at, name] of named.entries())
    await post(eva, '/api/questions', {
      title: `Fråga ${at + 1} om ${words}?`,
      subject: 'responsibility',
      forOrganizationId: items.find((one) => one.name === name)?.id,
    });

  await eva.goto(`/fragor?q=${words}`);
  const from = Date.now();
  for (const at of [1, 2, 3]) await eva.getByRole('checkbox', { name: `Välj Fråga ${at} om ${words}?` }).check();
  await eva.getByRole('button', { name: 'Skicka vidare tillsammans' }).click();
  await expect(eva.getByRole('heading', { name: '3 frågor som de ställdes' })).toBeVisible();
  await eva.getByRole('textbox', { name: 'Rubrik' }).fill(`Gemensam fråga om ${words}`);
  await eva.getByRole('textbox', { name: 'Gemensam fråga' }).fill(`Hur ska ${words} fördelas mellan kommuner?`);
  await eva.getByRole('button', { name: 'Spara utkastet' }).click();
  await eva.getByRole('button', { name: 'Notera att den är skickad' }).click();
  await send(eva, 'Polismyndigheten', 'Prov 1-2026', daysFromNow(60));
  await eva.getByRole('button', { name: 'Spara som skickad' }).click();
  await expect(eva.getByText('Skickad i dag').first()).toBeVisible();
  const took = Date.now() - from;
  expect(took).toBeLessThan(180_000);
  const [download] = await Promise.all([
    eva.waitForEvent('download'),
    eva.getByRole('link', { name: 'Brevet som Word' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.docx$/);

  await eva.getByRole('button', { name: 'Inte deras område …' }).click();
  await send(eva, 'Socialstyrelsen', 'Prov 2-2026', daysFromNow(30));
  await eva.getByRole('button', { name: 'Skicka till den nya mottagaren' }).click();
  await expect(eva.getByText(/inte hör till deras område/)).toBeVisible();

  const replying = Date.now();
  await eva.getByRole('button', { name: 'Notera svaret' }).click();
  await eva.getByRole('textbox', { name: 'Svaret', exact: true }).fill('Efter bosättning.');
  await eva.getByRole('button', { name: 'Spara svaret' }).click();
  await expect(eva.getByText(/av 3 har fått veta/)).toBeVisible();
  const replied = Date.now() - replying;
  info.annotations.push({ type: 'figures', description: `bundled in ${took} ms, answered in ${replied} ms` });
  expect(replied).toBeLessThan(90_000);

  const ida = await person(browser, 'Ida Nordlund');
  await ida.goto(`/fragor?q=${words}&judge=true`);
  await expect(ida.getByRole('link', { name: `Fråga 1 om ${words}?` }).first()).toBeVisible();
  await expect(ida.getByRole('link', { name: `Fråga 2 om ${words}?` })).toHaveCount(0);
  // The late one of the demo county stands on the start page of whoever sent it.
  await eva.goto('/');
  await expect(eva.getByRole('link', { name: /svar från nationell nivå är försenat/ }).first()).toBeVisible();
});
