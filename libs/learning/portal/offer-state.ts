import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OfferStatus } from '@samverkan/learning/contract';

const looks: Record<OfferStatus, string> = {
  draft: 'draft',
  open: 'ongoing',
  closed: 'planned',
  held: 'completed',
  cancelled: 'cancelled',
};

/** How far a training has come: figure, word and colour. */
@Component({
  selector: 'sam-offer-state',
  template: `<span *transloco="let t" [class]="'st st-' + look()">
    <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.7">
      @switch (status()) {
        @case ('open') {
          <circle cx="8" cy="8" r="6.4" />
          <path d="M8 1.6a6.4 6.4 0 0 1 0 12.8z" fill="currentColor" stroke="none" />
        }
        @case ('held') {
          <circle cx="8" cy="8" r="7.2" fill="currentColor" stroke="none" />
          <path d="m4.7 8.2 2.3 2.3 4.4-4.7" class="on-figure" />
        }
        @case ('cancelled') {
          <circle cx="8" cy="8" r="6.4" />
          <path d="M4.6 8h6.8" />
        }
        @default {
          <circle cx="8" cy="8" r="6.4" />
        }
      }
    </svg>
    {{ t('learning.status.' + status()) }}
  </span>`,
  imports: [TranslocoDirective],
})
export class OfferState {
  readonly status = input.required<OfferStatus>();
  protected readonly look = computed(() => looks[this.status()]);
}
