import { Component, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { QuestionHistory } from '@samverkan/questions/contract';
import { HistoryTable } from '@samverkan/reading/portal';

const known = new Set([
  'created',
  'take',
  'reject',
  'end',
  'unanswered',
  'undo',
  'answer',
  'accept',
  'reopen',
  'join',
  'leave',
  'send',
  'readdress',
  'publish',
  'withdraw',
  'visibility',
  'title',
  'text',
  'wording',
  'expectedOn',
  'diarienummer',
  'textRemoved',
]);

/** What has changed, when and by which party; the latest few, then all. */
@Component({
  selector: 'sam-question-history',
  template: `<sam-history-table
    *transloco="let t"
    [heading]="t('questions.history')"
    [none]="t('questions.history.none')"
    [entries]="entries()"
    [words]="words"
  />`,
  imports: [HistoryTable, TranslocoDirective],
})
export class QuestionHistoryTable {
  private readonly transloco = inject(TranslocoService);
  readonly entries = input<QuestionHistory['items']>();

  protected readonly words = ({ what }: { what: string }): string =>
    this.transloco.translate(`questions.history.of.${known.has(what) ? what : 'changed'}`);
}
