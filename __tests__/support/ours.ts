import type { Link, LinkInput, Portal } from '../../simulator/index.ts';
import { idIn } from './links.ts';

/** Puts a link of this repository into a room, without any request. */
export function addOurs(portal: Portal, roomId: number | string, key: string, link: LinkInput = {}): Link {
  const id = idIn(roomId, key, link.kind === 3 ? 'invitation' : 'external');
  return portal.addLink(roomId, { id, title: `octo/contracts: ${key}`, ...link });
}
