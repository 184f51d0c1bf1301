import { InjectionToken, type Type } from '@angular/core';

/** What an action may be made more of, at the end of what stands beside it: a component with the input `actionId`, given by the portal from an area above; null leaves the place empty. */
export const ACTION_MORE = new InjectionToken<() => Promise<Type<unknown> | null>>('ACTION_MORE', {
  providedIn: 'root',
  factory: () => () => Promise.resolve(null),
});
