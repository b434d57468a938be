import { answer } from './pipeline.ts';
import { authenticate } from './access.ts';
import type { State } from './state.ts';

/** A request that comes without HTTP. */
export interface Asked {
  readonly method: string;
  /** The whole URL. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The answer to it, whole. */
export interface Told {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Answers one request at once, in this process. Limiter, faults and hooks, which belong to the server, do not act on it. */
export function ask(state: State, { method, url, headers, body = '' }: Asked): Told {
  const { origin: asked, pathname, search } = new URL(url);
  const {
    status,
    headers: more,
    text,
    json,
  } = answer(state, {
    method,
    path: pathname + search,
    origin: state.origin ?? asked,
    asked,
    contentType: headers['content-type'] ?? '',
    accept: headers['accept'] ?? '',
    body: Buffer.from(body),
    caller: authenticate(state, headers['authorization'], headers['cookie']),
  });
  const written = text ?? (json === undefined ? '' : JSON.stringify(json));
  return { status, headers: { date: new Date(state.now()).toUTCString(), ...more }, text: written };
}
