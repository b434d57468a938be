import { idPrefix, prefixOf, type Identity } from '../links/identity.ts';
import type { LinkType } from '../links/room-types.ts';
import type { AuditedLink } from './finding.ts';

/** A key that names a pull request: `pr-58`, `pr-58-legal`, `pull/58`. */
const pullRequestKey = /(?:^|[^a-z0-9])(?:pr|pull)[-_/# ]?(\d+)(?!\d)/iu;

/** A link of this repository whose pull request is closed. */
export interface Orphan {
  readonly link: AuditedLink;
  /** Number of the pull request. */
  readonly number: number;
}

/**
 * The links of a room that this repository made for pull requests that are closed. A link does not say its key, but its
 * id proves one: the key that its title still shows, or else that of the recipes, `pr-<number>`.
 */
export function orphansOf(
  links: readonly AuditedLink[],
  roomId: string,
  closed: readonly number[],
  identity: Identity,
): readonly Orphan[] {
  const byPrefix = new Map<LinkType, ReadonlyMap<string, number>>();
  const numbersOf = (type: LinkType): ReadonlyMap<string, number> => {
    const numbers =
      byPrefix.get(type) ??
      new Map(closed.map((number) => [idPrefix(identity, { roomId, type, key: `pr-${number}` }), number]));
    byPrefix.set(type, numbers);
    return numbers;
  };
  return links.flatMap((link) => {
    if (!link.managed) return [];
    const key = link.title.replace(/^[^:]*: /u, '').normalize('NFC');
    const isKey = link.id.startsWith(idPrefix(identity, { roomId, type: link.type, key }));
    const shown = Number(pullRequestKey.exec(key)?.[1] ?? NaN);
    const number = isKey ? closed.find((one) => one === shown) : numbersOf(link.type).get(prefixOf(link.id));
    return number === undefined ? [] : [{ link, number }];
  });
}
