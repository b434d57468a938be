import { sleep } from '../docspace/sleep.ts';
import { connectGitHub } from '../github/connect.ts';
import type { GitHub } from '../github/github.ts';
import { readProxies } from '../http/proxy.ts';
import type { CommonInputs } from '../inputs/read.ts';
import { failure } from '../links/problem.ts';
import type { Secret } from '../links/secret.ts';
import type { Tools } from './tools.ts';

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
