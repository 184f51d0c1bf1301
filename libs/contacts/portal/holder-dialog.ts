import { Component, computed, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { type ContactFunction, type ContactHolder, HolderChange, HolderInput } from '@samverkan/contacts/contract';
import { Icon, ProblemWords } from '@samverkan/shared/portal';
import { Dialog, FieldError, serverErrors } from '@samverkan/writing/portal';
import { ContactRequests } from './contacts.data';
import { HolderDraftSchema, asHolder, holderOf, newHolder } from './holder-draft';
import { HolderFields } from './holder-fields';

/** Says who takes the function, or sets right what is known of a holder. */
@Component({
  selector: 'sam-holder-dialog',
  templateUrl: './holder-dialog.html',
  imports: [Dialog, FieldError, FormField, HolderFields, Icon, TranslocoDirective],
})
export class HolderDialog {
  private readonly requests = inject(ContactRequests);
  private readonly words = inject(ProblemWords);
  readonly contact = input.required<ContactFunction>();
  /** Null when somebody new takes it. */
  readonly holder = input.required<ContactHolder | null>();
  readonly saved = output<ContactFunction>();
  readonly closed = output();
  private readonly who = viewChild(HolderFields);
  private readonly model = linkedSignal(() => {
    const holder = this.holder();
    return holder ? holderOf(holder) : newHolder();
  });
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => HolderDraftSchema));
  protected readonly problem = signal<string | null>(null);
  protected readonly blocked = computed(() => this.who()?.blocked() ?? false);
  /** Whoever holds it now ends when another begins. */
  protected readonly follows = computed(
    () => this.holder() === null && !this.contact().vacantSince && !this.model().deputy,
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    this.problem.set(null);
    const valid = await submit(this.fields, async () => {
      try {
        this.saved.emit(await this.send());
        return undefined;
      } catch (error) {
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
    if (!valid) this.problem.update((problem) => problem ?? this.words.code('input.invalid'));
  }

  private send(): Promise<ContactFunction> {
    const holder = this.holder();
    const { deputy, ...draft } = asHolder(this.model());
    return holder
      ? this.requests.changeHolder(this.contact().id, holder.id, HolderChange.parse(draft))
      : this.requests.appoint(this.contact().id, HolderInput.parse({ ...draft, deputy }));
  }
}
