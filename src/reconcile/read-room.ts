import { byRoomId, matches, type Room, roomName, type RoomReference, type RoomState } from '../links/room.ts';
import type { DocSpace } from '../docspace/port.ts';
import { roomProblem } from '../links/constraints.ts';
import type { Link } from '../links/link.ts';
import { oneRoom, type RoomNaming, titleProblem } from '../links/near-titles.ts';
import { Failure, failure, problem, type Problem } from '../links/problem.ts';
import { attempt } from '../links/result.ts';
import { quoted } from '../links/text.ts';

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

/**
 * The id of the room that is meant. A title is looked up among the active rooms of this key, exactly, in Unicode NFC.
 * Throws `room-not-found` with the rooms whose titles are near, and `room-ambiguous` with the ids if several rooms have the
 * title. `naming`: the inputs that messages advise.
 */
export async function resolveRoom(
  portal: DocSpace,
  reference: RoomReference,
  naming: RoomNaming = oneRoom,
): Promise<string> {
  if (reference.by === 'id') return reference.id;
  const title = reference.title.normalize('NFC');
  const exact = (rooms: readonly Room[]): readonly Room[] => rooms.filter((room) => matches(reference, room));
  // The portal's filter compares by its own rules, so what it does not find is looked for among all rooms.
  const filtered = exact(await portal.rooms({ area: 'active', title }));
  const active = filtered.length > 0 ? filtered : await portal.rooms({ area: 'active' });
  const [room, ...others] = exact(active);
  if (room === undefined) throw new Failure([titleProblem(title, [...active, ...(await archived(portal))], naming)]);
  if (others.length > 0) throw new Failure([ambiguousTitle(title, [room, ...others], naming)]);
  return room.id;
}

/** The rooms of the Archive, which are only asked for to give advice; none if they cannot be read. */
async function archived(portal: DocSpace): Promise<readonly Room[]> {
  const { value } = await attempt(() => portal.rooms({ area: 'archived' }));
  return value ?? [];
}

function ambiguousTitle(title: string, rooms: readonly Room[], { id }: RoomNaming): Problem {
  const ids = rooms
    .map((one) => one.id)
    .toSorted(byRoomId)
    .join(', ');
  return problem(
    'room-ambiguous',
    `${rooms.length} active rooms have the title ${quoted(title)}: ${ids}.`,
    `Use one of these ids in \`${id}\`, or rename one room.`,
  );
}

/**
 * Reads a room and its links, both at once. The links are to be believed only if the key may see them: see
 * `maySeeLinks`, and `roomProblem` for writes. Where the room says that it has an external link, a list without any is
 * looked at again (`links-not-listed` if it stays so); an empty list also where it is doubtful. `onRead` is called with what
 * was read first, which is known even if the list cannot be believed.
 */
export async function readRoom(
  portal: DocSpace,
  id: string,
  isDoubtful: (empty: RoomState) => boolean = () => false,
  onRead: (state: RoomState) => void = () => undefined,
): Promise<RoomState> {
  const state = await readBoth(portal, id);
  onRead(state);
  const isEmpty = state.links.length === 0 && state.room.canEditAccess;
  return isContradictory(state) || (isEmpty && isDoubtful(state)) ? lookAgain(portal, state) : state;
}

/**
 * ... where an empty list is the answer, because no write follows that would fail without rights. It is doubtful where
 * the room does not say whether it has links, as before 3.7.
 */
export function readListing(
  portal: DocSpace,
  id: string,
  onRead: (state: RoomState) => void = () => undefined,
): Promise<RoomState> {
  return readRoom(portal, id, saysNothing, onRead);
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
