import { type Finding, severities } from '../../audit/finding.ts';
import { tooManyProblem } from '../../audit/fixes.ts';
import { effectivePolicy, type Waiver } from '../../audit/policy.ts';
import { type AuditResult, countsOf, isOpen } from '../../audit/result.ts';
import { misnamed } from '../../audit/rules/coverage.ts';
import { ambiguousBy } from '../../audit/rules/waivers.ts';
import { isAbout } from '../../audit/waivers.ts';
import type { Tools } from '../../context.ts';
import type { Change } from '../../links/change.ts';
import type { LinksFile } from '../../links/declared.ts';
import type { Identity } from '../../links/identity.ts';
import { Failure, problem, type Problem, problemTable } from '../../links/problem.ts';
import { quoted } from '../../links/quoted.ts';
import { fixMarkdown, fixPlanLines } from '../../render/audit/fixes.ts';
import {
  countWords,
  coverageWords,
  findingLines,
  notEvaluatedWords,
  notSeenWords,
  policyLine,
  severityWords,
  unmetWords,
  unreadLines,
} from '../../render/audit/log.ts';
import { auditMarkdown, summaryBounds } from '../../render/audit/markdown.ts';
import { planOutput } from '../../render/outputs.ts';
import type { GivenFiles } from '../given-files.ts';
import type { AuditInputs } from '../inputs.ts';
import { audit, type AuditReport } from './audit.ts';
import { closedPullRequestsOf, keepIssue } from './github.ts';
import { writeReports } from './report.ts';

/**
 * The action `audit`: scans rooms against the policy, mends what is to be mended, reports, and sets its outputs; gives
 * the summary. Throws a `Failure` for findings of `fail-on` or above, for an audit that is not complete, and for what
 * could not be mended or reported, after all that is known was told.
 */
export async function runAudit(
  inputs: AuditInputs,
  { links: file, baseline }: Pick<GivenFiles, 'links' | 'baseline'>,
  tools: Tools,
): Promise<string> {
  const { runner, identity, output } = tools;
  const now = tools.now();
  const effective = effectivePolicy(inputs.policy, file?.policy ?? null);
  const report = await audit(
    {
      portal: tools.portal,
      log: runner,
      identity,
      now: tools.now,
      wait: tools.wait,
      closedPullRequests: closedPullRequestsOf(inputs, tools, effective.policy),
    },
    {
      rooms: inputs.rooms,
      exclude: inputs.exclude,
      area: inputs.area,
      linkType: inputs.linkType,
      concurrency: inputs.concurrency,
      portal: inputs.portal,
      standard: { policy: effective.policy, file, now, identity, linkType: inputs.linkType },
      baseline,
      listsLinks: inputs.reports.some(({ format }) => format === 'json'),
      fix: new Set<string>(inputs.fix),
    },
  );
  const source = file === null ? 'no policy file' : `policy file ${file.path}`;
  runner.line(coverageWords(report.result.coverage, report.paging !== null));
  runner.line(`${policyLine(effective)} · ${source}`);
  const fixed = await fixes(inputs, tools, report);
  const { result } = fixed;
  tell(result, report, file, inputs, tools);
  outputResult(result, inputs, tools);
  output('plan', planOutput(fixed.changes));

  const changes = inputs.fix.length === 0 ? '' : fixed.markdown;
  const summary = auditMarkdown(result, summaryBounds, changes);
  tools.summary(summary);
  const problems = [
    ...fixed.problems,
    ...(await writeReports(inputs, tools, { result, file, policy: effective.policy, changes })),
    ...(await keepIssue(inputs, tools, result)),
    ...verdictProblems(result, report, inputs),
  ];
  if (problems.length > 0) throw new Failure(problems);
  return summary;
}

/** What became of the fixes. */
interface Fixes {
  readonly result: AuditResult;
  /** Done, or planned where nothing was to be written. */
  readonly changes: readonly Change[];
  readonly markdown: string;
  readonly problems: readonly Problem[];
}

async function fixes(
  { fix, dryRun, maxChanges }: AuditInputs,
  { runner }: Tools,
  { result, fixes: planned, unfixable, mend }: AuditReport,
): Promise<Fixes> {
  const changes = planned.map(({ change }) => change);
  const unwritten = { result, changes, markdown: fixMarkdown(changes, dryRun ? 'dry-run' : 'stopped'), problems: [] };
  if (fix.length === 0) return unwritten;
  fixPlanLines(planned).forEach(runner.line);
  const tooMany = tooManyProblem(planned, maxChanges);
  if (dryRun) {
    for (const { message } of unfixable) runner.line(`! cannot: ${message}`);
    if (tooMany !== null)
      runner.warning('Too many changes', `${tooMany.message} Without \`dry-run\` this is an error.`);
    runner.line('Dry run: nothing was written');
    return unwritten;
  }
  if (tooMany !== null) return { ...unwritten, problems: [tooMany, ...unfixable] };
  const mended = await mend();
  return {
    result: mended.result,
    changes: mended.done,
    markdown: fixMarkdown(mended.done, 'done', mended.undone),
    problems: [...unfixable, ...mended.problems],
  };
}

function tell(
  result: AuditResult,
  { unread, ended, unmet }: AuditReport,
  file: LinksFile | null,
  { rooms, linkType, failOn, area }: AuditInputs,
  { runner, identity }: Tools,
): void {
  // With `fail-on` it is among what is wrong.
  if (ended !== null && failOn === 'never') runner.warning(problemTable[ended.code].title, endedWords(ended));
  const { findings, coverage } = result;
  const compared = result.baseline !== null;
  runner.line(`Findings: ${countWords(countsOf(findings), compared)}`);
  const notSeen = notSeenWords(result.notSeen);
  if (notSeen !== '') runner.line(notSeen);
  findingLines(findings, compared, result.roomLinks).forEach(runner.line);
  unreadLines(unread).forEach(runner.line);
  if (result.notEvaluated.length > 0) runner.line(notEvaluatedWords(result.notEvaluated));
  for (const one of unmet) runner.warning('Name without a room', unmetWords(one, file?.path ?? '', area));
  // Only an audit of everything knows that nothing is there.
  if (rooms !== 'all' || linkType !== 'all' || !coverage.complete) return;
  for (const waiver of file?.waivers ?? []) {
    if (unmet.some(({ where, line }) => where === 'waiver' && line === waiver.line)) continue;
    if (findings.some((finding) => concerns(waiver, finding, result, identity))) continue;
    runner.line(`The waiver of ${waiver.rule} in line ${waiver.line} is about nothing that was found: remove it`);
  }
}

/** Whether a finding is waived by this waiver, or says that it is ambiguous. */
function concerns(waiver: Waiver, finding: Finding, { roomLinks }: AuditResult, identity: Identity): boolean {
  const links = roomLinks.get(finding.roomId) ?? [];
  return ambiguousBy([waiver], finding, links).length > 0 || isAbout(waiver, finding, { links, identity });
}

function outputResult({ findings, coverage }: AuditResult, inputs: AuditInputs, { output }: Tools): void {
  const counts = countsOf(findings);
  output('findings-count', String(counts.all));
  output('critical-count', String(counts.critical));
  output('high-count', String(counts.high));
  output('medium-count', String(counts.medium));
  output('low-count', String(counts.low));
  output('waived-count', String(counts.waived));
  output('new-count', String(counts.new));
  output('fixed-count', String(counts.fixed));
  output('rooms-total', String(coverage.total));
  output('rooms-read', String(coverage.read));
  output('rooms-unreadable', String(coverage.unreadable + coverage.failed));
  output('complete', String(coverage.complete));
  output('links-count', String(coverage.links));
  output('findings', {
    elements: findings,
    // What is waived or fixed gives way to what is not.
    byWeight: [...findings.filter(isOpen), ...findings.filter((finding) => !isOpen(finding))],
    whole: wholeFindings(inputs),
  });
  output('result', resultWord(findings, coverage.complete));
}

/** Which report has all findings, or how to get one. */
function wholeFindings({ reports }: AuditInputs): string {
  const whole = reports.find(({ format }) => format === 'json' || format === 'csv');
  if (whole === undefined) return 'Add `reports: docspace-audit.json` to get all of them in a file.';
  return `The report ${quoted(whole.path)} has all of them.`;
}

function resultWord(findings: readonly Finding[], complete: boolean): 'clean' | 'findings' | 'incomplete' {
  if (!complete) return 'incomplete';
  return findings.some(isOpen) ? 'findings' : 'clean';
}

/** Why not all rooms were asked for. */
function endedWords({ message }: Problem): string {
  return `The audit ended before all rooms were read: ${message}`;
}

/** Why the step is red because of what was found, or not seen. */
function verdictProblems(
  { findings, coverage }: AuditResult,
  { paging, ended, unread }: AuditReport,
  { failOn }: AuditInputs,
): readonly Problem[] {
  if (failOn === 'never') return [];
  const grave = findings.filter(
    (finding) => isOpen(finding) && severities.indexOf(finding.severity) <= severities.indexOf(failOn),
  );
  const are = grave.length === 1 ? 'is 1 finding' : `are ${grave.length} findings`;
  return [
    ...(ended === null ? [] : [problem(ended.code, endedWords(ended), ended.hint)]),
    ...misnamed(unread),
    ...(coverage.complete
      ? []
      : [
          problem(
            'audit-incomplete',
            `The audit is not complete: ${coverageWords(coverage, paging !== null)}.`,
            // Rights are the cause of nothing else.
            coverage.unreadable > 0 ? undefined : 'Rooms that were not read cannot be assumed clean. The log says why.',
          ),
        ]),
    ...(grave.length === 0
      ? []
      : [
          problem(
            'audit-findings',
            `There ${are} of \`fail-on: ${failOn}\`${failOn === 'critical' ? '' : ' or above'}: ${severityWords(countsOf(grave))}.`,
          ),
        ]),
  ];
}
