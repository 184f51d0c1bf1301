import { Component, type Signal, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import { OfferQuery, type OfferSummary, offerFileFormats, offerKinds, offerSorts } from '@samverkan/learning/contract';
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
import { HumanDatePipe, Icon, PageHead, Time, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { TermLists } from '@samverkan/vocabularies/portal';
import { learningWords } from './learning-words';
import { offerList } from './learning.data';
import { OfferState } from './offer-state';

type Sort = OfferQuery['sort'];

/** What there is to learn from in the counties: filtered, sorted and paged by the address. */
@Component({
  selector: 'sam-offers-page',
  templateUrl: './offers.page.html',
  imports: [
    ExportMenu,
    FilterMenu,
    HumanDatePipe,
    HumanPeriodPipe,
    Icon,
    ListFrame,
    ListSearch,
    OfferState,
    PageHead,
    RouterLink,
    Time,
    TranslocoDirective,
    VisibilityBadge,
  ],
})
export class OffersPage {
  private readonly transloco = inject(TranslocoService);
  private readonly geography = inject(GeographyData);
  private readonly store = inject(SessionStore);
  private readonly terms = inject(TermLists);
  private readonly loaded = toSignal(this.transloco.selectTranslate<string>('list.heading', {}, learningWords));
  protected readonly state = listState(OfferQuery);
  protected readonly source = offerList(this.state.params);
  protected readonly page = keepLatest(this.source);
  protected readonly sorts = offerSorts;
  protected readonly columns = ['title', 'status', 'next'] as const;
  protected readonly formats = offerFileFormats;
  protected readonly mayEnter = computed(() =>
    ['coordinator', 'partner', 'county_staff', 'county_admin'].includes(this.store.acting()?.role ?? ''),
  );
  protected readonly mayKeepKinds = computed(() => this.store.acting()?.role === 'county_admin');
  /** Each kind with how many there are of it. */
  protected readonly kinds: Signal<readonly Choice[]> = computed(() => {
    this.loaded();
    const counts = this.page()?.kinds ?? [];
    return offerKinds.map((value) => ({
      value,
      label: `${this.transloco.translate(`learning.kind.${value}`)} (${counts.find(({ kind }) => kind === value)?.count ?? 0})`,
    }));
  });
  protected readonly statuses: Signal<readonly Choice[]> = computed(() => {
    this.loaded();
    return (['open', 'closed', 'held', 'cancelled', 'draft'] as const).map((value) => ({
      value,
      label: this.transloco.translate(`learning.status.${value}`),
    }));
  });
  protected readonly counties = computed<readonly Choice[]>(() =>
    this.geography.counties().map(({ code, shortName }) => ({ value: code, label: shortName })),
  );
  protected readonly professions = computed<readonly Choice[]>(() =>
    this.terms.choices('profession', this.state.query().profession ?? []),
  );

  constructor() {
    reloadOn('learning', this.source);
  }

  protected hostNames({ hosts }: OfferSummary): string {
    return hosts.map(({ name }) => name).join(', ');
  }

  protected setDay(name: 'from' | 'to', event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.state.patch({ [name]: value || undefined });
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
