// A strategy is replaced: every goal says where it goes, what is open follows, and nothing is lost or counted twice.
import fc from 'fast-check';
import type { Strategy, Succession } from '@samverkan/strategies/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

/** What is looked at of an action: the area above is not leaned on. */
interface Action {
  id: string;
  version: number;
  goals: { id: string }[];
}

let app: TestApp;
let [eva, ida]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
  ida = await app.signIn('ida.nordlund');
});
afterAll(() => app.close());

const yesterday = '2026-01-01';
const begin = async (more: object = {}) =>
  (
    await eva!.post<Strategy>('/api/strategies', {
      kind: 'action_plan',
      title: 'Plan mot våld',
      shortTitle: 'Plan',
      startsOn: yesterday,
      ...more,
    })
  ).body;
const withGoals = async (strategy: Strategy, titles: string[]) => {
  let latest = strategy;
  for (const title of titles)
    latest = (await eva!.post<Strategy>(`/api/strategies/${strategy.id}/goals`, { title })).body;
  return latest;
};
const adopt = (strategy: Strategy) =>
  eva!.post<Strategy>(`/api/strategies/${strategy.id}/adoption`, { decidedOn: '2026-11-20' });
const undo = (strategy: Strategy) => eva!.post<Strategy>(`/api/strategies/${strategy.id}/adoption/undo`);
const anAdopted = async (titles: string[]) => {
  const draft = await withGoals(await begin(), titles);
  return (await adopt(draft)).body;
};
const goalOf = (strategy: Strategy, title: string) => strategy.goals.find((goal) => goal.title === title)?.id ?? '';
const say = (strategy: Strategy, old: string, way: object) =>
  eva!.put<Succession>(`/api/strategies/${strategy.id}/succession/${old}`, { version: 0, motive: 'Därför.', ...way });
const anAction = async (goalIds: string[], more: object = {}, by = ida!) =>
  (
    await by.post<Action>('/api/actions', {
      title: 'Insats',
      kind: 'other',
      status: 'ongoing',
      visibility: 'county',
      municipalityCodes: ['2282'],
      goalIds,
      ...more,
    })
  ).body;
const goalsNow = async (action: Action) =>
  (await ida!.get<Action>(`/api/actions/${action.id}`)).body.goals.map(({ id }) => id).sort();

describe('replacing a strategy', () => {
  it('is refused while a goal lacks its way, and says which and what', async () => {
    const old = await anAdopted(['Ett', 'Två']);
    const next = await withGoals(await begin({ replaces: [old.id] }), ['Nytt']);
    await say(next, goalOf(old, 'Ett'), { kind: 'changed', motive: '', goalIds: [goalOf(next, 'Nytt')] });
    const refused = await adopt(next);
    expect([refused.status, refused.body]).toMatchObject([
      409,
      {
        code: 'succession.goal-lacks-destination',
        current: {
          goals: [
            { number: '1', lacks: 'motive' },
            { number: '2', lacks: 'way' },
          ],
        },
      },
    ]);
    expect((await eva!.get<Strategy>(`/api/strategies/${next.id}`)).body.status).toBe('draft');
  });

  it('moves what is open by its goal’s way, one by one where somebody said so, and leaves what is done in its history', async () => {
    const old = await anAdopted(['Går vidare', 'Delas', 'Upphör']);
    const next = await withGoals(await begin({ replaces: [old.id] }), ['Vidare', 'Del ett', 'Del två']);
    const [on, split, ended] = ['Går vidare', 'Delas', 'Upphör'].map((title) => goalOf(old, title)) as [
      string,
      string,
      string,
    ];
    const [further, one, two] = ['Vidare', 'Del ett', 'Del två'].map((title) => goalOf(next, title)) as [
      string,
      string,
      string,
    ];
    const plain = await anAction([on]);
    const hidden = await anAction([on], { status: 'draft', visibility: 'own' });
    const byRule = await anAction([split]);
    const byChoice = await anAction([split]);
    const left = await anAction([ended]);
    const both = await anAction([on, split]);
    const done = await anAction([on]);
    await ida!.post(`/api/actions/${done.id}/complete`);

    await say(next, on, { kind: 'continues', goalIds: [further], motive: '' });
    await say(next, split, { kind: 'split', goalIds: [one, two] });
    const seen = await say(next, ended, { kind: 'ended' });
    const follow = (goal: string) =>
      seen.body.ways.find((way) => way.goal.id === goal)?.followers.map(({ id }) => id) ?? [];
    expect(follow(on)).toContain(plain.id);
    expect(follow(on)).not.toContain(hidden.id);
    expect(follow(on)).not.toContain(done.id);
    const chosen = await eva!.put<Succession>(`/api/strategies/${next.id}/succession/${split}/followers`, {
      area: 'actions',
      id: byChoice.id,
      goalIds: [two],
    });
    expect(chosen.status).toBe(200);

    const adopted = await adopt(next);
    expect([adopted.status, adopted.body.status]).toEqual([200, 'adopted']);
    expect((await eva!.get<Strategy>(`/api/strategies/${old.id}`)).body).toMatchObject({
      status: 'superseded',
      replacedBy: [{ id: next.id }],
    });
    expect(await goalsNow(plain)).toEqual([further]);
    expect(await goalsNow(hidden)).toEqual([further]);
    expect(await goalsNow(byRule)).toEqual([one]);
    expect(await goalsNow(byChoice)).toEqual([two]);
    expect(await goalsNow(left)).toEqual([ended]);
    expect(await goalsNow(both)).toEqual([further, one].sort());
    expect(await goalsNow(done)).toEqual([on]);
    const { body } = await ida!.get<{ items: { what: string }[] }>(`/api/actions/${plain.id}/history`);
    expect(body.items.map(({ what }) => what)).toContain('goalIds');
  });

  it('chooses nothing for what the writer cannot see', async () => {
    const old = await anAdopted(['Ett']);
    const next = await withGoals(await begin({ replaces: [old.id] }), ['Nytt']);
    const hidden = await anAction([goalOf(old, 'Ett')], { status: 'draft', visibility: 'own' });
    const answer = await eva!.put(`/api/strategies/${next.id}/succession/${goalOf(old, 'Ett')}/followers`, {
      area: 'actions',
      id: hidden.id,
      goalIds: [],
    });
    expect(answer.status).toBe(404);
  });

  it('before its first day leaves the old in force, with the work under both; on the day the old is left behind', async () => {
    const old = await anAdopted(['Ett']);
    const next = await withGoals(await begin({ replaces: [old.id], startsOn: '2027-01-01' }), ['Nytt']);
    const action = await anAction([goalOf(old, 'Ett')]);
    await say(next, goalOf(old, 'Ett'), { kind: 'changed', goalIds: [goalOf(next, 'Nytt')] });
    expect((await adopt(next)).status).toBe(200);
    expect((await eva!.get<Strategy>(`/api/strategies/${old.id}`)).body.status).toBe('adopted');
    expect(await goalsNow(action)).toEqual([goalOf(old, 'Ett'), goalOf(next, 'Nytt')].sort());
    await app.sql(`update strategy set starts_on = today() where id = $1`, [next.id]);
    await app.sql('select strategies_turn()');
    await app.sql('select strategies_turn()');
    expect((await eva!.get<Strategy>(`/api/strategies/${old.id}`)).body.status).toBe('superseded');
    expect(await goalsNow(action)).toEqual([goalOf(next, 'Nytt')]);
  });

  it('is taken back whole, until something has been built on it', async () => {
    const old = await anAdopted(['Ett']);
    const next = await withGoals(await begin({ replaces: [old.id] }), ['Nytt']);
    const action = await anAction([goalOf(old, 'Ett')]);
    await say(next, goalOf(old, 'Ett'), { kind: 'changed', goalIds: [goalOf(next, 'Nytt')] });
    await adopt(next);
    expect((await ida!.post(`/api/strategies/${next.id}/adoption/undo`)).status).toBe(403);
    const back = await undo(next);
    expect([back.status, back.body.status]).toEqual([200, 'draft']);
    expect((await eva!.get<Strategy>(`/api/strategies/${old.id}`)).body.status).toBe('adopted');
    expect(await goalsNow(action)).toEqual([goalOf(old, 'Ett')]);

    await adopt(next);
    const { body } = await ida!.get<Action>(`/api/actions/${action.id}`);
    await ida!.patch(`/api/actions/${action.id}`, { title: 'Insatsen går vidare' }, body.version);
    const late = await undo(next);
    expect([late.status, late.body]).toMatchObject([409, { code: 'strategy.built-upon' }]);
    expect(await goalsNow(action)).toEqual([goalOf(next, 'Nytt')]);
  });

  it('brings commitments along, waiting for each party to say that they stand', async () => {
    const old = await anAdopted(['Ett']);
    await ida!.post('/api/commitments', { goalId: goalOf(old, 'Ett'), text: 'Vi frågar alla om våld.' });
    const next = await withGoals(await begin({ replaces: [old.id] }), ['Nytt']);
    await say(next, goalOf(old, 'Ett'), { kind: 'changed', goalIds: [goalOf(next, 'Nytt')] });
    await adopt(next);
    const list = async (strategy: Strategy) =>
      (
        await ida!.get<{ items: { id: string; confirmedOn: string | null; carried: boolean }[] }>(
          `/api/commitments?strategy=${strategy.id}`,
        )
      ).body.items;
    expect(await list(old)).toMatchObject([{ carried: false }]);
    expect(await list(next)).toMatchObject([{ carried: true, confirmedOn: null }]);
    const waits = async () =>
      (await ida!.get<{ items: { kind: string; count: number }[] }>('/api/activity/waiting')).body.items.find(
        ({ kind }) => kind === 'strategies.commitments',
      )?.count ?? 0;
    const waiting = await waits();
    expect(waiting).toBeGreaterThan(0);
    const confirmed = await ida!.post(`/api/commitments/${(await list(next))[0]?.id}/confirmation`);
    expect(confirmed.body).toMatchObject({ carried: true, confirmedOn: expect.any(String) as string });
    expect(await waits()).toBe(waiting - 1);
    expect((await undo(next)).status).toBe(409);
  });

  it('waits for its owner ninety days before a strategy ends, until something has been decided in its place', async () => {
    const soon = (await app.sql<{ day: string }>(`select (today() + 60)::text as day`))[0]?.day;
    const ending = async () =>
      (await eva!.get<{ items: { kind: string; count: number }[] }>('/api/activity/waiting')).body.items.find(
        ({ kind }) => kind === 'strategies.ending',
      )?.count ?? 0;
    const before = await ending();
    const draft = await withGoals(await begin({ endsOn: soon }), ['Ett']);
    const old = (await adopt(draft)).body;
    expect(await ending()).toBe(before + 1);
    const next = await withGoals(await begin({ replaces: [old.id] }), ['Nytt']);
    await say(next, goalOf(old, 'Ett'), { kind: 'changed', goalIds: [goalOf(next, 'Nytt')] });
    await adopt(next);
    expect(await ending()).toBe(before);
  });
});

describe('chains of successions', () => {
  // 10,000 actions with goals drawn at random, carried through five strategies whose goals' ways are drawn too.
  it('lose no action, double none, and leave none without a goal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (chance) => {
        const draw = (below: number) => Number(chance.next().value) % below;
        let strategy = await anAdopted(Array.from({ length: 8 }, (_, index) => `Mål ${index}`));
        await app.sql(
          `insert into action (title, kind, status, visibility, owner_ids, county_codes, goal_ids, created_by)
           select 'Kedja', 'other', (array['planned', 'ongoing', 'paused', 'completed', 'cancelled'])[1 + (random() * 4)::int], 2, array[o.id], '{22}', g.ids, u.id
           from generate_series(1, 2000) n, (select id from organization where key = 'municipality:2282') o, (select id from app_user limit 1) u,
             lateral (select array_agg(id) as ids from (select id from goal where strategy_id = $1 and n > 0 order by random() limit 1 + (n % 3)) x) g`,
          [strategy.id],
        );
        const open = `status in ('planned', 'ongoing', 'paused')`;
        const [before] = await app.sql<{ n: number; open: number }>(
          `select count(*)::int as n, count(*) filter (where ${open})::int as open from action where title = 'Kedja'`,
        );
        for (let turn = 0; turn < 5; turn += 1) {
          const next = await withGoals(
            await begin({ replaces: [strategy.id] }),
            Array.from({ length: 3 + draw(5) }, (_, n) => `Mål ${turn}:${n}`),
          );
          const some = (n: number) => next.goals.map(({ id }) => id).slice(draw(2), draw(2) + n);
          for (const { id } of strategy.goals) {
            const kind = ['continues', 'changed', 'split', 'merged', 'ended'][draw(5)] ?? 'ended';
            const goalIds =
              kind === 'split'
                ? some(3)
                : kind === 'ended'
                  ? some(draw(2))
                  : [next.goals[draw(next.goals.length)]?.id ?? ''];
            expect((await say(next, id, { kind, goalIds })).status).toBe(200);
          }
          const [rows] = await app.sql<{ goals: string[][] }>(
            `select json_agg(goal_ids order by id) as goals from action where title = 'Kedja' and ${open}`,
          );
          expect((await adopt(next)).status).toBe(200);
          const ways = (await eva!.get<Succession>(`/api/strategies/${next.id}/succession`)).body.ways;
          const rule = new Map(ways.map((way) => [way.goal.id, way.goalIds.slice(0, 1)]));
          const expected = rows?.goals.map((goals) =>
            [...new Set(goals.flatMap((goal) => (rule.get(goal)?.length ? (rule.get(goal) ?? []) : [goal])))].sort(),
          );
          const [after] = await app.sql<{
            goals: string[][];
            n: number;
            open: number;
            without: number;
            doubled: number;
            rows: boolean;
          }>(
            `select json_agg(goal_ids order by id) filter (where ${open}) as goals, count(*)::int as n, count(*) filter (where ${open})::int as open,
               count(*) filter (where cardinality(goal_ids) = 0)::int as without,
               count(*) filter (where cardinality(goal_ids) <> (select count(distinct g) from unnest(goal_ids) g))::int as doubled,
               bool_and(goal_ids <@ array(select l.goal_id from action_goal l where l.action_id = a.id)) as rows
             from action a where title = 'Kedja'`,
          );
          expect({ ...after, goals: after?.goals.map((goals) => [...goals].sort()) }).toEqual({
            ...before,
            goals: expected,
            without: 0,
            doubled: 0,
            rows: true,
          });
          strategy = next;
        }
        await app.sql(`delete from action where title = 'Kedja'`);
      }),
      { numRuns: 1 },
    );
  });
});
