import type { Tools } from '../../context.ts';
import type { Change } from '../../links/change.ts';
import type { LinksFile } from '../../links/declared.ts';
import { defaultTitle } from '../../links/desired.ts';
import { listedNear } from '../../links/near-titles.ts';
import { generatePassword } from '../../links/password.ts';
import { impossibleCount } from '../../links/plan-declared.ts';
import { Failure } from '../../links/problem.ts';
import { referenceWords, type Room } from '../../links/room.ts';
import { stripInvisible } from '../../links/text.ts';
import { linkElements, planOutput } from '../../render/outputs.ts';
import { itemWords, planMarkdown, problemLines } from '../../render/plan.ts';
import type { ApplyInputs } from '../inputs.ts';
import { changedText, type WatchedPortal, watchLinks } from '../known-links.ts';
import { commentProblems } from '../pull-request.ts';
import { apply, type ApplyReport } from './apply.ts';
import type { MissingRoom } from './read-rooms.ts';

/**
 * The action `apply`: makes the portal match the file and sets its outputs; gives the summary. Throws a `Failure` if
 * anything of the file cannot be done or is not proved, after all that is known was set.
 */
export async function runApply(inputs: ApplyInputs, file: LinksFile, tools: Tools): Promise<string> {
  const { runner, identity, now } = tools;
  const repository = runner.env['GITHUB_REPOSITORY'] ?? '';
  const watched = watchLinks(tools.portal);
  const rooms: Room[] = [];
  const report = await apply(
    {
      portal: watched.portal,
      log: runner,
      wait: tools.wait,
      now,
      seen: (states) => {
        rooms.push(...states.map(({ room }) => room));
      },
    },
    {
      file,
      context: {
        identity,
        prune: inputs.prune,
        defaultTitle: (key) => defaultTitle(repository, key),
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
  noteStale(report, file, tools);
  outputReport(report, inputs, watched, tools);
  const summary = planMarkdown({
    result: report.result,
    dryRun: inputs.dryRun,
    planned: report.outcomes.length === 0,
    path: file.path,
    changes: report.changes,
    gone: report.gone,
    undone: report.outcomes.flatMap(({ undone, state }) => undone.map((item) => itemWords(item, state.links))),
    impossible: impossibleIn(report),
  });
  tools.summary(summary);
  const markdown = report.problems.length === 0 ? summary : `${summary}\n\n${problemLines(report.problems)}`;
  // What goes wrong with the comment does not hide what is wrong with the plan.
  const refused = await commentProblems(inputs, tools, {
    kind: 'plan',
    portal: inputs.portal,
    file: file.path,
    markdown,
  });
  const problems = [...report.problems, ...refused];
  if (problems.length > 0) throw new Failure(problems);
  return summary;
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

/** A room that is not there, by its name in the file, and those that may be meant. */
function missingWords({ room, near }: MissingRoom): string {
  return near.length === 0 ? referenceWords(room) : `${referenceWords(room)} (near titles: ${listedNear(near)})`;
}

/** Says what is up to date only because it is not there any more: an entry may have a slip in its date or its room. */
function noteStale({ plans, missing }: ApplyReport, { path }: LinksFile, { runner }: Tools): void {
  const ended = plans.flatMap(({ gone }) => gone).filter(({ absent }) => !absent);
  const linesOf = (entries: readonly { readonly line: number }[]): string => {
    const lines = entries.map(({ line }) => line).toSorted((one, other) => one - other);
    return `${stripInvisible(path)}, ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
  };
  if (ended.length > 0) {
    runner.notice(
      'Dates have passed',
      `${linesOf(ended)}: the date has passed, and the link has expired or is not there. Remove the entry, or give it a later date.`,
    );
  }
  if (missing.length > 0) {
    runner.notice(
      'Rooms are not there',
      `${linesOf(missing)}: this API key sees no such room, and the file wants no links in it: ${missing.map(missingWords).join(', ')}. Remove the room from the file, or correct its name.`,
    );
  }
}

function outputReport(
  report: ApplyReport,
  { dryRun }: ApplyInputs,
  { changed }: WatchedPortal,
  { output }: Tools,
): void {
  const { result, changes, outcomes } = report;
  const done = dryRun || result === 'applied' ? changes : [];
  const unknown = outcomes.flatMap((outcome) => [...outcome.unknown]);
  const count = (...actions: readonly Change['action'][]): string =>
    unknown.some((action) => actions.includes(action))
      ? ''
      : String(done.filter(({ action }) => actions.includes(action)).length);
  const same = changes.filter(({ action }) => action === 'none').length + report.gone;
  output('result', result);
  const isChanged = done.some(({ action }) => action !== 'none');
  // What this run wrote and gave up for another run's does not count, where all is up to date in the end.
  output('changed', changedText(dryRun || isChanged || result === 'unchanged' ? isChanged : changed()));
  output('plan', planOutput(changes));
  output('created-count', count('create'));
  output('updated-count', count('update', 'replace', 'rotate'));
  output('revoked-count', count('revoke'));
  output('unchanged-count', String(same));
  output('failed-count', String(outcomes.flatMap(({ undone }) => undone).length + impossibleIn(report)));
}

function impossibleIn({ plans }: ApplyReport): number {
  return plans.reduce((sum, plan) => sum + impossibleCount(plan), 0);
}
