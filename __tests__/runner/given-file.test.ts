import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readGivenFile, type GivenFile } from '../../src/runner/given-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'given-'));
});
afterEach(() => rm(folder, { recursive: true }));

const read = (name: string, largest = 100): Promise<GivenFile> => readGivenFile(join(folder, name), largest);
const unusable = (why: string): GivenFile => ({ kind: 'unusable', why });

test('a file is read, also by way of a link, up to its largest size', async () => {
  await writeFile(join(folder, 'a'), Buffer.alloc(100, 7));
  await symlink('a', join(folder, 'link'));
  for (const name of ['a', 'link']) {
    expect(await read(name)).toEqual({ kind: 'bytes', bytes: Buffer.alloc(100, 7) });
  }
  await writeFile(join(folder, 'empty'), '');
  expect(await read('empty')).toEqual({ kind: 'bytes', bytes: Buffer.alloc(0) });
  await writeFile(join(folder, 'large'), Buffer.alloc(3 * 1024 * 1024 + 1, 1));
  const large = await read('large', 4 * 1024 * 1024);
  // Compared as a whole: three million numbers one by one take the test half a minute.
  expect(large.kind === 'bytes' && Buffer.alloc(3 * 1024 * 1024 + 1, 1).equals(large.bytes)).toBe(true);
  expect(await read('large', 3 * 1024 * 1024)).toEqual(
    unusable('is too large: 3145729 bytes; at most 3145728 bytes (3 MiB) are read.'),
  );
});

test('what is not there is missing, and a link to nothing is not', async () => {
  await symlink('nowhere', join(folder, 'link'));
  await symlink('circle', join(folder, 'circle'));
  await writeFile(join(folder, 'a'), '');
  expect(await read('nothing')).toEqual({ kind: 'missing' });
  expect(await read('no/folder')).toEqual({ kind: 'missing' });
  expect(await read('link')).toEqual(unusable('is a symbolic link that leads nowhere.'));
  expect(await read('circle')).toEqual(unusable('is a symbolic link that leads to itself.'));
  expect(await read('a/b')).toEqual(unusable('is not there: a folder of its path is a file.'));
  expect(await read('x'.repeat(300))).toEqual(unusable('cannot be read: its name is too long.'));
  expect(await read('a\0')).toEqual(unusable('cannot be read (ERR_INVALID_ARG_VALUE).'));
});

test('folders, pipes, sockets and devices are not read, nor what the system makes up [promise file-hostile]', async () => {
  await mkdir(join(folder, 'folder'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  const links = { zero: '/dev/zero', random: '/dev/urandom', environ: '/proc/self/environ' };
  for (const [name, target] of Object.entries({ ...links, through: 'pipe' })) await symlink(target, join(folder, name));
  const server = createServer().listen(join(folder, 'socket'));
  await new Promise((resolve) => server.once('listening', resolve));
  expect(await read('folder')).toEqual(unusable('is a folder.'));
  for (const name of ['pipe', 'through']) expect(await read(name)).toEqual(unusable('is a pipe, not a regular file.'));
  expect(await read('socket')).toEqual(unusable('is a socket, not a regular file.'));
  for (const name of ['zero', 'random']) {
    expect(await read(name)).toEqual(unusable('is a device, not a regular file.'));
  }
  expect(await read('environ')).toMatchObject({ why: expect.stringContaining('made up by the operating system') });
  await new Promise((resolve) => server.close(resolve));
});
