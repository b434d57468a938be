import type { UnreadRoom } from '../audit/coverage.ts';
import type { DocSpace, RoomQuery } from '../docspace/docspace.ts';
import { inParallel, type Concurrency } from '../docspace/parallel.ts';
import { Failure, problem, type Problem, type ProblemCode } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import { isMeant, type Room, type RoomRef } from '../links/room.ts';
import type { Log } from '../present/log.ts';
import type { Patiently } from './patience.ts';

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
interface Source {
  readonly portal: DocSpace;
  readonly patiently: Patiently;
}

/** The rooms that a scan has to read, and what is known of others already. */
export interface Selection {
  readonly rooms: readonly Room[];
  /** Rooms that were named and could not be seen or read. */
  readonly unread: readonly UnreadRoom[];
  /** Why the list of rooms is not whole; null if it is. */
  readonly paging: Problem | null;
  readonly excluded: number;
  /** All rooms that were found, excluded ones too. */
  readonly listed: readonly Named[];
}

/**
 * Finds the rooms of a scan. Throws all mistakes at once: `room-not-found`, `not-a-room` and `room-ambiguous`, for
 * rooms that were named; and what keeps the audit from running at all. A list that breaks off in the middle is a
 * selection that says so.
 */
export async function selectRooms(
  { portal, patiently, log }: Source & { readonly log: Log },
  asked: RoomsAsked,
): Promise<Selection> {
  const found =
    asked.rooms === 'all'
      ? { ...(await listed({ portal, patiently }, asked.area)), unread: [] }
      : await named({ portal, patiently }, asked.rooms, asked);
  const out = new Set<string>();
  const problems: Problem[] = [];
  const all = [...found.rooms, ...found.unread.map(({ room }) => room)];
  for (const ref of asked.exclude) {
    const those = matching(all, ref);
    if (those.length > 1) problems.push(ambiguous('exclude-rooms', ref, those));
    if (those.length === 0)
      log.warning('Nothing to exclude', `\`exclude-rooms\` names ${words(ref)}: no such room here.`);
    for (const { id } of those) out.add(id);
  }
  if (problems.length > 0) throw new Failure(problems);
  return {
    rooms: found.rooms.filter(({ id }) => !out.has(id)),
    unread: found.unread.filter(({ room }) => !out.has(room.id)),
    paging: found.paging,
    excluded: out.size,
    listed: all,
  };
}

/** Whether a failure means that nothing can be read with this key. */
export function endsScan(error: Failure): boolean {
  const codes: readonly ProblemCode[] = ['key-rejected', 'key-scope'];
  return error.problems.some(({ code }) => codes.includes(code));
}

/** The first problem of a failure, which has one at least. */
export function problemOf(error: Failure): Problem {
  return error.problems[0] ?? problem('internal', error.message);
}

async function listed(
  { portal, patiently }: Source,
  area: RoomQuery['area'],
): Promise<{ readonly rooms: readonly Room[]; readonly paging: Problem | null }> {
  const rooms = new Map<string, Room>();
  let paging: Problem | null = null;
  try {
    await patiently(async () => {
      for await (const page of portal.roomPages({ area, whole: true }))
        for (const room of page) rooms.set(room.id, room);
    });
  } catch (error) {
    if (!(error instanceof Failure) || endsScan(error) || rooms.size === 0) throw error;
    paging = problemOf(error);
  }
  return { rooms: [...rooms.values()], paging };
}

async function named(
  { portal, patiently }: Source,
  refs: readonly RoomRef[],
  { area, concurrency }: RoomsAsked,
): Promise<{ readonly rooms: readonly Room[]; readonly unread: readonly UnreadRoom[]; readonly paging: null }> {
  const rooms = new Map<string, Room>();
  const unread = new Map<string, UnreadRoom>();
  const problems = new Map<RoomRef, Problem>();
  // One list serves all titles. If it breaks off, nobody knows which rooms are meant.
  const all = refs.some(({ by }) => by === 'title') ? await patiently(() => portal.rooms({ area })) : [];

  async function byId(ref: RoomRef & { readonly by: 'id' }): Promise<void> {
    const { id } = ref;
    try {
      rooms.set(id, all.find((room) => room.id === id) ?? (await patiently(() => portal.room(id))));
    } catch (error) {
      if (!(error instanceof Failure) || endsScan(error)) throw error;
      const why = problemOf(error);
      const room = { id, title: '', shared: null, sharedExternal: null };
      if (why.code === 'room-not-found' || why.code === 'not-a-room') {
        problems.set(ref, problem(why.code, `\`rooms\` names ${id}: ${why.message}`, hint));
      } else if (why.code === 'room-forbidden') {
        unread.set(id, { room, kind: 'unreadable', why: 'not-visible' });
      } else {
        unread.set(id, { room, kind: 'failed', problem: why });
      }
    }
  }

  function byTitle(ref: RoomRef & { readonly by: 'title' }): void {
    const those = matching(all, ref);
    const [room, ...others] = those;
    if (room === undefined) problems.set(ref, notFound(ref.title, area));
    else if (others.length > 0) problems.set(ref, ambiguous('rooms', ref, those));
    else rooms.set(room.id, room);
  }

  await inParallel(refs, concurrency, async (ref) => {
    if (ref.by === 'id') await byId(ref);
    else byTitle(ref);
    return null;
  });
  if (problems.size > 0) throw new Failure(refs.flatMap((ref) => problems.get(ref) ?? []));
  return { rooms: [...rooms.values()], unread: [...unread.values()], paging: null };
}

const hint =
  'Titles are compared exactly, case included. DocSpace stores `:`, `|`, `<`, `>` and `"` in a title as `_`. Or use the id: the number in the room\'s address, `/rooms/shared/<id>`.';

function notFound(title: string, area: RoomsAsked['area']): Problem {
  const kind = area === 'any' ? 'room' : `${area} room`;
  return problem(
    'room-not-found',
    `\`rooms\` names ${quoted(title)}: no ${kind} that this key can see has this title.`,
    hint,
  );
}

function ambiguous(input: 'rooms' | 'exclude-rooms', ref: RoomRef, rooms: readonly Named[]): Problem {
  const ids = rooms
    .map(({ id }) => id)
    .sort()
    .join(', ');
  return problem('room-ambiguous', `\`${input}\` names ${words(ref)}: ${rooms.length} rooms have this title: ${ids}.`);
}

/** What names a room. */
type Named = Pick<Room, 'id' | 'title'>;

function matching<T extends Named>(rooms: readonly T[], ref: RoomRef): readonly T[] {
  return rooms.filter((room) => isMeant(ref, room));
}

function words(ref: RoomRef): string {
  return ref.by === 'id' ? ref.id : quoted(ref.title);
}
