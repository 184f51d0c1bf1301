import { Injectable } from '@nestjs/common';
import { Db, badInput, notFound, refuseChanged } from '@samverkan/shared/api';
import type { GoalChange, GoalInput, GoalLinks, GoalPlace, Strategy } from '@samverkan/strategies/contract';
import { asNamed, differing, settingOf } from './changed-fields';
import { frameKinds } from './strategies.policy';
import { StrategiesService } from './strategies.service';
import { type StrategyRow, StrategyTraces } from './strategy-traces';

const columns = {
  title: 'title',
  titleEn: 'title_en',
  text: 'text',
  textEn: 'text_en',
  kind: 'kind',
  responsibleOrganizationId: 'responsible_organization_id',
  indicators: 'indicators',
} as const;
type Column = keyof typeof columns;

interface GoalRow {
  id: string;
  strategyId: string;
  version: number;
  number: string;
}

// Each goal's place in the tree, read from the top: its number is its place, and measures are counted through the whole document.
const renumbered = `
  with recursive tree as (
    select g.id, g.kind, array[g.sort] as path, array[g.id] as ids from goal g where g.strategy_id = $1 and g.parent_id is null
    union all select g.id, g.kind, t.path || g.sort, t.ids || g.id from goal g join tree t on g.parent_id = t.id),
  placed as (
    select t.id, t.kind, t.path, t.ids, row_number() over (order by t.path, t.id) as sort,
      row_number() over (partition by t.kind, case when t.kind = 'goal' then t.ids[cardinality(t.ids) - 1] end order by t.path, t.id) as turn from tree t),
  numbered as (
    select p.id, p.sort, case when p.kind = 'measure' then p.turn::text else (
      select string_agg(u.turn::text, '.' order by cardinality(u.ids)) from placed u where u.id = any (p.ids) and u.kind = 'goal') end as number from placed p)
  update goal g set sort = n.sort, number = n.number from numbered n where n.id = g.id and (g.sort, g.number) is distinct from (n.sort::int, n.number) returning g.id`;

/** The goals of a draft: a tree whose numbers follow from its places. */
@Injectable()
export class GoalsService {
  constructor(
    private readonly db: Db,
    private readonly traces: StrategyTraces,
    private readonly strategies: StrategiesService,
  ) {}

  async add(strategyId: string, { title, kind, text, parentId, afterId }: GoalInput): Promise<Strategy> {
    const row = await this.traces.forChange(strategyId, 'write');
    const made = await this.db.one<{ id: string }>(
      `insert into goal (strategy_id, number, title, text, kind, sort) values ($1, '', $2, $3, $4, 1000000) returning id`,
      [strategyId, title, text, kind],
    );
    if (!made) throw notFound();
    // Without a place it comes last among its siblings.
    if (afterId || parentId)
      await this.stand(row, made.id, { parentId, afterId: afterId ?? (await this.lastUnder(row, parentId, made.id)) });
    return this.done(row, 'strategy.goal-added', [
      { field: 'goal', before: null, after: { words: title, goalId: made.id } },
    ]);
  }

  async change(id: string, version: number, { guardConfirmed: _confirmed, ...sent }: GoalChange): Promise<Strategy> {
    const { goal, row } = await this.held(id);
    const stands = await this.db.one<{ before: Record<Column, unknown> }>(
      `select ${asNamed(columns)} from goal where id = $1`,
      [id],
    );
    if (!stands) throw notFound();
    const { before } = stands;
    const differs = differing<typeof columns>(before, sent);
    if (version !== goal.version) {
      const since = await this.changedSince(row, goal, version);
      refuseChanged({ seen: version, now: goal.version }, differs, before, since);
    }
    if (sent.responsibleOrganizationId) {
      const there = await this.db.one('select 1 as there from organization o where o.id = $1', [
        sent.responsibleOrganizationId,
      ]);
      if (!there) throw badInput([{ path: 'responsibleOrganizationId', code: 'field.not-a-choice' }]);
    }
    if (differs.length === 0) return this.strategies.read(row.id);
    const { set, values } = settingOf(columns, differs, sent);
    await this.db.query(`update goal set ${set}, version = version + 1 where id = $1`, [id, ...values]);
    const fields = differs.map((field) => ({
      field: `goal.${field}`,
      before: { goal: goal.number, words: before[field] },
      after: { goal: goal.number, words: sent[field], goalId: id, version: goal.version + 1 },
    }));
    return this.done(row, 'strategy.goal-changed', fields);
  }

  async place(id: string, place: GoalPlace): Promise<Strategy> {
    const { goal, row } = await this.held(id);
    await this.stand(row, id, place);
    return this.done(row, 'strategy.goal-moved', [{ field: 'goalPlace', before: goal.number, after: { goalId: id } }]);
  }

  /** All that it serves; what is not named is no longer served. */
  async serve(id: string, { links }: GoalLinks): Promise<Strategy> {
    const { goal, row } = await this.held(id);
    const unknown = await this.db.query<{ path: string }>(
      `select 'links.' || n - 1 || '.frameGoalId' as path from unnest($1::uuid[]) with ordinality f (id, n)
       where not exists (select from goal g join strategy s on s.id = g.strategy_id where g.id = f.id and s.kind = any ($2) and s.id <> $3) order by n`,
      [links.map(({ frameGoalId }) => frameGoalId), frameKinds, row.id],
    );
    if (unknown.length > 0) throw badInput(unknown.map(({ path }) => ({ path, code: 'field.not-a-choice' })));
    const before = await this.linksOf(id);
    await this.db.query('delete from goal_link where goal_id = $1 and frame_goal_id <> all ($2)', [
      id,
      links.map(({ frameGoalId }) => frameGoalId),
    ]);
    await this.db.query(
      `insert into goal_link (goal_id, frame_goal_id, motive, verification)
       select distinct on (l."frameGoalId") $1::uuid, l."frameGoalId", l.motive, 'verified' from jsonb_to_recordset($2::jsonb) l ("frameGoalId" uuid, motive text)
       on conflict (goal_id, frame_goal_id) do update set motive = excluded.motive where goal_link.motive is distinct from excluded.motive`,
      [id, JSON.stringify(links)],
    );
    // A goal that serves a frame makes its strategy one that implements it.
    await this.db.query(
      `insert into strategy_frame (strategy_id, frame_id) select distinct $1::uuid, g.strategy_id from goal g where g.id = any ($2) on conflict do nothing`,
      [row.id, links.map(({ frameGoalId }) => frameGoalId)],
    );
    const after = await this.linksOf(id);
    return this.done(row, 'strategy.goal-changed', [
      { field: 'goalLinks', before: { words: before }, after: { goal: goal.number, goalId: id, words: after } },
    ]);
  }

  /** Away with the goal and all under it; it can be put back as it was. */
  async remove(id: string): Promise<Strategy> {
    const { row } = await this.held(id);
    const title = await this.titleOf(id);
    const done = await this.db.one<{ done: boolean }>('select goal_remove($1) as done', [id]);
    if (done?.done !== true) throw notFound();
    return this.done(row, 'strategy.goal-removed', [{ field: 'goalRemoved', before: title, after: null }]);
  }

  async restore(strategyId: string, id: string): Promise<Strategy> {
    const row = await this.traces.forChange(strategyId, 'write');
    const done = await this.db.one<{ done: boolean }>('select goal_restore($1) as done', [id]);
    if (done?.done !== true) throw notFound();
    return this.done(row, 'strategy.goal-restored', [
      { field: 'goalRestored', before: null, after: await this.titleOf(id) },
    ]);
  }

  /** The same, from the trash. */
  async putBack(id: string): Promise<Strategy> {
    const lies = await this.db.one<{ strategy: string }>(
      'select strategy_id as strategy from goals_thrown_away() where id = $1',
      [id],
    );
    if (!lies) throw notFound();
    return this.restore(lies.strategy, id);
  }

  private async linksOf(id: string): Promise<{ goal: string; motive: string | null }[]> {
    return this.db.query(
      'select l.frame_goal_id as goal, l.motive from goal_link l join goal g on g.id = l.frame_goal_id where l.goal_id = $1 order by g.strategy_id, g.sort',
      [id],
    );
  }

  /** The fields of the goal that somebody has changed after that version of it. */
  private async changedSince(row: StrategyRow, goal: GoalRow, seen: number): Promise<string[]> {
    const since = await this.db.query<{ field: string }>(
      `select distinct substr(field, 6) as field from change_log where area = 'strategies' and object_id = $1 and field like 'goal.%'
         and after->>'goalId' = $2 and (after->>'version')::int > $3`,
      [row.id, goal.id, seen],
    );
    return since.map(({ field }) => field);
  }

  private async titleOf(id: string): Promise<string | null> {
    return (await this.db.one<{ title: string }>('select title from goal where id = $1', [id]))?.title ?? null;
  }

  private async held(id: string): Promise<{ goal: GoalRow; row: StrategyRow }> {
    const find = () =>
      this.db.one<GoalRow & object>('select id, strategy_id as "strategyId", version, number from goal where id = $1', [
        id,
      ]);
    const seen = await find();
    if (!seen) throw notFound();
    const row = await this.traces.forChange(seen.strategyId, 'write');
    const goal = await find();
    if (!goal) throw notFound();
    return { goal, row };
  }

  private async stand({ id: strategyId }: StrategyRow, id: string, { parentId, afterId }: GoalPlace): Promise<void> {
    if (parentId) {
      const under = await this.db.one<{ there: boolean; itself: boolean }>(
        `with recursive up as (select g.id, g.parent_id from goal g where g.id = $1 union select g.id, g.parent_id from goal g join up u on g.id = u.parent_id)
         select exists (select from goal g where g.id = $1 and g.strategy_id = $2 and g.kind = 'goal') as there, exists (select from up where up.id = $3) as itself`,
        [parentId, strategyId, id],
      );
      if (!under?.there) throw badInput([{ path: 'parentId', code: 'field.not-a-choice' }]);
      if (under.itself) throw badInput([{ path: 'parentId', code: 'goal.under-itself' }]);
    }
    const siblings = await this.db.query<{ id: string }>(
      'select id from goal where strategy_id = $1 and parent_id is not distinct from $2 and id <> $3 order by sort',
      [strategyId, parentId, id],
    );
    const at = afterId ? siblings.findIndex((sibling) => sibling.id === afterId) : -1;
    if (afterId && at < 0) throw badInput([{ path: 'afterId', code: 'field.not-a-choice' }]);
    const order = siblings.map((sibling) => sibling.id);
    order.splice(at + 1, 0, id);
    await this.db.query('update goal set parent_id = $2 where id = $1', [id, parentId]);
    await this.db.query(
      'update goal g set sort = o.n from unnest($1::uuid[]) with ordinality o (id, n) where g.id = o.id',
      [order],
    );
  }

  private async lastUnder({ id }: StrategyRow, parentId: string | null, but: string): Promise<string | null> {
    const last = await this.db.one<{ id: string }>(
      'select id from goal where strategy_id = $1 and parent_id is not distinct from $2 and id <> $3 order by sort desc limit 1',
      [id, parentId, but],
    );
    return last?.id ?? null;
  }

  /** The numbers follow the places anew. */
  async renumber(strategyId: string): Promise<void> {
    await this.db.query(renumbered, [strategyId]);
  }

  /** What follows each change of the goals: their numbers, and its traces. */
  async done(
    row: StrategyRow,
    kind: string,
    fields: readonly { field: string; before: unknown; after: unknown }[],
  ): Promise<Strategy> {
    await this.renumber(row.id);
    await this.traces.write(row, kind, fields);
    return this.strategies.read(row.id);
  }
}
