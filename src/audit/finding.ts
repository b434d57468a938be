import type { LinkType } from '../links/room-types.ts';

/** How bad a finding is, from the worst to what is only good to know. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];

/**
 * A link as the audit sees it. There is no field for its URL, token or password: they are dropped while the answer is
 * decoded.
 */
export interface AuditedLink {
  readonly id: string;
  readonly type: LinkType;
  readonly primary: boolean;
  readonly title: string;
  /** DocSpace's number of the role. */
  readonly access: number;
  readonly expiration: Date | null;
  readonly expired: boolean;
  readonly internal: boolean;
  readonly hasPassword: boolean;
  /** Whether the password fits the portal's policy of today; null without a password, or if the policy is not known. */
  readonly passwordFits: boolean | null;
  readonly denyDownload: boolean;
  readonly maxUses: number | null;
  readonly uses: number | null;
  /** Whether this repository made the link. */
  readonly managed: boolean;
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
