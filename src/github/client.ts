import * as v from 'valibot';
import { noProxies, type Proxies } from '../http/proxy.ts';
import { inTime, type TimeLimits } from '../http/wait.ts';
import { createWire, type Wire } from '../http/wire.ts';
import type { Secret } from '../links/secret.ts';
import { quoted } from '../links/text.ts';
import { ask, type RetryWhenLimited, type Reply } from './attempts.ts';
import type { GitHub } from './port.ts';
import { repository, type Api } from './repository.ts';

/** Which repository, as whom, and how patiently. */
export interface GitHubOptions extends RetryWhenLimited {
  readonly token: Secret;
  /** `owner/name`. */
  readonly repository: string;
  /** `https://api.github.com`, or that of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** The longest time for one request, in milliseconds. */
  readonly requestTimeout: number;
  /** What the library notices; shown only with debug logging. */
  readonly debug: (text: string) => void;
  /** Which proxy leads to GitHub; by default none. */
  readonly proxies?: Proxies;
}

/** Larger than any page of a list; bytes. */
const largestBody = 64 * 1024 * 1024;

const pageSize = 100;

/**
 * Connects to a repository on GitHub; sends nothing yet. The library is most of what this action weighs, so it is
 * loaded here and nowhere else, when it is needed.
 */
export async function connectGitHub(options: GitHubOptions): Promise<GitHub> {
  const { getOctokit } = await import('@actions/github');
  // Else it would write to the console, where the runner takes lines for commands.
  const log = { debug: options.debug, info: options.debug, warn: options.debug, error: options.debug };
  const octokit = getOctokit(options.token.reveal(), {
    baseUrl: options.apiUrl,
    userAgent: 'docspace-room-links',
  });
  const { proxies = noProxies, requestTimeout } = options;
  const newWire = (): Wire => createWire({ proxies, tunnelTimeout: requestTimeout, largestBody });
  let wire = newWire();
  const late = new Error(`no answer after ${requestTimeout / 1000} s (\`request-timeout\`)`);
  const limits: TimeLimits = {
    milliseconds: requestTimeout,
    signal: options.signal,
    late: () => late,
    stopped: () => late,
  };

  const send = async (route: string, parameters: object, anew: boolean): Promise<Reply | string> => {
    try {
      return await inTime(limits, (signal) =>
        octokit.request(route, { ...parameters, request: { signal, log, fetch: fetchBy(wire, anew) } }),
      );
    } catch (error) {
      if (error !== late) return replyOf(error) ?? networkWords(error);
      // What waits for the tunnel of a proxy does not heed the signal, and would keep the process alive.
      wire.close();
      wire = newWire();
      return late.message;
    }
  };

  const one: Api['one'] = (what, route, parameters, schema) =>
    ask(
      {
        what,
        send: (anew) => send(route, parameters, anew),
        // The library takes a body that broke off for a text, so every answer is held against what it has to be.
        read: (data) => {
          const parsed = v.safeParse(schema, data);
          return parsed.success ? { value: parsed.output } : null;
        },
        repeatable: !route.startsWith('POST /repos/'),
      },
      options,
    );

  const all: Api['all'] = async (what, route, parameters, item, limit = Infinity) => {
    const found: v.InferOutput<typeof item>[] = [];
    for (let page = 1; ; page += 1) {
      const more = await one(what, route, { ...parameters, per_page: pageSize, page }, v.array(item));
      found.push(...more);
      if (more.length < pageSize || found.length >= limit) return found.slice(0, limit);
    }
  };

  return repository({ one, all, url: options.apiUrl }, options.repository);
}

const mostRedirects = 3;

/**
 * What the library calls `fetch`, over our own connections. As GitHub asks for it, requests for a repository that has
 * been renamed follow it, to the same host only.
 */
function fetchBy({ exchange }: Wire, anew: boolean): typeof fetch {
  return async (input, init = {}) => {
    const { method = 'GET', body, headers, signal } = init;
    let url = new URL(input);
    for (let redirects = 0; ; redirects += 1) {
      const reply = await exchange({
        method,
        url,
        headers: headers as Readonly<Record<string, string>>,
        anew,
        ...(typeof body === 'string' ? { body } : {}),
        signal: signal as AbortSignal,
      });
      const next = URL.parse(reply.headers['location'] ?? '', url.href);
      const kept = method === 'GET' ? [301, 302, 307, 308] : [307, 308];
      if (!kept.includes(reply.status) || next?.origin !== url.origin || redirects >= mostRedirects) {
        const { status } = reply;
        const text = [204, 205, 304].includes(status) ? null : new TextDecoder().decode(reply.body);
        return new Response(text, { status, headers: reply.headers });
      }
      url = next;
    }
  };
}

/** The answer in an error that the library throws for a status; null for an error without one. */
function replyOf(error: unknown): Reply | null {
  const { response } = (typeof error === 'object' && error !== null ? error : {}) as { readonly response?: Reply };
  return response ?? null;
}

/** The code of a network error, which stands in its cause; else what it says. */
function networkWords(error: unknown): string {
  let words = 'no connection';
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if ('code' in one && typeof one.code === 'string') return one.code;
    words = quoted(one.message);
  }
  return words;
}
