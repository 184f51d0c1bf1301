import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemWords, Time, keepLatest, reloadOn } from '@samverkan/shared/portal';
import type { Strategy, StrategyHistory, StrategyHistoryEntry } from '@samverkan/strategies/contract';
import { firstValueFrom } from 'rxjs';
import { StrategyHistoryWords } from './strategy-history-words';
import { historyOf } from './strategies.data';
import { TextDiff } from './text-diff';

const first = 5;

/** What has happened to a strategy, or to one of its goals: who changed what, when, and the words before and after. The latest few, then all. */
@Component({
  selector: 'sam-strategy-history',
  templateUrl: './strategy-history.html',
  styleUrl: './strategy-history.scss',
  imports: [TextDiff, Time, TranslocoDirective],
})
export class StrategyHistorySection {
  private readonly http = inject(HttpClient);
  private readonly problems = inject(ProblemWords);
  protected readonly words = inject(StrategyHistoryWords);
  readonly strategy = input.required<Strategy>();
  readonly goal = input<string>();
  private readonly source = historyOf(
    () => this.strategy().id,
    () => this.goal(),
  );
  private readonly latest = keepLatest(this.source);
  /** What has been fetched of the older; forgotten when the newest is fetched anew. */
  private readonly older = linkedSignal<StrategyHistory | undefined, StrategyHistory>({
    source: this.latest,
    computation: (latest) => ({ items: [], more: latest?.more ?? false }),
  });
  protected readonly all = signal(false);
  protected readonly entries = computed(() => [...(this.latest()?.items ?? []), ...this.older().items]);
  protected readonly shown = computed(() => (this.all() ? this.entries() : this.entries().slice(0, first)));
  protected readonly more = computed(() => this.all() && this.older().more);
  protected readonly problem = signal<string | null>(null);
  protected readonly loaded = computed(() => this.latest() !== undefined);

  constructor() {
    reloadOn('strategies', this.source);
  }

  /** Words that can be laid over each other. */
  protected isText({ what, before, after }: StrategyHistoryEntry): boolean {
    return (
      ['field', 'goal-field', 'goal-links', 'commitment-field', 'signatory-field'].includes(what) &&
      (before ?? after) !== null
    );
  }

  protected async fetchOlder(): Promise<void> {
    const last = this.entries().at(-1);
    if (!last) return;
    this.problem.set(null);
    try {
      const url = `/api/strategies/${this.strategy().id}/history`;
      const goal = this.goal();
      const params = { before: last.id, ...(goal ? { goal } : {}) };
      const page = await firstValueFrom(this.http.get<StrategyHistory>(url, { params }));
      this.older.update(({ items }) => ({ items: [...items, ...page.items], more: page.more }));
    } catch (error) {
      this.problem.set(this.problems.of(error));
    }
  }
}
