import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type CommentToUs, CommentsToUsQuery } from '@samverkan/comments/contract';
import { ListFrame, Step, listState } from '@samverkan/reading/portal';
import { PageHead, ProblemWords, Time, Toasts, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { CommentText } from './comment-text';
import { CommentRequests, commentsToUs } from './comments.data';

/** Comments in which the organisation's functions are mentioned, newest first. */
@Component({
  selector: 'sam-comments-page',
  templateUrl: './comments.page.html',
  imports: [CommentText, ListFrame, PageHead, RouterLink, Step, Time, TranslocoDirective],
})
export class CommentsPage {
  private readonly requests = inject(CommentRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly state = listState(CommentsToUsQuery);
  protected readonly source = commentsToUs(this.state.params);
  protected readonly page = keepLatest(this.source);

  constructor() {
    reloadOn('comments', this.source);
  }

  protected async mark(one: CommentToUs, seen: boolean): Promise<void> {
    try {
      await (seen ? this.requests.see(one.id) : this.requests.unsee(one.id));
      if (seen)
        await this.toasts.show(this.transloco.translate('comments.read.done'), {
          label: this.transloco.translate('comments.undo'),
          run: () => void this.mark(one, false),
        });
    } catch (error) {
      await this.toasts.show(this.words.of(error));
    } finally {
      this.source.reload();
    }
  }
}
