/**
 * Where the program begins, the only file with side effects at import: the exit latch, the real adapters, `run`.
 * Until the very end the exit code is 1, so that whatever ends the process in the middle leaves a red step.
 */
import { createHash, randomBytes } from 'node:crypto';
import { trustCertificate } from './docspace/certificate.ts';
import { connect } from './docspace/client.ts';
import type { Verb } from './inputs/table.ts';
import { run } from './run.ts';
import { actionsRunner } from './runner/actions.ts';
import { spareMemory } from './spare-memory.ts';

process.exitCode = 1;
spareMemory();
let finished = false;
process.once('exit', () => {
  if (!finished)
    process.stdout.write('::error title=Stopped in the middle::The step ended before its work was done.\n');
});

/** The root action is `set`; the entries of the other verbs name theirs (see `dist/list.js`). */
const verb = (process.argv[2] ?? 'set') as Verb;

const succeeded = await run(verb, {
  runner: actionsRunner(),
  connect,
  trustCertificate,
  now: () => new Date(),
  hash: (text) => createHash('sha256').update(text).digest(),
  random: (length) => randomBytes(length),
});
finished = true;
if (succeeded) process.exitCode = 0;
