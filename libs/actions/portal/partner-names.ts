import { Component, computed, input, model, signal, viewChild } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { GuardReason } from '@samverkan/shared/contract';
import { Icon } from '@samverkan/shared/portal';
import { GuardedText } from '@samverkan/writing/portal';

/** Partners without an account, in words ("Elevhälsa"). The guard reads each before it is added. */
@Component({
  selector: 'sam-partner-names',
  templateUrl: './partner-names.html',
  imports: [GuardedText, Icon, TranslocoDirective],
})
export class PartnerNames implements FormValueControl<string[]> {
  readonly value = model<string[]>([]);
  readonly errors = input<readonly { kind: string; message?: string }[]>([]);
  private readonly field = viewChild(GuardedText);
  protected readonly typed = signal('');
  protected readonly confirmed = signal<GuardReason | null>(null);
  readonly blocked = computed(() => this.field()?.blocked() ?? false);
  /** Something is typed and not yet added. */
  readonly unadded = computed(() => this.typed().trim() !== '');

  /** Adds what is typed. A form calls it before it is saved, so that a word nobody pressed "Lägg till" for is not lost. */
  add(): void {
    const name = this.typed().trim().replace(/\s+/g, ' ');
    if (name === '' || this.blocked()) return;
    this.value.update((names) => (names.includes(name) ? names : [...names, name]));
    this.typed.set('');
    this.confirmed.set(null);
  }

  /** Enter in the field adds; on the guard's own buttons it presses them. */
  protected addNext(event?: Event): void {
    if (event && !(event.target instanceof HTMLInputElement)) return;
    event?.preventDefault();
    this.add();
    this.field()?.focus();
  }

  protected remove(name: string): void {
    this.value.update((names) => names.filter((other) => other !== name));
    this.field()?.focus();
  }
}
