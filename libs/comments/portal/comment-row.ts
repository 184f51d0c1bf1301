import { Component, DestroyRef, ElementRef, afterNextRender, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Comment } from '@samverkan/comments/contract';
import { Time } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { CommentForm } from './comment-form';
import { CommentText } from './comment-text';
import { CommentWordingsDialog } from './comment-wordings';

/** One comment, with what its reader may do with it. What is said to her own organisation is read when it has been in sight. */
@Component({
  selector: 'sam-comment',
  templateUrl: './comment-row.html',
  imports: [
    CommentForm,
    CommentText,
    CommentWordingsDialog,
    RouterLink,
    SensitiveReportButton,
    Time,
    TranslocoDirective,
  ],
})
export class CommentRow {
  readonly comment = input.required<Comment>();
  readonly aboutShelter = input(false);
  /** Nothing can be done: it is seen with another's eyes. */
  readonly quiet = input(false);
  readonly mayReport = input(false);
  readonly changed = output();
  readonly takenBack = output();
  readonly seen = output();
  protected readonly changing = signal(false);
  protected readonly looking = signal(false);

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const gone = inject(DestroyRef);
    afterNextRender(() => {
      if (!this.comment().unread || this.quiet() || typeof IntersectionObserver === 'undefined') return;
      const sight = new IntersectionObserver((entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        sight.disconnect();
        this.seen.emit();
      });
      sight.observe(element);
      gone.onDestroy(() => sight.disconnect());
    });
  }

  protected said(): void {
    this.changing.set(false);
    this.changed.emit();
  }
}
