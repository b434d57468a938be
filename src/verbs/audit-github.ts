import type { Policy } from '../audit/policy.ts';
import { countsOf, type AuditResult } from '../audit/result.ts';
import { upsertIssue } from '../github/issue.ts';
import type { AuditInputs } from '../inputs/read.ts';
import { Failure, type Problem } from '../links/problem.ts';
import { auditMarkdown, issueBounds } from '../present/audit-markdown.ts';
import { coverageWords } from '../present/audit-story.ts';
import { prose } from '../present/markdown.ts';
import { connectToGitHub } from './github.ts';
import type { Tools } from './tools.ts';

/** DSL029: of older pull requests the links have ended long ago. */
const mostPullRequests = 500;

/** Asks GitHub once, and only when somebody wants to know; null where it does not tell, which the log says. */
export function closedPullRequestsOf(
  inputs: AuditInputs,
  tools: Tools,
  policy: Policy,
): () => Promise<readonly number[] | null> {
  let answer: Promise<readonly number[] | null> | null = null;
  const off = policy.severity.get('DSL029') === 'off' || (tools.runner.env['GITHUB_REPOSITORY'] ?? '') === '';
  async function ask(): Promise<readonly number[] | null> {
    if (off || inputs.githubToken === null) return null;
    try {
      const github = await connectToGitHub(inputs, tools, 'DSL029');
      return await github.closedPullRequests(mostPullRequests);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      tools.runner.line(
        `DSL029 (orphan) is not judged, since GitHub does not say which pull requests are closed; it needs the permission \`pull-requests: read\`. ${error.message}`,
      );
      return null;
    }
  }
  return () => (answer ??= ask());
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
