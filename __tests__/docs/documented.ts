import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { applyAction } from '../../src/actions/apply/spec.ts';
import { auditAction } from '../../src/actions/audit/spec.ts';
import { listAction } from '../../src/actions/list/spec.ts';
import { revokeAction } from '../../src/actions/revoke/spec.ts';
import { setAction } from '../../src/actions/set/spec.ts';
import type { ActionSpec } from '../../src/actions/spec.ts';

export const root = join(import.meta.dirname, '..', '..');

/** Every action that users can name, whether it can be run yet or not. */
export const specs: Readonly<Record<string, ActionSpec>> = {
  set: setAction,
  list: listAction,
  revoke: revokeAction,
  audit: auditAction,
  apply: applyAction,
};

/** A step of a workflow, as far as it is looked at here. */
export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

/** A job of a workflow. */
export interface Job {
  readonly steps: readonly Step[];
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
}

/** A workflow. */
export interface Workflow {
  readonly name: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** A block of YAML in a Markdown file, and what it is. */
export interface Documented {
  /** `docs/recipes/release.md, block 1`. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly kind: 'workflow' | 'steps' | 'file' | 'unknown';
  /** Steps alone are those of a workflow that has nothing else. */
  readonly workflow: Workflow;
}

/** The Markdown files for users, from the root of the repository. */
export const markdownFiles: readonly string[] = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file))
    .toSorted(),
];

/** A file of the repository. */
export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** All blocks of YAML in a Markdown file. */
export function yamlOf(file: string): readonly Documented[] {
  return Array.from(read(file).matchAll(/^```ya?ml\n([^]*?)^```$/gmu), ([, text = ''], index) => {
    const content: unknown = parse(text);
    const steps = Array.isArray(content) ? (content as readonly Step[]) : null;
    const facts = content as Partial<Workflow & { readonly version: unknown }>;
    const kind = steps !== null ? 'steps' : 'jobs' in facts ? 'workflow' : 'version' in facts ? 'file' : 'unknown';
    return {
      name: `${file}, block ${index + 1}`,
      file,
      text: steps === null ? text : stepsAlone(text),
      kind,
      workflow: steps === null ? (content as Workflow) : { name: file, jobs: { job: { steps } } },
    };
  });
}

function stepsAlone(text: string): string {
  const head = ['on: push', 'jobs:', '  job:', '    runs-on: ubuntu-latest', '    steps:'];
  return [...head, ...text.split('\n').map((line) => `      ${line}`)].join('\n');
}

/** Everything that is a workflow, or a part of one. */
export const workflows: readonly Documented[] = markdownFiles
  .flatMap(yamlOf)
  .filter(({ kind }) => kind === 'workflow' || kind === 'steps');

/** The verb of a step that uses one of our actions; null for any other step. */
export function verbOf(step: Step): string | null {
  const [, , verb = 'set'] = /^OWNER\/docspace-room-links(\/([a-z-]+))?@v1$/u.exec(step.uses ?? '') ?? [null, null, ''];
  return verb === '' ? null : verb;
}

/** All steps of a workflow. */
export function stepsOf({ jobs }: Workflow): readonly Step[] {
  return Object.values(jobs).flatMap(({ steps }) => steps);
}
