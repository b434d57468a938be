import type { DocSpace } from '../../../docspace/port.ts';
import { inParallel, type Concurrency } from '../../../docspace/pool.ts';
import { pageSize } from '../../../docspace/paging.ts';
import type { Identity } from '../../../links/identity.ts';
import type { PasswordPolicy } from '../../../links/password.ts';
import { problem, type Problem } from '../../../links/problem.ts';
import type { Sharing } from '../../../links/room.ts';
import type { LinkType } from '../../../links/room-types.ts';
import { attempt } from '../../../links/result.ts';
import type { Log } from '../../../render/log.ts';
import { findMissingRooms } from './missing-rooms.ts';
import type { RoomsAsked } from './named-rooms.ts';
import { createOwners } from './owners.ts';
import { createReader, type ReaderTask } from './read-room.ts';
import { createRoomsReader } from './read-rooms.ts';
import { createRecord, type OnRead, type ReadReport } from './record.ts';
import { selectAgain, selectRooms, type Selection } from './select-rooms.ts';

/** What is to be scanned. */
export interface ScanTask extends RoomsAsked {
  readonly linkType: LinkType | 'all';
  /** Rooms that an earlier audit saw, by id, with their titles ('' if not known): none of them is passed over. */
  readonly before?: ReadonlyMap<string, string>;
}

/** What a scan works with. */
export interface ScanDeps {
  readonly portal: DocSpace;
  readonly log: Log;
  readonly identity: Identity;
  readonly now: () => Date;
  /** Called with all rooms that were found, excluded ones too, before any of them is read. */
  readonly onListed?: (rooms: Selection['listed']) => void;
}

/** What a scan found. */
export interface ScanReport<T> extends ReadReport<T> {
  /** Why the list of rooms is not whole; null if it is. */
  readonly paging: Problem | null;
  /** Why the scan ended before its time, because of the key or the portal; null if it did not. */
  readonly ended: Problem | null;
  /** Of the rooms of an earlier audit, ids of those that are there no more. */
  readonly gone: ReadonlySet<string>;
  /** Null if the portal does not tell it. */
  readonly sharing: Sharing | null;
  /** Whether the portal tells this key which accounts are active. */
  readonly ownersReported: boolean;
  /** What a room is read again with: see `readAgain`. */
  readonly reading: ReaderTask;
  /** All rooms that were found, excluded ones too. */
  readonly listed: Selection['listed'];
}

/** How often the list of rooms is read, where rooms of it turn out to be gone. */
const mostListings = 3;

/**
 * Reads the links of many rooms, as many at once as serve the portal best, and hands each room to `onRead`. It reads
 * only. A room that cannot be read does not stop the others; those that failed are asked once more at the end. A key
 * that stops working ends the scan, and what was not read by then has failed. Throws only what keeps the scan from
 * beginning: `key-rejected`, `key-scope`, `exclude-rooms` that are not clear, and a list of rooms without a first page.
 */
export async function scan<T>(deps: ScanDeps, task: ScanTask, onRead: OnRead<T>): Promise<ScanReport<T>> {
  const { portal, log, identity, now } = deps;
  const { concurrency } = task;
  const key = await portal.key();
  const selection = await selectRooms({ portal, log }, task);
  deps.onListed?.(selection.listed);
  const { sharing, policy } = await readSettings(portal, concurrency);
  const reading: ReaderTask = { userId: key.userId, policy, linkType: task.linkType };
  const reader = createReader(portal, reading);
  const owners = createOwners(portal, key);
  const record = createRecord({ named: task.rooms !== 'all', identity, sharing, owners, onRead });
  selection.unread.forEach(record.noteUnread);
  const rooms = createRoomsReader({ reader, record, log, now, concurrency });
  let paging = selection.paging ?? emptyList(task, selection);
  const goesOn = (): boolean => paging === null && reader.ended() === null;

  /** Lists the rooms again, and reads those that were not met. */
  async function readMissed(): Promise<void> {
    const again = await selectAgain({ portal }, task, selection.excluded);
    paging ??= again.paging;
    rooms.refresh(again.rooms);
    await rooms.read(again.rooms.filter((room) => !rooms.isMet(room)));
  }

  /** Reads what has left the list while it was read, until a list has lost nothing more. */
  async function readUntilSettled(): Promise<void> {
    // A room that is gone may have left the list while it was read, and moved another one past the reader. In a list of
    // several pages no number shows that, if it was archived and another room came: such a list is read twice. So is
    // one with several rooms to be confirmed, which it tells of at once.
    let isSettled = selection.listed.length <= pageSize && rooms.doubtful() < 2;
    let known = 0;
    for (let listings = 1; goesOn() && (!isSettled || record.losses() > known); listings += 1) {
      isSettled = true;
      known = record.losses();
      if (listings === mostListings) paging = unsettled();
      else await readMissed();
    }
  }

  /** Looks for the rooms that an earlier audit saw and this one has not met; gives those that are there no more. */
  async function readMissing(): Promise<ReadonlySet<string>> {
    // A portal that does not answer any more cannot say where they are.
    const before = reader.ended() === null ? [...(task.before ?? [])] : [];
    const unmet = before.filter(([id]) => !rooms.isMet({ id }) && !selection.excluded.has(id));
    const missing = await findMissingRooms({ portal }, new Map(unmet), task);
    missing.unread.forEach(record.noteUnread);
    if (missing.there.length > 0) {
      // The list lacks them, so it may lack others.
      if (goesOn()) await readMissed();
      await rooms.read(missing.there.filter((room) => !rooms.isMet(room)));
    }
    return missing.gone;
  }

  await rooms.read(selection.rooms);
  if (task.rooms === 'all') await readUntilSettled();
  const gone = await readMissing();
  await rooms.confirmEmpty();
  return {
    ...record.report(selection.excluded.size, paging !== null),
    paging,
    ended: reader.ended(),
    gone,
    sharing,
    ownersReported: owners.reported(),
    reading,
    listed: selection.listed,
  };
}

/** What the portal says of itself; null where it does not, or where the time is up. */
async function readSettings(
  portal: DocSpace,
  concurrency: Concurrency,
): Promise<{ readonly sharing: Sharing | null; readonly policy: PasswordPolicy | null }> {
  let sharing: Sharing | null = null;
  let policy: PasswordPolicy | null = null;
  const reads = [
    async () => void (sharing = (await attempt(() => portal.sharing())).value ?? null),
    async () => void (policy = (await attempt(() => portal.passwordPolicy())).value ?? null),
  ];
  await inParallel(reads, concurrency, async (read) => {
    await read();
    return null;
  });
  return { sharing, policy };
}

function unsettled(): Problem {
  return problem(
    'conflict',
    `Rooms were deleted each time after the list of rooms was read, ${mostListings} times in a row.`,
    'Run the step again when fewer rooms are created and deleted at the same time.',
  );
}

/** That a list of all rooms is empty says more of the key than of the portal; the archive may well be empty. */
function emptyList({ rooms, area }: ScanTask, selection: Selection): Problem | null {
  const none = selection.rooms.length + selection.unread.length + selection.excluded.size === 0;
  if (rooms !== 'all' || area === 'archived' || !none) return null;
  return problem(
    'room-forbidden',
    'The user who owns the API key sees no room at all.',
    'Make that user a Room manager of the rooms that are to be audited.',
  );
}
