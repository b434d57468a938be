import { compareWith } from '../audit/compare.ts';
import type { PortalFacts, UnreadRoom } from '../audit/coverage.ts';
import { collectEnds } from '../audit/ends.ts';
import { severities, type AuditedLink, type AuditedRoom, type Finding } from '../audit/finding.ts';
import { isJudged, judgeCoverage, judgeRoom, type Judged } from '../audit/judge.ts';
import { planFixes, type PlannedFix, type RoomFixes } from '../audit/plan-fixes.ts';
import type { Baseline } from '../audit/read-baseline.ts';
import { isOpen, type AuditResult, type LinkEnds, type ReportedLink } from '../audit/result.ts';
import type { Standard } from '../audit/rule.ts';
import { describedLink } from '../links/described-link.ts';
import { isManaged } from '../links/identity.ts';
import type { PasswordPolicy } from '../links/password.ts';
import type { Problem } from '../links/problem.ts';
import { atMost, roomsAtOnce } from './at-most.ts';
import { attempt } from './attempt.ts';
import { fix, type FixReport } from './fix.ts';
import { byRoomId, scan, type ScanDeps, type ScanReport, type ScanTask } from './scan.ts';

/** What an audit works with. */
export interface AuditDeps extends ScanDeps {
  /** Resolves after so many milliseconds, sooner when the step's time is up. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** DSL029: numbers of closed pull requests, asked for when a link of this repository is seen; null: not known. */
  readonly closedPullRequests: () => Promise<readonly number[] | null>;
}

/** What an audit is asked to do. */
export interface AuditTask extends ScanTask {
  /** Origin of the portal. */
  readonly portal: string;
  /** What rooms are judged by, as far as it is known before the scan. */
  readonly standard: Omit<Standard, 'usesBefore' | 'closedPullRequests'>;
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

/** What is kept of a room that was read. */
interface Verdict extends RoomFixes {
  readonly findings: readonly Finding[];
  readonly links: readonly ReportedLink[];
}

/** A room as it is after it was mended. */
interface After {
  readonly judged: readonly Judged[];
  readonly links: readonly ReportedLink[];
}

/**
 * Scans rooms and judges them, comparing with the baseline if there is one. It reads only; what it would mend is in the
 * report. Throws what `scan` throws: then the audit did not run.
 */
export async function audit(deps: AuditDeps, task: AuditTask): Promise<AuditReport> {
  const { baseline } = task;
  let standard: Standard = { ...task.standard, usesBefore: usesOf(baseline), closedPullRequests: null };
  const read = new Set<string>();
  const ends = collectEnds();

  async function verdictOn(
    room: AuditedRoom,
    links: readonly AuditedLink[],
    portal: PortalFacts,
  ): Promise<Verdict | null> {
    read.add(room.id);
    ends.add(room, links);
    if (standard.closedPullRequests === null && links.some(({ managed }) => managed)) {
      standard = { ...standard, closedPullRequests: await deps.closedPullRequests() };
    }
    const judged = judgeRoom({ ...standard, room, links, portal });
    const listed = task.listsLinks ? links.map((link) => reported(room.id, link)) : [];
    if (judged.length + listed.length === 0) return null;
    return {
      findings: judged.map(({ finding }) => finding),
      links: listed,
      ...planFixes({ room, portal, judged }, links, task.fix),
    };
  }

  const scanned = await scan(deps, task, verdictOn);
  const { coverage, unread, paging, verdicts, sharing } = scanned;
  const unseen = new Set(unread.map(({ room }) => room.id));
  const judgedAnew = (finding: Finding): boolean =>
    isJudged(finding.rule, standard) &&
    wasSeen(
      finding,
      task,
      scanned,
      (id) => read.has(id),
      (id) => unseen.has(id),
    );
  const here = [...verdicts.flatMap(({ findings }) => findings), ...judgeCoverage(scanned, standard)];
  const result: AuditResult = {
    portal: task.portal,
    generated: standard.now,
    coverage,
    findings: (baseline === null ? here : compareWith(baseline, here, judgedAnew)).toSorted(worstFirst),
    links: verdicts.flatMap(({ links }) => links),
    ends: ends.ends(),
    baseline: baseline?.generated ?? null,
  };
  const fixes = verdicts.flatMap((verdict) => verdict.fixes);

  /** Reads and judges a room that was written; null if it cannot be read any more. */
  async function lookAgain(roomId: string, policy: PasswordPolicy | null): Promise<After | null> {
    const { value } = await attempt(async () => {
      const [room, listing] = await Promise.all([deps.portal.room(roomId), deps.portal.auditLinks(roomId, policy)]);
      return { room: { ...room, ownerActive: null }, ...listing };
    });
    if (value === undefined) return null;
    const { room, version } = value;
    const links = value.links.map((link) => ({ ...link, managed: isManaged(standard.identity, link.id) }));
    ends.add(room, links);
    return {
      judged: judgeRoom({ ...standard, room, links, portal: { version, sharing } }),
      links: links.map((link) => reported(roomId, link)),
    };
  }

  async function mend(): Promise<Mended> {
    const report = await fix(
      {
        ...deps,
        sharing,
        judge: (room, links, portal) => judgeRoom({ ...standard, room, links, portal }),
      },
      fixes,
    );
    const policy = await deps.portal.passwordPolicy();
    const again = await atMost(roomsAtOnce, report.rooms, async (id) => [id, await lookAgain(id, policy)] as const);
    const rooms = new Map(again.flatMap(([id, after]) => (after === null ? [] : [[id, after] as const])));
    return { ...report, result: afterwards(result, rooms, ends.ends(), task.listsLinks) };
  }

  return { result, unread, paging, fixes, unfixable: verdicts.flatMap(({ problems }) => problems), mend };
}

/** DSL013: what the baseline says of the uses of invitations. */
function usesOf(baseline: Baseline | null): ReadonlyMap<string, number> {
  const links = [...(baseline?.links.values() ?? [])];
  return new Map(links.flatMap(({ id, uses }) => (uses === null ? [] : [[id, uses] as const])));
}

function reported(roomId: string, link: AuditedLink): ReportedLink {
  return { roomId, ...describedLink(link, link.managed) };
}

/** Whether the audit has looked where a finding of the baseline was: only then its absence says something. */
function wasSeen(
  { rule, roomId, roomTitle, linkId }: Finding,
  { rooms, exclude, linkType, baseline }: AuditTask,
  { paging, version }: ScanReport<unknown>,
  wasRead: (roomId: string) => boolean,
  isUnread: (roomId: string) => boolean,
): boolean {
  if (roomId === '') return rule === 'DSL902' ? version !== null : paging === null;
  if (linkId !== '' && linkType !== 'all' && baseline?.links.get(linkId)?.type !== linkType) return false;
  if (wasRead(roomId)) return true;
  // A room that is there no more, or in the archive now, has no links that open anything.
  const isLeftOut = exclude.some((ref) =>
    ref.by === 'id' ? ref.id === roomId : ref.title.normalize('NFC') === roomTitle.normalize('NFC'),
  );
  return rooms === 'all' && paging === null && !isUnread(roomId) && !isLeftOut;
}

/** The result once some rooms were mended and judged again. */
function afterwards(
  result: AuditResult,
  rooms: ReadonlyMap<string, After>,
  ends: LinkEnds,
  listsLinks: boolean,
): AuditResult {
  const findings = result.findings.map((finding): Finding => {
    const after = rooms.get(finding.roomId);
    // Of the owner, whom nothing here changes, is not asked again.
    if (after === undefined || !isOpen(finding) || finding.rule === 'DSL024') return finding;
    const same = after.judged.find((one) => one.finding.rule === finding.rule && one.finding.linkId === finding.linkId);
    return same === undefined ? { ...finding, status: 'fixed' } : { ...same.finding, status: finding.status };
  });
  const links = [
    ...result.links.filter(({ roomId }) => !rooms.has(roomId)),
    ...[...rooms.values()].flatMap((after) => after.links),
  ].toSorted((one, other) => byRoomId(one.roomId, other.roomId));
  return { ...result, findings: findings.toSorted(worstFirst), links: listsLinks ? links : [], ends };
}

function worstFirst(one: Finding, other: Finding): number {
  return (
    severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
    byRoomId(one.roomId, other.roomId) ||
    inOrder(one.rule, other.rule) ||
    inOrder(one.linkId, other.linkId)
  );
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
