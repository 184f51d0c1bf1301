import { Component, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import type { GuardReason } from '@samverkan/shared/contract';
import { GuardedText } from '@samverkan/writing/portal';

/** What was written in a field that was left, and what its writer says a number in it is. */
export interface LeftText {
  value: string;
  confirmed: GuardReason | null;
}

/** A guarded text that is given on when it is left. What is being written stays, whatever is stored meanwhile. */
@Component({
  selector: 'sam-saved-text',
  template: `<sam-guarded-text
    [lines]="lines()"
    [label]="label()"
    [help]="help()"
    [optional]="optional()"
    [(value)]="value"
    [(confirmed)]="confirmed"
    (focusout)="leave()"
  />`,
  imports: [GuardedText],
})
export class SavedText {
  private readonly text = viewChild.required(GuardedText);
  readonly label = input.required<string>();
  readonly help = input<string>();
  readonly optional = input(true);
  readonly lines = input<'one' | 'several'>('several');
  /** The field's name, by which a clash is settled. */
  readonly name = input('');
  readonly stored = input.required<string>();
  readonly left = output<LeftText>();
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly value = linkedSignal<string, string>({
    source: () => this.stored(),
    computation: (stored, before) => (before && before.value.trim() !== before.source ? before.value : stored),
  });

  unsaved(): boolean {
    return this.value().trim() !== this.stored();
  }

  /** What two who wrote in it have settled on. */
  take(value: string): void {
    this.value.set(value);
  }

  protected leave(): void {
    if (this.unsaved() && !this.text().blocked())
      this.left.emit({ value: this.value().trim(), confirmed: this.confirmed() });
  }
}
