import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { CoverageQuery, coverageViews } from '@samverkan/coverage/contract';
import { listState } from '@samverkan/reading/portal';
import {
  Icon,
  Language,
  PageHead,
  ProblemWords,
  Time,
  asProblem,
  keepLatest,
  plural,
  reloadOn,
} from '@samverkan/shared/portal';
import { CoverageGapList } from './coverage-gaps';
import { parentsAmong } from './coverage-cell';
import { CoverageMatrix } from './coverage-matrix';
import { coverageOf, gapsOf } from './coverage.data';

/** Where the strategy lacks actions: what is done towards each goal, against a national frame or the municipalities. The address holds what is chosen. */
@Component({
  selector: 'sam-coverage-page',
  templateUrl: './coverage.page.html',
  styleUrl: './coverage.page.scss',
  imports: [CoverageGapList, CoverageMatrix, Icon, PageHead, RouterLink, Time, TranslocoDirective],
})
export class CoveragePage {
  private readonly language = inject(Language);
  private readonly words = inject(ProblemWords);
  readonly id = input.required<string>();
  protected readonly plural = plural;
  protected readonly views = coverageViews;
  protected readonly formats = ['xlsx', 'csv'] as const;
  protected readonly state = listState(CoverageQuery);
  protected readonly source = coverageOf(
    () => this.id(),
    () => this.state.params(),
  );
  private readonly gapSource = gapsOf(() => this.id());
  private readonly latest = keepLatest(this.source);
  protected readonly gaps = keepLatest(this.gapSource);
  protected readonly coverage = computed(() => (this.latest()?.strategy.id === this.id() ? this.latest() : undefined));
  protected readonly problem = computed(() => {
    const error = this.source.error();
    if (!error) return null;
    // The address is the only form here: what is wrong in it is said as it is.
    const [issue] = asProblem(error)?.issues ?? [];
    return issue ? this.words.code(issue.code) : this.words.of(error);
  });
  protected readonly shortTitle = computed(() => {
    const strategy = this.coverage()?.strategy;
    return strategy && this.language.pick(strategy.shortTitle, strategy.shortTitleEn);
  });
  protected readonly frames = computed(
    () =>
      this.coverage()?.frames.map(({ id, shortTitle, shortTitleEn, goalCount }) => ({
        id,
        count: goalCount,
        name: this.language.pick(shortTitle, shortTitleEn),
      })) ?? [],
  );
  /** How many goals have actions, and the one that has none when it is alone. */
  protected readonly lead = computed(() => {
    const rows = this.coverage()?.rows ?? [];
    const parents = parentsAmong(rows);
    const aims = rows.filter(({ goalId }) => !parents.has(goalId));
    const missing = aims.filter(({ total }) => total === 0);
    const only = missing[0] ? this.language.pick(missing[0].title, missing[0].titleEn) : '';
    return { all: aims.length, have: aims.length - missing.length, missing: missing.length, title: only };
  });

  constructor() {
    reloadOn('actions', this.source, this.gapSource);
    reloadOn('strategies', this.source, this.gapSource);
    reloadOn('contacts', this.gapSource);
  }

  protected file(format: string): string {
    const params = new URLSearchParams({ ...this.state.params(), format, lang: this.language.current() });
    return `/api/coverage/${this.id()}/export?${params.toString()}`;
  }
}
