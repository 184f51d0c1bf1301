import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, keepLatest, provideWords, reloadOn } from '@samverkan/shared/portal';
import { activityWords } from './activity-words';
import { feedOf } from './activity.data';
import { Feed } from './feed';
import { NewsSeen } from './news-seen';

/** The bell of the app bar: an orange knot when there is news since last time; opens what has changed around the person. */
@Component({
  selector: 'sam-feed-bell',
  templateUrl: './feed-bell.html',
  imports: [Feed, Icon, RouterLink, TranslocoDirective],
  providers: [provideWords(activityWords)],
})
export class FeedBell {
  private readonly seen = inject(NewsSeen);
  private readonly source = feedOf(8);
  private readonly feed = keepLatest(this.source);
  protected readonly open = signal(false);
  protected readonly events = computed(() => this.feed()?.items ?? []);
  protected readonly unread = computed(() => this.events().some((event) => !event.own && event.at > this.seen.until()));

  constructor() {
    reloadOn('any', this.source);
  }

  protected toggled(event: Event): void {
    this.open.set((event as ToggleEvent).newState === 'open');
    const newest = this.events()[0];
    if (!this.open() && newest) this.seen.mark(newest.at);
  }

  protected close(): void {
    document.getElementById('feed')?.hidePopover();
  }
}
