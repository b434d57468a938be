/**
 * Makes `dist/`, and all that is generated from tables, from the sources: `npm run build`. With `--if-needed` only if
 * `dist/` is not known to be what these sources give: `npm test` does so first, as many of its tests run the bundle.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isUpToDate, noted } from './build/built.ts';

const root = join(import.meta.dirname, '..');

/** Runs a program of Node, and ends the build as it ended if it failed. */
function node(script: string, args: readonly string[] = [], cwd = root): void {
  const { status, error } = spawnSync(process.execPath, [join(root, script), ...args], { cwd, stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function build(): void {
  // Some of it is compiled afterwards.
  node('scripts/generate.ts');
  node('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.lib.json']);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  // It runs in bundle/, where it looks for the tsconfig.json that says what is replaced in the bundle.
  const ncc = 'node_modules/@vercel/ncc/dist/ncc/cli.js';
  node(ncc, ['build', '../lib/src/index.js', '--out', '../dist', '--quiet'], join(root, 'bundle'));
  node('scripts/finish-dist.ts');
}

if (process.argv.includes('--if-needed')) {
  if (isUpToDate(root)) process.exit();
  console.log('dist/ is not what these sources give: building it.');
}
await noted(root, build);
