import { InjectionToken, type Type } from '@angular/core';

/** What an action answers to, beside it: a component with the input `actionId`, given by the portal from an area above; null leaves the place empty. */
export const ACTION_ASIDE = new InjectionToken<() => Promise<Type<unknown> | null>>('ACTION_ASIDE', {
  providedIn: 'root',
  factory: () => () => Promise.resolve(null),
});
