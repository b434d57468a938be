import { type Coverage, type PortalFacts, refKey, type UnreadRoom } from '../../../audit/coverage.ts';
import { type AuditedLink, type AuditedRoom } from '../../../audit/finding.ts';
import { byRoomId, type PortalVersion, type Room, type Sharing } from '../../../links/room.ts';
import { type Identity, isManaged } from '../../../links/identity.ts';
import type { LinkFacts } from '../../../links/link.ts';
import { problem, type Problem } from '../../../links/problem.ts';
import type { Owners } from './owners.ts';
import type { Reading } from './read-room.ts';

/**
 * Called with each room as soon as it was read, in any order, so that no more of it has to be kept than what this gives
 * back; null: nothing.
 */
export type OnRead<T> = (
  room: AuditedRoom,
  links: readonly AuditedLink[],
  portal: PortalFacts,
) => T | null | Promise<T | null>;

/** What has become of the rooms of a scan, so far. */
export interface ScanRecord<T> {
  /** Notes how the reading of a room ended. What was noted of it before as unread has to be forgotten first. */
  readonly note: (room: Room, reading: Reading) => Promise<void>;
  readonly noteUnread: (unread: UnreadRoom) => void;
  readonly forget: (room: Room) => void;
  /** Whether a room was read, or is known to be unread. */
  readonly has: (room: Pick<Room, 'id'>) => boolean;
  /** How often a room was not there any more. */
  readonly losses: () => number;
  /** The whole of it; `broken`: the list of rooms is not whole. */
  readonly report: (excluded: number, broken: boolean) => ReadReport<T>;
}

/** What was read and what was not, in the order of the rooms' ids, whatever order the answers came in. */
export interface ReadReport<T> {
  readonly coverage: Coverage;
  readonly unread: readonly UnreadRoom[];
  /** What `OnRead` gave back. */
  readonly results: readonly T[];
  /** The oldest that a list shows; null if no room was read. */
  readonly version: PortalVersion | null;
}

/** What a record is kept by. */
export interface RecordTask<T> {
  /** Whether rooms were named one by one: one that is not there any more is then unread. */
  readonly named: boolean;
  readonly identity: Identity;
  readonly sharing: Sharing | null;
  readonly owners: Owners;
  readonly onRead: OnRead<T>;
}

/** An empty record. */
export function createRecord<T>({ named, identity, sharing, owners, onRead }: RecordTask<T>): ScanRecord<T> {
  const results = new Map<string, T>();
  const unread = new Map<string, UnreadRoom>();
  const read = new Set<string>();
  const gone = new Set<string>();
  const counts = { unasked: 0, links: 0 };
  let losses = 0;
  let version: PortalVersion | null = null;

  async function noteRead(room: Room, reading: Reading & { readonly kind: 'read' }): Promise<void> {
    const audited = (link: LinkFacts): AuditedLink => ({ ...link, managed: isManaged(identity, link.id) });
    const links = reading.links.map(audited);
    version = older(version, reading.version);
    read.add(room.id);
    gone.delete(room.id);
    counts.links += links.length;
    if (!reading.asked) counts.unasked += 1;
    const ownerActive = await owners.active(room.ownerId);
    const otherLinks = reading.others.map(audited);
    const result = await onRead({ ...room, ownerActive, otherLinks }, links, { version: reading.version, sharing });
    if (result !== null) results.set(room.id, result);
  }

  return {
    async note(room, reading) {
      switch (reading.kind) {
        case 'gone':
          losses += 1;
          if (named) unread.set(room.id, { room: shown(room), kind: 'failed', problem: deletedMeanwhile(room) });
          else gone.add(room.id);
          return;
        case 'unreadable':
        case 'failed':
          unread.set(room.id, { room: shown(room), ...reading });
          return;
        case 'read':
          await noteRead(room, reading);
      }
    },
    noteUnread: (one) => void unread.set(refKey(one.room), one),
    forget: ({ id }) => void unread.delete(id),
    has: ({ id }) => read.has(id) || unread.has(id),
    losses: () => losses,
    report(excluded, broken) {
      const unmet = [...unread.values()].sort((one, other) => byRoomId(one.room.id, other.room.id));
      const unreadable = unmet.filter(({ kind }) => kind === 'unreadable').length;
      return {
        coverage: {
          ...counts,
          total: read.size + unmet.length,
          read: read.size,
          unreadable,
          failed: unmet.length - unreadable,
          gone: gone.size,
          excluded,
          complete: unmet.length === 0 && !broken,
        },
        unread: unmet,
        results: [...results].sort(([one], [other]) => byRoomId(one, other)).map(([, result]) => result),
        version,
      };
    },
  };
}

function deletedMeanwhile({ id }: Room): Problem {
  return problem('room-not-found', `\`rooms\` names ${id}, which was deleted while the audit ran.`);
}

function shown({ id, title, shared, sharedExternal }: Room): UnreadRoom['room'] {
  return { id, title, shared, sharedExternal };
}

/** An empty list does not tell 3.2 from 3.6, so the oldest version that any list shows is the portal's. */
function older(one: PortalVersion | null, other: PortalVersion): PortalVersion {
  return one === null || other < one ? other : one;
}
