import type { Failure } from '../links/problem.ts';
import type { Sleep } from './wait.ts';

/** An attempt that failed in a way that another one may repair. */
export interface Setback {
  /** What is thrown where no other attempt is made. */
  readonly failed: Failure;
  /** The HTTP status that came; null: no answer, or none that is whole, so that the request may have been carried out. */
  readonly status: number | null;
  /** How long the server asks to wait, in milliseconds; null if it does not say. */
  readonly asked: number | null;
}

/** How an attempt ended. */
export type Attempt<T> =
  { readonly value: T; readonly setback?: never } | { readonly value?: never; readonly setback: Setback };

/** Told before each wait. */
export interface Retry {
  /** The request, without secrets. */
  readonly request: string;
  /** The attempt that failed, from 1. */
  readonly attempt: number;
  readonly of: number;
  readonly waitMs: number;
  /** What went wrong: a sentence. */
  readonly why: string;
}

/** Waits out a limiter, for all requests of a step together. */
export interface RetryWhenLimited {
  /** Resolves when nobody is waiting any more: what is sent before that would only be refused too. */
  wait(): Promise<void>;
  /**
   * Waits after a refusal; all that are refused at the same time wait together. `asked`: how long the server asks to
   * wait, in milliseconds, or null. Throws the failure at once, with the reason, where the step has not so much time.
   */
  refused(failed: Failure, asked: number | null): Promise<void>;
  /** A request was not refused. */
  served(): void;
}

/** How often and how long a request is tried again, and what that needs from outside. */
export interface RetryPolicy {
  /** The request, without secrets. */
  readonly request: string;
  /** Aborts when the whole step's time is up. */
  readonly signal: AbortSignal;
  readonly sleep: Sleep;
  readonly onRetry: (retry: Retry) => void;
  /** How often the request is sent at most; what `patience` waits for does not count. */
  readonly mostAttempts: number;
  /** How long to wait after the nth failure, in milliseconds; `asked` as in `Setback`. */
  readonly waitAfter: (failures: number, asked: number | null) => number;
  /** A server that asks for a longer wait is given up at once; milliseconds. */
  readonly longestAsked: () => number;
  /** For a limiter that is waited for as long as the step has time; without it 429 is a failure like others. */
  readonly retryWhenLimited?: RetryWhenLimited | undefined;
  /** Called before each attempt but the first, after the wait; what it throws ends them, and is thrown as it is. */
  readonly beforeRepeat?: ((failed: Pick<Setback, 'status'>) => Promise<void>) | undefined;
  /** What is thrown in the end. */
  readonly endings: {
    readonly lastAttempt: (failed: Failure) => Failure;
    readonly asksTooLong: (failed: Failure, asked: number) => Failure;
    /** The step's time was up in a wait. */
    readonly timeUp: (failed: Failure) => Failure;
  };
}

/** The limiter's status: the request was not carried out. */
export const limited = 429;

/** What servers answer that want the request again, on another connection. */
export const misplaced: readonly number[] = [408, 421, 425];

/**
 * A random part of a time that doubles with each failure, from `first` up to `longest`; all in milliseconds. `random` is
 * from 0 to less than 1.
 */
export function backoff(
  failures: number,
  { first, longest }: { readonly first: number; readonly longest: number },
  random: () => number,
): number {
  return Math.round(random() * Math.min(longest, first * 2 ** (failures - 1)));
}

/** The line of log for a retry. */
export function retryLine({ why, attempt, of, waitMs }: Retry): string {
  return `${why} Attempt ${attempt} of ${of}; again in ${(waitMs / 1000).toFixed(1)} s`;
}

/**
 * Attempts until one succeeds, with waits in between. Throws what `attempt` throws, and what the policy makes of the
 * last setback; while the step's time runs out in an attempt, the failure itself. `attempt` is called with its number,
 * from 1, and whether it needs a connection of its own.
 */
export async function retrying<T>(
  policy: RetryPolicy,
  attempt: (number: number, anew: boolean) => Promise<Attempt<T>>,
): Promise<T> {
  const { retryWhenLimited, signal, endings } = policy;
  let failures = 0;
  let last: Setback | null = null;
  for (let number = 1; ; number += 1) {
    await retryWhenLimited?.wait();
    if (last !== null) await policy.beforeRepeat?.({ status: last.status });
    const { setback, value } = await attempt(number, misplaced.includes(last?.status ?? 0));
    if (setback === undefined) {
      retryWhenLimited?.served();
      return value;
    }
    if (isUp(signal)) throw setback.failed;
    if (retryWhenLimited !== undefined && setback.status === limited) {
      await retryWhenLimited.refused(setback.failed, setback.asked);
    } else {
      failures += 1;
      await pause(policy, failures, setback);
    }
    if (isUp(signal)) throw endings.timeUp(setback.failed);
    last = setback;
  }
}

/** Waits after the nth failure; throws if no other attempt follows. */
async function pause(policy: RetryPolicy, failures: number, { failed, asked }: Setback): Promise<void> {
  const { mostAttempts, endings } = policy;
  if (failures >= mostAttempts) throw endings.lastAttempt(failed);
  if (asked !== null && asked > policy.longestAsked()) throw endings.asksTooLong(failed, asked);
  const waitMs = policy.waitAfter(failures, asked);
  policy.onRetry({ request: policy.request, attempt: failures, of: mostAttempts, waitMs, why: failed.message });
  await policy.sleep(waitMs, policy.signal);
}

/** A function, as the compiler takes a property that it has seen for constant. */
function isUp(signal: AbortSignal): boolean {
  return signal.aborted;
}
