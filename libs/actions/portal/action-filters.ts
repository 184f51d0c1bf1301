import { Component, type Signal, computed, inject, input, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type ActionFilter, actionStatuses } from '@samverkan/actions/contract';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import { type Choice, FilterMenu, ListSearch, type ListState } from '@samverkan/reading/portal';
import { Language } from '@samverkan/shared/portal';
import type { GoalChoices } from '@samverkan/strategies/contract';
import { ActionChoices } from './action-choices';
import { actionsWords } from './actions-words';
import { goalChoices, partiesOf } from './actions.data';
import { PeriodFilter } from './period-filter';

type ListName =
  'status' | 'municipality' | 'county' | 'goal' | 'serves' | 'owner' | 'targetGroup' | 'form' | 'phase' | 'kind';

/** What chooses among actions, the same in every view of them; it stands in the address. */
@Component({
  selector: 'sam-action-filters',
  templateUrl: './action-filters.html',
  imports: [FilterMenu, ListSearch, PeriodFilter, TranslocoDirective],
})
export class ActionFilters {
  private readonly transloco = inject(TranslocoService);
  private readonly geography = inject(GeographyData);
  private readonly store = inject(SessionStore);
  private readonly lang = inject(Language);
  private readonly choices = inject(ActionChoices);
  private readonly goals = goalChoices();
  private readonly parties = partiesOf(computed(() => this.store.acting()?.countyCodes ?? []));
  private readonly search = viewChild(ListSearch);
  readonly state = input.required<ListState<ActionFilter>>();
  protected readonly yesOrNo = ['waiting', 'overdue', 'unplaced', 'untied'] as const;

  private readonly language = toSignal(this.transloco.selectTranslate<string>('list.heading', {}, actionsWords));
  protected readonly filters: Signal<readonly { name: ListName; choices: readonly Choice[] }[]> = computed(() => [
    { name: 'status', choices: this.statuses() },
    { name: 'municipality', choices: this.choices.municipalities() },
    { name: 'county', choices: this.counties() },
    { name: 'goal', choices: this.goalList() },
    { name: 'serves', choices: this.frameGoals() },
    { name: 'owner', choices: this.owners() },
    { name: 'targetGroup', choices: this.terms('targetGroup') },
    { name: 'form', choices: this.terms('form') },
    { name: 'phase', choices: this.terms('phase') },
    { name: 'kind', choices: this.terms('kind') },
  ]);

  /** Nothing is chosen any more. */
  clear(): void {
    this.search()?.clear();
    this.state().clear();
  }

  protected toggle(name: 'mine' | (typeof this.yesOrNo)[number]): void {
    this.state().patch({ [name]: this.state().query()[name] ? undefined : true });
  }

  protected chosen(name: ListName): readonly string[] {
    return this.state().query()[name] ?? [];
  }

  protected choose(name: ListName, value: readonly string[]): void {
    this.state().patch({ [name]: value.length > 0 ? [...value] : undefined });
  }

  /** Also what is chosen no more: rows and kept filters may have it. */
  private terms(name: 'targetGroup' | 'form' | 'phase' | 'kind'): Choice[] {
    this.language();
    const { terms } = this.choices;
    const inUse = terms.choices(name);
    const others = [...new Set([...terms.retired(name), ...this.chosen(name)])].filter(
      (code) => !inUse.some(({ value }) => value === code),
    );
    const label = (code: string) =>
      this.transloco.translate<string>('actions.filter.retired', { word: terms.word(name, code) });
    return [...inUse, ...others.map((code) => ({ value: code, label: label(code) }))];
  }

  private statuses(): Choice[] {
    this.language();
    return actionStatuses.map((code) => ({ value: code, label: this.transloco.translate(`shared.status.${code}`) }));
  }

  private counties(): Choice[] {
    return this.geography.counties().map(({ code }) => ({ value: code, label: this.geography.countyName(code) }));
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
