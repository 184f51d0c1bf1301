import { Component, afterNextRender, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Comment, CommentInput } from '@samverkan/comments/contract';
import { type GuardReason, confirmation, keepable } from '@samverkan/shared/contract';
import { DraftBox, Icon, ProblemWords, UnsavedForms, asProblem, newIdempotencyKey } from '@samverkan/shared/portal';
import { Autosave } from '@samverkan/writing/portal';
import { CommentRequests } from './comments.data';
import { MentionField } from './mention-field';
import { type Picked, asSent, asWritten, stillThere } from './mention-text';

interface Kept {
  text: string;
  picked: Picked[];
}

/** Writes a comment, or gives one other words. What is typed is kept until it is sent. */
@Component({
  selector: 'sam-comment-form',
  template: `<form
    class="form"
    novalidate
    *transloco="let t"
    (submit)="send($event)"
    [attr.aria-label]="t(comment() ? 'comments.change' : 'comments.write')"
  >
    <sam-mention-field
      [actionId]="actionId()"
      [label]="t(comment() ? 'comments.form.change' : 'comments.form.text')"
      [help]="t('comments.form.help')"
      [aboutShelter]="aboutShelter()"
      [(text)]="text"
      [(picked)]="picked"
      [(confirmed)]="confirmed"
    />
    @if (problem(); as words) {
      <div class="note err" role="alert"><sam-icon name="stop" />{{ words }}</div>
    }
    <div class="row-acts">
      <button class="btn" [class.fill]="ready()" [class.line]="!ready()" type="submit" [attr.aria-disabled]="!ready()">
        {{ t(comment() ? 'comments.save' : 'comments.send') }}
      </button>
      @if (comment()) {
        <button class="btn line" type="button" (click)="letBe()">{{ t('comments.let-be') }}</button>
      }
      <sam-autosave [draft]="kept" />
    </div>
  </form>`,
  imports: [Autosave, Icon, MentionField, TranslocoDirective],
})
export class CommentForm {
  private readonly requests = inject(CommentRequests);
  private readonly drafts = inject(DraftBox);
  private readonly words = inject(ProblemWords);
  private readonly key = newIdempotencyKey();
  private readonly field = viewChild(MentionField);
  readonly actionId = input.required<string>();
  readonly aboutShelter = input(false);
  /** The one whose words are changed. */
  readonly comment = input<Comment>();
  readonly saved = output<Comment>();
  readonly closed = output();
  protected readonly text = signal('');
  protected readonly picked = signal<readonly Picked[]>([]);
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly problem = signal<string | null>(null);
  private readonly begun = signal(false);
  private readonly busy = signal(false);
  protected readonly ready = computed(
    () => this.text().trim() !== '' && !this.busy() && !(this.field()?.blocked() ?? true),
  );
  private readonly draftKey = computed(() => `comment:${this.comment()?.id ?? this.actionId()}`);
  protected readonly kept = this.drafts.keep(
    () => this.draftKey(),
    () => (this.begun() ? keepable({ text: this.text(), picked: stillThere(this.text(), this.picked()) }) : null),
  );

  constructor() {
    afterNextRender(() => void this.begin());
    // What the guard stops is not kept either.
    inject(UnsavedForms).hold(() => this.text().trim() !== '' && (this.field()?.blocked() ?? false));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.ready()) {
      this.field()?.focus();
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    const input: CommentInput = {
      ...asSent(this.text(), this.picked()),
      guardConfirmed: confirmation('text', this.confirmed()),
    };
    try {
      const comment = this.comment();
      const saved = await (comment
        ? this.requests.change(comment, input)
        : this.requests.write(this.actionId(), input, this.key));
      await this.kept.discard();
      this.saved.emit(saved);
    } catch (error) {
      const issue = asProblem(error)?.issues?.[0];
      this.problem.set(issue ? this.words.code(issue.code) : this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  protected async letBe(): Promise<void> {
    await this.kept.discard();
    this.closed.emit();
  }

  private async begin(): Promise<void> {
    const comment = this.comment();
    const written = comment ? asWritten(comment) : null;
    const draft = await this.drafts.read<Partial<Kept>>(this.draftKey());
    const { text, picked } = { ...written, ...draft };
    // What was typed while it was fetched is newer than it.
    if (!this.text()) {
      if (text) this.text.set(text);
      if (picked) this.picked.set(picked);
    }
    this.begun.set(true);
    if (comment) this.field()?.focus();
  }
}
