import * as v from 'valibot';

/** The pull request that a run of a workflow belongs to. */
export interface PullRequest {
  readonly number: number;
  /** It comes from a fork, and the event is one for which GitHub then gives a token that can only read. */
  readonly readOnly: boolean;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const side = v.object({ repo: v.nullish(v.object({ id: v.number() })) });

/** As much of an event as says which pull request it is about. */
const event = v.object({
  pull_request: v.nullish(v.object({ number: count, head: v.nullish(side), base: v.nullish(side) })),
  issue: v.nullish(v.object({ number: count, pull_request: v.optional(v.unknown()) })),
});

/**
 * The pull request of this run, from the file that describes its event; null if it has none: `push`, `schedule`,
 * `workflow_dispatch`, a comment on an issue.
 */
export async function pullRequestOf(
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => Promise<string>,
): Promise<PullRequest | null> {
  const parsed = v.safeParse(event, await eventOf(env['GITHUB_EVENT_PATH'] ?? '', readFile));
  if (!parsed.success) return null;
  const { pull_request: pull, issue } = parsed.output;
  if (pull !== null && pull !== undefined) {
    // The repository of a fork that was deleted is null.
    const fromFork = pull.head?.repo?.id !== pull.base?.repo?.id;
    return { number: pull.number, readOnly: fromFork && env['GITHUB_EVENT_NAME'] !== 'pull_request_target' };
  }
  const isPull = issue?.pull_request !== undefined && issue.pull_request !== null;
  return isPull ? { number: issue.number, readOnly: false } : null;
}

async function eventOf(path: string, readFile: (path: string) => Promise<string>): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path));
  } catch {
    return null;
  }
}
