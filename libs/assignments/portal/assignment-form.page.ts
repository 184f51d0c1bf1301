import { Component, computed, effect, inject, input, signal, untracked, viewChildren } from '@angular/core';
import { FormField, form, submit, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Assignment, AssignmentChange, AssignmentInput } from '@samverkan/assignments/contract';
import { SessionStore } from '@samverkan/identity/portal';
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
import {
  type AssignmentDraft,
  AssignmentDraftSchema,
  asInput,
  asSent,
  differenceOf,
  draftOf,
  emptyDraft,
} from './assignment-draft';
import { AssignmentRequests, assignmentOf, ownFunctions } from './assignments.data';
import { BoardChoice } from './board-choice';
import { ReportDays } from './report-days';
import { VisibilityChoice } from './visibility-choice';

const guarded = ['title', 'text', 'dnr', 'legalBasis', 'reportedTo'] as const;
type Guarded = (typeof guarded)[number];

interface KeptChange {
  version: number;
  change: Partial<AssignmentDraft>;
}

/** Enters an assignment, or changes one. Kept as a draft from the first letter. */
@Component({
  selector: 'sam-assignment-form-page',
  templateUrl: './assignment-form.page.html',
  imports: [
    Autosave,
    BoardChoice,
    ClashDialog,
    FieldError,
    FormField,
    GuardedText,
    Icon,
    PageHead,
    ReportDays,
    RestoredNote,
    TranslocoDirective,
    VisibilityChoice,
  ],
})
export class AssignmentFormPage implements MayHoldUnsaved {
  private readonly requests = inject(AssignmentRequests);
  private readonly drafts = inject(DraftBox);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly store = inject(SessionStore);
  private readonly texts = viewChildren(GuardedText);
  private readonly key = newIdempotencyKey();
  private readonly functionSource = ownFunctions();
  /** The one that is changed; none for a new one. */
  readonly id = input<string>();
  private readonly source = assignmentOf(this.id);
  private readonly version = signal(0);
  private readonly before = signal<AssignmentDraft>(emptyDraft);
  private readonly draftKey = computed(() => `assignment:${this.id() ?? 'new'}`);
  protected readonly model = signal<AssignmentDraft>(emptyDraft);
  protected readonly ready = signal(false);
  protected readonly restored = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly clashes = new Clashes(this.version);
  protected readonly confirmed: Record<Guarded, ReturnType<typeof signal<GuardReason | null>>> = {
    title: signal<GuardReason | null>(null),
    text: signal<GuardReason | null>(null),
    dnr: signal<GuardReason | null>(null),
    legalBasis: signal<GuardReason | null>(null),
    reportedTo: signal<GuardReason | null>(null),
  };
  protected readonly fields = form(this.model, (path) => validateStandardSchema(path, () => AssignmentDraftSchema));
  protected readonly blocked = computed(() => this.texts().some((text) => text.blocked()));
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly functions = computed(() => {
    const own = this.functionSource.hasValue() ? this.functionSource.value().items : [];
    const chosen = this.source.hasValue() ? this.source.value()?.function : null;
    return chosen && !own.some(({ id }) => id === chosen.id) ? [...own, chosen] : own;
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

  protected setDay(name: 'decidedOn' | 'startsOn' | 'endsOn', event: Event): void {
    const day = (event.target as HTMLInputElement).value;
    this.model.update((draft) => ({ ...draft, [name]: day }));
  }

  protected setAll(allBoards: boolean): void {
    this.model.update((draft) => ({ ...draft, allBoards }));
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
    const valid = await submit(this.fields, async () => {
      try {
        const saved = await this.send();
        await this.draft.discard();
        await this.router.navigate(['/uppdrag', saved.id]);
        await this.toasts.show(
          this.transloco.translate(this.id() ? 'assignments.form.changed' : 'assignments.form.entered'),
        );
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
    this.model.update((draft) => ({ ...draft, ...kept }) as AssignmentDraft);
    void this.save();
  }

  protected readonly valueWords = (_field: string, value: unknown): string =>
    typeof value === 'string' ? value : Array.isArray(value) ? String(value.length) : value ? '✓' : '–';

  private readonly difference = (): Partial<AssignmentDraft> => differenceOf(this.before(), this.model());

  private send(): Promise<Assignment> {
    const id = this.id();
    if (!id) return this.requests.enter(AssignmentInput.parse(asInput(this.model(), this.answers())), this.key);
    const { visibility: _visibility, reports, ...rest } = this.difference();
    const answers = this.answers();
    const change = AssignmentChange.parse({
      ...asSent(rest),
      ...(reports ? { reports: reports.filter(({ dueOn }) => dueOn) } : {}),
      ...(answers.length > 0 ? { guardConfirmed: answers } : {}),
    });
    return this.requests.change(id, this.version(), change);
  }

  private answers(): GuardConfirmed {
    return guarded.flatMap((field) => confirmation(field, this.confirmed[field]()));
  }

  private async begin(): Promise<void> {
    const assignment = this.id() ? this.source.value() : undefined;
    const own = this.store.acting()?.organization.id;
    const before = assignment ? draftOf(assignment) : { ...emptyDraft, boardIds: own ? [own] : [] };
    this.before.set(before);
    this.model.set(before);
    const kept = await this.drafts.read<Partial<KeptChange>>(this.draftKey());
    const typed = typedSince(before, this.model());
    this.draft.typedBefore(typed);
    this.model.set({ ...before, ...kept?.change, ...typed });
    this.restored.set(Object.keys(kept?.change ?? {}).length > 0);
    // A change taken up again is still one of what its writer had read: what others wrote meanwhile is not overwritten unseen.
    this.version.set((this.restored() ? kept?.version : undefined) ?? assignment?.version ?? 0);
    this.ready.set(true);
  }
}
