import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Question, type QuestionReply, VerdictInput } from '@samverkan/questions/contract';
import { type GuardReason, confirmation } from '@samverkan/shared/contract';
import { HumanDatePipe, Icon, ProblemWords } from '@samverkan/shared/portal';
import { GuardedText, SensitiveReportButton } from '@samverkan/writing/portal';
import { QuestionRequests } from './questions.data';

/** What has been answered, and whether it answers: “besvarar”, or “besvarar inte, därför att”. */
@Component({
  selector: 'sam-question-replies',
  templateUrl: './question-replies.html',
  imports: [GuardedText, HumanDatePipe, Icon, RouterLink, SensitiveReportButton, TranslocoDirective],
})
export class QuestionReplies {
  private readonly requests = inject(QuestionRequests);
  private readonly words = inject(ProblemWords);
  private readonly text = viewChild(GuardedText);
  readonly replies = input.required<readonly QuestionReply[]>();
  /** The question they answer, where the reader may judge them. */
  readonly question = input<Question>();
  readonly handles = input(false);
  readonly mayHide = input(false);
  readonly judged = output<Question>();
  readonly hidden = output();
  protected readonly busy = signal(false);
  protected readonly saysWhy = signal(false);
  protected readonly because = signal('');
  protected readonly confirmed = signal<GuardReason | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly blocked = computed(() => this.text()?.blocked() ?? false);
  protected readonly mayJudge = computed(() => this.question()?.allowed.verbs.includes('judge') ?? false);

  protected async judge(answers: boolean): Promise<void> {
    const question = this.question();
    if (!question || this.busy() || (!answers && this.blocked())) return;
    const read = VerdictInput.safeParse({
      answers,
      because: answers ? '' : this.because(),
      replyId: question.replies[0]?.id,
      guardConfirmed: answers ? [] : confirmation('because', this.confirmed()),
    });
    if (!read.success) {
      this.problem.set(this.words.code('question.say-why'));
      return;
    }
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.judged.emit(await this.requests.judge(question.id, read.data));
      this.saysWhy.set(false);
      this.because.set('');
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
