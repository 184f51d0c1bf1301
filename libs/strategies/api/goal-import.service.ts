import { Injectable } from '@nestjs/common';
import { Db, countsOf, currentActor, fold, openSheet, partsOf, refuseWrongRows, textOf } from '@samverkan/shared/api';
import {
  type GoalColumn,
  type GoalImportDone,
  type GoalImportPreview,
  type GoalImportQuery,
  recognisedGoalColumns,
} from '@samverkan/strategies/contract';
import type { FrameOfGoals } from './goal-import-cells';
import { type GoalPlan, type OwnGoal, goalPlan } from './goal-import-plan';
import { type GoalGround, readGoal } from './goal-import-row';
import { GoalImportWrites } from './goal-import.writes';
import { framesOf, framesWithGoals, ownGoals, partiesCalled } from './goal-import.query';
import { frameKinds, strategiesPolicy } from './strategies.policy';
import { StrategyTraces } from './strategy-traces';

/** More than any strategy has had. */
const mostRows = 1000;

interface Plan extends GoalPlan {
  headings: string[];
  columns: (GoalColumn | null)[];
}

/** Goals of a draft from a sheet: first what would happen, row by row, then all of it or nothing. */
@Injectable()
export class GoalImportService {
  constructor(
    private readonly db: Db,
    private readonly traces: StrategyTraces,
    private readonly writes: GoalImportWrites,
  ) {}

  async preview(strategyId: string, file: unknown, query: GoalImportQuery): Promise<GoalImportPreview> {
    await this.requireWriter(strategyId);
    const { headings, columns, rows } = await this.plan(strategyId, file, query);
    return { headings, columns, rows, counts: countsOf(rows) };
  }

  /** Writes all rows in the request's transaction. Refused whole, with its places, as long as anything is wrong. */
  async import(strategyId: string, file: unknown, query: GoalImportQuery): Promise<GoalImportDone> {
    const row = await this.traces.forChange(strategyId, 'write');
    const plan = await this.plan(strategyId, file, query);
    refuseWrongRows(plan.rows);
    const added = plan.goals.filter(({ own }) => own === null).length;
    const changed = plan.goals.filter(({ fields }) => fields.length > 0).length;
    const undo = added + changed > 0 ? await this.writes.write(row, plan) : null;
    return { added, changed, same: plan.goals.length - added - changed, undo };
  }

  /** The goals as they stand, for the sheet that goes out. */
  async standing(
    strategyId: string,
  ): Promise<{ goals: OwnGoal[]; frames: FrameOfGoals[]; parties: Map<string, string> }> {
    await this.requireWriter(strategyId);
    const goals = await this.db.query<OwnGoal>(ownGoals, [strategyId]);
    const ids = goals.flatMap(({ responsibleOrganizationId: id }) => (id ? [id] : []));
    const named = await this.db.query<{ id: string; name: string }>(
      'select o.id, o.name from organization o where o.id = any ($1)',
      [ids],
    );
    return { goals, frames: await this.frames(strategyId), parties: new Map(named.map(({ id, name }) => [id, name])) };
  }

  private async requireWriter(strategyId: string): Promise<void> {
    strategiesPolicy.require('write', currentActor(), await this.traces.row(strategyId));
  }

  private async plan(strategyId: string, file: unknown, query: GoalImportQuery): Promise<Plan> {
    const sheet = await openSheet(file, query.columns, recognisedGoalColumns, { rows: mostRows });
    const at = sheet.columns.indexOf('responsible');
    const called = at < 0 ? [] : sheet.rows.map(({ cells }) => fold(textOf(cells[at])));
    const ground = await this.ground(strategyId, [...new Set(called)].filter(Boolean));
    const own = await this.db.query<OwnGoal>(ownGoals, [strategyId]);
    const plan = goalPlan(
      sheet.rows.map((row) => readGoal(row, sheet, ground)),
      own,
    );
    return { ...plan, headings: sheet.shown, columns: sheet.columns };
  }

  private async ground(strategyId: string, names: readonly string[]): Promise<GoalGround> {
    const parties = await this.db.query<{ name: string; ids: string[] }>(partiesCalled, [names]);
    const implemented = await this.db.query<{ id: string }>(framesOf, [strategyId]);
    return {
      parties: new Map(parties.map(({ name, ids }) => [name, ids])),
      frames: await this.frames(strategyId),
      implemented: implemented.map(({ id }) => id),
    };
  }

  private async frames(strategyId: string): Promise<FrameOfGoals[]> {
    const rows = await this.db.query<Omit<FrameOfGoals, 'names'> & { names: (string | null)[] }>(framesWithGoals, [
      strategyId,
      frameKinds,
    ]);
    return rows.map(({ names, ...frame }) => ({
      ...frame,
      names: names.flatMap((name) => (name ? partsOf(fold(name), /\n/) : [])),
      name: names[2] ?? '',
    }));
  }
}
