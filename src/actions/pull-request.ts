import type { Tools } from '../context.ts';
import { connectGitHub } from '../github/client.ts';
import { type CommentContent, commentOnPullRequest } from '../github/comment.ts';
import type { GitHub } from '../github/port.ts';
import { pullRequestOf } from '../github/pull-request.ts';
import { readProxies } from '../http/proxy.ts';
import { sleep } from '../http/wait.ts';
import { failure, Failure, type Problem } from '../links/problem.ts';
import type { Secret } from '../links/secret.ts';
import type { CommonInputs } from './inputs.ts';

/** What the verbs that speak to GitHub are given. */
export interface GitHubInputs extends CommonInputs {
  readonly githubToken: Secret | null;
}

/** The repository of this run, on GitHub; `purpose` is the input that needs it. Throws `input` without a token or a repository. */
export async function connectToGitHub(inputs: GitHubInputs, tools: Tools, purpose: string): Promise<GitHub> {
  const { runner, identity, now, signal } = tools;
  if (inputs.githubToken === null) {
    throw failure(
      'input',
      `${purpose} needs \`github-token\`, which is empty.`,
      'Leave it out to use the token of the job.',
    );
  }
  const repository = runner.env['GITHUB_REPOSITORY'] ?? '';
  if (!/^[^/]+\/[^/]+$/u.test(repository)) {
    throw failure(
      'input',
      `${purpose} needs the name of the repository, and \`GITHUB_REPOSITORY\` is not set.`,
      'Set it to `owner/name` in the environment of the step, or leave the input out.',
    );
  }
  const apiUrl = runner.env['GITHUB_API_URL'] ?? '';
  if (apiUrl !== '' && !/^https?:$/u.test(URL.parse(apiUrl)?.protocol ?? '')) {
    throw failure(
      'input',
      `${purpose} needs GitHub's API, and the environment variable \`GITHUB_API_URL\` is not an address.`,
      'Set it to `https://api.github.com`, or to the address of the API of your GitHub Enterprise Server; or remove it.',
    );
  }
  return connectGitHub({
    token: inputs.githubToken,
    repository,
    apiUrl: apiUrl === '' ? 'https://api.github.com' : apiUrl,
    requestTimeout: inputs.requestTimeout,
    signal,
    sleep,
    random: () => (identity.random(1)[0] ?? 0) / 256,
    now,
    onWait: runner.line,
    debug: runner.debug,
    proxies: readProxies(runner.env).proxies,
  });
}

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
