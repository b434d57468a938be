import { accessRank } from './access.ts';
import type { LinkKind, LinkType } from './room-types.ts';
import type { Secret } from './secret.ts';
import { fallsIntoDstGap, hour } from './time.ts';

/** What a link is set to: all that a write carries, because a write replaces everything (portal.md §0.3). */
export interface LinkSettings {
  /** DocSpace's number of the role. */
  readonly access: number;
  /** When the link ends; null: never. */
  readonly expiration: Date | null;
  /** "DocSpace users only"; always false for invitations. */
  readonly internal: boolean;
  readonly title: string;
  readonly password: Secret | null;
  /** "Restrict file content copy, file download and printing". */
  readonly denyDownload: boolean;
  /** How many people may join by an invitation; null: unlimited, and for external links. */
  readonly maxUses: number | null;
}

/** A link of a room, as the portal lists it. */
export interface Link extends LinkSettings {
  /** GUID in lower case. */
  readonly id: string;
  readonly type: LinkType;
  readonly primary: boolean;
  /** By the portal's clock. */
  readonly expired: boolean;
  /** Offset from UTC, in minutes, in which the portal printed `expiration`; 0 if there is none. See `sameInstant`. */
  readonly expirationOffset: number;
  /** How many people have joined by this invitation; null for external links and portals before 3.7. */
  readonly uses: number | null;
  /** Under the address at which the portal is asked, wherever possible. */
  readonly url: Secret;
  /** The URL as the portal wrote it, where that is another one: secret as well. */
  readonly writtenUrl?: Secret;
  /** The bearer token of an external link; null for invitations and where the portal leaves it out. */
  readonly token: Secret | null;
}

/** The members of a link that are secrets. */
export type SecretMember = { [Name in keyof Link]-?: Secret extends Link[Name] ? Name : never }[keyof Link];

/**
 * A link without its secrets, as an audit reads it: there is no field for its URL, token or password. They are dropped
 * while the answer is decoded.
 */
export interface LinkFacts extends Omit<Link, SecretMember> {
  readonly hasPassword: boolean;
  /** Whether the password fits the portal's policy of today; null without a password, or if the policy is not known. */
  readonly passwordFits: boolean | null;
}

/** The kind of place that a link takes in its room. */
export function kindOf(link: { readonly type: LinkType; readonly primary: boolean }): LinkKind {
  if (link.type === 'invitation') return 'invitation';
  return link.primary ? 'primary' : 'additional';
}

/**
 * The links of a room in the one order in which they are evaluated, planned and shown: the most open role first, as in the
 * portal's own list (portal.md §3), and by id inside a role.
 */
export function inOrder<L extends Pick<Link, 'id' | 'access'>>(links: readonly L[]): readonly L[] {
  return links.toSorted(
    (one, other) =>
      accessRank(other.access) - accessRank(one.access) || (one.id < other.id ? -1 : Number(one.id > other.id)),
  );
}

/** When a link ends, as the portal printed it. */
type PrintedEnd = Pick<Link, 'expiration' | 'expirationOffset'>;

/**
 * Whether a date that the portal printed is the instant that was asked for. A portal in a zone with daylight saving
 * prints an instant whose UTC wall time falls in the zone's spring gap one hour late; what it stores is right
 * (recordings/21-time-zone).
 */
export function sameInstant(printed: PrintedEnd, asked: Date | null): boolean {
  if (printed.expiration === null || asked === null) return printed.expiration === asked;
  const late = printed.expiration.getTime() - asked.getTime();
  return late === 0 || (late === hour && fallsIntoDstGap(asked, printed.expirationOffset));
}

/**
 * The earliest instant that a date which the portal printed can stand for: an hour before it where that may have been
 * printed late, see `sameInstant`. Whoever writes this one back does not lengthen a life.
 */
export function earliestEnd({ expiration, expirationOffset }: PrintedEnd): Date | null {
  if (expiration === null) return null;
  const before = new Date(expiration.getTime() - hour);
  return fallsIntoDstGap(before, expirationOffset) ? before : expiration;
}

/**
 * What an anonymous visitor with the link meets: the room itself, a question for a password or a login, an invitation to join,
 * or nothing; `unknown` if that could not be asked.
 */
export type Opens = 'room' | 'password' | 'login' | 'join' | 'nothing' | 'unknown';

/** What a link with these settings opens if the portal does as it says; a login is asked for before a password. */
export function expectedOpens(link: Link): Opens {
  if (link.expired) return 'nothing';
  if (link.type === 'invitation') {
    return link.maxUses !== null && (link.uses ?? 0) >= link.maxUses ? 'nothing' : 'join';
  }
  if (link.internal) return 'login';
  return link.password === null ? 'room' : 'password';
}

/** What an anonymous visitor met, as a sentence after "tried:". */
export const opensWords: Readonly<Record<Opens, string>> = {
  room: 'opens the room for anyone',
  password: 'asks for the password',
  login: 'asks for a login',
  join: 'invites to join the room',
  nothing: 'opens nothing',
  unknown: 'could not be asked',
};
