// P4: from the mail to the receipt: eight goals, two of them commented, "ingen synpunkt" on the rest in one act, by keyboard.
import { type Page, expect, test } from '@playwright/test';
import { ask, deeds, person } from './person';

const goals = [
  'Våldet upptäcks tidigt',
  'Barn får skydd',
  'Den som utövar våld får hjälp att sluta',
  'Stödet är lika i hela länet',
  'Heder förebyggs',
  'Chefer vet vad som gäller',
  'Vägarna är tydliga',
  'Uppföljning varje år',
];

/** A draft with eight goals, put to Kramfors by the county board. */
async function putOut(eva: Page, title: string): Promise<string> {
  const token = (await eva.context().cookies()).find(({ name }) => name.endsWith('XSRF-TOKEN'))?.value ?? '';
  const post = async (path: string, data: object) => {
    const headers = { 'x-xsrf-token': decodeURIComponent(token), 'idempotency-key': crypto.randomUUID() };
    const response = await eva.request.post(path, { data, headers });
    expect(response.status()).toBe(201);
    return (await response.json()) as { id: string };
  };
  const strategy = await post('/api/strategies', { kind: 'action_plan', title, shortTitle: title });
  for (const goal of goals) await post(`/api/strategies/${strategy.id}/goals`, { title: goal, text: `${goal}.` });
  await eva.goto(`/strategier/${strategy.id}`);
  await eva.getByRole('link', { name: 'Skicka på remiss' }).click();
  await eva.getByRole('searchbox', { name: 'Sök bland alla parter' }).fill('Kramfors');
  await eva.getByRole('checkbox', { name: 'Kramfors kommun' }).check();
  await eva.getByRole('button', { name: 'Skicka remissen' }).click();
  await expect(eva.getByRole('heading', { level: 1, name: `Svar på remissen: ${title}` })).toBeVisible();
  return strategy.id;
}

/** Presses Tab until what is named has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let n = 0; n < 80; n++) {
    await page.keyboard.press('Tab');
    const words = await page.evaluate(() => {
      const focused = document.activeElement;
      const labels = (focused as HTMLInputElement | null)?.labels;
      return (labels?.[0] ?? focused)?.textContent?.trim().replace(/\s+/g, ' ') ?? '';
    });
    if (words === name) return;
  }
  throw new Error(`Nothing called ${name} is reached by Tab.`);
}

test('P4: two comments, no comment on the rest, and a receipt, from the mail and by keyboard', async ({
  browser,
}, info) => {
  const title = `Länsplan ${Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '')}`;
  const eva = await person(browser, 'Eva Berglind');
  await putOut(eva, title);

  const ida = await person(browser, 'Ida Nordlund');
  await expect(ida.getByRole('link', { name: /remiss(er)? väntar på ert svar/ }).first()).toBeVisible();
  let link = '';
  await expect(async () => {
    const { body } = await ask<{ letters: { text: string; link: string | null }[] }>(ida, '/api/demo/outbox');
    link = body.letters.find(({ text }) => text.includes(title))?.link ?? '';
    expect(link).not.toBe('');
  }).toPass();

  await deeds(ida);
  const from = Date.now();
  await ida.goto(new URL(link).pathname);
  await expect(ida.getByRole('heading', { level: 1, name: `Remiss: ${title}` })).toBeVisible();
  await expect(ida.getByText('0 av 8 mål').first()).toBeVisible();
  await tabTo(ida, 'Er synpunkt på 2');
  await ida.keyboard.type('Säg vem som utser barnets kontaktperson.');
  await tabTo(ida, 'Er synpunkt på 7');
  await ida.keyboard.type('Visa vägarna på en sida.');
  await expect(ida.getByText('2 av 8 mål').first()).toBeVisible();
  await tabTo(ida, 'Ingen synpunkt på resten');
  await ida.keyboard.press('Enter');
  await expect(ida.getByText('8 av 8 mål').first()).toBeVisible();
  await tabTo(ida, 'Skicka svaret');
  await ida.keyboard.press('Enter');
  await expect(ida.getByText('Kramfors kommun har svarat.')).toBeVisible();
  await expect(ida.getByText(/2 synpunkter, 6 mål utan synpunkt\./)).toBeVisible();
  const took = Date.now() - from;
  const { clicks, fields } = await deeds(ida);
  console.log(`P4: 8 goals, ${clicks} presses, ${fields} typed fields, ${(took / 1000).toFixed(1)} s`);
  await info.attach('receipt', { body: await ida.screenshot({ fullPage: true }), contentType: 'image/png' });
  expect(took).toBeLessThan(240_000);
  expect(clicks).toBeLessThanOrEqual(2);
  expect(fields).toBe(2);

  await eva.reload();
  await expect(eva.getByText('1 av 1 har svarat.')).toBeVisible();
  await eva
    .getByRole('group', { name: /Vad blir det av synpunkten/ })
    .first()
    .getByRole('button', { name: 'Tas med', exact: true })
    .click();
  await eva.getByLabel('Varför').fill('Det skriver vi in.');
  await eva.getByRole('button', { name: 'Spara svaret' }).click();
  await expect(eva.getByText('Det skriver vi in.')).toBeVisible();
  await ida.reload();
  await expect(ida.getByText('Det skriver vi in.')).toBeVisible();
  await eva.getByRole('button', { name: 'Avsluta remissen' }).click();
  await eva.getByRole('dialog').getByRole('button', { name: 'Avsluta remissen' }).click();
  await expect(eva.getByText(/Remissen avslutades/)).toBeVisible();
});
