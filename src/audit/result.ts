import type { DescribedLink } from '../links/described-link.ts';
import { shownId } from '../links/shown-id.ts';
import type { Coverage } from './coverage.ts';
import { isAnyone, isLive } from './facts.ts';
import type { AuditedLink, AuditedRoom, Finding, Severity } from './finding.ts';
import type { RoomLinks } from './room-links.ts';
import type { NotEvaluated } from './rules/needs.ts';

/** A link as reports list it, and where it is. */
export interface ReportedLink extends DescribedLink {
  readonly roomId: string;
}

/** A live link that ends, for the picture. */
export interface LinkEnd {
  readonly roomId: string;
  readonly roomTitle: string;
  readonly linkId: string;
  /** The beginning of it that no other link of the room has. */
  readonly shownId: string;
  readonly linkTitle: string;
  /** Anyone with the link. */
  readonly anyone: boolean;
  readonly expiration: Date;
}

/** When the live links of a portal end: those that end first, and how many others there are. */
export interface LinkEnds {
  /** At most `mostEnds`, the first to end first. */
  readonly soonest: readonly LinkEnd[];
  /** Links that end later than those. */
  readonly later: number;
  /** Links without end. */
  readonly never: number;
}

/** So many links find place in the picture. */
export const mostEnds = 20;

/**
 * What earlier audits had, and this one has not looked at: rooms that could not be read, were left out or not named,
 * links of another type, rules that were not evaluated. It counts for nothing, and is carried on from report to report until
 * an audit looks there again.
 */
export interface NotSeen {
  /** As they stood when they were last found. */
  readonly findings: readonly Finding[];
  readonly links: readonly ReportedLink[];
}

/** What an audit has found: all that reports, summary and issue are made from. */
export interface AuditResult {
  /** Origin of the portal. */
  readonly portal: string;
  /** When the audit began, by the portal's clock. */
  readonly generated: Date;
  readonly coverage: Coverage;
  /** Worst first, then by room; waived and fixed ones are among them, and count for nothing. */
  readonly findings: readonly Finding[];
  /** By room; empty unless a report wants them. */
  readonly links: readonly ReportedLink[];
  /** Absent if there is nothing that the baseline had and this audit has not looked at. */
  readonly notSeen?: NotSeen;
  readonly ends: LinkEnds;
  /** What names the links that findings are about. */
  readonly roomLinks: RoomLinks;
  /** Rules that are on, and that the audit could not evaluate. */
  readonly notEvaluated: readonly NotEvaluated[];
  /** When the baseline was made; null without one. */
  readonly baseline: Date | null;
}

/** How many findings there are of each kind. `all` counts what is neither waived nor fixed. */
export interface Counts extends Readonly<Record<Severity, number>> {
  readonly all: number;
  readonly new: number;
  readonly known: number;
  readonly waived: number;
  readonly fixed: number;
}

/** Counts the findings as outputs and texts tell them. */
export function countsOf(findings: readonly Finding[]): Counts {
  const counted = findings.filter(isOpen);
  const severity = (wanted: Severity): number => counted.filter((one) => one.severity === wanted).length;
  const status = (wanted: Finding['status']): number => findings.filter((one) => one.status === wanted).length;
  return {
    all: counted.length,
    critical: severity('critical'),
    high: severity('high'),
    medium: severity('medium'),
    low: severity('low'),
    info: severity('info'),
    new: status('new'),
    known: status('known'),
    waived: status('waived'),
    fixed: status('fixed'),
  };
}

/** Whether a finding counts: it is neither waived nor fixed. */
export function isOpen({ status }: Finding): boolean {
  return status === 'new' || status === 'known';
}

/** What keeps a finding apart from all others of a portal, and the same over runs (audit-rules.md). */
export function fingerprintOf(portal: string, finding: Finding): string {
  const { rule, roomId, linkId } = finding;
  return JSON.stringify([new URL(portal).host, roomId, linkId, rule, ...titleOf(finding)]);
}

/** Of a room that is not there only the title may be known: then that tells it from others. */
export function titleOf({ roomId, roomTitle }: Finding): readonly string[] {
  return roomId === '' && roomTitle !== '' ? [roomTitle.normalize('NFC')] : [];
}

/** Collects when links end, room by room in any order, and keeps no more of them than the picture shows. */
export interface EndsCollector {
  /** What was known of this room before is forgotten. */
  readonly add: (room: AuditedRoom, links: readonly AuditedLink[]) => void;
  readonly ends: () => LinkEnds;
}

/** Collects the ends of the live links of a portal. */
export function collectEnds(): EndsCollector {
  let soonest: readonly LinkEnd[] = [];
  const counts = new Map<string, { readonly ending: number; readonly never: number }>();
  const sum = (kind: 'ending' | 'never'): number =>
    [...counts.values()].reduce((total, { [kind]: count }) => total + count, 0);
  return {
    add(room, links) {
      const live = links.filter((link) => isLive({ room, link }));
      const these = live.flatMap((link) => endOf(room, link, links));
      counts.set(room.id, { ending: these.length, never: live.length - these.length });
      const others = soonest.filter(({ roomId }) => roomId !== room.id);
      soonest = [...others, ...these].toSorted(byEnd).slice(0, mostEnds);
    },
    ends: () => ({ soonest, later: sum('ending') - soonest.length, never: sum('never') }),
  };
}

function endOf(room: AuditedRoom, link: AuditedLink, links: readonly AuditedLink[]): readonly LinkEnd[] {
  const { expiration } = link;
  if (expiration === null) return [];
  return [
    {
      roomId: room.id,
      roomTitle: room.title,
      linkId: link.id,
      shownId: shownId(link.id, links),
      linkTitle: link.title,
      anyone: isAnyone(link),
      expiration,
    },
  ];
}

/** By time, and by id where that is the same, so that the order in which rooms are read does not show. */
function byEnd(one: LinkEnd, other: LinkEnd): number {
  return one.expiration.getTime() - other.expiration.getTime() || (one.linkId < other.linkId ? -1 : 1);
}
