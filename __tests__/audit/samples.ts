import type { Coverage, UnreadRoom } from '../../src/audit/coverage.ts';
import type { Finding } from '../../src/audit/finding.ts';
import type { AuditResult, LinkEnd, LinkEnds, ReportedLink } from '../../src/audit/result.ts';
import { plainSettings } from '../../src/links/settings.ts';
import { after, bareSettings, day, foreignId, now } from '../support/links.ts';

/** A new finding of a link for anyone that never ends. */
export function findingOf(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'DSL001',
    name: 'anyone-no-expiration',
    severity: 'high',
    status: 'new',
    roomId: '2201',
    roomTitle: 'Press kit',
    linkId: foreignId,
    linkTitle: 'For editors',
    message: 'Anyone with the link can open the room for ever.',
    fix: 'let the link end 30 days from now',
    ...more,
  };
}

/** A finding that says that a room could not be read. */
export function unreadFinding(more: Partial<Finding> = {}): Finding {
  return findingOf({
    rule: 'DSL900',
    name: 'room-unreadable',
    linkId: '',
    linkTitle: '',
    message: 'The user who owns the API key is no Room manager of it.',
    fix: '',
    ...more,
  });
}

/** 180 rooms, all of them read. */
export function coverageOf(more: Partial<Coverage> = {}): Coverage {
  return {
    total: 180,
    read: 180,
    unasked: 0,
    unreadable: 0,
    failed: 0,
    gone: 0,
    excluded: 0,
    links: 312,
    complete: true,
    ...more,
  };
}

/** ... of which 40 could not be read. */
export const partly = coverageOf({ read: 140, unreadable: 40, complete: false });

/** A room that could not be read, as its user is no Room manager. */
export function unreadOf(more: Partial<UnreadRoom['room']> = {}): UnreadRoom {
  return {
    room: { id: '7', title: 'Contract 2027', shared: null, sharedExternal: null, ...more },
    kind: 'unreadable',
    why: 'not-manager',
  };
}

/** A link for DocSpace users that ends in a week. */
export function endOf(more: Partial<LinkEnd> = {}): LinkEnd {
  return {
    roomId: '2201',
    roomTitle: 'Press kit',
    linkId: foreignId,
    shownId: foreignId.slice(0, 8),
    linkTitle: 'For editors',
    anyone: false,
    expiration: after(7 * day),
    ...more,
  };
}

/** Ends of these links, and no others. */
export function endsOf(soonest: readonly LinkEnd[], more: Partial<LinkEnds> = {}): LinkEnds {
  return { soonest, later: 0, never: 0, ...more };
}

/** A link for anyone, without end. */
export function reportedLink(more: Partial<ReportedLink> = {}): ReportedLink {
  return {
    ...plainSettings(bareSettings),
    roomId: '2201',
    id: foreignId,
    type: 'external',
    primary: false,
    title: 'For editors',
    access: 'viewer',
    accessCode: 2,
    expiration: null,
    expired: false,
    hasPassword: false,
    uses: null,
    managed: false,
    ...more,
  };
}

/** An audit that has read everything and found nothing. */
export function resultOf(more: Partial<AuditResult> = {}): AuditResult {
  return {
    portal: 'https://portal.example',
    generated: now,
    coverage: coverageOf(),
    findings: [],
    links: [],
    ends: endsOf([]),
    roomLinks: new Map(),
    notEvaluated: [],
    baseline: null,
    ...more,
  };
}
