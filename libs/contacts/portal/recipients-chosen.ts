import { type Signal, computed, linkedSignal } from '@angular/core';
import { type ContactRecipient, type ContactRecipients, mailboxesOf } from '@samverkan/contacts/contract';

/** Whom a choice reaches, and who of them has been left out by hand. */
export class RecipientsChosen {
  /** Another choice begins anew. */
  private readonly left: ReturnType<typeof linkedSignal<string, ReadonlySet<string>>>;
  readonly reachable: Signal<readonly ContactRecipient[]>;
  /** Those whose mailbox says no thanks. */
  readonly declining: Signal<readonly ContactRecipient[]>;
  readonly unreachable: Signal<readonly ContactRecipient[]>;
  readonly taken: Signal<readonly ContactRecipient[]>;
  /** Those taken that nobody holds. */
  readonly vacant: Signal<readonly ContactRecipient[]>;
  readonly mailboxes: Signal<readonly string[]>;

  constructor(found: Signal<ContactRecipients | undefined>, choice: Signal<object>) {
    const items = computed(() => found()?.items ?? []);
    this.left = linkedSignal<string, ReadonlySet<string>>({
      source: () => JSON.stringify(choice()),
      computation: () => new Set(),
    });
    this.reachable = computed(() => items().filter(({ mailbox, declines }) => mailbox !== null && !declines));
    this.declining = computed(() => items().filter(({ declines }) => declines));
    this.unreachable = computed(() => items().filter(({ mailbox }) => mailbox === null));
    this.taken = computed(() => this.reachable().filter(({ id }) => !this.left().has(id)));
    this.vacant = computed(() => this.taken().filter(({ vacant }) => vacant));
    this.mailboxes = computed(() => mailboxesOf(this.taken()));
  }

  isTaken(id: string): boolean {
    return !this.left().has(id);
  }

  flip(id: string): void {
    this.left.update((left) => {
      const next = new Set(left);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  leaveOut(some: readonly ContactRecipient[]): void {
    this.left.update((left) => new Set([...left, ...some.map(({ id }) => id)]));
  }

  takeAll(): void {
    this.left.set(new Set());
  }
}
