import { failure, type Failure } from '../links/problem.ts';
import { excerpt } from './excerpt.ts';
import type { Answer } from './exchange.ts';

/** What a success says of itself, besides its `response` (portal.md §4.1). */
export interface Claims {
  readonly response?: unknown;
  readonly status: number;
  readonly statusCode: number;
  readonly count: number | null;
  readonly links: readonly { readonly href: string; readonly action: string | null }[] | null;
}

/** The request that was made. */
export interface Question {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
}

/**
 * Why an answer that looks like one of DocSpace is not the answer to this request: a mixed-up or outdated answer of a
 * cache, or something that only imitates the portal. Null for whatever DocSpace sends; members that are missing say
 * nothing. Of addresses only the paths count: hosts and schemes differ behind proxies (portal.md H5), and some put a
 * path of their own in front.
 */
export function contradiction(claims: Claims, headers: Answer['headers'], question: Question): string | null {
  const { response, status, statusCode, count, links } = claims;
  if (statusCode !== 200 || status !== 0) {
    return `the answer is 200, and its body says that it failed (\`statusCode\` ${statusCode}, \`status\` ${status})`;
  }
  const items = Array.isArray(response) ? response.length : response === undefined || response === null ? 0 : 1;
  if (count !== null && count !== items) return `it says \`count\` ${count}, and holds ${items}`;
  const path = pathOf(question.path);
  for (const { href, action } of links ?? []) {
    const answered = pathOf(href);
    if (!answered.endsWith(path)) return `it answers another request${shownRoom(answered)}`;
    if (action !== null && action.toUpperCase() !== question.method) {
      return `it answers a ${excerpt(action, 20).slice(1, -1)}, not a ${question.method}`;
    }
  }
  const age = /^\d{1,9}$/u.exec(headers['age']?.trim() ?? '')?.[0] ?? '0';
  return Number(age) > 0 ? `it comes from a cache, where it has been for ${Number(age)} s (\`Age\`)` : null;
}

/** The failure for an answer that cannot be the one to this request. */
export function contradictory(name: string, why: string): Failure {
  return failure(
    'not-docspace',
    `The answer to ${name} cannot be believed: ${why}.`,
    'A proxy or cache between the runner and the portal mixes up or keeps answers. Requests to `/api/` must reach the portal itself.',
  );
}

/** Whether two texts are one room's id. Numbers may be written with zeros before them. */
export function isSameRoom(one: string, other: string): boolean {
  const plain = (id: string): string => (/^\d+$/u.test(id) ? id.replace(/^0+(?=\d)/u, '') : id.toLowerCase());
  return plain(one) === plain(other);
}

function pathOf(address: string): string {
  const { pathname } = URL.parse(address, 'http://portal.invalid') ?? { pathname: '' };
  try {
    return decodeURIComponent(pathname).toLowerCase();
  } catch {
    return pathname.toLowerCase();
  }
}

/** Only addresses of rooms are shown: others may hold tokens. */
function shownRoom(path: string): string {
  const room = /\/api\/2\.0(?<room>\/files\/rooms\/[^/]+(?:\/links?)?)$/u.exec(path)?.groups?.['room'];
  return room === undefined ? '' : `: ${excerpt(room, 100)}`;
}
