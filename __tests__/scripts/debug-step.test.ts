import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const script = join(import.meta.dirname, '..', '..', 'scripts', 'debug-step.ts');

/** What a developer sees who starts it without a runner, and its exit code. */
function debugStep(...args: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  const env = { PATH: process.env['PATH'] ?? '' };
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    encoding: 'utf8',
    env,
  });
}

describe('scripts/debug-step.ts', () => {
  test('runs a set from the sources, with the debug lines, and ends as a step does', () => {
    const { status, stdout } = debugStep('set', 'key=demo', 'access=editor');
    expect(stdout).toMatch(/^::debug::PUT \/api\/2\.0\/files\/rooms\/\d+\/links: 200/mu);
    expect(stdout).toMatch(/^ {2}result: created$/mu);
    expect(stdout).toMatch(/"title":"octo\/contracts: demo","access":"editor"/u);
    expect(status).toBe(0);
  });

  test('hands over what an input says, all of it, and leaves a red step red', () => {
    const { status, stdout } = debugStep('list', 'room-title=a=b');
    expect(stdout).toMatch(/^::error .*a=b/mu);
    expect(status).toBe(1);
  });
});
