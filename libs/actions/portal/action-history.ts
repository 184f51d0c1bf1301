import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ActionHistoryEntry } from '@samverkan/actions/contract';
import { Time } from '@samverkan/shared/portal';
import { HistoryWords } from './history-words';

const first = 4;

/** What has changed, when and by which party; the latest few, then all. */
@Component({
  selector: 'sam-action-history',
  template: `<section class="sec" aria-labelledby="history" *transloco="let t">
    <div class="sec-h">
      <h2 id="history">{{ t('actions.history.heading') }}</h2>
      @if ((entries()?.length ?? 0) > shown().length) {
        <button type="button" class="btn text sm" (click)="all.set(true)">{{ t('actions.history.all') }}</button>
      }
    </div>
    @if (shown().length > 0) {
      <table class="tbl">
        <caption class="vh">
          {{
            t('actions.history.heading')
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t('actions.history.when') }}</th>
            <th scope="col">{{ t('actions.history.what') }}</th>
            <th scope="col">{{ t('actions.history.by') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (entry of shown(); track entry.id) {
            <tr>
              <td class="nowrap"><sam-time [at]="entry.at" format="short" /></td>
              <td>{{ words.of(entry) }}</td>
              <td>{{ entry.organization?.name }}</td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <p class="muted">{{ t('actions.history.none') }}</p>
    }
  </section>`,
  imports: [Time, TranslocoDirective],
})
export class ActionHistoryTable {
  readonly entries = input<readonly ActionHistoryEntry[]>();
  protected readonly words = inject(HistoryWords);
  protected readonly all = signal(false);
  protected readonly shown = computed(() =>
    this.all() ? (this.entries() ?? []) : (this.entries() ?? []).slice(0, first),
  );
}
