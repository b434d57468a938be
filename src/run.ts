import { gatherInputs, keyDoubt, secretsOf, wantsSummary, type Inputs, type InputSource } from './inputs/read.ts';
import { actions, type Verb } from './inputs/table.ts';
import { handOutputs, handSummary } from './hand-over.ts';
import type { LinksFile } from './links-file/links-file.ts';
import { Failure } from './links/problem.ts';
import type { Secret } from './links/secret.ts';
import { openTools } from './open-tools.ts';
import { fitted } from './present/markdown.ts';
import { outputTexts, type OutputValue } from './present/outputs.ts';
import { problemsSummary, skippedSummary } from './present/summary.ts';
import { annotate, problemsOf } from './report-problems.ts';
import type { Runner } from './runner/runner.ts';
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
  const outputs = new Map<string, OutputValue>();
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
  const written = await attempt(runner, () => {
    const { texts, cuts } = outputTexts(actions[verb].outputs, outputs, told.problems.length === 0);
    for (const cut of cuts) runner.warning('Output cut', cut);
    return handOutputs(verb, texts, runner);
  });
  const problems = [...told.problems, ...(written.value ?? written.problems)];
  const summarized = await attempt(runner, () => {
    if (!wantsSummary(source)) return;
    const red = problems.length === 0 ? '' : problemsSummary(verb, problems);
    const done = told.value ?? story;
    // How much an audit has seen comes first, whatever else is to be said.
    const parts = verb === 'audit' ? [done, red] : [red, done];
    handSummary(fitted(`${parts.filter((part) => part !== '').join('\n\n')}\n`), runner);
  });
  problems.push(...summarized.problems);
  annotate(problems, runner);
  return problems.length === 0;
}

async function attempt<T>(runner: Runner, work: () => T | Promise<T>) {
  try {
    return { value: await work(), problems: [] };
  } catch (error) {
    return { value: null, problems: problemsOf(error, runner) };
  }
}

/** A rejected key that cannot be one is the likelier cause than all that the portal may have against it. */
function withKeyDoubt(error: unknown, apiKey: Secret): unknown {
  const doubt = keyDoubt(apiKey);
  if (doubt === null || !(error instanceof Failure)) return error;
  const problems = error.problems.map((one) =>
    one.code === 'key-rejected' ? { ...one, message: `${one.message} \`api-key\` ${doubt}.` } : one,
  );
  return new Failure(problems, { cause: error });
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
  if (tools.identity.repository === '') {
    world.runner.warning(
      'No repository',
      'Neither `GITHUB_REPOSITORY_ID` nor `GITHUB_REPOSITORY` is set, so links are known by their `key` alone: two projects that use the same key in the same room share one link.',
    );
  }
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
        // Loaded here, since no other verb plans whole rooms. Without a file, or with a wrong one, this is not reached.
        return await (await import('./verbs/apply.ts')).runApply(inputs, files.links as LinksFile, tools);
    }
  } catch (error) {
    throw withKeyDoubt(error, inputs.apiKey);
  } finally {
    close();
  }
}
