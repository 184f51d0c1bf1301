import type { SensitiveContent, SensitiveText } from '@samverkan/shared/contract';
import type { Strategy, StrategyHistory } from '@samverkan/strategies/contract';
import { type Client, type TestApp, everywhere, strategyHand, testApp } from '@samverkan/testing';

let app: TestApp;
let [eva, ida, per]: Client[] = [];
const hand = strategyHand(() => eva!);
beforeAll(async () => {
  app = await testApp();
  [eva, ida, per] = [await app.signIn('eva.berglind'), await app.signIn('ida.nordlund'), await app.signIn('per.ost')];
});
afterAll(() => app.close());

const hide = (kind: string, objectId: string, by = ida!) =>
  by.post<SensitiveText>('/api/sensitive-texts', { area: 'strategies', kind, objectId });
const read = async ({ id }: Strategy, by = ida!) => (await by.get<Strategy>(`/api/strategies/${id}`)).body;
const history = async ({ id }: Strategy) => (await eva!.get<StrategyHistory>(`/api/strategies/${id}/history`)).text;

/** An adopted plan whose only goal names somebody, in its text, in its motive and in its history. */
async function aPlan(name: string): Promise<{ plan: Strategy; goalId: string }> {
  const [aim] = await app.sql<{ id: string; frame: string }>(
    `select g.id, g.strategy_id as frame from goal g where g.key like 'nat%' order by g.key limit 1`,
  );
  const begun = await hand.withGoals(await hand.begin(), [`Stöd åt ${name} i Ånge`]);
  const goal = begun.goals[0]!;
  await eva!.put(`/api/strategies/${begun.id}/frames`, { frames: [{ frameId: aim?.frame, motive: 'Därför' }] });
  const links = [{ frameGoalId: aim?.id, motive: `Som ${name} behövde.` }];
  expect((await eva!.put(`/api/goals/${goal.id}/links`, { links })).status).toBe(200);
  const adopted = await hand.adopt(begun);
  expect([adopted.status, adopted.text]).toEqual([200, adopted.text]);
  return { plan: adopted.body, goalId: goal.id };
}

describe('what names somebody in a goal that is adopted', () => {
  it('is put away at once while all that builds on the goal stands, and cleaned in every place by who keeps the plan', async () => {
    const { plan, goalId } = await aPlan('Gunnel');
    expect((await hide('goal', goalId)).status).toBe(201);
    const meanwhile = await read(plan);
    expect(meanwhile.goals[0]).toMatchObject({ id: goalId, title: '[dold]', serves: [{ motive: '[dold]' }] });
    for (const text of [JSON.stringify(meanwhile), await history(plan)]) expect(text).not.toContain('Gunnel');

    const [waiting] = (await eva!.get<{ items: SensitiveText[] }>('/api/sensitive-texts')).body.items;
    const { body } = await eva!.get<SensitiveContent>(`/api/sensitive-texts/${waiting?.id}`);
    expect(body.fields.map(({ name, text }) => [name, text])).toEqual([
      ['title', 'Stöd åt Gunnel i Ånge'],
      ['motiveA', 'Som Gunnel behövde.'],
    ]);
    const texts = { title: 'Stöd i Ånge', motiveA: 'Som behövdes.' };
    expect((await eva!.post(`/api/sensitive-texts/${waiting?.id}/purge`, { texts })).status).toBe(204);
    expect((await read(plan)).goals[0]).toMatchObject({ title: 'Stöd i Ånge', serves: [{ motive: 'Som behövdes.' }] });
    expect(await everywhere(app, 'Gunnel')).toEqual([]);
    expect(await history(plan)).toContain('text-removed');
  });

  it('does not come back with a form of the goal that was opened before, which stops no form of the rest of the plan', async () => {
    const plan = await hand.withGoals(await hand.begin(), ['Stöd åt Solveig', 'Rutiner']);
    const [goal, other] = (await read(plan, eva!)).goals;
    const { version } = await read(plan, eva!);
    const { body } = await hide('goal', goal!.id, eva!);
    await eva!.post(`/api/sensitive-texts/${body.id}/purge`, { texts: { title: 'Stöd' } });
    const stale = await eva!.patch(`/api/goals/${goal!.id}`, { title: 'Mer stöd åt Solveig' }, goal!.version);
    expect([stale.status, stale.body]).toEqual([409, expect.objectContaining({ code: 'stale-version' })]);
    expect((await eva!.patch(`/api/goals/${other!.id}`, { title: 'Rutinen' }, other!.version)).status).toBe(200);
    expect((await eva!.patch(`/api/strategies/${plan.id}`, { vision: 'Trygghet' }, version)).status).toBe(200);
    expect(await everywhere(app, 'Solveig')).toEqual([]);
  });

  it('stands as it was, history too, when it was nothing', async () => {
    const { plan, goalId } = await aPlan('Birgitta');
    const [before, told] = [await read(plan), await history(plan)];
    const { body } = await hide('goal', goalId);
    expect(await history(plan)).not.toContain('Birgitta');
    expect((await eva!.post(`/api/sensitive-texts/${body.id}/restore`)).status).toBe(204);
    expect((await read(plan)).goals).toEqual(before.goals.map((goal) => ({ ...goal, version: expect.any(Number) })));
    expect(await history(plan)).toEqual(told);
  });

  it('keeps what is written anew while it is hidden', async () => {
    const draft = await hand.withGoals(await hand.begin(), ['Om Karin']);
    const goalId = draft.goals[0]!.id;
    const { body } = await hide('goal', goalId, eva!);
    const { version } = (await read(draft, eva!)).goals[0]!;
    expect((await eva!.patch(`/api/goals/${goalId}`, { title: 'Om stöd' }, version)).status).toBe(200);
    await eva!.post(`/api/sensitive-texts/${body.id}/restore`);
    expect((await read(draft, eva!)).goals[0]?.title).toBe('Om stöd');
  });

  it('is hidden by whoever reads it in its counties, not by others, and only once', async () => {
    const { plan, goalId } = await aPlan('Märta');
    expect((await read(plan, per)).allowed.hideWords).toBe(false);
    expect((await hide('goal', goalId, per)).status).toBe(404);
    expect((await read(plan)).allowed.hideWords).toBe(true);
    const frame = await app.sql<{ id: string }>(`select id from goal where key like 'nat%' limit 1`);
    expect((await hide('goal', frame[0]?.id ?? '')).status).toBe(404);
    expect((await hide('goal', goalId)).status).toBe(201);
    expect((await hide('goal', goalId)).status).toBe(404);
    expect((await hide('other', goalId)).status).toBe(404);
  });
});
