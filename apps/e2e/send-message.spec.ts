// A message to those who work with the same thing: written once, seen as it arrives, sent to each alone, followed until it has arrived, and refused from the letter.
import { expect, test } from '@playwright/test';
import { ask, person } from './person';

test('Ida writes to those who work with perpetrators, and one of them says no thanks without signing in', async ({
  browser,
}) => {
  const ida = await person(browser, 'Ida Nordlund');
  const marks = `Träff ${Date.now()}`;
  await ida.goto('/kontakter/utskick?subject=perpetrators');
  await ida.getByRole('button', { name: /^Skriv (meddelande|vidare)$/ }).click();
  await expect(ida.getByRole('heading', { level: 1, name: 'Vad vill du skriva?' })).toBeVisible();
  await ida.getByRole('textbox', { name: 'Ämne', exact: true }).fill(marks);
  await ida.getByLabel('Meddelande', { exact: true }).fill('Hej!\n\nVälkomna till nätverksträff den 12 mars.');
  // What is written is kept: the page may be left and opened again.
  await expect(ida.getByText(/^Sparat/)).toBeVisible();
  await ida.reload();
  await ida.getByRole('button', { name: 'Skriv vidare' }).click();
  await expect(ida.getByRole('textbox', { name: 'Ämne', exact: true })).toHaveValue(marks);
  await ida.screenshot({ path: 'test-results/send-write.png', fullPage: true });

  await ida.getByRole('button', { name: 'Granska och skicka' }).click();
  const dialog = ida.getByRole('dialog');
  await expect(dialog.getByText('Välkomna till nätverksträff den 12 mars.')).toBeVisible();
  await expect(dialog.getByText(/Meddelande från .+, Kramfors kommun/)).toBeVisible();
  await ida.screenshot({ path: 'test-results/send-review.png' });
  await dialog.getByRole('button', { name: /^Skicka/ }).click();
  await expect(ida.getByRole('heading', { level: 1, name: marks })).toBeVisible();
  await expect(ida.getByText(/framme hos/)).toBeVisible({ timeout: 15_000 });
  await expect(ida.getByText(/på väg$/)).toHaveCount(0, { timeout: 20_000 });
  await ida.screenshot({ path: 'test-results/send-receipt.png', fullPage: true });
  await ida.getByRole('link', { name: 'Skickat' }).click();
  await expect(ida.getByRole('link', { name: marks })).toBeVisible();

  const outbox = await ask<{ letters: { to: string; subject: string; text: string }[] }>(ida, '/api/demo/outbox');
  const letters = outbox.body.letters.filter(({ subject }) => subject === marks);
  expect(letters.length).toBeGreaterThan(0);
  for (const { text, to } of letters)
    for (const other of letters.filter((one) => one.to !== to)) expect(text).not.toContain(other.to);
  const link = /\/nej-tack\?till=avsandaren#\S+/.exec(letters[0]?.text ?? '')?.[0] ?? '';

  const reader = await (await browser.newContext()).newPage();
  await reader.goto(link);
  await expect(reader).toHaveURL(/nej-tack\?till=avsandaren$/);
  await reader.getByRole('button', { name: 'Inga fler utskick från Kramfors kommun' }).click();
  await expect(reader.getByText('Ni får inga fler utskick från Kramfors kommun.')).toBeVisible();
  await reader.screenshot({ path: 'test-results/send-no-thanks.png', fullPage: true });

  await ida.goto('/kontakter/utskick?subject=perpetrators');
  await expect(ida.getByText('En brevlåda säger nej tack till utskick')).toBeVisible();
  await reader.getByRole('button', { name: /igen$/ }).click();
  await expect(reader.getByRole('button', { name: 'Inga fler utskick från Kramfors kommun' })).toBeVisible();
  await ida.reload();
  await expect(ida.getByRole('heading', { name: /^Du når/ })).toBeVisible();
  await expect(ida.getByText('säger nej tack', { exact: false })).toHaveCount(0);
});
