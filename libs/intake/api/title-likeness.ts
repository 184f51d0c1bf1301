// Which title is nearly the same as another: the measure of PostgreSQL's pg_trgm, reckoned here so that two thousand rows against as many actions take a moment. Pure.

/** The threes of letters of each word, with room before and after. */
function trigramsOf(title: string): Set<string> {
  const found = new Set<string>();
  for (const word of title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  }
  return found;
}

/** A way to find, of the given, the one that fits whose title is most like; none below `least` (0–1). Of two as like, the one given first. */
export function mostLike<T extends { title: string }>(
  given: readonly T[],
  least: number,
): (title: string, fits: (one: T) => boolean) => T | undefined {
  const sizes = given.map(({ title }) => trigramsOf(title));
  const holders = new Map<string, number[]>();
  sizes.forEach((trigrams, at) =>
    trigrams.forEach((trigram) => {
      const there = holders.get(trigram);
      if (there) there.push(at);
      else holders.set(trigram, [at]);
    }),
  );
  return (title, fits) => {
    const asked = trigramsOf(title);
    const shared = new Uint16Array(given.length);
    for (const trigram of asked) for (const at of holders.get(trigram) ?? []) shared[at] = (shared[at] ?? 0) + 1;
    let best: T | undefined;
    let most = 0;
    given.forEach((one, at) => {
      const common = shared[at] ?? 0;
      const likeness = common === 0 ? 0 : common / (asked.size + (sizes[at]?.size ?? 0) - common);
      if (likeness < least || likeness <= most || !fits(one)) return;
      [best, most] = [one, likeness];
    });
    return best;
  };
}
