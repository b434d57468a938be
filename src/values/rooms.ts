import type { RoomReference } from '../links/room.ts';
import { linesIn, linesOf } from './lists.ts';
import type { Misunderstood, Parse } from './parsed.ts';
import { hiddenCharacter, holdsAddress, notPlain, pastedSecret, unquoted, withoutHidden } from './pasted.ts';

/** The greatest number that the portal takes for a number: an int32 (portal.md §7). */
export const greatestId = 2 ** 31 - 1;

/** Longer than ids and titles of rooms are. Both are a part of URLs, and servers refuse long ones; UTF-16 units. */
export const longestText = 400;

/** Ids of rooms on third-party storage: its kind, its number, and perhaps a path (portal.md §7). */
const thirdParty = /^(?:sbox|spoint|drive|box|dropbox|onedrive)-\d+(?:-[^\p{Cc}]*)?$/u;

/**
 * Id of a room: a number, or the text id of a room on third-party storage. Zeros in front of a number are cut: where only
 * an id can stand, nothing else can be meant.
 */
export const parseRoomId: Parse<string> = (text) => {
  const value = idOf(text.replace(/^0+(?=\d)/u, ''));
  if (value !== null) return { value };
  if (/^\d+$/u.test(text)) return notAnId(text);
  const inside = unquoted(text) ?? text;
  if (isAddress(inside)) return addressWrong(inside);
  return (
    notPlain(text, isRoomId) ?? {
      wrong:
        "is not the id of a room: the number in the room's address, `/rooms/shared/<id>`, or the text id of a room on third-party storage (`drive-12-…`). For a title use `room-title`.",
    }
  );
};

/** Why digits are no id, where a title could stand: it may have zeros in front, and without them another room is meant. */
function notAnId(digits: string): Misunderstood {
  const plain = digits.replace(/^0+/u, '');
  if (plain === digits || idOf(plain) === null)
    return { wrong: `is not the id of a room: ids are 1 to ${greatestId}.` };
  return { wrong: `is not the id of a room: ids have no zeros in front. Did you mean \`${plain}\`?` };
}

function isAddress(text: string): boolean {
  return holdsAddress(text) || /\/\/|\/rooms\/|\/s\//u.test(text);
}

/** Why an address is refused that stands where a room is named. */
function addressWrong(text: string): Misunderstood {
  const id = idInAddress(text);
  if (id !== null) return { wrong: `is a URL: use the id of the room alone. Did you mean \`${id}\`?` };
  const secret = pastedSecret(text) === null ? '' : ' The URL of a link names no room.';
  return {
    wrong: `is a URL without the id of a room.${secret} Use the number in the room's address, \`/rooms/shared/<id>\`.`,
    unseen: true,
  };
}

/** Whether the text is the id of a room as it is, and no title. */
export function isRoomId(text: string): boolean {
  return idOf(text) !== null;
}

/** Whether the text is meant as the id of a room, and perhaps wrong: digits are never a title. */
export function looksLikeRoomId(text: string): boolean {
  return /^\d+$/u.test(text) || isRoomId(text);
}

function idOf(text: string): string | null {
  if (thirdParty.test(text)) return text.length <= longestText && hiddenCharacter(text) === null ? text : null;
  return /^[1-9]\d*$/u.test(text) && Number(text) <= greatestId ? text : null;
}

/** The id in an address of a room: `/rooms/shared/2201/filter?folder=2201`. */
function idInAddress(text: string): string | null {
  const [, segment = ''] = /\/rooms\/[a-z-]+\/([^/?#]+)/u.exec(text) ?? [];
  const [, folder = ''] = /[?&]folder=([^&#]+)/u.exec(text) ?? [];
  return idOf(segment) ?? idOf(folder);
}

/** Title of a room, in Unicode NFC; its spaces and line breaks are its own. DocSpace stores a colon in it as `_`. */
export const parseRoomTitle: Parse<string> = (text) => {
  if (text.trim() === '') return { wrong: 'is empty or holds spaces only.' };
  if (!holdsAddress(text)) {
    const value = text.normalize('NFC');
    if (value.length > longestText) {
      return { wrong: `is not the title of a room: it has ${value.length} characters, more than ${longestText}.` };
    }
    return { value };
  }
  return idInAddress(text) === null
    ? addressWrong(text)
    : { wrong: `is a URL, and not the title of a room. Its id is \`${String(idInAddress(text))}\`: use that instead.` };
};

/** A room by its id, or else by its exact title. Digits are always an id, also where a room has such a title. */
export const parseRoomReference: Parse<RoomReference> = (text) => {
  if (/^\d+$/u.test(text) && idOf(text) === null) return notAnId(text);
  const id = parseRoomId(text);
  if ('value' in id) return { value: { by: 'id', id: id.value } };
  if (holdsAddress(text) || idInAddress(text) !== null) return id;
  const hidden = hiddenCharacter(text);
  if (hidden !== null && isRoomId(withoutHidden(text))) {
    return { wrong: `${hidden.wrong} Did you mean \`${withoutHidden(text)}\`?` };
  }
  const title = parseRoomTitle(text);
  return 'wrong' in title ? title : { value: { by: 'title', title: title.value } };
};

/** Rooms of the policy: as above, but a title may hold `*` for any text, and then it is never an id. */
export const parseRoomPattern: Parse<RoomReference> = (text) => {
  if (!text.includes('*')) return parseRoomReference(text);
  return { value: { by: 'title', title: text.normalize('NFC') } };
};

const keyOf = (reference: RoomReference): string => JSON.stringify(reference);

/** What stands between commas and semicolons. */
function valuesIn(line: string): readonly string[] {
  return line
    .split(/[,;]/u)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** A line: an id, several ids with commas between them, or a title, which may hold commas. */
const parseLine: Parse<readonly RoomReference[]> = (line) => {
  const values = valuesIn(line);
  const ids = values.every(looksLikeRoomId) ? values : [];
  if (ids.length > 1 && line.includes(';')) {
    return {
      wrong: `holds ids with \`;\` between them. Use commas, or write one room per line: \`${ids.join(', ')}\`.`,
    };
  }
  const references: RoomReference[] = [];
  for (const text of ids.length > 0 ? ids : [titleIn(line)]) {
    const reference = parseRoomReference(text);
    if ('wrong' in reference)
      return ids.length > 1 ? { wrong: `holds "${text}", which ${reference.wrong}` } : reference;
    references.push(reference.value);
  }
  return { value: references };
};

/** DocSpace stores a double quote in a title as `_`, so quotes around a title are not its own. */
function titleIn(line: string): string {
  return /^"([^"]+)"$/u.exec(line)?.[1] ?? line;
}

/** Rooms by their ids and exact titles, one per line; a line of ids may have commas. */
export const parseRooms: Parse<readonly RoomReference[]> = linesOf(parseLine, { keyOf, titles: true });

const parseSomeRooms = linesOf(parseLine, { keyOf, titles: true, least: '`all` or a room' });

/** `all`, in any case, or rooms. Among rooms it would be a title to one reader and a word to the next. */
export const parseRoomsOrAll: Parse<'all' | readonly RoomReference[]> = (text) => {
  const lines = linesIn(text).flatMap(({ text: line }) => {
    const values = valuesIn(line);
    return values.every((value) => isAll(value) || looksLikeRoomId(value)) ? values : [line];
  });
  if (!lines.some(isAll)) return parseSomeRooms(text);
  return lines.every(isAll)
    ? { value: 'all' }
    : { wrong: 'has `all` among rooms. Use `all` alone, or only rooms; name a room with this title by its id.' };
};

function isAll(text: string): boolean {
  return text.toLowerCase() === 'all';
}
