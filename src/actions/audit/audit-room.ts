import type { Baseline } from '../../audit/baseline.ts';
import type { Coverage } from '../../audit/coverage.ts';
import { evaluateRoom } from '../../audit/evaluate.ts';
import type { Finding } from '../../audit/finding.ts';
import { planFixes, type RoomFixes } from '../../audit/fixes.ts';
import { collectEnds, type EndsCollector, type ReportedLink } from '../../audit/result.ts';
import { type RoomLink, roomLinksOf } from '../../audit/room-links.ts';
import type { AuditContext, RoomSubject } from '../../audit/rules/rule.ts';
import type { ReadRoom } from '../../audit/scan-coverage.ts';
import type { FileRoom } from '../../links/declared.ts';
import { describedLink } from '../../links/described-link.ts';
import { roomEntryOf } from '../../links/drift.ts';

/** A room as it was read. */
export type RoomAsRead = Pick<RoomSubject, 'room' | 'links' | 'portal'>;

/** What is wanted to be known of each room. */
export interface RoomWanted {
  readonly baseline: Baseline | null;
  /** Whether a report wants every link. */
  readonly listsLinks: boolean;
  /** Ids of the rules whose findings are to be fixed. */
  readonly fix: ReadonlySet<string>;
}

/** What is kept of a room that was read and in which there is something to report. */
export interface RoomReport extends RoomFixes {
  readonly findings: readonly Finding[];
  readonly links: readonly ReportedLink[];
}

/** What is kept of all rooms that were read, filled room by room. A room that is read again counts as it is then. */
export interface RoomsSeen {
  readonly read: Map<string, ReadRoom>;
  /** The links of rooms that findings are about. */
  readonly roomLinks: Map<string, readonly RoomLink[]>;
  readonly ends: EndsCollector;
  /** Rooms of the file that were met. */
  readonly described: Set<FileRoom>;
}

/** No room was read yet. */
export function noRoomsSeen(): RoomsSeen {
  return { read: new Map(), roomLinks: new Map(), ends: collectEnds(), described: new Set() };
}

/** Evaluates a room, plans what is to be fixed in it, and notes in `seen` that it was read. */
export function auditRoom(
  { room, links, portal }: RoomAsRead,
  context: AuditContext,
  { baseline, listsLinks, fix }: RoomWanted,
  seen: RoomsSeen,
): RoomReport {
  const ids = baseline === null ? [] : links.map(({ id }) => id);
  seen.read.set(room.id, { links: links.length, ids, ownerKnown: room.ownerActive !== null });
  seen.ends.add(room, links);
  const entry = context.file === null ? null : roomEntryOf(context.file, room);
  if (entry !== null) seen.described.add(entry);
  const evaluated = evaluateRoom({ ...context, room, links, portal });
  const roomLinks = roomLinksOf(room, links, context);
  // What the baseline has found in a room may be fixed, and is then reported without being found.
  if (baseline !== null || evaluated.length > 0) seen.roomLinks.set(room.id, roomLinks);
  return {
    findings: evaluated.map(({ finding }) => finding),
    links: listsLinks ? links.map((link) => ({ roomId: room.id, ...describedLink(link, link.managed) })) : [],
    ...planFixes({ room, roomLinks, portal, evaluated }, links, fix),
  };
}

/** The coverage of a scan, with the links that its rooms have now. */
export function countsNow(coverage: Coverage, { read }: RoomsSeen): Coverage {
  return { ...coverage, links: [...read.values()].reduce((sum, { links }) => sum + links, 0) };
}
