import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `holds` gives something true, and gives that. Throws what it waited for, and what it saw last, when `ms` have passed. */
export async function until<T>(holds: () => T | Promise<T>, ms = 15_000): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await holds();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`After ${ms} ms still ${JSON.stringify(seen)}: ${String(holds)}`);
    await sleep(50);
  }
}
