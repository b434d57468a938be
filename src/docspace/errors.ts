import { failure, type Failure } from '../links/problem.ts';
import { bodyOf, came, notDocSpace, type Body } from './answer-body.ts';
import { excerpt } from './excerpt.ts';
import type { Answer } from './exchange.ts';
import { Refusal } from './refusal.ts';

/** What was asked, as far as it decides what a refusal means. */
export interface Asked {
  /** The request, without secrets. */
  readonly name: string;
  readonly url: string;
  /** The scope that the request needs of a key. */
  readonly scope: 'rooms:read' | 'rooms:write' | null;
  /** The room that it is about. */
  readonly roomId?: string;
  /** Reads the room itself: its 403 exception means that the user may not see it. */
  readonly readsRoom?: boolean;
}

/**
 * What an answer that is no success means, decided by its status and the kind of its body (portal.md §5): the portal's
 * own words come in the language of the key's owner, and are only quoted. A `Refusal` where the state of the room has
 * to tell the rest.
 */
export function failureOf(answer: Answer, asked: Asked): Failure {
  const body = bodyOf(answer);
  const { status } = answer;
  if (status >= 300 && status < 400) return redirected(answer, asked);
  switch (status) {
    case 401:
      return body.kind === 'html' ? gateway(answer, asked) : rejectedKey(asked);
    case 402:
      return failure('portal-unpaid', `The portal refuses ${asked.name}: payment required${words(body)}.`);
    case 403:
      return forbidden(answer, body, asked);
    case 404:
    case 405:
      return notFound(answer, body, asked);
    case 408:
    case 421:
    case 425:
      return failure(
        'portal-unavailable',
        `${asked.name} was answered ${status} (${misplacedWords[status]}) by what stands in front of the portal.`,
      );
    case 429:
      return tooMany(answer, asked);
    case 502:
    case 503:
    case 504:
      return failure(
        'portal-unavailable',
        `The portal is not available: ${asked.name} was answered ${status} by what stands in front of it.`,
        'DocSpace is starting, overloaded or down behind its gateway. Try again later; look at its services if it lasts.',
      );
    default:
      return other(answer, body, asked);
  }
}

const misplacedWords = { 408: 'Request Timeout', 421: 'Misdirected Request', 425: 'Too Early' } as const;

/** The failure for a key that the portal does not accept. */
export function rejectedKey(asked: Asked): Failure {
  return failure('key-rejected', `The portal at ${hostOf(asked)} does not accept the API key (401 to ${asked.name}).`);
}

/** The failure for a key that lacks a scope. */
export function missingScope(asked: Asked, scopes?: readonly string[]): Failure {
  const has = scopes === undefined ? '' : ` It has: ${excerpt(scopes.join(', '), 200)}.`;
  return failure(
    'key-scope',
    `The API key is valid, but has no scope for ${asked.name}: it needs \`${asked.scope ?? 'rooms:read'}\`.${has}`,
  );
}

/** The failure for a portal that refuses everybody at the moment. */
export function closedPortal(asked: Asked): Failure {
  return failure(
    'portal-unavailable',
    `The portal refuses ${asked.name} though the API key is valid (403): it is being restored, transferred or encrypted.`,
    'Wait until the portal is done, and run the step again.',
  );
}

/** Status and words of what the portal did not understand or allow, with the names of the members it complains of. */
function refusal(
  answer: Answer,
  body: Body,
  asked: Asked,
  code: 'refused' | 'room-forbidden' | 'portal-error',
): Refusal {
  const facts = {
    status: answer.status,
    exceptionType: body.kind === 'exception' ? body.type : null,
    fields: body.kind === 'problem' ? [...new Set(body.errors.map(([field]) => excerpt(field, 60).slice(1, -1)))] : [],
  };
  const what = code === 'portal-error' ? 'failed at' : 'refused';
  const message = `The portal ${what} ${asked.name} (${answer.status})${words(body)}.`;
  const hint =
    code === 'portal-error'
      ? "Run the step again. If it stays so, the portal's own log says more; a host name in `portal-url` that the portal does not know gives this too."
      : undefined;
  return new Refusal(code, message, facts, hint);
}

/** What the portal itself says, for the end of a sentence. */
function words(body: Body): string {
  if (body.kind === 'exception') {
    const type = body.type === null ? '' : ` (${excerpt(body.type, 80).slice(1, -1)})`;
    return body.message === '' ? type : `: ${excerpt(body.message, 200)}${type}`;
  }
  if (body.kind === 'problem' && body.errors.length > 0) {
    const each = body.errors.map(([field, text]) => `${excerpt(field, 60).slice(1, -1)} ${excerpt(text, 200)}`);
    return `: ${each.slice(0, 5).join(', ')}`;
  }
  return body.kind === 'text' ? `: ${excerpt(body.text, 200)}` : '';
}

function forbidden(answer: Answer, body: Body, asked: Asked): Failure {
  switch (body.kind) {
    case 'empty':
      return missingScope(asked);
    case 'problem':
      return closedPortal(asked);
    case 'text':
      return failure(
        'portal-unavailable',
        `The portal does not let this machine in (403 to ${asked.name})${words(body)}.`,
        'The portal allows only certain IP addresses: DocSpace → Settings → Security → IP security. Add the address of the runner, or use a self-hosted runner.',
      );
    case 'exception':
      return asked.readsRoom === true
        ? new Refusal(
            'room-forbidden',
            `The user who owns the API key may not see room ${roomOf(asked)}${words(body)}.`,
            { status: 403, exceptionType: body.type, fields: [] },
          )
        : refusal(answer, body, asked, 'refused');
    case 'html':
    case 'other':
      return gateway(answer, asked);
  }
}

function notFound(answer: Answer, body: Body, asked: Asked): Failure {
  switch (body.kind) {
    case 'exception':
      return asked.roomId === undefined
        ? refusal(answer, body, asked, 'refused')
        : failure('room-not-found', `The portal has no room ${roomOf(asked)}${words(body)}.`);
    case 'problem':
      return failure(
        'portal-unavailable',
        `There is no active portal at ${hostOf(asked)} (404 to ${asked.name}): it is suspended, or has another address.`,
        "Check `portal-url`: use the portal's own address. If it is right, look at the state of the portal.",
      );
    case 'empty':
      return failure(
        'portal-too-old',
        `What answers at ${hostOf(asked)} does not know ${asked.name} (${answer.status}): it is a DocSpace before 3.2, or none.`,
        'Check that `portal-url` is the address of the portal. If it is, update DocSpace.',
      );
    case 'html':
    case 'text':
    case 'other':
      return failure(
        'not-docspace',
        `What answers at ${hostOf(asked)} is not DocSpace's API: ${asked.name} was answered ${came(answer)}.`,
      );
  }
}

/** Ids of rooms in the portal's own storage; all others lie in a third party's (portal.md §7). */
const ownId = /^-?\d+$/u;

/**
 * The failure for a room whose third-party storage is not connected: the portal breaks down over its id (portal.md H4).
 * Null for any other answer. The links of such a room fail alike, but a storage that fails there alone is connected.
 */
function lostStorage({ status }: Answer, body: Body, asked: Asked): Refusal | null {
  const { roomId, readsRoom } = asked;
  if (status !== 500 || body.kind !== 'exception' || body.type !== 'System.AggregateException') return null;
  if (readsRoom !== true || roomId === undefined || ownId.test(roomId)) return null;
  return new Refusal(
    'room-not-found',
    `The portal has no room ${roomOf(asked)}: no third-party storage with this id is connected (500, ${body.type}).`,
    { status, exceptionType: body.type, fields: [] },
    'Connect the storage in DocSpace, and use the id that the room has then. If it is connected, it does not answer: open the room in DocSpace.',
  );
}

function other(answer: Answer, body: Body, asked: Asked): Failure {
  const lost = lostStorage(answer, body, asked);
  if (lost !== null) return lost;
  if (body.kind === 'exception' || body.kind === 'problem') {
    return refusal(answer, body, asked, answer.status >= 500 ? 'portal-error' : 'refused');
  }
  if (answer.status >= 500) {
    return failure('portal-unavailable', `The portal is not available: ${asked.name} was answered ${came(answer)}.`);
  }
  const { host, protocol } = new URL(asked.url);
  // nginx, Apache and Go say so in these words, whatever the language of the portal.
  if (protocol === 'http:' && answer.status === 400 && /\bHTTPS\b|SSL-enabled/iu.test(answer.text)) {
    return failure(
      'not-secure',
      `The port of ${host} speaks \`https\`, and was asked by \`http\`.`,
      `Use \`portal-url: https://${host}\`.`,
    );
  }
  return notDocSpace(answer, asked.name);
}

function gateway(answer: Answer, asked: Asked): Failure {
  return failure(
    'not-docspace',
    `Something in front of the portal refused ${asked.name}: ${came(answer)}.`,
    'DocSpace does not answer so: a firewall, a proxy or a login page between the runner and the portal does. Let the runner through.',
  );
}

function tooMany({ headers }: Answer, asked: Asked): Failure {
  const limit = headers['x-ratelimit-limit'] ?? '';
  const known = /^\d{1,9}$/u.test(limit) ? ` Its limit is ${limit}.` : '';
  return failure('rate-limited', `The portal takes no more requests at the moment (429 to ${asked.name}).${known}`);
}

function redirected({ status, headers }: Answer, asked: Asked): Failure {
  const from = new URL(asked.url);
  const location = headers['location'] ?? '';
  const to = URL.canParse(location, from.origin) ? new URL(location, from.origin) : null;
  // The origin only: paths and queries of login pages hold what was asked.
  if (to !== null && /^https?:$/u.test(to.protocol) && to.origin !== from.origin) {
    const hint = to.hostname === from.hostname ? `Use \`portal-url: ${to.origin}\`.` : undefined;
    return failure('redirected', `${from.origin} sends ${asked.name} on to ${to.origin} (${status}).`, hint);
  }
  return failure(
    'redirected',
    `${from.origin} sends ${asked.name} on to another page (${status}), which DocSpace's API does not.`,
    'A login page or proxy in front of the portal does so. Let the runner through to the portal itself.',
  );
}

function hostOf(asked: Asked): string {
  return new URL(asked.url).host;
}

function roomOf(asked: Asked): string {
  return excerpt(asked.roomId ?? '', 100).slice(1, -1);
}
