import { Component, computed, input } from '@angular/core';
import { marked } from './marked';

/** A title with what was looked for marked in it. */
@Component({
  selector: 'sam-marked',
  // Each piece in an element of its own: between text and text a template would put a space.
  template: `
    @for (piece of pieces(); track $index) {
      @if (piece.hit) {
        <mark>{{ piece.text }}</mark>
      } @else {
        <span>{{ piece.text }}</span>
      }
    }
  `,
  styles: `
    mark {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
    span {
      white-space: pre-wrap;
    }
  `,
})
export class MarkedText {
  readonly text = input.required<string>();
  readonly q = input.required<string>();
  protected readonly pieces = computed(() => marked(this.text(), this.q()));
}
