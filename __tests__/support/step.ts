import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect } from '@jest/globals';
import { parse } from 'yaml';
import type { Outcome, Step } from '../../scripts/action-process.ts';
import type { Verb } from '../../src/actions/table.ts';
import { startPortal, type Portal, type PortalOptions } from '../../simulator/index.ts';
import { readLog, type Log } from './log.ts';
import { expectQuiet, secretsOf } from './secrets.ts';
import { start } from './start.ts';

const root = join(import.meta.dirname, '..', '..');

/** What `${{ github.token }}` is in these tests. */
export const githubToken = `ghs_${'0123456789abcdefABCD'.repeat(2)}`;

/** What a step left, and its log. */
export type Ran = Outcome & Log;

/** How a step is run, besides its inputs. */
export interface Running extends Pick<Step, 'cwd' | 'env' | 'kill'> {
  /** Label of the key; default `owner`. */
  readonly key?: string;
  /** URLs of these links may be seen, asked when the step has ended. */
  readonly revealed?: () => readonly string[];
  /** The step cannot end as steps do, with all outputs and a summary. */
  readonly broken?: true;
  /** Texts that the step has left elsewhere, by their place: they hold no secrets either. */
  readonly left?: () => Readonly<Record<string, string>>;
}

const open: (() => unknown)[] = [];

/** Closes what is open before the test has ended, when it would be closed anyway. */
export async function closeAll(): Promise<void> {
  for (const close of open.splice(0)) await close();
}

afterEach(closeAll);

/** Something to be closed when the test has ended. */
export function closeLater(close: () => unknown): void {
  open.push(close);
}

/** A portal that ends with the test. */
export async function portalOf(options?: PortalOptions): Promise<Portal> {
  const portal = await startPortal(options);
  closeLater(() => portal.close());
  return portal;
}

interface ActionYml {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

function actionYml(verb: Verb): ActionYml {
  return parse(readFileSync(join(root, verb === 'set' ? '' : verb, 'action.yml'), 'utf8')) as ActionYml;
}

/** The inputs with the defaults of `action.yml`, as the runner gives them: every input is there, if only empty. */
function withDefaults(
  verb: Verb,
  portal: Portal,
  inputs: Readonly<Record<string, string>>,
  { key = 'owner' }: Running,
): Readonly<Record<string, string>> {
  const defaults = Object.entries(actionYml(verb).inputs).map(
    ([name, { default: value = '' }]) => [name, value === '${{ github.token }}' ? githubToken : value] as const,
  );
  return { ...Object.fromEntries(defaults), 'portal-url': portal.url, 'api-key': portal.key(key), ...inputs };
}

async function perform(
  step: Pick<Step, 'entry' | 'inputs' | 'state'>,
  portal: Portal,
  { env, cwd, kill, revealed = () => [], left = () => ({}) }: Running,
): Promise<Ran> {
  const more = { ...(cwd === undefined ? {} : { cwd }), ...(kill === undefined ? {} : { kill }) };
  const outcome = await start({ ...step, ...more, env: { RUNNER_DEBUG: '1', ...env } });
  expectQuiet(outcome, secretsOf(portal, step.inputs, revealed()), left());
  // Neither Node nor a library prints a warning.
  expect(outcome.stderr).toBe('');
  return { ...outcome, ...readLog(outcome.stdout) };
}

/** Runs an action as the runner does. Every run is searched for secrets, and has to set all its outputs. */
export async function run(
  verb: Verb,
  portal: Portal,
  inputs: Readonly<Record<string, string>>,
  running: Running = {},
): Promise<Ran> {
  const given = withDefaults(verb, portal, inputs, running);
  const ran = await perform({ entry: verb === 'set' ? 'index.js' : `${verb}.js`, inputs: given }, portal, running);
  if (running.kill === undefined && running.broken === undefined) {
    expect(Object.keys(ran.outputs).sort()).toStrictEqual(Object.keys(actionYml(verb).outputs).sort());
    expect(ran.exitCode === 0).toBe(ran.errors.length === 0);
    expect(ran.exitCode).toBeLessThanOrEqual(1);
    expect(ran.summary === '').toBe(given['summary']?.trim().toLowerCase() === 'false');
  }
  return ran;
}

/**
 * Runs the post step of a step that ran `set` with these inputs and left this state. It is searched for secrets as any
 * step, is never red, and leaves nothing but its log.
 */
export async function afterJob(
  portal: Portal,
  inputs: Readonly<Record<string, string>>,
  { state }: Pick<Outcome, 'state'>,
  running: Running = {},
): Promise<Ran> {
  const given = withDefaults('set', portal, inputs, running);
  const ran = await perform({ entry: 'after-job.js', inputs: given, state }, portal, running);
  const { exitCode, errors, outputs, summary } = ran;
  expect({ exitCode, errors, outputs, summary }).toStrictEqual({ exitCode: 0, errors: [], outputs: {}, summary: '' });
  return ran;
}

/** Runs `set`. */
export function set(
  portal: Portal,
  room: { readonly id: number | string },
  inputs: Readonly<Record<string, string>> = {},
  running?: Running,
): Promise<Ran> {
  return run('set', portal, { 'room-id': String(room.id), ...inputs }, running);
}

const names: readonly (readonly [RegExp, string])[] = [
  [/\/rooms\/[^/?]+$/u, 'room'],
  [/\/links$/u, 'links'],
  [/\/link$/u, 'primary'],
  [/\/rooms\?/u, 'rooms'],
  [/\/files\/share\//u, 'share'],
  [/^\/s\//u, 'short'],
  [/\/authentication\/confirm$/u, 'confirm'],
  [/\/keys\/@self$/u, 'key'],
  [/\/files\/settings$/u, 'settings'],
];

/**
 * What the portal was asked: `GET room`, `PUT links`. Requests between two writes may go out at once, so they are
 * sorted.
 */
export function asked(portal: Portal): readonly string[] {
  const groups: string[][] = [[]];
  for (const { method, path } of portal.requests) {
    const name = `${method} ${names.find(([form]) => form.test(path))?.[1] ?? path}`;
    if (method === 'PUT') groups.push([name], []);
    else groups.at(-1)?.push(name);
  }
  return groups.flatMap((group) => group.sort());
}

/** Reading the room: a run that changes nothing does no more. */
export const reads = ['GET links', 'GET room'];
/** A write, read back and tried. */
export const writes = ['PUT links', 'GET links', 'GET share'];

/** Bodies of the writes. */
export function bodies(portal: Portal): readonly Readonly<Record<string, unknown>>[] {
  return portal.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body as Record<string, unknown>);
}

/** JSON of an output. */
export function json(outcome: Outcome, name: string): unknown {
  return JSON.parse(outcome.outputs[name] ?? '');
}

/** The elements of an output that is an array; none where the step failed and it is not known. */
export function elements(outcome: Outcome, name: string): readonly unknown[] {
  return outcome.exitCode !== 0 && outcome.outputs[name] === '' ? [] : (json(outcome, name) as readonly unknown[]);
}

/** The element of `links` for the link that the step was about. */
export function linkOf(outcome: Outcome): Readonly<Record<string, unknown>> | undefined {
  const links = json(outcome, 'links') as readonly Readonly<Record<string, unknown>>[];
  return links.find(({ id }) => id === outcome.outputs['link-id']);
}

/** The one change of the output `plan`. */
export function planOf(outcome: Outcome): unknown {
  const plan = json(outcome, 'plan') as readonly unknown[];
  expect(plan).toHaveLength(1);
  return plan[0];
}
