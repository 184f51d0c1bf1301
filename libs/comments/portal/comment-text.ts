import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Comment } from '@samverkan/comments/contract';
import { labelOf, piecesOf } from './mention-text';

/** What a comment says, with its mentions leading to the functions. */
@Component({
  selector: 'sam-comment-text',
  template: `<p class="typed" *transloco="let t">
    @for (piece of pieces(); track $index) {
      @if ('text' in piece) {
        {{ piece.text }}
      } @else if (piece.mention) {
        <a [routerLink]="['/kontakter', piece.mention.id]">&#64;{{ labelOf(piece.mention) }}</a>
      } @else {
        <span class="muted">{{ t('comments.mention.unseen') }}</span>
      }
    }
  </p>`,
  imports: [RouterLink, TranslocoDirective],
  preserveWhitespaces: false,
})
export class CommentText {
  readonly comment = input.required<Pick<Comment, 'text' | 'mentions'>>();
  protected readonly labelOf = labelOf;
  protected readonly pieces = computed(() => piecesOf(this.comment().text, this.comment().mentions));
}
