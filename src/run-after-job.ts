import { readAfterJob, secretsOf, type InputSource } from './inputs/read.ts';
import { openTools } from './open-tools.ts';
import { problemsOf } from './report-problems.ts';
import { madeLinks, runAfterJob } from './verbs/after-job.ts';
import { readCertificate } from './verbs/read-certificate.ts';
import type { World } from './world.ts';

/**
 * The post step of the root action: takes away what the step has made, if `revoke-after-job` asks for it. Never red: the
 * work of the job is done, so what goes wrong is a warning.
 */
export async function afterJob(world: World): Promise<void> {
  const { runner } = world;
  try {
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
