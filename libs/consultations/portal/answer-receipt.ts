import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Consultation } from '@samverkan/consultations/contract';
import { HumanDatePipe, Icon, plural } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { CommentResponseView } from './comment-response';

/** What was sent, when and by whom, and what became of it. */
@Component({
  selector: 'sam-answer-receipt',
  templateUrl: './answer-receipt.html',
  styleUrl: './comments.scss',
  imports: [CommentResponseView, HumanDatePipe, Icon, SensitiveReportButton, TranslocoDirective],
})
export class AnswerReceipt {
  readonly consultation = input.required<Consultation>();
  readonly changed = output();
  /** One is no longer here to be read. */
  readonly hidden = output();
  protected readonly plural = plural;
  protected readonly answer = computed(() => this.consultation().answer);
  protected readonly said = computed(() => this.answer()?.comments.filter(({ text }) => text !== '') ?? []);
  protected readonly without = computed(() => this.answer()?.comments.filter(({ none }) => none) ?? []);
}
