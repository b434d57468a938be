import { gatherInputs, secretsOf, wantsSummary, type Inputs, type InputSource } from './inputs/read.ts';
import { actions, type Verb } from './inputs/table.ts';
import type { LinksFile } from './links-file/links-file.ts';
import { Failure } from './links/problem.ts';
import { openTools } from './open-tools.ts';
import { fitted } from './present/markdown.ts';
import { problemsSummary, skippedSummary } from './present/summary.ts';
import { annotate, problemsOf } from './report-problems.ts';
import type { Runner } from './runner/runner.ts';
import { runApply } from './verbs/apply.ts';
import { readGivenFiles, type GivenFiles } from './verbs/given-files.ts';
import { runList } from './verbs/list.ts';
import { runRevoke } from './verbs/revoke.ts';
import { runSet } from './verbs/set.ts';
import type { Tools } from './verbs/tools.ts';
import type { World } from './world.ts';

/**
 * Runs a verb from inputs to summary. True only if everything was done, told and written; never throws. All outputs
 * are set in any case, those that are not known to their empty values.
 */
export async function run(verb: Verb, world: World): Promise<boolean> {
  const { runner } = world;
  const source: InputSource = { input: runner.input, env: runner.env };
  secretsOf(verb, source).forEach(runner.mask);
  const outputs = new Map<string, string>(actions[verb].outputs.map(({ name, empty }) => [name, empty]));
  let story = '';
  const told = await attempt(runner, async () => {
    const read = gatherInputs(verb, source, world.now());
    const { files, problems } = await readGivenFiles(read.inputs, world.now(), runner);
    if (read.problems.length + problems.length > 0) throw new Failure([...read.problems, ...problems]);
    return perform(read.inputs, files, world, {
      output: (name, value) => outputs.set(name, value),
      summary: (markdown) => (story = markdown),
    });
  });
  const written = await attempt(runner, async () => {
    for (const [name, value] of outputs) runner.output(name, value);
    if (wantsSummary(source)) {
      const problems = problemsSummary(verb, told.problems);
      // How much an audit has seen comes first, whatever else is to be said.
      const failed = (verb === 'audit' ? [story, problems] : [problems, story]).filter((part) => part !== '');
      await runner.summary(fitted(`${told.value ?? failed.join('\n\n')}\n`));
    }
  });
  const problems = [...told.problems, ...written.problems];
  annotate(problems, runner);
  return problems.length === 0;
}

async function attempt<T>(runner: Runner, work: () => Promise<T>) {
  try {
    return { value: await work(), problems: [] };
  } catch (error) {
    return { value: null, problems: problemsOf(error, runner) };
  }
}

/** Does what the inputs ask for; the summary, as Markdown. */
async function perform(
  inputs: Inputs,
  files: GivenFiles,
  world: World,
  sinks: Pick<Tools, 'output' | 'summary'>,
): Promise<string> {
  if (inputs.kind === 'skip') {
    world.runner.warning('Skipped: no credentials', inputs.reason);
    if (actions[inputs.verb].outputs.some(({ name }) => name === 'result')) sinks.output('result', 'skipped');
    return skippedSummary(inputs.reason);
  }
  const { tools, close } = openTools(inputs, files.ca, world, sinks);
  try {
    switch (inputs.kind) {
      case 'set':
        return await runSet(inputs, tools);
      case 'list':
        return await runList(inputs, tools);
      case 'revoke':
        return await runRevoke(inputs, tools);
      case 'audit':
        // Loaded here, since no other verb needs rules and reports.
        return await (await import('./verbs/audit.ts')).runAudit(inputs, files, tools);
      case 'apply':
        // Without a file, or with a wrong one, this is not reached.
        return await runApply(inputs, files.links as LinksFile, tools);
    }
  } finally {
    close();
  }
}
