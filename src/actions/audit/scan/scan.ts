import { type Coverage, type PortalFacts, refKey, type UnreadRoom } from '../../../audit/coverage.ts';
import { type AuditedLink, type AuditedRoom, byRoomId } from '../../../audit/finding.ts';
import { pageSize } from '../../../docspace/paging.ts';
import { inParallel } from '../../../docspace/pool.ts';
import type { DocSpace } from '../../../docspace/port.ts';
import { type Identity, isManaged } from '../../../links/identity.ts';
import type { LinkFacts } from '../../../links/link.ts';
import type { PasswordPolicy } from '../../../links/password.ts';
import { problem, type Problem } from '../../../links/problem.ts';
import type { LinkType } from '../../../links/room-types.ts';
import type { PortalVersion, Room, Sharing } from '../../../links/room.ts';
import { attempt } from '../../../reconcile/attempt.ts';
import type { Log } from '../../../render/log.ts';
import { lookForRooms } from '../baseline-rooms.ts';
import { createOwners } from './owners.ts';
import { createProgress } from './progress.ts';
import { createReader, isEmpty, type Reading } from './read-room.ts';
import { selectAgain, type Selection, selectRooms } from './rooms.ts';
import type { RoomsAsked } from './select-rooms.ts';

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
  /** Told of all rooms that were found, excluded ones too, before any of them is judged. */
  readonly onListed?: (rooms: Selection['listed']) => void;
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
  /** Why the scan ended before its time, because of the key or the portal; null if it did not. */
  readonly ended: Problem | null;
  /** Of the rooms of an earlier audit, ids of those that are there no more. */
  readonly gone: ReadonlySet<string>;
  readonly verdicts: readonly T[];
  /** Null if no room was read. */
  readonly version: PortalVersion | null;
  readonly sharing: Sharing | null;
  readonly passwordPolicy: PasswordPolicy | null;
  /** Whether the portal tells this key which accounts are active. */
  readonly ownersTold: boolean;
  /** Reads a room once more, as the scan did; null of its owner. Throws no `Failure`. */
  readonly readAgain: (room: Room) => Promise<Reading>;
  /** All rooms that were found, excluded ones too. */
  readonly listed: Selection['listed'];
}

/** How often the list of rooms is read, where rooms of it turn out to be gone. */
const mostListings = 3;

/**
 * Reads the links of many rooms, as many at once as serve the portal best, and hands each room to `judge`. It reads
 * only. A room that cannot be read does not stop the others; those that failed are asked once more at the end. A key
 * that stops working ends the scan, and what was not read by then has failed. Throws only what keeps the scan from
 * beginning: `key-rejected`, `key-scope`, `exclude-rooms` that are not clear, and a list of rooms without a first page.
 */
export async function scan<T>(deps: ScanDeps, task: ScanTask, judge: Judge<T>): Promise<ScanReport<T>> {
  const { portal, log, identity } = deps;
  const source = { portal };
  const key = await portal.key();
  const selection = await selectRooms({ ...source, log }, task);
  deps.onListed?.(selection.listed);
  const { sharing, policy } = await readSettings(portal, task);
  const reader = createReader(portal, { userId: key.userId, policy, linkType: task.linkType });
  const owners = createOwners(portal, key);
  let paging = selection.paging ?? emptyList(task, selection);

  const verdicts = new Map<string, T>();
  const unread = new Map(selection.unread.map((one) => [refKey(one.room), one]));
  const read = new Set<string>();
  const gone = new Set<string>();
  /** Rooms whose lists were empty, and what is to be confirmed of them. */
  const empty = new Map<string, { readonly room: Room; readonly reading: Reading }>();
  /** ... as the list of rooms had them after that. */
  const today = new Map<string, Room>();
  const counts = { unasked: 0, links: 0 };
  /** How often a room was not there any more. */
  let losses = 0;
  let version: PortalVersion | null = null;

  async function note(room: Room, reading: Reading): Promise<void> {
    switch (reading.kind) {
      case 'gone':
        losses += 1;
        if (task.rooms === 'all') gone.add(room.id);
        else unread.set(room.id, { room: described(room), kind: 'failed', problem: deletedMeanwhile(room) });
        return;
      case 'unreadable':
      case 'failed':
        unread.set(room.id, { room: described(room), ...reading });
        return;
      case 'read': {
        const audited = (link: LinkFacts): AuditedLink => ({ ...link, managed: isManaged(identity, link.id) });
        const links = reading.links.map(audited);
        version = older(version, reading.version);
        read.add(room.id);
        gone.delete(room.id);
        counts.links += links.length;
        if (!reading.asked) counts.unasked += 1;
        const ownerActive = await owners.active(room.ownerId);
        const otherLinks = reading.others.map(audited);
        const verdict = await judge({ ...room, ownerActive, otherLinks }, links, { version: reading.version, sharing });
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
      if (isEmpty(reading)) empty.set(room.id, { room, reading });
      else await note(room, reading);
      if (reading.kind === 'failed') failed.push(room);
      done();
      return felt;
    });
    return failed;
  }

  async function readAll(rooms: readonly Room[]): Promise<void> {
    const failed = await pass(rooms);
    if (failed.length === 0 || reader.ended() !== null) return;
    log.line(
      `${failed.length} ${failed.length === 1 ? 'room' : 'rooms'} could not be read and will be asked once more`,
    );
    for (const { id } of failed) unread.delete(id);
    await pass(failed);
  }

  const isMet = ({ id }: { readonly id: string }): boolean => read.has(id) || unread.has(id) || empty.has(id);

  /** Notes the rooms with empty lists, with the rights of now. */
  async function confirmEmpty(): Promise<void> {
    await inParallel(empty.values(), task.concurrency, async ({ room, reading }) => {
      await note(room, await reader.confirm(room, reading, today.get(room.id) ?? null));
      return null;
    });
    empty.clear();
  }

  /** Lists the rooms again, and reads those that were not met. */
  async function readMissed(): Promise<void> {
    const again = await selectAgain(source, task, selection.excluded);
    paging ??= again.paging;
    for (const room of again.rooms) if (empty.has(room.id)) today.set(room.id, room);
    await readAll(again.rooms.filter((room) => !isMet(room)));
  }

  await readAll(selection.rooms);
  // A room that is gone may have left the list while it was read, and moved another one past the reader. In a list of
  // several pages no number shows that, if it was archived and another room came: such a list is read twice. So is one
  // with several rooms to be confirmed, which it tells of at once.
  let isSettled = task.rooms !== 'all' || (selection.listed.length <= pageSize && empty.size < 2);
  for (let listings = 1, known = 0; !isSettled || (task.rooms === 'all' && losses > known); listings += 1) {
    if (paging !== null || reader.ended() !== null) break;
    isSettled = true;
    known = losses;
    if (listings === mostListings) paging = unsettled();
    else await readMissed();
  }

  // A portal that does not answer any more cannot say where they are.
  const lost = await lookForRooms(
    source,
    new Map(
      [...(task.before ?? [])].filter(
        ([id]) => reader.ended() === null && !isMet({ id }) && !selection.excluded.has(id),
      ),
    ),
    task,
  );
  for (const one of lost.unread) unread.set(one.room.id, one);
  if (lost.there.length > 0) {
    // The list lacks them, so it may lack others.
    if (paging === null && reader.ended() === null) await readMissed();
    await readAll(lost.there.filter((room) => !isMet(room)));
  }
  await confirmEmpty();

  const unmet = [...unread.values()].sort((one, other) => byRoomId(one.room.id, other.room.id));
  const unreadable = unmet.filter(({ kind }) => kind === 'unreadable').length;
  const coverage: Coverage = {
    ...counts,
    total: read.size + unmet.length,
    read: read.size,
    unreadable,
    failed: unmet.length - unreadable,
    gone: gone.size,
    excluded: selection.excluded.size,
    complete: unmet.length === 0 && paging === null,
  };
  const inOrder = [...verdicts].sort(([one], [other]) => byRoomId(one, other)).map(([, verdict]) => verdict);
  return {
    coverage,
    unread: unmet,
    paging,
    ended: reader.ended(),
    gone: lost.gone,
    verdicts: inOrder,
    version,
    sharing,
    passwordPolicy: policy,
    ownersTold: owners.told(),
    async readAgain(room) {
      const { reading } = await reader.read(room);
      return isEmpty(reading) ? reader.confirm(room, reading, null) : reading;
    },
    listed: selection.listed,
  };
}

/** What the portal says of itself; null where it does not, or where the time is up. */
async function readSettings(
  portal: DocSpace,
  { concurrency }: ScanTask,
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

function deletedMeanwhile({ id }: Room): Problem {
  return problem('room-not-found', `\`rooms\` names ${id}, which was deleted while the audit ran.`);
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

function described({ id, title, shared, sharedExternal }: Room): UnreadRoom['room'] {
  return { id, title, shared, sharedExternal };
}

/** An empty list does not tell 3.2 from 3.6, so the oldest version that any list shows is the portal's. */
function older(one: PortalVersion | null, other: PortalVersion): PortalVersion {
  return one === null || other < one ? other : one;
}
