import { Component, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { HistoryTable } from '@samverkan/reading/portal';
import type { SupportHistory } from '@samverkan/support/contract';

const known = new Set([
  'created',
  'take',
  'propose',
  'agree',
  'close',
  'judge',
  'reopen',
  'decline',
  'withdraw',
  'undo',
  'message',
  'link',
  'unlink',
  'dueOn',
  'handlerFunctionId',
  'mayTell',
  'title',
  'text',
  'textRemoved',
]);

/** What has changed, when and by which party; the latest few, then all. */
@Component({
  selector: 'sam-support-history',
  template: `<sam-history-table
    *transloco="let t"
    [heading]="t('support.history')"
    [none]="t('support.history.none')"
    [entries]="entries()"
    [words]="words"
  />`,
  imports: [HistoryTable, TranslocoDirective],
})
export class SupportHistoryTable {
  private readonly transloco = inject(TranslocoService);
  readonly entries = input<SupportHistory['items']>();

  protected readonly words = ({ what }: { what: string }): string =>
    this.transloco.translate(`support.history.of.${known.has(what) ? what : 'changed'}`);
}
