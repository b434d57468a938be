import { byRoomId } from '../links/room.ts';
import type { LinkFacts } from '../links/link.ts';
import type { Room } from '../links/room.ts';

/** How bad a finding is, from the worst to what is only good to know. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];

/** A link as the audit sees it: without its URL, token and password. */
export interface AuditedLink extends LinkFacts {
  /** Whether this repository made the link. */
  readonly managed: boolean;
}

/** A room as the audit sees it. */
export interface AuditedRoom extends Room {
  /** Whether the owner's account is active; null if the portal does not tell this key. */
  readonly ownerActive: boolean | null;
  /** Its links of a type that was not asked for: no rule is about them, and they have ids as all others. */
  readonly otherLinks: readonly AuditedLink[];
}

/**
 * How a finding stands to the waivers and the baseline; without a baseline all are new. `fixed`: it was there, in the
 * baseline or before this run fixed it, and is there no more. It is reported, and counts for nothing else.
 */
export const statuses = ['new', 'known', 'fixed', 'waived'] as const;
export type FindingStatus = (typeof statuses)[number];

/** One finding: a rule that a room or one of its links breaks (interface.md, audit). No text depends on the time. */
export interface Finding {
  /** `DSL001`. */
  readonly rule: string;
  /** `anyone-no-expiration`. */
  readonly name: string;
  readonly severity: Severity;
  readonly status: FindingStatus;
  /** '' for a finding about the portal as a whole. */
  readonly roomId: string;
  readonly roomTitle: string;
  /** '' for a finding about the room as a whole. */
  readonly linkId: string;
  readonly linkTitle: string;
  readonly message: string;
  /** What `fix` would do, as words; '' if there is no safe fix. */
  readonly fix: string;
}

/** The order of findings in all reports: the worst first, then by room, rule and link; rooms without an id by title. */
export function worstFirst(one: Finding, other: Finding): number {
  return (
    severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
    byRoomId(one.roomId, other.roomId) ||
    byText(one.rule, other.rule) ||
    byText(one.linkId, other.linkId) ||
    byText(one.roomTitle, other.roomTitle)
  );
}

function byText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
