import type { DocSpace } from '../docspace/docspace.ts';
import { roomProblem } from '../links/obstacles.ts';
import { Failure, failure } from '../links/problem.ts';
import type { Link } from '../links/link.ts';
import { roomName, type Room, type RoomState } from '../links/room.ts';

/** What a room's own flags are held against. */
interface Listed {
  readonly room: Room;
  readonly links: readonly Pick<Link, 'type'>[];
}

/**
 * Whether a room says that it has an external link, and its list has none. The flags are there from 3.7 on, and never
 * count invitations (portal.md §7).
 */
export function lacksExternal({ room, links }: Listed): boolean {
  const says = room.shared === true || room.sharedExternal === true;
  return says && links.every(({ type }) => type !== 'external');
}

/** ... and lets this key see its links. In the archive no flag says that. */
export function isContradictory(state: Listed): boolean {
  return state.room.canEditAccess && lacksExternal(state);
}

/** Whether the room does not say if it has external links. */
export function saysNothing({ room }: RoomState): boolean {
  return room.shared === null;
}

/** The failure for a room whose list still contradicts what the room says. */
export function unlisted({ room }: RoomState): Failure {
  return failure('links-not-listed', `${roomName(room)} says that it has an external link, but its list has none.`);
}

/**
 * Looks again at a room whose list was empty: first at the room, which now tells the rights that are in force after the
 * list was read, and if it contradicts the list, at the list. Whether the key may see the links is left to the caller.
 * Throws `links-not-listed` if the contradiction stays.
 */
export async function lookAgain(portal: DocSpace, state: RoomState): Promise<RoomState> {
  const room = { ...state, room: await portal.room(state.room.id) };
  if (!isContradictory(room)) return room;
  const both = { ...room, ...(await portal.links(state.room.id)) };
  if (isContradictory(both)) throw unlisted(both);
  return both;
}

/**
 * Reads a room's links again, after a write. An empty list says that nothing is there only if the key may still see the
 * links, which is looked up where links are expected (`isExpected`). Throws why they cannot be seen, and
 * `links-not-listed`.
 */
export async function readLinksBack(portal: DocSpace, state: RoomState, isExpected: boolean): Promise<RoomState> {
  const read = { ...state, ...(await portal.links(state.room.id)) };
  if (read.links.length > 0 || !isExpected) return read;
  const again = await lookAgain(portal, read);
  const hidden = roomProblem(again.room);
  if (hidden === null) return again;
  const message = `${hidden.message} That has changed since this step began, so what it has written cannot be read back.`;
  throw new Failure([{ ...hidden, message }]);
}
