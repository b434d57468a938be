import { connect } from '../../src/docspace/client.ts';
import type { Verb } from '../../src/actions/table.ts';
import { runHere } from './here.ts';
import { readLog, type Log } from './log.ts';
import { identityOf, portalUrl, roomId, type LocalPortal } from './local-portal.ts';
import type { Gate } from './schedule.ts';

/** A step of a workflow. */
export interface Step {
  readonly verb: Verb | 'after-job';
  readonly inputs: Readonly<Record<string, string>>;
  /** What an earlier step of the job has saved. */
  readonly state?: Readonly<Record<string, string>>;
  /** What every file that an input names holds; by default there is none. */
  readonly file?: string;
}

/** What became of it. */
export interface Ran extends Log {
  readonly green: boolean;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs a step against a portal in this process, in virtual time; `first`: see `identityOf`. */
export async function runLocal(
  local: LocalPortal,
  step: Step,
  { name, first, gate }: { readonly name: string; readonly first: number; readonly gate: Gate },
): Promise<Ran> {
  const { clock } = local;
  const now = (): Date => new Date(clock.now);
  const sleep = (milliseconds: number): Promise<void> => gate.sleep(milliseconds);
  const identity = identityOf(name, first);
  const inputs: Readonly<Record<string, string>> = {
    'portal-url': portalUrl,
    'api-key': local.portal.key('owner'),
    summary: 'false',
    ...step.inputs,
  };
  const isInRoom = ['set', 'revoke'].includes(step.verb);
  const outcome = await runHere(
    {
      entry: `${step.verb}.js`,
      inputs: isInRoom ? { 'room-id': roomId, ...inputs } : inputs,
      ...(step.state === undefined ? {} : { state: step.state }),
    },
    {
      runner: {
        debug: () => undefined,
        readGivenFile: () =>
          Promise.resolve(
            step.file === undefined ? { kind: 'missing' } : { kind: 'bytes', bytes: Buffer.from(step.file) },
          ),
      },
      world: {
        now,
        sleep,
        hash: identity.hash,
        random: identity.random,
        connect: (options) =>
          connect({
            ...options,
            now: () => clock.now,
            random: () => 0.5,
            perMinute: Infinity,
            transport: {
              exchange: (request) => gate.request(local.labelOf(request), () => local.carryOut(name, request)),
              close: () => undefined,
            },
          }),
      },
    },
  );
  return { green: outcome.exitCode === 0, outputs: outcome.outputs, ...readLog(outcome.stdout) };
}
