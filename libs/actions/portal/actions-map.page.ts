import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ActionFilter, type ActionSpread } from '@samverkan/actions/contract';
import { CountyMap, GeographyData, type MapFigure } from '@samverkan/geography/portal';
import { type AddressValues, LoadState, listState } from '@samverkan/reading/portal';
import { Language, PageHead, Time, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import { ActionFilters } from './action-filters';
import { ActionViews } from './action-views';
import { actionsSpread } from './actions.data';
import { type SpreadRow, listBehind } from './spread-links';

/** Where it is done: actions per municipality of a county, all of them or towards a goal. Every number opens its list. */
@Component({
  selector: 'sam-actions-map-page',
  templateUrl: './actions-map.page.html',
  styleUrl: './actions-map.page.scss',
  imports: [ActionFilters, ActionViews, CountyMap, LoadState, PageHead, RouterLink, Time, TranslocoDirective],
})
export class ActionsMapPage {
  private readonly geography = inject(GeographyData);
  private readonly language = inject(Language);
  protected readonly state = listState(ActionFilter);
  /** The map shows every municipality: those chosen have an edge. */
  private readonly chosen = computed<AddressValues>(() => {
    const { municipality: _municipality, ...rest } = this.state.params();
    return rest;
  });
  protected readonly source = actionsSpread(() => ({ ...this.chosen(), by: 'goal' }));
  protected readonly spread = keepLatest(this.source);
  protected readonly plural = plural;
  /** A map for each county that is counted. */
  protected readonly counties = computed(() => {
    const spread = this.spread();
    const totals = new Map(spread?.municipalities.map(({ code, total }) => [code, total]));
    return (spread?.countyCodes ?? []).map((code) => ({
      code,
      name: this.geography.countyName(code),
      figures: (this.geography.county(code)?.municipalities ?? []).map((place): MapFigure => ({
        code: place.code,
        name: place.name,
        value: totals.get(place.code) ?? 0,
      })),
    }));
  });
  protected readonly oneGoal = computed(() => (this.state.query().goal?.length ?? 0) > 0);

  constructor() {
    reloadOn('actions', this.source);
  }

  protected readonly mapLink = (code: string): AddressValues => {
    const spread = this.spread();
    return spread ? listBehind(this.chosen(), spread, { code }) : {};
  };

  protected link(spread: ActionSpread, place: 'none' | 'all', row?: SpreadRow): AddressValues {
    return listBehind(this.chosen(), spread, place, row);
  }

  protected goalWords({ goal }: SpreadRow): string {
    return goal ? `${goal.number}. ${this.language.pick(goal.title, goal.titleEn)}` : '';
  }
}
