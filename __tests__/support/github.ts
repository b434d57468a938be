import { workflow } from '../github/connected.ts';
import { startGitHub, type Account, type FakeGitHub } from '../github/fake-github.ts';
import { closeLater, githubToken } from './step.ts';

/** GitHub, until the test ends. It knows the token of the job, which may do everything that is not said otherwise. */
export async function gitHubFor(permissions: Omit<Account, 'login'> = {}): Promise<FakeGitHub> {
  const github = await startGitHub();
  closeLater(() => github.close());
  github.addToken(githubToken, { login: workflow, ...permissions });
  return github;
}
