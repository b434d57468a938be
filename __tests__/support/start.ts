import { join } from 'node:path';
import { runStep, type Outcome, type Step } from '../../scripts/action-process.ts';
import { runHere } from './here.ts';

const dist = join(import.meta.dirname, '..', '..', 'dist');

/** What belongs to a process and cannot be shown without one. */
const ofProcess = /^(?:NODE_OPTIONS|GITHUB_ACTIONS|GITHUB_OUTPUT|GITHUB_STATE|GITHUB_STEP_SUMMARY|https?_proxy)$/iu;

function needsProcess({ kill, env = {}, inputs }: Step): boolean {
  const certificate = inputs['ca-certificate'] ?? '';
  return kill !== undefined || certificate !== '' || Object.keys(env).some((name) => ofProcess.test(name));
}

/**
 * Runs a step as the runner does: the bundle, in a process of its own. What such a process covers cannot be measured,
 * so where coverage is (`npm run test:coverage`), the same tests run the sources in this one.
 */
export function start(step: Step): Promise<Outcome> {
  return process.env['STEPS_IN_PROCESS'] === 'true' && !needsProcess(step) ? runHere(step) : runStep(dist, step);
}
