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
  'public-texts': {
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

  it('leaves the rest of what somebody had chosen for the day when the draft replaces another', async () => {
    const { strategy } = await goal('Kvar');
    const { goals } = await goal('Går', null, strategy);
    const [stays, goes] = ['Kvar', 'Går'].map((title) => goals.find((one) => one.title === title)?.id ?? '');
    const [old] = await app.sql<Made>(`select id from goal where key = 'reg-22-handlingsplan-2022:1'`);
    const [first, second] = await app.sql<Made>('select id from action order by id limit 2');
    const chosen = [first, second].map((action) => action?.id ?? '');
    for (const [at, ids] of [[stays, goes], [goes]].entries())
      await app.sql(`insert into succession_choice values ($1, $2, 'actions', $3, $4)`, [
        strategy,
        old?.id,
        chosen[at],
        ids,
      ]);
    await eva.delete(`/api/goals/${goes}`);
    await app.sql(`update goal set removed_at = now() - interval '31 days' where id = $1`, [goes]);
    expect(await take('goals', goes ?? '')).toEqual([goes]);
    const left = await app.sql('select object_id, new_goal_ids from succession_choice where strategy_id = $1', [
      strategy,
    ]);
    expect(left).toEqual([{ object_id: chosen[0], new_goal_ids: [stays] }]);
  });

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
  const { body: pending } = await eva.get<{ items: { piece: string; pending: { version: number } | null }[] }>(
    '/api/public-texts/22',
  );
  const version = pending.items.find(({ piece }) => piece === 'work')?.pending?.version ?? 0;
  const at = new Date(Date.now() + 86_400_000).toISOString();
  await eva.send('POST', '/api/public-texts/22/work/publication', { at }, { 'If-Match': `"${version}"` });
  expect((await eva.post<{ code: string }>(restore, {})).body.code).toBe('public-text.scheduled');
  await eva.post('/api/public-texts/22/work/publication/undo', {});
  await eva.delete('/api/public-texts/22/work/draft');
  expect((await eva.post(restore, {})).status).toBe(200);
});

it('puts nothing back after thirty days, also before the night has taken it', async () => {
  const restorations = {
    strategies: (id: string) => `/api/strategies/${id}/restoration`,
    goals: (id: string) => `/api/goals/${id}/restoration`,
    assessments: (id: string) => `/api/assessments/${id}/restoration`,
    'public-texts': (id: string) => `/api/public-texts/drafts/${id}/restoration`,
    parties: (id: string) => `/api/organizations/${id}/restoration`,
  };
  for (const [rule, at] of Object.entries(restorations)) {
    const kind = kinds[rule]!;
    await eva.delete('/api/public-texts/22/work/draft');
    const id = await kind.make();
    await kind.takeAway(id);
    await app.sql(`update ${kind.table} set ${kind.at} = now() - interval '30 days 1 hour' where id = $1`, [id]);
    expect([rule, (await eva.post(at(id), {})).status]).toEqual([rule, 404]);
  }
});

describe('what may not lie for thirty days', () => {
  const trashKinds: Record<string, string> = {
    strategies: 'strategies.draft',
    goals: 'strategies.goal',
    assessments: 'followup.assessment',
    'public-texts': 'public.text',
    parties: 'organizations.party',
  };
  const open = `insert into sensitive_text (area, kind, object_id, reference, owner_ids, county_codes, hidden_for)
    select 'public', 'text', $1, 'X', '{}', '{}', id from organization limit 1`;

  it.each(Object.entries(kinds))(
    'goes for good at once by whoever may put it back, and nobody is asked to clean it any more: %s',
    async (rule, kind) => {
      await eva.delete('/api/public-texts/22/work/draft');
      const id = await kind.make();
      const at = `/api/trash/${trashKinds[rule]}/${id}`;
      // What is not in the trash stays.
      expect([(await eva.delete(at)).status, await stands(kind.table, id)]).toEqual([404, rule !== 'parties']);
      await kind.takeAway(id);
      await app.sql(open, [id]);
      const samir = await app.signIn('samir.lund');
      expect([(await samir.delete(at)).status, await stands(kind.table, id)]).toEqual([404, true]);
      const mine = (await eva.get<Trash>('/api/trash')).body.items.find((one) => one.id === id);
      expect(mine).toMatchObject({ kind: trashKinds[rule], mayPurge: true });
      expect([(await eva.delete(at)).status, await stands(kind.table, id)]).toEqual([204, false]);
      expect(await app.sql('select outcome from sensitive_text where object_id = $1', [id])).toEqual([
        { outcome: 'purged' },
      ]);
      expect(await app.sql(`select 1 from audit where verb = 'trash.purged' and object_id = $1`, [id])).toHaveLength(1);
    },
  );

  it('stays while something else points at it, and takes the words out of the history when it goes, former ones too and nobody else’s', async () => {
    const { strategy, goals } = await goal('Om Xylofona Kvist');
    const id = goals[0]?.id ?? '';
    await goal('Nytt stöd', null, strategy);
    await eva.delete(`/api/goals/${id}`);
    await eva.post(`/api/goals/${id}/restoration`, {});
    const renamed = await eva.send('PATCH', `/api/goals/${id}`, { title: 'Nytt' }, { 'If-Match': '"1"' });
    expect(renamed.status).toBe(200);
    await eva.delete(`/api/goals/${id}`);
    const [action] = await app.sql<Made>('select id from action limit 1');
    await app.sql('insert into action_goal (action_id, goal_id) values ($1, $2)', [action?.id, id]);
    const refused = await eva.delete<{ code: string }>(`/api/trash/strategies.goal/${id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'trash.is-in-use']);
    await app.sql('delete from action_goal where goal_id = $1', [id]);
    expect((await eva.delete(`/api/trash/strategies.goal/${id}`)).status).toBe(204);
    const left = await app.sql(
      `select 1 from change_log where object_id = any ($1) and (before::text like '%Xylofona%' or after::text like '%Xylofona%')`,
      [[id, strategy]],
    );
    expect(left).toEqual([]);
    const others = `select 1 from change_log where object_id = $1 and after::text like '%Nytt stöd%'`;
    expect(await app.sql(others, [strategy])).not.toEqual([]);
  });
});

describe('a withdrawn party', () => {
  const party = { name: 'Två gånger', kind: 'civil_society', countyCodes: ['22'] };

  it('does not come back beside another of the same name in the county', async () => {
    const { id } = (await eva.post<Made>('/api/organizations', party)).body;
    const gone = (one: string) => eva.send('DELETE', `/api/organizations/${one}`, undefined, { 'If-Match': '"1"' });
    await gone(id);
    const other = (await eva.post<Made>('/api/organizations', party)).body;
    const answer = await eva.post<{ code: string }>(`/api/organizations/${id}/restoration`, {});
    expect([answer.status, answer.body.code]).toEqual([409, 'organization.is-there-already']);
    await gone(other.id);
    expect((await eva.post(`/api/organizations/${id}/restoration`, {})).status).toBe(200);
  });

  it('is whoever had registered it’s to put back too, when the county has taken it away', async () => {
    const lyktan = await app.someone('coordinator', 'municipality:2282');
    const { id } = (await lyktan.post<Made>('/api/organizations', { ...party, name: 'Kommunens' })).body;
    await eva.send('DELETE', `/api/organizations/${id}`, undefined, { 'If-Match': '"1"' });
    expect((await lyktan.get<Trash>('/api/trash')).body.items.map((one) => one.id)).toContain(id);
    expect((await lyktan.post(`/api/organizations/${id}/restoration`, {})).status).toBe(200);
  });

  it('is put back by whoever of the party may withdraw it: a partner too', async () => {
    const partner = await app.someone('partner', 'municipality:2282');
    const ida = await app.signIn('ida.nordlund');
    const { id } = (await ida.post<Made>('/api/organizations', { ...party, name: 'Partnerns' })).body;
    const gone = await partner.send('DELETE', `/api/organizations/${id}`, undefined, { 'If-Match': '"1"' });
    expect(gone.status).toBe(204);
    expect((await partner.post(`/api/organizations/${id}/restoration`, {})).status).toBe(200);
  });
});
