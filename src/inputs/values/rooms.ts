import type { RoomRef } from '../../links/room.ts';
import { linesOf } from './lines.ts';
import type { Parse } from './parsed.ts';
import { parseRoomRef } from './room.ts';

const keyOf = (ref: RoomRef): string => JSON.stringify(ref);

/** Rooms by their ids and exact titles, one a line. */
export const parseRooms: Parse<readonly RoomRef[]> = linesOf(parseRoomRef, keyOf);

/** `all`, in any case, or rooms. Among rooms it would be a title to one reader and a word to the next. */
export const parseRoomsOrAll: Parse<'all' | readonly RoomRef[]> = (text) => {
  const lines = text.split('\n').map((line) => line.trim().toLowerCase());
  const given = new Set(lines.filter((line) => line !== ''));
  if (!given.has('all')) return parseRooms(text);
  return given.size === 1
    ? { value: 'all' }
    : { wrong: 'has `all` among rooms: give `all` alone, or only rooms. A room of this title is named by its id.' };
};
