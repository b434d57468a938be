import * as v from 'valibot';
import { failure } from '../links/problem.ts';
import { roomTypeOf } from '../links/room-types.ts';
import type { Room, RoomArea } from '../links/room.ts';
import { quoted } from '../links/text.ts';
import { contradictory, isSameRoom } from './contradiction.ts';
import { count, date, decoded, maybe, number } from './schema.ts';
import { excerpt } from './excerpt.ts';
import type { RoomPage } from './paging.ts';

const areas: Readonly<Record<number, RoomArea>> = { 14: 'active', 20: 'archived', 30: 'template', 34: 'agents' };

const roomObject = v.object({
  id: v.pipe(
    v.union([number, v.pipe(v.string(), v.nonEmpty())]),
    v.transform((id) => String(id)),
  ),
  title: v.string(),
  roomType: maybe(number),
  rootFolderType: number,
  access: number,
  security: maybe(v.object({ EditAccess: v.nullish(v.boolean(), false) })),
  createdBy: maybe(v.object({ id: maybe(v.pipe(v.string(), v.toLowerCase())) })),
  shared: maybe(v.boolean()),
  sharedExternal: maybe(v.boolean()),
  updated: v.fallback(maybe(date), null),
});

/** A folder of the portal: a room, or one that is none. */
interface Folder {
  readonly id: string;
  readonly room: Room | null;
  readonly title: string;
}

const folder = v.pipe(
  roomObject,
  v.rawTransform(({ dataset, addIssue, NEVER }): Folder => {
    const { id, title, roomType, rootFolderType, access, security, createdBy } = dataset.value;
    const { shared, sharedExternal, updated } = dataset.value;
    if (roomType === null) return { id, room: null, title };
    const area = areas[rootFolderType];
    if (area === undefined) {
      addIssue({ message: 'an area without rooms' });
      return NEVER;
    }
    const room: Room = {
      id,
      title,
      type: roomTypeOf(roomType),
      typeCode: roomType,
      area,
      canEditAccess: security?.EditAccess ?? false,
      access,
      ownerId: createdBy?.id ?? null,
      // Before 3.7 there is no `sharedExternal`, and `shared` does not say what it says since.
      shared: sharedExternal === null ? null : shared,
      sharedExternal,
      modified: updated?.date ?? null,
    };
    return { id, room, title };
  }),
);

const roomsPage = v.object({
  folders: v.array(folder),
  total: count,
  startIndex: maybe(number),
});

/**
 * The room of this id. Throws `not-a-room` for a folder that is none, and `not-docspace` for another room and for what
 * is no folder of DocSpace.
 */
export function decodeRoom(response: unknown, name: string, id: string): Room {
  const { room, title, id: answered } = decoded(folder, response, name, 'response');
  if (!isSameRoom(answered, id)) {
    throw contradictory(name, `it is about ${excerpt(answered, 60)}, not about ${excerpt(id, 60)}`);
  }
  if (room === null) throw failure('not-a-room', `${quoted(title)} (${id}) is a folder, not a room.`);
  return room;
}

/**
 * The page of `GET /files/rooms` that begins there. Folders that are no rooms are left out, but counted. Throws
 * `not-docspace`, also for another page. `total` says how many rooms there are (portal.md §7).
 */
export function decodeRooms(response: unknown, name: string, start: number): RoomPage {
  const page = decoded(roomsPage, response, name, 'response');
  if (page.startIndex !== null && page.startIndex !== start) {
    throw contradictory(name, `it begins at room ${page.startIndex}, not at ${start}`);
  }
  const rooms = page.folders.flatMap(({ room }) => (room === null ? [] : [room]));
  return { rooms, size: page.folders.length, total: page.total };
}
