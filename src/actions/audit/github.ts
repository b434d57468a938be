import { compared, type Suspects } from '../../audit/orphans.ts';
import type { Policy } from '../../audit/policy.ts';
import { countsOf, type AuditResult } from '../../audit/result.ts';
import { isOn } from '../../audit/rules/needs.ts';
import { orphanRule } from '../../audit/rules/orphans.ts';
import { upsertIssue } from '../../github/issue.ts';
import type { AuditInputs } from '../inputs.ts';
import { Failure, type Problem } from '../../links/problem.ts';
import { auditMarkdown, issueBounds } from '../../render/audit/markdown.ts';
import { coverageWords } from '../../render/audit/log.ts';
import { prose } from '../../render/markdown.ts';
import { connectToGitHub } from '../pull-request.ts';
import type { Tools } from '../../context.ts';
import type { ClosedPullRequests } from './audit.ts';

/** `DSL029 (orphan)`, as the log names it. */
const orphanName = `${orphanRule.id} (${orphanRule.name})`;

/** It asks GitHub for so many pull requests at most: a job's token has 1000 requests an hour for everything. */
const mostPullRequests = 100;
/** So many ids are worked out at most, to find links whose keys are not known; that takes a second or two. */
const mostComparisons = 300_000;

/**
 * DSL029: asks GitHub which of the pull requests that links may be of are closed, and only if there are such links. The
 * oldest go first, and the log says what was not looked at. Null where GitHub does not tell, which the log says.
 */
export function closedPullRequestsOf(
  inputs: AuditInputs,
  tools: Tools,
  policy: Policy,
): (suspects: Suspects) => Promise<ClosedPullRequests | null> {
  const { runner, identity } = tools;
  const off = !isOn(orphanRule, policy) || (runner.env['GITHUB_REPOSITORY'] ?? '') === '';
  return async ({ numbers, unknown }) => {
    if (off || inputs.githubToken === null) return null;
    if (numbers.length + unknown.length === 0) return { numbers: [], whole: true };
    try {
      const github = await connectToGitHub(inputs, tools, orphanRule.id);
      // Refused where the token sees no pull requests: then a number that is not there would say nothing.
      const newest = await github.newestPullRequest();
      const { numbers: others, left } = compared(unknown, newest, identity, mostComparisons);
      const known = numbers.filter((number) => number <= newest);
      const all = [...new Set([...known, ...others])].sort((one, other) => one - other);
      const asked = all.slice(0, mostPullRequests);
      const closed: number[] = [];
      for (const number of asked) if (await github.isClosedPullRequest(number)) closed.push(number);
      const rest = all.length - asked.length;
      if (rest > 0) {
        runner.line(
          `${orphanName}: ${asked.length} pull requests looked up, the oldest of ${all.length} that links were made for; of ${rest} it is not known whether they are closed`,
        );
      }
      if (left > 0) {
        runner.line(
          `${orphanName}: ${left} ${left === 1 ? 'link' : 'links'} of this repository not compared with all ${newest} pull requests, since neither title nor file shows the key`,
        );
      }
      return { numbers: closed, whole: rest + left === 0 };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      runner.line(
        `${orphanName} is not judged, since GitHub does not say which pull requests are closed; it needs the permission \`pull-requests: read\`. ${error.message}`,
      );
      return null;
    }
  };
}

/**
 * Keeps the issue of `issue: upsert`, and sets the output with its number. What GitHub refuses is given back, since it
 * does not make the audit worse.
 */
export async function keepIssue(inputs: AuditInputs, tools: Tools, result: AuditResult): Promise<readonly Problem[]> {
  if (inputs.issue === 'none') return [];
  const { portal } = inputs;
  const isClean = result.coverage.complete && countsOf(result.findings).all === 0;
  try {
    const number = await upsertIssue(
      { github: await connectToGitHub(inputs, tools, '`issue: upsert`'), log: tools.runner },
      {
        portal,
        title: `DocSpace links of ${new URL(portal).host}: findings of the audit`,
        body: auditMarkdown(result, issueBounds),
        labels: inputs.issueLabels,
        closing: isClean ? `The audit finds nothing any more. ${prose(coverageWords(result.coverage))}.` : null,
      },
    );
    if (number !== null) tools.output('issue-number', String(number));
    return [];
  } catch (error) {
    if (error instanceof Failure) return error.problems;
    throw error;
  }
}
