import type { RetryWhenLimited } from '../http/retry.ts';
import type { Sleep } from '../http/wait.ts';
import { failure } from '../links/problem.ts';
import { formatInstant, minute } from '../links/time.ts';

/**
 * The portal takes 1500 requests in any minute from all keys of a user together (portal.md §5.3). A tenth is left to
 * the others.
 */
export const requestsPerMinute = 1350;

const longWait = 5000;

/** What pacing needs from outside. */
export interface PacingOptions {
  /** At most so many requests in any sliding minute; Infinity: as many as come. */
  readonly perMinute: number;
  /** At most so many requests under way; by default as many as come. */
  readonly atOnce?: number;
  /** Aborts when the whole step's time is up. */
  readonly signal: AbortSignal;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Told before a wait that somebody who watches would wonder about: five seconds or more. */
  readonly onWait: (milliseconds: number) => void;
}

/** Lets requests out one after the other, never more than allowed, in a minute and at once. */
export interface Pacing {
  /**
   * Waits until another request may be sent, in the order of the calls; at once when the signal aborts. The result is
   * to be called when the request has ended, however it ended.
   */
  enter(): Promise<() => void>;
}

/**
 * Counts a request from when it is sent until a minute after it ended. The portal saw it somewhere in between, so that
 * no minute of the portal's own clock can hold more, however long requests are on their way.
 */
export function createPacing({ perMinute, atOnce = Infinity, signal, now, sleep, onWait }: PacingOptions): Pacing {
  /** When the requests that still count have ended, oldest first. */
  const ended: number[] = [];
  let underWay = 0;
  let left: () => void = () => undefined;
  let queue = Promise.resolve();

  const leave = (): void => {
    underWay -= 1;
    ended.push(now());
    left();
  };

  async function turn(): Promise<void> {
    for (;;) {
      const start = now() - minute;
      while (ended[0] !== undefined && ended[0] <= start) ended.shift();
      const isFull = underWay >= atOnce;
      if (signal.aborted || (!isFull && underWay + ended.length < perMinute)) break;
      const [oldest] = ended;
      if (isFull || oldest === undefined) {
        // As many as may be are under way. They end in any case: each by its own time, and all when the signal aborts.
        await new Promise<void>((resolve) => (left = resolve));
      } else {
        if (oldest - start >= longWait) onWait(oldest - start);
        await sleep(oldest - start, signal);
      }
    }
    underWay += 1;
  }

  return {
    async enter() {
      const mine = queue.then(turn);
      queue = mine;
      await mine;
      return leave;
    },
  };
}

/** What patience needs from outside. */
export interface RetryWhenLimitedOptions {
  /** How much of the step's time is left, in milliseconds. */
  readonly timeLeft: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A number from 0 to less than 1. */
  readonly random: () => number;
  /** Resolves after so many milliseconds, or at once when the step's time is up. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Called before the first wait, and not again, with the reason: a sentence. */
  readonly onWait: (why: string) => void;
}

const firstRest = 1000;
/** The limiter counts the requests of the last minute, so that one more is taken within a minute (portal.md H1). */
const longestRest = 15_000;

/**
 * The limiter of a portal counts all keys of a user together (portal.md §5.3), so it may refuse though this step keeps
 * to its part. Usually it does not say for how long: the rests get longer, from about a second up to 15.
 */
export function createRetryWhenLimited({
  timeLeft,
  now,
  random,
  sleep,
  onWait,
}: RetryWhenLimitedOptions): RetryWhenLimited {
  let rests = 0;
  let resting: Promise<void> | null = null;
  let isSaid = false;

  function rest(milliseconds: number): Promise<void> {
    return sleep(milliseconds).then(() => {
      rests += 1;
      resting = null;
    });
  }

  return {
    async wait() {
      while (resting !== null) await resting;
    },

    async refused(failed, asked) {
      const waits = asked !== null && asked > 0;
      const drawn = Math.round(Math.min(longestRest, firstRest * 2 ** rests) * (0.5 + random() / 2));
      const milliseconds = waits ? asked : drawn;
      const until = waits ? ` It asks to wait until ${formatInstant(new Date(now() + asked))}` : '';
      if (resting === null && milliseconds > timeLeft()) {
        const [first] = failed.problems;
        const end = waits
          ? `${until}, which is later than \`timeout\` allows.`
          : ' `timeout` leaves no more time to wait.';
        throw failure(first?.code ?? 'rate-limited', `${failed.message}${end}`, first?.hint);
      }
      if (!isSaid) onWait(`${failed.message}${until === '' ? '' : `${until}.`}`);
      isSaid = true;
      resting ??= rest(milliseconds);
      await resting;
    },

    served() {
      rests = 0;
    },
  };
}
