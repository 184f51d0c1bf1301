import { Injectable } from '@nestjs/common';

/** What hangs on goals in one area and is still open. When a strategy is replaced, all of it goes where its goals go, in one act. */
export interface GoalMover {
  area: string;
  /**
   * Rows of `id, goal_id, title, path, owner_ids` under the reader's row-level security: what is open under the goals `$1` (uuid[]), so that
   * no list tells of what is hidden.
   */
  select: string;
  /** A function of the database (strategy) that moves all of it, also what the actor may not see, while the adoption is under way. */
  move: string;
  /** One that puts it back (strategy), or says false when something has been built on it. */
  putBack: string;
}

/** Port: each area says what follows the goals, so that no work is left without any when a strategy is replaced. */
@Injectable()
export class GoalMoves {
  private readonly movers = new Map<string, GoalMover>();

  register(mover: GoalMover): void {
    this.movers.set(mover.area, mover);
  }

  all(): readonly GoalMover[] {
    return [...this.movers.values()];
  }

  /** All areas' open work under the goals `$1`, as one query: the columns of `select` after `area`. */
  get query(): string {
    const parts = this.all().map(
      ({ area, select }) =>
        `select '${area}' as area, w.id, w.goal_id, w.title, w.path, w.owner_ids from (${select}) w`,
    );
    return parts.join(' union all ');
  }
}
