import { type Signal, effect, signal } from '@angular/core';

/**
 * How many parts of a page are drawn: the first at once and each of the others in a turn of its own once `ready` holds,
 * so that a slow phone answers a touch between them. From 1 to `parts`. Call it where injection is allowed.
 */
export function inTurns(parts: number, ready: () => boolean = () => true): Signal<number> {
  const drawn = signal(1);
  effect(() => {
    if (ready() && drawn() < parts) setTimeout(() => drawn.update((so) => so + 1));
  });
  return drawn;
}
