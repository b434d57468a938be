import type { Problem } from '../links/problem.ts';
import { matches, type RoomReference } from '../links/room.ts';
import type { LinkType } from '../links/room-types.ts';
import type { Coverage, UnreadRoom } from './coverage.ts';
import type { Finding } from './finding.ts';
import type { Baseline } from './baseline.ts';
import type { NotSeen, ReportedLink } from './result.ts';
import { ruleOf } from './rules/registry.ts';

/** What is kept of every room that was read. */
export interface ReadRoom {
  readonly links: number;
  /** Ids of its links, where there is a baseline to be compared with. */
  readonly ids: readonly string[];
  readonly ownerKnown: boolean;
}

/** Where an audit has looked. */
export interface ScanCoverage {
  readonly rooms: 'all' | readonly RoomReference[];
  readonly linkType: LinkType | 'all';
  readonly baseline: Baseline | null;
  /** Why the list of rooms is not whole; null if it is. */
  readonly paging: Problem | null;
  /** The rooms that were read, by id. */
  readonly read: ReadonlyMap<string, ReadRoom>;
  /** Rooms that could not be read. */
  readonly unread: readonly UnreadRoom[];
  /** Of the rooms of the baseline, ids of those that are there no more. */
  readonly gone: ReadonlySet<string>;
  /** A room that was not met is nowhere: see `looksEverywhere`. */
  readonly everywhere: boolean;
}

/** Whether a room that was not met is nowhere, as far as this key sees. */
export function looksEverywhere(
  task: { readonly rooms: unknown; readonly area: string; readonly linkType: LinkType | 'all' },
  { complete, excluded }: Coverage,
): boolean {
  return task.rooms === 'all' && task.area !== 'archived' && task.linkType === 'all' && complete && excluded === 0;
}

/** Whether the audit has looked where a finding of the baseline was: only then its absence says something. */
export function wasSeen(finding: Finding, coverage: ScanCoverage): boolean {
  const { roomId, linkId } = finding;
  const { linkType, baseline, read, gone, everywhere } = coverage;
  if (roomId === '') return wasSeenWithoutRoom(finding, coverage);
  const rule = ruleOf(finding.rule);
  if (gone.has(roomId)) return rule?.ofMissingRooms !== true || everywhere;
  const room = read.get(roomId);
  if (room === undefined || (rule?.needs === 'owners' && !room.ownerKnown)) return false;
  if (linkType === 'all') return true;
  return linkId === '' ? rule?.scope !== 'links' : baseline?.links.get(linkId)?.type === linkType;
}

/** ... where it is about the portal, or about a room of which only the title was known. */
function wasSeenWithoutRoom(
  { rule: id, roomTitle: title }: Finding,
  { rooms, paging, everywhere }: ScanCoverage,
): boolean {
  const rule = ruleOf(id);
  if (rule?.scope === 'portal') return true;
  if (rule?.ofMissingRooms === true) return everywhere;
  if (rooms === 'all') return paging === null;
  return rooms.some((reference) => reference.by === 'title' && matches(reference, { id: '', title }));
}

/** Whether what a finding is about is there no more: then it is fixed, whatever rules were evaluated. */
export function isGone({ rule, roomId, linkId }: Finding, { read, gone }: ScanCoverage): boolean {
  if (gone.has(roomId)) return ruleOf(rule)?.ofMissingRooms !== true;
  return linkId !== '' && read.get(roomId)?.ids.includes(linkId) === false;
}

/**
 * What of the baseline is carried on: the findings that were `neither` found again nor looked for, and the links that
 * were not read. That a room could not be read is not carried on where this audit says so itself.
 */
export function notSeenOf(neither: readonly Finding[], coverage: ScanCoverage): NotSeen {
  const { baseline, linkType, read, unread, gone } = coverage;
  const unreadIds = new Set(unread.map(({ room }) => room.id));
  const wasRead = ({ roomId, type }: ReportedLink): boolean =>
    gone.has(roomId) || (read.has(roomId) && (linkType === 'all' || linkType === type));
  return {
    findings: neither.filter(({ rule, roomId }) => !(ruleOf(rule)?.ofUnread === true && unreadIds.has(roomId))),
    links: [...(baseline?.links.values() ?? [])].filter((link) => !wasRead(link)),
  };
}
