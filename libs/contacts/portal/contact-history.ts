import { Component, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type ContactHistoryEntry, contactVisibilities } from '@samverkan/contacts/contract';
import { HistoryTable } from '@samverkan/reading/portal';

const known = new Set([
  'created',
  'retired',
  'restored',
  'holder',
  'deputy',
  'verified',
  'title',
  'subjects',
  'municipalityCodes',
  'mailbox',
  'phone',
  'note',
  'organizationId',
  'textRemoved',
]);

/** What has changed, when and by which party; the latest few, then all. */
@Component({
  selector: 'sam-contact-history',
  template: `<sam-history-table
    *transloco="let t"
    [heading]="t('contacts.history.heading')"
    [none]="t('contacts.history.none')"
    [entries]="entries()"
    [words]="words"
  />`,
  imports: [HistoryTable, TranslocoDirective],
})
export class ContactHistoryTable {
  private readonly transloco = inject(TranslocoService);
  readonly entries = input<readonly ContactHistoryEntry[]>();

  protected readonly words = ({ what, after }: ContactHistoryEntry): string => {
    const shown = contactVisibilities.find((one) => one === after);
    if (what === 'visibility' && shown) return this.transloco.translate(`contacts.shown.${shown}`);
    return this.transloco.translate(known.has(what) ? `contacts.history.${what}` : 'contacts.history.changed');
  };
}
