import { Component, type Signal, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import { SessionStore } from '@samverkan/identity/portal';
import {
  PublicationQuery,
  type PublicationSummary,
  publicationFormats,
  publicationSorts,
  publicationStatuses,
} from '@samverkan/publications/contract';
import {
  type Choice,
  ExportMenu,
  FilterMenu,
  ListFrame,
  ListSearch,
  VisibilityBadge,
  listState,
} from '@samverkan/reading/portal';
import { Icon, Language, PageHead, Time, keepLatest, reloadOn } from '@samverkan/shared/portal';
import { Marked } from './marked';
import { PublicationState } from './publication-state';
import { publicationFacets, publicationList } from './publications.data';
import { publicationsWords } from './publications-words';

type Sort = PublicationQuery['sort'];

/** What the county boards have published: searched also in the text, filtered, sorted and paged by the address. */
@Component({
  selector: 'sam-publications-page',
  templateUrl: './publications.page.html',
  styleUrl: './publications.page.scss',
  imports: [
    ExportMenu,
    FilterMenu,
    Icon,
    ListFrame,
    ListSearch,
    Marked,
    PageHead,
    PublicationState,
    RouterLink,
    Time,
    TranslocoDirective,
    VisibilityBadge,
  ],
})
export class PublicationsPage {
  private readonly transloco = inject(TranslocoService);
  private readonly store = inject(SessionStore);
  private readonly language = inject(Language);
  private readonly geography = inject(GeographyData);
  private readonly facetSource = publicationFacets();
  private readonly loaded = toSignal(this.transloco.selectTranslate<string>('list.heading', {}, publicationsWords));
  protected readonly state = listState(PublicationQuery);
  protected readonly source = publicationList(this.state.params);
  protected readonly page = keepLatest(this.source);
  private readonly facets = keepLatest(this.facetSource);
  protected readonly sorts = publicationSorts;
  protected readonly formats = publicationFormats;
  protected readonly mayEnter = computed(() =>
    ['county_staff', 'county_admin'].includes(this.store.acting()?.role ?? ''),
  );
  /** The reader's own county; a national body has none. */
  protected readonly county = computed(() => this.store.acting()?.countyCodes[0]);
  protected readonly types = computed(() => this.choices('types', (value) => this.say(`type.${value}`)));
  protected readonly years = computed(() => this.choices('years', (value) => value));
  protected readonly series = computed(() => this.choices('series', (value) => value));
  protected readonly statuses: Signal<readonly Choice[]> = computed(() =>
    publicationStatuses.map((value) => ({ value, label: this.say(`status.${value}`) })),
  );
  protected readonly counties = computed(() => this.choices('counties', (code) => this.geography.name(code)));

  constructor() {
    reloadOn('publications', this.source, this.facetSource);
  }

  protected numbered({ series, number }: PublicationSummary): string {
    return [series, number].filter(Boolean).join(' ');
  }

  protected ownerNames({ owners }: PublicationSummary): string {
    return owners.map(({ name }) => name).join(', ');
  }

  /** The first of what is told of it, in the reader's language where there is one. */
  protected summaryOf({ summary, summaryEn }: PublicationSummary): string {
    const text = this.language.current() === 'en' && summaryEn ? summaryEn : summary;
    return text.length > 180 ? `${text.slice(0, 180).replace(/\s\S*$/, '')} …` : text;
  }

  protected sortBy(sort: Sort): void {
    const { sort: now, order } = this.state.query();
    const first = sort === 'title' ? 'asc' : 'desc';
    this.state.patch({ sort, order: sort !== now ? first : order === 'asc' ? 'desc' : 'asc' });
  }

  protected ariaSort(sort: Sort): 'ascending' | 'descending' | null {
    const { sort: now, order } = this.state.query();
    return sort !== now ? null : order === 'asc' ? 'ascending' : 'descending';
  }

  private choices(kind: 'types' | 'years' | 'series' | 'counties', label: (value: string) => string): Choice[] {
    return (this.facets()?.[kind] ?? []).map(({ value, count }) => ({ value, label: `${label(value)} (${count})` }));
  }

  private say(key: string): string {
    this.loaded();
    return this.transloco.translate(`publications.${key}`);
  }
}
