import { Component, computed, inject, input, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { Icon, Language, PageHead, ProblemWords, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import type { StrategyRef } from '@samverkan/strategies/contract';
import { Bilingual } from './bilingual';
import { pairsOf } from './compare';
import { factsOf } from './compare-facts';
import { CompareRequests } from './compare.data';
import { ComparedGoal } from './compared-goal';
import { plainDay } from './period';
import { strategyOverview } from './strategies.data';
import { StrategyState, stateOf } from './strategy-state';
import { TextDiff } from './text-diff';

/** Two versions side by side, the older to the left: what they say of themselves, and where each goal went. */
@Component({
  selector: 'sam-compare-page',
  templateUrl: './compare.page.html',
  styleUrl: './compare.page.scss',
  imports: [Bilingual, ComparedGoal, Icon, PageHead, RouterLink, StrategyState, TextDiff, TranslocoDirective],
})
export class ComparePage {
  private readonly requests = inject(CompareRequests);
  private readonly problems = inject(ProblemWords);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly geography = inject(GeographyData);
  protected readonly plural = plural;
  protected readonly sides = ['before', 'after'] as const;
  readonly id = input.required<string>();
  readonly otherId = input<string>();
  /** `skillnader` leaves out what is the same on both sides; it stands in the address. */
  readonly bara = input<string>();
  protected readonly onlyDifferences = computed(() => this.bara() === 'skillnader');
  private readonly overview = keepLatest(strategyOverview());
  protected readonly source = resource({
    params: () => {
      const otherId = this.otherId();
      return otherId ? { id: this.id(), otherId } : undefined;
    },
    loader: ({ params }) => this.requests.both(params.id, params.otherId),
  });
  protected readonly compared = computed(() => (this.source.hasValue() ? this.source.value() : undefined));
  protected readonly problem = computed(() => (this.source.error() ? this.problems.of(this.source.error()) : null));
  protected readonly here = computed(() => this.overview()?.strategies.find(({ id }) => id === this.id()));
  /** Those of the same chain first, then the county's other, then the rest. */
  protected readonly others = computed<StrategyRef[]>(() => {
    const { strategies = [], chains = [] } = this.overview() ?? {};
    const inChain = (of: string) =>
      chains.find(({ links }) => links.some((link) => link.type === 'strategy' && link.strategy.id === of))?.key ?? of;
    const near = (of: (typeof strategies)[number]) =>
      inChain(of.id) === inChain(this.id())
        ? 0
        : of.countyCodes.some((code) => this.here()?.countyCodes.includes(code))
          ? 1
          : 2;
    return strategies.filter(({ id }) => id !== this.id()).sort((one, other) => near(one) - near(other));
  });
  protected readonly facts = computed(() => {
    const both = this.compared();
    if (!both) return [];
    const lang = this.language.current();
    const say = (key: string, params: Record<string, unknown> = {}): string =>
      this.transloco.translate(`strategies.${key}`, params, lang);
    return factsOf(both.before, both.after, {
      kind: (kind) => say(`kind.${kind}`),
      state: (strategy) => say(`state.${stateOf(strategy)}`),
      day: (day) => (day ? plainDay(day, lang) : ''),
      county: (code) => this.geography.name(code),
      withdrawn: (name) => say('compare.withdrawn', { name }),
    }).filter(({ differs }) => differs || !this.onlyDifferences());
  });
  private readonly all = computed(() => {
    const both = this.compared();
    return both ? pairsOf(both.before, both.after, both.steps) : [];
  });
  protected readonly pairs = computed(() => this.all().filter(({ differs }) => differs || !this.onlyDifferences()));
  protected readonly counts = computed(() => {
    const kinds = ['changed', 'split', 'merged', 'ended', 'new', 'not-said'] as const;
    return kinds
      .map((kind) => ({ kind, count: this.all().filter((pair) => pair.kind === kind).length }))
      .filter(({ count }) => count > 0);
  });

  constructor() {
    reloadOn('strategies', this.source);
  }

  protected choose(otherId: string): Promise<boolean> {
    const path = ['/strategier', this.id(), 'jamfor', ...(otherId ? [otherId] : [])];
    return this.router.navigate(path, { queryParamsHandling: 'preserve' });
  }

  protected show(onlyDifferences: boolean): Promise<boolean> {
    return this.router.navigate([], {
      queryParams: { bara: onlyDifferences ? 'skillnader' : null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}
