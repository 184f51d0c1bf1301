// A strategy is replaced: every goal says where it goes, what is open follows, and nothing is lost or counted twice.
import type { Strategy, Succession } from '@samverkan/strategies/contract';
import { type Client, type TestApp, strategyHand, testApp } from '@samverkan/testing';

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

const { begin, withGoals, adopt, undo, anAdopted, say } = strategyHand(() => eva!);
const goalOf = (strategy: Strategy, title: string) => strategy.goals.find((goal) => goal.title === title)?.id ?? '';
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
