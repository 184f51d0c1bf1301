import { Component, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { AssignmentHistoryEntry } from '@samverkan/assignments/contract';
import { HistoryTable } from '@samverkan/reading/portal';

const known = new Set([
  'created',
  'start',
  'report',
  'close',
  'undo',
  'title',
  'text',
  'dnr',
  'legalBasis',
  'reportedTo',
  'decidedOn',
  'startsOn',
  'endsOn',
  'functionId',
  'reports',
  'allBoards',
  'boardIds',
  'visibility',
  'textRemoved',
]);
const twofold = new Set(['reported', 'goalTied', 'actionTied']);

/** What has changed, when and by which party; the latest few, then all. */
@Component({
  selector: 'sam-assignment-history',
  template: `<sam-history-table
    *transloco="let t"
    [heading]="t('assignments.history')"
    [none]="t('assignments.history.none')"
    [entries]="entries()"
    [words]="words"
  />`,
  imports: [HistoryTable, TranslocoDirective],
})
export class AssignmentHistoryTable {
  private readonly transloco = inject(TranslocoService);
  readonly entries = input<readonly AssignmentHistoryEntry[]>();

  protected readonly words = ({ what, after }: AssignmentHistoryEntry): string => {
    const key = twofold.has(what) ? `${what}.${after ? 'done' : 'undone'}` : known.has(what) ? what : 'changed';
    return this.transloco.translate(`assignments.history.of.${key}`);
  };
}
