import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Assignment } from '@samverkan/assignments/contract';
import { Status } from '@samverkan/reading/portal';
import { Language, ProblemWords, Toasts, plural } from '@samverkan/shared/portal';
import { AssignmentRequests } from './assignments.data';
import { TieDialog } from './tie-dialog';

const first = 10;

/** What answers to the assignment: its goals, or its actions. */
@Component({
  selector: 'sam-assignment-ties',
  templateUrl: './assignment-ties.html',
  styles: '.acts { margin-top: 0.75rem; }',
  imports: [RouterLink, Status, TieDialog, TranslocoDirective],
})
export class AssignmentTies {
  private readonly requests = inject(AssignmentRequests);
  private readonly words = inject(ProblemWords);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  readonly what = input.required<'goals' | 'actions'>();
  readonly assignment = input.required<Assignment>();
  readonly changed = output<Assignment>();
  protected readonly all = signal(false);
  protected readonly shown = computed(() =>
    this.all() ? this.assignment().actions : this.assignment().actions.slice(0, first),
  );
  protected readonly adding = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly plural = plural;
  protected readonly count = computed(() =>
    this.what() === 'goals' ? this.assignment().goalCount : this.assignment().actionCount,
  );
  protected readonly tied = computed(() =>
    this.what() === 'goals'
      ? this.assignment().goals.map(({ goal }) => goal.id)
      : this.assignment().actions.flatMap(({ id, by }) => (by ? [id] : [])),
  );
  protected readonly goals = computed(() =>
    this.assignment().goals.map(({ goal, ...tie }) => ({
      ...tie,
      goal,
      title: `${goal.number}. ${this.language.pick(goal.title, goal.titleEn)}`,
    })),
  );

  protected ownersOf({ owners }: Assignment['actions'][number]): string {
    return owners.map(({ name }) => name).join(', ');
  }

  protected async tie(target: string): Promise<void> {
    this.adding.set(false);
    await this.doing(() => this.requests.tie(this.assignment().id, this.what(), target));
  }

  protected async untie(target: string): Promise<void> {
    if (!(await this.doing(() => this.requests.untie(this.assignment().id, this.what(), target)))) return;
    await this.toasts.show(this.transloco.translate(`assignments.untied.${this.what()}`), {
      label: this.transloco.translate('assignments.undo'),
      run: () => void this.tie(target),
    });
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
