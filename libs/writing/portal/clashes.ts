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

  /**
   * As `caught`, where the API tells of every field how it stands and not which have changed: the fields that only the other has changed
   * are given, to be taken over; what both have changed is shown, and where there is nothing of that hers is saved on what stands. Null
   * when the refusal was of something else. `before` is how it stood when her form was filled.
   */
  split(error: unknown, before: object, mine: object): Record<string, unknown> | null {
    const problem = asProblem(error);
    const clash = problem?.code === 'stale-version' ? clashesOf(problem.current, { ...mine }) : null;
    if (!clash || clash.clashes.length === 0) return null;
    const stood = { ...before } as Record<string, unknown>;
    const changed = clash.clashes.filter(({ field, theirs }) => !same(theirs, stood[field]));
    const both = changed.filter((one) => !same(one.mine, stood[one.field]) && !same(one.mine, one.theirs));
    this.standing = clash.version;
    this.shown.set(both);
    if (both.length === 0) this.version.set(clash.version);
    return Object.fromEntries(changed.filter((one) => !both.includes(one)).map(({ field, theirs }) => [field, theirs]));
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

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
