import { type Change, changesOf, revokeChange } from '../links/change.ts';
import type { Going } from '../links/declared-links.ts';
import type { Link, Opens } from '../links/link.ts';
import type { LinkPlan } from '../links/plan-link.ts';
import type { RoomPlan, Staying } from '../links/plan-room.ts';
import type { RoomState } from '../links/room.ts';
import type { Written } from './write-link.ts';

/** Where the work in a room stands. */
export interface Work {
  plan: RoomPlan;
  /** The room as it was read last. */
  state: RoomState;
  /** The room as it is if nobody but this run has written since the plan was made. */
  expected: RoomState;
  /** Line of the file that is being worked on. */
  line: number;
  /** What of the present plan is carried out. */
  executed: Map<Staying, Written>;
  /** The ids that this run has written, and the first plan that wrote each: what is told. */
  readonly mine: Map<string, LinkPlan>;
  readonly revoked: Going[];
  /** Links that were to go and that somebody else has taken away before. */
  readonly gone: Going[];
  /** The plan with the write whose answer was lost. */
  lost: LinkPlan | null;
  /** What was sent and is not known to be done. */
  readonly unknown: Set<Change['action']>;
  /** Links of others that went because they bore the key of an entry, by its line. */
  readonly extras: Map<Staying['entry'], readonly Link[]>;
  /** What strangers met, by the id of the link, when it was tried last. */
  opens: ReadonlyMap<string, Opens>;
  /** Carried out, and not proved. */
  readonly unproved: Set<Staying>;
}

/** The work before its first step. */
export function startWork(plan: RoomPlan): Work {
  return {
    plan,
    state: plan.state,
    expected: plan.state,
    line: plan.line,
    executed: new Map(),
    mine: new Map(),
    revoked: [],
    gone: [],
    lost: null,
    unknown: new Set(),
    extras: new Map(),
    opens: new Map(),
    unproved: new Set(),
  };
}

/** Takes the plan down that writes this id first. */
export function remember({ mine }: Work, id: string, plan: LinkPlan): void {
  if (plan.steps.some((step) => step.do !== 'revoke') && !mine.has(id)) mine.set(id, plan);
}

/** The entries whose links this run has written, or whose key it has cleared. */
export function touchedOf(work: Work): readonly Staying[] {
  return work.plan.staying.filter((one) => isTouched(work, one));
}

/** What was written for an entry. */
export function writtenOf({ executed }: Work, one: Staying): Written {
  return executed.get(one) ?? { id: one.plan.id ?? '', link: null };
}

/** Whether this run has written the link of an entry, or taken others of its key away. */
function isTouched({ executed, mine }: Work, one: Staying): boolean {
  return executed.has(one) || (one.plan.steps.length === 0 && mine.has(one.plan.id ?? ''));
}

/** What was done and is proved, and with `none` what is as described. */
export function doneChanges(work: Work): readonly Change[] {
  const { plan, state, revoked, executed, mine, extras } = work;
  return [
    ...revoked.map(({ link, key }) => revokeChange(state.room, link, key)),
    ...plan.staying.flatMap((one): readonly Change[] => {
      if (isUndone(work, one)) return [];
      const id = executed.get(one)?.id ?? one.plan.id ?? '';
      return changesOf({ ...(mine.get(id) ?? one.plan), id, extras: extras.get(one.entry) ?? [] });
    }),
  ];
}

/** How many entries of the file want links absent that this run did not have to take away. */
export function goneCountOf({ plan, revoked, gone }: Work): number {
  const mine = revoked.map(({ entry }) => entry);
  const theirs = gone.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  return new Set([...plan.gone, ...theirs].filter((entry) => !mine.includes(entry))).size;
}

/** What was planned and is not done, or not proved. */
export function undoneOf(work: Work): readonly (Going | Staying)[] {
  const gone = [...work.revoked, ...work.gone].map(({ link }) => link.id);
  return [
    ...work.plan.going.filter(({ link }) => !gone.includes(link.id)),
    ...work.plan.staying.filter((one) => isUndone(work, one)),
  ];
}

function isUndone({ executed, unproved }: Work, one: Staying): boolean {
  return unproved.has(one) || (one.plan.steps.length > 0 && !executed.has(one));
}
