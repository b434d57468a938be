import type { Coverage, PortalFacts, UnreadRoom } from '../audit/coverage.ts';
import type { AuditedLink, AuditedRoom } from '../audit/finding.ts';
import { byRoomId } from '../audit/order.ts';
import type { DocSpace } from '../docspace/docspace.ts';
import { inParallel } from '../docspace/parallel.ts';
import { isManaged, type Identity } from '../links/identity.ts';
import type { PasswordPolicy } from '../links/password.ts';
import { problem, type Problem } from '../links/problem.ts';
import type { PortalVersion, Room, Sharing } from '../links/room.ts';
import type { LinkType } from '../links/room-types.ts';
import type { Log } from '../present/log.ts';
import { createPatience } from './patience.ts';
import { createOwners } from './scan-owners.ts';
import { createProgress } from './scan-progress.ts';
import { createReader, type Reading } from './scan-room.ts';
import { selectRooms, type RoomsAsked, type Selection } from './scan-rooms.ts';

/** What is to be scanned. */
export interface ScanTask extends RoomsAsked {
  readonly linkType: LinkType | 'all';
}

/** What a scan works with. */
export interface ScanDeps {
  readonly portal: DocSpace;
  readonly log: Log;
  readonly identity: Identity;
  readonly now: () => Date;
}

/**
 * Told of each room as soon as it was read, in any order, so that no more of it has to be kept than what this gives
 * back; null: nothing.
 */
export type Judge<T> = (
  room: AuditedRoom,
  links: readonly AuditedLink[],
  portal: PortalFacts,
) => T | null | Promise<T | null>;

/** What a scan found, in the order of the rooms' ids, whatever order the answers came in. */
export interface ScanReport<T> {
  readonly coverage: Coverage;
  readonly unread: readonly UnreadRoom[];
  /** Why the list of rooms is not whole; null if it is. */
  readonly paging: Problem | null;
  readonly verdicts: readonly T[];
  /** Null if no room was read. */
  readonly version: PortalVersion | null;
  readonly sharing: Sharing | null;
  readonly passwordPolicy: PasswordPolicy | null;
  /** Whether the portal tells this key which accounts are active. */
  readonly ownersTold: boolean;
  /** All rooms that were found, excluded ones too. */
  readonly listed: Selection['listed'];
}

/**
 * Reads the links of many rooms, as many at once as serve the portal best, and hands each room to `judge`. It reads
 * only. A room that cannot be read does not stop the others; those that failed are asked once more at the end. Throws
 * mistakes in the naming of rooms before anything is read; `key-rejected` and `key-scope` at any time; and what keeps
 * it from reading the first page of the list.
 */
export async function scan<T>(deps: ScanDeps, task: ScanTask, judge: Judge<T>): Promise<ScanReport<T>> {
  const { portal, log, identity } = deps;
  const patiently = createPatience(portal);
  const key = await patiently(() => portal.key());
  const selection = await selectRooms({ portal, patiently, log }, task);
  const [sharing, policy] = await Promise.all([portal.sharing(), portal.passwordPolicy()]);
  const reader = createReader(portal, patiently, { userId: key.userId, policy, linkType: task.linkType });
  const owners = createOwners(portal, key);
  const paging = selection.paging ?? emptyList(task, selection);

  const verdicts = new Map<string, T>();
  const unread = new Map(selection.unread.map((one) => [one.room.id, one]));
  const counts = { read: 0, unasked: 0, gone: 0, links: 0 };
  let version: PortalVersion | null = null;

  async function note(room: Room, reading: Reading): Promise<void> {
    switch (reading.kind) {
      case 'gone':
        counts.gone += 1;
        return;
      case 'unreadable':
      case 'failed':
        unread.set(room.id, { room: described(room), ...reading });
        return;
      case 'read': {
        const links = reading.links.map((link) => ({ ...link, managed: isManaged(identity, link.id) }));
        version = older(version, reading.version);
        counts.read += 1;
        counts.links += links.length;
        if (!reading.asked) counts.unasked += 1;
        const audited = { ...room, ownerActive: await owners.active(room.ownerId) };
        const verdict = await judge(audited, links, { version: reading.version, sharing });
        if (verdict !== null) verdicts.set(room.id, verdict);
      }
    }
  }

  /** Reads these rooms; gives those that failed. */
  async function pass(rooms: readonly Room[]): Promise<readonly Room[]> {
    const failed: Room[] = [];
    const done = createProgress(log, deps.now, rooms.length);
    await inParallel(rooms, task.concurrency, async (room) => {
      const { reading, felt } = await reader.read(room);
      await note(room, reading);
      if (reading.kind === 'failed') failed.push(room);
      done();
      return felt;
    });
    return failed;
  }

  const failed = await pass(selection.rooms);
  if (failed.length > 0 && reader.portalAnswers()) {
    log.line(
      `${failed.length} ${failed.length === 1 ? 'room' : 'rooms'} could not be read and will be asked once more`,
    );
    for (const { id } of failed) unread.delete(id);
    await pass(failed);
  }

  const left = [...unread.values()].sort((one, other) => byRoomId(one.room.id, other.room.id));
  const unreadable = left.filter(({ kind }) => kind === 'unreadable').length;
  const coverage: Coverage = {
    ...counts,
    total: counts.read + left.length,
    unreadable,
    failed: left.length - unreadable,
    excluded: selection.excluded,
    complete: left.length === 0 && paging === null,
  };
  const inOrder = [...verdicts].sort(([one], [other]) => byRoomId(one, other)).map(([, verdict]) => verdict);
  return {
    coverage,
    unread: left,
    paging,
    verdicts: inOrder,
    version,
    sharing,
    passwordPolicy: policy,
    ownersTold: owners.told(),
    listed: selection.listed,
  };
}

/** That a list of all rooms is empty says more of the key than of the portal; the archive may well be empty. */
function emptyList({ rooms, area }: ScanTask, selection: Selection): Problem | null {
  const none = selection.rooms.length + selection.unread.length + selection.excluded === 0;
  if (rooms !== 'all' || area === 'archived' || !none) return null;
  return problem(
    'room-forbidden',
    'The user who owns the API key sees no room at all.',
    'Make that user a Room manager of the rooms that are to be audited.',
  );
}

function described({ id, title, shared, sharedExternal }: Room): UnreadRoom['room'] {
  return { id, title, shared, sharedExternal };
}

/** An empty list does not tell 3.2 from 3.6, so the oldest version that any list shows is the portal's. */
function older(one: PortalVersion | null, other: PortalVersion): PortalVersion {
  return one === null || other < one ? other : one;
}
