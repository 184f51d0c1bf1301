import { Component, computed, inject, input, linkedSignal, output, signal, untracked, viewChild } from '@angular/core';
import { form, submit, validateStandardSchema } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { ContactChange as ContactChangeSchema, type ContactFunction } from '@samverkan/contacts/contract';
import { Icon, ProblemWords } from '@samverkan/shared/portal';
import { AlsoHere, Autosave, Clashes, RestoredNote, begunChange, serverErrors } from '@samverkan/writing/portal';
import { ContactClash } from './contact-clash';
import { type FactsDraft, FactsDraftSchema, asFacts, factsOf } from './contact-draft';
import { ContactFields } from './contact-fields';
import { ContactRequests } from './contacts.data';

/** Changes a function where it stands. Only what was changed is sent; when somebody changed the same thing both are shown. Kept while it is written. */
@Component({
  selector: 'sam-contact-change',
  template: `<form class="form" novalidate (submit)="save($event)" *transloco="let t">
    @if (draft.restored()) {
      <sam-restored-note (startOver)="draft.startOver()" />
    }
    <sam-also-here [address]="presence()" />
    <sam-contact-fields [fields]="$any(fields)" />
    @if (problem(); as words) {
      <div class="note err" role="alert"><sam-icon name="stop" />{{ words }}</div>
    }
    <div class="formbar">
      <button class="btn fill" type="submit" [attr.aria-disabled]="blocked() || fields().submitting()">
        {{ t('contacts.form.save-change') }}
      </button>
      <button class="btn line" type="button" (click)="leave()">{{ t('contacts.dialog.back') }}</button>
      <sam-autosave [draft]="draft" />
    </div>
    @if (clashes.list().length > 0) {
      <sam-contact-clash [clashes]="clashes.list()" (settled)="settle($event)" (closed)="clashes.leave()" />
    }
  </form>`,
  imports: [AlsoHere, Autosave, ContactClash, ContactFields, Icon, RestoredNote, TranslocoDirective],
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
  protected readonly presence = computed(() => `/api/contacts/${this.from().id}/presence`);
  private readonly version = linkedSignal(() => this.from().version);
  private readonly model = linkedSignal(() => factsOf(this.from()));
  protected readonly problem = signal<string | null>(null);
  protected readonly clashes = new Clashes(this.version);
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
  protected readonly draft = begunChange({
    key: () => `contact:${this.from().id}`,
    before: () => factsOf(this.from()),
    model: this.model,
    version: this.version,
    difference: this.difference,
  });

  unsaved(): boolean {
    return this.blocked();
  }

  protected async leave(): Promise<void> {
    await this.draft.discard();
    this.closed.emit();
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    if (Object.keys(this.difference()).length === 0) return this.leave();
    this.problem.set(null);
    const valid = await submit(this.fields, async () => {
      try {
        const guardConfirmed = this.facts()?.confirmed() ?? [];
        const change = ContactChangeSchema.parse({
          ...asFacts(this.difference()),
          ...(guardConfirmed.length > 0 ? { guardConfirmed } : {}),
        });
        const contact = await this.requests.change(this.from().id, this.version(), change);
        await this.draft.discard();
        this.changed.emit(contact);
        return undefined;
      } catch (error) {
        if (this.clashes.caught(error, this.difference())) return undefined;
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
    if (!valid) this.problem.update((problem) => problem ?? this.words.code('input.invalid'));
  }

  /** Her own or theirs, for each thing both changed; then it is saved on top of what stands there now. */
  protected settle(kept: Record<string, unknown>): void {
    this.clashes.settle();
    this.model.update((draft) => ({ ...draft, ...kept }) as FactsDraft);
    void this.save();
  }
}
