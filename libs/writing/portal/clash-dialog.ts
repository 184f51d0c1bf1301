import { Component, input, linkedSignal, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Clash } from './clash';
import { Dialog } from './dialog';

/** Two have changed the same thing: both are shown side by side, and the person takes one of them, or a long text of both. Nothing is lost. */
@Component({
  selector: 'sam-clash-dialog',
  templateUrl: './clash-dialog.html',
  imports: [Dialog, TranslocoDirective],
})
export class ClashDialog {
  readonly clashes = input.required<readonly Clash[]>();
  /** The beginning of the keys that name the fields: "actions.field.". */
  readonly labels = input.required<string>();
  /** A field's value as a person reads it: names for ids, words for codes. */
  readonly words = input.required<(field: string, value: unknown) => string>();
  /** The long texts, of which both may be kept, one after the other. */
  readonly texts = input<readonly string[]>([]);
  /** What is to stand, field by field; what is empty is an empty text. */
  readonly settled = output<Record<string, unknown>>();
  readonly closed = output();
  protected readonly sides = ['theirs', 'mine'] as const;
  /** What will be kept of each field: mine until something else is chosen. */
  protected readonly kept = linkedSignal<Record<string, unknown>>(() =>
    Object.fromEntries(this.clashes().map((clash) => [clash.field, clash.mine])),
  );

  protected keep(field: string, value: unknown): void {
    this.kept.update((kept) => ({ ...kept, [field]: value }));
  }

  protected together({ field, theirs, mine }: Clash): string | null {
    return this.texts().includes(field) && theirs && mine ? `${String(theirs)}\n\n${String(mine)}` : null;
  }

  protected settle(): void {
    this.settled.emit(Object.fromEntries(Object.entries(this.kept()).map(([field, value]) => [field, value ?? ''])));
  }
}
