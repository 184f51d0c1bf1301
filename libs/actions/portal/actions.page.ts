import { Component, type Signal, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { ActionQuery, type ActionSummary, actionStatuses } from '@samverkan/actions/contract';
import { CountyMap, type MapFigure, GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import {
  type Choice,
  FilterMenu,
  HumanDatePipe,
  Icon,
  keepLatest,
  Language,
  ListFrame,
  listState,
  PageHead,
  plural,
  reloadOn,
  SearchWords,
  Status,
  Time,
  Toasts,
  VisibilityBadge,
} from '@samverkan/shared/portal';
import type { GoalChoices } from '@samverkan/strategies/contract';
import { ActionChoices } from './action-choices';
import { actionsWords } from './actions-words';
import { actionList, actionsOverview, goalChoices, partiesOf } from './actions.data';
import { PeriodFilter } from './period-filter';
import { PlaceWords } from './place-words';

type ListName = 'status' | 'goal' | 'serves' | 'municipality' | 'owner' | 'targetGroup' | 'form' | 'phase' | 'kind';
type Sort = ActionQuery['sort'];

const quietMs = 300;

/** What goes on: every action the person may see, filtered, sorted and paged by the address. */
@Component({
  selector: 'sam-actions-page',
  templateUrl: './actions.page.html',
  imports: [
    CountyMap,
    FilterMenu,
    HumanDatePipe,
    Icon,
    ListFrame,
    PageHead,
    PeriodFilter,
    RouterLink,
    Status,
    Time,
    TranslocoDirective,
    VisibilityBadge,
  ],
})
export class ActionsPage {
  private readonly toasts = inject(Toasts);
  private readonly searchWords = inject(SearchWords);
  private readonly transloco = inject(TranslocoService);
  private readonly geography = inject(GeographyData);
  private readonly store = inject(SessionStore);
  private readonly lang = inject(Language);
  private readonly countyCodes = computed(() => this.store.acting()?.countyCodes ?? []);
  private readonly choices = inject(ActionChoices);
  private readonly goals = goalChoices();
  private readonly parties = partiesOf(this.countyCodes);
  private readonly overviewSource = actionsOverview();
  protected readonly overview = keepLatest(this.overviewSource);
  protected readonly places = inject(PlaceWords);
  protected readonly state = listState(ActionQuery);
  protected readonly source = actionList(this.state.params);
  protected readonly page = keepLatest(this.source);
  protected readonly plural = plural;
  protected readonly sorts: readonly Sort[] = ['changed', 'title', 'status', 'starts', 'ends'];
  protected readonly address = computed(() => {
    const params = new URLSearchParams(this.state.params()).toString();
    return `/insatser${params ? `?${params}` : ''}`;
  });
  protected readonly county = computed(() => this.countyCodes()[0]);

  private readonly language = toSignal(this.transloco.selectTranslate<string>('list.heading', {}, actionsWords));
  protected readonly filters: Signal<readonly { name: ListName; choices: readonly Choice[] }[]> = computed(() => [
    { name: 'status', choices: this.statuses() },
    { name: 'municipality', choices: this.choices.municipalities() },
    { name: 'goal', choices: this.goalList() },
    { name: 'serves', choices: this.frameGoals() },
    { name: 'owner', choices: this.owners() },
    { name: 'targetGroup', choices: this.choices.targetGroups() },
    { name: 'form', choices: this.choices.forms() },
    { name: 'phase', choices: this.choices.phases() },
    { name: 'kind', choices: this.choices.kinds() },
  ]);

  protected readonly figures = computed<MapFigure[]>(() => {
    this.language();
    const open = new Map(this.overview()?.municipalities.map((one) => [one.code, one.open]));
    return (this.geography.county(this.county() ?? '')?.municipalities ?? []).map(({ code, name }) => {
      const value = open.get(code) ?? 0;
      return {
        code,
        name,
        value,
        words: this.transloco.translate(plural('actions.map.words', value), { name, count: value }),
      };
    });
  });
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    reloadOn('actions', this.source, this.overviewSource);
  }

  protected readonly mapLink = (code: string): Record<string, string> => ({
    municipality: code,
    status: 'planned,ongoing,paused',
  });

  protected chosen(name: ListName): readonly string[] {
    return this.state.query()[name] ?? [];
  }

  protected choose(name: ListName, value: readonly string[]): void {
    this.state.patch({ [name]: value.length > 0 ? [...value] : undefined });
  }

  protected search(words: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.searchFor(words), quietMs);
  }

  private async searchFor(words: string): Promise<void> {
    this.state.patch({ q: (await this.searchWords.safe(words)) || undefined });
  }

  protected sortBy(sort: Sort): void {
    const { sort: now, order } = this.state.query();
    const first = sort === 'changed' ? 'desc' : 'asc';
    this.state.patch({ sort, order: sort !== now ? first : order === 'asc' ? 'desc' : 'asc' });
  }

  protected ariaSort(sort: Sort): 'ascending' | 'descending' | null {
    const { sort: now, order } = this.state.query();
    return sort !== now ? null : order === 'asc' ? 'ascending' : 'descending';
  }

  protected goalNumbers(action: ActionSummary): string {
    return [...new Set(action.goals.map((goal) => goal.number))].join(', ');
  }

  protected ownerNames(action: ActionSummary): string {
    return action.owners.map((owner) => owner.name).join(', ');
  }

  protected async copyLink(): Promise<void> {
    await navigator.clipboard.writeText(location.origin + this.address());
    await this.toasts.show(this.transloco.translate('actions.list.copied'));
  }

  private statuses(): Choice[] {
    this.language();
    return actionStatuses.map((code) => ({ value: code, label: this.transloco.translate(`shared.status.${code}`) }));
  }

  private goalList(): Choice[] {
    return this.allGoals().map((goal) => this.asChoice(goal));
  }

  /** The goals of the national frames: an action serves one of them also through a goal of the county. */
  private frameGoals(): Choice[] {
    return this.allGoals()
      .filter((goal) => goal.countyCode === null)
      .map((goal) => this.asChoice(goal));
  }

  private allGoals(): GoalChoices['items'] {
    return this.goals.hasValue() ? this.goals.value().items : [];
  }

  private asChoice(goal: GoalChoices['items'][number]): Choice {
    const title = this.lang.pick(goal.title, goal.titleEn);
    return { value: goal.id, label: `${goal.number} ${title} (${goal.strategyShortTitle})` };
  }

  private owners(): Choice[] {
    const parties = this.parties.hasValue() ? this.parties.value().items : [];
    return parties.map(({ id, name }) => ({ value: id, label: name }));
  }
}
