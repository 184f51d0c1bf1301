import { Injectable } from '@nestjs/common';
import { Db, badInput, conflict } from '@samverkan/shared/api';
import type { Strategy } from '@samverkan/strategies/contract';
import type { GoalPlan, OwnGoal, PlannedGoal } from './goal-import-plan';
import { addGoals, addLinks, builtUpon, historyAt, implementFrames, newIds, placeGoals } from './goal-import.query';
import { GoalsService } from './goals.service';
import { type StrategyRow, StrategyTraces } from './strategy-traces';

const words = ['title', 'titleEn', 'text', 'textEn', 'responsibleOrganizationId', 'indicators'] as const;
type Word = (typeof words)[number];
const columns: Record<Word | 'kind', string> = {
  title: 'title',
  titleEn: 'title_en',
  text: 'text',
  textEn: 'text_en',
  responsibleOrganizationId: 'responsible_organization_id',
  indicators: 'indicators',
  kind: 'kind',
};

interface Link {
  goal: string;
  frame: string;
  motive: string | null;
  /** The motive before; undefined while there was no link. */
  before?: string | null;
}

/** What an import leaves in the history beside the fields it changed, so that it can be taken back. */
interface Receipt {
  added: string[];
  moved: { id: string; parentId: string | null; before: string | null }[];
  links: Link[];
  frames: string[];
}

interface Change {
  field: string;
  before: { goal: string; words: unknown };
  after: { goal: string; words: unknown; goalId: string; version: number };
}

/** Writes what an import has planned, and takes it back. */
@Injectable()
export class GoalImportWrites {
  constructor(
    private readonly db: Db,
    private readonly traces: StrategyTraces,
    private readonly goals: GoalsService,
  ) {}

  /** All of it with few statements; gives the version that takes it back. */
  async write(row: StrategyRow, plan: GoalPlan): Promise<number> {
    const news = plan.goals.filter(({ own }) => own === null);
    const made = await this.db.query<{ id: string }>(newIds, [news.length]);
    const ids = new Map(news.map(({ key }, at) => [key, made[at]?.id ?? '']));
    const idOf = (key: string): string => ids.get(key) ?? key;
    const content = news.map(({ key, kind, said }) => ({ ...said, id: idOf(key), kind }));
    await this.db.query(addGoals, [row.id, JSON.stringify(content)]);
    const changes: Change[] = [];
    for (const { own, said, kind } of plan.goals) if (own) changes.push(...(await this.change(own, { ...said, kind })));
    await this.db.query(placeGoals, [
      plan.tree.order.map(({ key }) => idOf(key)),
      plan.tree.order.map(({ parentKey }) => parentKey && idOf(parentKey)),
    ]);
    const links = plan.goals.flatMap((goal) => linksOf(goal, idOf(goal.key)));
    await this.db.query(addLinks, [JSON.stringify(links)]);
    const frames = await this.db.query<{ id: string }>(implementFrames, [row.id, links.map(({ frame }) => frame)]);
    const receipt: Receipt = {
      added: made.map(({ id }) => id),
      moved: plan.goals.flatMap(({ own, parentKey }) =>
        own && own.parentId !== parentKey
          ? [{ id: own.id, parentId: parentKey && idOf(parentKey), before: own.parentId }]
          : [],
      ),
      links,
      frames: frames.map(({ id }) => id),
    };
    const changed = new Set(changes.map(({ after }) => after.goalId)).size;
    await this.goals.renumber(row.id);
    await this.traces.write(row, 'strategy.goals-imported', [
      ...news.map(({ key, said }) => ({
        field: 'goal',
        before: null,
        after: { words: said.title, goalId: idOf(key) },
      })),
      ...changes,
      { field: 'goalsImported', before: null, after: { count: { added: made.length, changed }, ...receipt } },
    ]);
    return row.version;
  }

  /** Back as it was before that version, as long as nothing of it has been touched or built upon. */
  async undo(strategyId: string, version: number): Promise<Strategy> {
    const row = await this.traces.forChange(strategyId, 'write');
    const left = await this.db.query<Change & { after: unknown }>(historyAt, [strategyId, version]);
    const receipt = left.find(({ field }) => field === 'goalsImported')?.after as Receipt | undefined;
    if (!receipt) throw badInput([{ path: 'version', code: 'field.not-a-choice' }]);
    const changes = left.filter(({ field }) => field.startsWith('goal.')) as Change[];
    await this.refuseBuiltUpon(strategyId, receipt, changes);
    for (const { id, before } of receipt.moved)
      await this.db.query('update goal set parent_id = $2 where id = $1', [id, before]);
    await this.backFields(changes);
    for (const { goal, frame, before } of receipt.links)
      await this.db.query(
        before === undefined
          ? 'delete from goal_link where goal_id = $1 and frame_goal_id = $2'
          : 'update goal_link set motive = $3 where goal_id = $1 and frame_goal_id = $2',
        before === undefined ? [goal, frame] : [goal, frame, before],
      );
    await this.db.query(
      `delete from strategy_frame f where f.strategy_id = $1 and f.frame_id = any ($2) and not exists (select from goal_link l
         join goal g on g.id = l.goal_id join goal t on t.id = l.frame_goal_id where g.strategy_id = $1 and t.strategy_id = f.frame_id)`,
      [strategyId, receipt.frames],
    );
    for (const id of receipt.added) await this.db.query('select goal_remove($1)', [id]);
    return this.goals.done(row, 'strategy.goals-import-undone', [
      ...changes.map(({ field, before, after }) => ({
        field,
        before: { goal: after.goal, words: after.words },
        after: { goal: before.goal, words: before.words, goalId: after.goalId, version: after.version + 1 },
      })),
      { field: 'goalsImportUndone', before: null, after: { version } },
    ]);
  }

  private async change(own: OwnGoal, said: PlannedGoal['said']): Promise<Change[]> {
    const differs = ([...words, 'kind'] as const).filter(
      (field) => said[field] !== undefined && JSON.stringify(said[field]) !== JSON.stringify(own[field]),
    );
    if (differs.length === 0) return [];
    const set = differs.map((field, at) => `${columns[field]} = $${at + 2}`).join(', ');
    await this.db.query(`update goal set ${set}, version = version + 1 where id = $1`, [
      own.id,
      ...differs.map((field) => said[field]),
    ]);
    return differs.map((field) => ({
      field: `goal.${field}`,
      before: { goal: own.number, words: own[field] },
      after: { goal: own.number, words: said[field], goalId: own.id, version: own.version + 1 },
    }));
  }

  private async backFields(changes: readonly Change[]): Promise<void> {
    for (const goalId of new Set(changes.map(({ after }) => after.goalId))) {
      const mine = changes.filter(({ after }) => after.goalId === goalId);
      const set = mine.map(({ field }, at) => `${columns[field.slice(5) as Word]} = $${at + 2}`).join(', ');
      await this.db.query(`update goal set ${set}, version = version + 1 where id = $1`, [
        goalId,
        ...mine.map(({ before }) => before.words),
      ]);
    }
  }

  private async refuseBuiltUpon(strategyId: string, receipt: Receipt, changes: readonly Change[]): Promise<void> {
    const found = await this.db.one<{ built: boolean }>(builtUpon, [strategyId, receipt.added]);
    const standing = await this.db.query<{ id: string; version: number; parentId: string | null }>(
      'select id, version, parent_id as "parentId" from goal where id = any ($1)',
      [[...changes.map(({ after }) => after.goalId), ...receipt.moved.map(({ id }) => id)]],
    );
    const at = new Map(standing.map((goal) => [goal.id, goal]));
    const touched =
      changes.some(({ after }) => at.get(after.goalId)?.version !== after.version) ||
      receipt.moved.some(({ id, parentId }) => at.get(id)?.parentId !== parentId);
    if (found?.built !== false || touched) throw conflict('import.built-upon');
  }
}

const linksOf = ({ said, own }: PlannedGoal, goal: string): Link[] => {
  const served = new Map(own?.serves.map(({ id, motive }) => [id, motive]));
  return (said.serves ?? []).flatMap((frame): Link[] => {
    const motive = said.motive ?? null;
    const link = { goal, frame, motive };
    if (!served.has(frame)) return [link];
    const before = served.get(frame) ?? null;
    return motive !== null && motive !== before ? [{ ...link, before }] : [];
  });
};
