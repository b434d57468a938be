import type { Asked } from './asked.ts';
import { historyOf, isLive } from './history.ts';
import { openLocal, type LocalPortal, type RoomGiven } from './local-portal.ts';
import { runLocal, type Ran } from './local-step.ts';
import { evaluate, openness, type Finished } from './outcome.ts';
import type { Gate } from './schedule.ts';

/** A step that dies in the middle, and is run again. */
export interface Killing {
  readonly name: string;
  readonly room: RoomGiven;
  readonly step: Asked;
}

/** One death of a step. */
export interface Death {
  /** The requests of the step, and of the same step after it: `room links write† room links`. */
  readonly line: string;
  readonly faults: readonly string[];
}

/** Thrown where a run is stopped: no failure that the product knows. */
const stopped = new Error('The run was killed.');

/** Lets one run through; from the nth request on, before or after it is carried out, nothing of it reaches the portal. */
function gateOf(
  { clock }: LocalPortal,
  line: string[],
  death: { readonly at: number; readonly when: 'before' | 'after' } | null,
): { readonly gate: Gate; readonly isDead: () => boolean } {
  let sent = 0;
  let isDead = false;
  const gate: Gate = {
    async request(label, carryOut) {
      await Promise.resolve();
      sent += 1;
      if (isDead || (sent === death?.at && death.when === 'before')) {
        if (!isDead) line.push(`†${label}`);
        isDead = true;
        throw stopped;
      }
      const answer = carryOut();
      if (sent === death?.at) {
        line.push(`${label}†`);
        isDead = true;
        throw stopped;
      }
      line.push(label);
      return answer;
    },
    async sleep(milliseconds) {
      await Promise.resolve();
      if (isDead) throw stopped;
      clock.now += milliseconds;
    },
  };
  return { gate, isDead: () => isDead };
}

const minute = 60_000;

/** A step with one death, and the same step a minute later. Null: the step has ended before it could die. */
async function die({ room, step }: Killing, at: number, when: 'before' | 'after'): Promise<Death | null> {
  const local = openLocal(room);
  const first = local.links();
  const line: string[] = [];
  const { gate, isDead } = gateOf(local, line, { at, when });
  const killed = await runLocal(local, step, { name: 'killed', first: 0x10, gate });
  if (!isDead()) return null;
  local.clock.now += minute;
  line.push('|');
  const second = gateOf(local, line, null);
  const ran = await runLocal(local, step, { name: 'again', first: 0x20, gate: second.gate });
  const history = historyOf(local, first);
  const runs: readonly Finished[] = [{ name: 'again', asked: step, ran }];
  const reported = openness(runs, history).filter(({ setting, link }) =>
    isReported(setting, link.kind === 4, killed, ran),
  );
  const { faults } = evaluate(runs, history);
  const unasked = [...history.last.values()].filter(
    (link) => step.wants.length > 0 && !history.first.has(link.id) && !isLive(link, history.now),
  );
  return {
    line: line.join(' '),
    faults: [
      ...(ran.green ? [] : ['the second run is red']),
      ...faults.filter((fault) => !reported.some((one) => one.reported === fault)),
      ...unasked.map(({ id }) => `${id} has expired already`),
    ],
  };
}

/**
 * Whether people have been told of a setting in which a link is more open than it was: what a primary link lacks that a
 * dead run has left is warned of; what the old link had that went first, the dead run has named before.
 */
function isReported(setting: string, isPrimary: boolean, killed: Ran, again: Ran): boolean {
  const warned = again.warnings.some(({ title, text }) => title.startsWith('Primary link') && text.includes(setting));
  return (isPrimary && warned) || killed.logged.includes(setting);
}

/** A step that dies at each of its requests, once before the portal has carried it out and once after. */
export async function* deaths(killing: Killing): AsyncGenerator<Death> {
  for (let at = 1; ; at += 1) {
    const before = await die(killing, at, 'before');
    if (before === null) return;
    yield before;
    const after = await die(killing, at, 'after');
    if (after !== null) yield after;
  }
}
