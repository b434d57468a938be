import { commentOnPullRequest, type CommentContent } from '../github/comment.ts';
import { pullRequestOf } from '../github/pull-request.ts';
import { Failure, type Problem } from '../links/problem.ts';
import { connectToGitHub, type GitHubInputs } from './github.ts';
import type { Tools } from './tools.ts';

/** What the verbs that comment are given. */
interface CommentInputs extends GitHubInputs {
  readonly commentOnPr: boolean;
}

/**
 * Keeps the comment of `comment-on-pr`, if it is asked for; to be called when all outputs are set. A dry run comments
 * on plans only: anything else that it could say is not so. Throws a `Failure` if GitHub does not let it.
 */
export async function comment(inputs: CommentInputs, tools: Tools, content: CommentContent): Promise<void> {
  if (!inputs.commentOnPr) return;
  const { runner } = tools;
  if (inputs.dryRun && content.kind !== 'plan') {
    runner.line('Dry run: the comment on the pull request stays as it is');
    return;
  }
  await commentOnPullRequest(
    {
      pullRequest: await pullRequestOf(runner.env, runner.readFile),
      connect: () => connectToGitHub(inputs, tools, '`comment-on-pr`'),
      log: runner,
    },
    content,
  );
}

/** The same for callers that have more to tell: what GitHub refuses is given back. */
export async function commentProblems(
  inputs: CommentInputs,
  tools: Tools,
  content: CommentContent,
): Promise<readonly Problem[]> {
  try {
    await comment(inputs, tools, content);
    return [];
  } catch (error) {
    if (error instanceof Failure) return error.problems;
    throw error;
  }
}
