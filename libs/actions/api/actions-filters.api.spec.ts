// Each filter of the list leaves in what fits it and leaves out what does not.
import type { Action, ActionPage } from '@samverkan/actions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let ida: Client;
let eva: Client;
let goal: string;
beforeAll(async () => {
  app = await testApp();
  ida = await app.signIn('ida.nordlund');
  eva = await app.signIn('eva.berglind');
  goal = (await app.sql<{ id: string }>(`select id from goal where key = 'nat-1'`))[0]?.id ?? '';
  const log = (by: Client, fields: object) =>
    by.post<Action>('/api/actions', { kind: 'training', visibility: 'county', municipalityCodes: ['2282'], ...fields });
  const answers = await Promise.all([
    log(ida, {
      title: 'Silverfilter fits',
      kind: 'campaign',
      status: 'ongoing',
      goalIds: [goal],
      targetGroups: ['perpetrators'],
      forms: ['digital'],
      phases: ['prevent'],
      startsOn: '2025-01-01',
      endsOn: '2025-06-30',
    }),
    log(eva, {
      title: 'Silverfilter fits not',
      status: 'planned',
      municipalityCodes: ['2260'],
      targetGroups: ['elderly'],
      forms: ['honour'],
      phases: ['support'],
      startsOn: '2099-01-01',
      endsOn: '2099-06-30',
    }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
});
afterAll(() => app.close());

it.each([
  ['status=ongoing'],
  ['kind=campaign'],
  ['municipality=2282'],
  ['targetGroup=perpetrators'],
  ['form=digital'],
  ['phase=prevent'],
  ['to=2025-12-31'],
  ['overdue=true'],
  ['mine=true'],
  ['goal=', () => goal],
])('%s', async (query, value = () => '') => {
  const { body } = await ida.get<ActionPage>(`/api/actions?q=Silverfilter&${query}${value()}`);
  expect(body.items.map(({ title }) => title)).toEqual(['Silverfilter fits']);
  expect(body.total).toBe(1);
});

it('from= leaves out what has ended before', async () => {
  const { body } = await ida.get<ActionPage>('/api/actions?q=Silverfilter&from=2026-01-01');
  expect(body.items.map(({ title }) => title)).toEqual(['Silverfilter fits not']);
});

it('owner= and county= read the parties and the counties', async () => {
  const { body } = await eva.get<{ acting: { organization: { id: string } } }>('/api/session');
  const found = async (query: string) =>
    (await ida.get<ActionPage>(`/api/actions?q=Silverfilter&${query}`)).body.items.map(({ title }) => title).sort();
  expect(await found(`owner=${body.acting.organization.id}`)).toEqual(['Silverfilter fits not']);
  expect(await found('county=22')).toEqual(['Silverfilter fits', 'Silverfilter fits not']);
  expect(await found('county=23')).toEqual([]);
});

it('has what waits for a line from one’s own organisation: exactly what the start page counts', async () => {
  const { body: waiting } = await ida.get<{ count: number; items: { action: { id: string } }[] }>(
    '/api/actions/waiting',
  );
  const { body: list } = await ida.get<ActionPage>('/api/actions?waiting=true&size=100');
  expect(waiting.count).toBeGreaterThan(0);
  expect(list.total).toBe(waiting.count);
  expect(list.items.map(({ id }) => id)).toEqual(expect.arrayContaining(waiting.items.map(({ action }) => action.id)));
  const stale = waiting.items[0]?.action.id ?? '';
  expect(
    (await eva.get<ActionPage>('/api/actions?waiting=true&size=100')).body.items.map(({ id }) => id),
  ).not.toContain(stale);
});

it('asks of what ends within two weeks, unless somebody has just written a line of it', async () => {
  const { body: one } = await ida.post<Action>('/api/actions', {
    title: 'Slutar snart',
    kind: 'project',
    status: 'ongoing',
    visibility: 'county',
  });
  const reasonOf = async () =>
    (await ida.get<{ items: { reason: string; action: { id: string } }[] }>('/api/actions/waiting')).body.items.find(
      ({ action }) => action.id === one.id,
    )?.reason;
  const say = (endsIn: number, silentFor: number) =>
    app.sql(
      `update action set ends_on = samverkan.today() + $2::int, status_since = samverkan.today() - $3::int, last_update_on = null where id = $1`,
      [one.id, endsIn, silentFor],
    );
  await say(14, 15);
  expect(await reasonOf()).toBe('ends_soon');
  await say(15, 15);
  expect(await reasonOf()).toBeUndefined();
  await say(3, 10);
  expect(await reasonOf()).toBeUndefined();
});

it('shows the newest of each status first, where few are shown', async () => {
  const titles = ['Först loggad', 'Sist loggad'];
  for (const title of titles)
    await ida.post('/api/actions', {
      title: `${title} Zirkon`,
      kind: 'project',
      status: 'planned',
      visibility: 'county',
    });
  const { body } = await ida.get<ActionPage>('/api/actions?q=zirkon&sort=status&order=asc');
  expect(body.items.map(({ title }) => title)).toEqual(['Sist loggad Zirkon', 'Först loggad Zirkon']);
});
