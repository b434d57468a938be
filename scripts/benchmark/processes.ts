import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { PortalAddress, PortalSetup, Tally } from './portal-process.ts';

/** A portal that runs in a process of its own. */
export interface PortalProcess extends PortalAddress {
  /** The requests since the last time. */
  tally(): Promise<Tally>;
  stop(): void;
}

/** Scripts of the benchmark; the scan is bundled as the action is, as what is loaded counts too (`bundle:benchmark`). */
const scripts = {
  bare: 'bare-process.ts',
  portal: 'portal-process.ts',
  sample: 'sample-process.ts',
  scan: '../../lib/benchmark/index.js',
} as const;

function start(script: keyof typeof scripts, setup: unknown): ChildProcess {
  return fork(join(import.meta.dirname, scripts[script]), [JSON.stringify(setup)]);
}

/** The next thing that a process tells; throws if it ends instead. */
async function reported(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('A process of the benchmark ended before it told its result.');
  });
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [unknown];
  return message;
}

/** Starts a portal. */
export async function startPortalProcess(setup: PortalSetup): Promise<PortalProcess> {
  const child = start('portal', setup);
  const address = (await reported(child)) as PortalAddress;
  return {
    ...address,
    async tally() {
      child.send('tally');
      return (await reported(child)) as Tally;
    },
    stop() {
      child.disconnect();
    },
  };
}

/** Runs a script to its end; what it tells. */
export async function runProcess(script: 'bare' | 'sample' | 'scan', setup: unknown): Promise<unknown> {
  const child = start(script, setup);
  const result = await reported(child);
  if (child.exitCode === null) await once(child, 'exit');
  return result;
}
