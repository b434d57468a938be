import * as http from 'node:http';
import * as https from 'node:https';
import { urlToHttpOptions } from 'node:url';
import type { Proxies } from './proxy.ts';
import { tunnelAgent } from './tunnel.ts';
import { BodyError, unpacked } from './unpack.ts';

/** A request on its way out. */
export interface Outgoing {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Over a connection of its own, not over one that is kept. */
  readonly anew?: boolean;
  /** Ends the exchange. */
  readonly signal: AbortSignal;
  /** Called when the headers of the answer are there. */
  readonly onAnswer?: () => void;
}

/** A whole answer, unpacked. */
export interface Incoming {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What holds for all exchanges. */
export interface WireOptions {
  readonly proxies: Proxies;
  /** How long a proxy may take to open a tunnel, in milliseconds. */
  readonly tunnelTimeout: number;
  /** Largest body that is read, packed and unpacked; bytes. */
  readonly largestBody: number;
}

/** HTTP over connections that are kept. */
export interface Wire {
  /**
   * Sends one request and reads the whole answer; follows no redirect. Rejects with the error of the network, a
   * `ProxyError`, or a `BodyError`. Packed answers are not asked for (`Accept-Encoding: identity`), and unpacked.
   */
  readonly exchange: (request: Outgoing) => Promise<Incoming>;
  /** Closes idle connections, and ends what waits for a proxy. */
  readonly close: () => void;
}

const maxSockets = 32;

/** Opens the way to servers; connects to none yet. */
export function createWire({ proxies, tunnelTimeout, largestBody }: WireOptions): Wire {
  const closing = new AbortController();
  const kept = new Map<string, http.Agent>();

  function newAgent(url: URL, keepAlive: boolean): http.Agent {
    const proxy = proxies(url);
    const secure = url.protocol === 'https:';
    if (proxy !== null) {
      return tunnelAgent(proxy, secure, { keepAlive, maxSockets, timeout: tunnelTimeout, signal: closing.signal });
    }
    return secure ? new https.Agent({ keepAlive, maxSockets }) : new http.Agent({ keepAlive, maxSockets });
  }

  function agentFor(url: URL): http.Agent {
    const agent = kept.get(url.origin) ?? newAgent(url, true);
    kept.set(url.origin, agent);
    return agent;
  }

  return {
    async exchange({ method, url, headers, body, anew = false, signal, onAnswer }) {
      const message = await new Promise<http.IncomingMessage>((resolve, reject) => {
        const request = (url.protocol === 'https:' ? https : http).request({
          ...urlToHttpOptions(url),
          method,
          headers: { host: url.host, 'accept-encoding': 'identity', ...headers },
          agent: anew ? newAgent(url, false) : agentFor(url),
          signal,
        });
        request.on('response', resolve).on('error', reject).end(body);
      });
      onAnswer?.();
      const whole = await bodyOf(message, largestBody);
      const joined = Object.fromEntries(
        Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
      );
      const text = await unpacked(whole, joined['content-encoding'] ?? '', largestBody);
      return { status: message.statusCode ?? 0, headers: joined, body: text };
    },
    close() {
      closing.abort();
      for (const agent of kept.values()) agent.destroy();
    },
  };
}

async function bodyOf(message: http.IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > limit) throw new BodyError('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
