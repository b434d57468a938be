import { backoff, limited, misplaced, type RetryPolicy } from '../http/retry.ts';
import type { Sleep } from '../http/wait.ts';
import { failure, type Failure, type ProblemCode } from '../links/problem.ts';
import { formatInstant } from '../links/time.ts';
import { stepTimeout, type Answer } from './exchange.ts';

/** How often a request is sent at most. */
export const mostAttempts = 5;

/** Milliseconds. */
const backoffs = { first: 500, longest: 8000 };

/** What retries need from outside. */
export interface Surroundings extends Pick<RetryPolicy, 'request' | 'onRetry' | 'beforeRepeat'> {
  /** Aborts when the whole step's time is up. */
  readonly signal: AbortSignal;
  readonly sleep: Sleep;
  /** A number from 0 to less than 1. */
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How much of the step's time is left, in milliseconds. */
  readonly timeLeft: () => number;
  /** For a portal that takes no more requests. */
  readonly retryWhenLimited: NonNullable<RetryPolicy['retryWhenLimited']>;
}

/**
 * How requests to a portal are repeated. The limiter's refusals are waited for as long as the step has time, other
 * failures are tried again four times. In the end it throws what the last attempt failed with; `timeout` when the step's
 * time is up in a wait; and without a wait if the portal asks for more time than the step has.
 */
export function portalRetries({ random, now, timeLeft, ...surroundings }: Surroundings): RetryPolicy {
  const { request } = surroundings;
  return {
    ...surroundings,
    mostAttempts,
    waitAfter: (failures, asked) => waitAfter(failures, asked, random),
    longestAsked: timeLeft,
    endings: {
      lastAttempt: (failed) => saying(failed, `That was attempt ${mostAttempts} of ${mostAttempts}.`),
      asksTooLong(failed, asked) {
        const until = formatInstant(new Date(now() + asked));
        return saying(failed, `It asks to wait until ${until}, which is later than \`timeout\` allows.`);
      },
      timeUp: (failed) => stepTimeout(request, failed.message),
    },
  };
}

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
  return asked !== null && asked > 0 ? asked : backoff(attempt, backoffs, random);
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

/** The failure with one more sentence. */
function saying(failed: Failure, sentence: string): Failure {
  const [first] = failed.problems;
  return first === undefined ? failed : failure(first.code, `${failed.message} ${sentence}`, first.hint);
}
