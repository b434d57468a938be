import type { Room } from '../links/room.ts';

/** A room manager's role, which the room itself tells (portal.md §7). */
const roomManager = 9;

/**
 * Whether the portal shows a room's links to a user: to its owner and its Room managers. To all others the list is
 * empty, so an empty list says something only where this is true (portal.md §0.7). In the archive no flag says so.
 */
export async function maySeeLinks(room: Room, userId: () => Promise<string>): Promise<boolean> {
  if (room.canEditAccess || room.area === 'template') return true;
  if (room.area !== 'archived') return false;
  return room.access === roomManager || (room.ownerId !== null && (await userId()) === room.ownerId);
}
