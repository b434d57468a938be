import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect } from '@jest/globals';
import { parse } from 'yaml';
import type { Outcome, Step } from '../../scripts/action-process.ts';
import type { Verb } from '../../src/inputs/table.ts';
import { start } from './start.ts';
import { startPortal, type Portal, type PortalOptions } from '../../simulator/index.ts';

const root = join(import.meta.dirname, '..', '..');

/** What `${{ github.token }}` is in these tests. */
export const githubToken = `ghs_${'0123456789abcdefABCD'.repeat(2)}`;

/** An annotation, as the runner reads it. */
export interface Annotation {
  readonly title: string;
  readonly text: string;
}

/** What a step left, and its log as the runner reads it: commands apart from lines. */
export interface Ran extends Outcome {
  readonly lines: readonly string[];
  readonly debug: readonly string[];
  readonly errors: readonly Annotation[];
  readonly warnings: readonly Annotation[];
  readonly notices: readonly Annotation[];
  /** Titles of the errors, and their texts, for a match. */
  readonly problem: string;
}

/** How a step is run, besides its inputs. */
export interface Running extends Pick<Step, 'cwd' | 'env' | 'kill'> {
  /** Label of the key; default `owner`. */
  readonly key?: string;
  /** URLs of these links may be seen. */
  readonly revealed?: readonly string[];
  /** The step cannot end as steps do, with all outputs and a summary. */
  readonly broken?: true;
  /** Texts that the step has left elsewhere, by their place: they hold no secrets either. */
  readonly left?: () => Readonly<Record<string, string>>;
}

const open: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

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
function withDefaults(verb: Verb, inputs: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(actionYml(verb).inputs).map(([name, { default: value = '' }]) => [
    name,
    value === '${{ github.token }}' ? githubToken : value,
  ]);
  return { ...(Object.fromEntries(entries) as Record<string, string>), ...inputs };
}

const unescaped = (text: string): string =>
  text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');

function readLog(stdout: string): Pick<Ran, 'lines' | 'debug' | 'errors' | 'warnings' | 'notices' | 'problem'> {
  const lines: string[] = [];
  const debug: string[] = [];
  const errors: Annotation[] = [];
  const warnings: Annotation[] = [];
  const notices: Annotation[] = [];
  for (const line of stdout.split('\n').slice(0, -1)) {
    const [, command, title = '', text = ''] = /^::([a-z-]+)(?: title=([^:,]*)[^:]*)?::(.*)$/u.exec(line) ?? [];
    const annotation = { title: unescaped(title), text: unescaped(text) };
    if (command === undefined) lines.push(line);
    else if (command === 'debug') debug.push(annotation.text);
    else if (command === 'error') errors.push(annotation);
    else if (command === 'warning') warnings.push(annotation);
    else if (command === 'notice') notices.push(annotation);
    else if (command !== 'add-mask') throw new Error(`A command that nobody expects: ${line}`);
  }
  const problem = errors.map(({ title, text }) => `${title}: ${text}`).join('\n');
  return { lines, debug, errors, warnings, notices, problem };
}

/** Everything that may be seen nowhere: keys, passwords now and ever sent, tokens and URLs, long and short. */
function secretsOf(portal: Portal, inputs: Readonly<Record<string, string>>, revealed: readonly string[]): string[] {
  const { state } = portal;
  const sent = portal.requests.map(({ body }) => (body as { readonly password?: string } | undefined)?.password ?? '');
  const kept = [...state.rooms.values()].flatMap((room) => Array.from(room.links.values(), ({ password }) => password));
  const given = ['keep', 'none', 'generate'].includes(inputs['password'] ?? '') ? '' : (inputs['password'] ?? '');
  const urls = [...state.longByShort].flatMap(([short, long]) => {
    const token = new URL(long).searchParams.get('key') ?? '';
    const id = /"([0-9a-f-]{36})/u.exec(Buffer.from(token, 'base64url').toString())?.[1] ?? '';
    return revealed.includes(id) ? [token] : [token, short];
  });
  return [...state.keysBySecret.keys(), ...sent, ...kept, given, ...urls, githubToken].filter(
    (text): text is string => text !== null && text !== '',
  );
}

/** Fails if one of the secrets stands where it must not: anywhere but in masks and in the outputs made for it. */
function expectQuiet(outcome: Outcome, secrets: readonly string[], left: Readonly<Record<string, string>>): void {
  const outputs = Object.entries(outcome.outputs).filter(([name]) => name !== 'link' && name !== 'password');
  const places = {
    stdout: outcome.stdout.replace(/^::add-mask::.*$/gmu, ''),
    stderr: outcome.stderr,
    summary: outcome.summary,
    outputs: JSON.stringify(outputs),
    state: JSON.stringify(outcome.state),
    ...left,
  };
  for (const [place, text] of Object.entries(places)) {
    const seen = secrets.filter((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)));
    expect({ place, seen }).toStrictEqual({ place, seen: [] });
  }
}

/** Runs an action as the runner does. Every run is searched for secrets, and has to set all its outputs. */
export async function run(
  verb: Verb,
  portal: Portal,
  inputs: Readonly<Record<string, string>>,
  { key = 'owner', revealed = [], broken, left = () => ({}), ...more }: Running = {},
): Promise<Ran> {
  const given = withDefaults(verb, { 'portal-url': portal.url, 'api-key': portal.key(key), ...inputs });
  const outcome = await start({ entry: verb === 'set' ? 'index.js' : `${verb}.js`, inputs: given, ...more });
  expectQuiet(outcome, secretsOf(portal, given, revealed), left());
  if (more.kill === undefined && broken === undefined) {
    expect(Object.keys(outcome.outputs).sort()).toStrictEqual(Object.keys(actionYml(verb).outputs).sort());
    expect(outcome.exitCode === 0).toBe(!/^::error/mu.test(outcome.stdout));
    expect(outcome.exitCode).toBeLessThanOrEqual(1);
    expect(outcome.summary === '').toBe(given['summary']?.trim().toLowerCase() === 'false');
  }
  return { ...outcome, ...readLog(outcome.stdout) };
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
