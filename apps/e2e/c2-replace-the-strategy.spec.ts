// C2: Eva replaces the plan: what lacks a way refuses the decision and is jumped to; what is open follows; the old says what took its place.
import { expect, test } from '@playwright/test';
import { ask, deeds, person } from './person';

interface Overview {
  strategies: { id: string; shortTitle: string }[];
}

test('C2: the plan is replaced, goal by goal, and nothing is left without one', async ({ browser }, info) => {
  const eva = await person(browser, 'Eva Berglind');
  const { body } = await ask<Overview>(eva, '/api/strategies');
  const old = body.strategies.find(({ shortTitle }) => shortTitle === 'Handlingsplan 2022–2026');
  const next = body.strategies.find(({ shortTitle }) => shortTitle === 'Handlingsplan 2027–2030');
  await eva.goto(`/strategier/${old?.id}`);
  await deeds(eva);
  const from = Date.now();
  await eva.getByRole('link', { name: 'Fortsätt ersätta' }).click();
  await expect(eva.getByText('13 av 17 klara')).toBeVisible();

  // Deciding while something lacks its way jumps to what lacks it.
  await eva.getByRole('button', { name: /^1 Samverkansåtgärd 1/ }).click();
  await expect(eva.getByRole('heading', { name: 'Samverkansåtgärd 1', exact: true })).toBeFocused();
  // It stands as not available, and says why when it is pressed all the same.
  await eva.getByRole('button', { name: 'Anta', exact: true }).click({ force: true });
  await expect(eva.getByRole('heading', { name: 'Samverkansåtgärd 10' })).toBeVisible();

  const destination = eva.getByRole('combobox', { name: 'Mål 1 i den nya' });
  const motive = eva.getByRole('textbox', { name: /Motivering/ });
  const say = async (kind: string, to: string | null, why: string, then: RegExp) => {
    await eva.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
    if (to) await destination.selectOption({ label: to });
    await motive.fill(why);
    await eva.getByRole('button', { name: then }).click();
  };
  await say('Slås ihop', '4 En väg in till stöd i varje kommun', 'Vägen in omfattar alla utsatta.', /gå till 11$/);
  await expect(eva.getByRole('heading', { name: 'Samverkansåtgärd 11' })).toBeFocused();
  await say('Ändras', '7 Bättre bevis och kortare väntan', 'Samma syfte, ny lydelse.', /gå till 12$/);
  await expect(eva.getByRole('heading', { name: 'Samverkansåtgärd 12' })).toBeFocused();
  await say('Fortsätter', '8 Gemensam kompetens i tre nivåer', '', /gå till 13$/);
  await expect(eva.getByText('16 av 17 klara')).toBeVisible();
  await info.attach('nearly', { body: await eva.screenshot({ fullPage: true }), contentType: 'image/png' });
  await say('Avslutas', null, 'Uppföljningen görs i hela planen.', /^Spara$/);
  await expect(eva.getByText('Alla mål har sin väg.')).toBeVisible();

  const told = await deeds(eva);
  const seconds = (Date.now() - from) / 1000;
  // Thirteen measures within eight minutes: 37 seconds and a handful of presses each.
  expect(told.clicks / 4).toBeLessThanOrEqual(6);
  expect(seconds).toBeLessThan(4 * 37);

  await eva.getByRole('button', { name: 'Anta', exact: true }).click();
  const dialog = eva.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /diarienummer/i }).fill('801-4711-2026');
  await dialog.getByRole('button', { name: 'Anta' }).click();
  await expect(eva.getByText('Strategin är antagen.').first()).toBeVisible();
  await expect(eva.getByText('801-4711-2026')).toBeVisible();

  // The old applies until the new begins, leads on to it, and tells where each goal went.
  await eva.goto(`/strategier/${old?.id}`);
  await expect(eva.getByText('Gäller till dess. Från och med 1 januari 2027 gäller')).toBeVisible();
  const went = eva.getByRole('table', { name: 'Målens väg till nästa strategi' });
  await expect(went.getByRole('row')).toHaveCount(18);
  await info.attach('old', { body: await eva.screenshot({ fullPage: true }), contentType: 'image/png' });
  const { body: actions } = await ask<{ items: { id: string; status: string; goals: { strategyId: string }[] }[] }>(
    eva,
    `/api/actions?size=100&status=planned,ongoing,paused`,
  );
  const tied = actions.items.filter(({ goals }) => goals.some(({ strategyId }) => strategyId === old?.id));
  expect(tied.length).toBeGreaterThan(10);
  expect(tied.filter(({ goals }) => !goals.some(({ strategyId }) => strategyId === next?.id))).toEqual([]);

  // And back again: nothing had been built on it.
  await eva.goto(`/strategier/${next?.id}`);
  await eva.getByRole('button', { name: 'Ångra antagandet' }).click();
  await eva.getByRole('dialog').getByRole('button', { name: 'Ångra antagandet' }).click();
  await expect(eva.getByText('Antagandet är ångrat.').first()).toBeVisible();
  await expect(eva.getByText('Utkast', { exact: true }).first()).toBeVisible();
});
