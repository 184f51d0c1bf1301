// What comes back to its owner, and what two do with a handover at the same time.
import { type Client, type TestApp, until, interrupted, handoverHand, testApp } from '@samverkan/testing';

/** What the tests look at in an action; its own area has the whole. */
interface Action {
  id: string;
  responsibleFunction: string | null;
}

let app: TestApp;
let hand: ReturnType<typeof handoverHand>;
let colleague: Client;
let county: Client;
beforeAll(async () => {
  app = await testApp();
  hand = handoverHand(app);
  colleague = await app.someone('coordinator', 'municipality:2283');
  county = await app.someone('county_staff', 'county_board:22');
});
afterAll(() => app.close());

describe('a handover of one piece', () => {
  const waits = async () =>
    (await colleague.get<{ items: { kind: string; count: number }[] }>('/api/activity/waiting')).body.items.find(
      ({ kind }) => kind === 'contacts.handover',
    )?.count ?? 0;

  /** Somebody has left a function with one action, and the county board is asked about it. */
  const asked = async (title: string, piece: string) => {
    const gone = await app.someone('coordinator', 'municipality:2283');
    const post = await hand.aFunction(colleague, title, await hand.userOf(gone));
    const action = await hand.anAction(gone, piece, post.id);
    await hand.endMembership(await hand.userOf(gone));
    const before = await waits();
    const { body } = await hand.decide(colleague, await hand.of(colleague, title), piece, 'asked');
    return { handover: body, action, before, item: { area: 'actions', objectId: action.id } };
  };

  it('waits for its owner again when the county board gives the piece back', async () => {
    const { handover, before, item } = await asked('Lämnad med en sak', 'Ges tillbaka');
    expect(handover.settledAt).not.toBeNull();
    expect(await waits()).toBe(before - 1);
    await county.post(`/api/handovers/${handover.id}/answers`, { ...item, toFunctionId: null });
    expect(await waits()).toBe(before);
    const again = await hand.of(colleague, 'Lämnad med en sak');
    expect(again.settledAt).toBeNull();
    expect(again.items).toMatchObject([{ title: 'Ges tillbaka', decision: null, returned: true }]);
    expect((await hand.decide(colleague, again, 'Ges tillbaka', 'taken')).body.settledAt).not.toBeNull();
  });

  it('is open when one decides on the last piece as the county board gives another back, whoever is first', async () => {
    for (const first of ['owner', 'county']) {
      const title = `Två samtidigt, ${first}`;
      const gone = await app.someone('coordinator', 'municipality:2283');
      const post = await hand.aFunction(colleague, title, await hand.userOf(gone));
      const action = await hand.anAction(gone, 'Frågas om', post.id);
      await hand.anAction(gone, 'Tas över sist', post.id);
      await hand.endMembership(await hand.userOf(gone));
      const { body } = await hand.decide(colleague, await hand.of(colleague, title), 'Frågas om', 'asked');
      const deeds = [
        () => hand.decide(colleague, body, 'Tas över sist', 'taken'),
        () =>
          county.post(`/api/handovers/${body.id}/answers`, {
            area: 'actions',
            objectId: action.id,
            toFunctionId: null,
          }),
      ];
      if (first === 'county') deeds.reverse();
      // Both come to the handover while somebody else holds it, the one after the other.
      const waiting = (many: number) =>
        until(
          () => app.sql('select distinct pid from pg_locks where not granted'),
          ({ length }) => length === many,
        );
      await app.sql('begin');
      await app.sql('select 1 from handover where id = $1 for update', [body.id]);
      const under = [];
      for (const deed of deeds) {
        under.push(deed());
        await waiting(under.length);
      }
      await app.sql('commit');
      const answers = await Promise.all(under);
      expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
      const { settledAt, items } = await hand.of(colleague, title);
      expect([settledAt, items.map(({ decision }) => decision)]).toEqual([null, [null, 'taken']]);
    }
  }, 30_000);

  it('is decided on once when two decide at the same time', async () => {
    const gone = await app.someone('coordinator', 'municipality:2283');
    const post = await hand.aFunction(colleague, 'Två om en sak', await hand.userOf(gone));
    await hand.anAction(gone, 'Bara en gång', post.id);
    await hand.endMembership(await hand.userOf(gone));
    const handover = await hand.of(colleague, 'Två om en sak');
    const answers = await Promise.all(
      ['taken', 'asked'].map((how) => hand.decide(colleague, handover, 'Bara en gång', how)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('moves nothing when whoever asked takes the question back as the county board answers, nor the other way', async () => {
    const { handover, action, item } = await asked('Lämnad och ångrad', 'Tas tillbaka');
    const desk = await hand.aFunction(county, 'Länets andra samordning');
    const meanwhile = await interrupted(app, 'delete from handover_item where handover_id = $1', [handover.id], () =>
      county.post<{ code: string }>(`/api/handovers/${handover.id}/answers`, { ...item, toFunctionId: desk.id }),
    );
    expect([meanwhile.status, meanwhile.body.code]).toEqual([409, 'handover.already-decided']);
    expect((await colleague.get<Action>(`/api/actions/${action.id}`)).body.responsibleFunction).toBe(
      'Lämnad och ångrad',
    );
    await hand.decide(colleague, await hand.of(colleague, 'Lämnad och ångrad'), 'Tas tillbaka', 'asked');
    const late = await interrupted(
      app,
      `update handover_item set decision = 'moved', to_function = $2 where handover_id = $1`,
      [handover.id, desk.id],
      () => colleague.post<{ code: string }>(`/api/handovers/${handover.id}/decisions/undo`, item),
    );
    expect([late.status, late.body.code]).toEqual([409, 'handover.already-decided']);
    expect(await app.sql('select decision from handover_item where handover_id = $1', [handover.id])).toEqual([
      { decision: 'moved' },
    ]);
  });
});
