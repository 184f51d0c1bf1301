import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import { QuestionQuery, questionFileFormats, questionSorts } from '@samverkan/questions/contract';
import {
  type Choice,
  ExportMenu,
  FilterMenu,
  HumanPeriodPipe,
  ListFrame,
  ListSearch,
  VisibilityBadge,
  listState,
} from '@samverkan/reading/portal';
import { Icon, PageHead, Time, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import { QuestionLine } from './question-line';
import { QuestionTerms } from './question-terms';
import { questionList } from './questions.data';

type Sort = QuestionQuery['sort'];

/** What is asked in the county: filtered, sorted and paged by the address. County staff pick questions here that go on together. */
@Component({
  selector: 'sam-questions-page',
  templateUrl: './questions.page.html',
  imports: [
    ExportMenu,
    FilterMenu,
    Icon,
    HumanPeriodPipe,
    ListFrame,
    ListSearch,
    PageHead,
    QuestionLine,
    RouterLink,
    Time,
    TranslocoDirective,
    VisibilityBadge,
  ],
})
export class QuestionsPage {
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);
  protected readonly geography = inject(GeographyData);
  protected readonly terms = inject(QuestionTerms);
  protected readonly state = listState(QuestionQuery);
  protected readonly source = questionList(this.state.params);
  protected readonly page = keepLatest(this.source);
  protected readonly formats = questionFileFormats;
  protected readonly sorts = questionSorts;
  protected readonly plural = plural;
  protected readonly columns = ['title', 'since'] as const;
  protected readonly switches = ['mine', 'judge', 'untaken', 'open'] as const;
  private readonly role = computed(() => this.store.acting()?.role ?? '');
  protected readonly mayAsk = computed(() =>
    ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.role()),
  );
  protected readonly handles = computed(() => ['county_staff', 'county_admin'].includes(this.role()));
  protected readonly municipalities = computed<readonly Choice[]>(() =>
    (this.store.acting()?.countyCodes ?? []).flatMap((code) =>
      (this.geography.county(code)?.municipalities ?? []).map(({ code: value, name: label }) => ({ value, label })),
    ),
  );
  protected readonly empty: ReadonlySet<string> = new Set();
  /** Picked to go on together, kept while she turns pages. */
  protected readonly picked = signal(this.empty);
  /** So many go on together; a letter of more is read by nobody. */
  protected readonly most = 50;

  constructor() {
    reloadOn('questions', this.source);
  }

  protected isPickable(status: string): boolean {
    return ['received', 'in_progress', 'reopened'].includes(status);
  }

  protected pick(id: string): void {
    this.picked.update((ids) => {
      const next = new Set(ids);
      if (!next.delete(id) && next.size < this.most) next.add(id);
      return next;
    });
  }

  protected bundle(): void {
    void this.router.navigate(['/fragor/samlade/ny'], { queryParams: { fragor: [...this.picked()].join(',') } });
  }

  protected turn(name: (typeof this.switches)[number]): void {
    this.state.patch({ [name]: this.state.query()[name] ? undefined : true });
  }

  protected sortBy(sort: Sort): void {
    const { sort: now, order } = this.state.query();
    const first = sort === 'title' || sort === 'status' ? 'asc' : 'desc';
    this.state.patch({ sort, order: sort !== now ? first : order === 'asc' ? 'desc' : 'asc' });
  }

  protected ariaSort(sort: Sort): 'ascending' | 'descending' | null {
    const { sort: now, order } = this.state.query();
    return sort !== now ? null : order === 'asc' ? 'ascending' : 'descending';
  }
}
