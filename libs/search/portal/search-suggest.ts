import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { SearchHit } from '@samverkan/search/contract';
import { type AddressValues } from '@samverkan/reading/portal';
import { keepLatest, provideWords } from '@samverkan/shared/portal';
import { MarkedText } from './marked-text';
import { searchAllWords } from './search-all-words';
import { searchAnswer } from './search.data';

/** Hits of each group while one types. */
const most = 3;

/** What answers while one types in the top bar: a list that the box's own arrow keys walk. */
@Component({
  selector: 'sam-search-suggest',
  templateUrl: './search-suggest.html',
  styleUrl: './search-suggest.scss',
  imports: [MarkedText, RouterLink, TranslocoDirective],
  providers: [provideWords(searchAllWords)],
})
export class SearchSuggest {
  private readonly router = inject(Router);
  /** What stands in the box once the writer has paused, without what the guard stops. */
  readonly words = input.required<string>();
  /** Something was chosen, or the list is left. */
  readonly left = input.required<() => void>();
  private readonly source = searchAnswer((): AddressValues => (this.words() ? { q: this.words() } : {}));
  private readonly latest = keepLatest(this.source);
  protected readonly answer = computed(() => {
    const answer = this.latest();
    return this.words() && answer ? answer : undefined;
  });
  protected readonly groups = computed(() =>
    (this.answer()?.groups ?? []).map((group) => ({ ...group, items: group.items.slice(0, most) })),
  );
  private readonly hits = computed(() => this.groups().flatMap(({ items }) => items));

  /** Where the keys stand among the hits; at none when other hits come. */
  private readonly at = linkedSignal({ source: this.hits, computation: () => -1 });
  /** The id of that choice, for the box's `aria-activedescendant`; empty for none. */
  readonly active = computed(() => this.idOf(this.hits()[this.at()]));

  /** There is something to walk. */
  readonly isOpen = computed(() => this.hits().length > 0);

  constructor() {
    effect(() => document.getElementById(this.active())?.scrollIntoView({ block: 'nearest' }));
  }

  protected idOf(hit: SearchHit | undefined): string {
    return hit ? `hit-${hit.id}` : '';
  }

  protected isActive(hit: SearchHit): boolean {
    return this.hits()[this.at()]?.id === hit.id;
  }

  /** A key pressed in the box: true when it was the list's to answer. */
  press(key: string): boolean {
    const { length } = this.hits();
    if (key === 'Escape') this.left()();
    else if (key === 'ArrowDown' && length > 0) this.at.update((at) => (at + 1 >= length ? -1 : at + 1));
    else if (key === 'ArrowUp' && length > 0) this.at.update((at) => (at < 0 ? length - 1 : at - 1));
    else if (key === 'Enter' && this.at() >= 0) this.go(this.hits()[this.at()]);
    else return false;
    return true;
  }

  protected go(hit: SearchHit | undefined): void {
    if (!hit) return;
    this.left()();
    void this.router.navigateByUrl(hit.path);
  }
}
