import { Component, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { OrganizationInput, readOrganizationNumber } from '@samverkan/organizations/contract';
import { type GuardReason, confirmation, guardText } from '@samverkan/shared/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import {
  DraftBox,
  Icon,
  type MayHoldUnsaved,
  PageHead,
  ProblemWords,
  Toasts,
  keepLatest,
  newIdempotencyKey,
} from '@samverkan/shared/portal';
import {
  Autosave,
  FieldError,
  GuardedText,
  RestoredNote,
  serverErrors,
  startingOver,
  typedSince,
} from '@samverkan/writing/portal';
import { PartyRequests, duplicatesOf, registration } from './organizations.data';
import { type PartyDraft, PartyDraftSchema, asSent, emptyDraft, keptParty } from './party-draft';
import { PartyFields } from './party-fields';

const draftKey = 'organization:new';
const quietMs = 350;

/** Registers a party: its name first, so that one that is there already is found before the rest is written. */
@Component({
  selector: 'sam-party-form-page',
  templateUrl: './party-form.page.html',
  imports: [
    Autosave,
    FieldError,
    FormField,
    GuardedText,
    Icon,
    PageHead,
    PartyFields,
    RestoredNote,
    RouterLink,
    TranslocoDirective,
  ],
})
export class PartyFormPage implements MayHoldUnsaved {
  private readonly requests = inject(PartyRequests);
  private readonly drafts = inject(DraftBox);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly name = viewChild<GuardedText>('name');
  private readonly facts = viewChild(PartyFields);
  private readonly key = newIdempotencyKey();
  private readonly choices = keepLatest(registration());
  protected readonly kinds = computed(() => this.choices()?.kinds ?? []);
  protected readonly counties = computed(() => this.choices()?.countyCodes ?? []);
  protected readonly mayNot = computed(() => this.choices() !== undefined && this.kinds().length === 0);
  protected readonly model = signal<PartyDraft>(emptyDraft);
  protected readonly ready = signal(false);
  protected readonly restored = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly nameConfirmed = signal<GuardReason | null>(null);
  protected readonly descriptionConfirmed = signal<GuardReason | null>(null);
  protected readonly descriptionEnConfirmed = signal<GuardReason | null>(null);
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => PartyDraftSchema));
  protected readonly blocked = computed(() => (this.name()?.blocked() ?? false) || (this.facts()?.blocked() ?? false));
  protected readonly shelter = computed(() => /kvinno(jour|hus)|tjejjour|skydd/i.test(this.model().name));
  private readonly wanted = signal<AddressValues | null>(null);
  private readonly alike = duplicatesOf(this.wanted);
  protected readonly duplicates = computed(() =>
    this.wanted() && this.alike.hasValue() ? this.alike.value().items : [],
  );
  protected readonly draft = this.drafts.keep(
    () => draftKey,
    () => (this.ready() ? keptParty(this.model()) : null),
  );

  private readonly beginAnew = startingOver({ key: () => draftKey, model: this.model, restored: this.restored });

  constructor() {
    void this.begin();
    effect((onCleanup) => {
      const { name, organizationNumber } = this.model();
      const timer = setTimeout(() => this.wanted.set(question(name, organizationNumber)), quietMs);
      onCleanup(() => clearTimeout(timer));
    });
    // One county only: there is nothing to choose.
    effect(() => {
      const counties = this.counties();
      if (!this.ready()) return;
      untracked(() => {
        if (counties.length === 1 && this.model().countyCodes.length === 0)
          this.draft.fillIn(() => this.model.update((draft) => ({ ...draft, countyCodes: [...counties] })));
      });
    });
  }

  unsaved(): boolean {
    return this.blocked();
  }

  protected startOver(): Promise<void> {
    return this.beginAnew(() => {
      const counties = this.counties();
      this.model.set({ ...emptyDraft, countyCodes: counties.length === 1 ? [...counties] : [] });
      this.name()?.focus();
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    this.problem.set(null);
    const valid = await submit(this.fields, async () => {
      try {
        const guardConfirmed = [
          ...confirmation('name', this.nameConfirmed()),
          ...confirmation('description', this.descriptionConfirmed()),
          ...confirmation('descriptionEn', this.descriptionEnConfirmed()),
        ];
        const input = OrganizationInput.parse({ ...asSent(this.model()), guardConfirmed });
        const party = await this.requests.register(input, this.key);
        await this.draft.discard();
        await this.router.navigate(['/parter', party.id]);
        await this.toasts.show(this.transloco.translate('organizations.form.saved'), {
          label: this.transloco.translate('organizations.undo'),
          run: () => void this.withdraw(party.id),
        });
        return undefined;
      } catch (error) {
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
    if (!valid) this.problem.update((problem) => problem ?? this.words.code('input.invalid'));
  }

  private async withdraw(id: string): Promise<void> {
    try {
      await this.requests.withdraw(id);
      await this.router.navigate(['/parter']);
      await this.toasts.show(this.transloco.translate('organizations.withdrawn'), {
        label: this.transloco.translate('organizations.undo'),
        run: () => void this.putBack(id),
      });
    } catch (error) {
      await this.toasts.show(this.words.of(error));
    }
  }

  private async putBack(id: string): Promise<void> {
    try {
      await this.requests.putBack(id);
      await this.router.navigate(['/parter', id]);
    } catch (error) {
      await this.toasts.show(this.words.of(error));
    }
  }

  private async begin(): Promise<void> {
    const draft = await this.drafts.read<Partial<PartyDraft>>(draftKey);
    const typed = typedSince(emptyDraft, this.model());
    this.draft.typedBefore(typed);
    if (draft) this.model.update((now) => ({ ...now, ...draft, ...typed }));
    this.restored.set(!!draft?.name);
    this.ready.set(true);
  }
}

/** What is asked of the directory: nothing the guard stops, and only a number that is one. */
function question(name: string, number: string): AddressValues | null {
  const words = name.trim();
  if (words.length < 3 || guardText(words).some(({ grade }) => grade !== 'hint')) return null;
  const read = readOrganizationNumber(number);
  return { name: words, ...('number' in read ? { organizationNumber: read.number } : {}) };
}
