import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { LoadState } from '@samverkan/reading/portal';
import { Icon, PageHead, ProblemWords, Toasts, keepLatest, reloadOn } from '@samverkan/shared/portal';
import type { Proposal } from '@samverkan/vocabularies/contract';
import { ProposalCard } from './proposal-card';
import { ProposalRequests, allProposals } from './proposals.data';
import { TermLists } from './term-lists.data';

/** What the counties propose to each other about the lists, and what has been decided, when, by whose proposal and why. */
@Component({
  selector: 'sam-proposals-page',
  templateUrl: './proposals.page.html',
  imports: [Icon, LoadState, PageHead, ProposalCard, RouterLink, TranslocoDirective],
})
export class ProposalsPage {
  private readonly requests = inject(ProposalRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly terms = inject(TermLists);
  protected readonly source = allProposals();
  protected readonly latest = keepLatest(this.source);
  protected readonly open = computed(() => (this.latest()?.items ?? []).filter(({ state }) => state === 'open'));
  protected readonly ended = computed(() => (this.latest()?.items ?? []).filter(({ state }) => state !== 'open'));
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    reloadOn('vocabularies', this.source);
  }

  protected answer({ id }: Proposal, { yes, line }: { yes: boolean; line: string }): Promise<void> {
    return this.doing(() => this.requests.answer(id, yes, line), 'answered');
  }

  protected takeBack({ id }: Proposal): Promise<void> {
    return this.doing(() => this.requests.takeBack(id), 'taken-back');
  }

  protected withdraw({ id }: Proposal): Promise<void> {
    return this.doing(() => this.requests.withdraw(id), 'withdrawn');
  }

  protected undo({ id }: Proposal): Promise<void> {
    return this.doing(() => this.requests.undo(id), 'undone');
  }

  private async doing(deed: () => Promise<Proposal>, said: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const { state } = await deed();
      if (state !== 'open') this.terms.reload();
      await this.toasts.show(this.transloco.translate(`vocabularies.said.${state === 'decided' ? 'decided' : said}`));
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
      this.source.reload();
    }
  }
}
