import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Outcome, Step } from '../../scripts/action-process.ts';
import type { Verb } from '../../src/actions/table.ts';
import type { World } from '../../src/context.ts';
import { connect } from '../../src/docspace/client.ts';
import { sleep } from '../../src/http/wait.ts';
import { escapeForLog } from '../../src/links/text.ts';
import { afterJob, run } from '../../src/run.ts';
import { readGivenFile } from '../../src/runner/given-file.ts';
import type { Runner } from '../../src/runner/runner.ts';
import { checkWorkspaceFile, writeWorkspaceFile } from '../../src/runner/workspace-file.ts';

/** What may be otherwise than in a real step. */
export interface Otherwise {
  readonly runner?: Partial<Runner>;
  readonly world?: Partial<World>;
}

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedTitle = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Runs a step in this process: all of it, but for the toolkit, the bundle and the exit of a process. */
export async function runHere(step: Step, { runner: ports = {}, world: more = {} }: Otherwise = {}): Promise<Outcome> {
  const outputs: Record<string, string> = {};
  const state: Record<string, string> = {};
  const written = { stdout: '', summary: '' };
  const print = (line: string): void => {
    written.stdout += `${line}\n`;
  };
  const annotate = (kind: string, message: string, properties: Readonly<Record<string, unknown>>): void => {
    const given = Object.entries(properties).filter(([, value]) => value !== undefined);
    const reported = given.map(([name, value]) => `${name}=${escapedTitle(escapeForLog(String(value)))}`).join(',');
    print(`::${kind} ${reported}::${escaped(message.split('\n').map(escapeForLog).join('\n'))}`);
  };
  const runner: Runner = {
    line: (text) => {
      print(escapeForLog(text));
    },
    debug: (text) => {
      print(`::debug::${escaped(escapeForLog(text))}`);
    },
    warning: (title, message) => {
      annotate('warning', message, { title });
    },
    notice: (title, message) => {
      annotate('notice', message, { title });
    },
    error: (title, message, place) => {
      annotate('error', message, { title, file: place?.path, line: place?.line, col: place?.column });
    },
    mask: (secret) => {
      print(`::add-mask::${escaped(secret.reveal())}`);
    },
    input: (name) => step.inputs[name] ?? '',
    env: { GITHUB_REPOSITORY: 'octo/contracts', GITHUB_REPOSITORY_ID: '4242', ...step.env },
    output: (name, value) => {
      outputs[name] = value;
    },
    saveState: (name, value) => {
      state[name] = value;
    },
    state: (name) => step.state?.[name] ?? '',
    summary: (markdown) => {
      written.summary += markdown;
    },
    readFile: (path) => readFile(resolve(step.cwd ?? '', path), 'utf8'),
    readGivenFile: (path, largest) => readGivenFile(resolve(step.cwd ?? '', path), largest),
    checkReport: (path) => checkWorkspaceFile(path, { GITHUB_WORKSPACE: step.cwd, ...step.env }),
    writeFile: (path, text) => writeWorkspaceFile(path, text, { GITHUB_WORKSPACE: step.cwd, ...step.env }),
    ...ports,
  };
  const world: World = {
    runner,
    connect,
    trustCertificate: () => undefined,
    now: () => new Date(),
    sleep,
    hash: (text) => createHash('sha256').update(text).digest(),
    random: (length) => randomBytes(length),
    ...more,
  };
  const entry = basename(step.entry, '.js');
  const green =
    entry === 'after-job'
      ? await afterJob(world).then(() => true)
      : await run(entry === 'index' ? 'set' : (entry as Verb), world);
  return { exitCode: green ? 0 : 1, stderr: '', outputs, state, ...written };
}
