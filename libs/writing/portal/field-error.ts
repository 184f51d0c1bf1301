import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { fieldCode } from './field-code';
import { Language } from '@samverkan/shared/portal';
import { PointerHeld } from './pointer-held';
import { ProblemWords } from '@samverkan/shared/portal';

/** What is wrong with a field, under the field; it comes and goes when no pointer is pressed. Bind its id in the field's `aria-describedby`. */
@Component({
  selector: 'sam-field-error',
  template: `@if (words(); as words) {
    <p class="fielderr" role="alert">{{ words }}</p>
  }`,
})
export class FieldError {
  private readonly problemWords = inject(ProblemWords);
  private readonly language = inject(Language);
  private readonly pointer = inject(PointerHeld);
  readonly errors = input.required<readonly { kind: string; message?: string }[]>();
  /** Usually the field's `touched`. */
  readonly shown = input(true);
  private readonly now = computed(() => {
    this.language.current();
    const first = this.errors()[0];
    return first && this.shown() ? this.problemWords.code(fieldCode(first)) : null;
  });
  protected readonly words = linkedSignal<{ now: string | null; held: boolean }, string | null>({
    source: () => ({ now: this.now(), held: this.pointer.held() }),
    computation: ({ now, held }, before) => (held && before ? before.value : now),
  });
}
