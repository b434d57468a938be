import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What `dist/` is made from: the sources, what they are bundled with, what is installed, and how. */
const sources = [
  'src/**/*',
  'bundle/**/*',
  'scripts/build.ts',
  'scripts/finish-dist.ts',
  'package.json',
  'package-lock.json',
  'tsconfig*.json',
];

/** Where a build notes what it was made from, in a folder that Git ignores: a clone has no note, and builds. */
const note = 'lib/built-from.json';

/** Runs a build below `root`, and notes from which sources it made which files. */
export async function noted(root: string, build: () => unknown): Promise<void> {
  const path = join(root, note);
  // A build that fails in the middle leaves a bundle, and must leave no note that calls it good.
  rmSync(path, { force: true });
  // Taken before it begins: what is changed meanwhile may be in the bundle or not.
  const from = hashOf(root, sources);
  await build();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify({ sources: from, dist: hashOf(root, ['dist/**/*']) })}\n`);
}

/** Whether the files in `dist/` are those that the last build has made, and its sources are those of now. */
export function isUpToDate(root: string): boolean {
  const now = JSON.stringify({ sources: hashOf(root, sources), dist: hashOf(root, ['dist/**/*']) });
  try {
    return readFileSync(join(root, note), 'utf8').trim() === now;
  } catch {
    return false;
  }
}

/** Hash over the names and the contents of all files of these patterns below `root`. */
function hashOf(root: string, patterns: readonly string[]): string {
  const hash = createHash('sha256');
  const files = globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const content = readFileSync(file);
    // With its size, no file can look like the end of another.
    hash.update(`${file.slice(root.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
