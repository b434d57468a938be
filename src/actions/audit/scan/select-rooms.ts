import { refKey, type UnreadRoom } from '../../../audit/coverage.ts';
import { byRoomId } from '../../../audit/finding.ts';
import type { DocSpace } from '../../../docspace/port.ts';
import { inParallel, type Concurrency } from '../../../docspace/pool.ts';
import { Failure, problem, type Problem, type ProblemCode } from '../../../links/problem.ts';
import { listedNear, nearRooms } from '../../../links/near-titles.ts';
import { quoted } from '../../../links/quoted.ts';
import { isMeant, type Room, type RoomRef } from '../../../links/room.ts';
import { attempt } from '../../../reconcile/attempt.ts';

/** Which rooms a scan is about. */
export interface RoomsAsked {
  /** `all`: every room of the area that this key can see. */
  readonly rooms: 'all' | readonly RoomRef[];
  readonly exclude: readonly RoomRef[];
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

/**
 * Looks up the rooms that `rooms` names. One that is not there does not stop the others. Throws if the portal says
 * nothing about any of them: because of the key, or because the list in which all of them are looked up breaks off.
 */
export async function nameRooms(
  { portal }: Source,
  refs: readonly RoomRef[],
  { area, concurrency }: Pick<RoomsAsked, 'area' | 'concurrency'>,
): Promise<NamedRooms> {
  const rooms = new Map<RoomRef, Room>();
  const unread = new Map<RoomRef, UnreadRoom>();
  const ends: Problem[] = [];
  let answers = 0;
  // One list serves all titles. If it breaks off, nobody knows which rooms are meant.
  const titled = refs.some(({ by }) => by === 'title');
  const list = await attempt(() => (titled ? portal.rooms({ area, whole: true }) : Promise.resolve([])));
  if (list.failed !== null) {
    const isFlawed = flawed.includes(problemOf(list.failed).code);
    if (endsScan(list.failed) || (!isFlawed && refs.every(({ by }) => by === 'title'))) throw list.failed;
  }
  const all = list.value ?? [];
  const elsewhere = list.failed === null ? await otherRooms(portal, refs, all, area) : [];

  const fail = (ref: RoomRef, why: Problem): void => {
    unread.set(ref, { room: nothingOf(ref), kind: 'failed', problem: why });
  };

  async function byId(ref: RoomRef & { readonly by: 'id' }): Promise<void> {
    const { id } = ref;
    const [ended] = ends;
    if (ended !== undefined) {
      fail(ref, ended);
      return;
    }
    const { value, failed } = await attempt(async () => all.find((room) => room.id === id) ?? (await portal.room(id)));
    if (failed === null) {
      answers += 1;
      rooms.set(ref, value);
      return;
    }
    const why = problemOf(failed);
    if (endsScan(failed)) {
      ends.push(why);
      fail(ref, why);
      return;
    }
    answers += 1;
    if (why.code === 'room-not-found' || why.code === 'not-a-room') {
      fail(ref, problem(why.code, `\`rooms\` names ${id}: ${why.message}`, hint));
    } else if (why.code === 'room-forbidden') {
      unread.set(ref, { room: nothingOf(ref), kind: 'unreadable', why: 'not-visible' });
    } else {
      fail(ref, why);
    }
  }

  function byTitle(ref: RoomRef & { readonly by: 'title' }): void {
    if (list.failed !== null) {
      const { code, message, hint: advice } = problemOf(list.failed);
      fail(ref, problem(code, `The list of rooms, in which \`rooms\` names ${quoted(ref.title)}, is not whole: ${message}`, advice)); // prettier-ignore
      return;
    }
    answers += 1;
    const those = matching(all, ref);
    const [room, ...others] = those;
    if (room === undefined) fail(ref, notFound(ref.title, area, [...all, ...elsewhere]));
    else if (others.length > 0) fail(ref, ambiguous('rooms', ref, those));
    else rooms.set(ref, room);
  }

  await inParallel(refs, concurrency, async (ref) => {
    if (ref.by === 'id') await byId(ref);
    else byTitle(ref);
    return null;
  });
  if (ends.length > 0 && answers === 0) throw new Failure(ends.slice(0, 1));
  return {
    rooms: [...new Map(refs.flatMap((ref) => rooms.get(ref) ?? []).map((room) => [room.id, room])).values()],
    unread: [...new Map(refs.flatMap((ref) => unread.get(ref) ?? []).map((one) => [refKey(one.room), one])).values()],
  };
}

/** All that is known of a room that was not found: how it was named. */
function nothingOf(ref: RoomRef): UnreadRoom['room'] {
  const named = ref.by === 'id' ? { id: ref.id, title: '' } : { id: '', title: ref.title };
  return { ...named, shared: null, sharedExternal: null };
}

/** A list of rooms was read, and is not to be relied on. */
const flawed: readonly ProblemCode[] = ['conflict', 'not-docspace'];

const hint =
  'Correct `rooms`. The id of a room is the number in its address, `/rooms/shared/<id>`; the room may have been deleted.';

/** Where a title is not found: the rooms of the other area, only to give advice; none if they cannot be read. */
async function otherRooms(
  portal: DocSpace,
  refs: readonly RoomRef[],
  all: readonly Room[],
  area: RoomsAsked['area'],
): Promise<readonly Room[]> {
  if (area === 'any' || !refs.some((ref) => ref.by === 'title' && matching(all, ref).length === 0)) return [];
  const { value } = await attempt(() => portal.rooms({ area: area === 'active' ? 'archived' : 'active' }));
  return value ?? [];
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

/** Whether a failure means that nothing can be read with this key. */
export function endsScan(error: Failure): boolean {
  return error.problems.some(endsKey);
}

/** Whether a problem is one of the key, so that every room has it. */
export function endsKey({ code }: Problem): boolean {
  return code === 'key-rejected' || code === 'key-scope';
}

/** The first problem of a failure, which has one at least. */
export function problemOf(error: Failure): Problem {
  return error.problems[0] ?? problem('internal', error.message);
}

/** The problem of a name that several rooms have, with their ids in order. */
export function ambiguous(input: 'rooms' | 'exclude-rooms', ref: RoomRef, rooms: readonly Named[]): Problem {
  const ids = rooms
    .map(({ id }) => id)
    .toSorted(byRoomId)
    .join(', ');
  return problem(
    'room-ambiguous',
    `\`${input}\` names ${words(ref)}: ${rooms.length} rooms have this title: ${ids}.`,
    `Use one of these ids in \`${input}\`, or rename one room.`,
  );
}

/** What names a room. */
type Named = Pick<Room, 'id' | 'title'>;

/** The rooms that are meant. */
export function matching<T extends Named>(rooms: readonly T[], ref: RoomRef): readonly T[] {
  return rooms.filter((room) => isMeant(ref, room));
}

/** The name as it was given. */
export function words(ref: RoomRef): string {
  return ref.by === 'id' ? ref.id : quoted(ref.title);
}
