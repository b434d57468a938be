import { inParallel } from '../docspace/parallel.ts';

/** Rooms that are written at once. Within a room, one write at a time. */
export const roomsAtOnce = 4;

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
  await inParallel(items.entries(), limit, async ([index, item]) => {
    results[index] = await work(item);
    return null;
  });
  return results;
}
