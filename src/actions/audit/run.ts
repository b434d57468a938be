import { effectivePolicy } from '../../audit/policy.ts';
import type { Tools } from '../../context.ts';
import { Failure } from '../../links/problem.ts';
import { coverageWords, policyLine } from '../../render/audit/log.ts';
import { auditMarkdown, summaryBounds } from '../../render/audit/markdown.ts';
import { planOutput } from '../../render/outputs.ts';
import type { GivenFiles } from '../given-files.ts';
import type { AuditInputs } from '../inputs.ts';
import type { ApplyFixesDeps } from './apply-fixes.ts';
import { audit, type AuditTask } from './audit.ts';
import { fixFindings } from './fix-findings.ts';
import { closedPullRequestsOf, keepIssue } from './github.ts';
import { logResult } from './log-result.ts';
import { outputResult } from './outputs.ts';
import { writeReports } from './report.ts';
import { verdictProblems } from './verdict.ts';

/**
 * The action `audit`: scans rooms against the policy, fixes what is to be fixed, reports, and sets its outputs; gives
 * the summary. Throws a `Failure` for findings of `fail-on` or above, for an audit that is not complete, and for what
 * could not be fixed or reported, after all that is known was reported.
 */
export async function runAudit(
  inputs: AuditInputs,
  { links: file, baseline }: Pick<GivenFiles, 'links' | 'baseline'>,
  tools: Tools,
): Promise<string> {
  const { runner, portal, identity, now, wait } = tools;
  const effective = effectivePolicy(inputs.policy, file?.policy ?? null);
  const { policy } = effective;
  const { rooms, exclude, area, linkType, concurrency } = inputs;
  const task: AuditTask = {
    rooms,
    exclude,
    area,
    linkType,
    concurrency,
    portal: inputs.portal,
    context: { policy, file, now: now(), identity, linkType },
    baseline,
    listsLinks: inputs.reports.some(({ format }) => format === 'json'),
    fix: new Set<string>(inputs.fix),
  };
  const closedPullRequests = closedPullRequestsOf(inputs, tools, policy);
  const deps: ApplyFixesDeps = { portal, log: runner, identity, now, wait, closedPullRequests };
  const report = await audit(deps, task);
  runner.line(coverageWords(report.result.coverage, report.paging !== null));
  runner.line(`${policyLine(effective)} · ${file === null ? 'no policy file' : `policy file ${file.path}`}`);
  const fixes = await fixFindings(inputs, deps, task, report);
  const { result } = fixes;
  logResult(result, report, file, inputs, tools);
  outputResult(result, inputs, tools);
  tools.output('plan', planOutput(fixes.changes));

  const changes = inputs.fix.length === 0 ? '' : fixes.markdown;
  const summary = auditMarkdown(result, summaryBounds, changes);
  tools.summary(summary);
  const problems = [
    ...fixes.problems,
    ...(await writeReports(inputs, tools, { result, file, policy, changes })),
    ...(await keepIssue(inputs, tools, result)),
    ...verdictProblems(result, report, inputs),
  ];
  if (problems.length > 0) throw new Failure(problems);
  return summary;
}
