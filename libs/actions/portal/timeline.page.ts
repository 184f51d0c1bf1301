import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { toSignal } from '@angular/core/rxjs-interop';
import { httpResource } from '@angular/common/http';
import { ActionQuery, type ActionSummary } from '@samverkan/actions/contract';
import { GeographyData } from '@samverkan/geography/portal';
import { wholeNumber } from '@samverkan/shared/contract';
import { HumanPeriodPipe, ListFrame, Status, listState } from '@samverkan/reading/portal';
import { ACTING_COUNTY, Language, PageHead, keepLatest, reloadOn, today } from '@samverkan/shared/portal';
import type { StrategyOverview } from '@samverkan/strategies/contract';
import * as z from 'zod';
import { ActionFilters } from './action-filters';
import { ActionViews } from './action-views';
import { actionList } from './actions.data';
import { actionsWords } from './actions-words';
import { type Group, groupsOf, placeOf, quartersOf, spanOf, stretchOf, within } from './timeline';

const now = today();
const TimelineQuery = ActionQuery.extend({
  by: z.enum(['goal', 'municipality']).default('goal'),
  /** The first of the two years that are shown. */
  year: wholeNumber(2000, 2100, Number(now.slice(0, 4))),
  size: wholeNumber(1, 100, 100),
});

/** When actions are done, by goal or by municipality, under the strategies of their time. The table has everything the bars show. */
@Component({
  selector: 'sam-timeline-page',
  templateUrl: './timeline.page.html',
  styleUrl: './timeline.page.scss',
  imports: [ActionFilters, ActionViews, HumanPeriodPipe, ListFrame, PageHead, RouterLink, Status, TranslocoDirective],
})
export class TimelinePage {
  private readonly transloco = inject(TranslocoService);
  private readonly geography = inject(GeographyData);
  private readonly acting = inject(ACTING_COUNTY);
  private readonly language = inject(Language);
  private readonly loaded = toSignal(this.transloco.selectTranslate<string>('timeline.none.goal', {}, actionsWords));
  private readonly strategies = httpResource<StrategyOverview>(() => '/api/strategies');
  protected readonly state = listState(TimelineQuery);
  protected readonly span = computed(() => spanOf(this.state.query().year));
  protected readonly source = actionList(() => {
    const { by: _by, year: _year, ...filters } = this.state.params();
    const { from, to } = within(this.span(), this.state.query());
    const kept = { status: 'planned,ongoing,paused,completed', ...filters };
    return { ...kept, from, to, sort: 'starts', order: 'asc', size: '100' };
  });
  protected readonly page = keepLatest(this.source);
  protected readonly quarters = computed(() => quartersOf(this.span()));
  protected readonly years = computed(() => [this.state.query().year, this.state.query().year + 1]);
  protected readonly now = computed(() => {
    const at = placeOf(now, this.span());
    return at >= 0 && at <= 100 ? at : null;
  });
  private readonly frameIds = computed(
    () => new Set((this.strategies.hasValue() ? this.strategies.value().frames : []).map(({ id }) => id)),
  );
  /** What the county has decided or writes, and what of it lies in the two years. */
  protected readonly plans = computed(() => {
    const overview = this.strategies.hasValue() ? this.strategies.value() : undefined;
    const chains = (overview?.chains ?? []).filter(({ countyCode }) => countyCode === this.acting());
    return chains
      .flatMap(({ links }) => links.flatMap((link) => (link.type === 'strategy' ? [link.strategy] : [])))
      .map((strategy) => ({ strategy, stretch: stretchOf(strategy.startsOn, strategy.endsOn, this.span()) }))
      .filter(({ stretch }) => stretch !== null);
  });
  protected readonly groups = computed(() => {
    this.loaded();
    const { by } = this.state.query();
    const none = this.transloco.translate(`actions.timeline.none.${by}`);
    return groupsOf(this.page()?.items ?? [], by === 'goal' ? this.goalsOf : this.placesOf, none).map((group) => ({
      ...group,
      items: group.items.map((action) => ({ action, stretch: this.stretch(action) })),
    }));
  });

  constructor() {
    reloadOn('actions', this.source);
  }

  /** A county's own goals say where it stands; a frame's only where it serves none of these. */
  private readonly goalsOf = ({ goals }: ActionSummary): Omit<Group, 'items'>[] => {
    const frames = this.frameIds();
    const own = goals.filter(({ strategyId }) => !frames.has(strategyId));
    return (own.length > 0 ? own : goals).map(({ id, number, title, titleEn, strategyShortTitle }) => ({
      key: id,
      title: `${number}. ${this.language.pick(title, titleEn)}`,
      sub: strategyShortTitle,
    }));
  };

  private readonly placesOf = ({ municipalityCodes }: ActionSummary): Omit<Group, 'items'>[] =>
    municipalityCodes.map((code) => ({ key: code, title: this.geography.name(code), sub: null }));

  /** Without any day there is nothing to draw. */
  private stretch({ startsOn, endsOn }: ActionSummary) {
    return startsOn || endsOn ? stretchOf(startsOn, endsOn, this.span()) : null;
  }
}
