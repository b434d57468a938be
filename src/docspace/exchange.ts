import { HttpClient } from '@actions/http-client';
import * as http from 'node:http';
import * as https from 'node:https';
import { urlToHttpOptions } from 'node:url';
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
  /** Largest body that is read, in bytes; 16 MiB. */
  readonly largestBody?: number;
}

/** Sends requests over connections that are kept. */
export interface Exchange {
  /**
   * Sends one request and reads the whole answer. Throws `unreachable`, `tls`, `timeout`, `cut-answer`, or
   * `not-docspace` for an answer that is too big or no HTTP; an answer of any status is no error here.
   */
  readonly exchange: (request: Request) => Promise<Answer>;
  /** Closes idle connections. */
  readonly close: () => void;
}

/** Timers take no longer delays; milliseconds. */
const longestTimer = 2 ** 31 - 1;

/**
 * HTTP with one deadline for the whole exchange and a body reader of its own: a body that is cut or stalls rejects.
 * While a request is under way a timer keeps the process alive. Proxies come from the environment (`https_proxy`,
 * `http_proxy`, `no_proxy`).
 */
export function createExchange(options: ExchangeOptions): Exchange {
  const requestTimeout = Math.min(options.requestTimeout, longestTimer);
  const client = new HttpClient(undefined, [], {
    keepAlive: true,
    maxSockets: 32,
    // Idle time at the socket, which the client sets to 3 minutes itself; the deadline below comes first.
    socketTimeout: Math.min(requestTimeout + 10_000, longestTimer),
  });

  const closing = new AbortController();

  function agentFor(url: string): http.Agent {
    const agent = client.getAgent(url);
    // The agent for proxies opens its tunnels without a deadline; one that stalls must not outlive this client.
    if ('proxyOptions' in agent) Object.assign(agent.proxyOptions as object, { signal: closing.signal });
    return agent;
  }

  async function perform(request: Request, signal: AbortSignal, progress: Progress): Promise<Answer> {
    const parsedUrl = new URL(request.url);
    const secure = parsedUrl.protocol === 'https:';
    const { message } = await client.requestRaw(
      {
        parsedUrl,
        httpModule: secure ? https : http,
        options: {
          ...urlToHttpOptions(parsedUrl),
          port: parsedUrl.port === '' ? (secure ? 443 : 80) : Number(parsedUrl.port),
          method: request.method,
          headers: { host: parsedUrl.host, 'user-agent': options.userAgent, ...request.headers },
          agent: agentFor(request.url),
          signal,
        },
      },
      request.body ?? null,
    );
    progress.answering = true;
    const text = await readBody(message, options.largestBody ?? 16 * 1024 * 1024, request.name);
    const headers = Object.fromEntries(
      Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    );
    const contentType = (headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
    return { status: message.statusCode ?? 0, headers, contentType, text };
  }

  return {
    async exchange(request) {
      const progress: Progress = { answering: false };
      const deadline = new AbortController();
      const stop = (): void => {
        deadline.abort(stepTimeout(request.name));
      };
      if (options.signal.aborted) throw stepTimeout(request.name);
      options.signal.addEventListener('abort', stop);
      const timer = setTimeout(() => {
        deadline.abort(requestTimedOut(request.name, requestTimeout, progress.answering));
      }, requestTimeout);
      try {
        return await Promise.race([perform(request, deadline.signal, progress), rejection(deadline.signal)]);
      } catch (error) {
        throw networkFailure(error, { name: request.name, url: request.url, answering: progress.answering });
      } finally {
        clearTimeout(timer);
        options.signal.removeEventListener('abort', stop);
      }
    },
    close() {
      closing.abort();
      client.dispose();
    },
  };
}

interface Progress {
  answering: boolean;
}

/** Rejects when the signal aborts; requests that wait for a proxy's tunnel do not notice it themselves. */
function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Failure);
    });
  });
}

async function readBody(message: http.IncomingMessage, limit: number, name: string): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > limit) {
      throw failure(
        'not-docspace',
        `The answer to ${name} is larger than ${Math.floor(limit / 1024)} KiB, which no answer of DocSpace is.`,
      );
    }
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
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
