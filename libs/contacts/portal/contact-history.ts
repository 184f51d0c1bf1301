import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type ContactHistoryEntry, contactVisibilities } from '@samverkan/contacts/contract';
import { Time } from '@samverkan/shared/portal';

const first = 4;
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
  template: `<section class="sec" aria-labelledby="history" *transloco="let t">
    <div class="sec-h">
      <h2 id="history">{{ t('contacts.history.heading') }}</h2>
      @if ((entries()?.length ?? 0) > shown().length) {
        <button type="button" class="btn text sm" (click)="all.set(true)">{{ t('contacts.history.all') }}</button>
      }
    </div>
    @if (shown().length > 0) {
      <table class="tbl">
        <caption class="vh">
          {{
            t('contacts.history.heading')
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t('contacts.history.when') }}</th>
            <th scope="col">{{ t('contacts.history.what') }}</th>
            <th scope="col">{{ t('contacts.history.by') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (entry of shown(); track entry.id) {
            <tr>
              <td class="nowrap"><sam-time [at]="entry.at" format="short" /></td>
              <td>{{ words(entry) }}</td>
              <td>{{ entry.organization?.name }}</td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <p class="muted">{{ t('contacts.history.none') }}</p>
    }
  </section>`,
  imports: [Time, TranslocoDirective],
})
export class ContactHistoryTable {
  private readonly transloco = inject(TranslocoService);
  readonly entries = input<readonly ContactHistoryEntry[]>();
  protected readonly all = signal(false);
  protected readonly shown = computed(() =>
    this.all() ? (this.entries() ?? []) : (this.entries() ?? []).slice(0, first),
  );

  protected words({ what, after }: ContactHistoryEntry): string {
    const shown = contactVisibilities.find((one) => one === after);
    if (what === 'visibility' && shown) return this.transloco.translate(`contacts.shown.${shown}`);
    return this.transloco.translate(known.has(what) ? `contacts.history.${what}` : 'contacts.history.changed');
  }
}
