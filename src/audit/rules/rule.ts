import type { FileRoom } from '../../links/declared.ts';
import type { Identity } from '../../links/identity.ts';
import type { LinkSettings } from '../../links/link.ts';
import type { Problem } from '../../links/problem.ts';
import type { PortalVersion } from '../../links/room.ts';
import type { LinkType } from '../../links/room-types.ts';
import type { PortalFacts, UnreadRoom } from '../coverage.ts';
import type { AuditedLink, AuditedRoom, Finding, Severity } from '../finding.ts';
import type { ConfigFile, Policy, Requirement } from '../policy.ts';
import type { AmbiguousTitle } from '../waivers.ts';

/** What all rooms are evaluated by. */
export interface AuditContext {
  readonly policy: Policy;
  /** Null without one. */
  readonly file: ConfigFile | null;
  /** When the room was read, by the portal's clock. */
  readonly now: Date;
  /** Only links of this type are read. */
  readonly linkType: LinkType | 'all';
  readonly identity: Identity;
  /** DSL013: how many people had joined by an invitation when the baseline was made, by the id of the link. */
  readonly usesBefore: ReadonlyMap<string, number>;
  /** DSL029: of the pull requests that links may be of, the numbers of those that are closed; null: not known. */
  readonly closedPullRequests: readonly number[] | null;
}

/** A room, its links, and what they are evaluated by. */
export interface RoomSubject extends AuditContext {
  readonly room: AuditedRoom;
  readonly links: readonly AuditedLink[];
  readonly portal: PortalFacts;
}

/** One link of a room. */
export interface LinkSubject extends RoomSubject {
  readonly link: AuditedLink;
}

/** What a scan shows besides the rooms that it has read, and what that is evaluated by. */
export interface ScanSubject extends AuditContext {
  readonly unread: readonly UnreadRoom[];
  /** Why the list of rooms is not whole; null if it is. */
  readonly paging: Problem | null;
  /** Null if no room was read. */
  readonly version: PortalVersion | null;
  /** Rooms of the file that are nowhere, as an audit of everything has seen. */
  readonly missing: readonly FileRoom[];
  /** Titles that waivers name and several rooms have; those waivers are not among the file's any more. */
  readonly ambiguous: readonly AmbiguousTitle[];
}

/** What fixes a finding: the link goes, or these of its settings change and all others stay. */
export type SafeFix =
  { readonly do: 'revoke' } | { readonly do: 'set'; readonly to: Partial<Omit<LinkSettings, 'title' | 'password'>> };

/** What a rule has to say of a room or link that violates it. */
export interface Violation {
  /** Null for the room as a whole. */
  readonly link: Pick<AuditedLink, 'id' | 'title'> | null;
  /** Sentences; titles of others in it are quoted. It does not depend on the time of the audit. */
  readonly message: string;
  /** If it differs from the rule's own. */
  readonly severity?: Severity;
  /** Absent where there is no safe fix. */
  readonly safeFix?: SafeFix;
}

/** ... of the portal, or of a room of which no links were read; id and title are '' where they are not known. */
export type ScanViolation = Pick<Finding, 'roomId' | 'roomTitle' | 'message'>;

/** What the findings of a rule are about: without having looked there, nobody can say that one is there no more. */
export type RuleScope =
  /** One link, by itself or beside others of its type. */
  | 'link'
  /** All links of a room together, of both types; where it names a link, that one. */
  | 'links'
  /** The room, whatever links it has. */
  | 'room'
  /** The portal. */
  | 'portal';

/** What a rule can need besides rooms and links. */
export type Need = 'version' | 'owners' | 'sharing' | 'password-policy' | 'file' | 'closed-pull-requests' | 'baseline';

/**
 * A rule with all its facts (audit-rules.md): ids, docs, "not evaluated" and what counts as looked at derive from them. A
 * rule is pure: the same subject gives the same violations, one for a link at most.
 */
export interface Rule {
  /** `DSL001`. An id is never used again for another rule, since waivers and alerts of code scanning name it. */
  readonly id: string;
  /** `anyone-no-expiration`. */
  readonly name: string;
  readonly severity: Severity;
  readonly scope: RuleScope;
  /** Without it the rule finds nothing, and what it does not find may be there. */
  readonly needs?: Need;
  /** Requiring this raises the severity to medium, if it is lower. */
  readonly requiredBy?: Requirement;
  /** The rule is on only where the policy requires that. */
  readonly onlyIfRequired?: true;
  /** A permanent primary link violates it by design of the room type: one severity lower, and without a fix. */
  readonly permanentByDesign?: true;
  /** It says that something could not be read. */
  readonly ofUnread?: true;
  /** It is also about rooms that are nowhere: that a room is gone does not fix it. */
  readonly ofMissingRooms?: true;
  /** What it finds, for the table of rules and for code scanning. */
  readonly finds: string;
  /** Why that matters, and what the number or idea is aligned with. */
  readonly why: string;
  /** What people do about it. */
  readonly advice: string;
  /** What `fix` does, in a few words; '' if there is no safe fix. */
  readonly fix: string;
  /** What of a room that was read violates it. */
  readonly inRoom?: (subject: RoomSubject) => readonly Violation[];
  /** What of a scan violates it, besides the rooms that were read. */
  readonly inScan?: (subject: ScanSubject) => readonly ScanViolation[];
}
