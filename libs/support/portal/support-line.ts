import { Component, computed, inject, input } from '@angular/core';
import { Language, today } from '@samverkan/shared/portal';
import { type SupportStatus, type SupportSummary, supportLine } from '@samverkan/support/contract';

const looks: Record<SupportStatus, string> = {
  received: 'planned',
  reopened: 'planned',
  in_progress: 'ongoing',
  proposed: 'ongoing',
  agreed: 'ongoing',
  closed: 'completed',
  done: 'completed',
  declined: 'cancelled',
  withdrawn: 'cancelled',
};

/** How a request stands, since when and who has it: figure, words and colour in one line. */
@Component({
  selector: 'sam-support-line',
  template: `<span [class]="'st st-' + look()">
    <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.7">
      @switch (look()) {
        @case ('ongoing') {
          <circle cx="8" cy="8" r="6.4" />
          <path d="M8 1.6a6.4 6.4 0 0 1 0 12.8z" fill="currentColor" stroke="none" />
        }
        @case ('completed') {
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
    <span>{{ words() }}</span>
  </span>`,
  styles: '.st { white-space: normal; align-items: flex-start; } svg { flex: none; margin-top: 0.2em; }',
})
export class SupportLine {
  private readonly language = inject(Language);
  readonly request = input.required<SupportSummary>();
  protected readonly look = computed(() => looks[this.request().status]);
  protected readonly words = computed(() => {
    const { sv, en } = supportLine(this.request(), today());
    return this.language.pick(sv, en);
  });
}
