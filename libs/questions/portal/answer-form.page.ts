import { HttpClient } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked, viewChildren } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { FaqChange, FaqInput, type Question } from '@samverkan/questions/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import {
  Icon,
  type MayHoldUnsaved,
  PageHead,
  ProblemWords,
  Toasts,
  asProblem,
  newIdempotencyKey,
} from '@samverkan/shared/portal';
import { GuardedText } from '@samverkan/writing/portal';
import { firstValueFrom } from 'rxjs';
import { FaqRequests, faqOf } from './faq.data';
import { QuestionTerms } from './question-terms';

const empty = { title: '', answer: '', source: '', sourceOn: '', link: '', subject: '', lawArea: '' };
type Draft = typeof empty;

/** A question in words for all, with its answer: written anew, or begun from an answer that came. */
@Component({
  selector: 'sam-answer-form-page',
  templateUrl: './answer-form.page.html',
  imports: [GuardedText, Icon, PageHead, TranslocoDirective],
})
export class AnswerFormPage implements MayHoldUnsaved {
  private readonly http = inject(HttpClient);
  private readonly requests = inject(FaqRequests);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly texts = viewChildren(GuardedText);
  private readonly key = newIdempotencyKey();
  protected readonly terms = inject(QuestionTerms);
  readonly id = input<string>();
  /** The answer it is begun from, and the question that answers, in the address. */
  readonly svar = input<string>();
  readonly fraga = input<string>();
  private readonly source = faqOf(this.id);
  private readonly before = signal<Draft>(empty);
  private readonly version = signal(0);
  protected readonly model = signal<Draft>(empty);
  protected readonly ready = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly confirmed = {
    title: signal<GuardReason | null>(null),
    answer: signal<GuardReason | null>(null),
    source: signal<GuardReason | null>(null),
  };
  protected readonly blocked = computed(() => this.texts().some((text) => text.blocked()));

  constructor() {
    effect(() => {
      const waits = this.id() !== undefined && !this.source.hasValue() && !this.source.error();
      if (!waits && !untracked(this.ready)) untracked(() => void this.begin());
    });
  }

  unsaved(): boolean {
    return this.ready() && !this.busy() && JSON.stringify(this.before()) !== JSON.stringify(this.model());
  }

  protected set(change: Partial<Draft>): void {
    this.model.update((draft) => ({ ...draft, ...change }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.blocked() || this.busy()) return;
    const draft = this.model();
    const id = this.id();
    const fields = {
      ...draft,
      sourceOn: draft.sourceOn || null,
      lawArea: draft.lawArea || null,
      link: draft.link.trim(),
      ...(id ? {} : { replyId: this.svar() ?? null }),
      guardConfirmed: (['title', 'answer', 'source'] as const).flatMap((field) =>
        confirmation(field, this.confirmed[field]()),
      ),
    };
    const read = (id ? FaqChange : FaqInput).safeParse(fields);
    if (!read.success) {
      this.problem.set(
        draft.subject ? this.words.code('input.invalid') : this.transloco.translate('questions.form.choose'),
      );
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    try {
      const saved = id
        ? await this.requests.change(id, this.version(), read.data)
        : await this.requests.write(FaqInput.parse(fields), this.key);
      await this.router.navigate(['/fragor/svar', saved.id]);
      await this.toasts.show(
        this.transloco.translate(
          saved.status === 'published' ? 'questions.faq.saved.published' : 'questions.faq.saved',
        ),
      );
    } catch (error) {
      this.busy.set(false);
      const stands = asProblem(error)?.current as { version?: number } | undefined;
      if (stands?.version) this.version.set(stands.version);
      this.problem.set(this.words.of(error));
    }
  }

  private async begin(): Promise<void> {
    const faq = this.source.hasValue() ? this.source.value() : undefined;
    const from = this.fraga();
    let typed: Partial<Draft> = {};
    if (faq) {
      this.version.set(faq.version);
      const { title, answer, source, link, subject } = faq;
      this.model.set({
        title,
        answer,
        source,
        link,
        subject,
        sourceOn: faq.sourceOn ?? '',
        lawArea: faq.lawArea ?? '',
      });
    } else if (from) {
      const question = await firstValueFrom(this.http.get<Question>(`/api/questions/${from}`)).catch(() => null);
      const reply = question?.replies.find(({ id }) => id === this.svar()) ?? question?.replies[0];
      typed = Object.fromEntries(Object.entries(this.model()).filter(([, text]) => text !== ''));
      if (question)
        this.model.set({
          title: question.title,
          answer: reply?.text ?? '',
          source: reply?.source.name ?? '',
          sourceOn: reply?.receivedOn ?? '',
          link: reply?.link ?? '',
          subject: question.subject,
          lawArea: question.lawArea ?? '',
        });
    }
    this.before.set(this.model());
    // What was typed while it was fetched stays.
    this.set(typed);
    this.ready.set(true);
  }
}
