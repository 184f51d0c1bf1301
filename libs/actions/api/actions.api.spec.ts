import type { Action, ActionHistory, ActionPage, AudiencePreview } from '@samverkan/actions/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let ida: Client;
let eva: Client;
let jon: Client;
beforeAll(async () => {
  app = await testApp();
  [ida, eva, jon] = (await Promise.all(
    ['ida.nordlund', 'eva.berglind', 'jon.wik'].map((name) => app.signIn(name)),
  )) as [Client, Client, Client];
});
afterAll(() => app.close());

let counter = 0;
const anAction = (fields: object = {}) => ({
  title: `FREDA-utbildning ${++counter}`,
  kind: 'training',
  status: 'planned',
  visibility: 'county',
  municipalityCodes: ['2282'],
  ...fields,
});
const logged = async (fields: object = {}, by = ida) => (await by.post<Action>('/api/actions', anAction(fields))).body;
const titles = async (client: Client, query: string) =>
  (await client.get<ActionPage>(`/api/actions?${query}`)).body.items.map((item) => item.title);
const goalOfPlan = async (number: string) =>
  (await app.sql<{ id: string }>('select id from goal where key = $1', [`reg-22-handlingsplan-2022:${number}`]))[0]?.id;

describe('logging an action', () => {
  it('stands in the own list and under its goal at once, and county staff see it there', async () => {
    const goal = await goalOfPlan('4');
    const action = await logged({ goalIds: [goal] });
    expect(action).toMatchObject({
      owners: [{ name: 'Kramfors kommun' }],
      goals: [{ number: '4' }],
      status: 'planned',
      allowed: { edit: true },
    });
    expect(await titles(ida, 'mine=true')).toContain(action.title);
    expect(await titles(eva, `goal=${goal}`)).toContain(action.title);
  });

  it("suggests last time's choices to the next", async () => {
    const goal = await goalOfPlan('1');
    await logged({ goalIds: [goal], targetGroups: ['elderly'], forms: ['economic'] });
    expect((await ida.get('/api/actions/suggestion')).body).toMatchObject({
      goalIds: [goal],
      targetGroups: ['elderly'],
      forms: ['economic'],
      kind: 'training',
    });
  });

  it('never picks a goal that does not exist into being', async () => {
    const answer = await ida.post('/api/actions', anAction({ goalIds: ['01900000-0000-7000-8000-000000000000'] }));
    expect([answer.status, answer.body['issues']]).toEqual([400, [{ path: 'goalIds.0', code: 'field.not-a-choice' }]]);
  });

  it('makes one action of a request sent twice with the same key', async () => {
    const input = anAction();
    const key = { 'idempotency-key': 'samma-nyckel-1' };
    const [first, second] = await Promise.all([
      ida.post<Action>('/api/actions', input, key),
      ida.post<Action>('/api/actions', input, key),
    ]);
    expect(first.body.id).toBe(second.body.id);
    expect(await titles(ida, `q=${encodeURIComponent(input.title)}`)).toHaveLength(1);
    const other = await ida.post('/api/actions', anAction(), key);
    expect([other.status, other.body['code']]).toEqual([409, 'idempotency.other-request']);
  });

  it('keeps a draft inside: it cannot be shown to the county', async () => {
    expect((await ida.post('/api/actions', anAction({ status: 'draft', visibility: 'county' }))).body['code']).toBe(
      'action.draft-stays-inside',
    );
    expect(await logged({ status: 'draft', visibility: 'own' })).toMatchObject({ status: 'draft', visibility: 'own' });
  });
});

describe('two editors', () => {
  it('merges changes to different fields', async () => {
    const action = await logged();
    expect((await ida.patch(`/api/actions/${action.id}`, { title: 'Ny rubrik' }, 1)).status).toBe(200);
    const second = await eva.patch<Action>(`/api/actions/${action.id}`, { description: 'Evas text' }, 1);
    expect(second.body).toMatchObject({ title: 'Ny rubrik', description: 'Evas text', version: 3 });
  });

  it('shows what stands there when both changed the same text, and loses neither', async () => {
    const action = await logged();
    await ida.patch(`/api/actions/${action.id}`, { description: 'Idas text' }, 1);
    const answer = await eva.patch(`/api/actions/${action.id}`, { description: 'Evas text' }, 1);
    expect([answer.status, answer.body['code'], answer.body['current']]).toEqual([
      409,
      'stale-version',
      { version: 2, fields: { description: 'Idas text' } },
    ]);
  });

  it('loses no one of twenty changes made at once', async () => {
    const action = await logged();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => ida.patch(`/api/actions/${action.id}`, { title: `Rubrik ${i}` }, 1)),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(19);
  });

  it('demands to know which version was read', async () => {
    const action = await logged();
    expect((await ida.send('PATCH', `/api/actions/${action.id}`, { title: 'Utan version' }, {})).status).toBe(428);
  });
});

describe('status', () => {
  it('moves only by its verbs, and history tells each', async () => {
    const action = await logged();
    const verbs = ['start', 'pause', 'resume', 'complete', 'reopen'];
    for (const verb of verbs) expect((await ida.post<Action>(`/api/actions/${action.id}/${verb}`)).status).toBe(200);
    await ida.post(`/api/actions/${action.id}/cancel`, { reason: 'Går upp i länets utbildning.' });
    const { body } = await ida.get<ActionHistory>(`/api/actions/${action.id}/history`);
    expect(body.items.map((entry) => entry.what)).toEqual(expect.arrayContaining(['created', ...verbs, 'cancel']));
    expect((await ida.get<Action>(`/api/actions/${action.id}`)).body).toMatchObject({
      status: 'cancelled',
      cancelReason: 'Går upp i länets utbildning.',
      allowed: { verbs: ['reopen'] },
    });
    expect((await ida.post(`/api/actions/${action.id}/pause`)).body['code']).toBe('action.status-does-not-allow');
    expect((await ida.patch(`/api/actions/${action.id}`, { status: 'ongoing' }, 1)).body['issues']).toEqual([
      { path: 'status', code: 'field.unknown' },
    ]);
  });

  it("is the owners' alone: county staff see the action but may not move it", async () => {
    const action = await logged();
    expect((await eva.post(`/api/actions/${action.id}/start`)).status).toBe(403);
    expect((await jon.post(`/api/actions/${action.id}/start`)).status).toBe(404);
  });
});

describe('visibility', () => {
  it('is widened with open eyes: who would see it is told beforehand', async () => {
    const action = await logged({ visibility: 'own' });
    const { body } = await ida.get<AudiencePreview>(`/api/actions/${action.id}/audience`);
    const names = Object.fromEntries(
      body.levels.map((level) => [level.visibility, level.organizations?.map((organization) => organization.name)]),
    );
    expect(names['own']).toEqual(['Kramfors kommun']);
    expect(names['county']).toEqual(expect.arrayContaining(['Länsstyrelsen Västernorrland', 'Ånge kommun']));
    expect(names['county']).not.toContain('Polisregion Nord');
  });

  it('shows and hides at once, for exactly those it says', async () => {
    const action = await logged({ visibility: 'own' });
    expect((await eva.get(`/api/actions/${action.id}`)).status).toBe(404);
    await ida.put(`/api/actions/${action.id}/visibility`, { visibility: 'members' });
    expect((await jon.get(`/api/actions/${action.id}`)).status).toBe(200);
    await ida.put(`/api/actions/${action.id}/visibility`, { visibility: 'participants' });
    expect((await jon.get(`/api/actions/${action.id}`)).status).toBe(404);
    expect((await eva.get(`/api/actions/${action.id}`)).status).toBe(200);
  });

  it('does not show the words of a narrower time when it is widened later', async () => {
    const action = await logged({ visibility: 'participants', description: 'Internt underlag' });
    await ida.patch(`/api/actions/${action.id}`, { description: 'Text för alla' }, 1);
    await ida.put(`/api/actions/${action.id}/visibility`, { visibility: 'members' });
    expect((await jon.get(`/api/actions/${action.id}/history`)).text).not.toContain('Internt underlag');
    expect((await eva.get(`/api/actions/${action.id}/history`)).text).toContain('Internt underlag');
  });

  it('lets nobody overwrite what was changed while she could not see it', async () => {
    const action = await logged({ visibility: 'county' });
    await ida.put(`/api/actions/${action.id}/visibility`, { visibility: 'own' });
    await ida.patch(`/api/actions/${action.id}`, { title: 'Ändrad i det fördolda' }, 2);
    await ida.put(`/api/actions/${action.id}/visibility`, { visibility: 'county' });
    expect((await eva.patch(`/api/actions/${action.id}`, { title: 'Evas rubrik' }, 1)).status).toBe(409);
  });

  it('is not widened by the back door: only owners let in a partner or another county', async () => {
    const action = await logged({ visibility: 'county' });
    const [jonsOffice] = await app.sql<{ id: string }>(
      `select id from organization where key = 'demo:polisregion-nord'`,
    );
    const change = (fields: object) => eva.patch(`/api/actions/${action.id}`, fields, 1);
    expect((await change({ partnerIds: [jonsOffice?.id] })).status).toBe(403);
    expect((await change({ municipalityCodes: ['2282', '2380'] })).status).toBe(403);
    expect((await change({ municipalityCodes: ['2282', '2283'] })).status).toBe(200);
  });

  it('keeps what happened while it was a draft to its owners', async () => {
    const action = await logged({ status: 'draft', visibility: 'own', title: 'Utkastets rubrik' });
    await ida.patch(`/api/actions/${action.id}`, { title: 'Färdig rubrik' }, 1);
    await ida.post(`/api/actions/${action.id}/plan`);
    await ida.put(`/api/actions/${action.id}/visibility`, { visibility: 'members' });
    const answer = await jon.get(`/api/actions/${action.id}/history`);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('Utkastets rubrik');
    expect((await ida.get(`/api/actions/${action.id}/history`)).text).toContain('Utkastets rubrik');
  });
});

describe('the list', () => {
  it('finds Swedish inflections, beginnings of words and references', async () => {
    const action = await logged({ title: 'Utbildningar om ekonomiskt våld', description: 'För handläggare' });
    for (const q of ['utbildning', 'ekonomisk', 'handlägg', action.reference, 'omiskt v'])
      expect([q, await titles(ida, `q=${encodeURIComponent(q)}`)]).toEqual([q, expect.arrayContaining([action.title])]);
    for (const q of ["'", '%', '\\', '& |', ':*', '  '])
      expect([q, (await ida.get(`/api/actions?q=${encodeURIComponent(q)}`)).status]).toEqual([q, 200]);
  });

  it('sorts å, ä and ö last', async () => {
    for (const title of ['Zebra', 'Öppet', 'Åtgärd', 'Ärende', 'Apa']) await logged({ title: `Sortera ${title}` });
    expect(await titles(ida, 'q=Sortera&sort=title&order=asc')).toEqual(
      ['Apa', 'Zebra', 'Åtgärd', 'Ärende', 'Öppet'].map((title) => `Sortera ${title}`),
    );
  });

  it('counts exactly what it lists, page by page', async () => {
    const first = (await eva.get<ActionPage>('/api/actions?size=20')).body;
    const ids = new Set<string>();
    for (let page = 1; page <= Math.ceil(first.total / 20); page++)
      for (const item of (await eva.get<ActionPage>(`/api/actions?size=20&page=${page}`)).body.items) ids.add(item.id);
    expect(ids.size).toBe(first.total);
  });

  it('gives every number of the overview the length of the list it opens', async () => {
    const { body } = await eva.get<{
      open: number;
      goals: { goalId: string; ongoing: number; planned: number }[];
      municipalities: { code: string; open: number }[];
    }>('/api/actions/overview');
    const total = async (query: string) =>
      (await eva.get<ActionPage>(`/api/actions?county=22&size=1&${query}`)).body.total;
    expect(await total('status=planned,ongoing,paused')).toBe(body.open);
    for (const goal of body.goals) expect(await total(`goal=${goal.goalId}&status=ongoing`)).toBe(goal.ongoing);
    for (const place of body.municipalities)
      expect(await total(`municipality=${place.code}&status=planned,ongoing,paused`)).toBe(place.open);
  });
});
