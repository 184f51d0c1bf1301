// M5: support is asked for in under two minutes, taken, offered, agreed to, talked over and closed for now.
import { expect, test } from '@playwright/test';
import { ask, person } from './person';

const unlike = () =>
  Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '');

test('M5: asks for support in under two minutes, and follows it to where it is closed for now', async ({
  browser,
}, info) => {
  const title = `Handledning i ${unlike()} för socialtjänsten`;
  const ida = await person(browser, 'Ida Nordlund');
  const from = Date.now();
  await ida.goto('/stod');
  await ida.getByRole('link', { name: 'Be om stöd' }).first().click();
  await ida.getByRole('textbox', { name: 'Behovet i korthet' }).fill(title);
  // A peer that was helped shows while she writes.
  await expect(ida.getByText('Sundsvalls kommun har fått stöd i något liknande').first()).toBeVisible();
  await ida.getByRole('combobox', { name: 'Ämne' }).selectOption({ label: 'Metoder och kunskapsstöd' });
  await ida.getByRole('radio', { name: /Handledning/ }).check();
  await ida.getByRole('textbox', { name: /Ungefär hur många/ }).fill('12');
  await ida.getByRole('button', { name: 'Skicka', exact: true }).click();
  await expect(ida.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const took = Date.now() - from;
  info.annotations.push({ type: 'figures', description: `asked in ${took} ms` });
  expect(took).toBeLessThan(120_000);
  await expect(ida.getByText(/Mottaget\. Finns hos Länsstyrelsen Västernorrland sedan/).first()).toBeVisible();

  const eva = await person(browser, 'Eva Berglind');
  await eva.goto('/stod/tavla');
  await eva.getByRole('link', { name: title }).click();
  await expect(eva.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await eva.getByRole('button', { name: 'Ta hand om' }).click();
  await eva.getByRole('dialog').getByRole('button', { name: 'Ta hand om' }).click();
  await expect(eva.getByText(/Länsstyrelsen Västernorrland arbetar med det sedan/).first()).toBeVisible();
  await eva.getByRole('button', { name: 'Lämna förslag' }).click();
  await eva.getByRole('dialog').getByRole('textbox', { name: 'Förslaget' }).fill('Fyra tillfällen i vår.');
  await eva.getByRole('dialog').getByRole('button', { name: 'Lämna förslag' }).click();
  await expect(eva.getByText(/Väntar på svar från Kramfors kommun/).first()).toBeVisible();

  await ida.goto('/stod?status=proposed&mine=true');
  await ida.getByRole('link', { name: title }).first().click();
  await expect(ida.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await ida.getByRole('textbox', { name: 'Skriv' }).fill('Gärna på tisdagar.');
  await ida.getByRole('button', { name: 'Skicka', exact: true }).click();
  await expect(ida.getByText('Gärna på tisdagar.').first()).toBeVisible();
  await ida.getByRole('button', { name: 'Säg ja till förslaget' }).click();
  await expect(ida.getByText(/^Överenskommet/).first()).toBeVisible();

  await eva.reload();
  await expect(eva.getByText('Gärna på tisdagar.').first()).toBeVisible();
  await eva.getByRole('button', { name: 'Avsluta preliminärt' }).click();
  await eva.getByRole('dialog').getByRole('textbox', { name: 'Det här gjordes' }).fill('Fyra tillfällen är hållna.');
  await eva.getByRole('dialog').getByRole('button', { name: 'Avsluta preliminärt' }).click();
  await expect(eva.getByText(/Preliminärt avslutat .*Frågan om effekten ställs/).first()).toBeVisible();
});

test('M5: says three months after whether the support made a difference', async ({ browser }) => {
  const samir = await person(browser, 'Samir Lund');
  await samir.goto('/stod?effect=true&mine=true');
  await samir.getByRole('link', { name: 'Material om hedersrelaterat våld för elevhälsan' }).first().click();
  await samir.getByRole('radio', { name: /Delvis/ }).check();
  await samir.getByRole('checkbox', { name: /Berätta gärna/ }).check();
  await samir.getByRole('button', { name: 'Svara' }).click();
  await expect(samir.getByText(/Gjorde stödet någon skillnad\? Delvis\./).first()).toBeVisible();
});

test('M5: somebody without an account asks on the county’s page, confirms by the letter, and the county board takes it in', async ({
  browser,
}, info) => {
  const need = `Rutiner för att fråga om ${unlike()}`;
  const replyTo = `${unlike()}@kommun.example`;
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const from = Date.now();
  await page.goto('/offentligt/lan/vasternorrland');
  await page.getByRole('link', { name: 'Be länsstyrelsen om kompetensstöd' }).click();
  await page.getByRole('combobox', { name: 'Var arbetar du?' }).selectOption({ label: 'Kramfors' });
  await page.getByRole('textbox', { name: 'Din funktion och enhet' }).fill('Enhetschef, hemtjänsten');
  await page.getByRole('textbox', { name: 'Behovet i korthet' }).fill(need);
  await page.getByRole('combobox', { name: 'Vilken form av stöd?' }).selectOption({ label: 'Utbildning' });
  await page.getByRole('combobox', { name: 'När behövs det?' }).selectOption({ label: 'Inom tre månader' });
  await page.getByRole('textbox', { name: 'Din e-postadress på arbetet' }).fill(replyTo);
  await page.getByRole('button', { name: 'Skicka' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ett steg till' })).toBeVisible();
  const eva = await person(browser, 'Eva Berglind');
  let link = '';
  await expect(async () => {
    const outbox = await ask<{ letters: { to: string; link: string | null }[] }>(eva, '/api/demo/outbox');
    link = outbox.body.letters.find(({ to }) => to === replyTo)?.link ?? '';
    expect(link).not.toBe('');
  }).toPass();
  await page.goto(new URL(link).pathname);
  await page.getByRole('button', { name: 'Skicka till länsstyrelsen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tack, nu är det skickat' })).toBeVisible();
  const took = Date.now() - from;
  info.annotations.push({ type: 'figures', description: `asked without an account in ${took} ms` });
  expect(took).toBeLessThan(120_000);
  expect(await page.context().cookies()).toEqual([]);

  await eva.goto('/stod/tavla');
  await eva.getByRole('button', { name: new RegExp(`Ta emot.*${need}`) }).click();
  const dialog = eva.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Ämne' }).selectOption({ label: 'Metoder och kunskapsstöd' });
  await dialog.getByRole('button', { name: 'Ta emot behovet' }).click();
  await expect(dialog).toBeHidden();
  await eva.getByText(/^Besvarade \(/).click();
  const taken = eva.getByRole('listitem').filter({ hasText: need }).last();
  await taken.getByRole('link', { name: /^K-2026-/ }).click();
  await expect(eva.getByRole('heading', { level: 1, name: need })).toBeVisible();
  await expect(eva.getByRole('link', { name: replyTo })).toBeVisible();
});
