import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Secret } from '../../src/links/secret.ts';
import { actionsRunner } from '../../src/runner/actions.ts';

const runner = actionsRunner();
const before = { ...process.env };
let folder: string;
let printed: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runner-'));
  for (const name of ['OUTPUT', 'STATE', 'STEP_SUMMARY']) {
    const path = join(folder, name);
    await writeFile(path, '');
    process.env[`GITHUB_${name}`] = path;
  }
  printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

afterEach(async () => {
  jest.restoreAllMocks();
  for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
  await rm(folder, { recursive: true });
});

describe('the runner', () => {
  test('is told lines and annotations, made harmless, those of several lines as such', () => {
    runner.line('  indented ##[error]\n::error::x');
    runner.debug('::warning::x');
    runner.warning('Title: a, b', '::one\ntwo');
    runner.error('Title: a, b', 'one ##[x]\ntwo 100%');
    runner.error('Title', 'one', { path: '.github/docspace-links.yml', line: 3 });
    runner.error('Title', 'one', { path: '.github/docspace-links.yml', line: 3, column: 7 });
    expect(printed.split('\n')).toStrictEqual([
      '  indented # #[error] ::error::x',
      '::debug::: :warning::x',
      '::warning title=Title%3A a%2C b::: :one two',
      '::error title=Title%3A a%2C b::one # #[x]%0Atwo 100%25',
      '::error title=Title,file=.github/docspace-links.yml,line=3::one',
      '::error title=Title,file=.github/docspace-links.yml,line=3,col=7::one',
      '',
    ]);
  });

  test('masks a secret as a whole and line by line, and nothing blank', () => {
    runner.mask(new Secret('first\n\nsecond'));
    runner.mask(new Secret('  '));
    expect(printed).toBe('::add-mask::first%0A%0Asecond\n::add-mask::first\n::add-mask::second\n');
  });

  test('gives inputs as they were written, and the environment', () => {
    process.env['INPUT_ROOM-ID'] = ' 201 \n';
    expect(runner.input('room-id')).toBe(' 201 \n');
    expect(runner.input('nothing')).toBe('');
    expect(runner.env['INPUT_ROOM-ID']).toBe(' 201 \n');
  });

  test('keeps outputs, state and summary in its files', async () => {
    runner.output('links', '[\n]');
    runner.saveState('made-links', '[]');
    runner.summary('| a |\n');
    process.env['STATE_made-links'] = '[1]';
    expect(runner.state('made-links')).toBe('[1]');
    const texts = await Promise.all(
      ['OUTPUT', 'STATE', 'STEP_SUMMARY'].map((name) => readFile(join(folder, name), 'utf8')),
    );
    expect(texts[0]).toMatch(/^links<<(ghadelimiter_\S+)\n\[\n\]\n\1\n$/u);
    expect(texts[1]).toMatch(/^made-links<<(ghadelimiter_\S+)\n\[\]\n\1\n$/u);
    expect(texts[2]).toBe('| a |\n\n');
  });

  test('reads files', async () => {
    const path = join(folder, 'ca.pem');
    await writeFile(path, 'text');
    await expect(runner.readFile(path)).resolves.toBe('text');
    await expect(runner.readFile(join(folder, 'gone'))).rejects.toThrow('cannot be read');
  });

  test('writes files into the workspace of its environment, and nowhere else', async () => {
    process.env['GITHUB_WORKSPACE'] = join(folder, 'work');
    await runner.writeFile('out/audit.md', 'text');
    await expect(readFile(join(folder, 'work', 'out', 'audit.md'), 'utf8')).resolves.toBe('text');
    await expect(runner.writeFile('../audit.md', 'text')).rejects.toThrow('is outside of the workspace');
  });
});
