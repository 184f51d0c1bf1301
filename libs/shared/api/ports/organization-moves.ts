import { Injectable } from '@nestjs/common';

/** How many of a kind (`actions.owner`) would move, as far as the reader may see them. */
export interface Moving {
  kind: string;
  count: number;
}

/** What hangs on parties in one area. When two turn out to be the same, all of it moves from the one to the other in one act. */
export interface OrganizationMover {
  /** What the reader can see of what would move: read under her own rights, so that no number tells of what is hidden. */
  preview(from: string): Promise<Moving[]>;
  /** Moves all of it, also what the actor may not see, in the running transaction; gives what is needed to put it back. */
  move(from: string, into: string): Promise<unknown>;
  /** Puts it back. False, with nothing done, when something of it has been changed since. */
  putBack(from: string, into: string, receipt: unknown): Promise<boolean>;
}

/** Port: each area registers what hangs on parties, so that none is left behind when two are merged. */
@Injectable()
export class OrganizationMoves {
  private readonly movers = new Map<string, OrganizationMover>();

  register(area: string, mover: OrganizationMover): void {
    this.movers.set(area, mover);
  }

  /** Every area's, in the order they were registered. */
  all(): readonly (readonly [area: string, mover: OrganizationMover])[] {
    return [...this.movers];
  }
}
