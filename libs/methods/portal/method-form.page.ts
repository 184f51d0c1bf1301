import { Component, computed, effect, inject, input, signal, untracked, viewChildren } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Method, MethodChange, MethodInput, evidenceStates } from '@samverkan/methods/contract';
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
import {
  type MethodDraft,
  MethodDraftSchema,
  asInput,
  asSent,
  differenceOf,
  draftOf,
  emptyDraft,
} from './method-draft';
import { MethodRequests, methodOf, ownFunctions } from './methods.data';
import { OfferChoice } from './offer-choice';
import { VisibilityChoice } from './visibility-choice';

const guarded = ['name', 'purpose', 'notFor', 'evidence', 'evidenceSource', 'training'] as const;
type Guarded = (typeof guarded)[number];

interface KeptChange {
  version: number;
  change: Partial<MethodDraft>;
}

/** Enters a method, or changes one. Kept as a draft from the first letter. */
@Component({
  selector: 'sam-method-form-page',
  templateUrl: './method-form.page.html',
  imports: [
    Autosave,
    Chips,
    ClashDialog,
    FieldError,
    FormField,
    GuardedText,
    Icon,
    OfferChoice,
    PageHead,
    RestoredNote,
    TranslocoDirective,
    VisibilityChoice,
  ],
})
export class MethodFormPage implements MayHoldUnsaved {
  private readonly requests = inject(MethodRequests);
  private readonly drafts = inject(DraftBox);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly terms = inject(TermLists);
  private readonly texts = viewChildren(GuardedText);
  private readonly key = newIdempotencyKey();
  private readonly functionSource = ownFunctions();
  /** The one that is changed; none for a new one. */
  readonly id = input<string>();
  private readonly source = methodOf(this.id);
  private readonly version = signal(0);
  private readonly before = signal<MethodDraft>(emptyDraft);
  private readonly draftKey = computed(() => `method:${this.id() ?? 'new'}`);
  protected readonly states = evidenceStates;
  protected readonly model = signal<MethodDraft>(emptyDraft);
  protected readonly ready = signal(false);
  protected readonly restored = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly clashes = new Clashes(this.version);
  protected readonly confirmed: Record<Guarded, ReturnType<typeof signal<GuardReason | null>>> = {
    name: signal<GuardReason | null>(null),
    purpose: signal<GuardReason | null>(null),
    notFor: signal<GuardReason | null>(null),
    evidence: signal<GuardReason | null>(null),
    evidenceSource: signal<GuardReason | null>(null),
    training: signal<GuardReason | null>(null),
  };
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => MethodDraftSchema));
  protected readonly blocked = computed(() => this.texts().some((text) => text.blocked()));
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  private readonly method = computed(() => (this.source.hasValue() ? this.source.value() : undefined));
  protected readonly functions = computed(() => {
    const own = this.functionSource.hasValue() ? this.functionSource.value().items : [];
    const chosen = this.method()?.function;
    return chosen && !own.some(({ id }) => id === chosen.id) ? [...own, chosen] : own;
  });
  protected readonly targetGroups = computed(() => this.terms.choices('targetGroup', this.before().targetGroups));
  protected readonly forms = computed(() => this.terms.choices('form', this.before().forms));
  protected readonly phases = computed(() => this.terms.choices('phase', this.before().phases));
  protected readonly professions = computed(() => this.terms.choices('profession', this.before().professions));
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

  protected set(name: 'validMonths' | 'evidenceOn' | 'reviewOn', event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.model.update((draft) => ({ ...draft, [name]: value.trim() }));
  }

  /** What is said of how long it counts is nothing without a training. */
  protected setRequired(trainingRequired: boolean): void {
    this.model.update((draft) => ({
      ...draft,
      trainingRequired,
      validMonths: trainingRequired ? draft.validMonths : '',
    }));
  }

  protected startOver(): Promise<void> {
    return this.beginAnew(() => {
      this.version.set(this.method()?.version ?? 0);
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
        await this.router.navigate(['/metoder', saved.id]);
        await this.toasts.show(this.transloco.translate(this.id() ? 'methods.form.changed' : 'methods.form.entered'));
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
    this.model.update((draft) => ({ ...draft, ...kept }) as MethodDraft);
    void this.save();
  }

  protected readonly valueWords = (_field: string, value: unknown): string =>
    typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : Array.isArray(value)
        ? String(value.length)
        : value
          ? '✓'
          : '–';

  private readonly difference = (): Partial<MethodDraft> => differenceOf(this.before(), this.model());

  private send(): Promise<Method> {
    const id = this.id();
    const answers = this.answers();
    if (!id) return this.requests.enter(MethodInput.parse(asInput(this.model(), answers)), this.key);
    const { visibility: _visibility, ...rest } = this.difference();
    const change = MethodChange.parse({
      ...asSent(rest),
      ...(answers.length > 0 ? { guardConfirmed: answers } : {}),
    });
    return this.requests.change(id, this.version(), change);
  }

  private answers(): GuardConfirmed {
    return guarded.flatMap((field) => confirmation(field, this.confirmed[field]()));
  }

  private async begin(): Promise<void> {
    const method = this.id() ? this.source.value() : undefined;
    const before = method ? draftOf(method) : emptyDraft;
    this.before.set(before);
    this.model.set(before);
    const kept = await this.drafts.read<Partial<KeptChange>>(this.draftKey());
    const typed = typedSince(before, this.model());
    this.draft.typedBefore(typed);
    this.model.set({ ...before, ...kept?.change, ...typed });
    this.restored.set(Object.keys(kept?.change ?? {}).length > 0);
    // A change taken up again is still one of what its writer had read: what others wrote meanwhile is not overwritten unseen.
    this.version.set((this.restored() ? kept?.version : undefined) ?? method?.version ?? 0);
    this.ready.set(true);
  }
}
