import type { Identity } from '../links/identity.ts';
import type { LinkSettings } from '../links/link.ts';
import type { LinkType } from '../links/room-types.ts';
import type { LinksFile } from '../links/declared.ts';
import type { PortalFacts } from './coverage.ts';
import type { AuditedLink, AuditedRoom, Severity } from './finding.ts';
import type { Policy, Requirement } from './policy.ts';

/** What all rooms are judged by. */
export interface Standard {
  readonly policy: Policy;
  /** Null without one. */
  readonly file: LinksFile | null;
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

/** A room, its links, and what they are judged by. */
export interface RoomSubject extends Standard {
  readonly room: AuditedRoom;
  readonly links: readonly AuditedLink[];
  readonly portal: PortalFacts;
}

/** One link of a room. */
export interface LinkSubject extends RoomSubject {
  readonly link: AuditedLink;
}

/** What mends a finding: the link goes, or these of its settings change and all others stay. */
export type Remedy =
  | { readonly do: 'revoke' }
  | {
      readonly do: 'set';
      readonly to: Partial<Pick<LinkSettings, 'access' | 'expiration' | 'internal' | 'denyDownload' | 'maxUses'>>;
    };

/** What a rule has to say of a room or link that breaks it. */
export interface Breach {
  /** Null for the room as a whole. */
  readonly link: Pick<AuditedLink, 'id' | 'title'> | null;
  /** Sentences; titles of others in it are quoted. It does not depend on the time of the audit. */
  readonly message: string;
  /** If it differs from the rule's own. */
  readonly severity?: Severity;
  /** Absent where there is no safe fix. */
  readonly remedy?: Remedy;
}

/** What is known of a rule (audit-rules.md). */
export interface Rule {
  /** `DSL001`. */
  readonly id: string;
  /** `anyone-no-expiration`. */
  readonly name: string;
  readonly severity: Severity;
  /** Requiring this raises the severity to medium, if it is lower. */
  readonly requiredBy?: Requirement;
  /** What it finds, for the table of rules and for code scanning. */
  readonly finds: string;
  /** Why that matters, and what the number or idea is aligned with. */
  readonly why: string;
  /** What people do about it. */
  readonly advice: string;
  /** What `fix` does, in a few words; '' if there is no safe fix. */
  readonly fix: string;
}

/** A rule about rooms and their links. It is pure: the same subject gives the same breaches, one for a link at most. */
export interface RoomRule extends Rule {
  readonly judge: (subject: RoomSubject) => readonly Breach[];
}
