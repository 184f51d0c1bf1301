import { type Resource, type Signal, linkedSignal } from '@angular/core';

/** The resource's latest value, also while the next one is on its way, so that a list does not blink. */
export function keepLatest<T>(resource: Resource<T | undefined>): Signal<T | undefined> {
  return linkedSignal<T | undefined, T | undefined>({
    source: () => (resource.hasValue() ? resource.value() : undefined),
    computation: (value, previous) => value ?? previous?.value,
  });
}
