import { refKey, type UnreadRoom } from '../../../audit/coverage.ts';
import type { RoomQuery } from '../../../docspace/port.ts';
import { Failure, type Problem } from '../../../links/problem.ts';
import { matches, referenceWords, type Room } from '../../../links/room.ts';
import type { Log } from '../../../render/log.ts';
import { attempt } from '../../../links/result.ts';
import { problemOf } from './key-problems.ts';
import { ambiguous, matching, nameRooms, type RoomsAsked, type Source } from './named-rooms.ts';

/** The rooms that a scan has to read, and what is known of others already. */
export interface Selection {
  readonly rooms: readonly Room[];
  /** Rooms that were named, and are not there or could not be seen or read. */
  readonly unread: readonly UnreadRoom[];
  /** Why the list of rooms is not whole; null if it is. */
  readonly paging: Problem | null;
  /** Ids of the rooms that are left out. */
  readonly excluded: ReadonlySet<string>;
  /** All rooms that were found, excluded ones too. */
  readonly listed: readonly Pick<Room, 'id' | 'title'>[];
}

/**
 * Finds the rooms of a scan. What was named and is not there is `unread`; a list that breaks off in the middle is a
 * selection that says so. Throws `room-ambiguous` if `exclude-rooms` does not say which room it means, and what keeps
 * the audit from running at all: the portal gives neither a room that was named nor the first page of the list.
 */
export async function selectRooms(
  { portal, log }: Source & { readonly log: Log },
  asked: RoomsAsked,
): Promise<Selection> {
  const found =
    asked.rooms === 'all'
      ? { ...(await listed({ portal }, asked.area)), unread: [] }
      : { ...(await nameRooms({ portal }, asked.rooms, asked)), paging: null };
  const out = new Set<string>();
  const problems: Problem[] = [];
  const all = [...found.rooms, ...found.unread.map(({ room }) => room)];
  for (const reference of asked.exclude) {
    const those = matching(all, reference);
    if (those.length > 1) problems.push(ambiguous('exclude-rooms', reference, those));
    if (those.length === 0 && found.paging === null)
      log.warning('Nothing to exclude', `\`exclude-rooms\` names ${referenceWords(reference)}: no such room here.`);
    for (const room of those) out.add(refKey(room));
  }
  if (problems.length > 0) throw new Failure(problems);
  return {
    ...found,
    rooms: found.rooms.filter((room) => !out.has(refKey(room))),
    unread: found.unread.filter(({ room }) => !out.has(refKey(room))),
    excluded: out,
    listed: all,
  };
}

/**
 * The rooms of the list as it is now, without those that are left out. If it cannot be read any more, what it had, and
 * why. Throws no `Failure`.
 */
export async function selectAgain(
  source: Source,
  { area, exclude }: RoomsAsked,
  excluded: ReadonlySet<string>,
): Promise<Pick<Selection, 'rooms' | 'paging'>> {
  const { value, failed } = await attempt(() => listed(source, area));
  if (failed !== null) return { rooms: [], paging: problemOf(failed) };
  // A title that several rooms have by now leaves out only the one that it left out before.
  const isOut = (room: Room): boolean =>
    excluded.has(room.id) ||
    exclude.some((reference) => matches(reference, room) && matching(value.rooms, reference).length === 1);
  return { rooms: value.rooms.filter((room) => !isOut(room)), paging: value.paging };
}

/** Throws only if there is no first page of the list. */
async function listed({ portal }: Source, area: RoomQuery['area']): Promise<Pick<Selection, 'rooms' | 'paging'>> {
  const rooms = new Map<string, Room>();
  try {
    const list = portal.roomPages({ area, whole: true });
    let page = await list.next();
    for (; page.done !== true; page = await list.next()) for (const room of page.value) rooms.set(room.id, room);
    const { ids } = page.value;
    // Rooms of an earlier reading that have left the list since are none of it.
    return { rooms: [...rooms.values()].filter(({ id }) => ids.has(id)), paging: null };
  } catch (error) {
    if (!(error instanceof Failure) || rooms.size === 0) throw error;
    return { rooms: [...rooms.values()], paging: problemOf(error) };
  }
}
