import { Component, computed, inject, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { HumanDatePipe, PageHead, ProblemWords, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { Unanswered } from '@samverkan/writing/portal';
import { ConnectionList } from './connection-list';
import { CooperationRequests, ownCooperations } from './cooperation.data';
import { CooperationWords } from './cooperation-words';

/** What waits for an answer of one's own, what one has asked of others, and what came of the rest. */
@Component({
  selector: 'sam-cooperations-page',
  templateUrl: './cooperations.page.html',
  imports: [ConnectionList, HumanDatePipe, PageHead, RouterLink, TranslocoDirective, Unanswered],
})
export class CooperationsPage {
  private readonly words = inject(ProblemWords);
  protected readonly requests = inject(CooperationRequests);
  protected readonly sentences = inject(CooperationWords);
  protected readonly source = ownCooperations();
  private readonly list = keepLatest(this.source);
  private readonly connections = viewChild(ConnectionList);
  /** Neither is anything asked of anybody, nor has the county anything to send on. */
  protected readonly isEmpty = computed(() => this.groups()?.length === 0 && this.connections()?.some() === false);
  protected readonly groups = computed(() => {
    const items = this.list()?.items;
    if (!items) return undefined;
    return [
      { name: 'answer', items: items.filter(({ allowed }) => allowed.answer) },
      { name: 'asked', items: items.filter(({ state, allowed }) => state === 'open' && !allowed.answer) },
      { name: 'settled', items: items.filter(({ state }) => state !== 'open') },
    ].filter((group) => group.items.length > 0);
  });
  protected readonly problem = computed(() => {
    const error = this.source.error();
    return error ? this.words.of(error) : null;
  });

  constructor() {
    reloadOn('actions', this.source);
  }
}
