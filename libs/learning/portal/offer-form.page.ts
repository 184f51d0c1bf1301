import { Component, computed, effect, inject, input, signal, untracked, viewChildren } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import { type Offer, OfferChange, OfferInput, type OfferKind, offerKinds } from '@samverkan/learning/contract';
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
  RestoredNote,
  serverErrors,
  startingOver,
  typedSince,
} from '@samverkan/writing/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { HostPicker } from './host-picker';
import { hostingsOf } from './hosting.data';
import { OfferRequests, offerOf, ownFunctions, subKinds } from './learning.data';
import { type OfferDraft, OfferDraftSchema, asInput, asSent, differenceOf, draftOf, emptyDraft } from './offer-draft';
import { VisibilityChoice } from './visibility-choice';

const guarded = ['title', 'description', 'subject', 'provider', 'reachSource'] as const;
type Guarded = (typeof guarded)[number];

interface KeptChange {
  version: number;
  change: Partial<OfferDraft>;
}

/** Enters a training, or changes one. Kept as a draft from the first letter. */
@Component({
  selector: 'sam-offer-form-page',
  templateUrl: './offer-form.page.html',
  styles: '.box { justify-content: flex-start; gap: 0.5rem; font-weight: 400; }',
  imports: [
    Autosave,
    Chips,
    ClashDialog,
    FieldError,
    FormField,
    GuardedText,
    HostPicker,
    Icon,
    PageHead,
    RestoredNote,
    TranslocoDirective,
    VisibilityChoice,
  ],
})
export class OfferFormPage implements MayHoldUnsaved {
  private readonly requests = inject(OfferRequests);
  private readonly drafts = inject(DraftBox);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly store = inject(SessionStore);
  private readonly terms = inject(TermLists);
  private readonly texts = viewChildren(GuardedText);
  private readonly key = newIdempotencyKey();
  private readonly functionSource = ownFunctions();
  private readonly kindSource = subKinds();
  /** The one that is changed; none for a new one. */
  readonly id = input<string>();
  private readonly source = offerOf(this.id);
  private readonly version = signal(0);
  private readonly before = signal<OfferDraft>(emptyDraft);
  private readonly draftKey = computed(() => `offer:${this.id() ?? 'new'}`);
  protected readonly kinds = offerKinds;
  protected readonly model = signal<OfferDraft>(emptyDraft);
  protected readonly ready = signal(false);
  protected readonly restored = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly clashes = new Clashes(this.version);
  protected readonly confirmed: Record<Guarded, ReturnType<typeof signal<GuardReason | null>>> = {
    title: signal<GuardReason | null>(null),
    description: signal<GuardReason | null>(null),
    subject: signal<GuardReason | null>(null),
    provider: signal<GuardReason | null>(null),
    reachSource: signal<GuardReason | null>(null),
  };
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => OfferDraftSchema));
  protected readonly blocked = computed(() => this.texts().some((text) => text.blocked()));
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  private readonly offer = computed(() => (this.source.hasValue() ? this.source.value() : undefined));
  protected readonly hosts = computed(() => this.offer()?.hosts ?? []);
  private readonly hostingSource = hostingsOf(this.id);
  protected readonly asked = computed(() =>
    (this.hostingSource.hasValue() ? this.hostingSource.value().items : [])
      .filter(({ state }) => state === 'open')
      .map(({ organization }) => organization),
  );
  /** Whoever entered it, who is always one of its hosts. */
  protected readonly first = computed(() => this.hosts()[0]?.id ?? this.store.acting()?.organization.id ?? '');
  protected readonly functions = computed(() => {
    const own = this.functionSource.hasValue() ? this.functionSource.value().items : [];
    const chosen = this.offer()?.function;
    return chosen && !own.some(({ id }) => id === chosen.id) ? [...own, chosen] : own;
  });
  protected readonly professions = computed(() => this.terms.choices('profession', this.before().professions));
  /** Sub-kinds of the kind that is chosen, of the person's own counties; one that is closed only where it stands. */
  protected readonly subs = computed(() => {
    const counties = this.store.acting()?.countyCodes ?? [];
    const { kind, subKindId } = this.model();
    return (this.kindSource.hasValue() ? this.kindSource.value().items : []).filter(
      (one) => one.kind === kind && (one.id === subKindId || (!one.closed && counties.includes(one.countyCode))),
    );
  });
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

  /** A sub-kind belongs to one kind. */
  protected setKind(kind: string): void {
    this.model.update((draft) => ({ ...draft, kind: kind as OfferKind, subKindId: '' }));
  }

  protected setAbout(reachAbout: boolean): void {
    this.model.update((draft) => ({ ...draft, reachAbout }));
  }

  protected startOver(): Promise<void> {
    return this.beginAnew(() => {
      this.version.set(this.offer()?.version ?? 0);
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
        await this.router.navigate(['/utbildningar', saved.id]);
        await this.toasts.show(this.transloco.translate(this.savedWords()));
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
    this.model.update((draft) => ({ ...draft, ...kept }) as OfferDraft);
    void this.save();
  }

  protected readonly valueWords = (_field: string, value: unknown): string =>
    typeof value === 'string' ? value : Array.isArray(value) ? String(value.length) : value ? '✓' : '–';

  private readonly difference = (): Partial<OfferDraft> => differenceOf(this.before(), this.model());

  private send(): Promise<Offer> {
    const id = this.id();
    const answers = this.answers();
    if (!id) return this.requests.enter(OfferInput.parse(asInput(this.model(), answers)), this.key);
    const { visibility: _visibility, ...rest } = this.difference();
    const change = OfferChange.parse({
      ...asSent(rest),
      ...(answers.length > 0 ? { guardConfirmed: answers } : {}),
    });
    return this.requests.change(id, this.version(), change);
  }

  /** Whoever was named has been asked: that is told too. */
  private savedWords(): string {
    const asks = this.model().hostIds.length > 0;
    if (this.id()) return asks ? 'learning.form.changed.asked' : 'learning.form.changed';
    return asks ? 'learning.form.entered.asked' : 'learning.form.entered';
  }

  private answers(): GuardConfirmed {
    return guarded.flatMap((field) => confirmation(field, this.confirmed[field]()));
  }

  private async begin(): Promise<void> {
    const offer = this.id() ? this.source.value() : undefined;
    const before = offer ? draftOf(offer) : emptyDraft;
    this.before.set(before);
    this.model.set(before);
    const kept = await this.drafts.read<Partial<KeptChange>>(this.draftKey());
    const typed = typedSince(before, this.model());
    this.draft.typedBefore(typed);
    this.model.set({ ...before, ...kept?.change, ...typed });
    this.restored.set(Object.keys(kept?.change ?? {}).length > 0);
    // A change taken up again is still one of what its writer had read: what others wrote meanwhile is not overwritten unseen.
    this.version.set((this.restored() ? kept?.version : undefined) ?? offer?.version ?? 0);
    this.ready.set(true);
  }
}
