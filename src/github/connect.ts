import * as v from 'valibot';
import { quoted } from '../links/quoted.ts';
import type { Secret } from '../links/secret.ts';
import { ask, type Patience, type Reply } from './attempts.ts';
import type { GitHub } from './github.ts';
import { repository, type Api } from './repository.ts';

/** Which repository, as whom, and how patiently. */
export interface GitHubOptions extends Patience {
  readonly token: Secret;
  /** `owner/name`. */
  readonly repository: string;
  /** `https://api.github.com`, or that of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** The longest time for one request, in milliseconds. */
  readonly requestTimeout: number;
  /** What the library notices; shown only with debug logging. */
  readonly debug: (text: string) => void;
}

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

  const send = async (route: string, parameters: object): Promise<Reply | string> => {
    const { signal, end } = deadline(options);
    const late = `no answer after ${options.requestTimeout / 1000} s (\`request-timeout\`)`;
    try {
      const reply = await octokit.request(route, { ...parameters, request: { signal, log } });
      return signal.aborted ? late : reply;
    } catch (error) {
      return replyOf(error) ?? (signal.aborted ? late : networkWords(error));
    } finally {
      end();
    }
  };

  const one: Api['one'] = (what, route, parameters, schema) =>
    ask(
      {
        what,
        send: () => send(route, parameters),
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

/** A signal that aborts when the time of a request or that of the whole step is up; `end` lets the process go. */
function deadline({ requestTimeout, signal }: GitHubOptions): {
  readonly signal: AbortSignal;
  readonly end: () => void;
} {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  const timer = setTimeout(abort, requestTimeout);
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  const end = (): void => {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  };
  return { signal: controller.signal, end };
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
