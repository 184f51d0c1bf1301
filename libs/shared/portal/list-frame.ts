import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ListState } from './list-state';
import { ProblemWords } from './problem-words';

interface ListPage {
  items: readonly unknown[];
  page: number;
  size: number;
  total: number;
  capped: boolean;
}

interface ListSource {
  error: () => Error | undefined;
  isLoading: () => boolean;
  reload: () => boolean;
}

/**
 * What every list has around its rows: skeleton, error with a second try, empty state, count read aloud, paging in the
 * address. Rows are its content; `[empty]` marks what stands when nothing matches.
 */
@Component({ selector: 'sam-list-frame', templateUrl: './list-frame.html', imports: [RouterLink, TranslocoDirective] })
export class ListFrame {
  private readonly words = inject(ProblemWords);
  readonly source = input.required<ListSource>();
  readonly page = input.required<ListPage | undefined>();
  readonly state = input.required<ListState<{ page: number; size: number }>>();
  protected readonly problem = computed(() => {
    const error = this.source().error();
    return error ? this.words.of(error) : null;
  });
  protected readonly span = computed(() => {
    const page = this.page();
    if (!page) return null;
    const from = (page.page - 1) * page.size + 1;
    return { from, to: from + page.items.length - 1, total: `${page.total}${page.capped ? '+' : ''}` };
  });
  protected readonly hasNext = computed(() => {
    const page = this.page();
    return !!page && (page.capped ? page.items.length === page.size : page.page * page.size < page.total);
  });
}
