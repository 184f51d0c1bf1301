// Strategies that follow one another at random: whatever ways their goals take, the work is all there, once, and so are its lines.
import fc from 'fast-check';
import type { Succession } from '@samverkan/strategies/contract';
import { type Client, type TestApp, strategyHand, testApp } from '@samverkan/testing';

/** What is looked at of a goal's line: the area above is not leaned on. */
interface Series {
  months: { underWay: number; completed: number }[];
}

let app: TestApp;
let eva: Client;
beforeAll(async () => {
  app = await testApp();
  eva = await app.signIn('eva.berglind');
});
afterAll(() => app.close());

const { begin, withGoals, adopt, anAdopted, say } = strategyHand(() => eva);

/** A goal and all that it comes from, as the ways were said. */
const familyOf = (id: string, from: ReadonlyMap<string, readonly string[]>): Set<string> =>
  new Set([id, ...(from.get(id) ?? []).flatMap((old) => [...familyOf(old, from)])]);

describe('chains of successions', () => {
  // 10,000 actions with goals drawn at random, carried through five strategies whose goals' ways are drawn too.
  it('lose no action, double none, leave none without a goal, and every series sums', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), async (chance) => {
        const draw = (below: number) => Number(chance.next().value) % below;
        const from = new Map<string, string[]>();
        let strategy = await anAdopted(Array.from({ length: 8 }, (_, index) => `Mål ${index}`));
        await app.sql(
          `insert into action (title, kind, status, visibility, owner_ids, county_codes, goal_ids, created_by)
           select 'Kedja', 'other', (array['planned', 'ongoing', 'paused', 'completed', 'cancelled'])[1 + (random() * 4)::int], 2, array[o.id], '{22}', g.ids, u.id
           from generate_series(1, 2000) n, (select id from organization where key = 'municipality:2282') o, (select id from app_user limit 1) u,
             lateral (select array_agg(id) as ids from (select id from goal where strategy_id = $1 and n > 0 order by random() limit 1 + (n % 3)) x) g`,
          [strategy.id],
        );
        const open = `status in ('planned', 'ongoing', 'paused')`;
        const [before] = await app.sql<{ n: number; open: number }>(
          `select count(*)::int as n, count(*) filter (where ${open})::int as open from action where title = 'Kedja'`,
        );
        for (let turn = 0; turn < 5; turn += 1) {
          const next = await withGoals(
            await begin({ replaces: [strategy.id] }),
            Array.from({ length: 3 + draw(5) }, (_, n) => `Mål ${turn}:${n}`),
          );
          const some = (n: number) => next.goals.map(({ id }) => id).slice(draw(2), draw(2) + n);
          for (const { id } of strategy.goals) {
            const kind = ['continues', 'changed', 'split', 'merged', 'ended'][draw(5)] ?? 'ended';
            const goalIds =
              kind === 'split'
                ? some(3)
                : kind === 'ended'
                  ? some(draw(2))
                  : [next.goals[draw(next.goals.length)]?.id ?? ''];
            expect((await say(next, id, { kind, goalIds })).status).toBe(200);
          }
          const [rows] = await app.sql<{ goals: string[][] }>(
            `select json_agg(goal_ids order by id) as goals from action where title = 'Kedja' and ${open}`,
          );
          expect((await adopt(next)).status).toBe(200);
          const ways = (await eva.get<Succession>(`/api/strategies/${next.id}/succession`)).body.ways;
          for (const { goal, goalIds } of ways)
            for (const to of goalIds) from.set(to, [...(from.get(to) ?? []), goal.id]);
          const rule = new Map(ways.map((way) => [way.goal.id, way.goalIds.slice(0, 1)]));
          const expected = rows?.goals.map((goals) =>
            [...new Set(goals.flatMap((goal) => (rule.get(goal)?.length ? (rule.get(goal) ?? []) : [goal])))].sort(),
          );
          const [after] = await app.sql<{
            goals: string[][];
            n: number;
            open: number;
            without: number;
            doubled: number;
            rows: boolean;
          }>(
            `select json_agg(goal_ids order by id) filter (where ${open}) as goals, count(*)::int as n, count(*) filter (where ${open})::int as open,
               count(*) filter (where cardinality(goal_ids) = 0)::int as without,
               count(*) filter (where cardinality(goal_ids) <> (select count(distinct g) from unnest(goal_ids) g))::int as doubled,
               bool_and(goal_ids <@ array(select l.goal_id from action_goal l where l.action_id = a.id)) as rows
             from action a where title = 'Kedja'`,
          );
          expect({ ...after, goals: after?.goals.map((goals) => [...goals].sort()) }).toEqual({
            ...before,
            goals: expected,
            without: 0,
            doubled: 0,
            rows: true,
          });
          strategy = next;
        }
        const work = await app.sql<{ status: string; goals: string[] }>(
          `select status, to_json(goal_ids) as goals from action where title = 'Kedja'`,
        );
        for (const { id } of strategy.goals) {
          const kin = familyOf(id, from);
          const here = work.filter(({ goals }) => goals.some((goal) => kin.has(goal)));
          const count = (...states: string[]) => here.filter(({ status }) => states.includes(status)).length;
          const { months } = (await eva.get<Series>(`/api/coverage/goals/${id}/series`)).body;
          const { underWay, completed } = months.at(-1) ?? { underWay: 0, completed: 0 };
          expect([id, underWay, completed]).toEqual([id, count('ongoing', 'paused'), count('completed')]);
        }
        await app.sql(`delete from action where title = 'Kedja'`);
      }),
      { numRuns: 1 },
    );
  });
});
