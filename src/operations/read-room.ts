import type { DocSpace } from '../docspace/docspace.ts';
import { Failure, failure } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import { isMeant, type Room, type RoomRef, type RoomState } from '../links/room.ts';
import { isContradictory, lookAgain, saysNothing } from './empty-list.ts';

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
    const ids = found.map((one) => one.id).join(', ');
    throw failure('room-ambiguous', `${found.length} active rooms have the title ${quoted(title)}: ${ids}.`);
  }
  return room.id;
}

/**
 * Reads a room and its links, both at once. The links are to be believed only if the key may see them: see
 * `maySeeLinks`, and `roomProblem` for writes. Where the room says that it has an external link, a list without any is
 * looked at again (`links-not-listed` if it stays so); an empty list also where it is doubtful.
 */
export async function readRoom(
  portal: DocSpace,
  id: string,
  isDoubtful: (empty: RoomState) => boolean = () => false,
): Promise<RoomState> {
  const state = await readBoth(portal, id);
  const isEmpty = state.links.length === 0 && state.room.canEditAccess;
  return isContradictory(state) || (isEmpty && isDoubtful(state)) ? lookAgain(portal, state) : state;
}

/**
 * ... where an empty list is the answer, because no write follows that would fail without rights. It is doubtful where
 * the room does not say whether it has links, as before 3.7.
 */
export function readListing(portal: DocSpace, id: string): Promise<RoomState> {
  return readRoom(portal, id, saysNothing);
}

/** ... where a link was there a moment ago, so that an empty list is doubtful in any case. */
export function readExpecting(portal: DocSpace, id: string): Promise<RoomState> {
  return readRoom(portal, id, () => true);
}

async function readBoth(portal: DocSpace, id: string): Promise<RoomState> {
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
