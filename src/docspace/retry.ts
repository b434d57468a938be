import { spokenInstant } from '../links/fields.ts';
import { failure, type Failure, type ProblemCode } from '../links/problem.ts';
import { stepTimeout, type Answer } from './exchange.ts';

/** How often a request is sent at most. */
export const mostAttempts = 5;

const baseWait = 500;
const longestBackoff = 8000;
/** A portal that wants us to wait longer is not waited for; milliseconds. */
const longestWait = 60_000;

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
}

/** How an attempt ended: with a result, or in a way that another attempt may mend. */
export type Attempt<T> =
  | { readonly done: T; readonly failed?: never }
  | { readonly done?: never; readonly failed: Failure; readonly answer: Answer | null };

/** Whether a request that got this answer may be repeated: it was not carried out, or its outcome is not known. */
export function isTransient(answer: Answer): boolean {
  return [429, 502, 503, 504].includes(answer.status);
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
 * Attempts until one succeeds, at most five times. Throws what the last attempt failed with; `timeout` when the step's
 * time is up in a wait; and without a wait if the portal asks for more than a minute.
 */
export async function retrying<T>(policy: RetryPolicy, attempt: (number: number) => Promise<Attempt<T>>): Promise<T> {
  for (let number = 1; ; number += 1) {
    const outcome = await attempt(number);
    if (outcome.failed === undefined) return outcome.done;
    const why = outcome.failed.message;
    if (isUp(policy.signal)) throw outcome.failed;
    if (number >= mostAttempts) throw again(outcome.failed, `${why} That was attempt ${number} of ${mostAttempts}.`);
    const asked = outcome.answer === null ? null : askedWait(outcome.answer.headers, policy.now());
    if (asked !== null && asked > longestWait) {
      const until = spokenInstant(new Date(policy.now() + asked));
      throw again(outcome.failed, `${why} It asks to wait until ${until}, which is too long for a step.`);
    }
    const waitMs = waitAfter(number, asked, policy.random);
    policy.onRetry({ request: policy.request, attempt: number, of: mostAttempts, waitMs, why });
    await policy.sleep(waitMs, policy.signal);
    if (isUp(policy.signal)) throw stepTimeout(policy.request, why);
  }
}

function again(failed: Failure, message: string): Failure {
  const [first] = failed.problems;
  return first === undefined ? failed : failure(first.code, message, first.hint);
}

/** A function, as the compiler takes a property that it has seen for constant. */
function isUp(signal: AbortSignal): boolean {
  return signal.aborted;
}
