import { noProxies, type Proxies } from '../http/proxy.ts';
import { inTime, longestTimer, type TimeLimits } from '../http/wait.ts';
import { createWire } from '../http/wire.ts';
import { failure, type Failure } from '../links/problem.ts';
import { networkFailure } from './network.ts';

/** One request. */
export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How errors call it; holds no secrets, unlike a URL. */
  readonly name: string;
  /** Over a new connection. */
  readonly anew?: boolean;
}

/** One answer, whole. Redirects are not followed, so they are answers like others. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The media type in lower case, without parameters; '' if the answer names none. */
  readonly contentType: string;
  readonly text: string;
}

/** What holds for every exchange. */
export interface ExchangeOptions {
  /** From connect to the last byte of the body, in milliseconds. */
  readonly requestTimeout: number;
  /** Aborts when the whole step's time is up. */
  readonly signal: AbortSignal;
  readonly userAgent: string;
  /** Which proxy leads to the portal; by default none. */
  readonly proxies?: Proxies;
  /** Largest body that is read, packed or not, in bytes; 16 MiB. */
  readonly largestBody?: number;
}

/** Sends requests over connections that are kept. */
export interface Exchange {
  /**
   * Sends one request and reads the whole answer. Throws `unreachable`, `proxy-refused`, `tls`, `not-secure`, `timeout`, `cut-answer`, or
   * `not-docspace` for an answer that is too big or no HTTP; an answer of any status is no error here.
   */
  readonly exchange: (request: Request) => Promise<Answer>;
  /** Closes idle connections. */
  readonly close: () => void;
}

/**
 * HTTP with one deadline for the whole exchange: a body that is cut or stalls rejects. While a request is under way a
 * timer keeps the process alive.
 */
export function createExchange(options: ExchangeOptions): Exchange {
  const requestTimeout = Math.min(options.requestTimeout, longestTimer);
  const largestBody = options.largestBody ?? 16 * 1024 * 1024;
  const wire = createWire({ proxies: options.proxies ?? noProxies, tunnelTimeout: requestTimeout, largestBody });

  async function perform(request: Request, signal: AbortSignal, progress: Progress): Promise<Answer> {
    const { status, headers, body } = await wire.exchange({
      method: request.method,
      url: new URL(request.url),
      headers: { 'user-agent': options.userAgent, ...request.headers },
      ...(request.body === undefined ? {} : { body: request.body }),
      ...(request.anew === undefined ? {} : { anew: request.anew }),
      signal,
      onAnswer: () => {
        progress.answering = true;
      },
    });
    const contentType = (headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
    return { status, headers, contentType, text: new TextDecoder().decode(body) };
  }

  return {
    async exchange(request) {
      const { name, url } = request;
      const progress: Progress = { answering: false };
      const limits: TimeLimits = {
        milliseconds: requestTimeout,
        signal: options.signal,
        late: () => requestTimedOut(name, requestTimeout, progress.answering),
        stopped: () => stepTimeout(name),
      };
      try {
        return await inTime(limits, (signal) => perform(request, signal, progress));
      } catch (error) {
        throw networkFailure(error, { name, url, answering: progress.answering, largestBody });
      }
    },
    close: wire.close,
  };
}

interface Progress {
  answering: boolean;
}

function requestTimedOut(name: string, milliseconds: number, answering: boolean): Failure {
  const what = answering ? 'was still sending its answer' : 'did not answer';
  return failure('timeout', `The portal ${what} to ${name} after ${milliseconds / 1000} s (\`request-timeout\`).`);
}

/** The failure that says that the whole step's time ran out during a request. */
export function stepTimeout(name: string, before?: string): Failure {
  const last = before === undefined ? '' : ` Before that: ${before}`;
  return failure(
    'timeout',
    `The step's time (\`timeout\`) was up before ${name} was done.${last}`,
    'Raise `timeout`, or do less in one step.',
  );
}
