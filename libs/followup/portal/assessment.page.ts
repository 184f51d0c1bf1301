import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SessionStore } from '@samverkan/identity/portal';
import { Icon, PageHead, ProblemWords, Toasts, isGone, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { AssessmentBody } from './assessment-body';
import { AssessmentRequests, assessmentOf } from './assessments.data';

/** One assessment: what it says, and while it is a draft what may be done with it. */
@Component({
  selector: 'sam-assessment-page',
  templateUrl: './assessment.page.html',
  styles: `
    .after {
      margin-top: var(--sam-5);
    }
  `,
  imports: [AssessmentBody, Icon, PageHead, RouterLink, SensitiveReportButton, TranslocoDirective],
})
export class AssessmentPage {
  private readonly requests = inject(AssessmentRequests);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly session = inject(SessionStore);
  readonly id = input.required<string>();
  protected readonly source = assessmentOf(this.id);
  protected readonly assessment = keepLatest(this.source);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  protected readonly gone = computed(() => isGone(this.source.error()));
  protected readonly mayHide = computed(() =>
    ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.session.acting()?.role ?? ''),
  );
  protected readonly goal = computed(() => {
    const goal = this.assessment()?.goal;
    return goal ? ['/strategier', goal.strategyId, 'mal', goal.id] : ['/strategier'];
  });

  constructor() {
    reloadOn('followup', this.source);
  }

  protected sign(): Promise<void> {
    return this.doing(async () => {
      this.source.set(await this.requests.sign(this.id()));
      await this.toasts.show(this.transloco.translate('followup.signed'));
    });
  }

  protected discard(): Promise<void> {
    const id = this.id();
    return this.doing(async () => {
      await this.requests.discard(id);
      await this.router.navigate(this.goal());
      await this.toasts.show(this.transloco.translate('followup.discarded'), {
        label: this.transloco.translate('followup.undo'),
        run: () => void this.requests.restore(id).then(() => this.router.navigate(['/bedomningar', id])),
      });
    });
  }

  private async doing(deed: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await deed();
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
