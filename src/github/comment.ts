import type { Log } from '../render/log.ts';
import {
  type CommentContent,
  isAbout,
  linkComment,
  planComment,
  revokedComment,
  type RevokedContent,
  type Wanted,
} from './comment-text.ts';
import { explained } from './permission.ts';
import type { Comment, GitHub } from './port.ts';
import type { PullRequest } from './pull-request.ts';
import { ensureOne, type Mark, markOf, sameText } from './sticky.ts';

export type { CommentContent } from './comment-text.ts';

/** What a comment is made with. */
export interface CommentDeps {
  /** The pull request of this run; null outside of one. */
  readonly pullRequest: PullRequest | null;
  /** Connects to the repository; called only if there is a pull request. */
  readonly connect: () => Promise<GitHub>;
  readonly log: Log;
}

/**
 * Keeps the comment about one thing on the pull request: made, changed in place if its text changes, and of a link that
 * is gone changed to say so (one that was never commented on gets none). Only what our own account wrote is touched,
 * however much another comment looks like ours. Outside of a pull request: a warning. Throws a `Failure` that names
 * the permission if GitHub refuses.
 */
export async function commentOnPullRequest(deps: CommentDeps, content: CommentContent): Promise<void> {
  const { pullRequest, log } = deps;
  if (pullRequest === null) {
    log.warning(
      'No pull request to comment on',
      '`comment-on-pr` is on, but this run does not belong to a pull request: its event is none of one.',
    );
    return;
  }
  if (content.kind === 'revoked' && content.references.length === 0) return;
  try {
    const thread = threadOf(await deps.connect(), pullRequest.number);
    switch (content.kind) {
      case 'link':
        await keep(thread, linkComment(content), log);
        break;
      case 'plan':
        await keep(thread, planComment(content), log);
        break;
      case 'revoked':
        await keepRevoked(thread, content, log);
        break;
    }
  } catch (error) {
    throw explained(error, {
      permission: 'pull-requests: write',
      readOnly: pullRequest.readOnly,
      done: 'What was to be done in DocSpace is done, and the outputs are set.',
    });
  }
}

/** The comments of one pull request, as far as they are ours. */
interface Thread {
  readonly github: GitHub;
  readonly number: number;
  /** Those of ours, the oldest first, whose mark is as asked. */
  readonly ours: (matches: (comment: Comment) => boolean) => Promise<readonly Comment[]>;
  readonly create: (body: string) => Promise<Comment>;
}

/** Our own account is asked for only if there is a comment that could be ours. */
function threadOf(github: GitHub, number: number): Thread {
  let me: string | null = null;
  return {
    github,
    number,
    ours: async (matches) => {
      const meant = (await github.comments(number)).filter(matches);
      if (meant.length === 0) return [];
      me ??= await github.whoAmI();
      return meant.filter(({ author }) => author === me).toSorted((one, other) => one.id - other.id);
    },
    create: async (body) => {
      const made = await github.createComment(number, body);
      me = made.author;
      return made;
    },
  };
}

async function keep(thread: Thread, { mark, body }: Wanted, log: Log): Promise<void> {
  const find = (): Promise<readonly Comment[]> => thread.ours((comment) => markOf(comment.body)?.place === mark.place);
  const { one, others, created } = await ensureOne(find, () => thread.create(body));
  const same = sameText(one.body, body);
  if (!same) await thread.github.updateComment(one.id, body);
  // What a run at the same time has left besides the oldest.
  for (const { id } of others) await thread.github.deleteComment(id);
  tell(thread, created ? 'made' : same ? 'as it should be' : 'updated', log);
}

async function keepRevoked(thread: Thread, content: RevokedContent, log: Log): Promise<void> {
  const ours = await thread.ours(({ body }) => {
    const mark = markOf(body);
    return mark !== null && isAbout(mark, content);
  });
  const reported = new Set<string>();
  for (const comment of ours) {
    const mark = markOf(comment.body) as Mark;
    if (reported.has(mark.place)) {
      await thread.github.deleteComment(comment.id);
      continue;
    }
    reported.add(mark.place);
    const { body } = revokedComment(mark, content.room);
    const same = sameText(comment.body, body);
    if (!same) await thread.github.updateComment(comment.id, body);
    tell(thread, same ? 'as it should be' : 'says that the link is revoked', log);
  }
}

function tell({ number }: Thread, what: string, log: Log): void {
  log.line(`✓ comment on pull request #${number}: ${what}`);
}
