import { inParallel, type Concurrency } from '../../../../src/docspace/pool.ts';

/** A portal that exists only as a formula, in a time of its own. */
export interface VirtualPortal {
  /** Time on the network for each request, in milliseconds. */
  readonly network: number;
  /** How many requests a second it answers in all when so many are there at once. */
  readonly perSecond: (there: number) => number;
  /** How much work the nth request is; 1 by default. */
  readonly work?: (nth: number) => number;
}

interface Job {
  readonly begun: number;
  /** When it reaches the portal. */
  readonly arrives: number;
  left: number;
  readonly done: (milliseconds: number) => void;
}

/** How it went. */
export interface Run {
  /** Until the last answer, in milliseconds. */
  readonly milliseconds: number;
  /** How many requests ran at once, sampled whenever one ended. */
  readonly atOnce: readonly number[];
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Sends that many requests through `inParallel`; all requests that are there share what the portal can do evenly. */
export async function runVirtually(portal: VirtualPortal, requests: number, concurrency: Concurrency): Promise<Run> {
  const jobs = new Set<Job>();
  const atOnce: number[] = [];
  let now = 0;
  const numbers = Array.from({ length: requests }, (_, nth) => nth);
  const all = inParallel(numbers, concurrency, (nth) => {
    const { promise, resolve } = Promise.withResolvers<number>();
    jobs.add({ begun: now, arrives: now + portal.network, left: portal.work?.(nth) ?? 1, done: resolve });
    return promise.then((milliseconds) => ({ milliseconds, attempts: 1 }));
  });
  for (;;) {
    await settle();
    if (jobs.size === 0) break;
    const there = [...jobs].filter(({ arrives }) => arrives <= now);
    const speed = there.length === 0 ? 0 : portal.perSecond(there.length) / 1000 / there.length;
    const arrivals = [...jobs].filter(({ arrives }) => arrives > now).map(({ arrives }) => arrives - now);
    const ends = there.map(({ left }) => left / speed);
    const step = Math.min(...arrivals, ...ends);
    now += step;
    for (const job of there) job.left -= step * speed;
    for (const job of there) {
      if (job.left > 1e-9) continue;
      jobs.delete(job);
      atOnce.push(jobs.size + 1);
      job.done(now - job.begun);
    }
  }
  await all;
  return { milliseconds: now, atOnce };
}
