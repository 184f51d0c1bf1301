import { type WritableSignal, signal } from '@angular/core';
import { asProblem } from '@samverkan/shared/portal';
import { type Clash, clashesOf } from './clash';

/** What two have changed of the same in a form, from when the API refuses it until she has chosen. Then hers is saved on what stands; whoever leaves the choice has overwritten nobody. */
export class Clashes {
  private readonly shown = signal<readonly Clash[]>([]);
  private standing = 0;
  readonly list = this.shown.asReadonly();

  /** `version` is the one the form's fields were read at. */
  constructor(private readonly version: WritableSignal<number>) {}

  /** Whether the refusal was of what two have changed, `mine` being what she has; it is shown then. */
  caught(error: unknown, mine: object): boolean {
    const problem = asProblem(error);
    const clash = problem?.code === 'stale-version' ? clashesOf(problem.current, { ...mine }) : null;
    if (!clash || clash.clashes.length === 0) return false;
    this.standing = clash.version;
    this.shown.set(clash.clashes);
    return true;
  }

  /** She has chosen. */
  settle(): void {
    this.shown.set([]);
    this.version.set(this.standing);
  }

  /** She has not. */
  leave(): void {
    this.shown.set([]);
  }
}
