import { Component, input } from '@angular/core';
import type { MarkedText } from '@samverkan/publications/contract';

/** A few words of a text with those that were searched for marked. They come as pieces and are written as text, whatever stands in them. */
@Component({
  selector: 'sam-marked',
  template: `@for (piece of pieces(); track $index) {
    @if (piece.found) {
      <mark [textContent]="piece.text"></mark>
    } @else {
      <span [textContent]="piece.text"></span>
    }
  }`,
  styles: `
    mark {
      background: var(--sam-mark, color-mix(in srgb, var(--sam-accent-graphic) 28%, transparent));
      color: inherit;
      border-radius: 2px;
      font-weight: 600;
    }
  `,
})
export class Marked {
  readonly pieces = input.required<MarkedText>();
}
