import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { ExportMenu, LoadState } from '@samverkan/reading/portal';
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
  private readonly chosen = signal<Record<string, string>>({});
  protected readonly params = this.chosen.asReadonly();
  protected readonly source = statisticsOf(this.params);
  protected readonly numbers = keepLatest(this.source);
  /** Counties where anybody has asked. */
  protected readonly rows = computed(() => (this.numbers()?.counties.rows ?? []).filter(({ total }) => total !== 0));

  constructor() {
    reloadOn('questions', this.source);
  }

  protected set(name: 'from' | 'to', value: string): void {
    this.chosen.update((now) => {
      const { [name]: _gone, ...rest } = now;
      return value ? { ...rest, [name]: value } : rest;
    });
  }
}
