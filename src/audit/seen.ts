import type { Problem } from '../links/problem.ts';
import type { PortalVersion } from '../links/room.ts';
import type { LinkType } from '../links/room-types.ts';
import type { Coverage, UnreadRoom } from './coverage.ts';
import type { Finding } from './finding.ts';
import type { Baseline } from './read-baseline.ts';

/** What is kept of every room that was read. */
export interface Seen {
  readonly links: number;
  /** Ids of its links, where there is a baseline to be compared with. */
  readonly ids: readonly string[];
  readonly ownerKnown: boolean;
}

/** The rooms that were read, by id. */
export type SeenRooms = ReadonlyMap<string, Seen>;

/** What has become of rooms that an earlier audit saw and the list has no more. */
export interface LostRooms {
  /** Ids of rooms that are there no more. */
  readonly gone: ReadonlySet<string>;
  /** Rooms that this key may not see any more, or that could not be asked for: they are not known to be clean. */
  readonly unread: readonly UnreadRoom[];
}

/** Where an audit has looked. */
export interface Sight {
  readonly linkType: LinkType | 'all';
  readonly baseline: Baseline | null;
  readonly paging: Problem | null;
  readonly version: PortalVersion | null;
  readonly seen: SeenRooms;
  readonly lost: LostRooms;
}

/** The coverage of a scan, with the rooms that it lost, and the links that its rooms have now. */
export function coverageOf(coverage: Coverage, { unread }: LostRooms, seen: SeenRooms): Coverage {
  const unreadable = unread.filter(({ kind }) => kind === 'unreadable').length;
  return {
    ...coverage,
    total: coverage.total + unread.length,
    unreadable: coverage.unreadable + unreadable,
    failed: coverage.failed + unread.length - unreadable,
    links: [...seen.values()].reduce((sum, { links }) => sum + links, 0),
    complete: coverage.complete && unread.length === 0,
  };
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
export function wasSeen({ rule, roomId, linkId }: Finding, sight: Sight): boolean {
  const { linkType, baseline, paging, version, seen, lost } = sight;
  if (roomId === '') return rule === 'DSL902' ? version !== null : paging === null;
  if (lost.gone.has(roomId)) return true;
  const room = seen.get(roomId);
  if (room === undefined || (rule === 'DSL024' && !room.ownerKnown)) return false;
  if (linkType === 'all') return true;
  return linkId === '' ? !ofAllLinks.includes(rule) : baseline?.links.get(linkId)?.type === linkType;
}

/** Whether what a finding is about is there no more: then it is mended, whatever rules were judged. */
export function isGone({ roomId, linkId }: Finding, seen: SeenRooms, { gone }: LostRooms): boolean {
  return gone.has(roomId) || (linkId !== '' && seen.get(roomId)?.ids.includes(linkId) === false);
}
