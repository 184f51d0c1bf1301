import { Component, computed, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Time } from '@samverkan/shared/portal';

/** What every entry of a history has. */
export interface HistoryEntry {
  id: string;
  at: string;
  organization: { name: string } | null;
}

const first = 4;

/** What has changed, when and by whom: the latest few, then all. The area says what each entry means. */
@Component({
  selector: 'sam-history-table',
  template: `<section class="sec" aria-labelledby="history" *transloco="let t">
    <div class="sec-h">
      <h2 id="history">{{ heading() }}</h2>
      @if ((entries()?.length ?? 0) > shown().length) {
        <button type="button" class="btn text sm" (click)="all.set(true)">{{ t('shared.history.all') }}</button>
      }
    </div>
    @if (shown().length > 0) {
      <table class="tbl">
        <caption class="vh">
          {{
            heading()
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t('shared.history.when') }}</th>
            <th scope="col">{{ t('shared.history.what') }}</th>
            <th scope="col">{{ t('shared.history.by') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (entry of shown(); track entry.id) {
            <tr>
              <td class="nowrap"><sam-time [at]="entry.at" format="short" /></td>
              <td>{{ words()(entry) }}</td>
              <td>{{ by()(entry) }}</td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <p class="muted">{{ none() }}</p>
    }
  </section>`,
  imports: [Time, TranslocoDirective],
})
export class HistoryTable<E extends HistoryEntry> {
  readonly entries = input<readonly E[]>();
  readonly heading = input.required<string>();
  /** Said where nothing has changed. */
  readonly none = input.required<string>();
  /** One entry as a sentence. */
  readonly words = input.required<(entry: E) => string>();
  readonly by = input<(entry: E) => string>(({ organization }) => organization?.name ?? '');
  protected readonly all = signal(false);
  protected readonly shown = computed(() =>
    this.all() ? (this.entries() ?? []) : (this.entries() ?? []).slice(0, first),
  );
}
