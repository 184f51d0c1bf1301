import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer fits (is true, unless said), and gives it. Throws with what it asked for and the last answer when none has come in `ms`. */
export async function until<T>(
  ask: () => T | Promise<T>,
  fits: (answer: T) => boolean = Boolean,
  ms = 15_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer as NonNullable<T>;
    if (Date.now() > end) throw new Error(`After ${ms} ms still ${JSON.stringify(answer)}: ${String(ask)}`);
    await sleep(50);
  }
}
