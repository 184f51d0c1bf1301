import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ActionSpreadQuery } from '@samverkan/actions/contract';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import { type AddressValues, LoadState, listState } from '@samverkan/reading/portal';
import { Language, PageHead, Time, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import { ActionFilters } from './action-filters';
import { ActionViews } from './action-views';
import { actionsSpread } from './actions.data';
import { type SpreadRow, listBehind } from './spread-links';

interface Cell {
  key: string;
  count: number;
  /** How much it is, for the eye: none, then five shades up to the most there is. */
  step: number;
  link: AddressValues;
  /** A sum, beside what is summed. */
  sum: boolean;
}

/** Who does what where: parties or goals against the municipalities of a county. Every number opens its list. */
@Component({
  selector: 'sam-spread-page',
  templateUrl: './spread.page.html',
  styleUrl: './spread.page.scss',
  imports: [ActionFilters, ActionViews, LoadState, PageHead, RouterLink, Time, TranslocoDirective],
})
export class SpreadPage {
  private readonly geography = inject(GeographyData);
  private readonly language = inject(Language);
  private readonly store = inject(SessionStore);
  protected readonly state = listState(ActionSpreadQuery);
  protected readonly source = actionsSpread(this.state.params);
  protected readonly spread = keepLatest(this.source);
  protected readonly plural = plural;
  protected readonly ways = ['owner', 'goal'] as const;
  protected readonly places = computed(() =>
    (this.spread()?.municipalities ?? []).map(({ code }) => ({ code, name: this.geography.name(code) })),
  );
  /** What has no municipality has a column where there is any. */
  protected readonly withUnplaced = computed(() => (this.spread()?.unplaced ?? 0) > 0);
  protected readonly lines = computed(() => {
    const most = Math.max(1, ...(this.spread()?.rows ?? []).flatMap(({ cells, unplaced }) => [...cells, unplaced]));
    const own = this.store.acting()?.organization.id;
    return (this.spread()?.rows ?? []).map((row) => ({
      key: row.owner?.id ?? row.goal?.id ?? '',
      own: row.owner !== null && row.owner.id === own,
      title: this.titleOf(row),
      sub: row.goal?.strategyShortTitle ?? null,
      link: row.owner
        ? ['/parter', row.owner.id]
        : row.goal
          ? ['/strategier', row.goal.strategyId, 'mal', row.goal.id]
          : null,
      cells: this.cellsOf(row.cells, row.unplaced, row.total, most, row),
    }));
  });
  protected readonly sums = computed(() => {
    const spread = this.spread();
    const totals = spread?.municipalities.map(({ total }) => total) ?? [];
    return this.cellsOf(totals, spread?.unplaced ?? 0, spread?.total ?? 0, 0);
  });

  constructor() {
    reloadOn('actions', this.source);
  }

  private titleOf({ owner, goal }: SpreadRow): string | null {
    if (owner) return owner.name;
    return goal ? `${goal.number}. ${this.language.pick(goal.title, goal.titleEn)}` : null;
  }

  private cellsOf(counts: readonly number[], unplaced: number, total: number, most: number, row?: SpreadRow): Cell[] {
    const spread = this.spread();
    if (!spread) return [];
    const cell = (key: string, count: number, place: Parameters<typeof listBehind>[2], sum = false): Cell => ({
      key,
      count,
      step: count === 0 || most === 0 || sum ? 0 : Math.max(1, Math.ceil((5 * count) / most)),
      link: listBehind(this.state.params(), spread, place, row),
      sum: sum || most === 0,
    });
    return [
      ...this.places().map(({ code }, at) => cell(code, counts[at] ?? 0, { code })),
      ...(this.withUnplaced() ? [cell('none', unplaced, 'none')] : []),
      cell('all', total, 'all', true),
    ];
  }
}
