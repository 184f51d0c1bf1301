import { Component, computed, input, viewChildren } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { namings } from '@samverkan/contacts/contract';
import { FieldError, GuardedText } from '@samverkan/writing/portal';
import { colleaguesHere } from './contacts.data';
import type { HolderDraft } from './holder-draft';

/** Who holds a function, and to whom her name shows. Nobody is asked why. */
@Component({
  selector: 'sam-holder-fields',
  templateUrl: './holder-fields.html',
  imports: [FieldError, FormField, GuardedText, TranslocoDirective],
  host: { class: 'form' },
})
export class HolderFields {
  readonly fields = input.required<FieldTree<HolderDraft>>();
  /** A new function may have nobody yet. */
  readonly mayBeVacant = input(false);
  private readonly texts = viewChildren(GuardedText);
  readonly blocked = computed(() => this.texts().some((text) => text.blocked()));
  private readonly source = colleaguesHere();
  protected readonly colleagues = computed(() => (this.source.hasValue() ? this.source.value().items : []));
  protected readonly ways = computed(() => [...namings, ...(this.mayBeVacant() ? (['vacant'] as const) : [])]);
  protected readonly hasName = computed(() => ['named', 'function_only'].includes(this.fields().naming().value()));
  protected readonly other = computed(() => this.fields().userId().value() === 'other');
}
