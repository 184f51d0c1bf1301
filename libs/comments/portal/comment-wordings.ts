import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Comment } from '@samverkan/comments/contract';
import { ProblemWords, Time } from '@samverkan/shared/portal';
import { Dialog } from '@samverkan/writing/portal';
import { CommentText } from './comment-text';
import { wordingsOf } from './comments.data';

/** What a comment said before it was changed, for the organisation that wrote it. */
@Component({
  selector: 'sam-comment-wordings',
  template: `<ng-container *transloco="let t"
    ><sam-dialog #dialog [heading]="t('comments.wordings.heading')" (closed)="closed.emit()">
      <p class="muted">{{ t('comments.wordings.intro') }}</p>
      @if (problem(); as words) {
        <p class="note err" role="alert">{{ words }}</p>
      }
      @if (source.hasValue()) {
        <ol class="thread" [attr.aria-label]="t('comments.wordings.heading')">
          @for (one of source.value().items; track one.until) {
            <li>
              <span class="small muted">{{ t('comments.wordings.until') }} <sam-time [at]="one.until" /></span>
              <sam-comment-text [comment]="{ text: one.text, mentions: comment().mentions }" />
            </li>
          }
        </ol>
      }
      <div class="acts">
        <button type="button" class="btn line" (click)="dialog.close()">{{ t('comments.wordings.close') }}</button>
      </div>
    </sam-dialog></ng-container
  >`,
  imports: [CommentText, Dialog, Time, TranslocoDirective],
})
export class CommentWordingsDialog {
  private readonly words = inject(ProblemWords);
  readonly comment = input.required<Comment>();
  readonly closed = output();
  protected readonly source = wordingsOf(() => this.comment().id);
  protected readonly problem = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
}
