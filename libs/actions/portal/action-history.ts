import { Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ActionHistoryEntry } from '@samverkan/actions/contract';
import { HistoryTable } from '@samverkan/reading/portal';
import { HistoryWords } from './history-words';

/** What has changed, when and by which party; the latest few, then all. */
@Component({
  selector: 'sam-action-history',
  template: `<sam-history-table
    *transloco="let t"
    [heading]="t('actions.history.heading')"
    [none]="t('actions.history.none')"
    [entries]="entries()"
    [words]="words"
  />`,
  imports: [HistoryTable, TranslocoDirective],
})
export class ActionHistoryTable {
  readonly entries = input<readonly ActionHistoryEntry[]>();
  private readonly sentences = inject(HistoryWords);
  protected readonly words = (entry: ActionHistoryEntry): string => this.sentences.of(entry);
}
