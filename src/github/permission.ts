import { failure } from '../links/problem.ts';
import { GitHubRefusal, GitHubUnavailable } from './github.ts';

/** What can be said about a request that GitHub refused. */
export interface Circumstances {
  /** What the job needs: `pull-requests: write`. */
  readonly permission: string;
  /** Whether the token can only read, whatever the workflow says. */
  readonly readOnly: boolean;
  /** What stands in spite of the failure: a sentence. */
  readonly done: string;
}

/**
 * The error, with the permission that is missing if that is why. GitHub says 404 instead of 403 of what the token must
 * not even know of.
 */
export function explained(error: unknown, { permission, readOnly, done }: Circumstances): unknown {
  if (error instanceof GitHubUnavailable) return failure('github-unavailable', `${error.message} ${done}`);
  if (!(error instanceof GitHubRefusal)) return error;
  const message = `${error.message} ${done}`;
  switch (error.status) {
    case 401:
      return failure('github', message, 'GitHub does not know `github-token`: it is wrong, or it has expired.');
    case 403:
    case 404:
      return failure('github', message, readOnly ? forkHint : permissionHint(permission));
    default:
      return failure('github', message, 'GitHub says why in the message.');
  }
}

function permissionHint(permission: string): string {
  return `Give the job this permission: \`permissions: { ${permission} }\`. With a \`github-token\` of your own: give it to that token, for this repository.`;
}

const forkHint =
  'The pull request comes from a fork, and there GitHub gives a token that can only read, whatever `permissions` says. Leave `comment-on-pr` out for forks, or comment from a workflow on `pull_request_target` that runs nothing of the pull request.';
