import { Injectable } from '@nestjs/common';

/** A goal with all that stands under it. */
export interface GoalBranch {
  id: string;
  goalIds: readonly string[];
}

/** How many actions that anybody may see are tied to a goal or to something under it, each counted once. */
export interface OpenProgress {
  ongoing: number;
  planned: number;
  paused: number;
  completed: number;
}

export interface OpenProgressSource {
  /** By the goal's id; a goal that nothing open is tied to is left out. */
  of(branches: readonly GoalBranch[]): Promise<Map<string, OpenProgress>>;
}

/** Port: the area of actions says what is done towards a goal, as far as anybody may know; the public pages show it. */
@Injectable()
export class OpenProgressOfGoals {
  private source: OpenProgressSource | undefined;

  register(source: OpenProgressSource): void {
    if (this.source) throw new Error('Two areas say what is done towards a goal.');
    this.source = source;
  }

  async of(branches: readonly GoalBranch[]): Promise<Map<string, OpenProgress>> {
    return branches.length === 0 || !this.source ? new Map() : this.source.of(branches);
  }
}
