// What lies in the trash goes in the night when its thirty days are over, unless something else still points at it; and a draft does not come back beside another.
import { RetentionRules } from '@samverkan/shared/api';
import type { Trash } from '@samverkan/shared/contract';
import type { Strategy } from '@samverkan/strategies/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let eva: Client;
beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
});
afterAll(() => app.close());

interface Made {
  id: string;
}
const plan = { kind: 'action_plan', title: 'Plan', shortTitle: 'Plan', startsOn: '2098-01-01', endsOn: '2099-01-01' };
const draft = async () => (await eva.post<Strategy>('/api/strategies', plan)).body.id;
const goal = async (title: string, parentId: string | null = null, strategy = '') => {
  const { body } = await eva.post<Strategy>(`/api/strategies/${strategy || (await draft())}/goals`, {
    title,
    parentId,
  });
  return { strategy: body.id, goals: body.goals };
};
const text = async (sv: string) =>
  (await eva.send<Made>('PUT', '/api/public-texts/22/work/draft', { sv }, { 'If-Match': '"0"' })).body.id;
/** Each rule with its table, how one is made, and how it is taken away. */
const kinds: Record<
  string,
  { table: string; at: string; make(): Promise<string>; takeAway(id: string): Promise<{ status: number }> }
> = {
  strategies: {
    table: 'strategy',
    at: 'discarded_at',
    make: async () => (await goal('Ett mål')).strategy,
    takeAway: (id) => eva.delete(`/api/strategies/${id}`),
  },
  goals: {
    table: 'goal',
    at: 'removed_at',
    make: async () => {
      const { strategy, goals } = await goal('Ett mål');
      await goal('Under', goals[0]?.id, strategy);
      return goals[0]?.id ?? '';
    },
    takeAway: (id) => eva.delete(`/api/goals/${id}`),
  },
  assessments: {
    table: 'assessment',
    at: 'discarded_at',
    make: async () => {
      const [decided] = await app.sql<Made>(`select id from goal where key = 'reg-22-handlingsplan-2022:1'`);
      const judged = { goalId: decided?.id, level: 'stalled', reason: 'Står still.', assessedOn: '2026-11-01' };
      return (await eva.post<Made>('/api/assessments', judged)).body.id;
    },
    takeAway: (id) => eva.delete(`/api/assessments/${id}`),
  },
  public_texts: {
    table: 'public_text',
    at: 'removed_at',
    make: () => text('Vad vi gör'),
    takeAway: () => eva.delete('/api/public-texts/22/work/draft'),
  },
  parties: {
    table: 'organization_withdrawn',
    at: 'removed_at',
    make: async () =>
      (await eva.post<Made>('/api/organizations', { name: 'Av misstag', kind: 'civil_society', countyCodes: ['22'] }))
        .body.id,
    takeAway: (id) => eva.send('DELETE', `/api/organizations/${id}`, undefined, { 'If-Match': '"1"' }),
  },
};
const take = async (rule: string, id: string) =>
  (await app.sql<Made>(app.get(RetentionRules).of(rule)?.take ?? '', [new Date().toISOString(), [id]])).map(
    (row) => row.id,
  );
const stands = async (table: string, id: string) =>
  (await app.sql(`select 1 from ${table} where id = $1`, [id])).length > 0;

describe('the night', () => {
  it.each(Object.entries(kinds))(
    'lets what has lain for thirty days go, and nothing earlier: %s',
    async (rule, kind) => {
      const id = await kind.make();
      expect((await kind.takeAway(id)).status).toBeLessThan(300);
      expect([await take(rule, id), await stands(kind.table, id)]).toEqual([[], true]);
      await app.sql(
        `update ${kind.table} set ${kind.at} = now() - interval '30 days 1 hour' where ${kind.at} is not null`,
      );
      const due = await app.sql<Made>(app.get(RetentionRules).of(rule)?.due ?? '', [new Date().toISOString()]);
      expect(due.map((row) => row.id)).toContain(id);
      expect([await take(rule, id), await stands(kind.table, id)]).toEqual([[id], false]);
    },
  );

  it('takes what stood under a goal with it, and leaves a goal that an action is still tied to', async () => {
    const { strategy, goals } = await goal('Tas bort');
    const parent = goals[0]?.id ?? '';
    const child = (await goal('Under', parent, strategy)).goals.find(({ title }) => title === 'Under')?.id ?? '';
    const [action] = await app.sql<Made>('select id from action limit 1');
    await eva.delete(`/api/goals/${parent}`);
    await app.sql(`update goal set removed_at = now() - interval '31 days' where id = any ($1)`, [[parent, child]]);
    await app.sql('insert into action_goal (action_id, goal_id) values ($1, $2)', [action?.id, child]);
    expect([await take('goals', parent), await stands('goal', child)]).toEqual([[], true]);
    await app.sql('delete from action_goal where goal_id = $1', [child]);
    expect([await take('goals', parent), await stands('goal', child)]).toEqual([[parent], false]);
  });
});

it('does not put a draft of a public text back beside another of the same piece', async () => {
  const id = await text('Den första');
  await eva.delete('/api/public-texts/22/work/draft');
  const { items } = (await eva.get<Trash>('/api/trash')).body;
  const restore = items.find((one) => one.id === id)?.restore ?? '';
  await text('Den andra');
  const answer = await eva.post<{ code: string }>(restore, {});
  expect([answer.status, answer.body.code]).toEqual([409, 'public-text.has-a-draft']);
  await eva.delete('/api/public-texts/22/work/draft');
  expect((await eva.post(restore, {})).status).toBe(200);
});
