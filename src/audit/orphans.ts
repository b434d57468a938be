import { idPrefix, type Identity } from '../links/identity.ts';
import type { AuditedLink } from './finding.ts';

/** A key that names a pull request: `pr-58`, `pr-58-legal`, `pull/58`. */
const pullRequestKey = /(?:^|[^a-z0-9])(?:pr|pull)[-_/# ]?(\d+)(?!\d)/iu;

/**
 * The number of the closed pull request for which this repository made a link; null if there is none. A link does not
 * say its key, but its id proves one: that of the recipes, `pr-<number>`, and the one that its title still shows.
 */
export function closedPullRequestOf(
  link: AuditedLink,
  roomId: string,
  closed: readonly number[],
  identity: Identity,
): number | null {
  if (!link.managed) return null;
  const proves = (key: string): boolean => link.id.startsWith(idPrefix(identity, { roomId, type: link.type, key }));
  const shown = link.title.replace(/^[^:]*: /u, '').normalize('NFC');
  const [, number = ''] = pullRequestKey.exec(shown) ?? [];
  if (closed.includes(Number(number)) && proves(shown)) return Number(number);
  return closed.find((one) => proves(`pr-${one}`)) ?? null;
}
