import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { AssignmentHistoryEntry } from '@samverkan/assignments/contract';
import { Time } from '@samverkan/shared/portal';

const first = 4;
const known = new Set([
  'created',
  'start',
  'report',
  'close',
  'undo',
  'title',
  'text',
  'dnr',
  'legalBasis',
  'reportedTo',
  'decidedOn',
  'startsOn',
  'endsOn',
  'functionId',
  'reports',
  'allBoards',
  'boardIds',
  'visibility',
  'textRemoved',
]);
const twofold = new Set(['reported', 'goalTied', 'actionTied']);

/** What has changed, when and by which party; the latest few, then all. */
@Component({
  selector: 'sam-assignment-history',
  template: `<section class="sec" aria-labelledby="history" *transloco="let t">
    <div class="sec-h">
      <h2 id="history">{{ t('assignments.history') }}</h2>
      @if ((entries()?.length ?? 0) > shown().length) {
        <button type="button" class="btn text sm" (click)="all.set(true)">{{ t('assignments.history.all') }}</button>
      }
    </div>
    @if (shown().length > 0) {
      <table class="tbl">
        <caption class="vh">
          {{
            t('assignments.history')
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t('assignments.history.when') }}</th>
            <th scope="col">{{ t('assignments.history.what') }}</th>
            <th scope="col">{{ t('assignments.history.by') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (entry of shown(); track entry.id) {
            <tr>
              <td class="nowrap"><sam-time [at]="entry.at" format="short" /></td>
              <td>{{ wordsOf(entry) }}</td>
              <td>{{ entry.organization?.name }}</td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <p class="muted">{{ t('assignments.history.none') }}</p>
    }
  </section>`,
  imports: [Time, TranslocoDirective],
})
export class AssignmentHistoryTable {
  private readonly transloco = inject(TranslocoService);
  readonly entries = input<readonly AssignmentHistoryEntry[]>();
  protected readonly all = signal(false);
  protected readonly shown = computed(() =>
    this.all() ? (this.entries() ?? []) : (this.entries() ?? []).slice(0, first),
  );

  protected wordsOf({ what, after }: AssignmentHistoryEntry): string {
    const key = twofold.has(what) ? `${what}.${after ? 'done' : 'undone'}` : known.has(what) ? what : 'changed';
    return this.transloco.translate(`assignments.history.of.${key}`);
  }
}
