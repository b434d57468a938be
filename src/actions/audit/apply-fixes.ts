import { afterFixes } from '../../audit/baseline.ts';
import type { PortalFacts } from '../../audit/coverage.ts';
import { evaluateRoom } from '../../audit/evaluate.ts';
import { type AuditedLink, type AuditedRoom } from '../../audit/finding.ts';
import { byRoomId } from '../../links/room.ts';
import type { AuditResult } from '../../audit/result.ts';
import { mapConcurrent, roomsAtOnce } from '../../docspace/pool.ts';
import { isManaged } from '../../links/identity.ts';
import type { LinkFacts } from '../../links/link.ts';
import { attempt } from '../../links/result.ts';
import { auditRoom, type RoomReport } from './audit-room.ts';
import { type AuditDeps, type AuditReport, type AuditTask, contextNow, resultOf } from './audit.ts';
import { fix, type FixReport, revokeAgain } from './fix.ts';
import { readAgain } from './scan/read-room.ts';

/** What fixing works with. */
export interface ApplyFixesDeps extends AuditDeps {
  /** Resolves after so many milliseconds, sooner when the step's time is up. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** What has become of the fixes of an audit. */
export interface AppliedFixes extends FixReport {
  /** What there is afterwards: a finding that is there no more is `fixed`. */
  readonly result: AuditResult;
}

/**
 * Carries out the fixes that an audit has planned, and looks at the rooms again that were written. Each link is
 * evaluated again before its write. Throws no `Failure`.
 */
export async function applyFixes(deps: ApplyFixesDeps, task: AuditTask, report: AuditReport): Promise<AppliedFixes> {
  const { basis } = report;
  const { context, scanned } = basis;
  const evaluate = (room: AuditedRoom, links: readonly AuditedLink[], portal: PortalFacts) =>
    evaluateRoom({ ...contextNow(deps, context), room, links, portal });
  const fixDeps = { ...deps, sharing: scanned.sharing, evaluate };
  const applied = await fix(fixDeps, report.fixes);
  const problems = [...applied.problems];
  const looked = await mapConcurrent(roomsAtOnce, applied.rooms, async (id) => {
    const room = await lookAgain(deps, task, report, id);
    // Written by others in the instant in which it was revoked: it goes once more.
    const back = applied.done.filter(
      ({ action, roomId, linkId }) => action === 'revoke' && roomId === id && room?.listed.includes(linkId) === true,
    );
    if (back.length === 0) return [id, room] as const;
    problems.push(...(await revokeAgain(fixDeps, id, back)));
    return [id, await lookAgain(deps, task, report, id)] as const;
  });
  const again = new Map(looked.flatMap(([id, room]) => (room === null ? [] : [[id, room.report] as const])));
  const { here, fixed } = afterFixes(
    basis.findings,
    new Map(Array.from(again, ([id, { findings }]) => [id, findings])),
  );
  const links = [
    ...basis.links.filter(({ roomId }) => !again.has(roomId)),
    ...[...again.values()].flatMap((room) => room.links),
  ].toSorted((one, other) => byRoomId(one.roomId, other.roomId));
  return { ...applied, problems, result: resultOf(deps, task, basis, { findings: here, fixed, links }) };
}

/** A room that was read again after its links were written. */
interface LookedAgain {
  readonly report: RoomReport;
  /** Ids of its links. */
  readonly listed: readonly string[];
}

/** Reads and evaluates a room that was written; null if it cannot be read any more. */
async function lookAgain(
  deps: AuditDeps,
  task: AuditTask,
  { basis: { context, scanned, seen } }: AuditReport,
  roomId: string,
): Promise<LookedAgain | null> {
  const { value: room } = await attempt(() => deps.portal.room(roomId));
  if (room === undefined) return null;
  const reading = await readAgain(deps.portal, scanned.reading, room);
  if (reading.kind !== 'read') return null;
  const audited = (link: LinkFacts): AuditedLink => ({ ...link, managed: isManaged(context.identity, link.id) });
  const asRead = {
    // Who owns the room no fix changes, so that is not asked again.
    room: { ...room, ownerActive: null, otherLinks: reading.others.map(audited) },
    links: reading.links.map(audited),
    portal: { version: reading.version, sharing: scanned.sharing },
  };
  return {
    report: auditRoom(asRead, contextNow(deps, context), task, seen),
    listed: [...reading.links, ...reading.others].map(({ id }) => id),
  };
}
