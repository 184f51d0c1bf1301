import { InjectionToken, type Type } from '@angular/core';

/** What the form of a new action may begin from: a component with the inputs `draft` (what stands in it) and `take` (called with what is to stand there), given by the portal from an area above; null leaves the place empty. */
export const ACTION_FORM_START = new InjectionToken<() => Promise<Type<unknown> | null>>('ACTION_FORM_START', {
  providedIn: 'root',
  factory: () => () => Promise.resolve(null),
});
