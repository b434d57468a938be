/**
 * Runs every test file that has properties with many seeds, one after the other: `npm run test:seeds -- 1 200`, with
 * the first and the last seed, and perhaps a part of the files' paths. A red seed is named with the command that
 * repeats it. Exits 1 if there is one.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const [first = '1', last = '200', part = ''] = process.argv.slice(2);

const files = readdirSync(join(root, '__tests__'), { recursive: true, encoding: 'utf8' })
  .map((file) => join('__tests__', file))
  .filter((file) => file.endsWith('.test.ts') && file.includes(part))
  .filter((file) => readFileSync(join(root, file), 'utf8').includes("from 'fast-check'"))
  .sort();

const red: string[] = [];
for (let seed = Number(first); seed <= Number(last); seed += 1) {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const { status, stderr } = spawnSync(process.execPath, [...jest, '-w', '1', ...files], {
    cwd: root,
    env: { ...process.env, SEED: String(seed) },
    encoding: 'utf8',
  });
  console.log(`seed ${seed}: ${status === 0 ? 'green' : 'red'}`);
  if (status === 0) continue;
  console.log(stderr);
  const failed = [...stderr.matchAll(/^FAIL (\S+)/gmu)].map(([, file = '']) => file);
  red.push(`SEED=${seed} npm test -- ${[...new Set(failed)].join(' ')}`);
}
console.log(red.length === 0 ? 'No seed is red.' : ['Red:', ...red].join('\n  '));
if (red.length > 0) process.exitCode = 1;
