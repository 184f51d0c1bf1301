import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ActivityEvent } from '@samverkan/activity/contract';
import { PageHead, ProblemWords, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { feedOf, olderNews } from './activity.data';
import { Feed } from './feed';
import { NewsSeen } from './news-seen';

/** Everything that has happened around the person, as far back as she wants. */
@Component({
  selector: 'sam-feed-page',
  templateUrl: './feed.page.html',
  imports: [Feed, PageHead, RouterLink, TranslocoDirective],
})
export class FeedPage {
  private readonly words = inject(ProblemWords);
  private readonly fetchOlder = olderNews();
  protected readonly source = feedOf(30);
  protected readonly newest = keepLatest(this.source);
  private readonly older = signal<readonly ActivityEvent[]>([]);
  private readonly olderBefore = signal<string | null | undefined>(undefined);
  protected readonly events = computed(() => [...(this.newest()?.items ?? []), ...this.older()]);
  protected readonly before = computed(() =>
    this.olderBefore() === undefined ? this.newest()?.nextBefore : this.olderBefore(),
  );
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });

  constructor() {
    const seen = inject(NewsSeen);
    // Read when it is left: while it is open, what is new stays marked.
    inject(DestroyRef).onDestroy(() => {
      const newest = this.events()[0];
      if (newest) seen.mark(newest.at);
    });
    reloadOn('any', this.source);
  }

  protected async showOlder(before: string): Promise<void> {
    const page = await this.fetchOlder(before);
    this.older.update((events) => [...events, ...page.items]);
    this.olderBefore.set(page.nextBefore);
  }
}
