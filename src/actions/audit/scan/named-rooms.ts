import { refKey, type UnreadRoom } from '../../../audit/coverage.ts';
import { byRoomId, matches, referenceWords, type Room, type RoomReference } from '../../../links/room.ts';
import type { DocSpace } from '../../../docspace/port.ts';
import { inParallel, type Concurrency } from '../../../docspace/pool.ts';
import { listedNear, nearRooms } from '../../../links/near-titles.ts';
import { Failure, problem, type Problem, type ProblemCode } from '../../../links/problem.ts';
import { attempt } from '../../../links/result.ts';
import { quoted } from '../../../links/text.ts';
import { endsScan, problemOf } from './key-problems.ts';

/** Which rooms a scan is about. */
export interface RoomsAsked {
  /** `all`: every room of the area that this key can see. */
  readonly rooms: 'all' | readonly RoomReference[];
  readonly exclude: readonly RoomReference[];
  /** For `all`, and for titles. An id is found wherever its room is. */
  readonly area: 'active' | 'archived' | 'any';
  readonly concurrency: Concurrency;
}

/** Where rooms are found. */
export interface Source {
  readonly portal: DocSpace;
}

/** What has become of the rooms that were named. */
export interface NamedRooms {
  readonly rooms: readonly Room[];
  /** Those that are not there, that several rooms may be, or that could not be seen or read. */
  readonly unread: readonly UnreadRoom[];
}

/** What has become of one name. */
type Outcome =
  | { readonly kind: 'room'; readonly room: Room }
  | { readonly kind: 'unread'; readonly unread: UnreadRoom }
  /** The portal has said nothing of it. `end`: nor will it of any other room, because of the key. */
  | { readonly kind: 'unsaid'; readonly unread: UnreadRoom; readonly end: Problem | null };

type ById = RoomReference & { readonly by: 'id' };
type ByTitle = RoomReference & { readonly by: 'title' };

/**
 * Looks up the rooms that `rooms` names. One that is not there does not stop the others. Throws if the portal says
 * nothing about any of them: because of the key, or because the list in which all of them are looked up breaks off.
 */
export async function nameRooms(
  { portal }: Source,
  references: readonly RoomReference[],
  { area, concurrency }: Pick<RoomsAsked, 'area' | 'concurrency'>,
): Promise<NamedRooms> {
  const list = await listForTitles(portal, references, area);
  const outcomes = new Map<RoomReference, Outcome>();
  let end = null as Problem | null;
  await inParallel(references, concurrency, async (reference) => {
    const outcome =
      reference.by === 'title' ? byTitle(reference, list, area) : await byId(portal, reference, list.rooms, end);
    if (outcome.kind === 'unsaid') end ??= outcome.end;
    outcomes.set(reference, outcome);
    return null;
  });
  const all = references.flatMap((reference) => outcomes.get(reference) ?? []);
  if (end !== null && all.every(({ kind }) => kind === 'unsaid')) throw new Failure([end]);
  const rooms = all.flatMap((one) => (one.kind === 'room' ? [one.room] : []));
  const unread = all.flatMap((one) => (one.kind === 'room' ? [] : [one.unread]));
  return {
    rooms: [...new Map(rooms.map((room) => [room.id, room])).values()],
    unread: [...new Map(unread.map((one) => [refKey(one.room), one])).values()],
  };
}

/** A list in which titles are looked up. */
interface TitleList {
  readonly rooms: readonly Room[];
  /** Rooms of the other area, only to give advice. */
  readonly elsewhere: readonly Room[];
  /** Why nobody knows which rooms are meant; null if the list is whole. */
  readonly broken: Problem | null;
}

/** One list serves all titles; none is read without any. Throws if it breaks off and no name is an id. */
async function listForTitles(
  portal: DocSpace,
  references: readonly RoomReference[],
  area: RoomsAsked['area'],
): Promise<TitleList> {
  const titled = references.filter((reference) => reference.by === 'title');
  if (titled.length === 0) return { rooms: [], elsewhere: [], broken: null };
  const { value: rooms, failed } = await attempt(() => portal.rooms({ area, whole: true }));
  if (failed === null) return { rooms, elsewhere: await otherRooms(portal, titled, rooms, area), broken: null };
  const isFlawed = flawed.includes(problemOf(failed).code);
  if (endsScan(failed) || (!isFlawed && titled.length === references.length)) throw failed;
  return { rooms: [], elsewhere: [], broken: problemOf(failed) };
}

/** A list of rooms was read, and is not to be relied on. */
const flawed: readonly ProblemCode[] = ['conflict', 'not-docspace'];

/** Where a title is not found: the rooms of the other area; none if they cannot be read. */
async function otherRooms(
  portal: DocSpace,
  titled: readonly RoomReference[],
  rooms: readonly Room[],
  area: RoomsAsked['area'],
): Promise<readonly Room[]> {
  if (area === 'any' || titled.every((reference) => matching(rooms, reference).length > 0)) return [];
  const { value } = await attempt(() => portal.rooms({ area: area === 'active' ? 'archived' : 'active' }));
  return value ?? [];
}

/** `end`: why nothing is asked any more. */
async function byId(portal: DocSpace, reference: ById, listed: readonly Room[], end: Problem | null): Promise<Outcome> {
  if (end !== null) return { kind: 'unsaid', unread: failedRoom(reference, end), end };
  const { id } = reference;
  const { value, failed } = await attempt(async () => listed.find((room) => room.id === id) ?? (await portal.room(id)));
  if (failed === null) return { kind: 'room', room: value };
  const why = problemOf(failed);
  if (endsScan(failed)) return { kind: 'unsaid', unread: failedRoom(reference, why), end: why };
  if (why.code === 'room-forbidden') {
    return { kind: 'unread', unread: { room: nothingOf(reference), kind: 'unreadable', why: 'not-visible' } };
  }
  const isMisnamed = why.code === 'room-not-found' || why.code === 'not-a-room';
  const named = isMisnamed ? problem(why.code, `\`rooms\` names ${id}: ${why.message}`, hint) : why;
  return { kind: 'unread', unread: failedRoom(reference, named) };
}

const hint =
  'Correct `rooms`. The id of a room is the number in its address, `/rooms/shared/<id>`; the room may have been deleted.';

function byTitle(reference: ByTitle, { rooms, elsewhere, broken }: TitleList, area: RoomsAsked['area']): Outcome {
  if (broken !== null) {
    const message = `The list of rooms, in which \`rooms\` names ${quoted(reference.title)}, is not whole: ${broken.message}`;
    return { kind: 'unsaid', unread: failedRoom(reference, problem(broken.code, message, broken.hint)), end: null };
  }
  const those = matching(rooms, reference);
  const [room] = those;
  if (room === undefined) {
    return { kind: 'unread', unread: failedRoom(reference, notFound(reference.title, area, [...rooms, ...elsewhere])) };
  }
  return those.length > 1
    ? { kind: 'unread', unread: failedRoom(reference, ambiguous('rooms', reference, those)) }
    : { kind: 'room', room };
}

function failedRoom(reference: RoomReference, why: Problem): UnreadRoom {
  return { room: nothingOf(reference), kind: 'failed', problem: why };
}

/** All that is known of a room that was not found: how it was named. */
function nothingOf(reference: RoomReference): UnreadRoom['room'] {
  const named = reference.by === 'id' ? { id: reference.id, title: '' } : { id: '', title: reference.title };
  return { ...named, shared: null, sharedExternal: null };
}

/** `rooms`: those among which near titles are looked for. */
function notFound(title: string, area: RoomsAsked['area'], rooms: readonly Room[]): Problem {
  const kind = area === 'any' ? 'room' : `${area} room`;
  const near = listedNear(nearRooms(title, rooms));
  return problem(
    'room-not-found',
    `\`rooms\` names ${quoted(title)}: no ${kind} that this key can see has this title.${near === '' ? '' : ` Near titles: ${near}.`}`,
    'Titles are compared exactly, case included. DocSpace stores `:`, `|`, `<`, `>` and `"` in a title as `_`. Correct `rooms`, set `search-area` if the room is in the Archive, or use the id: the number in the room\'s address, `/rooms/shared/<id>`.',
  );
}

/** What names a room. */
type Named = Pick<Room, 'id' | 'title'>;

/** The problem of a name that several rooms have, with their ids in order. */
export function ambiguous(
  input: 'rooms' | 'exclude-rooms',
  reference: RoomReference,
  rooms: readonly Named[],
): Problem {
  const ids = rooms
    .map(({ id }) => id)
    .toSorted(byRoomId)
    .join(', ');
  return problem(
    'room-ambiguous',
    `\`${input}\` names ${referenceWords(reference)}: ${rooms.length} rooms have this title: ${ids}.`,
    `Use one of these ids in \`${input}\`, or rename one room.`,
  );
}

/** The rooms that are meant. */
export function matching<T extends Named>(rooms: readonly T[], reference: RoomReference): readonly T[] {
  return rooms.filter((room) => matches(reference, room));
}
