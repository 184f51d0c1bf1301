// C1: where does the strategy lack actions? At most 3 clicks and 15 seconds, and every number is the length of the list it opens.
import { type Page, expect, test } from '@playwright/test';
import { ask, deeds, person } from './person';

const planPath = async (page: Page) => {
  const { body } = await ask<{ strategies: { id: string; shortTitle: string }[] }>(page, '/api/strategies');
  return `/strategier/${body.strategies.find(({ shortTitle }) => shortTitle === 'Handlingsplan 2022–2026')?.id ?? ''}`;
};
const table = (page: Page) => page.getByRole('grid');

/** Asks the list behind every number of the table, and gives how many there were. */
async function compare(page: Page): Promise<number> {
  const links = await table(page)
    .getByRole('gridcell')
    .getByRole('link')
    .evaluateAll((all) =>
      all
        .map((link) => ({
          shown: Number(link.querySelector('b')?.textContent),
          url: new URL((link as HTMLAnchorElement).href),
        }))
        .filter(({ url }) => url.pathname === '/insatser')
        .map(({ shown, url }) => ({ shown, search: url.search })),
    );
  await Promise.all(
    links.map(async ({ shown, search }) => {
      const { body } = await ask<{ total: number }>(page, `/api/actions${search}&size=1`);
      expect([search, shown]).toEqual([search, body.total]);
    }),
  );
  return links.length;
}

test('Eva sees what no action works towards, against another frame, and who is not there', async ({ browser }) => {
  const eva = await person(browser, 'Eva Berglind');
  await eva.goto(await planPath(eva));
  await expect(eva.getByRole('link', { name: 'Täckning', exact: true })).toBeVisible();
  await deeds(eva);
  const began = Date.now();
  await eva.getByRole('link', { name: 'Täckning', exact: true }).click();
  await expect(eva.getByText(/mål har öppna insatser/)).toBeVisible();
  await eva.getByRole('button', { name: 'Jämställdhetsmålen, 6 mål' }).click();
  await expect(table(eva).getByRole('columnheader')).toHaveCount(9);
  await expect(table(eva).getByText('ingen', { exact: true }).first()).toBeVisible();
  await eva.screenshot({ path: 'test-results/c1-frame.png', fullPage: true });
  const vacancies = eva
    .getByRole('table', { name: 'Kommuner' })
    .getByRole('row', { name: /^Timrå/ })
    .getByRole('link')
    .last();
  const count = Number.parseInt((await vacancies.textContent()) ?? '', 10);
  await vacancies.click();
  await expect(eva.getByText(`Visar 1–${count} av ${count}`)).toBeVisible();
  const seconds = (Date.now() - began) / 1000;
  const { clicks } = await deeds(eva);
  console.log(`C1: ${clicks} clicks, ${seconds.toFixed(1)} s`);
  expect(clicks).toBeLessThanOrEqual(3);
  expect(seconds).toBeLessThanOrEqual(15);
});

test('Eva sees in two clicks which parties lack a commitment to a goal', async ({ browser }) => {
  const eva = await person(browser, 'Eva Berglind');
  await eva.goto(await planPath(eva));
  await deeds(eva);
  await eva.getByRole('link', { name: 'Täckning', exact: true }).click();
  await table(eva)
    .getByRole('row', { name: /^4 Förbättrad kunskap/ })
    .getByRole('link', { name: /av 9/ })
    .click();
  const goal = eva.getByRole('group').filter({ hasText: /^\s*4\. Förbättrad kunskap/ });
  await expect(goal.getByText('Saknar åtagande')).toBeVisible();
  await expect(goal.getByRole('link', { name: 'Timrå kommun' })).toBeVisible();
  expect((await deeds(eva)).clicks).toBe(2);
  await eva.screenshot({ path: 'test-results/c1-commitments.png', fullPage: true });
});

test('every number is the length of the list it opens, against each frame and the municipalities, for three readers', async ({
  browser,
}) => {
  // Some hundred lists are asked for: that is no journey with a budget.
  test.setTimeout(300_000);
  for (const name of ['Eva Berglind', 'Ida Nordlund', 'Jon Wik']) {
    const page = await person(browser, name);
    const path = `${await planPath(page)}/tackning`;
    const { body } = await ask<{ frames: { id: string }[] }>(page, `/api/coverage/${path.split('/')[2]}`);
    for (const query of [...body.frames.map(({ id }) => `frame=${id}`), 'by=municipality', 'show=all']) {
      await page.goto(`${path}?${query}`);
      await expect(table(page)).toBeVisible();
      expect(await compare(page)).toBeGreaterThan(10);
    }
    await page.context().close();
  }
});

test('the table goes by keyboard alone, and a cell opens its actions', async ({ browser }) => {
  const ida = await person(browser, 'Ida Nordlund');
  await ida.goto(`${await planPath(ida)}/tackning`);
  const first = table(ida).getByRole('gridcell').first().getByRole('link');
  await first.focus();
  await ida.keyboard.press('ArrowDown');
  await ida.keyboard.press('Control+End');
  await ida.keyboard.press('Home');
  await ida.keyboard.press('ArrowRight');
  const second = table(ida)
    .getByRole('row', { name: /^Hela strategin/ })
    .getByRole('gridcell')
    .nth(1)
    .getByRole('link');
  await expect(second).toBeFocused();
  const count = Number(await second.locator('b').textContent());
  await ida.screenshot({ path: 'test-results/c1-focus.png' });
  await ida.keyboard.press('Enter');
  await expect(ida).toHaveURL(/\/insatser\?.*serves=/);
  await expect(ida.getByText(`av ${count}`).first()).toBeVisible();
  await expect(ida.getByRole('button', { name: /^Bidrar till: 2 / })).toBeVisible();
});

test('the numbers follow what is logged, without a reload', async ({ browser }) => {
  const eva = await person(browser, 'Eva Berglind');
  const ida = await person(browser, 'Ida Nordlund');
  await eva.goto(`${await planPath(eva)}/tackning`);
  const whole = table(eva)
    .getByRole('row', { name: /^Hela strategin/ })
    .getByRole('link', { name: /öppna insatser/ })
    .last();
  const before = Number.parseInt((await whole.textContent()) ?? '', 10);
  await ida.goto('/insatser/ny');
  await ida.getByLabel('Rubrik').fill('En insats som ska synas i täckningen');
  await ida.getByRole('button', { name: 'Spara insatsen' }).click();
  await expect(ida.getByRole('heading', { level: 1, name: 'En insats som ska synas i täckningen' })).toBeVisible();
  await expect(whole).toContainText(String(before + 1));
});

test('Eva judges a goal that nobody has judged, by what is done towards it, and ties it to what the government has asked', async ({
  browser,
}) => {
  const eva = await person(browser, 'Eva Berglind');
  await eva.goto('/strategier');
  await eva.getByRole('navigation', { name: 'Strategier' }).getByRole('link', { name: 'Bedömningar' }).click();
  await expect(eva).toHaveURL(/\/bedomningar/);
  await eva.getByRole('link', { name: /^3\. / }).first().click();
  await eva.getByRole('radio', { name: /^Behöver mer/ }).check();
  await eva.getByLabel('Varför?').fill('Förundersökningarna går fortare, men inte i hela länet.');
  const towards = eva.getByRole('list', { name: 'Insatser mot målet' }).getByRole('button');
  const title = (await towards.first().textContent())?.trim() ?? '';
  await towards.first().click();
  await eva.getByLabel('Funktion som skriver under').selectOption({ index: 1 });
  await eva.getByRole('button', { name: 'Spara utkastet' }).click();
  await eva.getByRole('button', { name: 'Skriv under' }).click();
  await expect(eva.getByRole('link', { name: title })).toBeVisible();
  await eva.getByRole('link', { name: 'Mål 3' }).click();
  await eva.getByRole('button', { name: 'Koppla till ett regeringsuppdrag' }).click();
  await eva
    .getByRole('dialog')
    .getByRole('button', { name: /^Demouppdrag/ })
    .first()
    .click();
  await expect(eva.getByText('Kopplingen är gjord.')).toBeVisible();
});
