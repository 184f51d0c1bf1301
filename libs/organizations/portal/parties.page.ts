import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, translateSignal } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';
import {
  type OrganizationKind,
  OrganizationQuery,
  type OrganizationSummary,
  organizationKinds,
} from '@samverkan/organizations/contract';
import { type SheetFormat, sheetFormats } from '@samverkan/shared/contract';
import { FilterMenu, ListFrame, ListSearch, listState } from '@samverkan/reading/portal';
import { Icon, keepLatest, Language, PageHead, plural, reloadOn, today } from '@samverkan/shared/portal';
import { organizationPage, registration } from './organizations.data';
import { organizationsWords } from './organizations.words';
import { PartiesMap } from './parties-map';

type Column = 'name' | 'kind' | 'county';

/** Every party, found by any name it has had. */
@Component({
  selector: 'sam-parties-page',
  templateUrl: './parties.page.html',
  styleUrl: './parties.page.scss',
  imports: [FilterMenu, Icon, ListFrame, ListSearch, PageHead, PartiesMap, RouterLink, TranslocoDirective],
})
export class PartiesPage {
  protected readonly geography = inject(GeographyData);
  protected readonly language = inject(Language);
  protected readonly state = listState(OrganizationQuery);
  protected readonly source = organizationPage(() => this.state.params());
  protected readonly page = keepLatest(this.source);
  protected readonly columns: readonly Column[] = ['name', 'kind', 'county'];
  protected readonly plural = plural;
  protected readonly formats = sheetFormats;
  private readonly choices = keepLatest(registration());
  protected readonly mayRegister = computed(() => (this.choices()?.kinds.length ?? 0) > 0);
  /** From a day that is past one comes to the party of that day. */
  protected readonly dayLink = computed(() => {
    const { asOf } = this.state.query();
    return asOf ? { dag: asOf } : {};
  });

  private readonly kindNames = translateSignal(
    organizationKinds.map((kind) => `kind.${kind}`),
    {},
    organizationsWords,
  );
  protected readonly kinds = computed(() =>
    organizationKinds.map((kind, at) => ({ value: kind, label: this.kindNames()[at] ?? '' })),
  );
  protected readonly counties = computed(() =>
    this.geography.counties().map((county) => ({ value: county.code, label: county.shortName })),
  );
  /** The county the map shows: the one chosen, or that of the municipality chosen. */
  protected readonly county = computed(() => {
    const { county, municipality } = this.state.query();
    return county?.[0] ?? municipality?.[0]?.slice(0, 2) ?? null;
  });

  constructor() {
    reloadOn('organizations', this.source);
  }

  /** The list as it stands, every row of it, as a file. */
  protected file(format: SheetFormat): string {
    const { page: _page, size: _size, ...filters } = this.state.params();
    return `/api/organizations/export?${new URLSearchParams({ ...filters, format, lang: this.language.current() })}`;
  }

  protected isEnded({ validTo }: OrganizationSummary): boolean {
    return validTo !== null && validTo < (this.state.query().asOf ?? today());
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected chooseKinds(values: readonly string[]): void {
    this.state.patch({ kind: organizationKinds.filter((kind): kind is OrganizationKind => values.includes(kind)) });
  }

  protected order(column: Column): 'ascending' | 'descending' | null {
    const { sort, order } = this.state.query();
    return sort === column ? (order === 'asc' ? 'ascending' : 'descending') : null;
  }

  protected sortLink(column: Column) {
    return this.state.link({ sort: column, order: this.order(column) === 'ascending' ? 'desc' : 'asc' });
  }
}
