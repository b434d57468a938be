import { afterMending, type Baseline, compareWith, keyOf, neitherFoundNorFixed } from '../../audit/baseline.ts';
import type { Coverage, PortalFacts, UnreadRoom } from '../../audit/coverage.ts';
import { judgeRoom, judgeScan } from '../../audit/evaluate.ts';
import { type AuditedLink, type AuditedRoom, byRoomId, type Finding, worstFirst } from '../../audit/finding.ts';
import { planFixes, type PlannedFix, type RoomFixes } from '../../audit/fixes.ts';
import { type Suspects, suspectsIn, united } from '../../audit/orphans.ts';
import { type AuditResult, collectEnds, type ReportedLink } from '../../audit/result.ts';
import { type RoomLink, roomLinksOf } from '../../audit/room-links.ts';
import { type UnmetName, unmetNames } from '../../audit/room-patterns.ts';
import { type Known, notEvaluated, wasEvaluated } from '../../audit/rules/needs.ts';
import type { AuditContext } from '../../audit/rules/rule.ts';
import {
  isGone,
  looksEverywhere,
  notSeenOf,
  type ReadRoom,
  type ScanCoverage,
  wasSeen,
} from '../../audit/scan-coverage.ts';
import { type AmbiguousTitle, ambiguousTitles } from '../../audit/waivers.ts';
import { atMost, roomsAtOnce } from '../../docspace/pool.ts';
import { portalNow, portalTime } from '../../docspace/portal-clock.ts';
import type { FileRoom } from '../../links/declared.ts';
import { describedLink } from '../../links/described-link.ts';
import { roomEntryOf } from '../../links/drift.ts';
import { isManaged } from '../../links/identity.ts';
import type { LinkFacts } from '../../links/link.ts';
import type { Problem } from '../../links/problem.ts';
import { attempt } from '../../reconcile/attempt.ts';
import { fix, type FixReport } from './fix.ts';
import { scan, type ScanDeps, type ScanTask } from './scan/scan.ts';

/** What an audit works with. */
export interface AuditDeps extends ScanDeps {
  /** Resolves after so many milliseconds, sooner when the step's time is up. */
  readonly wait: (milliseconds: number) => Promise<void>;
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
export interface AuditTask extends Omit<ScanTask, 'before'> {
  /** Origin of the portal. */
  readonly portal: string;
  /** What rooms are judged by, as far as it is known before the scan. */
  readonly standard: Omit<AuditContext, 'usesBefore' | 'closedPullRequests'>;
  readonly baseline: Baseline | null;
  /** Whether a report wants every link. */
  readonly listsLinks: boolean;
  /** Ids of the rules whose findings are to be mended. */
  readonly fix: ReadonlySet<string>;
}

/** What an audit has found, before anything is mended. */
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
  /** Carries the fixes out, and looks at the rooms again that were written. Throws no `Failure`. */
  readonly mend: () => Promise<Mended>;
}

/** What mending has come to. */
export interface Mended extends FixReport {
  /** What there is afterwards: a finding that is there no more is `fixed`. */
  readonly result: AuditResult;
}

/** What is kept of a room that was read and in which there is something to tell. */
interface Verdict extends RoomFixes {
  readonly findings: readonly Finding[];
  readonly links: readonly ReportedLink[];
}

/**
 * Scans rooms and judges them, comparing with the baseline if there is one. It reads only; what it would mend is in the
 * report. Throws what `scan` throws: then the audit did not run.
 */
export async function audit(deps: AuditDeps, task: AuditTask): Promise<AuditReport> {
  const { portal } = deps;
  const { baseline } = task;
  let standard: AuditContext = { ...task.standard, usesBefore: usesOf(baseline), closedPullRequests: null };
  /** ... as of this moment, by the portal's clock: a link may be made while the audit runs. */
  const today = (): AuditContext => ({ ...standard, now: portalNow(portal, deps.now()) });
  const seen = new Map<string, ReadRoom>();
  const ends = collectEnds();
  const { file } = task.standard;
  const described = new Set<FileRoom>();
  const roomLinks = new Map<string, readonly RoomLink[]>();

  /** Notes a room that was read, and judges it. */
  function judged(room: AuditedRoom, links: readonly AuditedLink[], facts: PortalFacts): Verdict {
    const ids = baseline === null ? [] : links.map(({ id }) => id);
    seen.set(room.id, { links: links.length, ids, ownerKnown: room.ownerActive !== null });
    ends.add(room, links);
    const entry = file === null ? null : roomEntryOf(file, room);
    if (entry !== null) described.add(entry);
    const all = judgeRoom({ ...today(), room, links, portal: facts });
    const names = roomLinksOf(room, links, standard);
    // What the baseline has found in a room may be fixed, and is then reported without being found.
    if (baseline !== null || all.length > 0) roomLinks.set(room.id, names);
    return {
      findings: all.map(({ finding }) => finding),
      links: task.listsLinks ? links.map((link) => ({ roomId: room.id, ...describedLink(link, link.managed) })) : [],
      ...planFixes({ room, roomLinks: names, portal: facts, judged: all }, links, task.fix),
    };
  }

  let ambiguous: readonly AmbiguousTitle[] = [];
  /** Leaves out the waivers of which nobody knows which room they are about. */
  function onListed(rooms: Parameters<typeof ambiguousTitles>[1]): void {
    if (file === null) return;
    ambiguous = ambiguousTitles(file.waivers, rooms);
    const out = ambiguous.flatMap(({ waivers }) => waivers);
    standard = { ...standard, file: { ...file, waivers: file.waivers.filter((waiver) => !out.includes(waiver)) } };
  }

  const suspects: Suspects[] = [];
  const asked = { ...task, before: roomsOf(baseline) };
  const scanned = await scan<Verdict | (() => Verdict)>({ ...deps, onListed }, asked, (room, links, facts) => {
    const these = suspectsIn(room, links, standard);
    if (these !== null) {
      // Judged when GitHub was asked, once for all rooms.
      suspects.push(these);
      return () => judged(room, links, facts);
    }
    const verdict = judged(room, links, facts);
    return verdict.findings.length + verdict.links.length === 0 ? null : verdict;
  });
  const { unread, paging, ended, version, sharing } = scanned;
  const { warning } = portalTime(portal, deps.now());
  if (warning !== null) deps.log.warning('Clocks differ', warning);
  const closed = await deps.closedPullRequests(united(suspects));
  standard = { ...standard, closedPullRequests: closed?.numbers ?? null };
  const verdicts = scanned.verdicts.map((verdict) => (typeof verdict === 'function' ? verdict() : verdict));
  const known: Known = {
    version,
    sharing: sharing !== null,
    owners: scanned.ownersTold,
    passwordPolicy: scanned.passwordPolicy !== null,
    file: file !== null,
    baseline: baseline !== null,
    pullRequests: closed?.whole === true,
  };
  const everywhere = looksEverywhere(task, scanned.coverage);
  const coverage: ScanCoverage = { ...task, ...scanned, read: seen, everywhere };
  const judgedAnew = (finding: Finding): boolean =>
    wasSeen(finding, coverage) && (isGone(finding, coverage) || wasEvaluated(finding.rule, standard.policy, known));

  function resultOf(here: readonly Finding[], mended: readonly Finding[], links: readonly ReportedLink[]): AuditResult {
    const compared = baseline === null ? here : compareWith(baseline, here, judgedAnew);
    const neither = baseline === null ? [] : neitherFoundNorFixed(baseline, compared, judgedAnew);
    const notSeen = notSeenOf(neither, coverage);
    const told = new Set(compared.map(keyOf));
    const fixed = mended.filter((one) => !told.has(keyOf(one))).map((one): Finding => ({ ...one, status: 'fixed' }));
    return {
      portal: task.portal,
      generated: portalNow(portal, standard.now),
      coverage: withLinks(scanned.coverage, seen),
      findings: [...compared, ...fixed].toSorted(worstFirst),
      links,
      ...(notSeen.findings.length + notSeen.links.length === 0 ? {} : { notSeen }),
      ends: ends.ends(),
      roomLinks,
      notEvaluated: notEvaluated(standard.policy, known),
      baseline: baseline?.generated ?? null,
    };
  }

  const findings = [
    ...verdicts.flatMap((verdict) => verdict.findings),
    ...judgeScan({
      ...today(),
      unread,
      paging,
      version,
      missing: everywhere ? (file?.rooms.filter((one) => !described.has(one)) ?? []) : [],
      ambiguous,
    }),
  ];
  const links = verdicts.flatMap((verdict) => verdict.links);
  const fixes = verdicts.flatMap((verdict) => verdict.fixes);

  /** Reads and judges a room that was written; null if it cannot be read any more. */
  async function lookAgain(roomId: string): Promise<Verdict | null> {
    const { value: room } = await attempt(() => portal.room(roomId));
    const reading = room === undefined ? null : await scanned.readAgain(room);
    if (room === undefined || reading?.kind !== 'read') return null;
    const audited = (link: LinkFacts): AuditedLink => ({ ...link, managed: isManaged(standard.identity, link.id) });
    const otherLinks = reading.others.map(audited);
    return judged({ ...room, ownerActive: null, otherLinks }, reading.links.map(audited), {
      version: reading.version,
      sharing,
    });
  }

  async function mend(): Promise<Mended> {
    const judge = (room: AuditedRoom, its: readonly AuditedLink[], facts: PortalFacts) =>
      judgeRoom({ ...today(), room, links: its, portal: facts });
    const report = await fix({ ...deps, sharing, judge }, fixes);
    const looked = await atMost(roomsAtOnce, report.rooms, async (id) => [id, await lookAgain(id)] as const);
    const again = new Map(looked.flatMap(([id, verdict]) => (verdict === null ? [] : [[id, verdict] as const])));
    const { here, mended } = afterMending(findings, new Map(Array.from(again, ([id, one]) => [id, one.findings])));
    const listed = [
      ...links.filter(({ roomId }) => !again.has(roomId)),
      ...[...again.values()].flatMap((verdict) => verdict.links),
    ].toSorted((one, other) => byRoomId(one.roomId, other.roomId));
    return { ...report, result: resultOf(here, mended, listed) };
  }

  const unfixable = verdicts.flatMap(({ problems }) => problems);
  // Only of all rooms that there are can be said that none has a name.
  const unmet = task.rooms === 'all' && paging === null ? unmetNames(standard, scanned.listed) : [];
  return { result: resultOf(findings, [], links), unread, paging, ended, unmet, fixes, unfixable, mend };
}

/** DSL013: what the baseline says of the uses of invitations. */
function usesOf(baseline: Baseline | null): ReadonlyMap<string, number> {
  const links = [...(baseline?.links.values() ?? [])];
  return new Map(links.flatMap(({ id, uses }) => (uses === null ? [] : [[id, uses] as const])));
}

/** The rooms that the baseline names, by id, with their titles where it has them. */
function roomsOf(baseline: Baseline | null): ReadonlyMap<string, string> {
  if (baseline === null) return new Map();
  const ids = [...baseline.links.values()].map(({ roomId }) => [roomId, ''] as const);
  const titled = baseline.findings.map(({ roomId, roomTitle }) => [roomId, roomTitle] as const);
  return new Map([...ids, ...titled].filter(([id]) => id !== ''));
}

/** The coverage of a scan, with the links that its rooms have now. */
function withLinks(coverage: Coverage, seen: ReadonlyMap<string, ReadRoom>): Coverage {
  return { ...coverage, links: [...seen.values()].reduce((sum, { links }) => sum + links, 0) };
}
