// M1: a municipal coordinator logs an action between two meetings. At most 8 clicks, 4 typed fields and 60 seconds.
import { type Page, expect, test } from '@playwright/test';
import { ask, deeds, person } from './person';

/** The smallest there is: one dot. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const planPath = async (page: Parameters<typeof ask>[0]) => {
  const { body } = await ask<{ strategies: { id: string; shortTitle: string }[] }>(page, '/api/strategies');
  return `/strategier/${body.strategies.find((strategy) => strategy.shortTitle === 'Handlingsplan 2022–2026')?.id ?? ''}`;
};

test('Ida logs an action in under a minute, and Eva sees it on the goal without reloading', async ({ browser }) => {
  const ida = await person(browser, 'Ida Nordlund');
  const eva = await person(browser, 'Eva Berglind');
  await eva.goto(await planPath(eva));
  await expect(eva.getByRole('heading', { level: 1, name: /Regional handlingsplan/ })).toBeVisible();
  await expect(eva.getByText('Barnahus Ådalen, förstudie').first()).toBeVisible();

  await deeds(ida);
  const began = Date.now();
  await ida.getByRole('link', { name: 'Ny insats' }).first().click();
  await ida.getByLabel('Rubrik').fill('FREDA-utbildning för socialsekreterare');
  await ida.getByRole('button', { name: 'Våldsutsatta kvinnor', exact: true }).click();
  await ida.getByRole('button', { name: 'Hedersrelaterat våld', exact: true }).click();
  await ida.getByRole('button', { name: 'Spara insatsen' }).click();
  await expect(ida.getByRole('heading', { level: 1, name: 'FREDA-utbildning för socialsekreterare' })).toBeVisible();
  const seconds = (Date.now() - began) / 1000;
  const { clicks, fields } = await deeds(ida);
  console.log(`M1: ${clicks} clicks, ${fields} typed fields, ${seconds.toFixed(1)} s`);
  expect(clicks).toBeLessThanOrEqual(8);
  expect(fields).toBeLessThanOrEqual(4);
  expect(seconds).toBeLessThanOrEqual(60);

  await expect(eva.getByText('FREDA-utbildning för socialsekreterare').first()).toBeVisible();
  await ida.goto('/insatser?mine=true');
  await expect(ida.getByRole('link', { name: 'FREDA-utbildning för socialsekreterare' })).toBeVisible();
  await ida.screenshot({ path: 'test-results/m1-list.png', fullPage: true });
});

test('what Ida logged, changed or moved by mistake is as before when she presses Ångra', async ({ browser }) => {
  const ida = await person(browser, 'Ida Nordlund');
  const undo = ida.getByRole('button', { name: 'Ångra', exact: true });
  const save = ida.getByRole('button', { name: 'Spara insatsen' });
  const heading = (name: string) => ida.getByRole('heading', { level: 1, name });
  await ida.goto('/insatser/ny');
  await ida.getByLabel('Rubrik').fill('Sparad för tidigt');
  await ida.getByLabel('Beskrivning').fill('Två halvdagar i Kramfors.');
  await save.click();
  await expect(heading('Sparad för tidigt')).toBeVisible();
  await undo.click();
  await expect(ida.getByLabel('Rubrik')).toHaveValue('Sparad för tidigt');
  await expect(ida.getByLabel('Beskrivning')).toHaveValue('Två halvdagar i Kramfors.');
  await ida.screenshot({ path: 'test-results/m1-undone.png', fullPage: true });
  await ida.getByLabel('Rubrik').fill('Sparad i rätt tid');
  await save.click();
  await expect(heading('Sparad i rätt tid')).toBeVisible();
  await ida.getByRole('button', { name: 'Starta' }).click();
  await expect(ida.getByRole('button', { name: 'Pausa' })).toBeVisible();
  await undo.click();
  await expect(ida.getByRole('button', { name: 'Starta' })).toBeVisible();
  await ida.getByRole('button', { name: 'Ändra insatsen' }).click();
  await ida.getByLabel('Rubrik').fill('Ändrad av misstag');
  await ida.getByRole('button', { name: 'Spara ändringarna' }).click();
  await expect(heading('Ändrad av misstag')).toBeVisible();
  await undo.click();
  await expect(heading('Sparad i rätt tid')).toBeVisible();
  const { body } = await ask<{ items: { title: string }[] }>(ida, '/api/actions?q=Sparad&mine=true');
  expect(body.items.map(({ title }) => title)).toEqual(['Sparad i rätt tid']);
});

test('Ida writes a line on her phone with a file, and it stands under the line', async ({ browser }) => {
  const ida = await person(browser, 'Ida Nordlund', { width: 360 });
  await ida.goto('/insatser?mine=true&status=ongoing');
  await ida.getByRole('link', { name: 'Barnahus Ådalen, förstudie' }).click();
  await ida.getByRole('button', { name: 'Skriv en rad' }).click();
  await ida.getByLabel('Vad har ni gjort?').fill('Arbetsgruppen har enats om lokalerna.');
  const form = ida.getByRole('form', { name: 'Skriv en rad' });
  const chosen = ida.waitForEvent('filechooser');
  await form.getByRole('button', { name: 'Lägg till fil' }).click();
  await (await chosen).setFiles({ name: 'Lokalerna.png', mimeType: 'image/png', buffer: picture });
  await expect(form.getByText('Lokalerna.png')).toBeVisible();
  await form.getByRole('button', { name: 'Spara raden' }).click();
  const line = ida.getByRole('listitem').filter({ hasText: 'Arbetsgruppen har enats om lokalerna.' });
  await expect(line.getByRole('link', { name: 'Lokalerna.png' })).toBeVisible();
  await ida.screenshot({ path: 'test-results/m1-line-with-file.png', fullPage: true });
  await ida.getByRole('link', { name: 'till raden från i dag' }).click();
  await expect(line).toBeFocused();
});

test('a personal number is stopped before it leaves the browser, and taken away with one click', async ({
  browser,
}) => {
  const ida = await person(browser, 'Ida Nordlund');
  const sent: string[] = [];
  ida.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await ida.goto('/insatser/ny');
  await ida.getByLabel('Rubrik').fill('Utbildning om skyddsplaner');
  await ida.getByLabel('Beskrivning').fill('Behovet blev tydligt i ärendet med 18900101-9802 i höstas.');
  await expect(ida.getByRole('alert').filter({ hasText: 'personnummer' })).toBeVisible();
  // What is kept after it was written is kept without it.
  const kept = ida.waitForRequest((request) => (request.postData() ?? '').includes('skyddsplaner i Kramfors'));
  await ida.getByLabel('Rubrik').fill('Utbildning om skyddsplaner i Kramfors');
  await (await kept).response();
  expect(sent.join('\n')).not.toContain('9802');
  await ida.screenshot({ path: 'test-results/m1-guard.png', fullPage: true });
  await ida.getByRole('button', { name: 'Dölj siffrorna' }).click();
  await expect(ida.getByLabel('Beskrivning')).not.toHaveValue(/9802/);
  await ida.getByRole('button', { name: 'Spara insatsen' }).click();
  await expect(ida.getByRole('heading', { level: 1, name: 'Utbildning om skyddsplaner i Kramfors' })).toBeVisible();
});

test('what is typed is there again after the connection was lost and the page was left', async ({ browser }) => {
  const ida = await person(browser, 'Ida Nordlund');
  await ida.goto('/insatser/ny');
  await ida.getByLabel('Rubrik').fill('Skriven före tunneln');
  await expect(ida.getByText(/^Sparat/)).toBeVisible();
  await ida.context().setOffline(true);
  await ida.getByLabel('Beskrivning').fill('Skriven i tunneln.');
  await expect(ida.getByText(/^Sparat i den här fliken/)).toBeVisible();
  await ida.context().setOffline(false);
  await ida.goto('/insatser/ny');
  await expect(ida.getByLabel('Rubrik')).toHaveValue('Skriven före tunneln');
  await expect(ida.getByLabel('Beskrivning')).toHaveValue('Skriven i tunneln.');
});

/** Notes on the page whether the portal took the key that was pressed last: it says so before anything is drawn. */
const hearKeys = (page: Page) =>
  page.evaluate(() =>
    addEventListener('keydown', ({ key, defaultPrevented }) => {
      document.body.dataset['key'] = `${key} is ${defaultPrevented ? 'taken' : "nobody's"}`;
    }),
  );

test('single keys lead nowhere for whoever has turned them off', async ({ browser }) => {
  const ida = await person(browser, 'Ida Nordlund');
  await ida.goto('/konto');
  const use = ida.getByRole('checkbox', { name: 'Använd tangentgenvägar' });
  await use.uncheck();
  await expect(ida.getByText('Tangentgenvägarna är avstängda.')).toBeVisible();
  try {
    await ida.goto('/insatser');
    await expect(ida.getByRole('heading', { level: 1 })).toBeVisible();
    await hearKeys(ida);
    for (const key of ['n', 'k', 'f', '/']) {
      await ida.keyboard.press(key);
      await expect(ida.locator('body')).toHaveAttribute('data-key', `${key} is nobody's`);
      await expect(ida).toHaveURL(/insatser$/);
      await expect(ida.getByRole('combobox', { name: 'Sök i allt' })).not.toBeFocused();
    }
    await ida.goto('/konto');
    await expect(use).not.toBeChecked();
  } finally {
    await ida.goto('/konto');
    await use.check();
    await expect(ida.getByText('Tangentgenvägarna är på.')).toBeVisible();
  }
  await ida.goto('/insatser');
  await expect(ida.getByRole('heading', { level: 1 })).toBeVisible();
  await hearKeys(ida);
  await ida.keyboard.press('n');
  await expect(ida.locator('body')).toHaveAttribute('data-key', 'n is taken');
  await expect(ida).toHaveURL(/insatser\/ny/);
});

test('the whole of M1 goes by keyboard alone', async ({ browser }) => {
  const ida = await person(browser, 'Ida Nordlund');
  await ida.keyboard.press('n');
  await expect(ida.getByRole('heading', { level: 1, name: 'Vad ska ni göra?' })).toBeVisible();
  const reach = async (name: string) => {
    for (let i = 0; i < 60; i++) {
      await ida.keyboard.press('Tab');
      const focused = await ida.evaluate(
        () =>
          (document.activeElement?.textContent?.trim() ?? '') +
          '|' +
          (document.activeElement?.id
            ? (document.querySelector(`label[for="${document.activeElement.id}"]`)?.textContent?.trim() ?? '')
            : ''),
      );
      if (focused.includes(name)) return;
    }
    throw new Error(`Tab never reached ${name}`);
  };
  await reach('Rubrik');
  const drafted = ida.getByLabel('Rubrik');
  await drafted.press('Control+A');
  await ida.keyboard.type('Helt utan mus');
  await reach('Våldsutsatta kvinnor');
  await ida.keyboard.press('Space');
  await reach('Spara insatsen');
  await ida.keyboard.press('Enter');
  await expect(ida.getByRole('heading', { level: 1, name: 'Helt utan mus' })).toBeVisible();
});
