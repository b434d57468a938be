import type { Problem } from '../links/problem.ts';
import type { PortalVersion, Room, Sharing } from '../links/room.ts';

/** How much of what was asked for an audit has read. Counts are rooms unless they say otherwise. */
export interface Coverage {
  /** Asked for, and still there: the sum of read, unreadable and failed. */
  readonly total: number;
  readonly read: number;
  /** Among the read ones: not asked, as they say themselves that they have no external link (`link-type: external`). */
  readonly unasked: number;
  readonly unreadable: number;
  readonly failed: number;
  /** Deleted between the list of rooms and the reading of their links: no part of the portal any more. */
  readonly gone: number;
  readonly excluded: number;
  /** Links that were read, of the type asked for. */
  readonly links: number;
  /** The list of rooms is whole, and every room of it was read. */
  readonly complete: boolean;
}

/**
 * Why this key cannot read a room's links: its user is neither the room's owner nor a Room manager; may not even see
 * the room; or the room says that it has an external link and the list has none.
 */
export type Unreadable = 'not-manager' | 'not-visible' | 'says-shared';

/** A room whose links were not read, with what it tells everybody who sees it. */
export type UnreadRoom = {
  /** Of a room that could not be read at all only the id is known: then the title is ''. */
  readonly room: Pick<Room, 'id' | 'title' | 'shared' | 'sharedExternal'>;
} & (
  { readonly kind: 'unreadable'; readonly why: Unreadable } | { readonly kind: 'failed'; readonly problem: Problem }
);

/** What the portal says of itself. */
export interface PortalFacts {
  readonly version: PortalVersion;
  /** Null if the portal does not tell this key. */
  readonly sharing: Sharing | null;
}
