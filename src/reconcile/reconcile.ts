import type { Change } from '../links/change.ts';
import type { History } from '../links/history.ts';
import type { Link, Opens } from '../links/link.ts';
import type { Action, LinkPlan } from '../links/plan-link.ts';
import { type Placement, type Removal, type RoomPlan, without } from '../links/plan-room.ts';
import { Failure, failure } from '../links/problem.ts';
import { roomName, type RoomState } from '../links/room.ts';
import { verify } from '../links/verify.ts';
import { carryOut } from './carry-out.ts';
import { prove } from './prove.ts';
import { readRoom } from './read-room.ts';
import { betweenLooks, removeLinks } from './removals.ts';
import { type Again, look, settle } from './settle.ts';
import {
  changesDone,
  type Deps,
  puts,
  startWork,
  type Task,
  type Told,
  toldOf,
  touchedOf,
  type Work,
  writtenOf,
} from './work.ts';
import { isSame } from './write.ts';

/** How often a room is planned anew because others have changed it meanwhile. */
const attempts = 8;
/** The longest pause after the first conflict; it grows with each. Milliseconds. */
const pauseUnit = 200;

/** What has become of an entry of the last plan. */
export interface Placed<P extends Placement> {
  readonly one: P;
  /** Done and proved, or as it should be without a write. */
  readonly isDone: boolean;
  /** Its last answer was lost, and the room shows that it was carried out. */
  readonly isFound: boolean;
  /** The id of the link; '' if it is not known. */
  readonly id: string;
  /** The first plan that wrote the link; without a write the plan itself. */
  readonly told: LinkPlan;
  /** Whether this run has written the link that stands now. */
  readonly isWritten: boolean;
  readonly extras: readonly Link[];
  readonly opens: Opens | '';
  readonly changes: readonly Change[];
}

/** What has become of a room. */
export interface Outcome<R extends Removal = Removal, P extends Placement = Placement> {
  /** The room as it was read last. */
  readonly state: RoomState;
  readonly plan: RoomPlan<R, P>;
  readonly history: History;
  readonly placed: readonly Placed<P>[];
  /** What this run has taken away, what somebody else had taken away, and what is not meant any more: all proved. */
  readonly removed: readonly R[];
  readonly gone: readonly R[];
  readonly kept: readonly R[];
  /** What was sent and is not known to be gone. */
  readonly unproved: readonly R[];
  /** What was sent besides, and is not known to be done: its answer was lost, or it could not be read back. */
  readonly unknown: ReadonlySet<Action>;
  readonly problems: readonly Told[];
}

/**
 * Makes a room as it is planned, and proves it. This is the only way in which this action writes links, and these are its
 * rules; whatever goes wrong is in the outcome, so that other rooms go on. Throws no `Failure`.
 *
 * 1. What goes makes place for what comes. All that is known of a link is sent with it: a write replaces everything.
 * 2. **No blind repetition.** Before a write is sent again, the room is listed: as before, it is sent; as asked, it was
 *    carried out; gone or changed, the room is planned anew. A link that may have been made and revoked since gets another
 *    id: no URL comes back. Nothing is written to the id of a primary link that the last list lacks, nor to a primary link
 *    that may be in the making without waiting for whoever makes it.
 * 3. **Never wider than planned first**: see `planRemaining`. Dates are those of the portal's clock. A link that has come
 *    out without the end that was asked, or kept, is given one or goes.
 * 4. **Everything is read back** and tried as an anonymous visitor would. A list that contradicts what the portal has
 *    confirmed is late: it is read again, up to twice. Invitations that are revoked or narrowed are looked at again, since
 *    whoever joins by them makes the portal write them back; then they are written once more, and no more than that.
 * 5. **One link of a key.** Of two that are made at the same time the larger id goes at once; the smaller goes if the other
 *    is still there a little later, since the run that made it is over and has named it. What is left is planned against;
 *    nothing is left, it is made anew.
 * 6. **Only what is ours is taken back**: a link that this run has made, that the portal has made otherwise than asked, and
 *    that nobody has changed since. What others have changed is theirs: the room is planned again once; if that asks for a
 *    write, it is a `conflict`, and the link stays.
 */
export async function reconcile<R extends Removal, P extends Placement>(
  deps: Deps,
  task: Task<R, P>,
): Promise<Outcome<R, P>> {
  const work = startWork(task.plan);
  const problems: Told[] = [];
  const unknown = new Set<Action>();
  const isUntried = task.isUntried === true;
  const isFinished = await noting(work, problems, () => run(deps, task, work));
  const touched = touchedOf(work);
  // What was written before it went wrong is proved all the same; if even that fails, the first failure says why.
  const needsLook = !isFinished && (touched.length > 0 || work.lost !== null);
  const isRead = !needsLook || (await noting(work, [], () => look(deps, work, isUntried)));
  if (!isRead) for (const one of touched) unknown.add(toldOf(work, one).action);
  if (work.unproved.length > 0) unknown.add('revoke');
  const { lost } = work;
  if (lost !== null && !(isRead && isAsBefore(work, lost.plan))) {
    unknown.add(lost.plan.action);
    if (lost.plan.extras.length > 0) unknown.add('revoke');
  }
  const proved = new Set<P>();
  for (const one of touched) {
    work.entry = one.entry;
    if (isRead && (await noting(work, problems, () => prove(deps, work, one, isUntried)))) proved.add(one);
  }
  return {
    ...work,
    placed: work.plan.staying.map((one) => placedOf(work, one, isRead, proved.has(one))),
    unknown,
    problems,
  };
}

/** The loop: write, read back, and plan again until the room is as planned or somebody fights for it. */
async function run<R extends Removal, P extends Placement>(
  deps: Deps,
  task: Task<R, P>,
  work: Work<R, P>,
): Promise<void> {
  await freshen(deps, task, work);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const again = (await write(deps, task, work, attempt)) ?? (await settle(deps, work, task.isUntried === true));
    if (again === null || !(await replan(deps, task, work, again, attempt))) return;
  }
  work.entry = null;
  throw failure('conflict', `${roomName(work.state.room)} was changed by others each time this step tried to write.`);
}

/** Looks at the room again before the first write, where it may be another one by now. */
async function freshen<R extends Removal, P extends Placement>(
  deps: Deps,
  task: Task<R, P>,
  work: Work<R, P>,
): Promise<void> {
  const { staying } = work.plan;
  // Several live links of one key: two runs may be in the middle, one of which is about to take its own away.
  const isDouble = staying.some(
    ({ plan }) => plan.current?.expired === false && plan.extras.some(({ expired }) => !expired),
  );
  if (isDouble) await deps.wait(betweenLooks);
  if (!isDouble && task.isStale !== true) return;
  const { links } = await deps.portal.links(work.state.room.id);
  if (!sameLinks(links, work.state.links)) await replan(deps, task, work, 'changed', 0);
}

/** Writes what the plan says. */
async function write<R extends Removal, P extends Placement>(
  deps: Deps,
  task: Task<R, P>,
  work: Work<R, P>,
  attempt: number,
): Promise<Again | null> {
  const { going, staying } = work.plan;
  work.entry = null;
  if (going.length > 0) await remove(deps, task, work);
  for (const one of staying) {
    if (one.plan.steps.length === 0) continue;
    work.entry = one.entry;
    const written = await carryOut(deps, work, one, attempt === 1);
    if (written === 'changed') return 'changed';
    work.executed.set(one, written);
    // A link that this run made itself, and gave up for that of another run, was never there for anyone.
    const { history, extras } = work;
    const others = one.plan.extras.filter(({ id }) => !history.written.has(id));
    extras.set(one.entry, [...(extras.get(one.entry) ?? []), ...others]);
  }
  return null;
}

async function remove<R extends Removal, P extends Placement>(
  deps: Deps,
  task: Task<R, P>,
  work: Work<R, P>,
): Promise<void> {
  const { going } = work.plan;
  const { links } = work.state;
  const { report } = deps;
  const removed = await removeLinks(deps, work.state, going, task.isMeant ?? null);
  work.removed.push(...removed.revoked);
  work.gone.push(...removed.gone);
  work.kept.push(...removed.kept);
  work.unproved.push(...removed.unproved);
  const away = [...removed.revoked, ...removed.gone].map(({ link }) => link);
  for (const { id } of away) work.history.revoked.add(id);
  work.expected = without(work.expected, away);
  if (removed.links !== null) {
    work.state = { ...work.state, links: removed.links };
    report({ event: 'read', state: work.state });
  }
  for (const removal of removed.revoked) report({ event: 'removed', removal, links });
  for (const { link } of removed.gone) report({ event: 'gone', link, links });
  for (const { link } of removed.kept) report({ event: 'kept', link, links });
  if (removed.problems.length > 0) throw new Failure(removed.problems);
}

/**
 * Reads and plans the room anew, after a moment that differs from run to run, so that two runs do not get in each other's
 * way again and again. Throws what then forbids the plan; but another run may be in the middle of its work, with a link
 * that has gone and its heir not there yet, so that is looked at once more a little later. False: somebody has changed what
 * this run has written, and it is not written a second time.
 */
async function replan<R extends Removal, P extends Placement>(
  deps: Deps,
  task: Task<R, P>,
  work: Work<R, P>,
  why: Again,
  attempt: number,
): Promise<boolean> {
  const { id } = work.state.room;
  deps.report({ event: 'conflict', why });
  const [chance = 0] = deps.identity.random(1);
  await deps.wait(Math.round((attempt * pauseUnit * chance) / 256));
  const planNow = async () => {
    work.state = await readRoom(deps.portal, id);
    deps.report({ event: 'read', state: work.state });
    return task.planAgain(work.state, work.history);
  };
  let planned = await planNow();
  if (planned.problems !== undefined) {
    await deps.wait(betweenLooks);
    planned = await planNow();
  }
  work.expected = work.state;
  if (planned.problems !== undefined) throw new Failure(planned.problems);
  if (planned.plan.staying.some(({ plan, entry }) => work.contested.has(entry) && puts(plan))) return false;
  work.plan = planned.plan;
  work.executed = new Map();
  work.opens = new Map();
  deps.report({ event: 'planned', plan: work.plan });
  return true;
}

/** Does some work; whether it ended well. A `Failure` is noted with the entry that is being worked on. */
async function noting(work: Work, problems: Told[], task: () => Promise<void>): Promise<boolean> {
  try {
    await task();
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    problems.push(...error.problems.map((problem) => ({ problem, entry: work.entry })));
    return false;
  }
}

/** Whether both lists hold the same links, with the same settings. */
function sameLinks(some: readonly Link[], others: readonly Link[]): boolean {
  return (
    some.length === others.length &&
    some.every((one) => {
      const other = others.find(({ id }) => id === one.id);
      return other !== undefined && isSame(one, other);
    })
  );
}

/** Whether the links of a plan whose write may have been lost are as they were before it: then it was not carried out. */
function isAsBefore({ state, expected }: Work, { id, current, extras, primary }: LinkPlan): boolean {
  const ids = [id, current?.id, ...extras.map((extra) => extra.id)];
  const its = ({ links }: RoomState): readonly Link[] =>
    links.filter((link) => ids.includes(link.id) || (primary && link.primary));
  return sameLinks(its(state), its(expected));
}

function placedOf<P extends Placement>(work: Work<Removal, P>, one: P, isRead: boolean, isProved: boolean): Placed<P> {
  const { id } = writtenOf(work, one);
  const isTouched = touchedOf(work).includes(one);
  const { plan } = one;
  return {
    one,
    isDone: isTouched ? isProved : plan.steps.length === 0,
    isFound: work.lost === one && isRead && verify(plan, id, work.state.links).length === 0,
    id,
    told: toldOf(work, one),
    isWritten: isTouched,
    extras: work.extras.get(one.entry) ?? [],
    opens: isTouched ? (work.opens.get(id) ?? 'unknown') : '',
    changes: changesDone(work, one),
  };
}
