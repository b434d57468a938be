import { Failure, problem } from '../links/problem.ts';

/** A comment on a pull request or an issue. */
export interface Comment {
  readonly id: number;
  /** Login of who made it; '' for a user that is gone. */
  readonly author: string;
  readonly body: string;
}

/** An issue; pull requests, which GitHub lists among them, are left out. */
export interface Issue {
  readonly number: number;
  /** Login of who made it; '' for a user that is gone. */
  readonly author: string;
  readonly body: string;
  readonly open: boolean;
  readonly labels: readonly string[];
}

/** What is written to an issue; what is left out stays. */
export interface IssueChange {
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly state?: 'open' | 'closed';
}

/**
 * The port to one repository on GitHub. Everything throws a `GitHubRefusal` if GitHub refuses, and `GitHubUnavailable`
 * if it cannot be reached or answers nothing usable; what may be repeated was repeated by then.
 */
export interface GitHub {
  /** Login of whoever the token speaks for: `github-actions[bot]` for a workflow's own. */
  readonly whoAmI: () => Promise<string>;
  /** All comments of a pull request or issue, the oldest first. */
  readonly comments: (number: number) => Promise<readonly Comment[]>;
  /** May throw `GitHubUnavailable` though the comment was made: see `GitHubUnavailable`. */
  readonly createComment: (number: number, body: string) => Promise<Comment>;
  readonly updateComment: (id: number, body: string) => Promise<void>;
  /** A comment that is gone already is no failure. */
  readonly deleteComment: (id: number) => Promise<void>;
  /** All issues that this user made, open and closed, the oldest first. */
  readonly issuesBy: (author: string) => Promise<readonly Issue[]>;
  /** May throw `GitHubUnavailable` though the issue was made: see `GitHubUnavailable`. */
  readonly createIssue: (issue: {
    readonly title: string;
    readonly body: string;
    readonly labels: readonly string[];
  }) => Promise<Issue>;
  readonly updateIssue: (number: number, change: IssueChange) => Promise<void>;
  /** Number of the newest pull request, in any state; 0 if there is none. */
  readonly newestPullRequest: () => Promise<number>;
  /** Whether a pull request has this number and is closed, perhaps merged. */
  readonly isClosedPullRequest: (number: number) => Promise<boolean>;
}

/** GitHub understood the request and refuses it. */
export class GitHubRefusal extends Failure {
  readonly status: number;
  /** GitHub's own words, whole. */
  readonly reason: string;

  constructor(status: number, message: string, reason: string) {
    super([problem('github', message)]);
    this.name = 'GitHubRefusal';
    this.status = status;
    this.reason = reason;
  }
}

/**
 * GitHub could not be reached, or what came back is not its answer. A creation is not repeated then, since it may have
 * been carried out: whoever asked for it looks first (see `ensureOne`).
 */
export class GitHubUnavailable extends Failure {
  constructor(message: string, hint?: string) {
    super([problem('github-unavailable', message, hint)]);
    this.name = 'GitHubUnavailable';
  }
}
