import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import { type Choice, ExportMenu, FilterMenu, ListFrame, ListSearch, listState } from '@samverkan/reading/portal';
import { Icon, PageHead, Time, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { SupportQuery, supportFileFormats, supportSorts } from '@samverkan/support/contract';
import { TermLists } from '@samverkan/vocabularies/portal';
import { SupportLine } from './support-line';
import { SupportTerms } from './support-terms';
import { requestList } from './support.data';

type Sort = SupportQuery['sort'];

/** Support that is asked for in the county, or by one's own: filtered, sorted and paged by the address. */
@Component({
  selector: 'sam-support-requests-page',
  templateUrl: './requests.page.html',
  imports: [
    ExportMenu,
    FilterMenu,
    Icon,
    ListFrame,
    ListSearch,
    PageHead,
    SupportLine,
    RouterLink,
    Time,
    TranslocoDirective,
  ],
})
export class RequestsPage {
  private readonly store = inject(SessionStore);
  protected readonly geography = inject(GeographyData);
  protected readonly terms = inject(SupportTerms);
  protected readonly state = listState(SupportQuery);
  protected readonly source = requestList(this.state.params);
  protected readonly page = keepLatest(this.source);
  protected readonly formats = supportFileFormats;
  protected readonly sorts = supportSorts;
  protected readonly columns = ['title', 'since'] as const;
  protected readonly switches = ['mine', 'untaken', 'overdue', 'effect', 'open'] as const;
  private readonly lists = inject(TermLists);
  protected readonly professions = computed<readonly Choice[]>(() =>
    this.lists.choices('profession', this.state.query().profession ?? []),
  );
  private readonly role = computed(() => this.store.acting()?.role ?? '');
  protected readonly mayAsk = computed(() =>
    ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.role()),
  );
  protected readonly handles = computed(() => ['county_staff', 'county_admin'].includes(this.role()));
  protected readonly reckons = computed(() => ['coordinator', 'county_staff', 'county_admin'].includes(this.role()));
  protected readonly municipalities = computed<readonly Choice[]>(() =>
    (this.store.acting()?.countyCodes ?? []).flatMap((code) =>
      (this.geography.county(code)?.municipalities ?? []).map(({ code: value, name: label }) => ({ value, label })),
    ),
  );
  constructor() {
    reloadOn('support', this.source);
  }

  protected turn(name: (typeof this.switches)[number]): void {
    this.state.patch({ [name]: this.state.query()[name] ? undefined : true });
  }

  protected sortBy(sort: Sort): void {
    const { sort: now, order } = this.state.query();
    const first = sort === 'title' || sort === 'status' || sort === 'due' ? 'asc' : 'desc';
    this.state.patch({ sort, order: sort !== now ? first : order === 'asc' ? 'desc' : 'asc' });
  }

  protected ariaSort(sort: Sort): 'ascending' | 'descending' | null {
    const { sort: now, order } = this.state.query();
    return sort !== now ? null : order === 'asc' ? 'ascending' : 'descending';
  }
}
