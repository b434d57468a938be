import { spokenInstant } from '../links/settings.ts';
import { quoted } from '../links/quoted.ts';
import { GitHubRefusal, GitHubUnavailable } from './port.ts';

/** An answer of GitHub's API, whatever its status. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  /** The body: of JSON its value, else text. Of a body that was cut off there is only a part, as text. */
  readonly data: unknown;
}

/** What repeating needs from outside. */
export interface Patience {
  /** Aborts when the whole step's time is up. */
  readonly signal: AbortSignal;
  /** Resolves after so many milliseconds, or at once when the signal aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
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
  /** Sends it: the answer, or why there is none. */
  readonly send: () => Promise<Reply | string>;
  /** Reads the answer; null if that is not what GitHub answers. */
  readonly read: (data: unknown) => { readonly value: T } | null;
  /** Twice is the same as once. Otherwise it is repeated only where it was certainly not carried out. */
  readonly repeatable: boolean;
}

const mostAttempts = 4;
/** Milliseconds; doubles with each attempt. */
const baseWait = 1000;
/** GitHub is not waited for longer than this at once; milliseconds. Its documentation asks for at least a minute. */
const longestWait = 60_000;

/** An attempt that may be made again. */
interface Setback {
  readonly why: string;
  /** The request was certainly not carried out. */
  readonly untouched: boolean;
  /** How long GitHub asks to wait; null if it does not say. */
  readonly asked: number | null;
}

/**
 * Asks until GitHub answers, at most four times. Throws `GitHubRefusal` if it refuses, and `GitHubUnavailable` if it
 * does not answer, asks to wait for more than a minute, or the step's time is up.
 */
export async function ask<T>(question: Question<T>, patience: Patience): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await oneAttempt(question, patience);
    if ('value' in outcome) return outcome.value;
    const { why, untouched, asked } = outcome;
    const last = attempt === mostAttempts || isUp(patience.signal) || !(untouched || question.repeatable);
    if (last) throw new GitHubUnavailable(why);
    if (asked !== null && asked > longestWait) {
      const until = spokenInstant(new Date(patience.now().getTime() + asked));
      throw new GitHubUnavailable(`${why} It asks to wait until ${until}, which is too long for a step.`);
    }
    const wait = asked ?? Math.round(patience.random() * baseWait * 2 ** attempt);
    patience.onWait(`${why} Attempt ${attempt} of ${mostAttempts}; again in ${(wait / 1000).toFixed(1)} s`);
    await patience.sleep(wait, patience.signal);
  }
}

async function oneAttempt<T>(
  { what, send, read }: Question<T>,
  { signal, now }: Patience,
): Promise<{ readonly value: T } | Setback> {
  const reply = await send();
  if (typeof reply === 'string') {
    const why = isUp(signal) ? "the step's time (`timeout`) was up" : reply;
    return { why: `GitHub could not be asked to ${what}: ${why}.`, untouched: false, asked: null };
  }
  const { status } = reply;
  if (status < 300) {
    const answer = read(reply.data);
    if (answer !== null) return answer;
    return { why: `What came back when GitHub was asked to ${what} is not its answer.`, untouched: false, asked: null };
  }
  const why = `GitHub answered ${status} when asked to ${what}: ${quoted(messageOf(reply.data))}.`;
  if (isRateLimited(reply)) return { why, untouched: true, asked: askedWait(reply.headers, now()) };
  if (status === 421 || status === 425) return { why, untouched: true, asked: null };
  // What answers 408 may have lost the answer of GitHub, too.
  if (status === 408 || status >= 500) return { why, untouched: false, asked: null };
  const reason = messageOf(reply.data);
  throw new GitHubRefusal(status, `GitHub refuses to ${what} (${status}): ${quoted(reason)}.`, reason);
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

/** A function, as the compiler takes a property that it has seen for constant. */
function isUp(signal: AbortSignal): boolean {
  return signal.aborted;
}
