// A draft on its way to a decision: its goals, what they serve, and who sees it meanwhile.
import type { Strategy } from '@samverkan/strategies/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let [eva, ida, chief]: Client[] = [];
beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
  ida = await app.signIn('ida.nordlund');
  chief = await app.someone('county_admin', 'county_board:22');
});
afterAll(() => app.close());

const aDraft = async (more: object = {}, by = eva!) =>
  (
    await by.post<Strategy>('/api/strategies', {
      kind: 'action_plan',
      title: 'Handlingsplan mot våld 2027–2030',
      shortTitle: 'Handlingsplan 2027–2030',
      startsOn: '2027-01-01',
      endsOn: '2030-12-31',
      ...more,
    })
  ).body;
const add = async (strategy: Strategy, title: string, more: object = {}) =>
  (await eva!.post<Strategy>(`/api/strategies/${strategy.id}/goals`, { title, ...more })).body;
const idOf = (strategy: Strategy, title: string) => strategy.goals.find((goal) => goal.title === title)?.id ?? '';
const outline = (strategy: Strategy) => strategy.goals.map(({ number, title }) => `${number} ${title}`);
const nationalGoal = async () =>
  (await app.sql<{ id: string }>(`select id from goal where key = 'nat-2'`))[0]?.id ?? '';

describe('a draft', () => {
  it('is its writers’ own until it is decided', async () => {
    const draft = await aDraft();
    expect(draft).toMatchObject({ status: 'draft', allowed: { write: true, adopt: true } });
    expect((await ida!.get(`/api/strategies/${draft.id}`)).status).toBe(404);
    expect((await ida!.patch(`/api/strategies/${draft.id}`, { title: 'Min plan' }, 1)).status).toBe(404);
    const { body } = await ida!.get('/api/strategies');
    expect(JSON.stringify(body)).not.toContain('2027–2030');
  });

  it('is measured against the frames its writers choose, with why, and keeps one that its goals serve', async () => {
    const frames = await app.sql<{ id: string }>(
      `select id from strategy where key in ('nat-2017-2026', 'prog-2024-2026') order by starts_on`,
    );
    const [first, second] = frames.map(({ id }) => id);
    const draft = await aDraft();
    const measure = (by: Client, sent: object[]) =>
      by.put<Strategy>(`/api/strategies/${draft.id}/frames`, { frames: sent });
    const chosen = await measure(eva!, [{ frameId: first, motive: 'Samma fyra mål.' }, { frameId: second }]);
    expect(chosen.body.implements.map(({ id, motive }) => [id, motive])).toEqual(
      expect.arrayContaining([
        [first, 'Samma fyra mål.'],
        [second, null],
      ]),
    );
    const [goal] = (await add(draft, 'Skydd')).goals;
    await eva!.put(`/api/goals/${goal?.id}/links`, { links: [{ frameGoalId: await nationalGoal() }] });
    const refused = await measure(eva!, [{ frameId: second }]);
    expect([refused.status, refused.body]).toMatchObject([409, { code: 'strategy.frame-is-served' }]);
    expect((await measure(eva!, [{ frameId: first }])).body.implements).toMatchObject([{ id: first, motive: null }]);
    expect((await measure(ida!, [])).status).toBe(404);
    expect((await measure(eva!, [{ frameId: draft.id }])).body).toMatchObject({
      issues: [{ path: 'frames.0.frameId', code: 'field.not-a-choice' }],
    });
    const { body } = await eva!.get<{ items: { what: string; after: string }[] }>(
      `/api/strategies/${draft.id}/history`,
    );
    expect(body.items.filter(({ what }) => what === 'frames').map(({ after }) => after)).toContainEqual(
      expect.stringContaining('Nationella strategin 2017–2026: Samma fyra mål.'),
    );
  });

  it('a municipality’s coordinator writes local plans and nothing wider', async () => {
    const local = await ida!.post<Strategy>('/api/strategies', {
      kind: 'local_plan',
      title: 'Kramfors plan',
      shortTitle: 'Kramfors',
    });
    expect([local.status, local.body.owner?.name]).toEqual([201, 'Kramfors kommun']);
    const wide = await ida!.post('/api/strategies', { kind: 'action_plan', title: 'Länets plan', shortTitle: 'Länet' });
    expect(wide.status).toBe(403);
  });

  it('refuses an end before its beginning, and a replacement of what another keeps', async () => {
    const backwards = await eva!.post('/api/strategies', {
      kind: 'action_plan',
      title: 'Bakvänd',
      shortTitle: 'Bakvänd',
      startsOn: '2030-01-01',
      endsOn: '2027-01-01',
    });
    expect([backwards.status, backwards.body]).toMatchObject([
      400,
      { issues: [{ path: 'endsOn', code: 'strategy.ends-before-it-starts' }] },
    ]);
    const draft = await aDraft();
    const moved = await eva!.patch(`/api/strategies/${draft.id}`, { endsOn: '2026-06-30' }, draft.version);
    expect([moved.status, moved.body['code']]).toEqual([409, 'strategy.ends-before-it-starts']);
    const same = await eva!.patch<Strategy>(`/api/strategies/${draft.id}`, { endsOn: draft.endsOn }, draft.version);
    expect([same.status, same.body.version]).toEqual([200, draft.version]);
    const [frame] = await app.sql<{ id: string }>(`select id from strategy where key = 'nat-2017-2026'`);
    const taken = await eva!.post('/api/strategies', {
      kind: 'action_plan',
      title: 'Ny plan',
      shortTitle: 'Ny plan',
      replaces: [frame?.id],
    });
    expect([taken.status, taken.body]).toMatchObject([
      400,
      { issues: [{ path: 'replaces.0', code: 'field.not-a-choice' }] },
    ]);
  });

  it('thrown away is gone for its writers too, and comes back whole', async () => {
    const draft = await add(await aDraft({ title: 'Kastad plan', shortTitle: 'Kastad' }), 'Ett mål');
    expect((await eva!.delete(`/api/strategies/${draft.id}`)).status).toBe(204);
    expect((await eva!.get(`/api/strategies/${draft.id}`)).status).toBe(404);
    expect((await ida!.post(`/api/strategies/${draft.id}/restoration`)).status).toBe(404);
    const back = await eva!.post<Strategy>(`/api/strategies/${draft.id}/restoration`);
    expect([back.status, outline(back.body)]).toEqual([200, ['1 Ett mål']]);
  });

  it('read at an older version: other fields go through, the same field shows both', async () => {
    const draft = await aDraft();
    expect((await eva!.patch(`/api/strategies/${draft.id}`, { vision: 'Nollvision' }, draft.version)).status).toBe(200);
    expect((await eva!.patch(`/api/strategies/${draft.id}`, { note: 'Utkast' }, draft.version)).status).toBe(200);
    const clash = await eva!.patch(`/api/strategies/${draft.id}`, { vision: 'En annan' }, draft.version);
    expect([clash.status, clash.body['current']]).toMatchObject([409, { fields: { vision: 'Nollvision' } }]);
  });
});

describe('the goals of a draft', () => {
  it('are numbered by where they stand, measures through the whole document', async () => {
    let draft = await aDraft();
    draft = await add(draft, 'Förebygga');
    draft = await add(draft, 'Upptäcka');
    draft = await add(draft, 'Skola', { parentId: idOf(draft, 'Förebygga'), kind: 'measure' });
    draft = await add(draft, 'Fråga om våld', { parentId: idOf(draft, 'Upptäcka'), kind: 'measure' });
    draft = await add(draft, 'Barn', { parentId: idOf(draft, 'Upptäcka') });
    draft = await add(draft, 'Fritid', { parentId: idOf(draft, 'Förebygga'), kind: 'measure' });
    expect(outline(draft)).toEqual(['1 Förebygga', '1 Skola', '2 Fritid', '2 Upptäcka', '3 Fråga om våld', '2.1 Barn']);
    const moved = await eva!.put<Strategy>(`/api/goals/${idOf(draft, 'Upptäcka')}/place`, {
      parentId: null,
      afterId: null,
    });
    expect(outline(moved.body)).toEqual([
      '1 Upptäcka',
      '1 Fråga om våld',
      '1.1 Barn',
      '2 Förebygga',
      '2 Skola',
      '3 Fritid',
    ]);
  });

  it('cannot be put under themselves', async () => {
    let draft = await add(await aDraft(), 'Ovan');
    draft = await add(draft, 'Under', { parentId: idOf(draft, 'Ovan') });
    const circle = await eva!.put(`/api/goals/${idOf(draft, 'Ovan')}/place`, {
      parentId: idOf(draft, 'Under'),
      afterId: null,
    });
    expect([circle.status, circle.body]).toMatchObject([
      400,
      { issues: [{ path: 'parentId', code: 'goal.under-itself' }] },
    ]);
  });

  it('are taken away with all under them, and put back as they were', async () => {
    let draft = await add(await aDraft(), 'Ovan');
    draft = await add(draft, 'Under', { parentId: idOf(draft, 'Ovan') });
    const away = await eva!.delete<Strategy>(`/api/goals/${idOf(draft, 'Ovan')}`);
    expect(outline(away.body)).toEqual([]);
    const back = await eva!.post<Strategy>(`/api/strategies/${draft.id}/goals/${idOf(draft, 'Ovan')}/restoration`);
    expect(outline(back.body)).toEqual(['1 Ovan', '1.1 Under']);
  });

  it('serve goals of any frame, each with its motive, and make the strategy one that implements it', async () => {
    const draft = await add(await aDraft(), 'Skydd');
    const frameGoalId = await nationalGoal();
    const linked = await eva!.put<Strategy>(`/api/goals/${idOf(draft, 'Skydd')}/links`, {
      links: [{ frameGoalId, motive: 'Skyddet är dess kärna.' }],
    });
    expect(linked.body.goals[0]?.serves).toMatchObject([
      { motive: 'Skyddet är dess kärna.', verification: 'verified' },
    ]);
    expect(linked.body.implements).toHaveLength(1);
    const itself = await eva!.put(`/api/goals/${idOf(draft, 'Skydd')}/links`, {
      links: [{ frameGoalId: idOf(draft, 'Skydd') }],
    });
    expect([itself.status, itself.body]).toMatchObject([400, { issues: [{ path: 'links.0.frameGoalId' }] }]);
  });

  it('changed by two at once: other fields go through, the same field shows both', async () => {
    const draft = await add(await aDraft(), 'Skydd');
    const id = idOf(draft, 'Skydd');
    const change = (fields: object, version: number) => eva!.patch(`/api/goals/${id}`, fields, version);
    expect((await change({ title: 'Skydd och stöd' }, 1)).status).toBe(200);
    expect((await change({ text: 'Alla får skydd.' }, 1)).status).toBe(200);
    const clash = await change({ title: 'Skydd för alla' }, 1);
    expect([clash.status, clash.body['current']]).toEqual([409, { version: 3, fields: { title: 'Skydd och stöd' } }]);
    expect((await change({ title: 'Skydd för alla' }, 3)).status).toBe(200);
  });

  it('with a personal number in them are stopped', async () => {
    const draft = await aDraft();
    const refused = await eva!.post(`/api/strategies/${draft.id}/goals`, { title: 'Mål för 18900101-9802' });
    expect([refused.status, refused.body]).toMatchObject([400, { issues: [{ path: 'title' }] }]);
    expect(JSON.stringify(refused.body)).not.toContain('9802');
  });
});

describe('what was decided', () => {
  it('stands as it was decided: no text of it is written any more, not by its owner either', async () => {
    const draft = await add(await aDraft(), 'Ett mål');
    const adopted = await eva!.post<Strategy>(`/api/strategies/${draft.id}/adoption`, {
      decidedOn: '2026-11-20',
      dnr: '801-123-2026',
    });
    expect(adopted.body).toMatchObject({
      status: 'adopted',
      decidedOn: '2026-11-20',
      dnr: '801-123-2026',
      allowed: { write: false, sign: true },
    });
    const [goal] = adopted.body.goals;
    const attempts = await Promise.all([
      eva!.patch(`/api/strategies/${draft.id}`, { title: 'Ett annat namn' }, adopted.body.version),
      eva!.post(`/api/strategies/${draft.id}/goals`, { title: 'Ett mål till' }),
      eva!.patch(`/api/goals/${goal?.id}`, { title: 'Ett annat mål' }, 1),
      eva!.delete(`/api/goals/${goal?.id}`),
      eva!.delete(`/api/strategies/${draft.id}`),
    ]);
    expect(attempts.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect((await ida!.get<Strategy>(`/api/strategies/${draft.id}`)).body.goals).toHaveLength(1);
  });

  it('is signed by function and day, later too, and somebody may withdraw', async () => {
    const draft = await add(await aDraft(), 'Ett mål');
    await eva!.post(`/api/strategies/${draft.id}/adoption`, { decidedOn: '2026-11-20' });
    const [kramfors] = await app.sql<{ id: string }>(`select id from organization where key = 'municipality:2282'`);
    const signing = { organizationId: kramfors?.id, functionTitle: 'Kommunchef', signedOn: '2026-11-25' };
    const signed = await eva!.post<Strategy>(`/api/strategies/${draft.id}/signatories`, signing);
    expect(signed.body.signatories).toMatchObject([
      { name: 'Kramfors kommun', functionTitle: 'Kommunchef', signedOn: '2026-11-25' },
    ]);
    const twice = await eva!.post(`/api/strategies/${draft.id}/signatories`, signing);
    expect([twice.status, twice.body]).toMatchObject([400, { issues: [{ code: 'signatory.already-there' }] }]);
    const id = signed.body.signatories[0]?.id;
    expect((await ida!.patch(`/api/signatories/${id}`, { withdrawnOn: '2026-11-26' }, 1)).status).toBe(403);
    const withdrawn = await eva!.patch<Strategy>(`/api/signatories/${id}`, { withdrawnOn: '2026-11-26' }, 1);
    expect(withdrawn.body.signatories).toMatchObject([{ withdrawnOn: '2026-11-26' }]);
  });

  it('that no longer applies is repealed with its motive, and never looks current', async () => {
    const draft = await add(await aDraft(), 'Ett mål');
    await eva!.post(`/api/strategies/${draft.id}/adoption`, { decidedOn: '2026-11-20' });
    const repealed = await eva!.post<Strategy>(`/api/strategies/${draft.id}/repeal`, {
      motive: 'Länet går ihop med grannen.',
    });
    expect(repealed.body).toMatchObject({ status: 'repealed', repealMotive: 'Länet går ihop med grannen.' });
  });
});

describe('a national frame', () => {
  it('is entered by a county’s administrator, seen by all as proposed, and decided', async () => {
    const frame = {
      kind: 'national_strategy',
      title: 'Ny nationell strategi 2027–2036',
      shortTitle: 'Nationell strategi 2027–',
      startsOn: '2027-01-01',
    };
    expect((await eva!.post('/api/strategies', frame)).status).toBe(403);
    const proposed = (await aDraft(frame, chief!)) as Strategy;
    expect(proposed).toMatchObject({ status: 'proposed', countyCodes: [] });
    expect((await ida!.get<Strategy>(`/api/strategies/${proposed.id}`)).body).toMatchObject({
      allowed: { write: false },
    });
    await chief!.post(`/api/strategies/${proposed.id}/goals`, { title: 'Frihet från våld' });
    const decided = await chief!.post<Strategy>(`/api/strategies/${proposed.id}/adoption`, { decidedOn: '2026-11-20' });
    expect(decided.body.status).toBe('adopted');
    // The same county goals are seen against it, by a link and nothing else.
    const draft = await add(await aDraft(), 'Länets mål');
    const links = [{ frameGoalId: decided.body.goals[0]?.id, motive: 'Samma sak' }];
    await eva!.put(`/api/goals/${draft.goals[0]?.id}/links`, { links });
    const held = await eva!.get<{ frame: string; columns: object[] }>(`/api/coverage/${draft.id}?frame=${proposed.id}`);
    expect(held.body).toMatchObject({ columns: [{ title: 'Frihet från våld' }] });
    const away = { motive: 'Riksdagen har upphävt den.' };
    expect((await eva!.post(`/api/strategies/${proposed.id}/repeal`, away)).status).toBe(403);
    expect((await chief!.post<Strategy>(`/api/strategies/${proposed.id}/repeal`, away)).body.status).toBe('repealed');
  });
});
