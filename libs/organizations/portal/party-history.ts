import { Component, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type OrganizationHistoryEntry, checkableFacts } from '@samverkan/organizations/contract';
import { HistoryTable } from '@samverkan/reading/portal';

const known: ReadonlySet<string> = new Set([
  ...checkableFacts,
  'names',
  'created',
  'checked',
  'textRemoved',
  'merged',
  'unmerged',
  'mergedFrom',
  'unmergedFrom',
]);

/** What has changed, when, and by which function of which organisation; the latest few, then all. */
@Component({
  selector: 'sam-party-history',
  template: `<sam-history-table
    *transloco="let t"
    [heading]="t('organizations.history.heading')"
    [none]="t('organizations.history.none')"
    [entries]="entries()"
    [words]="words"
    [by]="by"
  />`,
  imports: [HistoryTable, TranslocoDirective],
})
export class PartyHistory {
  private readonly transloco = inject(TranslocoService);
  readonly entries = input<readonly OrganizationHistoryEntry[]>();

  /** Short texts say what they became; long ones and codes only that they changed. */
  protected readonly words = ({ what, before, after }: OrganizationHistoryEntry): string => {
    if (!known.has(what)) return this.transloco.translate('organizations.history.changed');
    const isShort = (value: unknown): value is string => typeof value === 'string' && value.length <= 60;
    const spoken = ['abbreviation', 'nameEn', 'website', 'organizationNumber'].includes(what) && isShort(after);
    const sentence = this.transloco.translate<string>(`organizations.history.${what}`);
    if (!spoken) return sentence;
    return isShort(before)
      ? this.transloco.translate('organizations.history.from-to', { sentence, before, after })
      : this.transloco.translate('organizations.history.to', { sentence, after });
  };

  protected readonly by = ({ function: post, organization }: OrganizationHistoryEntry): string =>
    [post, organization?.name].filter(Boolean).join(', ');
}
