// What has happened to a strategy, and who sees it.
import { type Strategy, StrategyHistory, type StrategyHistoryEntry } from '@samverkan/strategies/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let [eva, ida]: Client[] = [];
let draft: Strategy;
const served = '1. Ett utökat och verkningsfullt förebyggande arbete mot våld: Samma sak';
beforeAll(async () => {
  app = await testApp();
  [eva, ida] = [await app.signIn('eva.berglind'), await app.signIn('ida.nordlund')];
  draft = (
    await eva!.post<Strategy>('/api/strategies', {
      kind: 'action_plan',
      title: 'Planen som har en historia',
      shortTitle: 'Historia',
    })
  ).body;
  const goals = (await eva!.post<Strategy>(`/api/strategies/${draft.id}/goals`, { title: 'Skydd' })).body.goals;
  const region = await idOf('region:22');
  await eva!.patch(`/api/goals/${goals[0]?.id}`, { title: 'Skydd för alla', responsibleOrganizationId: region }, 1);
  const frame = await app.sql<{ id: string }>(`select id from goal where key = 'nat-1'`);
  await eva!.put(`/api/goals/${goals[0]?.id}/links`, { links: [{ frameGoalId: frame[0]?.id, motive: 'Samma sak' }] });
  await eva!.post(`/api/strategies/${draft.id}/goals`, { title: 'Stöd' });
  draft = await read();
  await eva!.patch(`/api/strategies/${draft.id}`, { vision: 'Ett län utan våld' }, (await read()).version);
});
afterAll(() => app.close());

const idOf = async (key: string) =>
  (await app.sql<{ id: string }>('select id from organization where key = $1', [key]))[0]?.id ?? '';
const read = async (by = eva!) => (await by.get<Strategy>(`/api/strategies/${draft.id}`)).body;
const history = async (by = eva!, query = '') =>
  StrategyHistory.parse((await by.get(`/api/strategies/${draft.id}/history${query}`)).body);
const short = ({ what, field, subject, before, after }: StrategyHistoryEntry) => [what, field, subject, before, after];

describe('the history of a draft', () => {
  it('says what was changed by whom, with the words before and after, newest first', async () => {
    const { items } = await history();
    expect(items.map(short)).toEqual([
      ['field', 'vision', null, null, 'Ett län utan våld'],
      ['goal-added', null, null, null, 'Stöd'],
      ['goal-links', null, '1', null, served],
      ['goal-field', 'responsibleOrganizationId', '1', null, 'Region Västernorrland'],
      ['goal-field', 'title', '1', 'Skydd', 'Skydd för alla'],
      ['goal-added', null, null, null, 'Skydd'],
      ['created', null, null, null, 'draft'],
    ]);
    expect(items[0]).toMatchObject({ by: 'Eva Berglind', organization: { name: 'Länsstyrelsen Västernorrland' } });
  });

  it('is its writers’ own: to others there is no such strategy', async () => {
    expect((await ida!.get(`/api/strategies/${draft.id}/history`)).status).toBe(404);
  });

  it('goes on from an entry that was listed', async () => {
    const { items } = await history();
    expect((await history(eva!, `?before=${items[1]?.id}`)).items).toEqual(items.slice(2));
  });
});

describe('the history of what was decided', () => {
  beforeAll(async () => {
    await eva!.post(`/api/strategies/${draft.id}/adoption`, { decidedOn: '2026-11-20' });
    const kramfors = await idOf('municipality:2282');
    const signed = await eva!.post<Strategy>(`/api/strategies/${draft.id}/signatories`, {
      organizationId: kramfors,
      signedOn: '2026-11-21',
    });
    await eva!.patch(`/api/signatories/${signed.body.signatories[0]?.id}`, { withdrawnOn: '2026-11-25' }, 1);
    const goal = (await read()).goals[0];
    const made = await ida!.post<{ id: string }>('/api/commitments', {
      goalId: goal?.id,
      text: 'Vi ordnar två platser',
    });
    await ida!.post(`/api/commitments/${made.body.id}/withdrawal`, {});
  });

  it('is open from the decision on: adopted, signed, withdrawn and undertaken, without its time as a draft and without names of others’ people', async () => {
    const { items } = await history(ida);
    expect(items.map(short)).toEqual([
      ['commitment-withdrawn', null, 'Vi ordnar två platser', null, null],
      ['commitment-made', null, null, null, 'Vi ordnar två platser'],
      ['signatory-field', 'withdrawnOn', 'Kramfors kommun', null, '2026-11-25'],
      ['signatory-added', null, 'Kramfors kommun', null, null],
      ['status', null, null, 'draft', 'adopted'],
    ]);
    expect(items.map(({ by, organization }) => [by, organization?.name])).toEqual([
      ['Ida Nordlund', 'Kramfors kommun'],
      ['Ida Nordlund', 'Kramfors kommun'],
      ...Array.from({ length: 3 }, () => [null, 'Länsstyrelsen Västernorrland']),
    ]);
  });

  it('keeps the whole for its writers, and tells whoever runs the system nothing of what parties undertake', async () => {
    expect((await history()).items).toHaveLength(12);
    const tove = await app.someone('system_admin', 'county_board:22');
    expect((await history(tove)).items.map(({ what }) => what)).not.toContain('commitment-made');
  });

  it('of one goal has its own words, links and commitments, and no other goal’s', async () => {
    const goals = (await read()).goals;
    const items = async (by: Client) => (await history(by, `?goal=${goals[0]?.id}`)).items.map(short);
    expect(await items(eva!)).toEqual([
      ['commitment-withdrawn', null, 'Vi ordnar två platser', null, null],
      ['commitment-made', null, null, null, 'Vi ordnar två platser'],
      ['status', null, null, 'draft', 'adopted'],
      ['goal-links', null, '1', null, served],
      ['goal-field', 'responsibleOrganizationId', '1', null, 'Region Västernorrland'],
      ['goal-field', 'title', '1', 'Skydd', 'Skydd för alla'],
      ['goal-added', null, null, null, 'Skydd'],
    ]);
    expect((await items(ida!)).map(([what]) => what)).toEqual(['commitment-withdrawn', 'commitment-made', 'status']);
    expect((await history(eva!, `?goal=${goals[1]?.id}`)).items.map(({ what }) => what)).toEqual([
      'status',
      'goal-added',
    ]);
  });

  it('of the strategy before says what has been decided in its place', async () => {
    const next = await eva!.post<Strategy>('/api/strategies', {
      kind: 'action_plan',
      title: 'Nästa plan',
      shortTitle: 'Nästa',
      replaces: [draft.id],
      copyGoals: true,
    });
    await eva!.post(`/api/strategies/${next.body.id}/adoption`, { decidedOn: '2026-11-26' });
    expect((await history(ida)).items[0]).toMatchObject({ what: 'replaced', after: 'Nästa' });
    // The goal before and the one that took its place both tell it, to everybody.
    const [before, after] = [
      draft.goals[0]?.id,
      (await ida!.get<Strategy>(`/api/strategies/${next.body.id}`)).body.goals[0]?.id,
    ];
    const went = { what: 'goal-went', subject: '1', before: 'Historia', after: 'continues' };
    expect((await history(ida, `?goal=${before}`)).items.find(({ what }) => what === 'goal-went')).toMatchObject(went);
    const { body } = await ida!.get(`/api/strategies/${next.body.id}/history?goal=${after}`);
    expect(StrategyHistory.parse(body).items.find(({ what }) => what === 'goal-went')).toMatchObject(went);
    expect((await ida!.get(`/api/strategies/${next.body.id}/history`)).text).not.toContain('goal-went');
  });
});
