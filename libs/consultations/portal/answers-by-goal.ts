import { Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CommentResponseInput, ConsultationAnswers, ConsultationComment } from '@samverkan/consultations/contract';
import { Icon, plural } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { CommentResponseView } from './comment-response';
import { ResponseForm } from './response-form';

/** All comments, goal by goal, each with what became of it. */
@Component({
  selector: 'sam-answers-by-goal',
  templateUrl: './answers-by-goal.html',
  styleUrls: ['./comments.scss', './answers-by-goal.scss'],
  imports: [CommentResponseView, Icon, ResponseForm, RouterLink, SensitiveReportButton, TranslocoDirective],
})
export class AnswersByGoal {
  readonly answers = input.required<ConsultationAnswers>();
  /** Only those nobody has answered. */
  readonly unanswered = input(false);
  readonly busy = input(false);
  readonly responded = output<{ comment: ConsultationComment; input: CommentResponseInput }>();
  /** One is no longer here to be read. */
  readonly hidden = output();
  protected readonly plural = plural;
  /** A comment whose answer is written anew. */
  protected readonly changing = signal<string | null>(null);
  private readonly comments = computed(() =>
    this.answers().invited.flatMap(({ organization, comments }) =>
      comments
        .filter(({ text }) => text !== '')
        .map((comment) => ({ organization, comment, waits: !comment.response || comment.response.outdated })),
    ),
  );
  /** The goals as they are now; last those that are no longer there, and the whole. */
  protected readonly groups = computed(() => {
    const { goals } = this.answers();
    const here = new Set(goals.map(({ id }) => id));
    const gone = this.comments().flatMap(({ comment: { goal } }) => (goal && !here.has(goal.id) ? [goal] : []));
    const all = [
      ...goals.map(({ id, number, title }) => ({ id, number, title, gone: false })),
      ...gone.map(({ id, number, title }) => ({ id, number, title, gone: true })),
      { id: 'whole', number: '', title: '', gone: false },
    ];
    return [...new Map(all.map((goal) => [goal.id, goal])).values()]
      .map((goal) => ({
        ...goal,
        comments: this.comments().filter(
          ({ comment, waits }) => (comment.goal?.id ?? 'whole') === goal.id && (waits || !this.unanswered()),
        ),
      }))
      .filter(({ comments }) => comments.length > 0);
  });

  protected respond(comment: ConsultationComment, input: CommentResponseInput): void {
    this.changing.set(null);
    this.responded.emit({ comment, input });
  }
}
