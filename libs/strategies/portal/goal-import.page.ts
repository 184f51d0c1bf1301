import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { SheetRow } from '@samverkan/shared/contract';
import { Icon, Language, PageHead, ProblemWords, Toasts, keepLatest } from '@samverkan/shared/portal';
import { SheetRequests, sheetImport } from '@samverkan/writing/portal';
import { type GoalImportDone, type GoalImportRow, goalHeadings, goalImportWords } from '@samverkan/strategies/contract';
import { strategyWith } from './strategies.data';
import { StrategyRequests } from './strategy-requests';

/** Goals of a draft from a county's own table: what would happen row by row, then all of it or nothing, and the way back. */
@Component({
  selector: 'sam-goal-import-page',
  templateUrl: './goal-import.page.html',
  imports: [Icon, NgComponentOutlet, PageHead, RouterLink, TranslocoDirective],
})
export class GoalImportPage {
  private readonly deeds = inject(StrategyRequests);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly problems = inject(ProblemWords);
  protected readonly language = inject(Language);
  readonly id = input.required<string>();
  protected readonly requests = new SheetRequests(() => `/api/strategies/${this.id()}/import`);
  private readonly source = strategyWith(() => this.id());
  protected readonly strategy = keepLatest(this.source);
  protected readonly broken = computed(() => (this.source.error() ? this.problems.of(this.source.error()) : null));
  protected readonly done = signal<GoalImportDone | null>(null);
  protected readonly problem = signal<string | null>(null);

  protected readonly sheet = resource({ loader: sheetImport });
  protected readonly inputs = computed(() => ({
    requests: this.requests,
    headings: goalHeadings,
    words: goalImportWords,
    rowsAre: this.transloco.translate('strategies.import.row', {}, this.language.current()),
    errorsName: this.language.current() === 'sv' ? 'mal-fel' : 'goals-errors',
    mostRows: 1000,
    linkOf: (row: SheetRow): readonly string[] | null => {
      const { goalId } = row as GoalImportRow;
      return goalId ? ['/strategier', this.id(), 'mal', goalId] : null;
    },
    begun: () => {
      this.done.set(null);
      this.problem.set(null);
    },
    written: (answer: unknown) => {
      this.done.set(answer as GoalImportDone);
      this.source.reload();
    },
  }));

  protected async undo(version: number): Promise<void> {
    this.problem.set(null);
    try {
      await this.deeds.undoImport(this.id(), version);
      this.done.set(null);
      this.source.reload();
      await this.toasts.show(this.transloco.translate('strategies.import.undone'));
    } catch (error) {
      this.problem.set(this.problems.of(error));
    }
  }
}
