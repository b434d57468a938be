import { byRoomId } from '../audit/order.ts';
import type { DocSpace } from '../docspace/docspace.ts';
import { Failure, failure } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import { isMeant, type Room, type RoomRef, type RoomState } from '../links/room.ts';

/**
 * The id of the room that is meant. A title is looked up among the active rooms of this key, exactly, in Unicode NFC.
 * Throws `room-not-found`, and `room-ambiguous` with the ids if several rooms have the title.
 */
export async function resolveRoom(portal: DocSpace, ref: RoomRef): Promise<string> {
  if (ref.by === 'id') return ref.id;
  const title = ref.title.normalize('NFC');
  const exact = (rooms: readonly Room[]): readonly Room[] => rooms.filter((room) => isMeant(ref, room));
  // The portal's filter compares by its own rules, so what it does not find is looked for among all rooms.
  const filtered = exact(await portal.rooms({ area: 'active', title }));
  const found = filtered.length > 0 ? filtered : exact(await portal.rooms({ area: 'active' }));
  const [room, ...others] = found;
  if (room === undefined) {
    throw failure(
      'room-not-found',
      `No active room that this key can see has the title ${quoted(title)}.`,
      'Titles are compared exactly, case included. DocSpace stores `:`, `|`, `<`, `>` and `"` in a title as `_`. Or use `room-id`.',
    );
  }
  if (others.length > 0) {
    const ids = found
      .map((one) => one.id)
      .toSorted(byRoomId)
      .join(', ');
    throw failure('room-ambiguous', `${found.length} active rooms have the title ${quoted(title)}: ${ids}.`);
  }
  return room.id;
}

/**
 * Reads a room and its links, both at once. The links are to be believed only if the key may see them: see
 * `linksProblem`, and `roomProblem` for writes.
 */
export async function readRoom(portal: DocSpace, id: string): Promise<RoomState> {
  const [room, listing] = await Promise.allSettled([portal.room(id), portal.links(id)]);
  if (room.status === 'rejected') throw clearer(room.reason, listing);
  if (listing.status === 'rejected') throw listing.reason;
  return { room: room.value, ...listing.value };
}

/** A rejected key shows plainly only at the links: the room itself answers 403 to it (portal.md §10.22). */
function clearer(reason: unknown, listing: PromiseSettledResult<unknown>): unknown {
  const other: unknown = listing.status === 'rejected' ? listing.reason : null;
  return other instanceof Failure && other.problems.some(({ code }) => code === 'key-rejected') ? other : reason;
}
