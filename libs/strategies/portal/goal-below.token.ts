import { InjectionToken, type Type } from '@angular/core';

/** What stands under a goal's actions on its page: a component with the input `goalId`, given by the portal from an area above; null leaves the place empty. */
export const GOAL_BELOW = new InjectionToken<() => Promise<Type<unknown> | null>>('GOAL_BELOW', {
  providedIn: 'root',
  factory: () => () => Promise.resolve(null),
});
