import type { DocSpace } from '../docspace/port.ts';
import { type Change, changesOf } from '../links/change.ts';
import { isPermanent } from '../links/desired.ts';
import { type History, newHistory } from '../links/history.ts';
import { type Identity, idPrefix, prefixOf } from '../links/identity.ts';
import type { Link, Opens } from '../links/link.ts';
import type { LinkPlan } from '../links/plan-link.ts';
import type { Placement, PlannedRoom, Removal, RoomPlan } from '../links/plan-room.ts';
import type { Problem } from '../links/problem.ts';
import type { RoomState } from '../links/room.ts';
import type { Report } from '../links/events.ts';
import type { Matches } from './write.ts';

/** What carrying out works with. */
export interface Deps {
  readonly portal: DocSpace;
  readonly identity: Identity;
  readonly report: Report;
  /** Resolves after so many milliseconds, sooner when the step's time is up. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** The time by the portal's clock. */
  readonly now: () => Date;
}

/** A plan to be carried out, and how to plan again. */
export interface Task<R extends Removal, P extends Placement> {
  readonly plan: RoomPlan<R, P>;
  /** Plans the room from another state: pure, and with the same `entry` for the same thing. */
  readonly planAgain: (state: RoomState, history: History) => PlannedRoom<R, P> | Promise<PlannedRoom<R, P>>;
  /** Some time has passed since the room was read, so that it is listed again before the first write. */
  readonly isStale?: true;
  /** Links that this run writes are not tried as an anonymous visitor would: only what they are set to matters. */
  readonly withoutProbe?: true;
  /** Whether a link that goes is still meant, as it is then; without it every one is. */
  readonly matches?: Matches;
}

/** What was written for an entry: the id of the link, and the link as the last write's answer shows it. */
export interface Written {
  readonly id: string;
  readonly link: Link | null;
}

/** A problem, and what it is about: an entry of the plan, or null for the room or a removal. */
export interface EntryProblem {
  readonly problem: Problem;
  readonly entry: object | null;
}

/** Where the work in a room stands. */
export interface Work<R extends Removal = Removal, P extends Placement = Placement> {
  plan: RoomPlan<R, P>;
  /** The room as it was read last. */
  state: RoomState;
  /** The room as it is if nobody but this run has written since the plan was made. */
  expected: RoomState;
  /** What is being worked on. */
  entry: object | null;
  /** What of the present plan is carried out. */
  executed: Map<P, Written>;
  readonly history: {
    readonly first: History['first'];
    readonly written: Map<string, LinkPlan>;
    readonly revoked: Set<string>;
    readonly begun: Map<object, LinkPlan>;
  };
  /** The last answer to a write of each link, by id. */
  readonly answers: Map<string, Link>;
  readonly removed: R[];
  /** Links that were to go and that somebody else has taken away before. */
  readonly gone: R[];
  /** Links that were to go and are not meant any more. */
  readonly kept: R[];
  /** Links whose revoke was sent, and what has become of them is not known. */
  readonly unproved: R[];
  /** What has the write whose answer was lost. */
  lost: P | null;
  /** Links of others that went because they bore the key of an entry. */
  readonly duplicates: Map<object, readonly Link[]>;
  /** What an anonymous visitor met, by the id of the link, when it was tried last. */
  opens: Map<string, Opens>;
  /** What was written once more, since somebody had joined by it in that instant: once is enough. */
  readonly fixedNow: Set<string>;
  /** How often a link could not be made, by its entry, so that it was tried again with another id. */
  readonly unmade: Map<object, number>;
  /** Entries whose link others have changed after it was as asked. */
  readonly contested: Set<object>;
}

/** The work before its first step. */
export function startWork<R extends Removal, P extends Placement>(plan: RoomPlan<R, P>): Work<R, P> {
  const { first } = newHistory(plan.state);
  return {
    plan,
    state: plan.state,
    expected: plan.state,
    entry: null,
    executed: new Map(),
    history: { first, written: new Map(), revoked: new Set(), begun: new Map() },
    answers: new Map(),
    removed: [],
    gone: [],
    kept: [],
    unproved: [],
    lost: null,
    duplicates: new Map(),
    opens: new Map(),
    fixedNow: new Set(),
    unmade: new Map(),
    contested: new Set(),
  };
}

/** Whether a plan writes a link, and does not only take others away. */
export function puts({ steps }: LinkPlan): boolean {
  return steps.some((step) => step.do !== 'revoke');
}

/** Takes the plan down that writes this id first, before the write: one that seems to fail may have been carried out. */
export function remember({ history }: Work, id: string, { plan }: Placement): void {
  if (puts(plan) && !history.written.has(id)) history.written.set(id, plan);
}

/** Takes down what was planned first for an entry: no later plan is to be wider. */
export function begin({ history }: Work, { plan, entry }: Placement): void {
  if (puts(plan) && !history.begun.has(entry)) history.begun.set(entry, plan);
}

/** Whether the plan makes a link that was not there before, and can be taken away again. */
export function makesLink(plan: LinkPlan): boolean {
  return plan.action !== 'update' && plan.action !== 'none' && !isPermanent(plan);
}

/** What was written for an entry. */
export function writtenOf<P extends Placement>({ executed, answers }: Work<Removal, P>, one: P): Written {
  const id = executed.get(one)?.id ?? one.plan.id ?? '';
  return { id, link: executed.get(one)?.link ?? answers.get(id) ?? null };
}

/** The first plan that wrote the link of an entry; without one its plan. */
export function firstPlanOf<P extends Placement>(work: Work<Removal, P>, one: P): LinkPlan {
  return work.history.written.get(writtenOf(work, one).id) ?? one.plan;
}

/** The entries whose links this run has written, or whose key it has cleared. */
export function touchedOf<P extends Placement>({ plan, executed, history }: Work<Removal, P>): readonly P[] {
  return plan.toKeep.filter(
    (one) => executed.has(one) || (one.plan.steps.length === 0 && history.written.has(one.plan.id ?? '')),
  );
}

/**
 * The live links that stand in the place of an entry's link, made by other runs: of the same key, or, where both replaced
 * a link that is named by its id, with the same beginning. A link that this run replaces is none.
 */
export function rivalsOf<P extends Placement>(work: Work<Removal, P>, one: P, identity: Identity): readonly Link[] {
  const { plan } = one;
  const { id } = writtenOf(work, one);
  if (plan.primary) return [];
  const place = { roomId: plan.room.id, type: plan.type };
  const prefix = plan.key === null ? prefixOf(id) : idPrefix(identity, { ...place, key: plan.key });
  const ours = plan.steps.flatMap((step) => (step.do === 'revoke' ? [step.link.id] : []));
  const { written, revoked, first } = work.history;
  // Of a link that is named by its id and only changed, only what has come since is known to be in its place.
  const others = plan.key === null && !makesLink(plan) ? first.links.map((link) => link.id) : [];
  return work.state.links.filter(
    (link) =>
      link.id.startsWith(prefix) &&
      link.id !== id &&
      !link.expired &&
      !ours.includes(link.id) &&
      !others.includes(link.id) &&
      !written.has(link.id) &&
      !revoked.has(link.id),
  );
}

/** The changes of an entry, as they are told once they are done. */
export function changesDone<P extends Placement>(work: Work<Removal, P>, one: P): readonly Change[] {
  const { id } = writtenOf(work, one);
  return changesOf({ ...firstPlanOf(work, one), id, duplicates: work.duplicates.get(one.entry) ?? [] });
}
