import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import { FilterMenu, LoadState, listState } from '@samverkan/reading/portal';
import {
  HumanDatePipe,
  Icon,
  PageHead,
  ProblemWords,
  Toasts,
  keepLatest,
  reloadOn,
  today,
} from '@samverkan/shared/portal';
import { SupportQuery, type SupportStatus, type SupportSummary } from '@samverkan/support/contract';
import { SupportInquiries } from './inquiries';
import { SupportTerms } from './support-terms';
import { SupportRequests, requestList } from './support.data';

/** The columns of work, and which states stand in each. */
const columns: readonly { key: string; statuses: readonly SupportStatus[] }[] = [
  { key: 'untaken', statuses: ['received', 'reopened'] },
  { key: 'in_progress', statuses: ['in_progress'] },
  { key: 'proposed', statuses: ['proposed'] },
  { key: 'agreed', statuses: ['agreed'] },
  { key: 'closed', statuses: ['closed'] },
];
const shown = columns.flatMap(({ statuses }) => statuses).join(',');
const most = 100;

/** What is worked with, by how it stands: where the county board sorts what comes in. */
@Component({
  selector: 'sam-support-board-page',
  templateUrl: './board.page.html',
  styleUrl: './board.page.scss',
  imports: [FilterMenu, HumanDatePipe, Icon, LoadState, PageHead, RouterLink, SupportInquiries, TranslocoDirective],
})
export class BoardPage {
  private readonly requests = inject(SupportRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly store = inject(SessionStore);
  protected readonly terms = inject(SupportTerms);
  protected readonly handles = computed(() =>
    ['county_staff', 'county_admin'].includes(this.store.acting()?.role ?? ''),
  );
  protected readonly state = listState(SupportQuery);
  protected readonly source = requestList(() => ({
    ...this.state.params(),
    status: shown,
    sort: 'due',
    order: 'asc',
    size: String(most),
  }));
  protected readonly page = keepLatest(this.source);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly columns = computed(() =>
    columns.map(({ key, statuses }) => ({
      key,
      status: statuses.join(','),
      cards: this.page()?.items.filter(({ status }) => statuses.includes(status)) ?? [],
    })),
  );
  protected readonly more = computed(() => (this.page()?.total ?? 0) > most);

  constructor() {
    reloadOn('support', this.source);
  }

  protected effectKey({ effectSilent, effectDueOn }: SupportSummary): 'silent' | 'on' | 'asked' {
    return effectSilent ? 'silent' : (effectDueOn ?? '') > today() ? 'on' : 'asked';
  }

  protected async take({ id }: SupportSummary): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.requests.step(id, 'take');
      await this.toasts.show(this.transloco.translate('support.told.take'));
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
      this.source.reload();
    }
  }
}
