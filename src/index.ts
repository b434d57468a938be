import { createHash, randomBytes } from 'node:crypto';
import type { Verb } from './actions/table.ts';
import type { World } from './context.ts';
import { trustCertificate } from './docspace/certificate.ts';
import { connect } from './docspace/client.ts';
import { sleep } from './http/wait.ts';
import { afterJob, run } from './run.ts';
import { actionsRunner } from './runner/actions.ts';
import { spareMemory } from './runner/spare-memory.ts';

/**
 * Where the program begins, the only file with side effects at import: the exit latch, the real adapters, `run`.
 * Until the very end the exit code is 1, so that whatever ends the process in the middle leaves a red step.
 */

process.exitCode = 1;
let finished = false;
process.once('exit', () => {
  if (!finished)
    process.stdout.write('::error title=Stopped in the middle::The step ended before its work was done.\n');
});

/** The root action is `set`; the other entries name what they are (see `dist/list.js`). */
const entry = (process.argv[2] ?? 'set') as Verb | 'after-job';

// The other verbs read single rooms.
if (entry === 'audit') spareMemory();

const world: World = {
  runner: actionsRunner(),
  connect,
  trustCertificate,
  now: () => new Date(),
  sleep,
  hash: (text) => createHash('sha256').update(text).digest(),
  random: (length) => randomBytes(length),
};
const succeeded = entry === 'after-job' ? await afterJob(world).then(() => true) : await run(entry, world);
finished = true;
if (succeeded) process.exitCode = 0;
