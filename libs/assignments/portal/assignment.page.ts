import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Assignment, AssignmentVerb } from '@samverkan/assignments/contract';
import { SessionStore } from '@samverkan/identity/portal';
import type { Visibility } from '@samverkan/shared/contract';
import { HumanPeriodPipe, VisibilityBadge } from '@samverkan/reading/portal';
import {
  HumanDatePipe,
  Icon,
  PageHead,
  ProblemWords,
  Toasts,
  keepLatest,
  plural,
  reloadOn,
} from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import { AssignmentHistoryTable } from './assignment-history';
import { AssignmentReports } from './assignment-reports';
import { AssignmentState } from './assignment-state';
import { AssignmentTies } from './assignment-ties';
import { AssignmentVisibilityDialog } from './assignment-visibility-dialog';
import { AssignmentRequests, assignmentOf, historyOf } from './assignments.data';

/** One assignment: its words, when it is reported and to whom, and what answers to it. */
@Component({
  selector: 'sam-assignment-page',
  templateUrl: './assignment.page.html',
  imports: [
    AssignmentHistoryTable,
    AssignmentReports,
    AssignmentState,
    AssignmentTies,
    AssignmentVisibilityDialog,
    HumanDatePipe,
    HumanPeriodPipe,
    Icon,
    PageHead,
    RouterLink,
    SensitiveReportButton,
    TranslocoDirective,
    VisibilityBadge,
  ],
})
export class AssignmentPage {
  readonly id = input.required<string>();
  private readonly requests = inject(AssignmentRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  private readonly session = inject(SessionStore);
  protected readonly source = assignmentOf(this.id);
  private readonly historySource = historyOf(this.id);
  protected readonly assignment = keepLatest(this.source);
  protected readonly history = keepLatest(this.historySource);
  protected readonly showing = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly plural = plural;
  protected readonly own = computed(() => this.session.acting()?.organization.id ?? '');
  protected readonly mayHide = computed(() =>
    ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.session.acting()?.role ?? ''),
  );
  protected readonly missing = computed(() => (this.source.error() ? this.words.of(this.source.error()) : null));
  /** What stands as buttons; the latest step is taken back from the news about it. */
  protected readonly verbs = computed(() => this.assignment()?.allowed.verbs.filter((verb) => verb !== 'undo') ?? []);

  constructor() {
    reloadOn('assignments', this.source, this.historySource);
  }

  protected async move(verb: AssignmentVerb): Promise<void> {
    if (!(await this.doing(() => this.requests.move(this.id(), verb)))) return;
    const undo = { label: this.transloco.translate<string>('assignments.undo'), run: () => void this.move('undo') };
    await this.toasts.show(this.transloco.translate(`assignments.moved.${verb}`), verb === 'undo' ? undefined : undo);
  }

  protected async show(visibility: Visibility): Promise<void> {
    const before = this.assignment()?.visibility;
    this.showing.set(false);
    if (visibility === before || !(await this.doing(() => this.requests.show(this.id(), visibility))) || !before)
      return;
    await this.toasts.show(this.transloco.translate('assignments.shown'), {
      label: this.transloco.translate('assignments.undo'),
      run: () => void this.show(before),
    });
  }

  protected changed(assignment: Assignment): void {
    this.source.set(assignment);
    this.historySource.reload();
  }

  private async doing(deed: () => Promise<Assignment>): Promise<Assignment | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const assignment = await deed();
      this.changed(assignment);
      return assignment;
    } catch (error) {
      this.problem.set(this.words.of(error));
      this.source.reload();
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}
