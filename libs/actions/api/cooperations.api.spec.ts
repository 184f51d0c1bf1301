// Not doing what the neighbour does (M2): one proposes, the other says yes, and what was two is one, with two owners, counted once everywhere.
import type { Action, ActionHistory, ActionPage, Cooperation, Cooperations } from '@samverkan/actions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let kramfors: Client;
let solleftea: Client;
let eva: Client;
let jon: Client;
let lyktan: Client;
let goals: string[];
beforeAll(async () => {
  app = await testApp();
  kramfors = await app.someone('coordinator', 'municipality:2282');
  solleftea = await app.someone('coordinator', 'municipality:2283');
  eva = await app.someone('county_staff', 'county_board:22');
  jon = await app.someone('partner', 'national:polismyndigheten');
  lyktan = await app.someone('partner', 'demo:lyktan');
  const rows = await app.sql<{ id: string }>(
    `select id from goal where key = any (array['reg-22-handlingsplan-2022:1', 'reg-22-handlingsplan-2022:2']) order by key`,
  );
  goals = rows.map(({ id }) => id);
});
afterAll(() => app.close());

const organization = async (key: string) =>
  (await app.sql<{ id: string }>('select id from organization where key = $1', [key]))[0]?.id ?? '';
const log = async (by: Client, fields: object = {}) => {
  const given = { title: 'Utbildning i FREDA', kind: 'training', status: 'planned', visibility: 'county', ...fields };
  const answer = await by.post<Action>('/api/actions', given);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
};
const open = async (by: Client, id: string) => by.get<Action>(`/api/actions/${id}`);
const propose = (by: Client, id: string, body: object = {}) =>
  by.post<Cooperation>(`/api/actions/${id}/proposals`, body);
const invite = (by: Client, id: string, body: object) => by.post<Cooperation>(`/api/actions/${id}/invitations`, body);
const say = <T = Cooperation>(by: Client, { id }: { id: string }, verb: string, body: object = {}) =>
  by.post<T>(`/api/cooperations/${id}/${verb}`, body);
const history = async (by: Client, id: string) =>
  (await by.get<ActionHistory>(`/api/actions/${id}/history`)).body.items.map(({ what, after }) => [what, after]);
const waiting = async (by: Client) => {
  const { body } = await by.get<{ items: { kind: string; count: number }[] }>('/api/activity/waiting');
  return body.items.find(({ kind }) => kind === 'actions.cooperation')?.count ?? 0;
};
const news = async (by: Client) => {
  const { body } = await by.get<{ items: { kind: string; title: string }[] }>('/api/activity?size=20');
  return body.items.map(({ kind, title }) => `${kind}: ${title}`);
};

describe('proposing to join what the neighbour plans', () => {
  it('makes one of two plans: two owners, the places and goals of both, counted once everywhere, and the own plan leads on', async () => {
    const [theirs, own] = [
      await log(solleftea, { goalIds: [goals[0]], municipalityCodes: ['2283'] }),
      await log(kramfors, {
        title: 'FREDA hos oss',
        goalIds: [goals[1]],
        municipalityCodes: ['2282'],
        status: 'draft',
        visibility: 'own',
      }),
    ];
    const faults = () => app.sql('select * from coverage_faults()');
    const openIn = async (code: string) =>
      (await eva.get<ActionPage>(`/api/actions?municipality=${code}&status=planned&size=1`)).body.total;
    const [before, beforeHome] = [await openIn('2283'), await openIn('2282')];
    const asked = await propose(kramfors, theirs.id, { ownActionId: own.id, closesOwn: true, message: 'Ska vi?' });
    expect([asked.status, asked.body]).toMatchObject([
      201,
      {
        kind: 'proposal',
        state: 'open',
        role: 'owner',
        closesOwn: true,
        ownAction: { title: 'FREDA hos oss' },
        allowed: { answer: false, withdraw: true },
      },
    ]);

    // The other side sees it where she waits for things; of the draft behind it only what comes with it.
    expect([await waiting(solleftea), await waiting(kramfors)]).toEqual([1, 0]);
    expect(await news(solleftea)).toContain('cooperation.proposed: Utbildning i FREDA');
    const met = (await solleftea.get<Cooperation>(`/api/cooperations/${asked.body.id}`)).body;
    expect(met).toMatchObject({
      message: 'Ska vi?',
      ownAction: null,
      brings: { municipalityCodes: ['2282'], goals: [{ id: goals[1] }] },
      allowed: { answer: true, withdraw: false, undo: false, remind: false },
    });
    expect((await say(kramfors, asked.body, 'accept')).status).toBe(403);

    const { status, body } = await say(solleftea, asked.body, 'accept', { answer: 'Gärna!' });
    expect([status, body]).toMatchObject([200, { state: 'accepted', answer: 'Gärna!', allowed: { undo: true } }]);
    const joint = (await open(kramfors, theirs.id)).body;
    expect(joint).toMatchObject({
      municipalityCodes: ['2283', '2282'],
      allowed: { edit: true, leave: true, propose: false },
    });
    expect(joint.owners.map(({ name }) => name)).toEqual(['Sollefteå kommun', 'Kramfors kommun']);
    expect(joint.goals.map(({ id }) => id).sort()).toEqual([...goals].sort());
    expect((await open(kramfors, own.id)).body).toMatchObject({
      status: 'cancelled',
      joinedInto: { id: theirs.id, title: 'Utbildning i FREDA' },
    });
    expect([await openIn('2283'), await openIn('2282')]).toEqual([before, beforeHome + 1]);
    expect(await faults()).toEqual([]);
    const { body: both } = await eva.get<ActionPage>(`/api/actions?goal=${goals.join(',')}&q=Utbildning%20i%20FREDA`);
    expect(both.items.filter(({ id }) => id === theirs.id)).toHaveLength(1);
    expect(await history(kramfors, theirs.id)).toEqual(
      expect.arrayContaining([
        ['joined', 'Kramfors kommun'],
        ['proposed', 'Kramfors kommun'],
      ]),
    );
    expect(await news(kramfors)).toEqual(
      expect.arrayContaining(['cooperation.accepted: Utbildning i FREDA', 'action.joined: Utbildning i FREDA']),
    );

    // Taken back while nothing is built on it: two again, as they were.
    const back = await say<Cooperations>(solleftea, asked.body, 'undo');
    expect([back.status, back.text]).toEqual([200, back.text]);
    expect(back.body.items[0]).toMatchObject({ state: 'open' });
    expect((await open(kramfors, own.id)).body).toMatchObject({ status: 'draft', joinedInto: null });
    expect((await open(solleftea, theirs.id)).body).toMatchObject({
      municipalityCodes: ['2283'],
      owners: [{ name: 'Sollefteå kommun' }],
    });
    expect(await faults()).toEqual([]);
    await say(solleftea, asked.body, 'accept');
    const { body: now } = await open(kramfors, theirs.id);
    await kramfors.patch(`/api/actions/${theirs.id}`, { description: 'Vi delar på salen.' }, now.version);
    expect((await say(solleftea, asked.body, 'undo')).body).toMatchObject({ code: 'cooperation.has-moved-on' });
  }, 30_000);

  it('can be said no to with a line, taken back, and asked again; never twice at once', async () => {
    const theirs = await log(solleftea, { title: 'Nätverk för skolan', kind: 'network' });
    const first = (await propose(kramfors, theirs.id)).body;
    expect((await propose(kramfors, theirs.id)).body).toMatchObject({ code: 'cooperation.is-open-already' });
    expect((await say(solleftea, first, 'decline', { answer: 'Fullt i år.' })).body).toMatchObject({
      state: 'declined',
      answer: 'Fullt i år.',
    });
    expect((await kramfors.get<Cooperation>(`/api/cooperations/${first.id}`)).body.answer).toBe('Fullt i år.');
    expect((await say(solleftea, first, 'accept')).body).toMatchObject({ code: 'cooperation.is-answered' });
    expect((await say<Cooperations>(solleftea, first, 'undo')).body.items[0]?.state).toBe('open');
    expect((await say(kramfors, first, 'withdraw')).body.state).toBe('withdrawn');
    expect((await say(solleftea, first, 'undo')).status).toBe(403);
    expect((await propose(kramfors, theirs.id)).status).toBe(201);
    expect((await say<{ code: string }>(kramfors, first, 'undo')).body.code).toBe('cooperation.is-open-already');
    expect((await propose(solleftea, theirs.id)).body).toMatchObject({ code: 'cooperation.owns-already' });
    // A text that names somebody is stopped here as everywhere.
    expect((await propose(lyktan, theirs.id, { message: 'Ring 19121212-1212' })).status).not.toBe(201);
  });

  it('is not offered for what one does not see, nor for what is over', async () => {
    const hidden = await log(solleftea, { visibility: 'own', status: 'draft' });
    expect((await propose(kramfors, hidden.id)).status).toBe(404);
    const over = await log(solleftea, { title: 'Över', status: 'ongoing' });
    await solleftea.post(`/api/actions/${over.id}/complete`, {});
    expect((await propose(kramfors, over.id)).body).toMatchObject({ code: 'cooperation.action-is-over' });
    expect((await open(kramfors, over.id)).body.allowed).toMatchObject({ propose: false });
    // Whoever waits for an answer is not left waiting when it ends.
    const ending = await log(solleftea, { title: 'Ställs in' });
    const before = await waiting(solleftea);
    const asked = (await propose(kramfors, ending.id)).body;
    expect(await waiting(solleftea)).toBe(before + 1);
    await solleftea.post(`/api/actions/${ending.id}/cancel`, { reason: 'Inget underlag.' });
    expect((await kramfors.get<Cooperation>(`/api/cooperations/${asked.id}`)).body).toMatchObject({
      state: 'withdrawn',
    });
    expect(await waiting(solleftea)).toBe(before);
  });
});

describe('inviting another party', () => {
  it('shows her the thing itself until she answers and nothing else, and nobody else anything', async () => {
    const own = await log(solleftea, {
      title: 'Samtalsgrupp på prov',
      description: 'Ny metod.',
      status: 'draft',
      visibility: 'own',
    });
    const asked = (
      await invite(solleftea, own.id, { organizationId: await organization('demo:lyktan'), role: 'owner' })
    ).body;
    const met = (await lyktan.get<Cooperation>(`/api/cooperations/${asked.id}`)).body;
    expect(met.action).toMatchObject({ title: 'Samtalsgrupp på prov', description: 'Ny metod.', readable: false });
    expect(await news(lyktan)).toContain('cooperation.invited: Samtalsgrupp på prov');
    for (const rest of ['', '/history', '/updates', '/cooperations', '/audience'])
      expect([rest, (await lyktan.get(`/api/actions/${own.id}${rest}`)).status]).toEqual([rest, 404]);
    expect((await lyktan.get<ActionPage>('/api/actions?q=Samtalsgrupp')).body.items).toEqual([]);
    for (const other of [kramfors, eva, jon]) {
      expect((await other.get(`/api/cooperations/${asked.id}`)).status).toBe(404);
      expect((await other.get('/api/cooperations')).text).not.toContain(asked.id);
      expect((await other.get('/api/activity?size=50')).text).not.toContain('Samtalsgrupp på prov');
    }

    // After a no she is left with her own answer.
    await say(lyktan, asked, 'decline', { answer: 'Inte nu.' });
    const after = await lyktan.get<Cooperation>(`/api/cooperations/${asked.id}`);
    expect(after.body).toMatchObject({ state: 'declined', action: null, answer: 'Inte nu.' });
    expect(after.text + (await lyktan.get('/api/activity?size=50')).text).not.toContain('Samtalsgrupp på prov');
    await say(lyktan, asked, 'undo');
    await say(lyktan, asked, 'accept');
    expect((await open(lyktan, own.id)).body).toMatchObject({ status: 'draft', allowed: { edit: true, leave: true } });
    // Who was asked is the owners' to know.
    await solleftea.post(`/api/actions/${own.id}/plan`, {});
    await solleftea.send('PUT', `/api/actions/${own.id}/visibility`, { visibility: 'county' }, {});
    expect((await history(eva, own.id)).map(([what]) => what)).not.toContain('invited');
    expect(await history(solleftea, own.id)).toContainEqual(['invited', 'Kvinnojouren Lyktan']);
  }, 30_000);

  it('asks a function by letter, and refuses what cannot be', async () => {
    const own = await log(solleftea, { title: 'Kampanj ihop', kind: 'campaign', visibility: 'own' });
    const board = await organization('county_board:22');
    const post = { title: 'Samverkan', visibility: 'members', mailbox: 'samverkan.vn@example.se' };
    const { body: box } = await eva.post<{ id: string }>('/api/contacts', post);
    const asked = await invite(solleftea, own.id, { organizationId: board, role: 'owner', functionId: box.id });
    expect(asked.body.function?.title).toBe('Samverkan');
    const refused = async (body: object) => (await invite(solleftea, own.id, body)).body as unknown;
    expect(await refused({ organizationId: board, role: 'partner' })).toMatchObject({
      code: 'cooperation.partner-would-not-see',
    });
    expect(
      await refused({ organizationId: await organization('demo:lyktan'), role: 'owner', functionId: box.id }),
    ).toMatchObject({
      issues: [{ path: 'functionId', code: 'field.not-a-choice' }],
    });
    expect(await refused({ organizationId: await organization('municipality:2283'), role: 'owner' })).toMatchObject({
      code: 'cooperation.owns-already',
    });
    expect((await invite(kramfors, own.id, { organizationId: board, role: 'owner' })).status).toBe(404);
  });
});

describe('leaving', () => {
  it('never leaves an action without an owner, and can be taken back', async () => {
    const own = await log(solleftea, { title: 'Föreläsning för alla', kind: 'other' });
    const leave = (by: Client) => by.post<Cooperation & { code: string }>(`/api/actions/${own.id}/leave`, {});
    expect((await leave(solleftea)).body.code).toBe('cooperation.last-owner');
    expect((await leave(eva)).status).toBe(403);
    const asked = (await propose(kramfors, own.id)).body;
    await say(solleftea, asked, 'accept');
    const left = await leave(solleftea);
    expect(left.body).toMatchObject({ state: 'left', allowed: { undo: true } });
    expect((await open(kramfors, own.id)).body).toMatchObject({
      owners: [{ name: 'Kramfors kommun' }],
      allowed: { leave: false },
    });
    expect(await history(kramfors, own.id)).toContainEqual(['left', 'Sollefteå kommun']);
    expect((await leave(kramfors)).body.code).toBe('cooperation.last-owner');
    expect((await say<Cooperations>(solleftea, left.body, 'undo')).body.items).toEqual([]);
    expect((await open(solleftea, own.id)).body.owners).toHaveLength(2);

    // Two who leave at once: one of them stays.
    const both = await Promise.all([leave(solleftea), leave(kramfors)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [row] = await app.sql<{ n: number }>('select cardinality(owner_ids) as n from action where id = $1', [
      own.id,
    ]);
    expect(row?.n).toBe(1);
  }, 30_000);
});
