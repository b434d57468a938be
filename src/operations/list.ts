import type { DocSpace } from '../docspace/docspace.ts';
import type { Link } from '../links/link.ts';
import { failure } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import type { Room, RoomRef, RoomState } from '../links/room.ts';
import type { LinkType } from '../links/room-types.ts';
import type { Log } from '../present/log.ts';
import { roomLine } from '../present/story.ts';
import { unlisted } from './empty-list.ts';
import { maySeeLinks } from './may-see-links.ts';
import { readListing, resolveRoom } from './read-room.ts';

/** What list works with. */
export interface ListDeps {
  readonly portal: DocSpace;
  readonly log: Log;
  /** Called with the room once it was read, so that what is known survives a failure. */
  readonly seen: (room: Room) => void;
}

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
  deps: ListDeps,
  task: { readonly room: RoomRef; readonly type: LinkType | 'all' },
): Promise<ListReport> {
  const state = await readListing(deps.portal, await resolveRoom(deps.portal, task.room));
  deps.seen(state.room);
  deps.log.line(roomLine(state));
  if (state.links.length === 0 && !(await maySeeLinks(state.room, async () => (await deps.portal.key()).userId))) {
    throw failure(
      'not-room-manager',
      `The portal shows no links of room ${state.room.id} ${quoted(state.room.title)} to this key, which does not mean that there are none: its user is not a manager of the room.`,
    );
  }
  // In the archive no flag tells the rights, so the contradiction shows only now.
  if (state.links.length === 0 && state.room.shared === true) throw unlisted(state);
  return {
    state,
    links: state.links.filter((link) => task.type === 'all' || link.type === task.type),
    primary: state.links.find((link) => link.primary) ?? null,
  };
}
