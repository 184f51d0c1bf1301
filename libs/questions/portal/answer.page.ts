import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import type { Faq } from '@samverkan/questions/contract';
import { VisibilityBadge } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, PageHead, ProblemWords, Toasts, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { Dialog, SensitiveReportButton } from '@samverkan/writing/portal';
import { FaqRequests, faqOf } from './faq.data';
import { QuestionHistoryTable } from './question-history';
import { QuestionTerms } from './question-terms';
import { historyOf } from './questions.data';

/** One question with its answer; the county board checks it, shows it and takes it back. */
@Component({
  selector: 'sam-answer-page',
  templateUrl: './answer.page.html',
  imports: [
    Dialog,
    HumanDatePipe,
    Icon,
    PageHead,
    QuestionHistoryTable,
    RouterLink,
    SensitiveReportButton,
    TranslocoDirective,
    VisibilityBadge,
  ],
})
export class AnswerPage {
  readonly id = input.required<string>();
  private readonly requests = inject(FaqRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly session = inject(SessionStore);
  protected readonly terms = inject(QuestionTerms);
  protected readonly source = faqOf(this.id);
  private readonly historySource = historyOf(() => `/api/faq/${this.id()}`);
  protected readonly faq = keepLatest(this.source);
  protected readonly history = keepLatest(this.historySource);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly publishing = signal(false);
  protected readonly checked = signal(false);
  protected readonly visibility = signal<'county' | 'members'>('members');
  protected readonly levels = ['county', 'members'] as const;
  protected readonly mayHide = computed(() =>
    ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.session.acting()?.role ?? ''),
  );
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));

  constructor() {
    reloadOn('questions', this.source, this.historySource);
  }

  protected async publish(): Promise<void> {
    if (!this.checked()) return;
    this.publishing.set(false);
    this.checked.set(false);
    await this.tell('publish', () => this.requests.publish(this.id(), this.visibility()));
  }

  protected withdraw(): Promise<void> {
    return this.tell('withdraw', () => this.requests.withdraw(this.id()));
  }

  private async tell(told: string, deed: () => Promise<Faq>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.source.set(await deed());
      this.historySource.reload();
      await this.toasts.show(this.transloco.translate(`questions.faq.told.${told}`));
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
