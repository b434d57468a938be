import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Failure } from '../../src/links/problem.ts';
import { checkWorkspaceFile, writeWorkspaceFile } from '../../src/runner/workspace-file.ts';

let base: string;
let workspace: string;
let temporary: string;
let elsewhere: string;

beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'files-')));
  [workspace, temporary, elsewhere] = [join(base, 'work'), join(base, 'temp'), join(base, 'home')];
  await Promise.all([workspace, temporary, elsewhere].map((folder) => mkdir(folder)));
});
afterEach(() => rm(base, { recursive: true }));

const write = (path: string, text = 'text'): Promise<void> =>
  writeWorkspaceFile(path, text, { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temporary });
const check = (path: string): Promise<string> =>
  checkWorkspaceFile(path, { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temporary });
const written = (...parts: readonly string[]): Promise<string> => readFile(join(base, ...parts), 'utf8');
/** All files, folders and links, by their paths. */
const everything = async (): Promise<readonly string[]> => (await readdir(base, { recursive: true })).toSorted();

/** What a user is told; '' if the file was written. */
async function reported(writing: Promise<unknown>): Promise<string> {
  try {
    await writing;
    return '';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.problems).toMatchObject([{ code: 'input', hint: expect.stringMatching(/ `reports`|^Give in /u) }]);
    return error.message;
  }
}

describe('a report is written', () => {
  test.each([
    ['audit.json', 'work/audit.json'],
    ['./a/b/c/audit.json', 'work/a/b/c/audit.json'],
    ['a/../audit.json', 'work/audit.json'],
    ['..audit.json', 'work/..audit.json'],
    ['../temp/audit.json', 'temp/audit.json'],
    ['../work/audit.json', 'work/audit.json'],
    ['a b ü/audit.json', 'work/a b ü/audit.json'],
  ])('%j as %s', async (path, place) => {
    await check(path);
    expect(await everything()).toEqual(['home', 'temp', 'work']);
    await write(path, 'Text: ü\n');
    expect(await written(place)).toBe('Text: ü\n');
  });

  test('by an absolute path, in the workspace or in RUNNER_TEMP', async () => {
    await write(join(workspace, 'out', 'one.json'));
    await write(join(temporary, 'out', 'two.json'));
    expect([await written('work/out/one.json'), await written('temp/out/two.json')]).toEqual(['text', 'text']);
  });

  test('over an earlier one, of which nothing stays, and nothing else is left', async () => {
    await write('audit.json', 'a long former text');
    await write('audit.json', 'new');
    expect(await written('work/audit.json')).toBe('new');
    expect(await everything()).toEqual(['home', 'temp', 'work', 'work/audit.json']);
  });

  test('so that whoever reads meanwhile finds the former or the new one, whole', async () => {
    const [former, later] = ['a'.repeat(8_000_000), 'b'.repeat(8_000_000)];
    await write('audit.json', former);
    const seen = new Set<string>();
    const state = { done: false };
    const writing = write('audit.json', later).finally(() => (state.done = true));
    while (!state.done) seen.add(await written('work/audit.json'));
    await writing;
    expect((await written('work/audit.json')) === later).toBe(true);
    expect([...seen].filter((text) => text !== former && text !== later).map(({ length }) => length)).toEqual([]);
  });

  test('in a folder that a link within the workspace leads to', async () => {
    await mkdir(join(workspace, 'docs'));
    await symlink('docs', join(workspace, 'out'));
    await write('out/new/audit.json');
    expect(await written('work/docs/new/audit.json')).toBe('text');
  });

  test('where the workspace itself is behind a link, and does not exist yet', async () => {
    await symlink(elsewhere, join(base, 'link'));
    const env = { GITHUB_WORKSPACE: join(base, 'link', 'not', 'yet') };
    await writeWorkspaceFile('audit.json', 'one', env);
    await writeWorkspaceFile(join(elsewhere, 'not', 'yet', 'other.json'), 'two', env);
    expect([await written('home/not/yet/audit.json'), await written('home/not/yet/other.json')]).toEqual([
      'one',
      'two',
    ]);
  });

  test('in the working directory, if there is no workspace', async () => {
    const before = process.cwd();
    process.chdir(elsewhere);
    try {
      await writeWorkspaceFile('audit.json', 'text', { GITHUB_WORKSPACE: '', RUNNER_TEMP: '' });
      expect(await reported(writeWorkspaceFile('../work/audit.json', 'text', {}))).toContain(
        'outside of the workspace',
      );
    } finally {
      process.chdir(before);
    }
    expect(await everything()).toEqual(['home', 'home/audit.json', 'temp', 'work']);
  });
});

describe('a report is refused, and nothing is written,', () => {
  const refused = async (path: string): Promise<string> => {
    const before = await everything();
    const message = await reported(write(path));
    // It is known before there is anything to write.
    expect(await reported(check(path))).toBe(message);
    expect(await everything()).toEqual(before);
    return message;
  };

  test.each(['../audit.json', 'a/../../audit.json', '../home/new/audit.json', '../work2/audit.json', '/audit.json'])(
    'outside: %s',
    async (path) => {
      expect(await refused(path)).toBe(`The report "${path}" is outside of the workspace.`);
    },
  );

  test('in a folder above the workspace, or beside it with the same beginning', async () => {
    expect(await refused(join(base, 'audit.json'))).toContain('is outside of the workspace.');
    expect(await refused(`${workspace}-other/audit.json`)).toContain('is outside of the workspace.');
  });

  test.each(['out/audit.json', 'out/new/audit.json', 'a/b/out/new/audit.json'])(
    'behind a link that leads out: %s',
    async (path) => {
      await mkdir(join(workspace, 'a', 'b'), { recursive: true });
      await symlink(elsewhere, join(workspace, 'out'));
      await symlink('../../../home', join(workspace, 'a', 'b', 'out'));
      expect(await refused(path)).toBe(`The report "${path}" has a link in its path that leads out of the workspace.`);
    },
  );

  test('behind a link that leads out by way of another', async () => {
    await symlink('second', join(workspace, 'first'));
    await symlink('../home', join(workspace, 'second'));
    expect(await refused('first/audit.json')).toContain('leads out of the workspace.');
  });

  test.each([
    ['nowhere', 'missing'],
    ['outside and to nothing', '../home/missing'],
    ['in a circle', 'out'],
  ])('behind a link that leads %s', async (_, target) => {
    await symlink(target, join(workspace, 'out'));
    expect(await refused('out/audit.json')).toContain('has a link in its path that leads nowhere.');
    expect(await refused('out/new/audit.json')).toContain('has a link in its path that leads nowhere.');
  });

  test.each([
    ['to a file of the workspace', 'README.md'],
    ['to a file elsewhere', '../home/.bashrc'],
    ['to a folder', '../home'],
    ['to nothing', '../home/new'],
    ['to itself', 'audit.json'],
  ])('where a link %s is', async (_, target) => {
    await Promise.all(
      [join(workspace, 'README.md'), join(elsewhere, '.bashrc')].map((file) => writeFile(file, 'kept')),
    );
    await symlink(target, join(workspace, 'audit.json'));
    expect(await refused('audit.json')).toBe('The report "audit.json" is a link.');
    expect([await written('work/README.md'), await written('home/.bashrc')]).toEqual(['kept', 'kept']);
  });

  test('where a folder is, or something else', async () => {
    await mkdir(join(workspace, 'folder.json'));
    expect(await refused('folder.json')).toBe('The report "folder.json" is a folder.');
    const server = createServer().listen(join(workspace, 'socket.json'));
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await refused('socket.json')).toBe('The report "socket.json" is there already, and is no file.');
    await new Promise((resolve) => server.close(resolve));
  });

  test('where a folder of its path is a file', async () => {
    await writeFile(join(workspace, 'file'), 'kept');
    for (const path of ['file/audit.json', 'file/new/audit.json']) {
      expect(await refused(path)).toBe(`The report "${path}" cannot be written: a folder of its path is a file.`);
    }
  });

  test('with a name that is too long, or whatever else the machine refuses', async () => {
    expect(await refused(`${'x'.repeat(300)}.json`)).toContain('cannot be written: its name is too long.');
    expect(await refused('a\0.json')).toContain('cannot be written: ERR_INVALID_ARG_VALUE.');
  });
});
