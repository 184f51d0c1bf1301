import { Component, computed, effect, inject, input, signal, untracked, viewChildren } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  type Assessment,
  AssessmentChange,
  AssessmentInput,
  type Evidence,
  assessmentLevels,
} from '@samverkan/followup/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
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
  RestoredNote,
  serverErrors,
  startingOver,
  typedSince,
} from '@samverkan/writing/portal';
import {
  type AssessmentDraft,
  AssessmentDraftSchema,
  asChange,
  asContent,
  differenceOf,
  draftOf,
  emptyDraft,
  evidenceIn,
  evidenceOf,
  keptOf,
} from './assessment-draft';
import { AssessmentRequests, assessmentOf, ownFunctions } from './assessments.data';
import { EvidenceActions } from './evidence-actions';
import { EvidenceLinks } from './evidence-links';

/** What was typed another time, and the version it was typed on; the whole form where it was kept before changes were. */
type Kept = Partial<AssessmentDraft> & { version?: number; change?: Partial<AssessmentDraft> };

/** Writes an assessment of a goal, changes a draft, or writes what takes the place of one that is signed. */
@Component({
  selector: 'sam-assessment-form-page',
  templateUrl: './assessment-form.page.html',
  imports: [
    Autosave,
    ClashDialog,
    EvidenceActions,
    EvidenceLinks,
    FieldError,
    FormField,
    GuardedText,
    Icon,
    PageHead,
    RestoredNote,
    TranslocoDirective,
  ],
})
export class AssessmentFormPage implements MayHoldUnsaved {
  private readonly requests = inject(AssessmentRequests);
  private readonly drafts = inject(DraftBox);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly texts = viewChildren(GuardedText);
  private readonly key = newIdempotencyKey();
  private readonly functionSource = ownFunctions();
  readonly goalId = input<string>();
  readonly id = input<string>();
  /** What is written takes the place of the signed one. */
  readonly correcting = input(false);
  private readonly source = assessmentOf(this.id);
  protected readonly goal = computed(
    () => this.goalId() ?? (this.source.hasValue() ? this.source.value()?.goal.id : undefined),
  );
  private readonly version = signal(0);
  /** The form before anything was written in it. */
  private readonly before = signal<AssessmentDraft>(emptyDraft);
  private readonly draftKey = computed(
    () => `assessment:${this.goalId() ?? this.id()}${this.correcting() ? ':correct' : ''}`,
  );
  protected readonly levels = assessmentLevels;
  protected readonly today = today();
  protected readonly model = signal<AssessmentDraft>(emptyDraft);
  protected readonly ready = signal(false);
  /** What stands in the form was begun another time. */
  protected readonly restored = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly clashes = new Clashes(this.version);
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => AssessmentDraftSchema));
  protected readonly blocked = computed(() => this.texts().some((text) => text.blocked()));
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly functions = computed(() =>
    this.functionSource.hasValue() ? this.functionSource.value().items : [],
  );
  protected readonly draft = this.drafts.keep(this.draftKey, () =>
    this.ready() ? { version: this.version(), change: keptOf(differenceOf(this.before(), this.model())) } : null,
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

  protected set(change: Partial<AssessmentDraft>): void {
    this.model.update((draft) => ({ ...draft, ...change }));
  }

  protected startOver(): Promise<void> {
    return this.beginAnew(() => {
      this.version.set(this.present());
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
        await this.router.navigate(['/bedomningar', saved.id]);
        await this.toasts.show(this.transloco.translate('followup.form.saved'));
        return undefined;
      } catch (error) {
        if (this.clashes.caught(error, { ...this.model(), evidence: evidenceOf(this.model()) })) return undefined;
        const errors = serverErrors(this.fields, error);
        if (errors.length === 0) this.problem.set(this.words.of(error));
        return errors;
      }
    });
    if (!valid) this.problem.update((problem) => problem ?? this.words.code('input.invalid'));
  }

  /** Hers or her colleague's, for each field both changed; then it is saved on top of what stands there now. */
  protected settle({ evidence, ...kept }: Record<string, unknown>): void {
    this.clashes.settle();
    const chosen = evidence ? evidenceIn(evidence as Evidence[]) : {};
    this.model.update((draft) => ({ ...draft, ...kept, ...chosen }));
    void this.save();
  }

  protected readonly valueWords = (field: string, value: unknown): string => {
    if (field === 'evidence') return (value as Evidence[]).map(({ title }) => title).join('\n');
    if (field === 'level') return this.transloco.translate(`followup.level.${String(value)}`);
    if (field === 'functionId') return this.functions().find(({ id }) => id === value)?.title ?? '';
    return String(value ?? '');
  };

  private send(): Promise<Assessment> {
    const guardConfirmed = confirmation('reason', this.confirmed());
    const id = this.id();
    if (id && !this.correcting()) {
      const change = asChange(this.before(), this.model());
      return this.requests.change(id, this.version(), AssessmentChange.parse({ ...change, guardConfirmed }));
    }
    const content = asContent(this.model());
    const about = { goalId: this.goal(), correctsId: id ?? null };
    return this.requests.begin(AssessmentInput.parse({ ...about, ...content, guardConfirmed }), this.key);
  }

  private async begin(): Promise<void> {
    const before = this.untouched();
    this.before.set(before);
    this.model.set(before);
    const { version, change, ...whole } = (await this.drafts.read<Kept>(this.draftKey())) ?? {};
    const written = change ?? whole;
    this.restored.set(Object.keys(typedSince(before, { ...before, ...written })).length > 0);
    const typed = typedSince(before, this.model());
    this.draft.typedBefore(typed);
    this.model.set({ ...before, ...written, ...typed });
    // A change taken up again is still one of what its writer had read: what others wrote meanwhile is not overwritten unseen.
    this.version.set((this.restored() ? version : undefined) ?? this.present());
    this.ready.set(true);
  }

  private present(): number {
    return (this.id() ? this.source.value()?.version : undefined) ?? 0;
  }

  private untouched(): AssessmentDraft {
    const former = this.id() ? this.source.value() : undefined;
    const before = former ? draftOf(former) : emptyDraft;
    return former && !this.correcting() ? before : { ...before, assessedOn: this.today };
  }
}
