import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Assignment, AssignmentReport } from '@samverkan/assignments/contract';
import { HumanDatePipe, Icon, ProblemWords, Toasts, plural, today } from '@samverkan/shared/portal';
import { AssignmentRequests } from './assignments.data';

/** The days on which it is reported, and that one's own board has. */
@Component({
  selector: 'sam-assignment-reports',
  templateUrl: './assignment-reports.html',
  imports: [HumanDatePipe, Icon, TranslocoDirective],
})
export class AssignmentReports {
  private readonly requests = inject(AssignmentRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  readonly assignment = input.required<Assignment>();
  /** The acting organisation. */
  readonly own = input.required<string>();
  readonly changed = output<Assignment>();
  protected readonly plural = plural;
  protected readonly today = today();
  protected readonly problem = signal<string | null>(null);
  /** The report whose day is being chosen. */
  protected readonly choosing = signal<string | null>(null);
  protected readonly mayReport = computed(
    () => this.assignment().allowed.answer && this.assignment().boards.some(({ id }) => id === this.own()),
  );

  protected async report({ id }: AssignmentReport, day: string): Promise<void> {
    this.choosing.set(null);
    if (!(await this.doing(() => this.requests.reported(this.assignment().id, id, day)))) return;
    await this.toasts.show(this.transloco.translate('assignments.reported.done'), {
      label: this.transloco.translate('assignments.undo'),
      run: () => void this.takeBack(id),
    });
  }

  protected async takeBack(id: string): Promise<void> {
    await this.doing(() => this.requests.notReported(this.assignment().id, id));
  }

  private async doing(deed: () => Promise<Assignment>): Promise<boolean> {
    this.problem.set(null);
    try {
      this.changed.emit(await deed());
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      return false;
    }
  }
}
