import { join } from 'node:path';
import type { FakeGitHub } from '../github/fake-github.ts';
import { gitHubFor } from './github.ts';
import type { Running } from './step.ts';
import { workspaceOf } from './workspace.ts';

/** Pull request 58, for which steps run that may comment on it. */
export interface PullRequest {
  readonly github: FakeGitHub;
  /** How such a step runs. What is said to GitHub is searched for secrets, too. */
  readonly running: Running;
  /** Says what has happened, in place of an event of the pull request from the repository itself. */
  readonly happens: (event: object) => Promise<void>;
}

/** The event of the pull request, as GitHub tells it; `more` replaces some of its facts. */
export function pullRequestEvent(more: object = {}): object {
  return { pull_request: { number: 58, head: { repo: { id: 1 } }, base: { repo: { id: 1 } }, ...more } };
}

/** A pull request that is there until the test ends. */
export async function pullRequestOf(): Promise<PullRequest> {
  const github = await gitHubFor();
  github.addIssue({ number: 58, pull: true });
  const files = await workspaceOf();
  const happens: PullRequest['happens'] = (event) => files.put('event.json', JSON.stringify(event));
  await happens(pullRequestEvent());
  return {
    github,
    running: {
      env: {
        GITHUB_API_URL: github.url,
        GITHUB_EVENT_PATH: join(files.path, 'event.json'),
        GITHUB_EVENT_NAME: 'pull_request',
      },
      left: () => ({ comments: JSON.stringify(github.comments), requests: JSON.stringify(github.seen) }),
    },
    happens,
  };
}
