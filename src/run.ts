import { type GivenFiles, readCertificate, readGivenFiles } from './actions/given-files.ts';
import {
  gatherInputs,
  type Inputs,
  type InputSource,
  keyDoubt,
  readAfterJob,
  secretsOf,
  wantsSummary,
} from './actions/inputs.ts';
import { actions, type Verb } from './actions/table.ts';
import { openTools, type Tools, type World } from './context.ts';
import { annotate, handOutputs, handSummary, problemsOf } from './hand-over.ts';
import type { LinksFile } from './links/declared.ts';
import { Failure } from './links/problem.ts';
import type { Secret } from './links/secret.ts';
import { fitted } from './render/markdown.ts';
import { outputTexts, type OutputValue } from './render/outputs.ts';
import { problemsSummary, skippedSummary } from './render/summary.ts';
import type { Runner } from './runner/runner.ts';

/**
 * Runs a verb from inputs to summary. True only if everything was done, told and written; never throws. All outputs
 * are set in any case, those that are not known to their empty values.
 */
export async function run(verb: Verb, world: World): Promise<boolean> {
  const { runner } = world;
  const source: InputSource = { input: runner.input, env: runner.env };
  secretsOf(verb, source).forEach(runner.mask);
  const outputs = new Map<string, OutputValue>();
  let logged = '';
  const reported = await attempt(runner, async () => {
    const read = gatherInputs(verb, source, world.now());
    const { files, problems } = await readGivenFiles(read.inputs, world.now(), runner);
    if (read.problems.length + problems.length > 0) throw new Failure([...read.problems, ...problems]);
    return perform(read.inputs, files, world, {
      output: (name, value) => outputs.set(name, value),
      summary: (markdown) => (logged = markdown),
    });
  });
  const written = await attempt(runner, () => {
    const { texts, cuts } = outputTexts(actions[verb].outputs, outputs, reported.problems.length === 0);
    for (const cut of cuts) runner.warning('Output cut', cut);
    return handOutputs(actions[verb].outputs, texts, runner);
  });
  const problems = [...reported.problems, ...(written.value ?? written.problems)];
  const summarized = await attempt(runner, () => {
    if (!wantsSummary(source)) return;
    const red = problems.length === 0 ? '' : problemsSummary(verb, problems);
    const done = reported.value ?? logged;
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
    // Each verb is loaded when it runs: what it needs, the others do not.
    switch (inputs.kind) {
      case 'set':
        return await (await import('./actions/set/run.ts')).runSet(inputs, tools);
      case 'list':
        return await (await import('./actions/list/run.ts')).runList(inputs, tools);
      case 'revoke':
        return await (await import('./actions/revoke/run.ts')).runRevoke(inputs, tools);
      case 'audit':
        return await (await import('./actions/audit/run.ts')).runAudit(inputs, files, tools);
      case 'apply':
        // Without a file, or with a wrong one, this is not reached.
        return await (await import('./actions/apply/run.ts')).runApply(inputs, files.links as LinksFile, tools);
    }
  } catch (error) {
    throw withKeyDoubt(error, inputs.apiKey);
  } finally {
    close();
  }
}

/**
 * The post step of the root action: takes away what the step has made, if `revoke-after-job` asks for it. Never red: the
 * work of the job is done, so what goes wrong is a warning.
 */
export async function afterJob(world: World): Promise<void> {
  const { runner } = world;
  try {
    const { madeLinks, runAfterJob } = await import('./actions/set/after-job.ts');
    const made = madeLinks(runner);
    if (made.length === 0) return;
    const source: InputSource = { input: runner.input, env: runner.env };
    secretsOf('set', source).forEach(runner.mask);
    const inputs = readAfterJob(source);
    const nowhere = { output: () => undefined, summary: () => undefined };
    const ca = await readCertificate(inputs.ca, runner);
    const { tools, close } = openTools(inputs, ca, world, nowhere);
    try {
      await runAfterJob(made, inputs, tools);
    } finally {
      close();
    }
  } catch (error) {
    for (const { message, hint } of problemsOf(error, runner)) {
      runner.warning('Not revoked after the job', `${message}\n${hint}`);
    }
  }
}
