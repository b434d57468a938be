import { compareWith, keyOf, neitherFoundNorFixed } from './baseline.ts';
import type { Coverage } from './coverage.ts';
import { type Finding, worstFirst } from './finding.ts';
import type { Policy } from './policy.ts';
import type { AuditResult, LinkEnds, ReportedLink } from './result.ts';
import type { RoomLinks } from './room-links.ts';
import { type Known, notEvaluated, wasEvaluated } from './rules/needs.ts';
import { isGone, notSeenOf, type ScanCoverage, wasSeen } from './scan-coverage.ts';

/** What the result of an audit is made from, besides what was found. */
export interface ResultBasis {
  /** Origin of the portal. */
  readonly portal: string;
  /** When the audit began, by the portal's clock. */
  readonly generated: Date;
  readonly counts: Coverage;
  readonly coverage: ScanCoverage;
  readonly policy: Policy;
  readonly known: Known;
  readonly ends: LinkEnds;
  readonly roomLinks: RoomLinks;
}

/** What was found. */
export interface Found {
  /** `new` or `waived`. */
  readonly findings: readonly Finding[];
  /** What was there, and this run has fixed. */
  readonly fixed: readonly Finding[];
  /** Links that a report lists, by room. */
  readonly links: readonly ReportedLink[];
}

/** The result of an audit: its findings compared with the baseline, if there is one, and in the order of reports. */
export function composeResult(basis: ResultBasis, { findings, fixed, links }: Found): AuditResult {
  const { portal, generated, counts, coverage, policy, known, ends, roomLinks } = basis;
  const { baseline } = coverage;
  const wasLookedFor = (finding: Finding): boolean =>
    wasSeen(finding, coverage) && (isGone(finding, coverage) || wasEvaluated(finding.rule, policy, known));
  const compared = baseline === null ? findings : compareWith(baseline, findings, wasLookedFor);
  const neither = baseline === null ? [] : neitherFoundNorFixed(baseline, compared, wasLookedFor);
  const notSeen = notSeenOf(neither, coverage);
  const reported = new Set(compared.map(keyOf));
  const others = fixed.filter((one) => !reported.has(keyOf(one))).map((one): Finding => ({ ...one, status: 'fixed' }));
  return {
    portal,
    generated,
    coverage: counts,
    findings: [...compared, ...others].toSorted(worstFirst),
    links,
    ...(notSeen.findings.length + notSeen.links.length === 0 ? {} : { notSeen }),
    ends,
    roomLinks,
    notEvaluated: notEvaluated(policy, known),
    baseline: baseline?.generated ?? null,
  };
}
