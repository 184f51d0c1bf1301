import { InjectionToken, type Type } from '@angular/core';

/**
 * What is done towards a goal, shown under it: a component with the input `goalId`. Actions lean on strategies and never the
 * other way, so the portal fills the slot from above; null leaves it empty. Loaded with the first page that has goals.
 */
export const GOAL_ACTIONS = new InjectionToken<() => Promise<Type<unknown> | null>>('GOAL_ACTIONS', {
  providedIn: 'root',
  factory: () => () => Promise.resolve(null),
});
