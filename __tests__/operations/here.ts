import { createHash, randomBytes } from 'node:crypto';
import type { Portal } from '../../simulator/index.ts';
import { connect } from '../../src/docspace/client.ts';
import type { Verb } from '../../src/inputs/table.ts';
import { run } from '../../src/run.ts';
import type { Runner } from '../../src/runner/runner.ts';
import type { World } from '../../src/world.ts';

/** What an action has left, run in this process. */
export interface Left {
  readonly green: boolean;
  readonly lines: readonly string[];
  readonly debug: readonly string[];
  readonly errors: readonly (readonly [title: string, text: string])[];
  readonly warnings: readonly string[];
  readonly masks: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** What may be otherwise than it mostly is. */
export interface Elsewhere {
  readonly env?: Readonly<Record<string, string>>;
  readonly runner?: Partial<Runner>;
  readonly world?: Partial<World>;
}

/** Runs an action in this process, with the real client and a runner that keeps what it is told. */
export async function runHere(
  verb: Verb,
  inputs: Readonly<Record<string, string>>,
  { env = {}, runner: ports = {}, world = {} }: Elsewhere = {},
): Promise<Left> {
  const lines: string[] = [];
  const debug: string[] = [];
  const errors: [string, string][] = [];
  const warnings: string[] = [];
  const masks: string[] = [];
  const outputs: Record<string, string> = {};
  const written = { summary: '' };
  const runner: Runner = {
    line: (text) => lines.push(text),
    debug: (text) => debug.push(text),
    warning: (title, message) => warnings.push(`${title}: ${message}`),
    error: (title, message) => errors.push([title, message]),
    mask: (secret) => masks.push(secret.reveal()),
    input: (name) => inputs[name] ?? '',
    env: { GITHUB_REPOSITORY: 'octo/contracts', GITHUB_REPOSITORY_ID: '4242', ...env },
    output: (name, value) => {
      outputs[name] = value;
    },
    saveState: () => undefined,
    state: () => '',
    summary: (markdown) => {
      written.summary += markdown;
      return Promise.resolve();
    },
    readFile: () => Promise.reject(new Error('no such file')),
    ...ports,
  };
  const green = await run(verb, {
    runner,
    connect: (options) => connect({ ...options, sleep: () => Promise.resolve() }),
    trustCertificate: () => undefined,
    now: () => new Date(),
    sleep: () => Promise.resolve(),
    hash: (text) => createHash('sha256').update(text).digest(),
    random: (length) => randomBytes(length),
    ...world,
  });
  return { green, lines, debug, errors, warnings, masks, outputs, summary: written.summary };
}

/** The inputs that name portal, key and room. */
export function at(
  portal: Portal,
  room: { readonly id: number | string },
  key = 'owner',
): Readonly<Record<string, string>> {
  return { 'portal-url': portal.url, 'api-key': portal.key(key), 'room-id': String(room.id) };
}
