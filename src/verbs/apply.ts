import type { ApplyInputs } from '../inputs/read.ts';
import { impossibleCount } from '../links-file/plan-room.ts';
import { generatePassword } from '../links/password.ts';
import { Failure, type Problem } from '../links/problem.ts';
import type { Room } from '../links/room.ts';
import { apply, type ApplyReport } from '../operations/apply.ts';
import { linkElements, planOutput } from '../present/outputs.ts';
import { planMarkdown, problemLines } from '../present/plan-summary.ts';
import { itemWords } from '../present/plan-story.ts';
import { comment } from './comment.ts';
import { watchLinks, type WatchedPortal } from './known-links.ts';
import { readLinksFile } from './read-links-file.ts';
import type { Tools } from './tools.ts';

/**
 * The action `apply`: makes the portal match the file and sets its outputs; gives the summary. Throws a `Failure` if
 * anything of the file cannot be done or is not proved, after all that is known was set.
 */
export async function runApply(inputs: ApplyInputs, tools: Tools): Promise<string> {
  const { runner, identity, now: clock } = tools;
  // One time for the whole run: plans that are made anew ask for the same dates.
  const now = clock();
  const file = await readLinksFile(inputs.file, 'file', now, runner);
  const repository = runner.env['GITHUB_REPOSITORY'] ?? '';
  const watched = watchLinks(tools.portal);
  const rooms: Room[] = [];
  const report = await apply(
    {
      portal: watched.portal,
      log: runner,
      wait: tools.wait,
      seen: (states) => {
        rooms.push(...states.map(({ room }) => room));
      },
    },
    {
      file,
      context: {
        now,
        identity,
        prune: inputs.prune,
        defaultTitle: (key) => (repository === '' ? key : `${repository}: ${key}`),
        newPassword: () => {
          const password = generatePassword(identity.random);
          runner.mask(password);
          return password;
        },
      },
      allowWidening: inputs.allowWidening,
      maxChanges: inputs.maxChanges,
      dryRun: inputs.dryRun,
    },
  ).finally(() => {
    outputAllLinks(rooms, watched, tools);
  });
  outputReport(report, inputs, tools);
  const summary = planMarkdown({
    result: report.result,
    dryRun: inputs.dryRun,
    planned: report.outcomes.length === 0,
    path: inputs.file,
    changes: report.changes,
    gone: goneCount(report),
    undone: report.outcomes.flatMap(({ undone }) => undone).map(itemWords),
  });
  tools.summary(summary);
  const problems = [...report.problems, ...(await commentProblems(inputs, tools, summary, report.problems))];
  if (problems.length > 0) throw new Failure(problems);
  return summary;
}

/** Comments on the pull request; what goes wrong with that does not hide what is wrong with the plan. */
async function commentProblems(
  inputs: ApplyInputs,
  tools: Tools,
  summary: string,
  problems: readonly Problem[],
): Promise<readonly Problem[]> {
  const markdown = problems.length === 0 ? summary : `${summary}\n\n${problemLines(problems)}`;
  try {
    await comment(inputs, tools, { kind: 'plan', portal: inputs.portal, file: inputs.file, markdown });
    return [];
  } catch (error) {
    if (error instanceof Failure) return error.problems;
    throw error;
  }
}

/** Sets the output `links`, if those of all rooms are known: without one of them it would say that it has none. */
function outputAllLinks(rooms: readonly Room[], { linksOf }: WatchedPortal, { output, identity }: Tools): void {
  const known = rooms.map((room) => ({ room, links: linksOf(room) }));
  if (rooms.length === 0 || known.some(({ links }) => links === null)) return;
  const elements = known.flatMap(({ room, links }) =>
    linkElements(links ?? [], identity).map((element) => ({ roomId: room.id, ...element })),
  );
  output('links', { elements, whole: 'The action `list` gives the links of a single room.' });
}

function goneCount({ plans }: ApplyReport): number {
  return plans.flatMap(({ gone }) => gone).length;
}

function outputReport(report: ApplyReport, { dryRun }: ApplyInputs, tools: Tools): void {
  const { output } = tools;
  const { result, changes, outcomes, plans } = report;
  const done = dryRun || result === 'applied' ? changes : [];
  const count = (...actions: readonly string[]): string =>
    String(done.filter(({ action }) => actions.includes(action)).length);
  const same = changes.filter(({ action }) => action === 'none').length + goneCount(report);
  const impossible = plans.reduce((sum, plan) => sum + impossibleCount(plan), 0);
  output('result', result);
  output('changed', String(done.some(({ action }) => action !== 'none')));
  output('plan', planOutput(changes));
  output('created-count', count('create'));
  output('updated-count', count('update', 'replace', 'rotate'));
  output('revoked-count', count('revoke'));
  output('unchanged-count', String(same));
  output('failed-count', String(outcomes.flatMap(({ undone }) => undone).length + impossible));
}
