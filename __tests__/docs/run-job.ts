import type { Outcome } from '../../scripts/action-process.ts';
import type { Portal } from '../../simulator/index.ts';
import type { ActionSpec } from '../../src/actions/spec.ts';
import { actions } from '../../src/actions/table.ts';
import type { FakeGitHub } from '../github/fake-github.ts';
import { githubToken } from '../support/step.ts';
import { start } from '../support/start.ts';
import { stepsOf, verbOf, type Job, type Step, type Workflow } from './documented.ts';

/** Where a workflow runs: a portal, GitHub, a workspace, and what the expressions say. */
export interface Place {
  readonly portal: Portal;
  readonly github: FakeGitHub;
  readonly workspace: string;
  /** The file that describes the event, and its name. */
  readonly event: { readonly path: string; readonly name: string };
  /** The text of an expression → its value. */
  readonly values: Readonly<Record<string, string>>;
}

/** The address that stands in examples to be pasted. */
const examplePortal = 'https://your-portal.onlyoffice.com';

/** The actions that this version can run. */
const runnable: Readonly<Record<string, ActionSpec>> = actions;

/** Whether all that our actions do in a workflow can be done: what happens after the job came with `revoke`. */
export function canRun(workflow: Workflow): boolean {
  return stepsOf(workflow).every((step) => {
    const verb = step.with?.['revoke-after-job'] === true ? 'revoke' : (verbOf(step) ?? 'set');
    return verb in runnable;
  });
}

/**
 * Runs the steps of a job that use our actions, by the bundle, as the runner does: inputs with their defaults,
 * expressions replaced, outputs handed on, post steps at the end. Other steps are left out.
 */
export async function runJob(job: Job, place: Place): Promise<readonly Outcome[]> {
  const values: Record<string, string> = { ...place.values };
  const evaluated = (text: string): string =>
    text.replace(examplePortal, place.portal.url).replace(/\$\{\{\s*(.+?)\s*\}\}/gu, (_, expression: string) => {
      const value = values[expression];
      if (value === undefined) throw new Error(`The test does not say what ${expression} is.`);
      return value;
    });
  const environment = evaluated(job.environment ?? '');
  values['secrets.DOCSPACE_API_KEY'] = place.portal.key(environment === 'docspace-read' ? 'owner-read' : 'owner');
  values['vars.DOCSPACE_PORTAL_URL'] = place.portal.url;
  values['github.token'] = githubToken;
  const env = {
    GITHUB_API_URL: place.github.url,
    GITHUB_EVENT_PATH: place.event.path,
    GITHUB_EVENT_NAME: place.event.name,
    GITHUB_WORKSPACE: place.workspace,
  };

  const outcomes: Outcome[] = [];
  const posts: (() => Promise<Outcome>)[] = [];
  for (const step of job.steps) {
    const verb = verbOf(step);
    const action = verb === null ? undefined : runnable[verb];
    if (action === undefined) continue;
    const common = { inputs: inputsOf(step, action, evaluated), env, cwd: place.workspace };
    const outcome = await start({ ...common, entry: action.main });
    outcomes.push(outcome);
    for (const [name, value] of Object.entries(outcome.outputs)) {
      values[`steps.${step.id ?? ''}.outputs.${name}`] = value;
    }
    const { post } = action;
    // A step that has nothing to do afterwards leaves no state.
    if (post !== undefined && Object.keys(outcome.state).length > 0) {
      posts.unshift(() => start({ ...common, entry: post, state: outcome.state }));
    }
  }
  for (const post of posts) outcomes.push(await post());
  return outcomes;
}

function inputsOf(step: Step, action: ActionSpec, evaluated: (text: string) => string): Record<string, string> {
  const given = step.with ?? {};
  const entries = action.inputs.map(({ name, default: value }) => [name, evaluated(String(given[name] ?? value))]);
  return Object.fromEntries(entries) as Record<string, string>;
}
