import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { QuestionStatisticsQuery } from '@samverkan/questions/contract';
import { ExportMenu, LoadState, listState } from '@samverkan/reading/portal';
import { PageHead, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { QuestionTerms } from './question-terms';
import { statisticsOf } from './questions.data';

/** What is asked, how long it takes, who answers, and what nobody has answered. */
@Component({
  selector: 'sam-question-statistics-page',
  templateUrl: './statistics.page.html',
  imports: [ExportMenu, LoadState, PageHead, RouterLink, TranslocoDirective],
})
export class StatisticsPage {
  protected readonly geography = inject(GeographyData);
  protected readonly terms = inject(QuestionTerms);
  /** The period stands in the address. */
  protected readonly state = listState(QuestionStatisticsQuery);
  protected readonly source = statisticsOf(this.state.params);
  protected readonly numbers = keepLatest(this.source);
  /** Counties where anybody has asked. */
  protected readonly rows = computed(() => (this.numbers()?.counties.rows ?? []).filter(({ total }) => total !== 0));

  constructor() {
    reloadOn('questions', this.source);
  }

  /** The list of what a number counts. */
  protected listed(more: object): Record<string, unknown> {
    const { from, to } = this.numbers() ?? {};
    return { askedFrom: from, askedTo: to, ...more };
  }

  protected set(name: 'from' | 'to', value: string): void {
    this.state.patch({ [name]: value || undefined });
  }
}
