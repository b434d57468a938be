/**
 * Does the work for all items, at most so many at once; the results in the order of the items. When one throws, no
 * further item is begun, and it throws that.
 */
export async function atMost<T, R>(
  limit: number,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const rest = items.entries();
  let stopped = false;
  const worker = async (): Promise<void> => {
    for (const [index, item] of rest) {
      if (stopped) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        stopped = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}
