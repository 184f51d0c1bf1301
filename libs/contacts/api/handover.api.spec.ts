import type { ContactFunction, Handover, HandoverList } from '@samverkan/contacts/contract';
import { type Client, type TestApp, handoverHand, testApp } from '@samverkan/testing';

/** What the tests look at in an action; its own area has the whole. */
interface Action {
  id: string;
  status: string;
  cancelReason: string | null;
  responsibleFunction: string | null;
  responsibleFunctionId: string | null;
}

let app: TestApp;
let hand: ReturnType<typeof handoverHand>;
let leaving: Client;
let colleague: Client;
let county: Client;
let stranger: Client;
beforeAll(async () => {
  app = await testApp();
  hand = handoverHand(app);
  leaving = await app.someone('coordinator', 'municipality:2283');
  colleague = await app.someone('coordinator', 'municipality:2283');
  county = await app.someone('county_staff', 'county_board:22');
  stranger = await app.someone('coordinator', 'municipality:2282');
});
afterAll(() => app.close());

describe('whoever leaves a function', () => {
  let post: ContactFunction;
  let other: ContactFunction;
  let actions: Action[];
  beforeAll(async () => {
    post = await hand.aFunction(colleague, 'Samordnare som slutar', await hand.userOf(leaving));
    other = await hand.aFunction(colleague, 'Annan samordnare', await hand.userOf(colleague));
    actions = [];
    for (const title of ['Att ta över', 'Att ge vidare', 'Att fråga om', 'Att avsluta'])
      actions.push(await hand.anAction<Action>(leaving, title, post.id));
    actions.push(
      await hand.anAction<Action>(leaving, 'Internt utkast', post.id, { status: 'draft', visibility: 'own' }),
    );
    await hand.endMembership(await hand.userOf(leaving));
  });

  it('leaves the function vacant and all that was open with it on one screen, the day her membership ends', async () => {
    const shown = (await colleague.get<ContactFunction>(`/api/contacts/${post.id}`)).body;
    expect(shown.vacantSince).not.toBeNull();
    expect(shown.holders[0]).toMatchObject({ current: false });
    const handover = await hand.of(colleague, 'Samordnare som slutar');
    expect(handover.items.map(({ title, decision }) => [title, decision])).toEqual([
      ['Att avsluta', null],
      ['Att fråga om', null],
      ['Att ge vidare', null],
      ['Att ta över', null],
      ['Internt utkast', null],
    ]);
    expect((await leaving.get('/api/handovers')).status).toBe(401);
  });

  it('tells her colleagues and the county on their start pages', async () => {
    const waits = async (client: Client) =>
      Object.fromEntries(
        (await client.get<{ items: { kind: string; count: number }[] }>('/api/activity/waiting')).body.items.map(
          ({ kind, count }) => [kind, count],
        ),
      );
    expect((await waits(colleague))['contacts.handover']).toBe(5);
    expect((await waits(county))['contacts.vacant']).toBeGreaterThan(0);
    expect((await waits(stranger))['contacts.handover']).toBeUndefined();
  });

  it('is nothing to others: not the screen, not a deed', async () => {
    const handover = await hand.of(colleague, 'Samordnare som slutar');
    expect((await hand.handovers(stranger)).map((one) => one.id)).not.toContain(handover.id);
    expect((await hand.decide(stranger, handover, 'Att ta över', 'taken')).status).toBe(404);
    expect((await hand.decide(county, handover, 'Att ta över', 'taken')).status).toBe(404);
  });

  it('has each piece taken over, given to another function, asked of the county or ended, and history says who did it', async () => {
    const handover = await hand.of(colleague, 'Samordnare som slutar');
    expect((await hand.decide(colleague, handover, 'Att ta över', 'taken')).status).toBe(200);
    expect((await hand.decide(colleague, handover, 'Att ge vidare', 'moved', { toFunctionId: other.id })).status).toBe(
      200,
    );
    expect((await hand.decide(colleague, handover, 'Att fråga om', 'asked')).status).toBe(200);
    const last = await hand.decide(colleague, handover, 'Att avsluta', 'closed', { reason: 'Behövs inte längre' });
    expect(last.body.items.map(({ title, decision }) => [title, decision])).toEqual([
      ['Att avsluta', 'closed'],
      ['Att fråga om', 'asked'],
      ['Att ge vidare', 'moved'],
      ['Att ta över', 'taken'],
      ['Internt utkast', null],
    ]);
    const given = (await colleague.get<Action>(`/api/actions/${actions[1]?.id}`)).body;
    expect([given.responsibleFunctionId, given.responsibleFunction]).toEqual([other.id, 'Annan samordnare']);
    const ended = (await colleague.get<Action>(`/api/actions/${actions[3]?.id}`)).body;
    expect([ended.status, ended.cancelReason]).toEqual(['cancelled', 'Behövs inte längre']);
    const history = (
      await colleague.get<{ items: { what: string; before: unknown; after: unknown }[] }>(
        `/api/actions/${actions[1]?.id}/history`,
      )
    ).body;
    expect(history.items[0]).toMatchObject({
      what: 'responsibleFunction',
      before: 'Samordnare som slutar',
      after: 'Annan samordnare',
    });
  });

  it('cannot have what the county does not see asked of it, nor anything decided twice', async () => {
    const handover = await hand.of(colleague, 'Samordnare som slutar');
    const hidden = await hand.decide(colleague, handover, 'Internt utkast', 'asked');
    expect([hidden.status, hidden.body.code]).toEqual([409, 'handover.county-cannot-see']);
    const twice = await hand.decide(colleague, handover, 'Att ta över', 'taken');
    expect([twice.status, twice.body.code]).toEqual([409, 'handover.already-decided']);
  });

  it('refuses a deed without its function or reason, and one to a function of somebody else, by the path', async () => {
    const handover = await hand.of(colleague, 'Samordnare som slutar');
    const paths = async (decision: string, more: object) =>
      (await hand.decide(colleague, handover, 'Internt utkast', decision, more)).body.issues.map(({ path }) => path);
    expect(await paths('moved', {})).toEqual(['toFunctionId']);
    expect(await paths('closed', {})).toEqual(['reason']);
    const theirs = await hand.aFunction(stranger, 'Deras funktion');
    expect(await paths('moved', { toFunctionId: theirs.id })).toEqual(['toFunctionId']);
    expect(await paths('closed', { reason: 'Gäller 19121212-1212' })).toEqual(['reason']);
  });

  it('has each decision taken back, and what was ended or moved is again as it was', async () => {
    const handover = await hand.of(colleague, 'Samordnare som slutar');
    for (const title of ['Att avsluta', 'Att ge vidare']) {
      const { area, objectId } = handover.items.find((item) => item.title === title) ?? { area: '', objectId: '' };
      expect((await colleague.post(`/api/handovers/${handover.id}/decisions/undo`, { area, objectId })).status).toBe(
        200,
      );
    }
    expect((await colleague.get<Action>(`/api/actions/${actions[3]?.id}`)).body.status).toBe('planned');
    expect((await colleague.get<Action>(`/api/actions/${actions[1]?.id}`)).body.responsibleFunctionId).toBe(post.id);
  });

  it('lets the county board take what it was asked about, or give it back', async () => {
    const asked = (await county.get<HandoverList>('/api/handovers/asked')).body.items;
    const [handover] = asked.filter((one) => one.function.title === 'Samordnare som slutar');
    expect(handover?.items.map(({ title }) => title)).toEqual(['Att fråga om']);
    const piece = { area: 'actions', objectId: handover?.items[0]?.objectId };
    const desk = await hand.aFunction(county, 'Länets samordning');
    const back = await county.post<HandoverList>(`/api/handovers/${handover?.id}/answers`, {
      ...piece,
      toFunctionId: null,
    });
    expect(back.body.items.map((one) => one.id)).not.toContain(handover?.id);
    const mine = await hand.of(colleague, 'Samordnare som slutar');
    expect(mine.items.find(({ title }) => title === 'Att fråga om')).toMatchObject({ decision: null, returned: true });
    await hand.decide(colleague, mine, 'Att fråga om', 'asked');
    const taken = await county.post(`/api/handovers/${handover?.id}/answers`, { ...piece, toFunctionId: desk.id });
    expect(taken.status).toBe(200);
    expect((await colleague.get<Action>(`/api/actions/${piece.objectId}`)).body.responsibleFunction).toBe(
      'Länets samordning',
    );
  });

  it('is settled when everything has an owner, in one act for all that is left', async () => {
    const handover = await hand.of(colleague, 'Samordnare som slutar');
    const left = handover.items
      .filter(({ decision }) => decision === null)
      .map(({ area, objectId }) => ({ area, objectId }));
    const done = await colleague.post<Handover>(`/api/handovers/${handover.id}/decisions`, {
      items: left,
      decision: 'taken',
    });
    expect(done.body.settledAt).not.toBeNull();
    expect(done.body.items.every(({ decision }) => decision !== null)).toBe(true);
  });
});

describe('a planned end', () => {
  it('begins the handover before she has left, and is taken back with it', async () => {
    const post = await hand.aFunction(colleague, 'Samordnare på väg', await hand.userOf(colleague));
    await hand.anAction(colleague, 'Pågående arbete', post.id);
    const holder = post.holders[0]?.id ?? '';
    await colleague.post(`/api/contacts/${post.id}/holders/${holder}/end`, { lastDay: '2099-12-31' });
    expect((await hand.of(colleague, 'Samordnare på väg')).items).toHaveLength(1);
    await colleague.send(
      'PUT',
      `/api/contacts/${post.id}/holders/${holder}`,
      { naming: 'named', userId: await hand.userOf(colleague), validFrom: post.holders[0]?.validFrom, validTo: null },
      {},
    );
    expect(await hand.of(colleague, 'Samordnare på väg')).toBeUndefined();
  });
});

describe('nothing becomes ownerless', () => {
  it('when a function is taken out of use: it says what is still open with it', async () => {
    const post = await hand.aFunction(colleague, 'Läggs ned', await hand.userOf(colleague));
    await hand.anAction(colleague, 'Ännu öppet', post.id);
    const answer = await colleague.post<{ code: string }>(`/api/contacts/${post.id}/retire`, {});
    expect([answer.status, answer.body.code]).toEqual([409, 'contact.has-open-work']);
  });
});
