import { firstLimit, type Limit, nextLimit, roundSize } from './pool-size.ts';
import type { Effort } from './port.ts';

/** How many requests at once: a fixed number, or what serves the portal best. */
export type Concurrency = 'auto' | number;

/** What a piece of work says of the portal: the effort of its request, `trouble` if it failed, null without a request. */
export type Feedback = Effort | 'trouble' | null;

interface Measured {
  readonly milliseconds: number[];
  troubled: boolean;
}

/**
 * Does the work on each item, several at once, begun in the order of the items. Work that throws ends it: nothing new
 * is begun, what runs is waited for, and the first error is thrown.
 */
export function inParallel<T>(
  items: Iterable<T>,
  concurrency: Concurrency,
  work: (item: T) => Promise<Feedback>,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  const auto = concurrency === 'auto';
  let limit: Limit = auto ? firstLimit : { ...firstLimit, atOnce: concurrency };
  let measured: Measured = { milliseconds: [], troubled: false };

  /** Counts work that began under the present limit; what began earlier says nothing about it. */
  const feel = (feedback: Feedback, into: Measured): void => {
    if (!auto || feedback === null || into !== measured) return;
    if (feedback === 'trouble' || feedback.attempts > 1) measured.troubled = true;
    else measured.milliseconds.push(feedback.milliseconds);
    if (!measured.troubled && measured.milliseconds.length < roundSize(limit)) return;
    limit = nextLimit(limit, { milliseconds: median(measured.milliseconds), troubled: measured.troubled });
    measured = { milliseconds: [], troubled: false };
  };

  return new Promise((resolve, reject) => {
    let running = 0;
    let over = false;
    let error: Error | null = null;
    const begin = async (item: T): Promise<void> => {
      const into = measured;
      try {
        feel(await work(item), into);
      } catch (reason) {
        over = true;
        error ??= reason as Error;
      }
      running -= 1;
      fill();
    };
    const fill = (): void => {
      while (!over && running < limit.atOnce) {
        const next = iterator.next();
        if (next.done === true) {
          over = true;
          break;
        }
        running += 1;
        void begin(next.value);
      }
      if (!over || running > 0) return;
      if (error === null) resolve();
      else reject(error);
    };
    fill();
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}

/** Rooms that are written at once. Within a room, one write at a time. */
export const roomsAtOnce = 4;

/**
 * Does the work for all items, at most so many at once; the results in the order of the items. When one throws, no
 * further item is begun, and it throws that.
 */
export async function mapConcurrent<T, R>(
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
