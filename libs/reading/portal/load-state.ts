import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemWords } from '@samverkan/shared/portal';

/** What is fetched, as far as waiting and trying again need to know. */
export interface LoadSource {
  error: () => Error | undefined;
  isLoading: () => boolean;
  reload: () => boolean;
}

/** What stands until something fetched can be shown: rows of a skeleton, or what went wrong and a second try. */
@Component({ selector: 'sam-load-state', templateUrl: './load-state.html', imports: [TranslocoDirective] })
export class LoadState {
  private readonly words = inject(ProblemWords);
  readonly source = input.required<LoadSource>();
  /** There is something to show, be it of last time. */
  readonly ready = input.required<boolean>();
  protected readonly problem = computed(() => {
    const error = this.source().error();
    return error ? this.words.of(error) : null;
  });
}
