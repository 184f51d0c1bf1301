import { GoalChoices, Strategy, StrategyOverview } from '@samverkan/strategies/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let ida: Client;
let eva: Client;
beforeAll(async () => {
  app = await testApp();
  [ida, eva] = (await Promise.all([app.signIn('ida.nordlund'), app.signIn('eva.berglind')])) as [Client, Client];
});
afterAll(() => app.close());

const idOf = async (key: string) =>
  (await app.sql<{ id: string }>('select id from strategy where key = $1', [key]))[0]?.id ?? '';
const read = async (key: string, by = ida) => Strategy.parse((await by.get(`/api/strategies/${await idOf(key)}`)).body);
const overview = async (by = ida) => StrategyOverview.parse((await by.get('/api/strategies')).body);

describe('the overview of strategies', () => {
  it('begins with the three national frames', async () => {
    expect((await overview()).frames.map(({ kind, goalCount }) => [kind, goalCount])).toEqual([
      ['national_strategy', 4],
      ['action_programme', 6],
      ['policy_goals', 6],
    ]);
  });

  it('shows each chain with the time when nothing applied', async () => {
    const chains = (await overview()).chains.map(({ links }) =>
      links.map((link) => (link.type === 'gap' ? `${link.startsOn}–${link.endsOn}` : link.strategy.shortTitle)),
    );
    expect(chains).toEqual([
      [
        'Länsstrategi 2014–2016',
        '2017-01-01–2017-12-31',
        'Regional strategi 2018–2021',
        '2022-01-01–2022-03-21',
        'Handlingsplan 2022–2026',
      ],
      [
        'Jämställdhetsintegrering 2014–2016',
        '2017-01-01–2017-12-31',
        'Jämställdhetsintegrering 2018–2021',
        '2022-01-01–2023-12-31',
        'Länsstrategi för jämställdhet 2024–2027',
      ],
    ]);
  });

  it('says what is expired, and what is only probably a replacement', async () => {
    const { strategies, chains } = await overview();
    expect(strategies.find((one) => one.shortTitle === 'Regional strategi 2018–2021')).toMatchObject({
      expired: true,
      status: 'superseded',
    });
    const replaced = chains
      .flatMap(({ links }) => links)
      .find((link) => link.type === 'strategy' && link.strategy.shortTitle === 'Regional strategi 2018–2021');
    expect(replaced).toMatchObject({ replacesVerification: 'inferred' });
  });
});

describe('the county plan', () => {
  it('has four goals, each with the national goals it serves and how we know', async () => {
    const plan = await read('reg-22-handlingsplan-2022');
    const goals = plan.goals.filter(({ kind }) => kind === 'goal');
    expect(goals.map((goal) => goal.number)).toEqual(['1', '2', '3', '4']);
    const [first] = goals;
    expect(first?.serves.map(({ goal, verification }) => [goal.strategyShortTitle, goal.number, verification])).toEqual(
      [
        ['Nationella strategin 2017–2026', '1', 'verified'],
        ['Åtgärdsprogrammet 2024–2026', '2', 'inferred'],
        ['Åtgärdsprogrammet 2024–2026', '3', 'inferred'],
        ['Jämställdhetsmålen', '6', 'inferred'],
      ],
    );
    expect(plan.goals.flatMap((goal) => goal.serves).every((link) => link.motive)).toBe(true);
  });

  it('has thirteen measures under its goals, numbered through the document, whose wording is told to be ours', async () => {
    const { goals } = await read('reg-22-handlingsplan-2022');
    const measures = goals.filter(({ kind }) => kind === 'measure');
    expect(measures.map(({ number }) => Number(number))).toEqual(Array.from({ length: 13 }, (_, at) => at + 1));
    expect(measures.every(({ placeholder, parentId }) => placeholder && goals.some(({ id }) => id === parentId))).toBe(
      true,
    );
  });

  it('was signed by fifteen, of whom the source names nine', async () => {
    const plan = await read('reg-22-handlingsplan-2022');
    expect([plan.signatoryCount, plan.signatories.length, plan.unnamedSignatories]).toEqual([15, 9, 6]);
    expect(plan.signatories.every((signatory) => signatory.organization && signatory.signedOn === '2022-03-22')).toBe(
      true,
    );
  });

  it('replaces the strategy before it, which says so', async () => {
    expect((await read('reg-22-vald-2018-2021')).replacedBy).toMatchObject([{ shortTitle: 'Handlingsplan 2022–2026' }]);
    expect((await read('reg-22-handlingsplan-2022')).replaces).toMatchObject([
      { shortTitle: 'Regional strategi 2018–2021' },
    ]);
  });
});

describe('the first county strategy', () => {
  it('names its parties as they were called then, tied to what they are today', async () => {
    const { signatories } = await read('reg-22-vald-2014-2016');
    expect(signatories.find((one) => one.name === 'Landstinget Västernorrland')?.organization?.name).toBe(
      'Region Västernorrland',
    );
    expect(signatories.find((one) => one.name === 'Kommunförbundet Västernorrland')?.organization).toBeNull();
    expect(signatories).toHaveLength(13);
  });
});

describe('the goals to choose from', () => {
  it("are the county's own first, then the national ones", async () => {
    const { items } = GoalChoices.parse((await ida.get('/api/goals/choices')).body);
    const goals = items.filter(({ kind }) => kind === 'goal');
    expect(goals.slice(0, 6).map((goal) => [goal.strategyShortTitle, goal.number, goal.countyCode])).toEqual([
      ['Handlingsplan 2022–2026', '1', '22'],
      ['Handlingsplan 2022–2026', '2', '22'],
      ['Handlingsplan 2022–2026', '3', '22'],
      ['Handlingsplan 2022–2026', '4', '22'],
      ['Länsstrategi för jämställdhet 2024–2027', '1', '22'],
      ['Nationella strategin 2017–2026', '1', null],
    ]);
    expect([goals.length, items.length]).toEqual([21, 34]);
  });

  it('leave out the plans of other counties', async () => {
    const per = await app.signIn('per.ost');
    const { items } = GoalChoices.parse((await per.get('/api/goals/choices')).body);
    expect(items.map((goal) => goal.countyCode)).not.toContain('22');
    expect(items).toHaveLength(16);
  });
});

describe('a draft of the next plan', () => {
  let draft: string;
  beforeAll(async () => {
    await app.sql(`insert into strategy (key, kind, title, short_title, starts_on, status, verification, owner_organization_id, county_codes)
      select 'draft', 'action_plan', 'Nästa plan', 'Utkast 2027', '2027-01-01', 'draft', 'unverified', id, '{22}' from organization where key = 'county_board:22'`);
    await app.sql(
      `insert into goal (key, strategy_id, number, title, sort) select 'draft:1', id, '1', 'Hemligt mål', 1 from strategy where key = 'draft'`,
    );
    await app.sql(
      `insert into strategy_succession (old_id, new_id, verification) select o.id, n.id, 'verified' from strategy o, strategy n where o.key = 'reg-22-handlingsplan-2022' and n.key = 'draft'`,
    );
    await app.sql(
      `insert into goal_link (goal_id, frame_goal_id, verification) select g.id, f.id, 'verified' from goal g, goal f where g.key = 'draft:1' and f.key = 'nat-1'`,
    );
    draft = await idOf('draft');
  });

  it('is seen by the county board that writes it', async () => {
    expect((await overview(eva)).strategies.map((one) => one.shortTitle)).toContain('Utkast 2027');
    expect((await read('draft', eva)).goals).toMatchObject([{ title: 'Hemligt mål' }]);
  });

  it('is nowhere to be seen for a municipality: not in lists, not by its address, not as a successor, not from the goals it serves', async () => {
    expect((await ida.get(`/api/strategies/${draft}`)).status).toBe(404);
    const everything = await Promise.all([
      ida.get('/api/strategies'),
      ida.get('/api/goals/choices'),
      ida.get(`/api/strategies/${await idOf('reg-22-handlingsplan-2022')}`),
      ida.get(`/api/strategies/${await idOf('nat-2017-2026')}`),
    ]);
    for (const { text } of everything) {
      expect(text).not.toContain('Utkast 2027');
      expect(text).not.toContain('Hemligt');
      expect(text).not.toContain(draft);
    }
  });
});

describe('strategies', () => {
  it('are read only by those who have signed in', async () => {
    const stranger = await app.stranger();
    for (const path of ['/api/strategies', `/api/strategies/${await idOf('jam')}`, '/api/goals/choices']) {
      expect((await stranger.get(path)).status).toBe(401);
    }
  });

  it('are not found when they do not exist', async () => {
    expect((await ida.get('/api/strategies/01900000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});
