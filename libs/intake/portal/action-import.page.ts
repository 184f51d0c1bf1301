import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { actionStatuses } from '@samverkan/actions/contract';
import { SessionStore } from '@samverkan/identity/portal';
import {
  type ActionImportDone,
  type ActionImportRow,
  actionImportWords,
  importHeadings,
  mostImported,
} from '@samverkan/intake/contract';
import type { SheetRow } from '@samverkan/shared/contract';
import { Icon, Language, PageHead, ProblemWords, plural } from '@samverkan/shared/portal';
import { SheetRequests, sheetImport } from '@samverkan/writing/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { IntakeRequests } from './intake.data';

const linkOf = (row: SheetRow): readonly string[] | null => {
  const { actionId, like } = row as ActionImportRow;
  const id = actionId ?? like?.id;
  return id ? ['/insatser', id] : null;
};

/** Actions from a sheet: the file, what its columns mean, what would happen row by row, then all of it or nothing, and all of it back. */
@Component({
  selector: 'sam-action-import-page',
  templateUrl: './action-import.page.html',
  imports: [Icon, NgComponentOutlet, PageHead, RouterLink, TranslocoDirective],
})
export class ActionImportPage {
  private readonly transloco = inject(TranslocoService);
  private readonly intake = inject(IntakeRequests);
  private readonly words = inject(ProblemWords);
  protected readonly requests = new SheetRequests(() => '/api/actions/import');
  protected readonly language = inject(Language);
  protected readonly store = inject(SessionStore);
  protected readonly plural = plural;
  private readonly terms = inject(TermLists);
  protected readonly statuses = actionStatuses;
  /** The words of each column but the status, whose words are the portal's own. */
  protected readonly lists = computed(() =>
    (
      [
        ['kind', 'kind'],
        ['targetGroups', 'targetGroup'],
        ['forms', 'form'],
        ['phases', 'phase'],
      ] as const
    ).map(([heading, name]) => ({
      heading,
      words: this.terms
        .choices(name)
        .map(({ label }) => label)
        .join(', '),
    })),
  );
  protected readonly headings = importHeadings;
  protected readonly done = signal<ActionImportDone | null>(null);
  protected readonly undone = signal<{ taken: number; left: number } | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly sheet = resource({ loader: sheetImport });
  protected readonly inputs = computed(() => ({
    requests: this.requests,
    headings: importHeadings,
    words: actionImportWords,
    rowsAre: this.transloco.translate('actions.column.action', {}, this.language.current()),
    errorsName: this.language.current() === 'sv' ? 'insatser-fel' : 'actions-errors',
    linkOf,
    mostRows: mostImported,
    whose: this.store.acting()?.id ?? null,
    begun: () => {
      this.done.set(null);
      this.undone.set(null);
    },
    written: (answer: unknown) => this.done.set(answer as ActionImportDone),
  }));

  protected async takeBack({ added }: ActionImportDone): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.undone.set(await this.intake.undoImport(added));
      this.done.set(null);
    } catch (error) {
      this.problem.set(this.words.of(error));
    } finally {
      this.busy.set(false);
    }
  }
}
