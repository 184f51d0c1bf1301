import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { ContactSummary } from '@samverkan/contacts/contract';
import { GeographyData } from '@samverkan/geography/portal';

type Place = Pick<ContactSummary, 'municipalityCodes' | 'countyCodes'>;

/** Whom a function serves, in words: "Kramfors, Sollefteå", "Hela Västernorrland", "Hela landet". */
@Service()
export class PlaceWords {
  private readonly geography = inject(GeographyData);
  private readonly transloco = inject(TranslocoService);

  of({ municipalityCodes, countyCodes }: Place): string {
    if (municipalityCodes.length > 0 && !this.isWhole(municipalityCodes, countyCodes))
      return municipalityCodes
        .map((code) => this.geography.name(code))
        .sort((a, b) => a.localeCompare(b, 'sv'))
        .join(', ');
    if (countyCodes.length === 0) return this.transloco.translate('contacts.place.country');
    return countyCodes
      .map((code) => this.transloco.translate<string>('contacts.place.county', { county: this.geography.name(code) }))
      .join(', ');
  }

  private isWhole(codes: readonly string[], counties: readonly string[]): boolean {
    const all = counties.flatMap((code) => this.geography.county(code)?.municipalities ?? []);
    return all.length > 1 && all.length === codes.length;
  }
}
