import type { ContactFunction, Handover, HandoverList } from '@samverkan/contacts/contract';
import { type Client, type TestApp, comes, interrupted, testApp } from '@samverkan/testing';

/** What the tests look at in an action; its own area has the whole. */
interface Action {
  id: string;
  status: string;
  cancelReason: string | null;
  responsibleFunction: string | null;
  responsibleFunctionId: string | null;
}

let app: TestApp;
let leaving: Client;
let colleague: Client;
let county: Client;
let stranger: Client;
beforeAll(async () => {
  app = await testApp();
  leaving = await app.someone('coordinator', 'municipality:2283');
  colleague = await app.someone('coordinator', 'municipality:2283');
  county = await app.someone('county_staff', 'county_board:22');
  stranger = await app.someone('coordinator', 'municipality:2282');
});
afterAll(() => app.close());

const userOf = async (client: Client) => (await client.get<{ user: { id: string } }>('/api/session')).body.user.id;
const aFunction = async (client: Client, title: string, userId: string | null = null) =>
  (
    await client.post<ContactFunction>('/api/contacts', {
      title,
      visibility: 'members',
      holder: userId ? { naming: 'named', userId, validFrom: '2026-01-01' } : null,
    })
  ).body;
const anAction = async (client: Client, title: string, functionId: string, more: object = {}) =>
  (
    await client.post<Action>('/api/actions', {
      title,
      kind: 'other',
      status: 'planned',
      visibility: 'county',
      municipalityCodes: ['2283'],
      responsibleFunctionId: functionId,
      ...more,
    })
  ).body;
const handovers = async (client: Client) => (await client.get<HandoverList>('/api/handovers')).body.items;
const of = async (client: Client, title: string) =>
  (await handovers(client)).find((one) => one.function.title === title) as Handover;
const decide = (client: Client, handover: Handover, title: string, decision: string, more: object = {}) =>
  client.post<Handover & { code: string; issues: { path: string }[] }>(`/api/handovers/${handover.id}/decisions`, {
    items: handover.items.filter((item) => item.title === title).map(({ area, objectId }) => ({ area, objectId })),
    decision,
    ...more,
  });
const endMembership = (userId: string, day = 'today() - 1') =>
  app.sql(`update membership set valid_to = ${day} where user_id = $1`, [userId]);

describe('whoever leaves a function', () => {
  let post: ContactFunction;
  let other: ContactFunction;
  let actions: Action[];
  beforeAll(async () => {
    post = await aFunction(colleague, 'Samordnare som slutar', await userOf(leaving));
    other = await aFunction(colleague, 'Annan samordnare', await userOf(colleague));
    actions = [];
    for (const title of ['Att ta över', 'Att ge vidare', 'Att fråga om', 'Att avsluta'])
      actions.push(await anAction(leaving, title, post.id));
    actions.push(await anAction(leaving, 'Internt utkast', post.id, { status: 'draft', visibility: 'own' }));
    await endMembership(await userOf(leaving));
  });

  it('leaves the function vacant and all that was open with it on one screen, the day her membership ends', async () => {
    const shown = (await colleague.get<ContactFunction>(`/api/contacts/${post.id}`)).body;
    expect(shown.vacantSince).not.toBeNull();
    expect(shown.holders[0]).toMatchObject({ current: false });
    const handover = await of(colleague, 'Samordnare som slutar');
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
    const handover = await of(colleague, 'Samordnare som slutar');
    expect((await handovers(stranger)).map((one) => one.id)).not.toContain(handover.id);
    expect((await decide(stranger, handover, 'Att ta över', 'taken')).status).toBe(404);
    expect((await decide(county, handover, 'Att ta över', 'taken')).status).toBe(404);
  });

  it('has each piece taken over, given to another function, asked of the county or ended, and history says who did it', async () => {
    const handover = await of(colleague, 'Samordnare som slutar');
    expect((await decide(colleague, handover, 'Att ta över', 'taken')).status).toBe(200);
    expect((await decide(colleague, handover, 'Att ge vidare', 'moved', { toFunctionId: other.id })).status).toBe(200);
    expect((await decide(colleague, handover, 'Att fråga om', 'asked')).status).toBe(200);
    const last = await decide(colleague, handover, 'Att avsluta', 'closed', { reason: 'Behövs inte längre' });
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
    const handover = await of(colleague, 'Samordnare som slutar');
    const hidden = await decide(colleague, handover, 'Internt utkast', 'asked');
    expect([hidden.status, hidden.body.code]).toEqual([409, 'handover.county-cannot-see']);
    const twice = await decide(colleague, handover, 'Att ta över', 'taken');
    expect([twice.status, twice.body.code]).toEqual([409, 'handover.already-decided']);
  });

  it('refuses a deed without its function or reason, and one to a function of somebody else, by the path', async () => {
    const handover = await of(colleague, 'Samordnare som slutar');
    const paths = async (decision: string, more: object) =>
      (await decide(colleague, handover, 'Internt utkast', decision, more)).body.issues.map(({ path }) => path);
    expect(await paths('moved', {})).toEqual(['toFunctionId']);
    expect(await paths('closed', {})).toEqual(['reason']);
    const theirs = await aFunction(stranger, 'Deras funktion');
    expect(await paths('moved', { toFunctionId: theirs.id })).toEqual(['toFunctionId']);
    expect(await paths('closed', { reason: 'Gäller 19121212-1212' })).toEqual(['reason']);
  });

  it('has each decision taken back, and what was ended or moved is again as it was', async () => {
    const handover = await of(colleague, 'Samordnare som slutar');
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
    const desk = await aFunction(county, 'Länets samordning');
    const back = await county.post<HandoverList>(`/api/handovers/${handover?.id}/answers`, {
      ...piece,
      toFunctionId: null,
    });
    expect(back.body.items.map((one) => one.id)).not.toContain(handover?.id);
    const mine = await of(colleague, 'Samordnare som slutar');
    expect(mine.items.find(({ title }) => title === 'Att fråga om')).toMatchObject({ decision: null, returned: true });
    await decide(colleague, mine, 'Att fråga om', 'asked');
    const taken = await county.post(`/api/handovers/${handover?.id}/answers`, { ...piece, toFunctionId: desk.id });
    expect(taken.status).toBe(200);
    expect((await colleague.get<Action>(`/api/actions/${piece.objectId}`)).body.responsibleFunction).toBe(
      'Länets samordning',
    );
  });

  it('is settled when everything has an owner, in one act for all that is left', async () => {
    const handover = await of(colleague, 'Samordnare som slutar');
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

describe('a handover of one piece', () => {
  const waits = async () =>
    (await colleague.get<{ items: { kind: string; count: number }[] }>('/api/activity/waiting')).body.items.find(
      ({ kind }) => kind === 'contacts.handover',
    )?.count ?? 0;

  /** Somebody has left a function with one action, and the county board is asked about it. */
  const asked = async (title: string, piece: string) => {
    const gone = await app.someone('coordinator', 'municipality:2283');
    const post = await aFunction(colleague, title, await userOf(gone));
    const action = await anAction(gone, piece, post.id);
    await endMembership(await userOf(gone));
    const before = await waits();
    const { body } = await decide(colleague, await of(colleague, title), piece, 'asked');
    return { handover: body, action, before, item: { area: 'actions', objectId: action.id } };
  };

  it('waits for its owner again when the county board gives the piece back', async () => {
    const { handover, before, item } = await asked('Lämnad med en sak', 'Ges tillbaka');
    expect(handover.settledAt).not.toBeNull();
    expect(await waits()).toBe(before - 1);
    await county.post(`/api/handovers/${handover.id}/answers`, { ...item, toFunctionId: null });
    expect(await waits()).toBe(before);
    const again = await of(colleague, 'Lämnad med en sak');
    expect(again.settledAt).toBeNull();
    expect(again.items).toMatchObject([{ title: 'Ges tillbaka', decision: null, returned: true }]);
    expect((await decide(colleague, again, 'Ges tillbaka', 'taken')).body.settledAt).not.toBeNull();
  });

  it('is open when one decides on the last piece as the county board gives another back, whoever is first', async () => {
    for (const first of ['owner', 'county']) {
      const title = `Två samtidigt, ${first}`;
      const gone = await app.someone('coordinator', 'municipality:2283');
      const post = await aFunction(colleague, title, await userOf(gone));
      const action = await anAction(gone, 'Frågas om', post.id);
      await anAction(gone, 'Tas över sist', post.id);
      await endMembership(await userOf(gone));
      const { body } = await decide(colleague, await of(colleague, title), 'Frågas om', 'asked');
      const deeds = [
        () => decide(colleague, body, 'Tas över sist', 'taken'),
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
        comes(
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
      const { settledAt, items } = await of(colleague, title);
      expect([settledAt, items.map(({ decision }) => decision)]).toEqual([null, [null, 'taken']]);
    }
  }, 30_000);

  it('is decided on once when two decide at the same time', async () => {
    const gone = await app.someone('coordinator', 'municipality:2283');
    const post = await aFunction(colleague, 'Två om en sak', await userOf(gone));
    await anAction(gone, 'Bara en gång', post.id);
    await endMembership(await userOf(gone));
    const handover = await of(colleague, 'Två om en sak');
    const answers = await Promise.all(
      ['taken', 'asked'].map((how) => decide(colleague, handover, 'Bara en gång', how)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('moves nothing when whoever asked takes the question back as the county board answers, nor the other way', async () => {
    const { handover, action, item } = await asked('Lämnad och ångrad', 'Tas tillbaka');
    const desk = await aFunction(county, 'Länets andra samordning');
    const meanwhile = await interrupted(app, 'delete from handover_item where handover_id = $1', [handover.id], () =>
      county.post<{ code: string }>(`/api/handovers/${handover.id}/answers`, { ...item, toFunctionId: desk.id }),
    );
    expect([meanwhile.status, meanwhile.body.code]).toEqual([409, 'handover.already-decided']);
    expect((await colleague.get<Action>(`/api/actions/${action.id}`)).body.responsibleFunction).toBe(
      'Lämnad och ångrad',
    );
    await decide(colleague, await of(colleague, 'Lämnad och ångrad'), 'Tas tillbaka', 'asked');
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

describe('a planned end', () => {
  it('begins the handover before she has left, and is taken back with it', async () => {
    const post = await aFunction(colleague, 'Samordnare på väg', await userOf(colleague));
    await anAction(colleague, 'Pågående arbete', post.id);
    const holder = post.holders[0]?.id ?? '';
    await colleague.post(`/api/contacts/${post.id}/holders/${holder}/end`, { lastDay: '2099-12-31' });
    expect((await of(colleague, 'Samordnare på väg')).items).toHaveLength(1);
    await colleague.send(
      'PUT',
      `/api/contacts/${post.id}/holders/${holder}`,
      { naming: 'named', userId: await userOf(colleague), validFrom: post.holders[0]?.validFrom, validTo: null },
      {},
    );
    expect(await of(colleague, 'Samordnare på väg')).toBeUndefined();
  });
});

describe('nothing becomes ownerless', () => {
  it('when a function is taken out of use: it says what is still open with it', async () => {
    const post = await aFunction(colleague, 'Läggs ned', await userOf(colleague));
    await anAction(colleague, 'Ännu öppet', post.id);
    const answer = await colleague.post<{ code: string }>(`/api/contacts/${post.id}/retire`, {});
    expect([answer.status, answer.body.code]).toEqual([409, 'contact.has-open-work']);
  });
});
