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
}

/** How a finding stands to the baseline and to the waivers. Without a baseline all are new. */
export type FindingStatus = 'new' | 'known' | 'waived';

/** One finding: a rule that a room or one of its links breaks (interface.md, audit). */
export interface Finding {
  /** `DSL001`. */
  readonly rule: string;
  /** `anyone-no-expiration`. */
  readonly name: string;
  readonly severity: Severity;
  readonly status: FindingStatus;
  readonly roomId: string;
  readonly roomTitle: string;
  /** '' for a finding about the room as a whole. */
  readonly linkId: string;
  readonly linkTitle: string;
  readonly message: string;
  /** What `fix` would do, as words; '' if there is no safe fix. */
  readonly fix: string;
}
