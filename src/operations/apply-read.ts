import type { DocSpace } from '../docspace/docspace.ts';
import { located, type LineProblem } from '../links-file/line-problem.ts';
import type { FileRoom, LinksFile } from '../links-file/links-file.ts';
import { Failure, problem, type ProblemCode } from '../links/problem.ts';
import type { Room, RoomState } from '../links/room.ts';
import { atMost } from './at-most.ts';
import { saysNothing } from './empty-list.ts';
import { readRoom, resolveRoom } from './read-room.ts';

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

/**
 * Finds and reads all rooms of the file, with two requests each, another for a title, and before 3.7 one more for a room
 * without links that is up to date as it is. Throws a `Failure` that names all rooms that cannot be read, and those that
 * stand in the file twice, by id and by title.
 */
export async function readRooms(
  portal: DocSpace,
  file: LinksFile,
  isUpToDate: (one: FileRoomState) => boolean,
): Promise<readonly FileRoomState[]> {
  const problems: LineProblem[] = [];
  const lister = listingOnce(portal, file.rooms.filter(({ room }) => room.by === 'title').length);
  const found = await atMost(2 * roomsAtOnce, file.rooms, (room) =>
    noting(problems, room, async () => ({ room, id: await resolveRoom(lister, room.room) })),
  );
  const rooms = found.filter((one) => one !== null);
  for (const [index, { room, id }] of rooms.entries()) {
    const first = rooms.slice(0, index).find((other) => other.id === id);
    if (first === undefined) continue;
    const message = `This is room ${id}, and so is line ${first.room.line}.`;
    problems.push({ line: room.line, problem: problem('links-file', message, 'Put all its links in one place.') });
  }
  const states = await atMost(roomsAtOnce, rooms, ({ room, id }) =>
    noting(problems, room, async () => ({
      room,
      state: await readRoom(portal, id, (state) => saysNothing(state) && isUpToDate({ room, state })),
    })),
  );
  const sorted = problems.toSorted((one, other) => one.line - other.line);
  if (sorted.length > 0) throw new Failure(sorted.map((one) => located(file.path, one)));
  return states.filter((one) => one !== null);
}

/** From so many titles on, one list of all rooms costs less than a search for each. */
const manyTitles = 10;

/** The portal, whose whole list of rooms is read once at most, and where there are many titles serves them all. */
function listingOnce(portal: DocSpace, titles: number): DocSpace {
  let all: Promise<readonly Room[]> | null = null;
  return {
    ...portal,
    rooms: (query) => {
      if (query.title !== undefined && titles < manyTitles) return portal.rooms(query);
      return (all ??= portal.rooms({ area: query.area }));
    },
  };
}

/** Does some work for a room; null if there is something wrong with the room, which is noted. */
async function noting<T>(problems: LineProblem[], room: FileRoom, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure) || !error.problems.every(({ code }) => ofOneRoom.includes(code))) throw error;
    problems.push(...error.problems.map((one) => ({ line: room.line, problem: one })));
    return null;
  }
}
