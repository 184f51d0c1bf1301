import { type Resource, type Signal, linkedSignal } from '@angular/core';
import { isGone } from './problem';

/** The resource's latest value, also while the next one is on its way, so that a list does not blink. What is not there any more for this reader is let go. */
export function keepLatest<T>(resource: Resource<T | undefined>): Signal<T | undefined> {
  return linkedSignal<{ value: T | undefined; gone: boolean }, T | undefined>({
    source: () => ({
      value: resource.hasValue() ? resource.value() : undefined,
      gone: resource.status() === 'error' && isGone(resource.error()),
    }),
    computation: ({ value, gone }, previous) => (gone ? undefined : (value ?? previous?.value)),
  });
}
