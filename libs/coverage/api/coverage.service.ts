import { Injectable } from '@nestjs/common';
import type { CoverageQuery } from '@samverkan/coverage/contract';
import { Db, badInput, notFound } from '@samverkan/shared/api';
import { coverageGaps, coverageMatrix } from './coverage.query';
import { goalSeries } from './goal-series.query';

/** A strategy that the reader may not see gives no row: row-level security is where that is decided, here as for its goals and its actions. */
@Injectable()
export class CoverageService {
  constructor(private readonly db: Db) {}

  /** JSON text (`Coverage`). */
  async matrix(strategyId: string, { by, frame, show }: CoverageQuery): Promise<string> {
    const found = await this.db.jsonPlannedOnce(coverageMatrix(by), [strategyId, show, frame ?? null]);
    if (found) return found;
    const isThere = await this.db.one('select 1 from strategy where id = $1', [strategyId]);
    throw isThere ? badInput([{ path: 'frame', code: 'coverage.unknown-frame' }]) : notFound();
  }

  /** JSON text (`CoverageGaps`). */
  async gaps(strategyId: string): Promise<string> {
    const found = await this.db.jsonPlannedOnce(coverageGaps, [strategyId]);
    if (!found) throw notFound();
    return found;
  }

  /** JSON text (`GoalSeries`). */
  async series(goalId: string): Promise<string> {
    const found = await this.db.json(goalSeries, [goalId]);
    if (!found) throw notFound();
    return found;
  }
}
