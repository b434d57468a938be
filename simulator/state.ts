import type { Culture } from './titles.ts';
import type { Order } from './order.ts';

/** Which server is played: section 4.3 of the contract lists what older versions do otherwise. */
export type Profile = '3.7' | '3.6' | '3.2';
/** Kinds of portal users. */
export type UserType = 'admin' | 'roomAdmin' | 'user' | 'guest';
/** What the portal as a whole is doing. Everything but `active` refuses most requests. */
export type PortalStatus = 'active' | 'suspended' | 'removing' | 'transferring' | 'restoring' | 'encrypting';
/** The room types of the API. */
export type RoomType = 1 | 2 | 5 | 6 | 8 | 9;
/** 1 additional external, 3 invitation, 4 primary external: the `subjectType` of the API. */
export type LinkKind = 1 | 3 | 4;

/** A person with an account. */
export interface User {
  readonly id: string;
  readonly label: string;
  type: UserType;
  active: boolean;
  /** Profile language; null follows the portal. */
  culture: Culture | null;
  displayName: string;
  /** The sort order a `sortBy` in GET /rooms saved: a side effect that a client must not cause. */
  sortBy: string | null;
}

/** An API key. */
export interface Key {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly secret: string;
  readonly owner: User;
  readonly scopes: readonly string[];
  active: boolean;
  expiresAt: number | null;
  readonly createdAt: number;
  lastUsed: number | null;
}

/** A share or invitation link as it is stored. */
export interface Link {
  readonly id: string;
  kind: LinkKind;
  role: number;
  owner: User;
  title: string;
  /** Milliseconds since 1970, UTC; null never expires. */
  expiresAt: number | null;
  /** What is left of the date below a millisecond, in units of 100 ns (0…9999). */
  expiresTicks: number;
  password: string | null;
  denyDownload: boolean;
  internal: boolean;
  maxUse: number | null;
  used: number;
}

/** A room, or (with `roomType` null) a folder that is none. */
export interface Room {
  readonly id: number | string;
  title: string;
  readonly roomType: RoomType | null;
  /** 14 active, 20 archive, 30 template, 34 AI agents, 5 "My documents". */
  root: number;
  readonly owner: User;
  denyDownload: boolean;
  private: boolean;
  tags: readonly string[];
  /** User id → role. The owner is not listed. */
  readonly members: Map<string, number>;
  /** Link id → link. */
  readonly links: Map<string, Link>;
  readonly createdAt: number;
  modifiedAt: number;
  modifiedBy: User;
  readonly providerKey: string | null;
}

/** The portal's rules for external sharing (3.7 only). */
export interface SharingSettings {
  externalShare: boolean;
  applyToDocuments: boolean;
  applyToRooms: boolean;
  defaultInternal: boolean;
  blockExisting: boolean;
}

/** The portal's password policy. */
export interface PasswordPolicy {
  min: number;
  max: number;
  digits: boolean;
  upper: boolean;
  special: boolean;
}

/** One line of the portal's audit trail. */
export interface AuditEvent {
  readonly at: number;
  readonly user: string;
  readonly action: 'created' | 'updated' | 'deleted';
  readonly kind: 'invitation' | 'external';
  readonly roomId: number | string;
  readonly linkId: string;
}

/** Everything the portal knows. */
export interface State {
  readonly profile: Profile;
  zone: string;
  culture: Culture;
  /** With what all URLs begin that the portal writes; null takes the host that was asked (sections 8, H5). */
  origin: string | null;
  found: boolean;
  status: PortalStatus;
  paid: boolean;
  ipAllowed: boolean;
  readonly share: SharingSettings;
  readonly passwordPolicy: PasswordPolicy;
  /** What /settings/version/build says; it comes from the installation's configuration. */
  version: string;
  documentServer: string;
  /** Signs request tokens and invitation keys. */
  readonly secret: string;
  /** By label. */
  readonly users: Map<string, User>;
  readonly usersById: Map<string, User>;
  readonly keys: Key[];
  /** Secret → key; the portal looks keys up by a hash of the secret. */
  readonly keysBySecret: Map<string, Key>;
  /** Login token → user. */
  readonly tokens: Map<string, User>;
  /** Rooms and folders by `String(id)`. */
  readonly rooms: Map<string, Room>;
  /** Long URL → short code, and back. */
  readonly shortByLong: Map<string, string>;
  readonly longByShort: Map<string, string>;
  readonly audit: AuditEvent[];
  nextRoomId: number;
  /** The id of the next link for which nobody chose one: the same on every run, as order hangs on it. */
  nextLinkId: () => string;
  order: Order;
  now: () => number;
}

/** The id of the folder that holds all rooms. */
export const ROOMS_FOLDER = 9;
/** The id of the archive (recordings/10). */
export const ARCHIVE_FOLDER = 10;
/** The id of the owner's "My documents" (recordings/24). */
export const MY_FOLDER = 14;
/** The empty GUID: "no id given". */
export const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Is this profile at least 3.7? */
export function isModern(state: State): boolean {
  return state.profile === '3.7';
}

/** The language a caller is answered in: their profile's, else the portal's (section 5.1). */
export function cultureOf(state: State, user: User | null): Culture {
  return user?.culture ?? state.culture;
}

/** Are external links of rooms restricted on this portal (section 3)? Only 3.7 knows such a setting. */
export function isRestricted(state: State, room: Room): boolean {
  return isModern(state) && !state.share.externalShare && state.share.applyToRooms && room.root === 14;
}
