import type { Link } from './link.ts';
import type { RoomType } from './room-types.ts';
import { quoted } from './text.ts';

/** A room as users name it: by its id, or by its exact title (Unicode NFC). */
export type RoomReference =
  { readonly by: 'id'; readonly id: string } | { readonly by: 'title'; readonly title: string };

/**
 * Whether this is the room that is named: the one place that compares the two. An id is never a title, and a title never
 * an id, whatever they look like. Titles are compared exactly, in Unicode NFC.
 */
export function matches(reference: RoomReference, { id, title }: Pick<Room, 'id' | 'title'>): boolean {
  return reference.by === 'id' ? reference.id === id : reference.title.normalize('NFC') === title.normalize('NFC');
}

/** Where a room stands: only in the first and the last can links be written (portal.md §7, `rootFolderType`). */
export type RoomArea = 'active' | 'archived' | 'template' | 'agents';

/**
 * What is known of the portal's version. The number that it states is that of the installation, not of the server
 * (portal.md §4.3), so it is read from what its answers look like: `3.7` means 3.7 or later, `3.6` 3.5 to 3.6,
 * `3.2` anything older.
 */
export type PortalVersion = '3.7' | '3.6' | '3.2';

/** A portal's rules for external sharing (portal.md §3). */
export interface Sharing {
  /** No external links for anyone are to be made in rooms. */
  readonly restrictedInRooms: boolean;
  /** ... and those that exist do not open any more. */
  readonly blocksExisting: boolean;
}

/** A room, as far as its links are concerned. */
export interface Room {
  /** A number as text, or the text id of a room on third-party storage. */
  readonly id: string;
  /** As the portal has it: any characters, line breaks included. Escape before printing. */
  readonly title: string;
  /** Null for a type that this version does not know. */
  readonly type: RoomType | null;
  readonly typeCode: number;
  readonly area: RoomArea;
  /** May this key write the room's links, and therefore believe an empty list? Always false in the archive. */
  readonly canEditAccess: boolean;
  /** The caller's role in the room: 0 for the owner, 9 for a Room manager; 3 for an admin who is no member. */
  readonly access: number;
  /** Id of the user who made the room (`createdBy.id`); null if the portal does not say. */
  readonly ownerId: string | null;
  /** The room has an external link of any state; null if the portal does not say (before 3.7). portal.md §7. */
  readonly shared: boolean | null;
  /** ... and one that anyone can open; null as above. */
  readonly sharedExternal: boolean | null;
  /** When the room was last changed (`updated`); null if the portal does not say. */
  readonly modified: Date | null;
}

/** A room as it was read: the one state that a plan is made from. */
export interface RoomState {
  readonly room: Room;
  readonly links: readonly Link[];
  readonly version: PortalVersion;
}

/** `Room 123456 "Contract 2027"`, at the beginning of a sentence. */
export function roomName(room: Pick<Room, 'id' | 'title'>): string {
  return `Room ${room.id} ${quoted(room.title)}`;
}

/** How a sentence says which room was named: `2201`, `"Contract 2027"`. */
export function referenceWords(reference: RoomReference): string {
  return reference.by === 'id' ? reference.id : quoted(reference.title);
}

/** Numbers by their size, before the text ids of rooms on third-party storage. */
export function byRoomId(one: string, other: string): number {
  const [first, second] = [Number(one), Number(other)];
  if (!Number.isNaN(first) && !Number.isNaN(second)) return first - second;
  if (Number.isNaN(first) !== Number.isNaN(second)) return Number.isNaN(first) ? 1 : -1;
  return one < other ? -1 : Number(one > other);
}
