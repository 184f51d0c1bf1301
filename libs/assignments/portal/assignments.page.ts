import { Component, type Signal, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  AssignmentQuery,
  type AssignmentSummary,
  assignmentSorts,
  assignmentStatuses,
} from '@samverkan/assignments/contract';
import { SessionStore } from '@samverkan/identity/portal';
import { type Choice, FilterMenu, ListFrame, ListSearch, VisibilityBadge, listState } from '@samverkan/reading/portal';
import { Icon, Language, PageHead, Time, keepLatest, plural, reloadOn } from '@samverkan/shared/portal';
import { AssignmentState } from './assignment-state';
import { assignmentList, countyBoards } from './assignments.data';
import { assignmentsWords } from './assignments-words';
import { DueDay } from './due-day';

type Sort = AssignmentQuery['sort'];

/** What the government has asked: filtered, sorted and paged by the address. */
@Component({
  selector: 'sam-assignments-page',
  templateUrl: './assignments.page.html',
  imports: [
    AssignmentState,
    DueDay,
    FilterMenu,
    Icon,
    ListFrame,
    ListSearch,
    PageHead,
    RouterLink,
    Time,
    TranslocoDirective,
    VisibilityBadge,
  ],
})
export class AssignmentsPage {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly store = inject(SessionStore);
  private readonly boards = countyBoards();
  private readonly loaded = toSignal(this.transloco.selectTranslate<string>('list.heading', {}, assignmentsWords));
  protected readonly state = listState(AssignmentQuery);
  protected readonly source = assignmentList(this.state.params);
  protected readonly page = keepLatest(this.source);
  protected readonly sorts = assignmentSorts;
  protected readonly columns = ['title', 'status', 'next'] as const;
  protected readonly formats = ['xlsx', 'csv'] as const;
  protected readonly plural = plural;
  protected readonly mayEnter = computed(() =>
    ['county_staff', 'county_admin'].includes(this.store.acting()?.role ?? ''),
  );
  protected readonly statuses: Signal<readonly Choice[]> = computed(() => {
    this.loaded();
    return assignmentStatuses.map((value) => ({
      value,
      label: this.transloco.translate(`assignments.status.${value}`),
    }));
  });
  protected readonly boardChoices = computed<readonly Choice[]>(() =>
    (this.boards.hasValue() ? this.boards.value().items : []).map(({ id, name }) => ({ value: id, label: name })),
  );

  constructor() {
    reloadOn('assignments', this.source);
  }

  protected file(format: 'xlsx' | 'csv'): string {
    const { page: _page, size: _size, ...filters } = this.state.params();
    return `/api/assignments/export?${new URLSearchParams({ ...filters, format, lang: this.language.current() })}`;
  }

  protected boardNames({ boards }: AssignmentSummary): string {
    return boards.map(({ name }) => name).join(', ');
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
}
