import type { Unreadable } from '../../../audit/coverage.ts';
import type { Feedback } from '../../../docspace/pool.ts';
import type { AuditListing, DocSpace } from '../../../docspace/port.ts';
import { isRoomGone, mayRead } from '../../../docspace/refusal.ts';
import type { LinkFacts } from '../../../links/link.ts';
import type { PasswordPolicy } from '../../../links/password.ts';
import { Failure, problem, type Problem, type ProblemCode } from '../../../links/problem.ts';
import type { LinkType } from '../../../links/room-types.ts';
import type { PortalVersion, Room } from '../../../links/room.ts';
import { attempt } from '../../../links/result.ts';
import { lacksExternal, maySeeLinks } from '../../../reconcile/read-room.ts';
import { endsScan, problemOf } from './key-problems.ts';

/** How the reading of a room ended. */
export type Reading =
  | {
      readonly kind: 'read';
      /** Of the type asked for. */
      readonly links: readonly LinkFacts[];
      /** Of the other type. */
      readonly others: readonly LinkFacts[];
      readonly version: PortalVersion;
      /** False: the room's own flags said that it has none. */
      readonly asked: boolean;
    }
  | { readonly kind: 'unreadable'; readonly why: Unreadable }
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** The room was there when the list was made, and is not any more. */
  | { readonly kind: 'gone' };

/** Whether a list was empty: then it says nothing if the key's rights were withdrawn since the room was listed. */
export function isEmpty(reading: Reading): boolean {
  return reading.kind === 'read' && reading.asked && reading.links.length + reading.others.length === 0;
}

/** Reads rooms one by one. */
export interface RoomReader {
  read(room: Room): Promise<{ readonly reading: Reading; readonly feedback: Feedback }>;
  /**
   * The reading of a room whose list was empty (see `isEmpty`), as the rights show that are in force after it: those of
   * `today`, which was read since; null: the room is asked for them.
   */
  confirm(room: Room, empty: Reading, today: Room | null): Promise<Reading>;
  /** Why nothing can be read any more, with this key or at all; rooms that were left then failed for that reason. */
  readonly ended: () => Problem | null;
}

/** What all rooms have in common. */
export interface ReaderTask {
  /** The user who owns the key. */
  readonly userId: string;
  readonly policy: PasswordPolicy | null;
  readonly linkType: LinkType | 'all';
}

/** After so many failures without a success the portal itself is asked. */
const suspicious = 16;

/** What failures tell of a portal that is overloaded or away, rather than of one room. */
const trouble: readonly ProblemCode[] = ['rate-limited', 'portal-unavailable', 'timeout', 'unreachable', 'cut-answer'];

/** A reader for the rooms of one scan. It throws no `Failure`. */
export function createReader(portal: DocSpace, { userId, policy, linkType }: ReaderTask): RoomReader {
  let failures = 0;
  let ended: Problem | null = null;
  let asking: Promise<Problem | null> | null = null;

  const maySee = (room: Room): Promise<boolean> => maySeeLinks(room, () => Promise.resolve(userId));

  /** The links; or why a list is not believed that has no external link. */
  async function listing(room: Room): Promise<AuditListing | Unreadable> {
    const links = (): Promise<AuditListing> => portal.auditLinks(room.id, policy);
    const first = await links();
    if (!lacksExternal({ room, ...first })) return first;
    // Its external link may have been revoked, or the key's rights withdrawn, since the list of rooms was made.
    const today = await portal.room(room.id);
    if (!(await maySee(today))) return 'not-manager';
    if (!lacksExternal({ room: today, ...first })) return first;
    const second = await links();
    return lacksExternal({ room: today, ...second }) ? 'says-shared' : second;
  }

  async function failed(error: unknown): Promise<{ readonly reading: Reading; readonly feedback: Feedback }> {
    if (!(error instanceof Failure)) throw error;
    const why = problemOf(error);
    if (isRoomGone(error)) return { reading: { kind: 'gone' }, feedback: null };
    if (why.code === 'room-forbidden') return { reading: { kind: 'unreadable', why: 'not-visible' }, feedback: null };
    failures += 1;
    if (endsScan(error) || failures % suspicious === 0) {
      // All that fail at the same time ask together.
      asking ??= whyEnded().finally(() => (asking = null));
      const end = await asking;
      ended ??= end;
    }
    return { reading: { kind: 'failed', problem: why }, feedback: trouble.includes(why.code) ? 'trouble' : null };
  }

  /** What the portal says of the key itself; null: it is valid and may read rooms, so that single rooms failed. */
  async function whyEnded(): Promise<Problem | null> {
    const { value, failed: why } = await attempt(() => portal.key());
    if (why !== null) return problemOf(why);
    return mayRead(value.scopes, 'rooms') ? null : problem('key-scope', 'The API key has lost its scope for rooms.');
  }

  return {
    ended: () => ended,

    async read(room) {
      if (linkType === 'external' && room.shared === false && room.sharedExternal !== true) {
        return { reading: { kind: 'read', links: [], others: [], version: '3.7', asked: false }, feedback: null };
      }
      // The list would be empty whatever the room has.
      if (!(await maySee(room))) return { reading: { kind: 'unreadable', why: 'not-manager' }, feedback: null };
      if (ended !== null) return { reading: { kind: 'failed', problem: ended }, feedback: null };
      try {
        const got = await listing(room);
        failures = 0;
        if (typeof got === 'string') return { reading: { kind: 'unreadable', why: got }, feedback: null };
        const isAsked = ({ type }: LinkFacts): boolean => linkType === 'all' || type === linkType;
        const links = got.links.filter(isAsked);
        const others = got.links.filter((link) => !isAsked(link));
        return { reading: { kind: 'read', links, others, version: got.version, asked: true }, feedback: got.effort };
      } catch (error) {
        return failed(error);
      }
    },

    async confirm(room, empty, today) {
      // The audit is not complete then; what was read before is reported.
      if (ended !== null) return empty;
      try {
        return (await maySee(today ?? (await portal.room(room.id))))
          ? empty
          : { kind: 'unreadable', why: 'not-manager' };
      } catch (error) {
        return (await failed(error)).reading;
      }
    },
  };
}

/** Reads a room once more after the scan, by itself. Throws no `Failure`. */
export async function readAgain(portal: DocSpace, task: ReaderTask, room: Room): Promise<Reading> {
  const reader = createReader(portal, task);
  const { reading } = await reader.read(room);
  return isEmpty(reading) ? reader.confirm(room, reading, null) : reading;
}
