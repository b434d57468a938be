import { mapConcurrent } from '../../docspace/pool.ts';
import type { DocSpace, RoomQuery } from '../../docspace/port.ts';
import { isRoomGone } from '../../docspace/refusal.ts';
import { type FileRoom, type LineProblem, type LinksFile, located } from '../../links/declared.ts';
import { type NearRoom, nearRooms, type RoomNaming } from '../../links/near-titles.ts';
import { wantsNothing } from '../../links/past-date.ts';
import { Failure, problem, type Problem, type ProblemCode, problemTable } from '../../links/problem.ts';
import { matches, type Room, type RoomState } from '../../links/room.ts';
import { readRoom, resolveRoom, saysNothing } from '../../reconcile/read-room.ts';

/** A room of the file, as the portal has it. */
export interface FileRoomState {
  readonly room: FileRoom;
  readonly state: RoomState;
}

/**
 * Rooms that are read at once, with two requests each: beyond eight requests at once a portal gets slower for everyone
 * (portal.md G2).
 */
const roomsAtOnce = 4;

/** What can be wrong with one room and not with the next; anything else ends the reading. */
const ofOneRoom: readonly ProblemCode[] = [
  'room-not-found',
  'room-ambiguous',
  'not-a-room',
  'room-forbidden',
  'links-not-listed',
];

/** A room that is not there, and of which the file wants nothing: its links are gone with it. */
export interface MissingRoom extends FileRoom {
  /** Rooms whose titles are near: one of them may be meant. */
  readonly near: readonly NearRoom[];
}

/** The rooms of a file. */
export interface FileRoomsRead {
  readonly rooms: readonly FileRoomState[];
  readonly missing: readonly MissingRoom[];
}

/** How a file names rooms, and what messages advise. */
const inFile: RoomNaming = { title: 'room', id: 'room' };

/**
 * Finds and reads all rooms of the file, with two requests each, another for a title, and before 3.7 one more for a room
 * without links that is up to date as it is. Throws a `Failure` that names all rooms that cannot be read, and those that
 * stand in the file twice, by id and by title.
 */
export async function readRooms(
  portal: DocSpace,
  file: LinksFile,
  now: () => Date,
  isUpToDate: (one: FileRoomState) => boolean,
): Promise<FileRoomsRead> {
  const problems: LineProblem[] = [];
  const missing: MissingRoom[] = [];
  const lister = listingOnce(portal, file.rooms.filter(({ room }) => room.by === 'title').length);
  const found = await mapConcurrent(2 * roomsAtOnce, file.rooms, (room) =>
    succeeds(problems, room, () =>
      unlessMissing(lister, room, async () => ({ room, id: await resolveRoom(lister, room.room, inFile) })),
    ),
  );
  const rooms = found.filter((one) => one !== null);
  for (const [index, { room, id }] of rooms.entries()) {
    const first = rooms.slice(0, index).find((other) => other.id === id);
    if (first === undefined) continue;
    const message = `This is room ${id}, and so is line ${first.room.line}.`;
    problems.push({ line: room.line, problem: problem('links-file', message, 'Put all its links in one place.') });
  }
  const states = await mapConcurrent(roomsAtOnce, rooms, ({ room, id }) =>
    succeeds(problems, room, () =>
      unlessMissing(lister, room, async () => ({
        room,
        state: await readRoom(portal, id, (state) => saysNothing(state) && isUpToDate({ room, state })),
      })),
    ),
  );
  const sorted = problems.toSorted((one, other) => one.line - other.line);
  if (sorted.length > 0) throw new Failure(sorted.map((one) => located(file.path, one)));
  return {
    rooms: states.filter((one) => one !== null),
    missing: missing.toSorted((one, other) => one.line - other.line),
  };

  /** Notes a room that is not there and of which the file wants nothing, instead of throwing that. */
  async function unlessMissing<T>(of: DocSpace, room: FileRoom, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      const isAbsent = error instanceof Failure && isRoomGone(error);
      if (!isAbsent || !wantsNothing(room, now()) || (await isArchived(of, room))) throw error;
      missing.push({ ...room, near: await nearOnes(of, room) });
      return null;
    }
  }
}

/** Whether a room that no active one is lies in the archive, from where its links would come back with it. */
async function isArchived(portal: DocSpace, { room }: FileRoom): Promise<boolean> {
  return room.by === 'title' && (await portal.rooms({ area: 'archived' })).some((one) => matches(room, one));
}

/** The rooms that a title may mean which no active room has; the lists have been read for that already. */
async function nearOnes(portal: DocSpace, { room }: FileRoom): Promise<readonly NearRoom[]> {
  if (room.by === 'id') return [];
  const lists = [await portal.rooms({ area: 'active' }), await portal.rooms({ area: 'archived' })];
  return nearRooms(room.title, lists.flat());
}

/** From so many titles on, one list of all rooms costs less than a search for each. */
const manyTitles = 10;

/** The portal, whose whole list of rooms of an area is read once at most, and where there are many titles serves them all. */
function listingOnce(portal: DocSpace, titles: number): DocSpace {
  const lists = new Map<RoomQuery['area'], Promise<readonly Room[]>>();
  return {
    ...portal,
    rooms: (query) => {
      if (query.title !== undefined && titles < manyTitles) return portal.rooms(query);
      const list = lists.get(query.area) ?? portal.rooms({ area: query.area });
      lists.set(query.area, list);
      return list;
    },
  };
}

/** Does some work for a room; null if there is something wrong with the room, which is noted. */
async function succeeds<T>(problems: LineProblem[], room: FileRoom, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure) || !error.problems.every(({ code }) => ofOneRoom.includes(code))) throw error;
    problems.push(...error.problems.map((one) => ({ line: room.line, problem: advised(one) })));
    return null;
  }
}

/** The problem with the advice for a file, where that of its code names inputs of other actions. */
function advised(one: Problem): Problem {
  const { code, hint } = one;
  if (code !== 'room-not-found' || hint !== problemTable[code].advice) return one;
  return {
    ...one,
    hint: "Check `room`: it is the number in the room's address, `/rooms/shared/<id>`, or an exact title.",
  };
}
