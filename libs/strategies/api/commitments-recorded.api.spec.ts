// Commitments that the county writes down for a party, and the functions that answer for them.
import type { Handover } from '@samverkan/contacts/contract';
import type { Commitment, Strategy } from '@samverkan/strategies/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let [eva, samir]: Client[] = [];
let goalId = '';
beforeAll(async () => {
  app = await testApp();
  [eva, samir] = [await app.signIn('eva.berglind'), await app.signIn('samir.lund')];
  goalId =
    (
      await app.sql<{ id: string }>(
        `select g.id from goal g join strategy s on s.id = g.strategy_id where s.key = 'reg-22-handlingsplan-2022' and g.number = '1' and g.kind = 'goal'`,
      )
    )[0]?.id ?? '';
});
afterAll(() => app.close());

const partyOf = async (key: string) =>
  (await app.sql<{ id: string }>('select id from organization where key = $1', [key]))[0]?.id ?? '';
const aFunction = async (by: Client, title: string) =>
  (await by.post<{ id: string }>('/api/contacts', { title, visibility: 'county', holder: { naming: 'unnamed' } })).body;

describe('a commitment that the county writes down for a party', () => {
  it('waits until the party says that it stands, and names the function that answers for it', async () => {
    const coordinator = await app.someone('coordinator', 'municipality:2281');
    const post = await aFunction(coordinator, 'Samordnare för åtaganden');
    const organizationId = await partyOf('municipality:2281');
    const input = { goalId, organizationId, text: 'Vi prövar ett arbetssätt', functionId: post.id };
    const made = await eva!.post<Commitment>('/api/commitments', input);
    expect([made.status, made.body]).toMatchObject([
      201,
      {
        organization: { id: organizationId },
        confirmedOn: null,
        function: { id: post.id, title: 'Samordnare för åtaganden' },
      },
    ]);
    const confirmed = await coordinator.post<Commitment>(`/api/commitments/${made.body.id}/confirmation`, {});
    expect(confirmed.body.confirmedOn).not.toBeNull();
    expect((await samir!.post('/api/commitments', input)).status).toBe(403);
    const others = await eva!.post('/api/commitments', {
      ...input,
      functionId: (await aFunction(samir!, 'Hos en annan')).id,
    });
    expect([others.status, others.body]).toMatchObject([400, { issues: [{ path: 'functionId' }] }]);
  });

  it('is open work of its function, and is given on when its holder leaves', async () => {
    const leaver = await app.someone('coordinator', 'municipality:2284');
    const stays = await app.someone('coordinator', 'municipality:2284');
    const userId = (await leaver.get<{ user: { id: string } }>('/api/session')).body.user.id;
    const post = (
      await stays.post<{ id: string }>('/api/contacts', {
        title: 'Den som går',
        visibility: 'county',
        holder: { naming: 'named', userId },
      })
    ).body;
    const next = await aFunction(stays, 'Den som tar över');
    const made = await stays.post<Commitment>('/api/commitments', {
      goalId,
      text: 'Vi lovar något',
      functionId: post.id,
    });
    await app.sql('update membership set valid_to = today() - 1 where user_id = $1', [userId]);
    await app.sql(
      `update contact_holder set valid_to = today() - 1, valid_from = today() - 30 where function_id = $1`,
      [post.id],
    );
    const open = async () =>
      (await stays.get<{ items: Handover[] }>('/api/handovers')).body.items.find(
        ({ function: of }) => of.id === post.id,
      );
    const handover = (await open()) as Handover;
    expect(handover.items).toMatchObject([
      { area: 'commitments', objectId: made.body.id, title: 'Vi lovar något', canAsk: false },
    ]);
    const items = [{ area: 'commitments', objectId: made.body.id }];
    const moved = await stays.post(`/api/handovers/${handover.id}/decisions`, {
      items,
      decision: 'moved',
      toFunctionId: next.id,
    });
    expect(moved.status).toBeLessThan(300);
    const { body } = await stays.get<{ items: Commitment[] }>(`/api/commitments?goal=${goalId}`);
    expect(body.items.find(({ id }) => id === made.body.id)?.function?.id).toBe(next.id);
  });
});

describe('a draft that is begun', () => {
  it('says at once which frames it implements; a national frame, who decides on it', async () => {
    const frame = (await app.sql<{ id: string }>(`select id from strategy where key = 'nat-2017-2026'`))[0]?.id ?? '';
    const draft = await eva!.post<Strategy>('/api/strategies', {
      kind: 'action_plan',
      title: 'Plan med ram',
      shortTitle: 'Med ram',
      frameIds: [frame],
    });
    expect(draft.body.implements.map(({ id }) => id)).toEqual([frame]);
    const wider = await eva!.patch<Strategy>(
      `/api/strategies/${draft.body.id}`,
      { countyCodes: ['22', '23'] },
      draft.body.version,
    );
    expect(wider.body.countyCodes).toEqual(['22', '23']);
  });
});
