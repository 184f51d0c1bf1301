import { effect, inject, untracked } from '@angular/core';
import { LiveUpdates } from './live-updates';

/** Asks again for the resources each time something changes in the area ('any' for all). Call where `inject` may be called. */
export function reloadOn(area: string, ...resources: readonly { reload(): boolean }[]): void {
  const changes = inject(LiveUpdates).changes(area);
  let seen = untracked(changes);
  effect(() => {
    if (changes() === seen) return;
    seen = changes();
    untracked(() => resources.forEach((resource) => resource.reload()));
  });
}
