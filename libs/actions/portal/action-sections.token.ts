import { InjectionToken, type Type } from '@angular/core';

/** What areas above say about an action, below what has happened in it: components with the inputs `actionId` and `seenAs`, given by the portal. */
export const ACTION_SECTIONS = new InjectionToken<() => Promise<readonly Type<unknown>[]>>('ACTION_SECTIONS', {
  providedIn: 'root',
  factory: () => () => Promise.resolve([]),
});
