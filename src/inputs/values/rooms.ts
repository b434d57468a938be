import type { RoomRef } from '../../links/room.ts';
import { linesIn, linesOf } from './lines.ts';
import type { Parse } from './parsed.ts';
import { isMeantAsId, parseRoomRef } from './room.ts';

const keyOf = (ref: RoomRef): string => JSON.stringify(ref);

/** What stands between commas and semicolons. */
function valuesIn(line: string): readonly string[] {
  return line
    .split(/[,;]/u)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** A line: an id, several ids with commas between them, or a title, which may hold commas. */
const parseLine: Parse<readonly RoomRef[]> = (line) => {
  const values = valuesIn(line);
  const ids = values.every(isMeantAsId) ? values : [];
  if (ids.length > 1 && line.includes(';')) {
    return {
      wrong: `holds ids with \`;\` between them. Use commas, or write one room per line: \`${ids.join(', ')}\`.`,
    };
  }
  const refs: RoomRef[] = [];
  for (const text of ids.length > 0 ? ids : [titleIn(line)]) {
    const ref = parseRoomRef(text);
    if ('wrong' in ref) return ids.length > 1 ? { wrong: `holds "${text}", which ${ref.wrong}` } : ref;
    refs.push(ref.value);
  }
  return { value: refs };
};

/** DocSpace stores a double quote in a title as `_`, so quotes around a title are not its own. */
function titleIn(line: string): string {
  return /^"([^"]+)"$/u.exec(line)?.[1] ?? line;
}

/** Rooms by their ids and exact titles, one per line; a line of ids may have commas. */
export const parseRooms: Parse<readonly RoomRef[]> = linesOf(parseLine, { keyOf, titles: true });

const parseSomeRooms = linesOf(parseLine, { keyOf, titles: true, least: '`all` or a room' });

/** `all`, in any case, or rooms. Among rooms it would be a title to one reader and a word to the next. */
export const parseRoomsOrAll: Parse<'all' | readonly RoomRef[]> = (text) => {
  const lines = linesIn(text).flatMap(({ text: line }) => {
    const values = valuesIn(line);
    return values.every((value) => isAll(value) || isMeantAsId(value)) ? values : [line];
  });
  if (!lines.some(isAll)) return parseSomeRooms(text);
  return lines.every(isAll)
    ? { value: 'all' }
    : { wrong: 'has `all` among rooms. Use `all` alone, or only rooms; name a room with this title by its id.' };
};

function isAll(text: string): boolean {
  return text.toLowerCase() === 'all';
}
