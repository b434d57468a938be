import type { Problem } from '../links/problem.ts';
import { isMeant, type PortalVersion, type RoomRef } from '../links/room.ts';
import type { LinkType } from '../links/room-types.ts';
import type { Coverage, UnreadRoom } from './coverage.ts';
import type { Finding } from './finding.ts';
import type { Baseline } from './baseline.ts';
import type { NotSeen, ReportedLink } from './result.ts';

/** What is kept of every room that was read. */
export interface Seen {
  readonly links: number;
  /** Ids of its links, where there is a baseline to be compared with. */
  readonly ids: readonly string[];
  readonly ownerKnown: boolean;
}

/** The rooms that were read, by id. */
export type SeenRooms = ReadonlyMap<string, Seen>;

/** Where an audit has looked. */
export interface Sight {
  readonly rooms: 'all' | readonly RoomRef[];
  readonly linkType: LinkType | 'all';
  readonly baseline: Baseline | null;
  readonly paging: Problem | null;
  readonly version: PortalVersion | null;
  readonly seen: SeenRooms;
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

/** Rules about a room that look at links of both types. */
const ofAllLinks: readonly string[] = ['DSL014', 'DSL023', 'DSL026', 'DSL903'];

/** Whether the audit has looked where a finding of the baseline was: only then its absence says something. */
export function wasSeen(finding: Finding, sight: Sight): boolean {
  const { rule, roomId, linkId } = finding;
  const { linkType, baseline, seen, gone, everywhere } = sight;
  if (roomId === '') return wasSeenWithoutRoom(finding, sight);
  // That a room of the file is nowhere.
  if (gone.has(roomId)) return rule !== 'DSL026' || everywhere;
  const room = seen.get(roomId);
  if (room === undefined || (rule === 'DSL024' && !room.ownerKnown)) return false;
  if (linkType === 'all') return true;
  return linkId === '' ? !ofAllLinks.includes(rule) : baseline?.links.get(linkId)?.type === linkType;
}

/** ... where it is about the portal, or about a room of which only the title was known. */
function wasSeenWithoutRoom(
  { rule, roomTitle: title }: Finding,
  { rooms, paging, version, everywhere }: Sight,
): boolean {
  if (rule === 'DSL902') return version !== null;
  if (rule === 'DSL026') return everywhere;
  if (rooms === 'all') return paging === null;
  return rooms.some((ref) => ref.by === 'title' && isMeant(ref, { id: '', title }));
}

/** Whether what a finding is about is there no more: then it is fixed, whatever rules were judged. */
export function isGone({ rule, roomId, linkId }: Finding, { seen, gone }: Sight): boolean {
  if (gone.has(roomId)) return rule !== 'DSL026';
  return linkId !== '' && seen.get(roomId)?.ids.includes(linkId) === false;
}

/** Rules that say why a room was not read. */
const ofUnreadRooms: readonly string[] = ['DSL900', 'DSL901'];

/**
 * What of the baseline is carried on: the findings that were `neither` found again nor looked for, and the links that
 * were not read. That a room could not be read is not carried on where this audit says so itself.
 */
export function notSeenOf(neither: readonly Finding[], sight: Sight): NotSeen {
  const { baseline, linkType, seen, unread, gone } = sight;
  const unreadIds = new Set(unread.map(({ room }) => room.id));
  const wasRead = ({ roomId, type }: ReportedLink): boolean =>
    gone.has(roomId) || (seen.has(roomId) && (linkType === 'all' || linkType === type));
  return {
    findings: neither.filter(({ rule, roomId }) => !(ofUnreadRooms.includes(rule) && unreadIds.has(roomId))),
    links: [...(baseline?.links.values() ?? [])].filter((link) => !wasRead(link)),
  };
}
