import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { GeographyData } from '@samverkan/geography/portal';

/** Where an action is done, in words: "Kramfors, Sollefteå", or "Hela länet" when it is every municipality of a county. */
@Service()
export class PlaceWords {
  private readonly geography = inject(GeographyData);
  private readonly transloco = inject(TranslocoService);

  of(codes: readonly string[]): string {
    const county = this.geography
      .counties()
      .find(
        (one) =>
          one.municipalities.length > 1 &&
          one.municipalities.length === codes.length &&
          one.municipalities.every(({ code }) => codes.includes(code)),
      );
    if (county) return this.transloco.translate('actions.whole-county');
    return codes
      .map((code) => this.geography.name(code))
      .sort((a, b) => a.localeCompare(b, 'sv'))
      .join(', ');
  }
}
