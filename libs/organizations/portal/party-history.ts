import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type OrganizationHistoryEntry, checkableFacts } from '@samverkan/organizations/contract';
import { Time } from '@samverkan/shared/portal';

const first = 4;
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
  template: `<section class="sec" aria-labelledby="party-history" *transloco="let t">
    <div class="sec-h">
      <h2 id="party-history">{{ t('organizations.history.heading') }}</h2>
      @if ((entries()?.length ?? 0) > shown().length) {
        <button type="button" class="btn text sm" (click)="all.set(true)">{{ t('organizations.history.all') }}</button>
      }
    </div>
    @if (shown().length > 0) {
      <table class="tbl">
        <caption class="vh">
          {{
            t('organizations.history.heading')
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t('organizations.history.when') }}</th>
            <th scope="col">{{ t('organizations.history.what') }}</th>
            <th scope="col">{{ t('organizations.history.by') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (entry of shown(); track entry.id) {
            <tr>
              <td class="nowrap"><sam-time [at]="entry.at" format="short" /></td>
              <td>{{ words(entry) }}</td>
              <td>
                @if (entry.function) {
                  {{ entry.function }},
                }
                {{ entry.organization?.name }}
              </td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <p class="muted">{{ t('organizations.history.none') }}</p>
    }
  </section>`,
  imports: [Time, TranslocoDirective],
})
export class PartyHistory {
  private readonly transloco = inject(TranslocoService);
  readonly entries = input<readonly OrganizationHistoryEntry[]>();
  protected readonly all = signal(false);
  protected readonly shown = computed(() =>
    this.all() ? (this.entries() ?? []) : (this.entries() ?? []).slice(0, first),
  );

  /** Short texts say what they became; long ones and codes only that they changed. */
  protected words({ what, before, after }: OrganizationHistoryEntry): string {
    if (!known.has(what)) return this.transloco.translate('organizations.history.changed');
    const isShort = (value: unknown): value is string => typeof value === 'string' && value.length <= 60;
    const spoken = ['abbreviation', 'nameEn', 'website', 'organizationNumber'].includes(what) && isShort(after);
    const sentence = this.transloco.translate<string>(`organizations.history.${what}`);
    if (!spoken) return sentence;
    return isShort(before)
      ? this.transloco.translate('organizations.history.from-to', { sentence, before, after })
      : this.transloco.translate('organizations.history.to', { sentence, after });
  }
}
