import { InjectionToken, type Type } from '@angular/core';

/** What areas above say about a training, on its page: components with the input `offerId`, given by the portal. */
export const OFFER_SECTIONS = new InjectionToken<() => Promise<readonly Type<unknown>[]>>('OFFER_SECTIONS', {
  providedIn: 'root',
  factory: () => () => Promise.resolve([]),
});
