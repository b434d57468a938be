/**
 * Completes `dist/` after ncc: an entry of a line for each verb, and the licences of what is bundled, read from the
 * lock file (ncc's own `--license` misses most packages once the bundle is split).
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ActionSpec } from '../src/actions/spec.ts';
import { actions } from '../src/actions/table.ts';

/** Entries besides index.js, which is the bundle itself and by default `set`: each names its verb and loads the bundle. */
const entries = Object.values<ActionSpec>(actions)
  .flatMap(({ main, post }) => [main, post ?? main])
  .filter((file) => file !== 'index.js');

for (const file of new Set(entries)) {
  const verb = basename(file, '.js');
  writeFileSync(join('dist', file), `process.argv[2] = '${verb}';\nawait import('./index.js');\n`);
}

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

const notices = Object.entries(lock.packages)
  .filter(([folder, { dev, optional }]) => folder !== '' && dev !== true && optional !== true)
  .map(([folder, { version, license }]) => {
    const name = folder.replace(/^.*node_modules\//, '');
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
    const text =
      file === undefined ? `(${license ?? 'no licence named'})` : readFileSync(join(folder, file), 'utf8').trim();
    return `${name} ${version ?? ''}\n${license ?? ''}\n\n${text.replace(/\r\n/g, '\n')}\n`;
  });

writeFileSync(join('dist', 'licenses.txt'), notices.join(`\n${'-'.repeat(78)}\n\n`));
