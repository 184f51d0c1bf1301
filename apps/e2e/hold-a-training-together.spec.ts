// Two counties hold a training together: the one is asked, it waits on her start page, she says yes, and only then do both see who comes.
import { expect, test } from '@playwright/test';
import { ask, person } from './person';

test('Eva asks Jämtland to hold a training, Per finds it on his start page and says yes, and from then on both see who has registered', async ({
  browser,
}) => {
  const title = 'Två län frågar om våld';
  const eva = await person(browser, 'Eva Berglind');
  await eva.goto('/utbildningar/ny');
  await eva.getByLabel('Rubrik').fill(title);
  await eva.getByLabel('Hålls tillsammans med').fill('Länsstyrelsen Jämtland');
  await eva.getByRole('button', { name: 'Länsstyrelsen Jämtland' }).first().click();
  await eva.getByRole('button', { name: 'Lägg in som utkast' }).click();
  await expect(eva.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const hosts = eva.getByRole('region', { name: 'Hålls av' });
  await expect(hosts.getByText('tillfrågad i dag')).toBeVisible();
  await expect(hosts.getByRole('button', { name: /^Ta tillbaka ?: Länsstyrelsen Jämtland/ })).toBeVisible();
  await eva.getByRole('button', { name: 'Lägg till tillfälle' }).click();
  const dialog = eva.getByRole('dialog');
  await dialog.getByLabel('Dag', { exact: true }).fill('2027-09-14');
  await dialog.getByLabel('Börjar').fill('09:00');
  await dialog.getByLabel('Slutar').fill('16:00');
  await dialog.getByRole('textbox', { name: 'Plats Frivilligt' }).fill('Östersund');
  await dialog.getByRole('button', { name: 'Spara' }).click();
  await eva.getByRole('button', { name: 'Öppna', exact: true }).click();
  await expect(eva.getByText('Utbildningen är öppen')).toBeVisible();
  const address = new URL(eva.url()).pathname;

  const ida = await person(browser, 'Ida Nordlund');
  await ida.goto(address);
  await ida.getByRole('button', { name: 'Anmäl mig' }).click();
  await expect(ida.getByText('Du har en plats', { exact: true })).toBeVisible();
  await expect(ida.getByRole('region', { name: 'Hålls av' })).not.toContainText('Jämtland');

  // Asked he is no host: the training is his to read like anybody's, and who comes is not.
  const per = await person(browser, 'Per Öst');
  const { body } = await ask<{ sessions: { id: string }[] }>(per, `/api${address.replace('utbildningar', 'offers')}`);
  const comers = `/api${address.replace('utbildningar', 'offers')}/sessions/${body.sessions[0]?.id}/registrations`;
  expect((await ask(per, comers)).status).toBe(403);
  await per
    .getByRole('link', { name: /hålla (en utbildning|utbildningar) tillsammans/ })
    .first()
    .click();
  await expect(
    per.getByRole('heading', { level: 1, name: 'Vilka vill hålla en utbildning tillsammans?' }),
  ).toBeVisible();
  await per.getByRole('link', { name: title }).first().click();
  await expect(
    per.getByRole('heading', { level: 1, name: 'Vill ni hålla den här utbildningen tillsammans?' }),
  ).toBeVisible();
  await per.getByLabel('En rad med svaret').fill('Gärna, vi bokar salen.');
  await per.screenshot({ path: 'test-results/hosting-asked.png', fullPage: true });
  await per.getByRole('button', { name: 'Ja, vi är med' }).click();
  await expect(per.getByText('Länsstyrelsen Jämtland har sagt ja till Länsstyrelsen Västernorrland.')).toBeVisible();

  // Both see who comes, and without a reload Eva has the answer.
  await expect(eva.getByRole('button', { name: /^Ta tillbaka ?: Länsstyrelsen Jämtland/ })).toBeHidden();
  await expect(
    eva.getByRole('region', { name: 'Hålls av' }).getByRole('link', { name: 'Länsstyrelsen Jämtland' }),
  ).toBeVisible();
  for (const host of [per, eva]) {
    await host.goto(address);
    await host.getByRole('link', { name: '1 anmälda, 0 väntar' }).click();
    await expect(host.getByText('Ida Nordlund').first()).toBeVisible();
  }
  await per.screenshot({ path: 'test-results/hosting-comers.png', fullPage: true });
});
