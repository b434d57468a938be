import { request as httpRequest } from 'node:http';

/** An answer as it came over the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The parsed body, or undefined if it is no JSON. */
  readonly body: unknown;
}

/** What to send. */
export interface Sending {
  readonly method?: string;
  /** The whole value of the Authorization header. */
  readonly authorization?: string;
  readonly body?: unknown;
  readonly text?: string;
  /** `''` sends no Content-Type at all. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** One request over real HTTP, redirects not followed. Rejects when the connection breaks before the answer is whole. */
export function send(url: string, sending: Sending = {}): Promise<Reply> {
  const text = sending.text ?? (sending.body === undefined ? undefined : JSON.stringify(sending.body));
  const contentType = sending.contentType ?? 'application/json; charset=utf-8';
  const headers = {
    ...(sending.authorization === undefined ? {} : { authorization: sending.authorization }),
    ...(text === undefined || contentType === '' ? {} : { 'content-type': contentType }),
    ...(text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) }),
    ...sending.headers,
  };
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: sending.method ?? 'GET', headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('aborted', () => {
        reject(new Error('aborted'));
      });
      response.on('end', () => {
        const whole = Buffer.concat(parts).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: whole, body: parse(whole) });
      });
    });
    request.on('error', reject);
    request.end(text);
  });
}

/** Waits until something is so, however busy the machine is; a test that waits in vain ends by its own time limit. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setTimeout(done, 5));
}

/** A client of one portal. */
export function client(url: string, key?: string) {
  const authorization = key === undefined ? {} : { authorization: `Bearer ${key}` };
  return {
    get: (path: string) => send(url + path, authorization),
    put: (path: string, body: unknown) => send(url + path, { ...authorization, method: 'PUT', body }),
    post: (path: string, body: unknown) => send(url + path, { ...authorization, method: 'POST', body }),
  };
}

/** Reads a member out of nested data: `at(reply.body, 'response', 0, 'access')`. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[name] : undefined,
    value,
  );
}
