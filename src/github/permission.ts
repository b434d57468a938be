import { failure } from '../links/problem.ts';
import { GitHubRefusal, GitHubUnavailable } from './port.ts';

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
      return failure('github', message, reasonHint(error.reason) ?? (readOnly ? forkHint : permissionHint(permission)));
    case 301:
    case 302:
    case 307:
    case 308:
      return failure(
        'github',
        message,
        'The answer leads to another address, which does not get the token. Look at the proxy between the runner and GitHub.',
      );
    default:
      return failure('github', message, reasonHint(error.reason) ?? 'GitHub says why in the message.');
  }
}

/** Reasons of GitHub that no permission helps against, by its words, which are English everywhere. */
const reasons: readonly (readonly [words: RegExp, hint: string])[] = [
  [
    /\bis locked\b|conversation.*\blocked\b/iu,
    'The conversation is locked. Unlock it on GitHub, or switch the comment off for it.',
  ],
  [/\barchived\b/iu, 'The repository is archived, so nothing in it can be changed. Unarchive it on GitHub first.'],
  [
    /\bissues\b.*\bdisabled\b/iu,
    'Issues are switched off in this repository: Settings → General → Features → Issues on GitHub.',
  ],
  [
    /\bSAML\b|\bSSO\b/u,
    'The organization asks for single sign-on: authorize `github-token` for it on GitHub, under Settings → Developer settings → Tokens → Configure SSO.',
  ],
  [/\bIP allow ?list\b/iu, "The organization allows only certain IP addresses: add the runner's to its IP allow list."],
  [/\bspam|\bblocked\b|\bsuspended\b/iu, 'GitHub has restricted the account or the repository. Ask GitHub Support.'],
];

function reasonHint(reason: string): string | null {
  return reasons.find(([words]) => words.test(reason))?.[1] ?? null;
}

function permissionHint(permission: string): string {
  return `Give the job this permission: \`permissions: { ${permission} }\`. With a \`github-token\` of your own: give it to that token, for this repository.`;
}

const forkHint =
  'The pull request comes from a fork, and there GitHub gives a token that can only read, whatever `permissions` says. Leave `comment-on-pr` out for forks, or comment from a workflow on `pull_request_target` that runs nothing of the pull request.';
