import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type Change, diffWords } from 'diff';

const swedish = new Intl.Segmenter('sv', { granularity: 'word' });

/** One side of two texts: the words that only this side has are marked, by sign and colour, and told to screen readers. */
@Component({
  selector: 'sam-text-diff',
  template: `<ng-container *transloco="let t">
    @for (part of parts(); track $index) {
      @if (part.removed) {
        <del
          ><span class="vh">{{ t('strategies.compare.removed') }} </span>{{ part.value
          }}<span class="vh"> {{ t('strategies.compare.mark-ends') }}</span></del
        >
      } @else if (part.added) {
        <ins
          ><span class="vh">{{ t('strategies.compare.added') }} </span>{{ part.value
          }}<span class="vh"> {{ t('strategies.compare.mark-ends') }}</span></ins
        >
      } @else {
        <span>{{ part.value }}</span>
      }
    }
  </ng-container>`,
  styleUrl: './text-diff.scss',
  imports: [TranslocoDirective],
})
export class TextDiff {
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  readonly side = input.required<'before' | 'after'>();
  protected readonly parts = computed<Change[]>(() => {
    const all = diffWords(this.before(), this.after(), { intlSegmenter: swedish });
    return all.filter((part) => (this.side() === 'before' ? !part.added : !part.removed));
  });
}
