import { InjectionToken, type Signal, signal } from '@angular/core';

/** The county of the organisation one acts for, where it has one. The portal sets it from the session. */
export const ACTING_COUNTY = new InjectionToken<Signal<string | null>>('ACTING_COUNTY', {
  providedIn: 'root',
  factory: () => signal(null),
});
