import { InjectionToken, type Type } from '@angular/core';

/**
 * A party's functions, shown on its page: a component with the input `organizationId`. Contacts lean on organizations and never the other
 * way, so the portal fills the slot from above; null leaves it empty.
 */
export const PARTY_FUNCTIONS = new InjectionToken<() => Promise<Type<unknown> | null>>('PARTY_FUNCTIONS', {
  providedIn: 'root',
  factory: () => () => Promise.resolve(null),
});
