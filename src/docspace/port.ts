import type { Link, LinkFacts, LinkSettings, Opens } from '../links/link.ts';
import type { PasswordPolicy } from '../links/password.ts';
import type { LinkType } from '../links/room-types.ts';
import type { PortalVersion, Room, RoomArea, Sharing } from '../links/room.ts';
import type { RoomList } from './paging.ts';
import type { ClockOffset } from './portal-clock.ts';

/** What the portal told about its own version while answering: see `PortalVersion`. */
export interface Listing {
  readonly links: readonly Link[];
  readonly version: PortalVersion;
}

/** What it took to get an answer. */
export interface Effort {
  /** From sending the last attempt to the last byte of its answer, without waits. */
  readonly milliseconds: number;
  /** How often the request was sent; more than one: the portal was not well, or refused for a while. */
  readonly attempts: number;
}

/** A room's links without their secrets. */
export interface AuditListing {
  readonly links: readonly LinkFacts[];
  readonly version: PortalVersion;
  readonly effort: Effort;
}

/** An attempt at a request that another one is to follow. */
export interface FailedAttempt {
  /** The HTTP status that came; null: no answer, or none that is whole, so that the portal may have carried it out. */
  readonly status: number | null;
}

/**
 * Called before each repetition of a write, after the wait and right before the same body is sent again: the portal may
 * have carried out the attempt that failed, and others may have changed the link meanwhile. What it throws ends the
 * repeating and is thrown as it is.
 */
export type BeforeRepeat = (failed: FailedAttempt) => Promise<void>;

/** Which rooms a list is asked for: those of one area, or active and archived ones together. */
export interface RoomQuery {
  readonly area: RoomArea | 'any';
  readonly title?: string;
  /** The list has to be whole: it is an error at its end if the portal says that there are more rooms than it lists. */
  readonly whole?: true;
}

/**
 * A DocSpace portal, as far as links are concerned. Each method is one request, repeated where that is safe; each
 * throws a `Failure` that says what happened. Secrets come out wrapped or not at all.
 */
export interface DocSpace {
  /** `GET /files/rooms/{id}` (portal.md §7). Throws `room-not-found`, `not-a-room`, `room-forbidden`. */
  room(id: string): Promise<Room>;
  /**
   * `GET /files/rooms/{id}/links` (portal.md §3). URLs are under the address at which the portal is asked, if possible. The caller must know that the key may see the links: without rights
   * the portal answers with an empty list.
   */
  links(roomId: string): Promise<Listing>;
  /** The same for an audit: secrets are dropped while decoding, and passwords are held against the policy. */
  auditLinks(roomId: string, policy: PasswordPolicy | null): Promise<AuditListing>;
  /**
   * One page after the other of `GET /files/rooms`, 100 rooms each, rooms that came already left out (portal.md §7).
   * Rooms move between pages while others use them, so the list is read again until it is proved to be whole: see
   * `readRoomList`, which also says what this throws.
   */
  roomPages(query: RoomQuery): AsyncGenerator<readonly Room[], RoomList>;
  /** All rooms of `roomPages` that its last reading has. */
  rooms(query: RoomQuery): Promise<readonly Room[]>;
  /**
   * `PUT /files/rooms/{id}/links` with an id that we chose or that exists: creates or replaces. Gives the link as the
   * portal then has it, null if it answered without one. May throw a `Refusal`, and `expired-on-the-way` in place of
   * sending a date that may have passed by the portal's clock: the link would never end (portal.md §0.4).
   */
  putLink(
    roomId: string,
    link: { readonly id: string; readonly type: LinkType },
    settings: LinkSettings,
    beforeRepeat?: BeforeRepeat,
  ): Promise<Link | null>;
  /**
   * `PUT` with access 0, carrying the link's own type and `internal` (portal.md §0.2, §0.9) and no date (§1.2). Null:
   * gone. Otherwise the link that the portal answered with: another id is the new permanent primary, the same id a
   * revoke that was silently ignored.
   */
  revokeLink(roomId: string, link: Link, beforeRepeat?: BeforeRepeat): Promise<Link | null>;
  /** `GET /files/rooms/{id}/link`: the primary link, **made** if there is none (portal.md §3): never a safe read. */
  makePrimary(roomId: string): Promise<Link>;
  /** Asks as an anonymous visitor would, without credentials and without side effects (portal.md G15). Never throws. */
  open(link: Link): Promise<Opens>;
  /**
   * `GET /files/settings`, with the key: an anonymous visitor is told that nothing is restricted, whatever is so
   * (recordings/17). Null if the portal does not say, as to keys with room scopes only (recordings/08) and before 3.7.
   */
  sharing(): Promise<Sharing | null>;
  /** `GET /settings/security/password`, which answers any valid key (portal.md G4). Null if the portal does not say. */
  passwordPolicy(): Promise<PasswordPolicy | null>;
  /**
   * Whether a person's account is active: `GET /people/{id}`, for keys with a scope for accounts. Null if the portal
   * does not tell. (Read in the server's source, not run: no room and no link says it.)
   */
  userActive(userId: string): Promise<boolean | null>;
  /** `GET /keys/@self`: the key's scopes (empty: all) and its owner; throws `key-rejected` for a key that is not valid. */
  key(): Promise<{ readonly scopes: readonly string[]; readonly userId: string }>;
  /**
   * How far the portal's clock is ahead of this machine's, by the `Date` headers of its answers; null if it is not known:
   * before the first answer, or where they contradict each other. `portalTime` says what to make of it.
   */
  clock(): ClockOffset | null;
  /** Closes idle connections, so that the process can end. */
  close(): void;
}
