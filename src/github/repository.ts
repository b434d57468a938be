import * as v from 'valibot';
import { GitHubRefusal, type Comment, type GitHub, type Issue } from './port.ts';

/** GitHub's API: routes in, checked answers out. `what` is the rest of "GitHub refuses to …". */
export interface Api {
  readonly one: <T>(what: string, route: string, parameters: object, schema: v.GenericSchema<unknown, T>) => Promise<T>;
  /** All items of a list, page by page. */
  readonly all: <T>(
    what: string,
    route: string,
    parameters: object,
    item: v.GenericSchema<unknown, T>,
    limit?: number,
  ) => Promise<readonly T[]>;
  readonly url: string;
}

const user = v.nullish(v.object({ login: v.string() }), null);
const text = v.nullish(v.string(), '');

const comment = v.pipe(
  v.object({ id: v.number(), user, body: text }),
  v.transform((one): Comment => ({ id: one.id, author: one.user?.login ?? '', body: one.body })),
);

const issueOrPull = v.object({
  number: v.number(),
  user,
  body: text,
  state: v.string(),
  labels: v.array(v.union([v.string(), v.object({ name: text })])),
  pull_request: v.optional(v.unknown()),
});

/** What is refused comes as 200 without `data`. */
const viewer = v.object({ data: v.nullish(v.object({ viewer: v.nullish(v.object({ login: v.string() })) })) });
const pull = v.object({ number: v.number(), state: v.string() });

/** Who a job's own token speaks for. */
const workflow = 'github-actions[bot]';

/** One repository, `owner/name`, by GitHub's API. */
export function repository(api: Api, name: string): GitHub {
  const [owner = '', repo = ''] = name.split('/');
  const of = (parameters: object): object => ({ owner, repo, ...parameters });
  return {
    whoAmI: () => whoAmI(api),
    comments: (number) =>
      api.all(
        `list the comments of #${number}`,
        'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
        of({ issue_number: number }),
        comment,
      ),
    createComment: (number, body) =>
      api.one(
        `comment on #${number}`,
        'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        of({ issue_number: number, body }),
        comment,
      ),
    updateComment: async (id, body) => {
      const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
      await api.one(`edit comment ${id}`, route, of({ comment_id: id, body }), comment);
    },
    deleteComment: async (id) => {
      const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}';
      try {
        await api.one(`delete comment ${id}`, route, of({ comment_id: id }), v.unknown());
      } catch (error) {
        if (!(error instanceof GitHubRefusal) || error.status !== 404) throw error;
      }
    },
    issuesBy: async (author) => {
      const all = await api.all(
        `list the issues of ${author}`,
        'GET /repos/{owner}/{repo}/issues',
        of({ creator: author, state: 'all', sort: 'created', direction: 'asc' }),
        issueOrPull,
      );
      return all.filter(({ pull_request: isPull }) => isPull === undefined).map(issueOf);
    },
    createIssue: async (content) =>
      issueOf(await api.one('open an issue', 'POST /repos/{owner}/{repo}/issues', of(content), issueOrPull)),
    updateIssue: async (number, change) => {
      const route = 'PATCH /repos/{owner}/{repo}/issues/{issue_number}';
      await api.one(`edit issue #${number}`, route, of({ issue_number: number, ...change }), issueOrPull);
    },
    newestPullRequest: async () => {
      const [newest] = await api.one(
        'name the newest pull request',
        'GET /repos/{owner}/{repo}/pulls',
        of({ state: 'all', sort: 'created', direction: 'desc', per_page: 1 }),
        v.array(pull),
      );
      return newest?.number ?? 0;
    },
    isClosedPullRequest: async (number) => {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
      try {
        const { state } = await api.one(`show pull request #${number}`, route, of({ pull_number: number }), pull);
        return state === 'closed';
      } catch (error) {
        // The number of an issue, or one that was never given; or the token sees no pull requests at all.
        if (error instanceof GitHubRefusal && error.status === 404) return false;
        throw error;
      }
    },
  };
}

/**
 * `GET /user` is closed to the tokens of workflows and apps; this query is open to all. Where it is refused, the token
 * is taken for a workflow's own, as it nearly always is.
 */
async function whoAmI({ one, url }: Api): Promise<string> {
  // On a GitHub Enterprise Server the two APIs lie side by side: /api/v3 and /api/graphql.
  const graphql = `${url.replace(/\/$/u, '').replace(/\/api\/v3$/u, '/api')}/graphql`;
  try {
    const answer = await one('say whose token this is', `POST ${graphql}`, { query: '{ viewer { login } }' }, viewer);
    return answer.data?.viewer?.login ?? workflow;
  } catch (error) {
    if (error instanceof GitHubRefusal) return workflow;
    throw error;
  }
}

function issueOf({ number, user: author, body, state, labels }: v.InferOutput<typeof issueOrPull>): Issue {
  return {
    number,
    author: author?.login ?? '',
    body,
    open: state === 'open',
    labels: labels.map((label) => (typeof label === 'string' ? label : label.name)),
  };
}
