import { Component, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ContactInput } from '@samverkan/contacts/contract';
import { SessionStore } from '@samverkan/identity/portal';
import {
  DraftBox,
  Icon,
  type MayHoldUnsaved,
  PageHead,
  ProblemWords,
  Toasts,
  newIdempotencyKey,
} from '@samverkan/shared/portal';
import { Autosave, RestoredNote, serverErrors, startingOver, typedSince } from '@samverkan/writing/portal';
import { type ContactDraft, ContactDraftSchema, asInput, emptyContact, keptContact } from './contact-draft';
import { ContactFields } from './contact-fields';
import { ContactRequests, partyWith } from './contacts.data';
import { HolderFields } from './holder-fields';
import { VisibilityRadios } from './visibility-radios';

const draftKey = 'contact:new';

/** Adds a function to the acting organisation, kept as a draft from the first letter. */
@Component({
  selector: 'sam-contact-form-page',
  templateUrl: './contact-form.page.html',
  imports: [
    Autosave,
    ContactFields,
    FormField,
    HolderFields,
    Icon,
    PageHead,
    RestoredNote,
    TranslocoDirective,
    VisibilityRadios,
  ],
})
export class ContactFormPage implements MayHoldUnsaved {
  private readonly requests = inject(ContactRequests);
  private readonly drafts = inject(DraftBox);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly key = newIdempotencyKey();
  private readonly facts = viewChild(ContactFields);
  private readonly holder = viewChild(HolderFields);
  private readonly party = partyWith(() => this.store.acting()?.organization.id ?? null);
  protected readonly store = inject(SessionStore);
  protected readonly model = signal<ContactDraft>(emptyContact);
  protected readonly ready = signal(false);
  protected readonly restored = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly suggested = computed(() => {
    const served = this.served();
    return served.length > 0 && String(served) === String(this.model().municipalityCodes);
  });
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => ContactDraftSchema));
  protected readonly blocked = computed(() => !!this.facts()?.blocked() || !!this.holder()?.blocked());
  protected readonly draft = this.drafts.keep(
    () => draftKey,
    () => (this.ready() ? keptContact(this.model()) : null),
  );
  private readonly served = computed(() => (this.party.hasValue() ? this.party.value().municipalityCodes : []));

  private readonly beginAnew = startingOver({ key: () => draftKey, model: this.model, restored: this.restored });

  constructor() {
    void this.begin();
    // What the organisation serves is what its function most often serves.
    effect(() => {
      const served = this.served();
      if (!this.ready() || served.length === 0) return;
      untracked(() => {
        if (!this.restored() && this.model().municipalityCodes.length === 0)
          this.draft.fillIn(() => this.model.update((draft) => ({ ...draft, municipalityCodes: [...served] })));
      });
    });
  }

  unsaved(): boolean {
    return this.blocked() || this.model().name !== '';
  }

  protected startOver(): Promise<void> {
    return this.beginAnew(() => {
      this.model.set({ ...emptyContact, municipalityCodes: [...this.served()] });
      this.facts()?.focus();
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    this.problem.set(null);
    const valid = await submit(this.fields, async () => {
      try {
        const input = ContactInput.parse(asInput(this.model(), this.facts()?.confirmed() ?? []));
        const contact = await this.requests.add(input, this.key);
        await this.draft.discard();
        this.model.set(emptyContact);
        await this.router.navigate(['/kontakter', contact.id]);
        await this.toasts.show(this.transloco.translate('contacts.form.saved'));
        return undefined;
      } catch (error) {
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
    if (!valid) this.problem.update((problem) => problem ?? this.words.code('input.invalid'));
  }

  private async begin(): Promise<void> {
    const draft = await this.drafts.read<Partial<ContactDraft>>(draftKey);
    this.restored.set(!!draft?.title || !!draft?.mailbox);
    const typed = typedSince(emptyContact, this.model());
    this.draft.typedBefore(typed);
    this.model.set({ ...emptyContact, ...draft, ...typed });
    this.ready.set(true);
  }
}
