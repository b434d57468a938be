import { composeResult, type Found } from '../../audit/compose-result.ts';
import type { UnreadRoom } from '../../audit/coverage.ts';
import type { Finding } from '../../audit/finding.ts';
import { evaluateScan } from '../../audit/evaluate.ts';
import { suspectsIn, united, type Suspects } from '../../audit/orphans.ts';
import type { PlannedFix } from '../../audit/fixes.ts';
import type { ConfigFile } from '../../audit/policy.ts';
import { roomsOf, usesOf } from '../../audit/baseline.ts';
import type { AuditResult, ReportedLink } from '../../audit/result.ts';
import type { Known } from '../../audit/rules/needs.ts';
import type { AuditContext } from '../../audit/rules/rule.ts';
import { looksEverywhere } from '../../audit/scan-coverage.ts';
import { unmetNames, type UnmetName } from '../../audit/room-patterns.ts';
import { ambiguousTitles, type AmbiguousTitle } from '../../audit/waivers.ts';
import type { Problem } from '../../links/problem.ts';
import { portalNow, portalTime } from '../../docspace/portal-clock.ts';
import {
  countsNow,
  auditRoom,
  noRoomsSeen,
  type RoomReport,
  type RoomAsRead,
  type RoomsSeen,
  type RoomWanted,
} from './audit-room.ts';
import { scan, type ScanDeps, type ScanReport, type ScanTask } from './scan/scan.ts';
import type { Selection } from './scan/select-rooms.ts';

/** What an audit works with. */
export interface AuditDeps extends ScanDeps {
  /** DSL029: which of these pull requests are closed; null: not known. */
  readonly closedPullRequests: (suspects: Suspects) => Promise<ClosedPullRequests | null>;
}

/** Pull requests that links may be of, and that are closed. */
export interface ClosedPullRequests {
  readonly numbers: readonly number[];
  /** False if there were too many links or numbers to look at all of them. */
  readonly whole: boolean;
}

/** What an audit is asked to do. */
export interface AuditTask extends Omit<ScanTask, 'before'>, RoomWanted {
  /** Origin of the portal. */
  readonly portal: string;
  /** What rooms are evaluated by, as far as it is known before the scan; `now` is by the runner's clock. */
  readonly context: Omit<AuditContext, 'usesBefore' | 'closedPullRequests'>;
}

/** What an audit has found, before anything is fixed. */
export interface AuditReport {
  readonly result: AuditResult;
  readonly unread: readonly UnreadRoom[];
  /** Why the list of rooms is not whole; null if it is. */
  readonly paging: Problem | null;
  /** Why the audit ended before all rooms were read, because of the key or the portal; null if it did not. */
  readonly ended: Problem | null;
  /** Names of the policy and its waivers that are about no room. */
  readonly unmet: readonly UnmetName[];
  /** What `fix` would do. */
  readonly fixes: readonly PlannedFix[];
  /** What the rules named in `fix` ask for, and cannot be done. */
  readonly unfixable: readonly Problem[];
  /** What the result was made from, so that it can be made again once rooms were fixed. */
  readonly basis: AuditBasis;
}

/** What the result of an audit is made from. */
export interface AuditBasis {
  /** What rooms are evaluated by, as far as the time does not matter. */
  readonly context: AuditContext;
  readonly scanned: Omit<ScanReport<unknown>, 'results'>;
  readonly seen: RoomsSeen;
  readonly known: Known;
  readonly findings: readonly Finding[];
  readonly links: readonly ReportedLink[];
}

/**
 * Scans rooms and evaluates them, comparing with the baseline if there is one. It reads only; what it would fix is in
 * the report. Throws what `scan` throws: then the audit did not run.
 */
export async function audit(deps: AuditDeps, task: AuditTask): Promise<AuditReport> {
  const { baseline, context: given } = task;
  const seen = noRoomsSeen();
  let context: AuditContext = { ...given, usesBefore: usesOf(baseline), closedPullRequests: null };
  const evaluate = (one: RoomAsRead): RoomReport => auditRoom(one, contextNow(deps, context), task, seen);

  let ambiguous: readonly AmbiguousTitle[] = [];
  function onListed(rooms: Selection['listed']): void {
    if (given.file === null) return;
    ambiguous = ambiguousTitles(given.file.waivers, rooms);
    context = { ...context, file: withoutWaivers(given.file, ambiguous) };
  }

  const suspects: Suspects[] = [];
  const before = { ...task, before: roomsOf(baseline) };
  const scanned = await scan<RoomReport | RoomAsRead>({ ...deps, onListed }, before, (room, links, portal) => {
    const these = suspectsIn(room, links, context);
    if (these !== null) {
      // Evaluated when GitHub was asked, once for all rooms.
      suspects.push(these);
      return { room, links, portal };
    }
    const evaluated = evaluate({ room, links, portal });
    return evaluated.findings.length + evaluated.links.length === 0 ? null : evaluated;
  });
  const { unread, paging, ended, version } = scanned;
  const { warning } = portalTime(deps.portal, deps.now());
  if (warning !== null) deps.log.warning('Clocks differ', warning);
  const closed = await deps.closedPullRequests(united(suspects));
  context = { ...context, closedPullRequests: closed?.numbers ?? null };
  const rooms = scanned.results.map((one) => ('room' in one ? evaluate(one) : one));

  const everywhere = looksEverywhere(task, scanned.coverage);
  const missing = everywhere ? (given.file?.rooms.filter((one) => !seen.described.has(one)) ?? []) : [];
  const findings = [
    ...rooms.flatMap((room) => room.findings),
    ...evaluateScan({ ...contextNow(deps, context), unread, paging, version, missing, ambiguous }),
  ];
  const known = knownBy(scanned, task, closed?.whole === true);
  const links = rooms.flatMap((room) => room.links);
  const basis: AuditBasis = { context, scanned, seen, known, findings, links };
  return {
    result: resultOf(deps, task, basis, { findings, fixed: [], links }),
    unread,
    paging,
    ended,
    // Only of all rooms that there are can be said that none has a name.
    unmet: task.rooms === 'all' && paging === null ? unmetNames(context, scanned.listed) : [],
    fixes: rooms.flatMap((room) => room.fixes),
    unfixable: rooms.flatMap(({ problems }) => problems),
    basis,
  };
}

/** What rooms are evaluated by at this moment, by the portal's clock: a link may be made while the audit runs. */
export function contextNow({ portal, now }: Pick<AuditDeps, 'portal' | 'now'>, context: AuditContext): AuditContext {
  return { ...context, now: portalNow(portal, now()) };
}

function knownBy(
  { version, sharing, ownersReported, reading }: AuditBasis['scanned'],
  { context: { file }, baseline }: AuditTask,
  pullRequests: boolean,
): Known {
  return {
    version,
    sharing: sharing !== null,
    owners: ownersReported,
    passwordPolicy: reading.policy !== null,
    file: file !== null,
    baseline: baseline !== null,
    pullRequests,
  };
}

/** The result of an audit that has found this. */
export function resultOf(
  { portal }: Pick<AuditDeps, 'portal'>,
  task: AuditTask,
  { context, scanned, seen, known }: AuditBasis,
  found: Found,
): AuditResult {
  const everywhere = looksEverywhere(task, scanned.coverage);
  return composeResult(
    {
      portal: task.portal,
      generated: portalNow(portal, context.now),
      counts: countsNow(scanned.coverage, seen),
      coverage: { ...task, ...scanned, read: seen.read, everywhere },
      policy: context.policy,
      known,
      ends: seen.ends.ends(),
      roomLinks: seen.roomLinks,
    },
    found,
  );
}

/** The file without the waivers of which nobody knows which room they are about. */
function withoutWaivers(file: ConfigFile, ambiguous: readonly AmbiguousTitle[]): ConfigFile {
  const out = ambiguous.flatMap(({ waivers }) => waivers);
  return { ...file, waivers: file.waivers.filter((waiver) => !out.includes(waiver)) };
}
