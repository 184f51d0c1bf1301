import { Injectable } from '@nestjs/common';
import { Db, GoalMoves, Jobs, badInput, conflict, currentActor, jobKind } from '@samverkan/shared/api';
import { type AdoptionInput, type Strategy, lackOf } from '@samverkan/strategies/contract';
import * as z from 'zod';
import { strategiesPolicy } from './strategies.policy';
import { StrategiesService } from './strategies.service';
import { SuccessionService } from './succession.service';
import { StrategyTraces } from './strategy-traces';

const nightly = jobKind({ name: 'strategies.turn', data: z.object({}) });

/** Decides a strategy: from then on it is not written, and what is open follows its goals. */
@Injectable()
export class AdoptionService {
  constructor(
    private readonly db: Db,
    private readonly moves: GoalMoves,
    private readonly traces: StrategyTraces,
    private readonly succession: SuccessionService,
    private readonly strategies: StrategiesService,
    private readonly jobs: Jobs,
  ) {}

  /** Each night a strategy whose first day has come takes over from what it replaces. */
  scheduleTurns(): void {
    this.jobs.schedule(nightly, '3 0 * * *', () => this.db.transaction(() => this.turn()));
  }

  async turn(): Promise<void> {
    await this.db.query('select strategies_turn()');
  }

  /** In one act and one transaction: all of it, or nothing. Refused while a goal lacks its way. */
  async adopt(id: string, { decidedOn, dnr }: AdoptionInput): Promise<Strategy> {
    const row = await this.traces.forChange(id, 'adopt');
    if (row.status === 'in_consultation') throw conflict('strategy.is-in-consultation');
    const { ways, goals } = await this.succession.open(id);
    const lacking = ways.filter((way) => lackOf(way) !== null);
    if (lacking.length > 0)
      throw conflict('succession.goal-lacks-destination', {
        goals: lacking.map(({ goal, lacks }) => ({ id: goal.id, number: goal.number, lacks })),
      });
    if (goals.length === 0) throw conflict('strategy.has-no-goals');
    const today = await this.today();
    if (decidedOn > today) throw badInput([{ path: 'decidedOn', code: 'field.in-the-future' }]);
    const refusal = await this.db.one<{ code: string | null }>('select strategy_adopt($1, $2, $3) as code', [
      id,
      decidedOn,
      dnr,
    ]);
    if (refusal?.code) throw conflict(refusal.code);
    for (const { move } of this.moves.all()) await this.db.query(`select ${move}($1)`, [id]);
    const { replaces } = await this.succession.open(id);
    const after = await this.traces.row(id);
    await this.traces.tell(after, 'strategy.adopted', [
      { field: 'status', before: row.status, after: 'adopted' },
      // For the history of each goal: what was a draft's own is open to all from here on.
      ...ways.map(({ goal, kind, goalIds }) => ({
        field: 'goalWent',
        before: { strategyId: goal.strategyId },
        after: { goal: goal.number, goalId: goal.id, kind, goalIds },
      })),
    ]);
    for (const old of replaces)
      await this.traces.tell(
        await this.traces.row(old.id),
        'strategy.replaced',
        [{ field: 'replaced', before: null, after: id }],
        id,
      );
    return this.strategies.read(id);
  }

  /** Takes the adoption back, while nothing has been built on it. */
  async undo(id: string): Promise<Strategy> {
    const row = await this.traces.row(id);
    strategiesPolicy.require('undoAdoption', currentActor(), row);
    const refusal = await this.db.one<{ code: string | null }>('select strategy_undo($1) as code', [id]);
    if (refusal?.code) throw conflict(refusal.code);
    for (const { putBack } of [...this.moves.all()].reverse()) {
      const back = await this.db.one<{ done: boolean }>(`select ${putBack}($1) as done`, [id]);
      if (back?.done !== true) throw conflict('strategy.built-upon');
    }
    await this.db.query('select strategy_undone($1)', [id]);
    const after = await this.traces.row(id);
    await this.traces.tell({ ...after, status: 'adopted' }, 'strategy.adoption-undone', [
      { field: 'status', before: 'adopted', after: after.status },
    ]);
    return this.strategies.read(id);
  }

  private async today(): Promise<string> {
    return (await this.db.one<{ today: string }>('select today()::text as today'))?.today ?? '';
  }
}
