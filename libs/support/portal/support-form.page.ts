import { Component, computed, effect, inject, input, signal, untracked, viewChildren } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import { type GuardConfirmed, type GuardReason, confirmation, keepable } from '@samverkan/shared/contract';
import { Chips } from '@samverkan/reading/portal';
import {
  DraftBox,
  Icon,
  type MayHoldUnsaved,
  PageHead,
  ProblemWords,
  Toasts,
  newIdempotencyKey,
} from '@samverkan/shared/portal';
import {
  Autosave,
  Clashes,
  ClashDialog,
  FieldError,
  GuardedText,
  PartyPicker,
  RestoredNote,
  serverErrors,
  startingOver,
  typedSince,
} from '@samverkan/writing/portal';
import { SupportChange, SupportInput, type SupportRequest } from '@samverkan/support/contract';
import { TermLists } from '@samverkan/vocabularies/portal';
import { SupportDraftSchema, type SupportDraft, asInput, asSent, draftOf, emptyDraft } from './support-draft';
import { SupportSuggestionsPanel } from './support-suggestions';
import { SupportTerms } from './support-terms';
import { SupportRequests, ownFunctions, requestOf } from './support.data';

interface KeptChange {
  version: number;
  change: Partial<SupportDraft>;
}

/** Asks for support, takes a need down for another party, or changes one. Kept as a draft from the first letter. */
@Component({
  selector: 'sam-support-form-page',
  templateUrl: './support-form.page.html',
  imports: [
    Autosave,
    Chips,
    ClashDialog,
    FieldError,
    FormField,
    GuardedText,
    Icon,
    PageHead,
    PartyPicker,
    RestoredNote,
    RouterLink,
    SupportSuggestionsPanel,
    TranslocoDirective,
  ],
})
export class SupportFormPage implements MayHoldUnsaved {
  private readonly requests = inject(SupportRequests);
  private readonly drafts = inject(DraftBox);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly store = inject(SessionStore);
  private readonly geography = inject(GeographyData);
  private readonly lists = inject(TermLists);
  protected readonly terms = inject(SupportTerms);
  protected readonly professions = computed(() => this.lists.choices('profession', this.before().professions));
  private readonly texts = viewChildren(GuardedText);
  private readonly key = newIdempotencyKey();
  private readonly functionSource = ownFunctions();
  /** The one that is changed; none for a new one. */
  readonly id = input<string>();
  private readonly source = requestOf(this.id);
  private readonly version = signal(0);
  private readonly before = signal<SupportDraft>(emptyDraft);
  private readonly draftKey = computed(() => `support:${this.id() ?? 'new'}`);
  protected readonly model = signal<SupportDraft>(emptyDraft);
  protected readonly ready = signal(false);
  protected readonly restored = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly clashes = new Clashes(this.version);
  protected readonly confirmed = {
    title: signal<GuardReason | null>(null),
    text: signal<GuardReason | null>(null),
  };
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => SupportDraftSchema));
  protected readonly blocked = computed(() => this.texts().some((text) => text.blocked()));
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly handles = computed(() =>
    ['county_staff', 'county_admin'].includes(this.store.acting()?.role ?? ''),
  );
  protected readonly own = computed(() => this.store.acting()?.organization.name ?? '');
  private readonly request = computed(() => (this.source.hasValue() ? this.source.value() : undefined));
  /** The functions of whoever asks; when it is asked for another none can be chosen. */
  protected readonly functions = computed(() => {
    if (this.model().forOrganizationId) return [];
    const chosen = this.request()?.function;
    const own = !this.id() || this.request()?.own === true;
    const all = own && this.functionSource.hasValue() ? this.functionSource.value().items : [];
    return chosen && !all.some(({ id }) => id === chosen.id) ? [...all, chosen] : all;
  });
  protected readonly municipalities = computed(() =>
    (this.store.acting()?.countyCodes ?? []).flatMap((code) => this.geography.county(code)?.municipalities ?? []),
  );
  protected readonly draft = this.drafts.keep(this.draftKey, () =>
    this.ready() ? { version: this.version(), change: keepable(this.difference()) } : null,
  );

  private readonly beginAnew = startingOver({
    key: this.draftKey,
    model: this.model,
    restored: this.restored,
    version: this.version,
  });

  constructor() {
    effect(() => {
      const waits = this.id() !== undefined && !this.source.hasValue();
      if (!waits && !untracked(this.ready)) untracked(() => void this.begin());
    });
  }

  unsaved(): boolean {
    return this.blocked();
  }

  protected choose(field: 'form', value: string): void {
    this.model.update((draft) => ({ ...draft, [field]: value }) as SupportDraft);
  }

  protected startOver(): Promise<void> {
    return this.beginAnew(() => {
      this.version.set(this.request()?.version ?? 0);
      this.model.set(this.before());
    });
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    this.problem.set(null);
    const valid = await submit(this.fields, async () => {
      try {
        const saved = await this.send();
        await this.draft.discard();
        await this.router.navigate(['/stod', saved.id]);
        await this.toasts.show(this.transloco.translate(this.id() ? 'support.changed' : 'support.asked'));
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

  /** Her own or theirs, for each field both changed; then it is saved on top of what stands there now. */
  protected settle(kept: Record<string, unknown>): void {
    this.clashes.settle();
    this.model.update((draft) => ({ ...draft, ...kept }) as SupportDraft);
    void this.save();
  }

  protected readonly valueWords = (_field: string, value: unknown): string => (typeof value === 'string' ? value : '–');

  private readonly difference = (): Partial<SupportDraft> => {
    const before = this.before();
    return Object.fromEntries(
      Object.entries(this.model()).filter(
        ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof SupportDraft]),
      ),
    );
  };

  private send(): Promise<SupportRequest> {
    const id = this.id();
    const answers: GuardConfirmed = (['title', 'text'] as const).flatMap((field) =>
      confirmation(field, this.confirmed[field]()),
    );
    if (!id) return this.requests.ask(SupportInput.parse(asInput(this.model(), answers)), this.key);
    const { forOrganizationId: _f, ...rest } = this.difference();
    const change = SupportChange.parse({
      ...asSent(rest),
      ...(answers.length > 0 ? { guardConfirmed: answers } : {}),
    });
    return this.requests.change(id, this.version(), change);
  }

  private async begin(): Promise<void> {
    const request = this.id() ? this.source.value() : undefined;
    const before = request ? draftOf(request) : { ...emptyDraft, municipalityCode: this.ownMunicipality() };
    this.before.set(before);
    this.model.set(before);
    const kept = await this.drafts.read<Partial<KeptChange>>(this.draftKey());
    const typed = typedSince(before, this.model());
    this.draft.typedBefore(typed);
    this.model.set({ ...before, ...kept?.change, ...typed });
    this.restored.set(Object.keys(kept?.change ?? {}).length > 0);
    this.version.set((this.restored() ? kept?.version : undefined) ?? request?.version ?? 0);
    this.ready.set(true);
  }

  /** Of a municipality that asks, its own. */
  private ownMunicipality(): string {
    const name = this.own().replace(/s? kommun$/, '');
    return this.municipalities().find((one) => one.name === name)?.code ?? '';
  }
}
