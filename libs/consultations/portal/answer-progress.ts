import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** "5 av 8 mål", in words and as a track. */
@Component({
  selector: 'sam-answer-progress',
  template: `<div class="prog" *transloco="let t">
    <b>{{ t('consultations.progress', { done: done(), all: all() }) }}</b>
    <div
      class="track"
      role="progressbar"
      aria-valuemin="0"
      [attr.aria-label]="t('consultations.progress.label')"
      [attr.aria-valuenow]="done()"
      [attr.aria-valuemax]="all()"
      [attr.aria-valuetext]="t('consultations.progress', { done: done(), all: all() })"
    >
      @for (place of places(); track place) {
        <i [class.y]="place < done()"></i>
      }
    </div>
  </div>`,
  styles: `
    :host {
      display: block;
      flex: 1 1 14rem;
      max-width: 24rem;
    }
  `,
  imports: [TranslocoDirective],
})
export class AnswerProgress {
  readonly done = input.required<number>();
  readonly all = input.required<number>();
  protected readonly places = computed(() => Array.from({ length: this.all() }, (_, place) => place));
}
