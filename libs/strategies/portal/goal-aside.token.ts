import { InjectionToken, type Type } from '@angular/core';

/** What a goal answers to, beside it: a component with the input `goalId`, given by the portal from an area above; null leaves the place empty. */
export const GOAL_ASIDE = new InjectionToken<() => Promise<Type<unknown> | null>>('GOAL_ASIDE', {
  providedIn: 'root',
  factory: () => () => Promise.resolve(null),
});
