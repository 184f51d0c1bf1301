import { Component, type Signal, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { AssessmentListQuery, assessmentLevels, assessmentSorts } from '@samverkan/followup/contract';
import { type Choice, FilterMenu, ListFrame, ListSearch, listState } from '@samverkan/reading/portal';
import { HumanDatePipe, Icon, Language, PageHead, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import { AssessmentLevelMark } from './assessment-level';
import { assessmentList, goalsNotAssessed, strategies } from './assessments.data';
import { followupWords } from './followup-words';

type Sort = AssessmentListQuery['sort'];
const first = 3;

/** How it goes with the goals, in everybody's words, and the goals that nobody has judged. */
@Component({
  selector: 'sam-assessments-page',
  templateUrl: './assessments.page.html',
  styleUrl: './assessments.page.scss',
  imports: [
    AssessmentLevelMark,
    FilterMenu,
    HumanDatePipe,
    Icon,
    ListFrame,
    ListSearch,
    PageHead,
    RouterLink,
    TranslocoDirective,
  ],
})
export class AssessmentsPage {
  private readonly transloco = inject(TranslocoService);
  protected readonly language = inject(Language);
  private readonly strategySource = strategies();
  private readonly missingSource = goalsNotAssessed();
  private readonly loaded = toSignal(this.transloco.selectTranslate<string>('list.heading', {}, followupWords));
  protected readonly state = listState(AssessmentListQuery);
  protected readonly source = assessmentList(this.state.params);
  protected readonly page = keepLatest(this.source);
  protected readonly missing = keepLatest(this.missingSource);
  protected readonly sorts = assessmentSorts;
  protected readonly formats = ['xlsx', 'csv'] as const;
  protected readonly plural = plural;
  protected readonly levels: Signal<readonly Choice[]> = computed(() => {
    this.loaded();
    return assessmentLevels.map((value) => ({ value, label: this.transloco.translate(`followup.level.${value}`) }));
  });
  protected readonly plans = computed<readonly Choice[]>(() =>
    (this.strategySource.hasValue() ? this.strategySource.value().strategies : [])
      .filter(({ status }) => status !== 'draft' && status !== 'in_consultation')
      .map(({ id, shortTitle, shortTitleEn }) => ({ value: id, label: this.language.pick(shortTitle, shortTitleEn) })),
  );
  protected readonly lacking = computed(() => this.missing()?.items.slice(0, first) ?? []);

  constructor() {
    reloadOn('followup', this.source, this.missingSource);
  }

  protected file(format: 'xlsx' | 'csv'): string {
    const { page: _page, size: _size, ...filters } = this.state.params();
    return `/api/assessments/export?${new URLSearchParams({ ...filters, format, lang: this.language.current() })}`;
  }

  protected sortBy(sort: Sort): void {
    const { sort: now, order } = this.state.query();
    const first = sort === 'goal' || sort === 'assessed' ? 'desc' : 'asc';
    this.state.patch({ sort, order: sort !== now ? first : order === 'asc' ? 'desc' : 'asc' });
  }

  protected ariaSort(sort: Sort): 'ascending' | 'descending' | null {
    const { sort: now, order } = this.state.query();
    return sort !== now ? null : order === 'asc' ? 'ascending' : 'descending';
  }
}
