import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, lstat, mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Failure, failure } from '../links/problem.ts';
import { quoted } from '../links/text.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a folder of its path is a file',
  EEXIST: 'a folder of its path is a file',
  EACCES: 'the step has no right to write there',
  EPERM: 'the step has no right to write there',
  EROFS: 'the step has no right to write there',
  ENOSPC: 'there is no space left',
  ENXIO: 'it is a pipe or a device that nobody reads',
  ENAMETOOLONG: 'its name is too long',
};

/** Why a file cannot be written, as a clause, from what Node has thrown. */
export function writeProblem(error: unknown): string {
  const code = String((error as { readonly code?: unknown }).code);
  return reasons[code] ?? code;
}

/**
 * Writes a report as a whole: a step that is killed leaves the former file or the new one. The path is taken from the
 * workspace (GITHUB_WORKSPACE, else the working directory); folders that are missing are made. Throws `input` if the
 * place is not inside of the workspace or of RUNNER_TEMP once links are followed (those of a pull request may lead
 * anywhere), if something else than a file is there, and if it cannot be written.
 */
export async function writeWorkspaceFile(
  path: string,
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  await named(path, async () => {
    await writeWhole(await safePlace(path, env), text);
  });
}

/**
 * Where `writeWorkspaceFile` would write, without links in the path. Throws what that would, as far as it is known before
 * there is anything to write: a place that is not allowed, and a folder in which this step has no right to write. Leaves
 * nothing behind.
 */
export async function checkWorkspaceFile(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  return named(path, async () => {
    const place = await safePlace(path, env);
    const folder = await firstThere(dirname(place));
    // Whether the name can be one, and the folder is a folder.
    await lstat(join(folder, basename(place))).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
    await access(folder, constants.W_OK | constants.X_OK);
    return place;
  });
}

/** The path, or the nearest folder above it that is there. */
async function firstThere(path: string): Promise<string> {
  const parent = dirname(path);
  const isThere = await lstat(path).then(
    () => true,
    (error: unknown) => codeOf(error) !== 'ENOENT',
  );
  return isThere || parent === path ? path : firstThere(parent);
}

/** Does some work with a report; what the machine refuses becomes a problem of its path. */
async function named<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw refusal(path, `cannot be written: ${writeProblem(error)}.`, 'Give another path in `reports`.');
  }
}

function codeOf(error: unknown): string {
  return String((error as { readonly code?: unknown }).code);
}

/** Where the file is to be, without links in its path. */
async function safePlace(path: string, env: Readonly<Record<string, string | undefined>>): Promise<string> {
  const workspace = resolve(env['GITHUB_WORKSPACE'] ?? '');
  const temporary = env['RUNNER_TEMP'] ?? '';
  const roots = temporary === '' ? [workspace] : [workspace, resolve(temporary)];
  const asGiven = resolve(workspace, path);
  const folder = await followed(dirname(asGiven));
  if (folder === null) throw refusal(path, 'has a link in its path that leads nowhere.', aboutLinks);
  const realRoots = await Promise.all(roots.map(followed));
  if (!realRoots.some((root) => root !== null && isInside(root, folder))) {
    throw roots.some((root) => isInside(root, asGiven))
      ? refusal(path, 'has a link in its path that leads out of the workspace.', aboutLinks)
      : refusal(path, 'is outside of the workspace.', aboutPlaces);
  }
  const place = join(folder, basename(asGiven));
  const there = await lstat(place).catch(() => null);
  if (there?.isSymbolicLink() === true) throw refusal(path, 'is a link.', aboutLinks);
  if (there?.isDirectory() === true) throw refusal(path, 'is a folder.', aboutPlaces);
  if (there?.isFile() === false) throw refusal(path, 'is there already, and is no file.', aboutPlaces);
  return place;
}

const aboutLinks =
  'Reports are not written through links, which may lead anywhere. Remove the link, or give another path in `reports`.';
const aboutPlaces =
  'Give in `reports` the path of a file inside of the workspace, like `docspace-audit.json`, or inside of RUNNER_TEMP.';

function refusal(path: string, why: string, hint: string): Failure {
  return failure('input', `The report ${quoted(path)} ${why}`, hint);
}

/** The path with all its links followed, as far as it exists; null if one of them leads nowhere. */
async function followed(path: string): Promise<string | null> {
  const real = await realpath(path).catch(() => null);
  const parent = dirname(path);
  if (real !== null || parent === path) return real;
  const isLink = await lstat(path).then(
    () => true,
    () => false,
  );
  const before = isLink ? null : await followed(parent);
  return before === null ? null : join(before, basename(path));
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Beside the file first, so that to rename it is one act. */
async function writeWhole(place: string, text: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  const draft = join(dirname(place), `.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
