/**
 * Measures what the project promises of its speed: `npm run benchmark`, or single parts: `npm run benchmark --
 * scan-distant`. `--full` measures everything as large as the promise says. Exit code 1 if a bound does not hold.
 */
import { parseArgs } from 'node:util';
import type { Part } from './benchmark/part.ts';
import { scanParts } from './benchmark/scan.ts';

const parts: readonly Part[] = [...scanParts];

const { values, positionals } = parseArgs({ options: { full: { type: 'boolean' } }, allowPositionals: true });
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. Parts: ${parts.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

for (const part of parts) {
  if (positionals.length > 0 && !positionals.includes(part.name)) continue;
  console.log(`\n${part.name}: ${part.about}`);
  for (const { name, value, bound, holds } of await part.run(values.full === true)) {
    const verdict = bound === undefined ? '' : ` ${holds === true ? 'PASS' : 'FAIL'} (${bound})`;
    console.log(`  ${name.padEnd(54)} ${value.padEnd(44)}${verdict}`.trimEnd());
    if (bound !== undefined && holds !== true) process.exitCode = 1;
  }
}
