import { backoff, retrying, retryLine, type Attempt, type RetryPolicy } from '../http/retry.ts';
import type { Sleep } from '../http/wait.ts';
import { quoted } from '../links/text.ts';
import { formatInstant, minute } from '../links/time.ts';
import { GitHubRefusal, GitHubUnavailable } from './port.ts';

/** An answer of GitHub's API, whatever its status. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  /** The body: of JSON its value, else text. Of a body that was cut off there is only a part, as text. */
  readonly data: unknown;
}

/** What repeating needs from outside. */
export interface RetryWhenLimited {
  /** Aborts when the whole step's time is up. */
  readonly signal: AbortSignal;
  readonly sleep: Sleep;
  /** A number from 0 to less than 1. */
  readonly random: () => number;
  readonly now: () => Date;
  /** Told before each wait. */
  readonly onWait: (line: string) => void;
}

/** One thing to ask of GitHub. */
export interface Question<T> {
  /** The rest of "GitHub refuses to …". */
  readonly what: string;
  /** Sends it, on a connection of its own if that is wanted (`anew`): the answer, or why there is none. */
  readonly send: (anew: boolean) => Promise<Reply | string>;
  /** Reads the answer; null if that is not what GitHub answers. */
  readonly read: (data: unknown) => { readonly value: T } | null;
  /** Twice is the same as once. Otherwise it is repeated only where it was certainly not carried out. */
  readonly repeatable: boolean;
}

const mostAttempts = 4;
/** Milliseconds. */
const backoffs = { first: 2000, longest: 8000 };
/** GitHub is not waited for longer than this at once; milliseconds. Its documentation asks for at least a minute. */
const longestWait = minute;

/**
 * Asks until GitHub answers, at most four times. Throws `GitHubRefusal` if it refuses, and `GitHubUnavailable` if it
 * does not answer, asks to wait for more than a minute, or the step's time is up.
 */
export function ask<T>(question: Question<T>, retryWhenLimited: RetryWhenLimited): Promise<T> {
  const { what, send } = question;
  const { signal, sleep, random, now, onWait } = retryWhenLimited;
  const policy: RetryPolicy = {
    request: what,
    signal,
    sleep,
    onRetry: (retry) => {
      onWait(retryLine(retry));
    },
    mostAttempts,
    waitAfter: (failures, asked) => asked ?? backoff(failures, backoffs, random),
    longestAsked: () => longestWait,
    endings: {
      lastAttempt: (failed) => failed,
      asksTooLong(failed, asked) {
        const until = formatInstant(new Date(now().getTime() + asked));
        return new GitHubUnavailable(`${failed.message} It asks to wait until ${until}, which is too long for a step.`);
      },
      timeUp: () => notAsked(what, stepTimeUp),
    },
  };
  return retrying(policy, async (_, anew) => {
    const reply = await send(anew);
    if (typeof reply !== 'string') return read(reply, question, now());
    return mayBeDone(question, null, notAsked(what, signal.aborted ? stepTimeUp : reply));
  });
}

const stepTimeUp = "the step's time (`timeout`) was up";

function notAsked(what: string, why: string): GitHubUnavailable {
  return new GitHubUnavailable(`GitHub could not be asked to ${what}: ${why}.`);
}

function read<T>(reply: Reply, question: Question<T>, now: Date): Attempt<T> {
  const { what, read } = question;
  const { status, headers, data } = reply;
  if (status < 300) {
    const answer = read(data);
    if (answer !== null) return answer;
    const why = `What came back when GitHub was asked to ${what} is not its answer.`;
    return mayBeDone(question, status, new GitHubUnavailable(why));
  }
  const reason = messageOf(data);
  const failed = new GitHubUnavailable(`GitHub answered ${status} when asked to ${what}: ${quoted(reason)}.`);
  if (isRateLimited(reply)) return { setback: { failed, status, asked: askedWait(headers, now) } };
  if (status === 421 || status === 425) return { setback: { failed, status, asked: null } };
  // What answers 408 may have lost the answer of GitHub, too.
  if (status === 408 || status >= 500) return mayBeDone(question, status, failed);
  throw new GitHubRefusal(status, `GitHub refuses to ${what} (${status}): ${quoted(reason)}.`, reason);
}

/** An attempt that may have been carried out: repeated only where twice is the same as once, else it throws the failure. */
function mayBeDone(
  { repeatable }: Question<unknown>,
  status: number | null,
  failed: GitHubUnavailable,
): Attempt<never> {
  if (!repeatable) throw failed;
  return { setback: { failed, status, asked: null } };
}

/**
 * Whether the limiter answered: by 429, or by 403 with one of its marks. The secondary limit shows in the message only,
 * which GitHub writes in English everywhere.
 */
function isRateLimited({ status, headers, data }: Reply): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining']?.toString() === '0' ||
    /rate limit|abuse detection|too quickly/iu.test(messageOf(data))
  );
}

/** As GitHub's documentation asks: `Retry-After`, else the reset if nothing remains, else a minute. */
function askedWait(headers: Reply['headers'], now: Date): number {
  const seconds = (name: string): number | null => {
    const text = headers[name]?.toString() ?? '';
    return /^\d{1,11}$/u.test(text) ? Number(text) : null;
  };
  const after = seconds('retry-after');
  if (after !== null) return after * 1000;
  const reset = headers['x-ratelimit-remaining']?.toString() === '0' ? seconds('x-ratelimit-reset') : null;
  return reset === null ? longestWait : Math.max(0, reset * 1000 - now.getTime());
}

function messageOf(data: unknown): string {
  if (typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string') {
    const { errors } = data as { readonly errors?: unknown };
    const more = Array.isArray(errors) ? errors.flatMap(reasonOf) : [];
    return [data.message, ...more].join(': ');
  }
  return typeof data === 'string' ? data : '';
}

/** What one of the `errors` says: a text, or an object with one. */
function reasonOf(error: unknown): readonly string[] {
  if (typeof error === 'string') return [error];
  const { message } = (typeof error === 'object' && error !== null ? error : {}) as { readonly message?: unknown };
  return typeof message === 'string' ? [message] : [];
}
