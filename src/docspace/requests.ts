import type { Proxies } from '../http/proxy.ts';
import { type Attempt, type Retry, retrying } from '../http/retry.ts';
import { sleep, type Sleep } from '../http/wait.ts';
import { attempt } from '../links/result.ts';
import type { Secret } from '../links/secret.ts';
import { decodeEnvelope } from './decode.ts';
import { type Asked, failureOf } from './errors.ts';
import { type Answer, createExchange, type Exchange } from './exchange.ts';
import type { BeforeRepeat, Effort } from './port.ts';
import { type ClockOffset, createPortalClock } from './portal-clock.ts';
import { createPacing, createRetryWhenLimited, requestsPerMinute } from './rate-limit.ts';
import { askedWait, isTransient, isTransientFailure, portalRetries } from './retry.ts';

/** What requests to a portal need. */
export interface RequestOptions {
  /** Origin of the portal: `https://your-portal.onlyoffice.com`. */
  readonly portal: string;
  readonly apiKey: Secret;
  /** For one request, from connect to the last byte of the answer; milliseconds. */
  readonly requestTimeout: number;
  /** Aborts when the whole step's time is up. */
  readonly signal: AbortSignal;
  readonly userAgent: string;
  readonly onRetry: (retry: Retry) => void;
  /** One line for each request: what was asked, the status, the time. Without bodies and secrets. */
  readonly debug?: (line: string) => void;
  readonly random?: () => number;
  readonly sleep?: Sleep;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** At most so many requests in any minute; by default what leaves others their part. Infinity: no limit. */
  readonly perMinute?: number;
  /** At most so many requests under way, whatever they are for; by default as many as come. */
  readonly atOnce?: number;
  /** Told before a wait of some seconds that keeps to that; milliseconds. */
  readonly onPause?: (milliseconds: number) => void;
  /** How much of the step's time is left, in milliseconds; by default there is no end but the signal. */
  readonly timeLeft?: () => number;
  /** Called once, when the portal takes no more requests and the step waits for it, with the reason: a sentence. */
  readonly onLimited?: (why: string) => void;
  /** Which proxy leads to the portal; by default none. */
  readonly proxies?: Proxies;
  /** What carries requests to the portal; by default HTTP, over connections of its own. */
  readonly transport?: Exchange;
}

/** A request in the making. */
export interface Call {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Path and query. */
  readonly path: string;
  /** What logs and errors show in place of the path, where that is a secret. */
  readonly shown?: string;
  /** False: as an anonymous visitor, without credentials. */
  readonly asOwner: boolean;
  readonly scope?: Asked['scope'];
  readonly roomId?: string;
  readonly readsRoom?: boolean;
  /** Makes the body anew for each attempt; may throw instead. */
  readonly body?: () => unknown;
  readonly beforeRepeat?: BeforeRepeat | undefined;
}

/** An answer, and what it took to get it. */
export type Served = Answer & { readonly asked: Asked; readonly effort: Effort };

/** What a success says. */
export interface Success {
  readonly response: unknown;
  readonly answer: Served;
  /** The request, without secrets. */
  readonly name: string;
}

/** Asks a portal. */
export interface Requests {
  /** One request with its retries; any answer that is not worth another attempt. */
  readonly send: (call: Call) => Promise<Served>;
  /** The `response` of a success; throws what another answer means. */
  readonly ask: (call: Call) => Promise<Success>;
  /** Milliseconds since 1970, by this machine's clock. */
  readonly now: () => number;
  /** How far the portal's clock is ahead of it, as far as answers have shown. */
  readonly clock: () => ClockOffset | null;
  /** Closes idle connections, so that the process can end. */
  readonly close: () => void;
}

const ignore = (): void => undefined;

/**
 * Sends requests to a portal, at a pace that leaves others their part. They carry the key to the portal's own origin
 * only, follow no redirect, and are repeated after 408, 421, 425, 429, 502, 503, 504 and errors of the network: reads, and
 * writes that name the id of their link, are safe to repeat.
 */
export function createRequests(options: RequestOptions): Requests {
  const { signal, debug = ignore, random = Math.random, now = Date.now, sleep: wait = sleep } = options;
  const timeLeft = options.timeLeft ?? ((): number => Infinity);
  const { origin } = new URL(options.portal);
  const { exchange, close } = options.transport ?? createExchange(options);
  const clock = createPortalClock();
  const retryWhenLimited = createRetryWhenLimited({
    timeLeft,
    now,
    random,
    sleep: (milliseconds) => wait(milliseconds, signal),
    onWait: options.onLimited ?? ignore,
  });
  const pacing = createPacing({
    perMinute: options.perMinute ?? requestsPerMinute,
    atOnce: options.atOnce ?? Infinity,
    signal,
    now: options.now ?? ((): number => performance.now()),
    sleep: wait,
    onWait: options.onPause ?? ignore,
  });

  function exchangeOf(call: Call, { name, url }: Asked, anew: boolean): Promise<Answer> {
    const body = call.body?.();
    return exchange({
      method: call.method,
      url,
      name,
      anew,
      headers: {
        accept: 'application/json',
        ...(call.asOwner ? { authorization: `Bearer ${options.apiKey.reveal()}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** One attempt, when it is its turn. */
  async function once(call: Call, asked: Asked, attempts: number, anew: boolean): Promise<Attempt<Served>> {
    const leave = await pacing.enter();
    const started = performance.now();
    const sent = now();
    const { value: answer, failed } = await attempt(async () => exchangeOf(call, asked, anew)).finally(leave);
    const milliseconds = performance.now() - started;
    const took = `${Math.round(milliseconds)} ms`;
    if (failed !== null) {
      debug(`${asked.name}: ${failed.problems.map(({ code }) => code).join(', ')} after ${took}`);
      if (!isTransientFailure(failed)) throw failed;
      return { setback: { failed, status: null, asked: null } };
    }
    debug(`${asked.name}: ${answer.status} in ${took}`);
    // Errors may come from what stands in front of the portal, and old answers from a cache.
    if (answer.status === 200 && answer.headers['age'] === undefined) clock.note(answer.headers['date'], sent, now());
    if (!isTransient(answer)) return { value: { ...answer, asked, effort: { milliseconds, attempts } } };
    const { status, headers } = answer;
    return { setback: { failed: failureOf(answer, asked), status, asked: askedWait(headers, now()) } };
  }

  async function send(call: Call): Promise<Served> {
    const asked = askedOf(call, origin);
    const { onRetry } = options;
    const { beforeRepeat } = call;
    const request = asked.name;
    return retrying(
      portalRetries({ request, signal, onRetry, random, sleep: wait, now, timeLeft, retryWhenLimited, beforeRepeat }),
      (attempts, anew) => once(call, asked, attempts, anew),
    );
  }

  return {
    send,
    async ask(call) {
      const answer = await send(call);
      if (answer.status !== 200) throw failureOf(answer, answer.asked);
      const { name } = answer.asked;
      return { ...decodeEnvelope(answer, name, call), answer, name };
    },
    now,
    clock: clock.offset,
    close,
  };
}

function askedOf({ method, path, shown = path, scope = null, roomId, readsRoom }: Call, origin: string): Asked {
  return {
    name: `${method} ${shown}`,
    url: origin + path,
    scope,
    ...(roomId === undefined ? {} : { roomId }),
    ...(readsRoom === undefined ? {} : { readsRoom }),
  };
}
