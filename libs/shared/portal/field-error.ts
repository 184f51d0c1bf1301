import { Component, computed, inject, input } from '@angular/core';
import { fieldCode } from './field-code';
import { Language } from './language';
import { ProblemWords } from './problem-words';

/** What is wrong with a field, under the field. Bind its id in the field's `aria-describedby`. */
@Component({
  selector: 'sam-field-error',
  template: `@if (words(); as words) {
    <p class="fielderr" role="alert">{{ words }}</p>
  }`,
})
export class FieldError {
  private readonly problemWords = inject(ProblemWords);
  private readonly language = inject(Language);
  readonly errors = input.required<readonly { kind: string; message?: string }[]>();
  /** Usually the field's `touched`. */
  readonly shown = input(true);
  protected readonly words = computed(() => {
    this.language.current();
    const first = this.errors()[0];
    return first && this.shown() ? this.problemWords.code(fieldCode(first)) : null;
  });
}
