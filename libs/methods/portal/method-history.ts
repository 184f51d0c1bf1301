import { Component, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { MethodHistoryEntry } from '@samverkan/methods/contract';
import { HistoryTable } from '@samverkan/reading/portal';

const known = new Set(['created', 'visibility', 'reviewed', 'textRemoved', 'used', 'useChanged', 'useEnded']);
const ofFields = new Set(
  'name purpose notFor targetGroups forms phases professions evidenceState evidence evidenceSource evidenceLink evidenceOn trainingRequired training validMonths functionId reviewOn offerIds'.split(
    ' ',
  ),
);

/** What has changed, when and by which party; the latest few, then all. */
@Component({
  selector: 'sam-method-history',
  template: `<sam-history-table
    *transloco="let t"
    [heading]="t('methods.history')"
    [none]="t('methods.history.none')"
    [entries]="entries()"
    [words]="words"
  />`,
  imports: [HistoryTable, TranslocoDirective],
})
export class MethodHistoryTable {
  private readonly transloco = inject(TranslocoService);
  readonly entries = input<readonly MethodHistoryEntry[]>();

  protected readonly words = ({ what, after }: MethodHistoryEntry): string => {
    const say = (key: string, values: Record<string, unknown> = {}): string =>
      this.transloco.translate(`methods.${key}`, values);
    if (what === 'removed') return say(`history.of.${after ? 'removed' : 'restored'}`);
    if (what === 'retired') return say(`history.of.${after ? 'retired' : 'reinstated'}`);
    if (what === 'status') return say(`history.of.status.${String(after)}`);
    if (ofFields.has(what)) return say('history.of.field', { field: say(`field.${what}`) });
    return say(`history.of.${known.has(what) ? what : 'changed'}`);
  };
}
