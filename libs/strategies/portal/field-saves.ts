import { signal } from '@angular/core';
import { type ProblemWords, asProblem } from '@samverkan/shared/portal';
import { type Clash, clashesOf } from '@samverkan/writing/portal';

/** Saves one change after another, each at the version the one before gave. Two who changed the same field are both shown. */
export class FieldSaves {
  private last: Promise<void> = Promise.resolve();
  private known = 0;
  readonly problem = signal<string | null>(null);
  readonly clashes = signal<readonly Clash[]>([]);

  constructor(private readonly words: ProblemWords) {}

  /** `deed` is given the newest version that is known, and gives the one after it. */
  run(version: number, mine: Record<string, unknown>, deed: (version: number) => Promise<number>): Promise<void> {
    this.last = this.last.then(async () => {
      this.problem.set(null);
      try {
        this.known = await deed(Math.max(version, this.known));
      } catch (error) {
        const problem = asProblem(error);
        const clash = problem?.code === 'stale-version' ? clashesOf(problem.current, mine) : null;
        if (clash) {
          this.known = clash.version;
          this.clashes.set(clash.clashes);
        } else this.problem.set(problem?.issues?.[0] ? this.words.code(problem.issues[0].code) : this.words.of(error));
      }
    });
    return this.last;
  }
}
