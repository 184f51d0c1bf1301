import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { HumanPeriodPipe } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, ProblemWords, Toasts } from '@samverkan/shared/portal';
import { SensitiveReportButton } from '@samverkan/writing/portal';
import type { Commitment } from '@samverkan/strategies/contract';
import { Bilingual } from './bilingual';
import { CommitmentDialog } from './commitment-dialog';
import { CommitmentRequests } from './commitments.data';

/** Commitments under the goals they are for; each confirmed, changed or withdrawn by whoever may. */
@Component({
  selector: 'sam-commitment-list',
  templateUrl: './commitment-list.html',
  styleUrl: './commitment-list.scss',
  imports: [
    Bilingual,
    CommitmentDialog,
    HumanDatePipe,
    HumanPeriodPipe,
    Icon,
    RouterLink,
    SensitiveReportButton,
    TranslocoDirective,
  ],
})
export class CommitmentList {
  private readonly requests = inject(CommitmentRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly words = inject(ProblemWords);
  readonly items = input.required<readonly Commitment[]>();
  /** How many there are, where the list may be shorter. */
  readonly total = input<number>();
  /** Names the party of each, where they are not all of one. */
  readonly parties = input(true);
  readonly changed = output();
  protected readonly editing = signal<Commitment | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly goals = computed(() => {
    const goals = new Map<string, { goal: Commitment['goal']; items: Commitment[] }>();
    for (const item of this.items()) {
      const at = goals.get(item.goal.id) ?? { goal: item.goal, items: [] };
      at.items.push(item);
      goals.set(item.goal.id, at);
    }
    return [...goals.values()];
  });

  protected saved(): void {
    this.editing.set(null);
    this.changed.emit();
  }

  protected confirm(item: Commitment): Promise<boolean> {
    return this.tried(item, 'confirmation');
  }

  protected async withdraw(item: Commitment): Promise<void> {
    if (!(await this.tried(item, 'withdrawal'))) return;
    await this.toasts.show(this.transloco.translate('strategies.commitment.withdrew'), {
      label: this.transloco.translate('strategies.regret'),
      run: () => void this.tried(item, 'resumption'),
    });
  }

  private async tried(item: Commitment, deed: 'confirmation' | 'withdrawal' | 'resumption'): Promise<boolean> {
    this.problem.set(null);
    try {
      await this.requests.deed(item, deed);
      this.changed.emit();
      return true;
    } catch (error) {
      this.problem.set(this.words.of(error));
      return false;
    }
  }
}
