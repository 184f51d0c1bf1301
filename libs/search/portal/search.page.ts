import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SearchQuery } from '@samverkan/search/contract';
import { ListSearch, LoadState, listState } from '@samverkan/reading/portal';
import { Icon, PageHead, keepLatest, plural } from '@samverkan/shared/portal';
import { MarkedText } from './marked-text';
import { searchAnswer } from './search.data';

/** Everything that answers to the words, in groups with their counts; one group can be looked at alone. */
@Component({
  selector: 'sam-search-page',
  templateUrl: './search.page.html',
  styleUrl: './search.page.scss',
  imports: [Icon, ListSearch, LoadState, MarkedText, PageHead, RouterLink, TranslocoDirective],
})
export class SearchPage {
  protected readonly plural = plural;
  protected readonly state = listState(SearchQuery);
  protected readonly source = searchAnswer(this.state.params);
  private readonly latest = keepLatest(this.source);
  protected readonly q = computed(() => this.state.query().q ?? '');
  /** What the answer has: what was typed, or another word for it. */
  protected readonly asked = computed(() => this.answer()?.synonym ?? this.q());
  protected readonly answer = computed(() => (this.q() ? this.latest() : undefined));
  protected readonly all = computed(() => (this.answer()?.groups ?? []).reduce((sum, { total }) => sum + total, 0));
  protected readonly capped = computed(() => (this.answer()?.groups ?? []).some(({ capped }) => capped));
  protected readonly shown = computed(() => (this.answer()?.groups ?? []).filter(({ items }) => items.length > 0));

  /** What the list's address holds: how wide it looks, and the same words. */
  protected inList(list: string): Record<string, string> {
    return { ...Object.fromEntries(new URLSearchParams(list.split('?')[1])), q: this.asked() };
  }

  protected countOf({ total, capped }: { total: number; capped: boolean }): string {
    return `${total}${capped ? '+' : ''}`;
  }
}
