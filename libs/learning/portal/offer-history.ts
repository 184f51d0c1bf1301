import { Component, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { OfferHistoryEntry } from '@samverkan/learning/contract';
import { HistoryTable } from '@samverkan/reading/portal';

/** What happened between parties is told with the name of whom it is about. */
const ofHosts = new Set(['invited', 'joined', 'left', 'takenOut', 'declined', 'withdrawn']);
const known = new Set([
  ...ofHosts,
  'created',
  'open',
  'close',
  'cancel',
  'hold',
  'undo',
  'title',
  'description',
  'hostIds',
  'sessions',
  'steps',
  'visibility',
  'textRemoved',
]);

/** What has changed, when and by which party; the latest few, then all. */
@Component({
  selector: 'sam-offer-history',
  template: `<sam-history-table
    *transloco="let t"
    [heading]="t('learning.history')"
    [none]="t('learning.history.none')"
    [entries]="entries()"
    [words]="words"
  />`,
  imports: [HistoryTable, TranslocoDirective],
})
export class OfferHistoryTable {
  private readonly transloco = inject(TranslocoService);
  readonly entries = input<readonly OfferHistoryEntry[]>();

  protected readonly words = ({ what, after }: OfferHistoryEntry): string =>
    this.transloco.translate(
      `learning.history.of.${known.has(what) ? what : 'changed'}`,
      ofHosts.has(what) ? { name: String(after) } : {},
    );
}
