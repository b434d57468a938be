import type { Unreadable } from '../audit/coverage.ts';
import type { AuditListing, DocSpace } from '../docspace/docspace.ts';
import type { Felt } from '../docspace/parallel.ts';
import type { LinkFacts } from '../links/link.ts';
import type { PasswordPolicy } from '../links/password.ts';
import { Failure, type Problem, type ProblemCode } from '../links/problem.ts';
import type { PortalVersion, Room } from '../links/room.ts';
import type { LinkType } from '../links/room-types.ts';
import { maySeeLinks } from './may-see-links.ts';
import { endsScan, problemOf } from './scan-rooms.ts';

/** How the reading of a room ended. */
export type Reading =
  | {
      readonly kind: 'read';
      /** Of the type asked for. */
      readonly links: readonly LinkFacts[];
      readonly version: PortalVersion;
      /** False: the room's own flags said that it has none. */
      readonly asked: boolean;
    }
  | { readonly kind: 'unreadable'; readonly why: Unreadable }
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** The room was there when the list was made, and is not any more. */
  | { readonly kind: 'gone' };

/** Reads rooms one by one. */
export interface RoomReader {
  read(room: Room): Promise<{ readonly reading: Reading; readonly felt: Felt }>;
  /** False once the portal was found not to answer at all; the rooms that were left then failed for that reason. */
  portalAnswers(): boolean;
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

/** A reader for the rooms of one scan. `read` throws only what ends the scan: see `endsScan`. */
export function createReader(portal: DocSpace, { userId, policy, linkType }: ReaderTask): RoomReader {
  let failures = 0;
  let dead: Problem | null = null;

  const maySee = (room: Room): Promise<boolean> => maySeeLinks(room, () => Promise.resolve(userId));

  /** The links; or why an empty list is not believed. */
  async function listing(room: Room): Promise<AuditListing | Unreadable> {
    const links = (): Promise<AuditListing> => portal.auditLinks(room.id, policy);
    const first = await links();
    if (first.links.length > 0 || room.shared !== true) return first;
    // Its external link may have been revoked, or the key's rights withdrawn, since the list of rooms was made.
    const today = await portal.room(room.id);
    const second = await links();
    if (second.links.length > 0) return second;
    if (!(await maySee(today))) return 'not-manager';
    return today.shared === true ? 'says-shared' : second;
  }

  async function failed(error: unknown): Promise<{ readonly reading: Reading; readonly felt: Felt }> {
    if (!(error instanceof Failure) || endsScan(error)) throw error;
    const problem = problemOf(error);
    if (problem.code === 'room-not-found') return { reading: { kind: 'gone' }, felt: null };
    failures += 1;
    if (failures % suspicious === 0) dead ??= await whyDead();
    return { reading: { kind: 'failed', problem }, felt: trouble.includes(problem.code) ? 'trouble' : null };
  }

  async function whyDead(): Promise<Problem | null> {
    try {
      await portal.key();
      return null;
    } catch (error) {
      if (!(error instanceof Failure) || endsScan(error)) throw error;
      return problemOf(error);
    }
  }

  return {
    portalAnswers: () => dead === null,

    async read(room) {
      if (linkType === 'external' && room.shared === false) {
        return { reading: { kind: 'read', links: [], version: '3.7', asked: false }, felt: null };
      }
      // The list would be empty whatever the room has.
      if (!(await maySee(room))) return { reading: { kind: 'unreadable', why: 'not-manager' }, felt: null };
      if (dead !== null) return { reading: { kind: 'failed', problem: dead }, felt: null };
      try {
        const got = await listing(room);
        failures = 0;
        if (typeof got === 'string') return { reading: { kind: 'unreadable', why: got }, felt: null };
        const links = got.links.filter(({ type }) => linkType === 'all' || type === linkType);
        return { reading: { kind: 'read', links, version: got.version, asked: true }, felt: got.effort };
      } catch (error) {
        return failed(error);
      }
    },
  };
}
