import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { wrongWith, type Expected } from '../../scripts/demo-check.ts';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const root = join(import.meta.dirname, '..', '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Runs a script as npm does. */
function script(name: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const [program, ...args] = scripts[name]?.split(' ') ?? [];
  expect(program).toBe('node');
  return new Promise((resolve) => {
    const options = { cwd: root, env: { PATH: process.env['PATH'], ...env } };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

test('the demo ends as it should', async () => {
  const { code, stdout, stderr } = await script('demo');
  expect([code, stderr]).toStrictEqual([0, '']);
  expect(stdout).toContain('The demo went as it should.');
  expect(stdout).not.toContain('Error in this action');
});

const named = ['demo', 'portal', 'init', 'generate', 'build'];
test.each(named)('%s on a version of Node that does not fit: one plain line', async (name) => {
  const old = `const versions = { ...process.versions, node: '20.20.2' }; Object.defineProperty(process, 'versions', { value: versions });`;
  // It cannot read TypeScript, too.
  const options = `--no-strip-types --import=data:text/javascript,${encodeURIComponent(old)}`;
  const ended = await script(name, { NODE_OPTIONS: options });
  expect(ended).toStrictEqual({
    code: 1,
    stdout: '',
    stderr: 'Node 24 or later is needed, as the action itself runs on it; this is Node 20.20.2.\n',
  });
});

describe('a step of the demo that did not end as it should', () => {
  const green = { exitCode: 0, stdout: '✓ created\n', stderr: '', outputs: { result: 'created' } };
  const invalid = '::error title=Input not usable::`access`: "x" is not a role.%0ACorrect the input.\n';
  const internal =
    '::error title=Error in this action::TypeError%3A Map.groupBy is not a function%0APlease report it.\n';
  const red: Expected = { errors: ['Input not usable'], red: true };

  test.each<{
    readonly name: string;
    readonly ended: Partial<typeof green>;
    readonly expected: Expected;
    readonly wrong: readonly string[];
  }>([
    { name: 'is none', ended: {}, expected: { results: ['created', 'updated'] }, wrong: [] },
    { name: 'is none that has no result', ended: { outputs: { result: '' } }, expected: {}, wrong: [] },
    { name: 'is none that should fail so', ended: { exitCode: 1, stdout: invalid }, expected: red, wrong: [] },
    {
      name: 'failed otherwise',
      ended: { exitCode: 1, stdout: internal },
      expected: red,
      wrong: ['failed with "Error in this action: TypeError: Map.groupBy is not a function"'],
    },
    {
      name: 'failed besides',
      ended: { exitCode: 1, stdout: `${invalid}${internal}` },
      expected: red,
      wrong: ['failed with "Error in this action: TypeError: Map.groupBy is not a function"'],
    },
    { name: 'did not fail', ended: {}, expected: red, wrong: ['should have failed'] },
    {
      name: 'died',
      ended: { exitCode: null as unknown as number },
      expected: {},
      wrong: ['ended with exit code null'],
    },
    { name: 'is red without a word', ended: { exitCode: 1 }, expected: {}, wrong: ['ended with exit code 1'] },
    {
      name: 'has another result',
      ended: {},
      expected: { results: ['unchanged'] },
      wrong: ['`result` is "created" instead of "unchanged"'],
    },
    {
      name: 'made Node complain',
      ended: { stderr: '(node:1) Warning: x\nmore\n' },
      expected: {},
      wrong: ['wrote to the error output: (node:1) Warning: x'],
    },
  ])('$name', ({ ended, expected, wrong }) => {
    expect(wrongWith({ ...green, ...ended }, expected)).toStrictEqual(wrong);
  });
});
