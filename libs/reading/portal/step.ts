import { Directive, input } from '@angular/core';

/** One step on a thread: `done` filled, `open` waiting, `hot` wants an answer. */
@Directive({
  selector: 'li[samStep]',
  host: { '[class.done]': "samStep() === 'done'", '[class.hot]': "samStep() === 'hot'" },
})
export class Step {
  readonly samStep = input<'done' | 'open' | 'hot'>('done');
}
