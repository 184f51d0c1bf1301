import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { CountyMap, GeographyData } from '@samverkan/geography/portal';
import type { OrganizationQuery } from '@samverkan/organizations/contract';
import { type ListState } from '@samverkan/reading/portal';
import { ACTING_COUNTY } from '@samverkan/shared/portal';
import { placesIn } from './organizations.data';

/** How many parties serve each municipality of a county: the one acted for, until another is chosen. */
@Component({
  selector: 'sam-parties-map',
  templateUrl: './parties-map.html',
  styleUrl: './parties-map.scss',
  imports: [CountyMap, TranslocoDirective],
})
export class PartiesMap {
  protected readonly geography = inject(GeographyData);
  private readonly acting = inject(ACTING_COUNTY);
  readonly county = input.required<string | null>();
  readonly municipalities = input.required<readonly string[]>();
  readonly state = input.required<ListState<OrganizationQuery>>();

  protected readonly shown = computed(() => this.county() ?? this.acting());
  private readonly places = placesIn(() => this.shown());
  protected readonly figures = computed(() => {
    const places = this.places.hasValue() ? this.places.value() : undefined;
    if (places?.countyCode !== this.shown()) return [];
    return places.municipalities.map(({ code, count }) => ({ code, name: this.geography.name(code), value: count }));
  });
  /** A number opens what it counts: all parties of the municipality, whatever else was chosen. */
  protected readonly link = (code: string) =>
    this.state().link({ municipality: [code], county: undefined, kind: undefined, q: undefined });
}
