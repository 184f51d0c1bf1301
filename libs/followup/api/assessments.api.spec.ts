import type {
  Assessment,
  AssessmentPage,
  Assessments,
  GoalsNotAssessed,
  LatestAssessments,
} from '@samverkan/followup/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let eva: Client;
let ida: Client;
let jon: Client;
let goal: string;
let post: string;

beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
  ida = await app.signIn('ida.nordlund');
  jon = await app.signIn('jon.wik');
  goal = await idOf(`select id from goal where key = 'reg-22-handlingsplan-2022:1'`);
  post = await idOf(
    `select f.id from contact_function f join organization o on o.id = f.organization_id where o.key = 'county_board:22' and f.retired_on is null order by f.title limit 1`,
  );
});
afterAll(() => app.close());

const idOf = async (text: string) => (await app.sql<{ id: string }>(text))[0]?.id ?? '';
const begin = async (given: object = {}) =>
  (
    await eva.post<Assessment>('/api/assessments', {
      goalId: goal,
      level: 'needs_more',
      reason: 'Fem av sju kommuner har kommit igång.',
      assessedOn: '2026-11-01',
      functionId: post,
      ...given,
    })
  ).body;
const sign = (id: string) => eva.post<Assessment>(`/api/assessments/${id}/signature`, {});
const seen = async (client: Client, of = goal) =>
  (await client.get<Assessments>(`/api/assessments?goal=${of}`)).body.items.map(({ id }) => id);

describe('assessments of a goal over HTTP', () => {
  it('are drafts of their own organisation until they are signed by a function', async () => {
    const { id } = await begin({ reason: 'Utkast om Flugblomster.' });
    expect(await seen(eva)).toContain(id);
    for (const client of [ida, jon]) {
      expect(await seen(client)).not.toContain(id);
      expect((await client.get(`/api/assessments/${id}`)).status).toBe(404);
      expect((await client.get('/api/activity')).text).not.toContain(id);
    }
    const signed = await sign(id);
    expect(signed.body).toMatchObject({ level: 'needs_more', allowed: { edit: false, correct: true } });
    expect(signed.body.functionTitle).toBeTruthy();
    expect((await ida.get<Assessment>(`/api/assessments/${id}`)).body).toMatchObject({
      reason: 'Utkast om Flugblomster.',
      organization: { name: 'Länsstyrelsen Västernorrland' },
      allowed: { edit: false, correct: false },
    });
    expect((await ida.get('/api/activity?size=50')).text).toContain(id);
  });

  it('are not signed without a function, nor changed when they are signed', async () => {
    const draft = await begin({ functionId: null });
    const refused = await eva.post(`/api/assessments/${draft.id}/signature`, {});
    expect(refused.body).toMatchObject({ issues: [{ path: 'functionId', code: 'assessment.needs-a-function' }] });
    expect((await eva.patch(`/api/assessments/${draft.id}`, { functionId: post }, 1)).status).toBe(200);
    expect((await sign(draft.id)).status).toBe(200);
    expect((await eva.patch(`/api/assessments/${draft.id}`, { reason: 'Efteråt.' }, 3)).status).toBe(403);
    expect((await eva.delete(`/api/assessments/${draft.id}`)).status).toBe(403);
  });

  it('take what two colleagues changed when it was not the same, and the same change sent twice', async () => {
    const { id } = await begin({ reason: 'Så här långt.' });
    const address = `/api/assessments/${id}`;
    const evidence = [{ title: 'Årsrapporten', url: 'https://example.org/rapport' }];
    expect((await eva.patch<Assessment>(address, { level: 'on_way', evidence }, 1)).body.version).toBe(2);
    const colleague = await app.someone('county_staff', 'county_board:22');
    const merged = await colleague.patch<Assessment>(address, { reason: 'Två kommuner till.' }, 1);
    expect(merged.body).toMatchObject({ level: 'on_way', reason: 'Två kommuner till.', version: 3 });
    const again = await eva.patch<Assessment>(address, { level: 'on_way', evidence }, 1);
    expect([again.status, again.body.version]).toEqual([200, 3]);
  });

  it('refuse what two colleagues changed of the same, with what stands there now', async () => {
    const { id } = await begin({ reason: 'Så här långt.' });
    const address = `/api/assessments/${id}`;
    await eva.patch(address, { reason: 'Två kommuner till.' }, 1);
    const late = await eva.patch(address, { reason: 'Fyra av sju.', level: 'stalled' }, 1);
    expect([late.status, late.body]).toMatchObject([
      409,
      { code: 'stale-version', current: { version: 2, fields: { reason: 'Två kommuner till.' } } },
    ]);
    expect((await eva.patch<Assessment>(address, { reason: 'Fyra av sju.' }, 2)).body.reason).toBe('Fyra av sju.');
    expect(
      await app.sql('select 1 from change_log where object_id = $1 and before is distinct from $2', [id, 'null']),
    ).toHaveLength(0);
  });

  it('do not get back what was taken out of them as sensitive from a form that was opened before', async () => {
    const { id } = await begin({ reason: 'Rader om Guckusko.' });
    const place = { area: 'followup', kind: 'assessment', objectId: id };
    const hidden = await eva.post<{ id: string }>('/api/sensitive-texts', place);
    await eva.post(`/api/sensitive-texts/${hidden.body.id}/purge`, { texts: { reason: 'Rena rader.' } });
    const late = await eva.patch(`/api/assessments/${id}`, { reason: 'Rader om Guckusko, och mer.' }, 1);
    expect([late.status, late.body]).toMatchObject([409, { current: { fields: { reason: 'Rena rader.' } } }]);
  });

  it('are corrected by a new one, and the one before stands as it was', async () => {
    const first = await begin({ reason: 'Den första.' });
    await sign(first.id);
    const second = await begin({ reason: 'Den rättade.', level: 'on_way', correctsId: first.id });
    expect((await ida.get<Assessment>(`/api/assessments/${first.id}`)).body.correctedById).toBeNull();
    await sign(second.id);
    expect((await ida.get<Assessment>(`/api/assessments/${first.id}`)).body).toMatchObject({
      reason: 'Den första.',
      correctedById: second.id,
    });
    const again = await eva.post('/api/assessments', {
      goalId: goal,
      level: 'stalled',
      reason: 'En gång till.',
      assessedOn: '2026-11-02',
      correctsId: first.id,
    });
    expect(again.status).toBe(403);
    const strategy = await idOf(`select strategy_id as id from goal where id = '${goal}'`);
    const { body } = await ida.get<LatestAssessments>(`/api/assessments/latest?strategy=${strategy}`);
    expect(body.items.find(({ goalId }) => goalId === goal)?.id).not.toBe(first.id);
  });

  it('are written by whom the goal concerns alone', async () => {
    const frame = await idOf(`select g.id from goal g where g.key = 'nat-1'`);
    const sent = { level: 'stalled', reason: 'Vi tycker att det står still.', assessedOn: '2026-11-01' };
    expect((await ida.post('/api/assessments', { ...sent, goalId: frame })).status).toBe(403);
    expect((await jon.get<Assessments>(`/api/assessments?goal=${frame}`)).body.mayAssess).toBe(false);
    expect((await eva.get<Assessments>(`/api/assessments?goal=${goal}`)).body.mayAssess).toBe(true);
    const ahead = await eva.post('/api/assessments', { ...sent, goalId: goal, assessedOn: '2099-01-01' });
    expect(ahead.body).toMatchObject({ issues: [{ path: 'assessedOn', code: 'field.in-the-future' }] });
  });

  it('show the actions of their evidence to those alone who see them', async () => {
    const hidden = await eva.post<{ id: string }>('/api/actions', {
      title: 'Utkast om Korallrot',
      kind: 'other',
      status: 'draft',
      visibility: 'own',
    });
    const address = { title: 'Årsrapporten', url: 'https://example.org/rapport' };
    const unsafe = await eva.post('/api/assessments', {
      goalId: goal,
      level: 'stalled',
      reason: 'Prov',
      assessedOn: '2026-11-01',
      evidence: [{ title: 'Osäker', url: 'http://example.org' }],
    });
    expect(unsafe.status).toBe(400);
    const { id } = await begin({ evidence: [{ actionId: hidden.body.id }, address] });
    await sign(id);
    const titles = async (client: Client) =>
      (await client.get<Assessment>(`/api/assessments/${id}`)).body.evidence.map(({ title }) => title);
    expect(await titles(eva)).toEqual(['Utkast om Korallrot', 'Årsrapporten']);
    expect(await titles(ida)).toEqual(['Årsrapporten']);
  });

  it('follow a goal to the one that comes after it, with the strategy they were written under', async () => {
    const { id } = await begin();
    await sign(id);
    const [next] = await app.sql<{ id: string }>(
      `with made as (insert into strategy (kind, title, short_title, status, verification, owner_organization_id, county_codes)
          select 'action_plan', 'Nästa plan', 'Nästa plan', 'adopted', 'verified', id, '{22}' from organization where key = 'county_board:22' returning id),
        aim as (insert into goal (strategy_id, number, title, sort) select id, '1', 'Nästa mål', 1 from made returning id, strategy_id)
       insert into goal_succession (strategy_id, old_goal_id, new_goal_ids, kind, motive)
         select aim.strategy_id, $1, array[aim.id], 'continues', '' from aim returning new_goal_ids[1] as id`,
      [goal],
    );
    const { body } = await ida.get<Assessments>(`/api/assessments?goal=${next?.id}`);
    expect(body.items.find((one) => one.id === id)).toMatchObject({
      goal: { id: goal, strategyShortTitle: 'Handlingsplan 2022–2026' },
    });
  });

  it('are thrown away as drafts, which can be taken back, and go out as a file when signed', async () => {
    const { id } = await begin({ reason: 'Kastas om Nornan.' });
    expect((await eva.delete(`/api/assessments/${id}`)).status).toBe(204);
    expect((await eva.get(`/api/assessments/${id}`)).status).toBe(404);
    expect((await eva.post(`/api/assessments/${id}/restoration`, {})).status).toBe(200);
    const strategy = await idOf(`select strategy_id as id from goal where id = '${goal}'`);
    const file = async (client: Client) =>
      (await client.get(`/api/assessments/export?strategy=${strategy}&format=csv&lang=sv`)).text;
    expect(await file(eva)).not.toContain('Nornan');
    await sign(id);
    expect(await file(ida)).toContain('Kastas om Nornan.');
  });

  it('stand in one list, where drafts are one’s own and what is corrected has given way', async () => {
    const draft = await begin({ reason: 'Listan om Linnea.', level: 'reached' });
    const list = async (client: Client, query: string) =>
      (await client.get<AssessmentPage>(`/api/assessments/list?${query}`)).body;
    expect((await list(eva, 'q=linnea&drafts=true')).items.map(({ id }) => id)).toEqual([draft.id]);
    expect((await list(ida, 'q=linnea')).total).toBe(0);
    await sign(draft.id);
    const next = await begin({ reason: 'Listan om Linnea, rättad.', level: 'stalled', correctsId: draft.id });
    await sign(next.id);
    expect((await list(ida, 'q=linnea')).items.map(({ id }) => id)).toEqual([next.id]);
    expect((await list(ida, 'q=linnea&level=reached')).total).toBe(0);
    expect((await list(ida, 'mine=true&q=linnea')).total).toBe(0);
    expect((await ida.get('/api/assessments/export?format=csv&q=linnea')).text.match(/Listan om Linnea/g)).toHaveLength(
      2,
    );
  });

  it('are missed where nobody has judged a goal in force for a year, and only by those who judge it', async () => {
    const missing = async (client: Client) => (await client.get<GoalsNotAssessed>('/api/assessments/missing')).body;
    const lacking = await missing(eva);
    const bare = lacking.items.find(({ strategyShortTitle }) => strategyShortTitle === 'Handlingsplan 2022–2026');
    expect(lacking.total).toBe(lacking.items.length);
    expect(lacking.items.map(({ id }) => id)).not.toContain(goal);
    const { id } = await begin({ goalId: bare?.id });
    expect((await missing(eva)).items.map((one) => one.id)).toContain(bare?.id);
    await sign(id);
    expect((await missing(eva)).total).toBe(lacking.total - 1);
    expect((await missing(await app.someone('coordinator', 'municipality:0180'))).total).toBe(0);
  });

  it('are hidden at once when they hold something sensitive, and come back with clean words', async () => {
    const { id } = await begin({ reason: 'Rader om Skogsfrun.' });
    await sign(id);
    const hidden = await ida.post<{ id: string }>('/api/sensitive-texts', {
      area: 'followup',
      kind: 'assessment',
      objectId: id,
    });
    expect(hidden.status).toBe(201);
    expect((await eva.get(`/api/assessments/${id}`)).status).toBe(404);
    const texts = { reason: 'Rena rader.' };
    expect((await eva.post(`/api/sensitive-texts/${hidden.body.id}/purge`, { texts })).status).toBe(204);
    expect((await ida.get<Assessment>(`/api/assessments/${id}`)).body.reason).toBe('Rena rader.');
  });
});
