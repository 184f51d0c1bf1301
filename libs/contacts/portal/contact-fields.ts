import { Component, computed, inject, input, model, viewChildren } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { type GuardConfirmed, type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Chips } from '@samverkan/reading/portal';
import { FieldError, GuardedText } from '@samverkan/writing/portal';
import { ContactChoices } from './contact-choices';
import type { FactsDraft } from './contact-draft';

/** What is said of a function: the same fields when it is added and when it is changed. */
@Component({
  selector: 'sam-contact-fields',
  templateUrl: './contact-fields.html',
  imports: [Chips, FieldError, FormField, GuardedText, TranslocoDirective],
  host: { class: 'flat' },
})
export class ContactFields {
  readonly fields = input.required<FieldTree<FactsDraft>>();
  /** The municipalities were chosen for her, from what her organisation serves. */
  readonly suggested = input(false);
  protected readonly choices = inject(ContactChoices);
  protected readonly titleConfirmed = model<GuardReason | null>(null);
  protected readonly phoneConfirmed = model<GuardReason | null>(null);
  protected readonly noteConfirmed = model<GuardReason | null>(null);
  private readonly texts = viewChildren(GuardedText);
  readonly blocked = computed(() => this.texts().some((text) => text.blocked()));
  /** About sheltered housing no address is written, whatever else the text says. */
  protected readonly shelter = computed(() => this.fields().subjects().value().includes('sheltered_housing'));

  /** What the guard asked and the writer answered, for the fields that are sent. */
  confirmed(): GuardConfirmed {
    return [
      ...confirmation('title', this.titleConfirmed()),
      ...confirmation('phone', this.phoneConfirmed()),
      ...confirmation('note', this.noteConfirmed()),
    ];
  }

  focus(): void {
    this.texts()[0]?.focus();
  }
}
