import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ListState } from './list-state';
import { type LoadSource, LoadState } from './load-state';

interface ListPage {
  items: readonly unknown[];
  page: number;
  size: number;
  total: number;
  capped: boolean;
  next?: string | null;
  previous?: string | null;
}

interface PageQuery {
  page: number;
  size: number;
  after?: string;
  before?: string;
}

/**
 * What every list has around its rows: skeleton, error with a second try, empty state, count read aloud, paging in the
 * address. Rows are its content; `[empty]` marks what stands when nothing matches.
 */
@Component({
  selector: 'sam-list-frame',
  templateUrl: './list-frame.html',
  imports: [LoadState, RouterLink, TranslocoDirective],
})
export class ListFrame {
  readonly source = input.required<LoadSource>();
  readonly page = input.required<ListPage | undefined>();
  readonly state = input.required<ListState<PageQuery>>();
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
