// News of a draft: what one person writes in a sitting is one line.
import type { ActivityFeed } from '@samverkan/activity/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

interface Draft {
  id: string;
  version: number;
}

let app: TestApp;
let [eva, colleague]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  [eva, colleague] = [await app.signIn('eva.berglind'), await app.someone('county_staff', 'county_board:22')];
});
afterAll(() => app.close());

const begun = async () =>
  (
    await eva!.post<Draft>('/api/strategies', {
      kind: 'action_plan',
      title: 'Skrivs i ett svep',
      shortTitle: 'Svep',
    })
  ).body;
const write = async ({ id }: Draft, vision: string, by = eva!) => {
  const { version } = (await by.get<Draft>(`/api/strategies/${id}`)).body;
  expect((await by.patch(`/api/strategies/${id}`, { vision }, version)).status).toBe(200);
};
const lines = async ({ id }: Draft) =>
  (await colleague!.get<ActivityFeed>('/api/activity?size=50')).body.items
    .filter(({ objectId }) => objectId === id)
    .map(({ kind }) => kind);

describe('the news of a draft', () => {
  it('tell once of what one person writes in a sitting, by its last step, and of the beginning by itself', async () => {
    const draft = await begun();
    await write(draft, 'Ett');
    await eva!.post(`/api/strategies/${draft.id}/goals`, { title: 'Skydd' });
    await write(draft, 'Ett län');
    await write(draft, 'Ett län utan våld');
    expect(await lines(draft)).toEqual(['strategy.changed', 'strategy.begun']);
  });

  it('tell again when she comes back later, and when somebody else writes', async () => {
    const draft = await begun();
    await write(draft, 'På morgonen');
    await app.sql(`update event set at = at - interval '40 minutes' where object_id = $1`, [draft.id]);
    await write(draft, 'På kvällen');
    await write(draft, 'Av en kollega', colleague!);
    expect(await lines(draft)).toEqual(['strategy.changed', 'strategy.changed', 'strategy.changed', 'strategy.begun']);
  });

  it('still tell everybody who looks at it of every step at once', async () => {
    const draft = await begun();
    await write(draft, 'Ett');
    await write(draft, 'Två');
    const told = await app.sql(`select kind from event where object_id = $1 and kind = 'strategy.changed'`, [draft.id]);
    expect(told).toHaveLength(2);
  });
});
