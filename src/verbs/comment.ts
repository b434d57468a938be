import { sleep } from '../docspace/sleep.ts';
import { commentOnPullRequest, type CommentContent } from '../github/comment.ts';
import { connectGitHub } from '../github/connect.ts';
import type { GitHub } from '../github/github.ts';
import { pullRequestOf } from '../github/pull-request.ts';
import type { CommonInputs } from '../inputs/read.ts';
import { failure } from '../links/problem.ts';
import type { Secret } from '../links/secret.ts';
import type { Tools } from './tools.ts';

/** What the verbs that speak to GitHub are given. */
interface GitHubInputs extends CommonInputs {
  readonly githubToken: Secret | null;
}

/** ... and those that comment. */
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

/** The repository of this run, on GitHub; `purpose` is the input that needs it. Throws `input` without a token. */
export async function connectToGitHub(inputs: GitHubInputs, tools: Tools, purpose: string): Promise<GitHub> {
  const { runner, identity, now, signal } = tools;
  if (inputs.githubToken === null) {
    throw failure(
      'input',
      `${purpose} needs \`github-token\`, which is empty.`,
      'Leave it out to use the token of the job.',
    );
  }
  return connectGitHub({
    token: inputs.githubToken,
    repository: runner.env['GITHUB_REPOSITORY'] ?? '',
    apiUrl: runner.env['GITHUB_API_URL'] ?? 'https://api.github.com',
    requestTimeout: inputs.requestTimeout,
    signal,
    sleep,
    random: () => (identity.random(1)[0] ?? 0) / 256,
    now,
    onWait: runner.line,
    debug: runner.debug,
  });
}
