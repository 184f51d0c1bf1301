import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { CountyMap, GeographyData } from '@samverkan/geography/portal';
import type { Uptake } from '@samverkan/learning/contract';
import { ACTING_COUNTY, HumanDatePipe, Icon, Language, plural } from '@samverkan/shared/portal';

/** Which municipalities of a county have joined a campaign, as a map and as a table. The county, the form and the chosen municipality stand in the address. */
@Component({
  selector: 'sam-offer-uptake-map',
  templateUrl: './offer-uptake-map.html',
  styles: ':host { display: grid; gap: var(--sam-3); margin-block: var(--sam-4); }',
  imports: [CountyMap, HumanDatePipe, Icon, TranslocoDirective],
})
export class OfferUptakeMap {
  protected readonly geography = inject(GeographyData);
  private readonly acting = inject(ACTING_COUNTY);
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  readonly rows = input.required<Uptake['rows']>();
  /** Those of whoever holds the campaign. */
  readonly countyCodes = input.required<readonly string[]>();
  private readonly address = toSignal(this.route.queryParamMap, { initialValue: this.route.snapshot.queryParamMap });
  protected readonly plural = plural;
  protected readonly asTable = computed(() => this.address().get('som') === 'tabell');
  /** The counties of those who hold it, those where somebody has joined, her own, and the one in the address. */
  protected readonly counties = computed(() => {
    const joined = this.joined().map(({ municipalityCode }) => municipalityCode.slice(0, 2));
    const codes = new Set([...this.countyCodes(), ...joined, this.acting(), this.address().get('lan')]);
    return this.geography.counties().filter(({ code }) => codes.has(code));
  });
  protected readonly county = computed(() => {
    const [wanted, acting] = [this.address().get('lan'), this.acting()];
    const known = this.counties();
    return known.find(({ code }) => code === wanted) ?? known.find(({ code }) => code === acting) ?? known[0];
  });
  private readonly joined = computed(() => this.rows().filter(({ joinedOn }) => joinedOn !== null));
  protected readonly figures = computed(() => {
    const [yes, no] = ['learning.map.with', 'learning.map.without'].map((key) =>
      this.transloco.translate<string>(key, {}, this.language.current()),
    );
    return (this.county()?.municipalities ?? []).map(({ code, name }) => {
      const isWith = this.joined().some(({ municipalityCode }) => municipalityCode === code);
      return { code, name, value: isWith ? 1 : 0, words: (isWith ? yes : no) ?? '' };
    });
  });
  protected readonly count = computed(() => this.figures().filter(({ value }) => value > 0).length);
  /** The municipality in the address, and since when it is with. */
  protected readonly chosen = computed(() => {
    const figure = this.figures().find(({ code }) => code === this.address().get('kommun'));
    const row = this.joined().find(({ municipalityCode }) => municipalityCode === figure?.code);
    return figure && { ...figure, joinedOn: row?.joinedOn ?? null };
  });
  protected readonly link = (code: string): Record<string, string> => ({
    ...(this.address().get('lan') ? { lan: this.county()?.code ?? '' } : {}),
    ...(this.asTable() ? { som: 'tabell' } : {}),
    kommun: code,
  });

  protected go(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }
}
