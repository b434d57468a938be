import type { Problem } from '../links/problem.ts';
import type { PortalVersion, Room, Sharing } from '../links/room.ts';

/** How much of what was asked for an audit has read. Counts are rooms unless they say otherwise. */
export interface Coverage {
  /** Asked for: the sum of read, unreadable and failed. */
  readonly total: number;
  readonly read: number;
  /** Among the read ones: not asked, as they say themselves that they have no external link (`link-type: external`). */
  readonly unasked: number;
  readonly unreadable: number;
  /** Not read for another reason; rooms that were named and are not there count here. */
  readonly failed: number;
  /** Listed, and deleted before their links were read: no part of the portal any more. */
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
  /** Of a room that could not be read at all only its id is known or only its title; the other is '' then. */
  readonly room: Pick<Room, 'id' | 'title' | 'shared' | 'sharedExternal'>;
} & (
  { readonly kind: 'unreadable'; readonly why: Unreadable } | { readonly kind: 'failed'; readonly problem: Problem }
);

/** What tells a room from all others: its id, or for one of which only a title is known, that title. */
export function refKey({ id, title }: Pick<Room, 'id' | 'title'>): string {
  return id === '' ? `title ${title.normalize('NFC')}` : id;
}

/** What the portal says of itself. */
export interface PortalFacts {
  readonly version: PortalVersion;
  /** Null if the portal does not tell this key. */
  readonly sharing: Sharing | null;
}
