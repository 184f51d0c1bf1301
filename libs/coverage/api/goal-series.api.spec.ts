// The line runs on when one strategy gives way to the next: nothing falls out, nothing is counted twice.
import { GoalSeries } from '@samverkan/coverage/contract';
import { type Client, type TestApp, testApp } from '@samverkan/testing';

let app: TestApp;
let [eva, ida]: Client[] = [];
const goals = new Map<string, string>();

beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
  ida = await app.signIn('ida.nordlund');
  await app.sql(`insert into strategy (key, kind, title, short_title, status, verification, owner_organization_id, county_codes, starts_on)
    select v.key, 'action_plan', v.key, v.key, v.status, 'verified', o.id, '{22}', v.starts_on::date
    from organization o, (values ('gammal', 'superseded', '2024-01-01'), ('ny', 'adopted', '2026-01-01'), ('utkast', 'draft', '2026-06-01')) v (key, status, starts_on)
    where o.key = 'county_board:22'`);
  await app.sql(`insert into goal (key, strategy_id, number, title, sort)
    select v.key, s.id, v.number, v.key, v.number::int from strategy s, (values ('gammal', 'g1', '1'), ('gammal', 'g2', '2'), ('ny', 'n1', '1'), ('ny', 'n2', '2'), ('utkast', 'u1', '1')) v (strategy, key, number)
    where s.key = v.strategy`);
  for (const { key, id } of await app.sql<{ key: string; id: string }>('select key, id from goal')) goals.set(key, id);
  // Two goals became one; and the draft says already where that one is to go.
  await app.sql(
    `insert into goal_succession (strategy_id, old_goal_id, kind, new_goal_ids)
     select s.id, v.old, v.kind, array[v.new] from strategy s, (values ('ny', $1::uuid, 'merged', $3::uuid), ('ny', $2, 'merged', $3), ('utkast', $3, 'continues', $4)) v (strategy, old, kind, new) where s.key = v.strategy`,
    [goals.get('g1'), goals.get('g2'), goals.get('n1'), goals.get('u1')],
  );
  const logged: [goals: string[], status: string, from: string, since: string, level: number][] = [
    [['g1'], 'completed', '2024-03-10', '2025-02-05', 2],
    [['g1', 'g2'], 'completed', '2024-04-01', '2025-02-20', 2],
    [['g2'], 'cancelled', '2024-05-01', '2025-01-15', 2],
    [['n1'], 'ongoing', '2025-06-01', '2025-06-01', 2],
    [['n1'], 'planned', '2025-06-01', '2025-06-01', 2],
    [['n1'], 'ongoing', '2026-02-01', '2026-02-01', 0],
    [['n2'], 'ongoing', '2026-02-01', '2026-02-01', 2],
  ];
  for (const [keys, status, from, since, level] of logged)
    await app.sql(
      `insert into action (title, kind, status, status_since, starts_on, visibility, owner_ids, county_codes, goal_ids, created_by)
       select 'Serie', 'other', $2, $4, $3, $5, array[o.id], '{22}', $1, u.id from (select id from organization where key = 'municipality:2283') o, (select id from app_user limit 1) u`,
      [keys.map((key) => goals.get(key)), status, from, since, level],
    );
});
afterAll(() => app.close());

const series = async (key: string, reader = eva) =>
  GoalSeries.parse((await reader!.get(`/api/coverage/goals/${goals.get(key)}/series`)).body);
const at = ({ months }: GoalSeries, month: string) => {
  const found = months.find((one) => one.month === month);
  return found && [found.underWay, found.completed];
};

describe('the work towards a goal, month by month', () => {
  it('is told through both strategies, each action once though it served two goals that became one', async () => {
    const line = await series('n1');
    expect([line.months[0]?.month, line.goals.map(({ title }) => title)]).toEqual(['2024-03', ['g1', 'g2', 'n1']]);
    expect(
      ['2024-03', '2024-04', '2024-05', '2025-01', '2025-02', '2025-06', '2026-03'].map((one) => at(line, one)),
    ).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
      [2, 0],
      [0, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  it('has a mark where the next strategy began, and none for a draft', async () => {
    expect((await series('n1')).marks).toEqual([{ on: '2026-01-01', title: 'ny', titleEn: null }]);
  });

  it('runs on from the old goal too, and a split or merger loses nobody', async () => {
    expect(at(await series('g1'), '2026-03')).toEqual([1, 2]);
    expect(at(await series('n2'), '2026-03')).toEqual([1, 0]);
  });

  it('counts what the reader may see: what others keep to themselves is not in the line', async () => {
    const owner = await app.someone('coordinator', 'municipality:2283');
    expect([at(await series('n1', ida), '2026-03'), at(await series('n1', owner), '2026-03')]).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('is not there for a goal of somebody’s draft, nor for one that has never been', async () => {
    for (const id of [goals.get('u1'), '01900000-0000-7000-8000-000000000000'])
      expect((await ida!.get(`/api/coverage/goals/${id}/series`)).status).toBe(404);
  });

  it('is empty where nothing has begun', async () => {
    await app.sql(
      `insert into goal (key, strategy_id, number, title, sort) select 'tom', id, '9', 'tom', 9 from strategy where key = 'ny'`,
    );
    const [row] = await app.sql<{ id: string }>(`select id from goal where key = 'tom'`);
    goals.set('tom', row?.id ?? '');
    expect(await series('tom')).toMatchObject({ months: [], marks: [] });
  });
});
