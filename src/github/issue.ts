import type { Log } from '../render/log.ts';
import { explained } from './permission.ts';
import type { GitHub, Issue, IssueChange } from './port.ts';
import { ensureOne, fitted, markLine, markOf, placeOf, sameText } from './sticky.ts';

/** What an issue is made with. */
export interface IssueDeps {
  readonly github: GitHub;
  readonly log: Log;
}

/** The issue as it shall be. */
export interface IssueContent {
  /** Origin of the portal: there is one issue for each. */
  readonly portal: string;
  /** Only for a new issue: people may give it a better one. */
  readonly title: string;
  /** Markdown, harmless already; it is cut between lines if it is too long. */
  readonly body: string;
  /** Added to those that it has. */
  readonly labels: readonly string[];
  /** Null while there are findings; else the comment, Markdown too, with which the issue is closed. */
  readonly closing: string | null;
}

/**
 * Keeps the issue about a portal: opened when there are findings, changed only if its text changes, closed with a
 * comment when there are none, and opened again when there are. Only what our own account wrote is touched. Its number;
 * null if there is none and none is needed. Throws a `Failure` that names the permission if GitHub refuses.
 */
export async function upsertIssue(deps: IssueDeps, content: IssueContent): Promise<number | null> {
  try {
    return await keep(deps, content);
  } catch (error) {
    throw explained(error, {
      permission: 'issues: write',
      readOnly: false,
      done: 'The audit itself is done, and its outputs are set.',
    });
  }
}

async function keep({ github, log }: IssueDeps, content: IssueContent): Promise<number | null> {
  const mark = { kind: 'audit', place: placeOf(['audit', content.portal]) };
  const body = fitted(
    `${markLine(mark)}\n\n${content.body}`,
    'The rest does not fit here: see the reports of the audit.',
  );
  const me = await github.whoAmI();
  const find = async (): Promise<readonly Issue[]> =>
    (await github.issuesBy(me)).filter((issue) => issue.author === me && markOf(issue.body)?.place === mark.place);

  if (content.closing !== null) {
    const [issue] = await find();
    if (issue === undefined) return null;
    if (!issue.open) return issue.number;
    // Closed first: were it the other way round, a failure in between would comment again on the next run.
    await github.updateIssue(issue.number, { state: 'closed', body });
    await github.createComment(issue.number, content.closing);
    log.line(`✓ issue #${issue.number}: closed`);
    return issue.number;
  }
  const { title, labels } = content;
  const { one, others, created } = await ensureOne(find, () => github.createIssue({ title, body, labels }));
  const change = changeOf(one, body, labels);
  const changed = Object.keys(change).length > 0;
  if (changed) await github.updateIssue(one.number, change);
  for (const other of others.filter(({ open }) => open)) await github.updateIssue(other.number, { state: 'closed' });
  const became = created ? 'opened' : !one.open ? 'opened again' : changed ? 'updated' : 'as it should be';
  log.line(`✓ issue #${one.number}: ${became}`);
  return one.number;
}

/** What an issue lacks; nothing of what people added goes. */
function changeOf(issue: Issue, body: string, labels: readonly string[]): IssueChange {
  const missing = labels.filter((label) => !issue.labels.some((one) => one.toLowerCase() === label.toLowerCase()));
  return {
    ...(issue.open ? {} : { state: 'open' }),
    ...(sameText(issue.body, body) ? {} : { body }),
    ...(missing.length === 0 ? {} : { labels: [...issue.labels, ...missing] }),
  };
}
