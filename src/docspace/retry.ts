import { spokenInstant } from '../links/settings.ts';
import { failure, type Failure, type ProblemCode } from '../links/problem.ts';
import type { BeforeRepeat, FailedAttempt } from './port.ts';
import { stepTimeout, type Answer } from './exchange.ts';
import type { Patience } from './rate-limit.ts';

/** How often a request is sent at most. */
export const mostAttempts = 5;

const baseWait = 500;
const longestBackoff = 8000;

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

/** What retries need from outside. */
export interface RetryPolicy {
  /** The request, without secrets. */
  readonly request: string;
  /** Aborts when the whole step's time is up. */
  readonly signal: AbortSignal;
  readonly onRetry: (retry: Retry) => void;
  /** A number from 0 to less than 1. */
  readonly random: () => number;
  /** Resolves after so many milliseconds, or at once when the signal aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How much of the step's time is left, in milliseconds. */
  readonly timeLeft: () => number;
  /** For a portal that takes no more requests. */
  readonly patience: Patience;
  /** Called before each attempt but the first, after the wait; what it throws ends them. */
  readonly beforeRepeat?: BeforeRepeat;
}

/** How an attempt ended: with a result, or in a way that another attempt may repair. */
export type Attempt<T> =
  | { readonly done: T; readonly failed?: never }
  | { readonly done?: never; readonly failed: Failure; readonly answer: Answer | null };

/** The limiter's status: the request was not carried out, and will be when a minute has passed at most. */
const limited = 429;
/** What servers answer that want the request again, on another connection. */
const misplaced: readonly number[] = [408, 421, 425];

/** Whether a request that got this answer may be repeated: it was not carried out, or its outcome is not known. */
export function isTransient({ status }: Answer): boolean {
  return status === limited || misplaced.includes(status) || [502, 503, 504].includes(status);
}

const transientCodes: readonly ProblemCode[] = ['unreachable', 'timeout', 'cut-answer'];

/** ... and for one that got no answer. */
export function isTransientFailure(failed: Failure): boolean {
  return failed.problems.every(({ code }) => transientCodes.includes(code));
}

/**
 * How long to wait before the next attempt, in milliseconds: as long as the portal says, else a random part of a time
 * that doubles with each attempt, from half a second up to 8 seconds.
 */
export function waitAfter(attempt: number, asked: number | null, random: () => number): number {
  if (asked !== null && asked > 0) return asked;
  return Math.round(random() * Math.min(longestBackoff, baseWait * 2 ** (attempt - 1)));
}

/**
 * How long the portal asks to wait, in milliseconds: `Retry-After` in seconds or as an HTTP date, and only without it
 * `X-RateLimit-Reset`, a Unix time in seconds (portal.md §5.3). Null if it does not say, or nothing readable.
 */
export function askedWait(headers: Answer['headers'], now: number): number | null {
  const after = headers['retry-after']?.trim();
  if (after !== undefined) {
    if (/^\d{1,9}$/u.test(after)) return Number(after) * 1000;
    const date = /\b(?:GMT|UTC)$/u.test(after) ? Date.parse(after) : NaN;
    return Number.isNaN(date) ? null : Math.max(0, date - now);
  }
  const reset = headers['x-ratelimit-reset']?.trim() ?? '';
  return /^\d{9,11}$/u.test(reset) ? Math.max(0, Number(reset) * 1000 - now) : null;
}

/**
 * Attempts until one succeeds. The limiter's refusals are waited for as long as the step has time, other failures are
 * tried again four times. Throws what the last attempt failed with; `timeout` when the step's time is up in a wait; and
 * without a wait if the portal asks for more time than the step has. `attempt` is called with its number, from 1, and whether
 * it needs a connection of its own. What `beforeRepeat` throws is thrown as it is.
 */
export async function retrying<T>(
  policy: RetryPolicy,
  attempt: (number: number, anew: boolean) => Promise<Attempt<T>>,
): Promise<T> {
  const { patience, signal } = policy;
  let anew = false;
  let failures = 0;
  let last: FailedAttempt | null = null;
  for (let number = 1; ; number += 1) {
    await patience.wait();
    if (last !== null) await policy.beforeRepeat?.(last);
    const outcome = await attempt(number, anew);
    if (outcome.failed === undefined) {
      patience.served();
      return outcome.done;
    }
    const { failed, answer } = outcome;
    if (isUp(signal)) throw failed;
    const asked = answer === null ? null : askedWait(answer.headers, policy.now());
    if (answer?.status === limited) {
      await patience.refused(failed, asked);
    } else {
      failures += 1;
      await pause(policy, failures, failed, asked);
    }
    if (isUp(signal)) throw stepTimeout(policy.request, failed.message);
    last = { status: answer?.status ?? null };
    anew = answer !== null && misplaced.includes(answer.status);
  }
}

/** Waits after the nth failure; throws it if it was the last one. */
async function pause(policy: RetryPolicy, attempt: number, failed: Failure, asked: number | null): Promise<void> {
  const why = failed.message;
  if (attempt >= mostAttempts) throw again(failed, `${why} That was attempt ${mostAttempts} of ${mostAttempts}.`);
  if (asked !== null && asked > policy.timeLeft()) {
    const until = spokenInstant(new Date(policy.now() + asked));
    throw again(failed, `${why} It asks to wait until ${until}, which is later than \`timeout\` allows.`);
  }
  const waitMs = waitAfter(attempt, asked, policy.random);
  policy.onRetry({ request: policy.request, attempt, of: mostAttempts, waitMs, why });
  await policy.sleep(waitMs, policy.signal);
}

function again(failed: Failure, message: string): Failure {
  const [first] = failed.problems;
  return first === undefined ? failed : failure(first.code, message, first.hint);
}

/** A function, as the compiler takes a property that it has seen for constant. */
function isUp(signal: AbortSignal): boolean {
  return signal.aborted;
}
