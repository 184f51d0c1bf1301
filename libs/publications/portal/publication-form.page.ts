import { Component, computed, effect, inject, input, signal, untracked, viewChildren } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import {
  type Publication,
  type PublicationReplacing,
  PublicationChange,
  PublicationInput,
  publicationLanguages,
  publicationTypes,
} from '@samverkan/publications/contract';
import { type GuardConfirmed, type GuardReason, confirmation, keepable } from '@samverkan/shared/contract';
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
import { LinkRows } from './link-rows';
import { OwnerChoice } from './owner-choice';
import {
  type PublicationDraft,
  PublicationDraftSchema,
  asInput,
  asSent,
  differenceOf,
  draftOf,
  emptyDraft,
} from './publication-draft';
import { PublicationRequests, ownFunctions, publicationOf, replacingIn, strategies } from './publications.data';
import { SupersedesChoice } from './supersedes-choice';
import { VisibilityChoice } from './visibility-choice';

const guarded = ['title', 'series', 'dnr', 'authors', 'summary', 'summaryEn'] as const;
type Guarded = (typeof guarded)[number];

interface KeptChange {
  version: number;
  change: Partial<PublicationDraft>;
}

/** Enters a publication, or changes one. Kept as a draft from the first letter. */
@Component({
  selector: 'sam-publication-form-page',
  templateUrl: './publication-form.page.html',
  imports: [
    Autosave,
    ClashDialog,
    FieldError,
    FormField,
    GuardedText,
    Icon,
    LinkRows,
    OwnerChoice,
    PageHead,
    RestoredNote,
    RouterLink,
    SupersedesChoice,
    TranslocoDirective,
    VisibilityChoice,
  ],
})
export class PublicationFormPage implements MayHoldUnsaved {
  private readonly requests = inject(PublicationRequests);
  private readonly drafts = inject(DraftBox);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly store = inject(SessionStore);
  private readonly texts = viewChildren(GuardedText);
  private readonly key = newIdempotencyKey();
  private readonly functionSource = ownFunctions();
  private readonly strategySource = strategies();
  /** The one that is changed; none for a new one. */
  readonly id = input<string>();
  private readonly source = publicationOf(this.id);
  private readonly version = signal(0);
  private readonly before = signal<PublicationDraft>(emptyDraft);
  private readonly draftKey = computed(() => `publication:${this.id() ?? 'new'}`);
  protected readonly types = publicationTypes;
  protected readonly languages = publicationLanguages;
  protected readonly model = signal<PublicationDraft>(emptyDraft);
  protected readonly ready = signal(false);
  protected readonly restored = signal(false);
  protected readonly problem = signal<string | null>(null);
  /** What already replaces what this was to replace. */
  protected readonly replacing = signal<PublicationReplacing | null>(null);
  protected readonly clashes = new Clashes(this.version);
  protected readonly confirmed: Record<Guarded, ReturnType<typeof signal<GuardReason | null>>> = {
    title: signal<GuardReason | null>(null),
    series: signal<GuardReason | null>(null),
    dnr: signal<GuardReason | null>(null),
    authors: signal<GuardReason | null>(null),
    summary: signal<GuardReason | null>(null),
    summaryEn: signal<GuardReason | null>(null),
  };
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => PublicationDraftSchema));
  protected readonly blocked = computed(() => this.texts().some((text) => text.blocked()));
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly keeper = computed(
    () => (this.source.hasValue() ? this.source.value()?.organization.id : this.store.acting()?.organization.id) ?? '',
  );
  protected readonly functions = computed(() => {
    const own = this.functionSource.hasValue() ? this.functionSource.value().items : [];
    const chosen = this.source.hasValue() ? this.source.value()?.function : null;
    return chosen && !own.some(({ id }) => id === chosen.id) ? [...own, chosen] : own;
  });
  /** Strategies of the reader's own counties first of all; the national frames have no publication of a county's. */
  protected readonly strategies = computed(() =>
    this.strategySource.hasValue()
      ? this.strategySource.value().strategies.filter(({ countyCodes }) => countyCodes.length > 0)
      : [],
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

  protected set(name: 'number' | 'isbn' | 'issn' | 'year' | 'pages' | 'reviewOn', event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.model.update((draft) => ({ ...draft, [name]: value.trim() }));
  }

  protected startOver(): Promise<void> {
    return this.beginAnew(() => {
      this.version.set(this.source.hasValue() ? (this.source.value()?.version ?? 0) : 0);
      this.model.set(this.before());
    });
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    this.problem.set(null);
    this.replacing.set(null);
    const valid = await submit(this.fields, async () => {
      try {
        const saved = await this.send();
        await this.draft.discard();
        await this.router.navigate(['/publikationer', saved.id]);
        await this.toasts.show(this.transloco.translate(`publications.form.${this.id() ? 'changed' : 'entered'}`));
        return undefined;
      } catch (error) {
        if (this.clashes.caught(error, this.difference())) return undefined;
        this.replacing.set(replacingIn(error));
        if (this.replacing()) {
          this.problem.set(this.words.of(error));
          return undefined;
        }
        const errors = serverErrors(this.fields, error, { supersedesIds: 'supersedes' });
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
    if (!valid) this.problem.update((problem) => problem ?? this.words.code('input.invalid'));
  }

  /** Her own or theirs, for each field both changed; then it is saved on top of what stands there now. */
  protected settle(kept: Record<string, unknown>): void {
    this.clashes.settle();
    this.model.update((draft) => ({ ...draft, ...kept }) as PublicationDraft);
    void this.save();
  }

  protected readonly valueWords = (_field: string, value: unknown): string =>
    typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : Array.isArray(value)
        ? String(value.length)
        : '–';

  private readonly difference = (): Partial<PublicationDraft> => differenceOf(this.before(), this.model());

  private send(): Promise<Publication> {
    const id = this.id();
    const answers = this.answers();
    if (!id) return this.requests.enter(PublicationInput.parse(asInput(this.model(), answers)), this.key);
    const { visibility: _visibility, ...rest } = this.difference();
    const change = PublicationChange.parse({
      ...asSent(rest),
      ...(answers.length > 0 ? { guardConfirmed: answers } : {}),
    });
    return this.requests.change(id, this.version(), change);
  }

  private answers(): GuardConfirmed {
    return guarded.flatMap((field) => confirmation(field, this.confirmed[field]()));
  }

  private async begin(): Promise<void> {
    const publication = this.id() ? this.source.value() : undefined;
    const own = this.store.acting()?.organization.id;
    const before = publication ? draftOf(publication) : { ...emptyDraft, ownerIds: own ? [own] : [] };
    this.before.set(before);
    this.model.set(before);
    const kept = await this.drafts.read<Partial<KeptChange>>(this.draftKey());
    const typed = typedSince(before, this.model());
    this.draft.typedBefore(typed);
    this.model.set({ ...before, ...kept?.change, ...typed });
    this.restored.set(Object.keys(kept?.change ?? {}).length > 0);
    // A change taken up again is still one of what its writer had read: what others wrote meanwhile is not overwritten unseen.
    this.version.set((this.restored() ? kept?.version : undefined) ?? publication?.version ?? 0);
    this.ready.set(true);
  }
}
