import { Component, computed, inject, input, linkedSignal, output, signal, untracked, viewChild } from '@angular/core';
import { form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { ContactChange as ContactChangeSchema, type ContactFunction } from '@samverkan/contacts/contract';
import { Icon, ProblemWords, asProblem, serverErrors } from '@samverkan/shared/portal';
import { type FactsDraft, FactsDraftSchema, asFacts, factsOf } from './contact-draft';
import { ContactFields } from './contact-fields';
import { ContactRequests } from './contacts.data';

/** Changes a function where it stands. Only what was changed is sent; what somebody else has changed meanwhile is said, and nothing typed is lost. */
@Component({
  selector: 'sam-contact-change',
  template: `<form class="form" novalidate (submit)="save($event)" *transloco="let t">
    <sam-contact-fields [fields]="$any(fields)" />
    @if (problem(); as words) {
      <div class="note err" role="alert"><sam-icon name="stop" />{{ words }}</div>
    }
    <div class="formbar">
      <button class="btn fill" type="submit" [attr.aria-disabled]="blocked() || fields().submitting()">
        {{ t('contacts.form.save-change') }}
      </button>
      <button class="btn line" type="button" (click)="closed.emit()">{{ t('contacts.dialog.back') }}</button>
    </div>
  </form>`,
  imports: [ContactFields, Icon, TranslocoDirective],
})
export class ContactChange {
  private readonly requests = inject(ContactRequests);
  private readonly words = inject(ProblemWords);
  readonly contact = input.required<ContactFunction>();
  readonly changed = output<ContactFunction>();
  readonly closed = output();
  private readonly facts = viewChild(ContactFields);
  /** The function as it was when editing began: news from others must not move what is typed. */
  private readonly from = linkedSignal<string, ContactFunction>({
    source: computed(() => this.contact().id),
    computation: () => untracked(this.contact),
  });
  private readonly version = linkedSignal(() => this.from().version);
  private readonly model = linkedSignal(() => factsOf(this.from()));
  protected readonly problem = signal<string | null>(null);
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => FactsDraftSchema));
  protected readonly blocked = computed(() => this.facts()?.blocked() ?? false);
  private readonly difference = computed<Partial<FactsDraft>>(() => {
    const before = factsOf(this.from());
    return Object.fromEntries(
      Object.entries(this.model()).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof FactsDraft]),
      ),
    );
  });

  unsaved(): boolean {
    return Object.keys(this.difference()).length > 0;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    if (!this.unsaved()) {
      this.closed.emit();
      return;
    }
    this.problem.set(null);
    const valid = await submit(this.fields, async () => {
      try {
        const guardConfirmed = this.facts()?.confirmed() ?? [];
        const change = ContactChangeSchema.parse({
          ...asFacts(this.difference()),
          ...(guardConfirmed.length > 0 ? { guardConfirmed } : {}),
        });
        this.changed.emit(await this.requests.change(this.from().id, this.version(), change));
        return undefined;
      } catch (error) {
        const problem = asProblem(error);
        const version = (problem?.current as { version?: number } | undefined)?.version;
        // Saved once more it is written over what somebody else wrote: she has been told.
        if (problem?.code === 'stale-version' && version) this.version.set(version);
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
    if (!valid) this.problem.update((problem) => problem ?? this.words.code('input.invalid'));
  }
}
