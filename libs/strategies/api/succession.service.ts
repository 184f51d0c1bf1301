import { Injectable } from '@nestjs/common';
import { Db, GoalMoves, badInput, conflict, currentActor, notFound } from '@samverkan/shared/api';
import {
  type Follower,
  type FollowerChoice,
  type GoalWay,
  type GoalWayInput,
  type Succession,
  lackOf,
} from '@samverkan/strategies/contract';
import { strategiesPolicy } from './strategies.policy';
import { goalRef, ref } from './strategies.query';
import { StrategyTraces } from './strategy-traces';

/** So many followers of one goal are listed; all of them move. */
const cap = 200;

const goals = `json_agg(json_build_object(${goalRef('g', 's')}, 'kind', g.kind, 'parentId', g.parent_id) order by g.sort)`;
const frame = `
  select json_build_object(${ref('s')}) as strategy,
    (select coalesce(json_agg(json_build_object(${ref('o')}) order by o.starts_on), '[]') from strategy_succession y join strategy o on o.id = y.old_id where y.new_id = s.id) as replaces,
    (select coalesce(${goals}, '[]') from goal g where g.strategy_id = s.id) as goals
  from strategy s where s.id = $1`;
const ways = `
  select json_build_object(${goalRef('g', 's')}, 'kind', g.kind, 'parentId', g.parent_id) as goal, x.kind, coalesce(x.motive, '') as motive,
    coalesce(x.new_goal_ids, '{}') as "goalIds", coalesce(x.version, 0) as version
  from strategy_succession y join strategy s on s.id = y.old_id join goal g on g.strategy_id = s.id
    left join goal_succession x on x.strategy_id = y.new_id and x.old_goal_id = g.id
  where y.new_id = $1 order by s.starts_on, g.sort`;

type WayRow = Omit<GoalWay, 'lacks' | 'followers'>;
interface FollowerRow {
  area: Follower['area'];
  id: string;
  goalId: string;
  title: string;
  path: string;
  owners: Follower['owners'];
  chosen: string[] | null;
}

/** Where the goals of the strategies before go in this one, and what follows them. */
@Injectable()
export class SuccessionService {
  constructor(
    private readonly db: Db,
    private readonly moves: GoalMoves,
    private readonly traces: StrategyTraces,
  ) {}

  /** Who writes the draft sees its ways and what would follow, as far as she may see each; others see the ways of what was decided. */
  async open(id: string): Promise<Succession> {
    const row = await this.traces.row(id);
    const actor = currentActor();
    strategiesPolicy.require('read', actor, row);
    const head = await this.db.one<Pick<Succession, 'strategy' | 'replaces' | 'goals'>>(frame, [id]);
    if (!head) throw notFound();
    const rows = await this.db.query<WayRow>(ways, [id]);
    const followers = strategiesPolicy.can('write', actor, row) ? await this.followers(id, rows) : [];
    return {
      ...head,
      cap,
      ways: rows.map((way) => ({
        ...way,
        lacks: lackOf(way),
        followers: followers
          .filter(({ goalId }) => goalId === way.goal.id)
          .map((follower) => followerOf(follower, way)),
      })),
    };
  }

  async say(id: string, oldGoalId: string, { kind, motive, goalIds, version }: GoalWayInput): Promise<Succession> {
    const row = await this.traces.forChange(id, 'write');
    const now = await this.db.one<WayRow & { number: string }>(
      `select x.kind, coalesce(x.motive, '') as motive, coalesce(x.new_goal_ids, '{}') as "goalIds", coalesce(x.version, 0) as version, g.number
       from strategy_succession y join goal g on g.strategy_id = y.old_id and g.id = $2
       left join goal_succession x on x.strategy_id = y.new_id and x.old_goal_id = g.id where y.new_id = $1`,
      [id, oldGoalId],
    );
    if (!now) throw notFound();
    if (
      version !== now.version &&
      JSON.stringify([now.kind, now.motive, now.goalIds]) !== JSON.stringify([kind, motive, goalIds])
    )
      throw conflict('stale-version', {
        version: now.version,
        fields: { kind: now.kind, motive: now.motive, goalIds: now.goalIds },
      });
    await this.refuseUnknown(id, goalIds, 'goalIds');
    await this.db.query(
      `insert into goal_succession (strategy_id, old_goal_id, kind, motive, new_goal_ids) values ($1, $2, $3, $4, $5)
       on conflict (strategy_id, old_goal_id) do update set kind = $3, motive = $4, new_goal_ids = $5, version = goal_succession.version + 1`,
      [id, oldGoalId, kind, motive, [...new Set(goalIds)]],
    );
    await this.traces.write(row, 'strategy.way-said', [
      {
        field: 'goalWay',
        before: { goal: now.number, kind: now.kind },
        after: { goal: now.number, goalId: oldGoalId, kind, motive, goalIds },
      },
    ]);
    return this.open(id);
  }

  /** One follower goes elsewhere than the rule says, or stays; `null` follows the rule again. Only what the actor sees can be chosen for. */
  async choose(id: string, oldGoalId: string, { area, id: objectId, goalIds }: FollowerChoice): Promise<Succession> {
    const row = await this.traces.forChange(id, 'write');
    const rows = (await this.db.query<WayRow>(ways, [id])).filter(({ goal }) => goal.id === oldGoalId);
    const seen = (await this.followers(id, rows)).some((one) => one.area === area && one.id === objectId);
    if (!seen) throw notFound();
    const key = [id, oldGoalId, area, objectId];
    await this.db.query(
      'delete from succession_choice where strategy_id = $1 and old_goal_id = $2 and area = $3 and object_id = $4',
      key,
    );
    if (goalIds) {
      await this.refuseUnknown(id, goalIds, 'goalIds');
      await this.db.query(
        'insert into succession_choice (strategy_id, old_goal_id, area, object_id, new_goal_ids) values ($1, $2, $3, $4, $5)',
        [...key, [...new Set(goalIds)]],
      );
    }
    await this.traces.write(row, 'strategy.follower-chosen');
    return this.open(id);
  }

  private followers(id: string, rows: readonly WayRow[]): Promise<FollowerRow[]> {
    const { query } = this.moves;
    if (!query || rows.length === 0) return Promise.resolve([]);
    return this.db.query<FollowerRow>(
      `select f.area, f.id, f.goal_id as "goalId", f.title, f.path, c.new_goal_ids as chosen,
         (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) order by o.name), '[]') from organization o where o.id = any (f.owner_ids)) as owners
       from (select w.*, row_number() over (partition by w.goal_id order by w.area, w.title, w.id) as turn from (${query}) w) f
         left join succession_choice c on c.strategy_id = $2 and c.old_goal_id = f.goal_id and c.area = f.area and c.object_id = f.id
       where f.turn <= ${cap + 1} order by f.goal_id, f.turn`,
      [rows.map(({ goal }) => goal.id), id],
    );
  }

  private async refuseUnknown(id: string, goalIds: readonly string[], path: string): Promise<void> {
    const unknown = await this.db.query<{ n: number }>(
      `select (n - 1)::int as n from unnest($2::uuid[]) with ordinality f (id, n)
       where not exists (select from goal g where g.id = f.id and g.strategy_id = $1) order by n`,
      [id, goalIds],
    );
    if (unknown.length > 0)
      throw badInput(unknown.map(({ n }) => ({ path: `${path}.${n}`, code: 'field.not-a-choice' })));
  }
}

function followerOf({ area, id, title, path, owners, chosen }: FollowerRow, way: WayRow): Follower {
  return { area, id, title, path, owners, goalIds: chosen ?? way.goalIds.slice(0, 1), chosen: chosen !== null };
}
