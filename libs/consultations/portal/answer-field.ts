import { Component, computed, effect, inject, input, output, signal, untracked, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ConsultationDraft, ConsultedGoal } from '@samverkan/consultations/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { Icon, ProblemWords, asProblem } from '@samverkan/shared/portal';
import { GuardedText } from '@samverkan/writing/portal';
import { ConsultationRequests } from './consultations.data';

const quietMs = 700;

/** What stands in a field: words, or that there is nothing to say. */
interface Said {
  text: string;
  none: boolean;
}

/** A goal with its text and the field for what is said of it; without a goal, of the whole. Kept while it is written. */
@Component({
  selector: 'sam-answer-field',
  templateUrl: './answer-field.html',
  styleUrl: './answer-field.scss',
  imports: [GuardedText, Icon, TranslocoDirective],
})
export class AnswerField {
  private readonly requests = inject(ConsultationRequests);
  private readonly words = inject(ProblemWords);
  private readonly field = viewChild(GuardedText);
  readonly consultation = input.required<string>();
  readonly goal = input<ConsultedGoal | null>(null);
  readonly draft = input<ConsultationDraft>();
  /** Sending was tried, and nothing is said here. */
  readonly missing = input(false);
  readonly kept = output<ConsultationDraft>();
  protected readonly confirmed = signal<GuardReason | null>(null);
  /** What a colleague has written here meanwhile. */
  protected readonly theirs = signal<ConsultationDraft | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly key = computed(() => this.goal()?.id ?? 'whole');
  protected readonly said = signal<Said>({ text: '', none: false });
  private readonly stored = signal<Said & { version: number }>({ text: '', none: false, version: 0 });
  protected readonly isKept = computed(() => this.stored().version > 0 && same(this.said(), this.stored()));
  /** The wording it was written about, when the goal says something else now. */
  protected readonly about = computed(() => this.draft()?.about ?? null);
  private saving: Promise<boolean> = Promise.resolve(true);

  constructor() {
    // What others keep comes in where nothing is being written here.
    effect(() => {
      const draft = this.draft();
      untracked(() => {
        if (!draft || draft.version <= this.stored().version || this.unsaved()) return;
        this.stored.set(draft);
        this.said.set({ text: draft.text, none: draft.none });
      });
    });
    effect((onCleanup) => {
      if (same(this.said(), this.stored()) || this.theirs() || this.field()?.blocked()) return;
      const timer = setTimeout(() => void this.keep(), quietMs);
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** Keeps what is written now; false when it could not be kept as it stands. */
  keep(): Promise<boolean> {
    this.saving = this.saving.then(() => this.write());
    return this.saving;
  }

  unsaved(): boolean {
    return !same(this.said(), this.stored());
  }

  focus(): void {
    this.field()?.focus();
  }

  protected typed(text: string): void {
    this.said.update(({ none }) => ({ text, none: none && text.trim() === '' }));
  }

  protected toggled(none: boolean): void {
    this.said.update(({ text }) => ({ text, none }));
  }

  /** Hers, ours, or both. */
  protected settle(text: string): void {
    const theirs = this.theirs();
    if (!theirs) return;
    this.theirs.set(null);
    this.stored.set(theirs);
    this.said.set({ text, none: text === '' && theirs.none });
    this.focus();
  }

  private async write(): Promise<boolean> {
    const { text, none } = this.said();
    const stored = this.stored();
    if (same({ text, none }, stored)) return true;
    if (this.theirs() || this.field()?.blocked()) return false;
    try {
      const done = await this.requests.write(this.consultation(), this.goal()?.id ?? null, {
        text,
        none,
        version: stored.version,
        guardConfirmed: confirmation('text', this.confirmed()),
      });
      this.stored.set(done);
      this.problem.set(null);
      this.kept.emit(done);
      return true;
    } catch (error) {
      const current = asProblem(error)?.current as ConsultationDraft | undefined;
      if (current?.version) this.theirs.set(current);
      else this.problem.set(this.words.of(error));
      return false;
    }
  }
}

const same = (one: Said, other: Said): boolean => one.text.trim() === other.text && one.none === other.none;
