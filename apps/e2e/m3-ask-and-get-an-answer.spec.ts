// M3: from any page to an asked question in under a minute; its line on the start page; the answer, and whether it answers.
import { expect, test } from '@playwright/test';
import { person } from './person';

const unlike = () =>
  Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '');

test('M3: asks from any page, follows the line on the start page, and says whether the answer answers', async ({
  browser,
}, info) => {
  const words = unlike();
  const title = `Vem svarar för ${words} när två kommuner är inblandade?`;
  const ida = await person(browser, 'Ida Nordlund');
  await ida.goto('/kontakter');
  const from = Date.now();
  await ida.getByRole('link', { name: 'Ställ en fråga' }).first().click();
  await ida.getByRole('textbox', { name: 'Er fråga' }).fill(title);
  await ida.getByRole('combobox', { name: 'Ämne' }).selectOption({ label: 'Vem som ansvarar' });
  await ida.getByRole('radio', { name: /Länets kommuner, regionen och länsstyrelsen/ }).check();
  await ida.getByRole('button', { name: 'Skicka frågan' }).click();
  await expect(ida.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const took = Date.now() - from;
  info.annotations.push({ type: 'figures', description: `asked in ${took} ms` });
  expect(took).toBeLessThan(60_000);
  await expect(ida.getByText(/Mottagen\. Finns hos Länsstyrelsen Västernorrland sedan/)).toBeVisible();

  // Somebody else who wonders the same joins instead of asking again.
  const samir = await person(browser, 'Samir Lund');
  await samir.goto('/fragor/ny');
  await samir.getByRole('textbox', { name: 'Er fråga' }).fill(`Vem svarar för ${words} mellan två kommuner?`);
  await samir.getByRole('button', { name: new RegExp(`Vi har samma fråga.*${words}`) }).click();
  await expect(samir.getByRole('heading', { level: 1, name: title })).toBeVisible();

  const eva = await person(browser, 'Eva Berglind');
  await eva.goto(`/fragor?q=${words}`);
  await eva.getByRole('link', { name: title }).first().click();
  await eva.getByRole('button', { name: 'Ta hand om frågan' }).click();
  await eva.getByRole('button', { name: 'Svara', exact: true }).click();
  await eva.getByRole('textbox', { name: 'Svaret', exact: true }).fill('Den kommun där personen är bosatt.');
  await eva.getByRole('button', { name: 'Spara svaret' }).click();
  await expect(eva.getByText(/2 av 2 har fått veta|0 av 2 har fått veta/)).toBeVisible();

  // The state stands on the start page without a press.
  await ida.goto('/');
  await expect(ida.getByText(/Besvarar svaret er fråga\?/).first()).toBeVisible();
  await ida.getByRole('link', { name: title }).first().click();
  await ida.getByRole('button', { name: 'Besvarar inte …' }).click();
  await ida.getByRole('textbox', { name: /därför att/ }).fill('Gäller det även vid flytt?');
  await ida.getByRole('button', { name: 'Öppna frågan igen' }).click();
  await expect(ida.getByText(/Öppnad igen/).first()).toBeVisible();

  await eva.reload();
  await eva.getByRole('button', { name: 'Svara', exact: true }).click();
  await eva.getByRole('textbox', { name: 'Svaret', exact: true }).fill('Ja, även vid flytt.');
  await eva.getByRole('button', { name: 'Spara svaret' }).click();
  // She says yes to what she has read.
  await expect(ida.getByText('Ja, även vid flytt.')).toBeVisible();
  await ida.getByRole('button', { name: 'Svaret besvarar frågan' }).click();
  await expect(ida.getByText(/Svaret räcker, sedan/)).toBeVisible();
});

test('M3: a question from a visit is taken down for a municipality in half a minute', async ({ browser }, info) => {
  const title = `Hur gör vi med ${unlike()} i jourhemmen?`;
  const eva = await person(browser, 'Eva Berglind');
  await eva.goto('/fragor/ny');
  const from = Date.now();
  await eva.getByRole('textbox', { name: 'Vem frågar?' }).fill('Ånge kommun');
  await eva.getByRole('button', { name: 'Ånge kommun' }).click();
  await eva.getByRole('textbox', { name: 'Er fråga' }).fill(title);
  await eva.getByRole('combobox', { name: 'Ämne' }).selectOption({ label: 'Bostad efter våld' });
  await eva.getByRole('button', { name: 'Skicka frågan' }).click();
  await expect(eva.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(eva.getByText('Antecknad av länsstyrelsen')).toBeVisible();
  const took = Date.now() - from;
  info.annotations.push({ type: 'figures', description: `taken down in ${took} ms` });
  expect(took).toBeLessThan(30_000);
});
