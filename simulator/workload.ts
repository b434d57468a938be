import type { Timers } from './timers.ts';

/** What makes the portal slow. */
export interface WorkloadOptions {
  /** At most so many requests are computed at once; the others wait their turn. Without effect on a crowded portal. */
  readonly workers?: number;
  /** How long a request with a key occupies a worker: the key's hash costs the real portal about 75 ms (section G2). */
  readonly cpuMs?: number;
  /** More at once makes everybody slower, as measured (section G2). */
  readonly crowding?: boolean;
}

/** A portal's capacity. */
export interface Workload {
  /** Waits until a request has been computed; call the result when it has been answered. */
  enter(withKey: boolean): Promise<() => void>;
}

/** Requests per second at so many in flight (section G2). */
const MEASURED = [
  [1, 12.5],
  [8, 12.5],
  [16, 6.7],
  [32, 5.8],
] as const;

/** How many requests per second a crowded portal answers in all, between the measured points on a line. */
export function throughput(inFlight: number): number {
  let [lowAt, lowRate]: readonly [number, number] = MEASURED[0];
  for (const [at, rate] of MEASURED) {
    if (inFlight <= at) {
      return at === lowAt ? rate : lowRate + ((rate - lowRate) * (inFlight - lowAt)) / (at - lowAt);
    }
    [lowAt, lowRate] = [at, rate];
  }
  return lowRate;
}

interface Job {
  /** What is left to do, in requests. */
  left: number;
  readonly done: () => void;
}

/** All in flight share the portal's throughput evenly. */
function createCrowd(timers: Timers): () => Promise<void> {
  const jobs = new Set<Job>();
  let since = performance.now();
  let cancel: (() => void) | null = null;
  const progress = (): void => {
    const now = performance.now();
    const share = jobs.size === 0 ? 0 : ((now - since) / 1000) * (throughput(jobs.size) / jobs.size);
    since = now;
    for (const job of jobs) job.left -= share;
  };
  const plan = (): void => {
    cancel?.();
    cancel = null;
    for (const job of [...jobs]) {
      if (job.left > 1e-6) continue;
      jobs.delete(job);
      job.done();
    }
    if (jobs.size === 0) return;
    const next = Math.min(...[...jobs].map((job) => job.left));
    const wait = (next * jobs.size * 1000) / throughput(jobs.size);
    cancel = timers.later(Math.ceil(wait), () => {
      progress();
      plan();
    });
  };
  return () =>
    new Promise((done) => {
      progress();
      jobs.add({ left: 1, done });
      plan();
      void timers.closed.then(done);
    });
}

function createQueue(workers: number): () => Promise<() => void> {
  let free = workers;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return async () => {
    if (free > 0) free -= 1;
    else {
      await new Promise<void>((turn) => {
        waiting.push(turn);
      });
    }
    return leave;
  };
}

/** A portal of limited capacity; without options one that computes in no time. */
export function createWorkload(options: WorkloadOptions, timers: Timers): Workload {
  const crowd = options.crowding === true ? createCrowd(timers) : null;
  // A queue would keep the crowd outside: what was measured is all who ask at once, on two cores.
  const queue = options.workers === undefined || crowd !== null ? null : createQueue(options.workers);
  const cpuMs = options.cpuMs ?? 0;
  return {
    async enter(withKey) {
      const leave = queue === null ? (): void => undefined : await queue();
      if (withKey && crowd !== null) await crowd();
      else if (withKey) await timers.sleep(cpuMs);
      return leave;
    },
  };
}
