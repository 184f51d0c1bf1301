import { Component, computed, effect, inject, input, signal, untracked, viewChildren } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import { type Question, QuestionChange, QuestionInput } from '@samverkan/questions/contract';
import { type GuardConfirmed, type GuardReason, confirmation, keepable } from '@samverkan/shared/contract';
import {
  DraftBox,
  Icon,
  type MayHoldUnsaved,
  PageHead,
  ProblemWords,
  Toasts,
  newIdempotencyKey,
  today,
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
import { type QuestionDraft, QuestionDraftSchema, asInput, asSent, draftOf, emptyDraft } from './question-draft';
import { QuestionTerms } from './question-terms';
import { QuestionRequests, ownFunctions, questionOf } from './questions.data';
import { SimilarQuestions } from './similar-questions';

interface KeptChange {
  version: number;
  change: Partial<QuestionDraft>;
}

/** Asks, takes down a question for somebody who asked it, or changes one. Kept as a draft from the first letter. */
@Component({
  selector: 'sam-question-form-page',
  templateUrl: './question-form.page.html',
  imports: [
    Autosave,
    ClashDialog,
    FieldError,
    FormField,
    GuardedText,
    Icon,
    PageHead,
    PartyPicker,
    RestoredNote,
    RouterLink,
    SimilarQuestions,
    TranslocoDirective,
  ],
})
export class QuestionFormPage implements MayHoldUnsaved {
  private readonly requests = inject(QuestionRequests);
  private readonly drafts = inject(DraftBox);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly store = inject(SessionStore);
  private readonly geography = inject(GeographyData);
  protected readonly terms = inject(QuestionTerms);
  private readonly texts = viewChildren(GuardedText);
  private readonly key = newIdempotencyKey();
  private readonly functionSource = ownFunctions();
  /** The one that is changed; none for a new one. */
  readonly id = input<string>();
  private readonly source = questionOf(this.id);
  private readonly version = signal(0);
  private readonly before = signal<QuestionDraft>(emptyDraft);
  private readonly draftKey = computed(() => `question:${this.id() ?? 'new'}`);
  protected readonly day = today();
  protected readonly model = signal<QuestionDraft>(emptyDraft);
  protected readonly ready = signal(false);
  protected readonly restored = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly clashes = new Clashes(this.version);
  protected readonly confirmed = {
    title: signal<GuardReason | null>(null),
    text: signal<GuardReason | null>(null),
  };
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => QuestionDraftSchema));
  protected readonly blocked = computed(() => this.texts().some((text) => text.blocked()));
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly handles = computed(() =>
    ['county_staff', 'county_admin'].includes(this.store.acting()?.role ?? ''),
  );
  protected readonly own = computed(() => this.store.acting()?.organization.name ?? '');
  private readonly question = computed(() => (this.source.hasValue() ? this.source.value() : undefined));
  /** The functions of whoever asks; when it is asked for another none can be chosen. */
  protected readonly functions = computed(() => {
    if (this.model().forOrganizationId) return [];
    const chosen = this.question()?.function;
    const all =
      this.question()?.own === 'joined' ? [] : this.functionSource.hasValue() ? this.functionSource.value().items : [];
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

  protected setVisibility(visibility: QuestionDraft['visibility']): void {
    this.model.update((draft) => ({ ...draft, visibility }));
  }

  protected startOver(): Promise<void> {
    return this.beginAnew(() => {
      this.version.set(this.question()?.version ?? 0);
      this.model.set(this.before());
    });
  }

  /** She has joined another's question: what she had begun is not needed. */
  protected async joined(question: Question): Promise<void> {
    await this.draft.discard();
    await this.router.navigate(['/fragor', question.id]);
    await this.toasts.show(this.transloco.translate('questions.joined'));
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    if (this.blocked() || this.fields().submitting()) return;
    this.problem.set(null);
    const valid = await submit(this.fields, async () => {
      try {
        const saved = await this.send();
        await this.draft.discard();
        await this.router.navigate(['/fragor', saved.id]);
        await this.toasts.show(this.transloco.translate(this.id() ? 'questions.changed' : 'questions.asked'));
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
    this.model.update((draft) => ({ ...draft, ...kept }) as QuestionDraft);
    void this.save();
  }

  protected readonly valueWords = (_field: string, value: unknown): string => (typeof value === 'string' ? value : '–');

  private readonly difference = (): Partial<QuestionDraft> => {
    const before = this.before();
    return Object.fromEntries(
      Object.entries(this.model()).filter(([field, value]) => value !== before[field as keyof QuestionDraft]),
    );
  };

  private send(): Promise<Question> {
    const id = this.id();
    const answers: GuardConfirmed = (['title', 'text'] as const).flatMap((field) =>
      confirmation(field, this.confirmed[field]()),
    );
    if (!id) return this.requests.ask(QuestionInput.parse(asInput(this.model(), answers)), this.key);
    const { visibility: _v, forOrganizationId: _f, askedOn: _a, ...rest } = this.difference();
    const change = QuestionChange.parse({
      ...asSent(rest),
      ...(answers.length > 0 ? { guardConfirmed: answers } : {}),
    });
    return this.requests.change(id, this.version(), change);
  }

  private async begin(): Promise<void> {
    const question = this.id() ? this.source.value() : undefined;
    const before = question ? draftOf(question) : { ...emptyDraft, municipalityCode: this.ownMunicipality() };
    this.before.set(before);
    this.model.set(before);
    const kept = await this.drafts.read<Partial<KeptChange>>(this.draftKey());
    const typed = typedSince(before, this.model());
    this.draft.typedBefore(typed);
    this.model.set({ ...before, ...kept?.change, ...typed });
    this.restored.set(Object.keys(kept?.change ?? {}).length > 0);
    this.version.set((this.restored() ? kept?.version : undefined) ?? question?.version ?? 0);
    this.ready.set(true);
  }

  /** Of a municipality that asks, its own. */
  private ownMunicipality(): string {
    const name = this.own().replace(/s? kommun$/, '');
    return this.municipalities().find((one) => one.name === name)?.code ?? '';
  }
}
