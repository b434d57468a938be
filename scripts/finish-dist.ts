/**
 * Completes `dist/` after ncc: an entry of a line for each verb, and the licences of what is bundled, read from the
 * lock file (ncc's own `--license` misses most packages once the bundle is split).
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Entries besides index.js, which is `set`: each names its verb and loads the one bundle. */
const entries = ['list', 'after-job'];

for (const verb of entries) {
  writeFileSync(join('dist', `${verb}.js`), `process.argv[2] = '${verb}';\nawait import('./index.js');\n`);
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
