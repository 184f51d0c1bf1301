/** One after the other, in their order: however many there are, one connection is asked at a time, and the others are left for others' requests. */
export async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
