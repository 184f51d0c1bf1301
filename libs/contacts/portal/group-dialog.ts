import { Component, computed, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ContactGroup } from '@samverkan/contacts/contract';
import { Icon, ProblemWords, asProblem, plural } from '@samverkan/shared/portal';
import { Dialog, GuardedText } from '@samverkan/writing/portal';
import { type GroupOf, GroupRequests, groupsHere } from './groups.data';

/** Gives a group its name: a new one, with what it is to be made of, or one that is there. */
@Component({
  selector: 'sam-group-dialog',
  templateUrl: './group-dialog.html',
  imports: [Dialog, GuardedText, Icon, TranslocoDirective],
})
export class GroupDialog {
  private readonly requests = inject(GroupRequests);
  private readonly words = inject(ProblemWords);
  /** The group whose name is changed; null for a new one. */
  readonly group = input<ContactGroup | null>(null);
  /** What a new one may be made of: the choice as it stands, where nobody has been left out by hand. */
  readonly choice = input<(GroupOf & { choice: unknown }) | null>(null);
  readonly picked = input<readonly string[]>([]);
  readonly saved = output<ContactGroup>();
  readonly closed = output();
  private readonly there = groupsHere();
  /** Groups picked by hand, which more can be put into. */
  protected readonly others = computed(() =>
    this.group() || !this.there.hasValue() ? [] : this.there.value().items.filter(({ functionIds }) => functionIds),
  );
  /** The one they are put into; null makes a new one. */
  protected readonly into = signal<ContactGroup | null>(null);
  private readonly text = viewChild(GuardedText);
  protected readonly plural = plural;
  protected readonly name = linkedSignal(() => this.group()?.name ?? '');
  protected readonly asChoice = linkedSignal(() => this.choice() !== null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy() || this.text()?.blocked()) return;
    if (!this.into() && this.name().trim().length < 2) {
      this.problem.set(this.words.code('field.too-short'));
      this.text()?.focus();
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.saved.emit(await this.send(this.name().trim()));
    } catch (error) {
      const issue = asProblem(error)?.issues?.[0];
      this.problem.set(issue ? this.words.code(issue.code) : this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected choose(id: string): void {
    this.into.set(this.others().find((one) => one.id === id) ?? null);
  }

  private send(name: string): Promise<ContactGroup> {
    const into = this.into();
    if (into)
      return this.requests.repick(into.id, into.version, [...new Set([...(into.functionIds ?? []), ...this.picked()])]);
    const group = this.group();
    if (group) return this.requests.rename(group.id, group.version, name);
    const choice = this.choice();
    return this.requests.add(name, choice && this.asChoice() ? choice : { functionIds: this.picked() });
  }
}
