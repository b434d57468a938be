import type { RoomType } from './room-types.ts';

/** Where a room stands: only in the first and the last can links be written (portal.md §7, `rootFolderType`). */
export type RoomArea = 'active' | 'archived' | 'template' | 'agents';

/**
 * What is known of the portal's version. The number that it states is that of the installation, not of the server
 * (portal.md §4.3), so it is read from what its answers look like: `3.7` means 3.7 or later, `3.6` 3.5 to 3.6,
 * `3.2` anything older.
 */
export type PortalVersion = '3.7' | '3.6' | '3.2';

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
}
