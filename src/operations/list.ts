import type { DocSpace } from '../docspace/docspace.ts';
import type { Link } from '../links/link.ts';
import { failure } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import type { Room, RoomRef, RoomState } from '../links/room.ts';
import type { LinkType } from '../links/room-types.ts';
import type { Log } from '../present/log.ts';
import { roomLine } from '../present/story.ts';
import { readRoom, resolveRoom } from './read-room.ts';

/** A room manager's role, which the room itself tells (portal.md §7). */
const roomManager = 9;

/** What list found. */
export interface ListReport {
  readonly state: RoomState;
  /** The links of the type that was asked for. */
  readonly links: readonly Link[];
  /** The room's primary link, whatever type was asked for. */
  readonly primary: Link | null;
}

/**
 * Reads a room's links. Throws `not-room-manager` where the key may not see them: the portal then answers with an
 * empty list, and an empty list is never passed on as an answer (portal.md §0.7).
 */
export async function list(
  deps: { readonly portal: DocSpace; readonly log: Log },
  task: { readonly room: RoomRef; readonly type: LinkType | 'all' },
): Promise<ListReport> {
  const state = await readRoom(deps.portal, await resolveRoom(deps.portal, task.room));
  deps.log.line(roomLine(state));
  if (state.links.length === 0 && !(await maySeeLinks(deps.portal, state.room))) {
    throw failure(
      'not-room-manager',
      `The portal shows no links of room ${state.room.id} ${quoted(state.room.title)} to this key, which does not mean that there are none: its user is not a manager of the room.`,
    );
  }
  return {
    state,
    links: state.links.filter((link) => task.type === 'all' || link.type === task.type),
    primary: state.links.find((link) => link.primary) ?? null,
  };
}

/** Whether an empty list can be believed: for owner and Room managers. In the archive no flag says so (portal.md §7). */
async function maySeeLinks(portal: DocSpace, room: Room): Promise<boolean> {
  if (room.canEditAccess) return true;
  if (room.area === 'template') return true;
  if (room.area !== 'archived' || room.shared === true) return false;
  return room.access === roomManager || (room.ownerId !== null && (await portal.key()).userId === room.ownerId);
}
