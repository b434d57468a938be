import { createHash } from 'node:crypto';
import type { Link, LinkInput, Portal } from '../../simulator/index.ts';
import { idPrefix, newId, type Identity } from '../../src/links/identity.ts';
import type { LinkType } from '../../src/links/room-types.ts';

let drawn = 0;

/**
 * The repository that the steps run in, as a step says it. What it draws is the same on every run: links of one role
 * stand in the order of their ids.
 */
export const identity: Identity = {
  repository: '4242',
  hash: (text) => createHash('sha256').update(text).digest(),
  random: (length) =>
    createHash('sha512')
      .update(`draw ${(drawn += 1)}`)
      .digest()
      .subarray(0, length),
};

/** An id as a step of this repository would draw it. */
export function idOf(roomId: number | string, key: string, type: LinkType = 'external'): string {
  return newId(identity, idPrefix(identity, { roomId: String(roomId), type, key }));
}

/** Puts a link of this repository into a room, without any request. */
export function addOurs(portal: Portal, roomId: number | string, key: string, link: LinkInput = {}): Link {
  const id = idOf(roomId, key, link.kind === 3 ? 'invitation' : 'external');
  return portal.addLink(roomId, { id, title: `octo/contracts: ${key}`, ...link });
}
