/** Some at a time, in order: as many as the API's own connections can serve. Gives what each came to. */
export async function sideBySide<T, R>(items: readonly T[], work: (item: T, at: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as T, at);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return results;
}
