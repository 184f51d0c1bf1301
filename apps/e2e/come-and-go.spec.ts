// From "Bjud in innehavaren" to where she begins, in again without her telephone and without her password, and out within five seconds when her account is closed.
import { type Page, expect, test } from '@playwright/test';
import { generate } from 'otplib';
import { letterTo, person } from './person';

const email = 'vera.vikarie@example.org';
const first = 'sju sjösjuka sjömän på skeppet';
const second = 'nio nya nipor norr om Ådalen';

const newFunction = (page: Page) =>
  page.evaluate(async () => {
    const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '');
    const response = await fetch('/api/contacts', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-xsrf-token': token, 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ title: 'Vikarierande samordnare', visibility: 'members', mailbox: 'vikarie@example.org' }),
    });
    return ((await response.json()) as { id: string }).id;
  });

const stillIn = async (page: Page) => (await page.request.get('/api/actions')).status();

async function signIn(page: Page, password: string, code: string): Promise<void> {
  await page.goto('/logga-in');
  await page.locator('#sign-in-email').fill(email);
  await page.locator('#sign-in-password').fill(password);
  await page.getByRole('button', { name: 'Logga in', exact: true }).click();
  // Pressed as long as a hand does: what is said of the field she leaves must not move the button away under it.
  await page.getByRole('button', { name: 'Jag kommer inte åt det: använd en återställningskod' }).click({ delay: 120 });
  await page.getByLabel('Återställningskod', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Vad väntar på/ })).toBeVisible();
}

test('whoever takes over a function is invited, comes in by her letter and begins at it; she comes in without telephone and password too, until her account is closed', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const ida = await person(browser, 'Ida Nordlund');
  const id = await newFunction(ida);
  const lena = await person(browser, 'Lena Hall');
  await lena.goto(`/kontakter/${id}`);
  await lena.getByRole('button', { name: 'Bjud in innehavaren' }).click();
  const dialog = lena.getByRole('dialog');
  await expect(dialog.getByLabel('E-postadress')).toHaveValue('vikarie@example.org');
  await dialog.getByLabel('E-postadress').fill(email);
  await lena.screenshot({ path: 'test-results/invite-holder.png' });
  await dialog.getByRole('button', { name: 'Skicka inbjudan' }).click();
  await expect(lena.getByText(`En inbjudan är på väg till ${email}.`)).toBeVisible();

  // By her letter: name, password, app, codes on paper.
  const vera = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await vera.goto(await letterTo(lena, email, '/inbjudan'));
  await vera.getByLabel('Ditt namn').fill('Vera Vikarie');
  await vera.getByLabel('Nytt lösenord').fill(first);
  await vera.getByRole('button', { name: 'Fortsätt' }).click();
  await vera.getByRole('button', { name: 'Använd en autentiseringsapp' }).click();
  await vera.getByText('Skriv in för hand i stället').click();
  const secret = (await vera.locator('.setup code').innerText()).replace(/\s/g, '');
  await vera.getByLabel('Skriv koden som appen visar').fill(await generate({ secret }));
  await vera.getByRole('button', { name: 'Koppla appen' }).click();
  await expect(vera.getByRole('list', { name: 'Dina återställningskoder' })).toBeVisible();
  const codes = await vera.locator('.codes code').allInnerTexts();
  await vera.getByRole('button', { name: 'Jag har sparat koderna' }).click();
  await expect(vera.getByRole('heading', { level: 1, name: 'Välkommen' })).toBeVisible();
  await expect(vera.getByText('Stämmer det som står om Vikarierande samordnare?')).toBeVisible();
  await vera.screenshot({ path: 'test-results/welcome.png' });
  await vera.getByRole('button', { name: 'Allt stämmer' }).click();
  await expect(vera.getByRole('status').filter({ hasText: 'bekräftade' })).toBeVisible();

  // In another browser, by a code on paper; the first is signed out from there.
  const elsewhere = await (await browser.newContext({ viewport: { width: 360, height: 780 } })).newPage();
  await signIn(elsewhere, first, codes[0] ?? '');
  await elsewhere.goto('/konto');
  await elsewhere.getByRole('button', { name: 'Logga ut överallt utom här' }).click();
  await expect.poll(() => stillIn(vera), { timeout: 5000 }).toBe(401);
  expect(await stillIn(elsewhere)).toBe(200);

  // The password is forgotten: the letter gives a new one, and everybody who was in is out.
  await vera.goto('/glomt-losenord');
  await vera.getByLabel('E-postadress').fill(email);
  await vera.getByRole('button', { name: 'Skicka länken' }).click();
  await expect(vera.getByText(`Om ${email} har ett konto`)).toBeVisible();
  await vera.goto(await letterTo(lena, email, '/nytt-losenord'));
  await vera.getByLabel('Nytt lösenord').fill(second);
  await vera.locator('form button[type=submit]').click();
  await expect(vera.getByRole('status')).toBeVisible();
  await expect.poll(() => stillIn(elsewhere), { timeout: 5000 }).toBe(401);
  await signIn(vera, second, codes[1] ?? '');

  // Her account is closed, and she is out.
  await lena.goto('/personer?q=Vera');
  await lena.getByRole('button', { name: /^Stäng kontot.*Vera Vikarie/ }).click();
  await lena.getByRole('dialog').getByRole('button', { name: 'Stäng kontot' }).click();
  await expect(lena.getByText('Vera Vikarie: kontot är stängt.')).toBeVisible();
  await expect.poll(() => stillIn(vera), { timeout: 5000 }).toBe(401);
});
