import type { ConnectOptions } from './docspace/client.ts';
import type { DocSpace } from './docspace/docspace.ts';
import {
  readInputs,
  secretsOf,
  wantsSummary,
  type CommonInputs,
  type Inputs,
  type InputSource,
} from './inputs/read.ts';
import { actions, type Verb } from './inputs/table.ts';
import type { Identity } from './links/identity.ts';
import { failure } from './links/problem.ts';
import { problemsSummary, skippedSummary } from './present/summary.ts';
import { annotate, problemsOf } from './report-problems.ts';
import type { Runner } from './runner/runner.ts';
import { runList } from './verbs/list.ts';
import { runSet } from './verbs/set.ts';
import type { Tools } from './verbs/tools.ts';

/** Everything outside of this program, so that tests can bring their own. */
export interface World {
  readonly runner: Runner;
  readonly connect: (options: ConnectOptions) => DocSpace;
  readonly trustCertificate: (pem: string) => void;
  readonly now: () => Date;
  readonly hash: Identity['hash'];
  readonly random: Identity['random'];
}

/**
 * Runs a verb from inputs to summary. True only if everything was done, told and written; never throws. All outputs
 * are set in any case, those that are not known to their empty values.
 */
export async function run(verb: Verb, world: World): Promise<boolean> {
  const { runner } = world;
  const source: InputSource = { input: runner.input, env: runner.env };
  secretsOf(verb, source).forEach(runner.mask);
  const outputs = new Map<string, string>(actions[verb].outputs.map(({ name, empty }) => [name, empty]));
  const told = await attempt(runner, async () =>
    perform(readInputs(verb, source, world.now()), world, (name, value) => outputs.set(name, value)),
  );
  const written = await attempt(runner, async () => {
    for (const [name, value] of outputs) runner.output(name, value);
    if (wantsSummary(source)) await runner.summary(`${told.value ?? problemsSummary(told.problems)}\n`);
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
async function perform(inputs: Inputs, world: World, output: Tools['output']): Promise<string> {
  const { runner } = world;
  if (inputs.kind === 'skip') {
    runner.warning('Skipped: no credentials', inputs.reason);
    if (actions[inputs.verb].outputs.some(({ name }) => name === 'result')) output('result', 'skipped');
    return skippedSummary(inputs.reason);
  }
  inputs.notes.forEach(runner.debug);
  if (inputs.ca !== null) world.trustCertificate(await certificateText(inputs.ca, runner));
  const { portal, close } = connectFor(inputs, world);
  const { env } = runner;
  const identity: Identity = {
    repository: env['GITHUB_REPOSITORY_ID'] ?? env['GITHUB_REPOSITORY'] ?? '',
    hash: world.hash,
    random: world.random,
  };
  const tools: Tools = { runner, portal, identity, now: world.now, output };
  try {
    switch (inputs.kind) {
      case 'set':
        return await runSet(inputs, tools);
      case 'list':
        return await runList(inputs, tools);
    }
  } finally {
    close();
  }
}

async function certificateText(ca: NonNullable<CommonInputs['ca']>, runner: Runner): Promise<string> {
  if (ca.kind === 'pem') return ca.pem;
  try {
    return await runner.readFile(ca.path);
  } catch {
    throw failure(
      'input',
      'The file that `ca-certificate` names cannot be read.',
      'Give the PEM text itself, or a path.',
    );
  }
}

/** A connection that ends when the step's time is up. */
function connectFor(inputs: CommonInputs, { connect, runner }: World) {
  const deadline = new AbortController();
  const timer = setTimeout(() => {
    deadline.abort();
  }, inputs.timeout);
  const portal = connect({
    portal: inputs.portal,
    apiKey: inputs.apiKey,
    requestTimeout: inputs.requestTimeout,
    signal: deadline.signal,
    userAgent: 'docspace-room-links',
    onRetry: ({ attempt: number, of, waitMs, why }) => {
      runner.line(`${why} Attempt ${number} of ${of}; again in ${(waitMs / 1000).toFixed(1)} s`);
    },
    onPause: (waitMs) => {
      runner.line(
        `Enough requests for this minute: the portal takes 1500 from one user, and a tenth is left to others. On again in ${Math.round(waitMs / 1000)} s`,
      );
    },
    debug: runner.debug,
  });
  const close = (): void => {
    clearTimeout(timer);
    portal.close();
  };
  return { portal, close };
}
