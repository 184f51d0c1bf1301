import { Component, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { PublicationHistoryEntry } from '@samverkan/publications/contract';
import { HistoryTable } from '@samverkan/reading/portal';

const known = new Set([
  'created',
  'status',
  'visibility',
  'reviewed',
  'fileAdded',
  'fileChanged',
  'fileTakenAway',
  'textRemoved',
]);
const ofFields = new Set(
  'title type series number dnr isbn issn year pages language authors summary summaryEn functionId strategyId ownerIds supersedesIds reviewOn links'.split(
    ' ',
  ),
);

type Entry = Pick<PublicationHistoryEntry, 'before' | 'after' | 'organization'>;
const names = (owners: unknown, { organization }: Entry) =>
  Array.isArray(owners) && organization !== null && owners.includes(organization.id);
/** Whether whoever changed the owners was one of them: each leaves by itself, and comes back by itself. */
const ownsBefore = (entry: Entry) => names(entry.before, entry);
const ownsAfter = (entry: Entry) => names(entry.after, entry);

/** What has changed, when and by which party; the latest few, then all. */
@Component({
  selector: 'sam-publication-history',
  template: `<sam-history-table
    *transloco="let t"
    [heading]="t('publications.history')"
    [none]="t('publications.history.none')"
    [entries]="entries()"
    [words]="words"
  />`,
  imports: [HistoryTable, TranslocoDirective],
})
export class PublicationHistoryTable {
  private readonly transloco = inject(TranslocoService);
  readonly entries = input<readonly PublicationHistoryEntry[]>();

  protected readonly words = (entry: PublicationHistoryEntry): string => {
    const { what, after } = entry;
    const say = (key: string, values: Record<string, unknown> = {}): string =>
      this.transloco.translate(`publications.${key}`, values);
    if (what === 'removed') return say(`history.of.${after ? 'removed' : 'restored'}`);
    if (what === 'status') return say(`history.of.status.${String(after)}`);
    if (what === 'ownerIds' && ownsAfter(entry) !== ownsBefore(entry))
      return say(`history.of.${ownsAfter(entry) ? 'cameBack' : 'left'}`);
    if (ofFields.has(what)) return say('history.of.field', { field: say(`field.${what}`) });
    return say(`history.of.${known.has(what) ? what : 'changed'}`);
  };
}
