import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CommentResponse } from '@samverkan/consultations/contract';
import { HumanDatePipe } from '@samverkan/shared/portal';

/** What became of a comment, and why. */
@Component({
  selector: 'sam-comment-response',
  template: `<ng-container *transloco="let t">
    @if (response(); as response) {
      <div class="said">
        <strong>{{ t('consultations.outcome.' + response.outcome) }}</strong>
        <span class="small muted"> {{ response.at | humanDate }}</span>
        <p class="typed">{{ response.reason }}</p>
        @if (response.outdated) {
          <p class="small muted">{{ t('consultations.outdated') }}</p>
        }
      </div>
    } @else {
      <p class="small muted">{{ t('consultations.no-response') }}</p>
    }
  </ng-container>`,
  styles: `
    .said {
      border-left: 3px solid var(--mat-sys-primary);
      padding-left: var(--sam-4);
    }
  `,
  imports: [HumanDatePipe, TranslocoDirective],
})
export class CommentResponseView {
  readonly response = input.required<CommentResponse | null>();
}
