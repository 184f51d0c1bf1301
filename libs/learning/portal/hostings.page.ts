import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { HumanDatePipe, PageHead, ProblemWords, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { Unanswered } from '@samverkan/writing/portal';
import { HostingWords } from './hosting-words';
import { HostingRequests, ownHostings } from './hosting.data';

/** Trainings one is asked to hold, those one has asked others about, and what came of the rest. */
@Component({
  selector: 'sam-hostings-page',
  templateUrl: './hostings.page.html',
  imports: [HumanDatePipe, PageHead, RouterLink, TranslocoDirective, Unanswered],
})
export class HostingsPage {
  private readonly words = inject(ProblemWords);
  protected readonly requests = inject(HostingRequests);
  protected readonly sentences = inject(HostingWords);
  protected readonly source = ownHostings();
  private readonly list = keepLatest(this.source);
  protected readonly groups = computed(() => {
    const items = this.list()?.items;
    if (!items) return undefined;
    return [
      { name: 'answer', items: items.filter(({ state, side }) => state === 'open' && side === 'asked') },
      { name: 'asked', items: items.filter(({ state, side }) => state === 'open' && side === 'asking') },
      { name: 'settled', items: items.filter(({ state }) => state !== 'open') },
    ].filter((group) => group.items.length > 0);
  });
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });

  constructor() {
    reloadOn('learning', this.source);
  }
}
