import type { RoomRef } from '../../links/room.ts';
import type { Parse } from './parsed.ts';

/** The greatest number that the portal takes for a number: an int32 (portal.md §7). */
const greatest = 2 ** 31 - 1;

/** Ids of rooms on third-party storage: its kind, its number, and perhaps a path (portal.md §7). */
const thirdParty = /^(?:sbox|spoint|drive|box|dropbox|onedrive)-\d+(?:-[^\p{Cc}]*)?$/u;

/** Id of a room: a number, without zeros in front, or the text id of a room on third-party storage. */
export const parseRoomId: Parse<string> = (text) => {
  const value = idOf(text);
  if (value !== null) return { value };
  if (/^\d+$/u.test(text)) return { wrong: `is not the id of a room: ids are 1 to ${greatest}.` };
  if (/\/\/|\/rooms\/|\/s\//u.test(text)) {
    const id = idInAddress(text);
    if (id !== null) return { wrong: `is an address: the id of the room alone is expected. Did you mean \`${id}\`?` };
    return {
      wrong: "is an address without the id of a room. The room's own address, `/rooms/shared/<id>`, has it.",
    };
  }
  return {
    wrong:
      "is not the id of a room: the number in the room's address, `/rooms/shared/<id>`, or the text id of a room on third-party storage (`drive-12-…`). For a title use `room-title`.",
  };
};

function idOf(text: string): string | null {
  if (thirdParty.test(text)) return text;
  const number = /^\d+$/u.test(text) ? Number(text) : 0;
  return number >= 1 && number <= greatest ? String(number) : null;
}

/** The id in an address of a room: `/rooms/shared/2201/filter?folder=2201`. */
function idInAddress(text: string): string | null {
  const [, segment = ''] = /\/rooms\/[a-z-]+\/([^/?#]+)/u.exec(text) ?? [];
  const [, folder = ''] = /[?&]folder=([^&#]+)/u.exec(text) ?? [];
  return idOf(segment) ?? idOf(folder);
}

/** Title of a room, in Unicode NFC; its blanks and line breaks are its own. */
export const parseRoomTitle: Parse<string> = (text) =>
  text.trim() === '' ? { wrong: 'is blank.' } : { value: text.normalize('NFC') };

/** A room by its id, or else by its exact title. Digits are always an id, also where a room has such a title. */
export const parseRoomRef: Parse<RoomRef> = (text) => {
  const id = parseRoomId(text);
  if ('value' in id) return { value: { by: 'id', id: id.value } };
  if (/^\d+$|^https?:\/\//u.test(text)) return id;
  const title = parseRoomTitle(text);
  return 'wrong' in title ? title : { value: { by: 'title', title: title.value } };
};

/** Rooms of the policy: as above, but a title may hold `*` for any text, and then it is never an id. */
export const parseRoomPattern: Parse<RoomRef> = (text) => {
  if (!text.includes('*')) return parseRoomRef(text);
  return { value: { by: 'title', title: text.normalize('NFC') } };
};
