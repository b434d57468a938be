import { type Action, isPermanent } from '../links/desired.ts';
import type { Link } from '../links/link.ts';
import { without, type Placement, type Removal } from '../links/plan-room.ts';
import { Failure, failure } from '../links/problem.ts';
import { roomName } from '../links/room.ts';
import { readRoom } from './read-room.ts';
import { carryOut } from './carry-out.ts';
import { leftBehind } from './make-primary.ts';
import { isAsBefore, placedOf, sameLinks, type Outcome } from './outcome.ts';
import { prove } from './prove.ts';
import { betweenLooks, removeLinks } from './removals.ts';
import { look, settle, type Again } from './settle.ts';
import { puts, startWork, firstPlanOf, touchedOf, type Deps, type Task, type EntryProblem, type Work } from './work.ts';

/** How often a room is planned anew because others have changed it meanwhile. */
const attempts = 8;
/** The longest pause after the first conflict; it grows with each. Milliseconds. */
const pauseUnit = 200;

/**
 * Makes a room as it is planned, and proves it. This is the only way in which this action writes links, and these are its
 * rules; whatever goes wrong is in the outcome, so that other rooms go on. Throws no `Failure`.
 *
 * 1. What goes makes place for what comes. All that is known of a link is sent with it: a write replaces everything.
 * 2. **No blind repetition.** Before a write is sent again, the room is listed: as before, it is sent; as asked, it was
 *    carried out; gone or changed, the room is planned anew. What such a list shows counts for the writes that follow, too. A
 *    link that may have been made and revoked since gets another id: no URL comes back. Nothing is written to the id of a primary link that the last list lacks, nor to a primary link
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
  const problems: EntryProblem[] = [];
  const unknown = new Set<Action>();
  const withoutProbe = task.withoutProbe === true;
  const isFinished = await succeeds(work, problems, () => run(deps, task, work));
  const touched = touchedOf(work);
  // What was written before it went wrong is proved all the same; if even that fails, the first failure says why.
  const bare = isFinished ? [] : withoutPassword(work);
  const needsLook = !isFinished && (touched.length > 0 || work.lost !== null || bare.length > 0);
  const isRead = !needsLook || (await succeeds(work, [], () => look(deps, work, withoutProbe)));
  if (!isRead) for (const one of touched) unknown.add(firstPlanOf(work, one).action);
  if (work.unproved.length > 0) unknown.add('revoke');
  const { lost } = work;
  if (lost !== null && !(isRead && isAsBefore(work, lost.plan))) {
    unknown.add(lost.plan.action);
    if (lost.plan.duplicates.length > 0) unknown.add('revoke');
  }
  const left = isRead ? leftBehind(work) : null;
  if (left !== null) problems.push({ problem: left, entry: lost?.entry ?? null });
  const proved = new Set<P>();
  for (const one of touched) {
    work.entry = one.entry;
    if (isRead && (await succeeds(work, problems, () => prove(deps, work, one, withoutProbe)))) proved.add(one);
  }
  const primary = work.state.links.find((link) => link.primary);
  for (const former of bare) {
    if (!isRead || primary?.password !== null || primary.id === former.id) continue;
    deps.report({ event: 'password-lost', former, link: primary, room: work.state.room });
  }
  return {
    ...work,
    placed: work.plan.toKeep.map((one) => placedOf(work, one, isRead, proved.has(one))),
    unknown,
    problems,
  };
}

/** The permanent primary links that had a password and were revoked, so that the portal has made others without one. */
function withoutPassword({ history }: Work): readonly Link[] {
  return [...history.begun.values()].flatMap(({ current, target, ...plan }) => {
    const had = current?.password ?? null;
    if (current === null || had === null || target.password === null) return [];
    return isPermanent(plan) && history.revoked.has(current.id) ? [current] : [];
  });
}

/** The loop: write, read back, and plan again until the room is as planned or somebody fights for it. */
async function run<R extends Removal, P extends Placement>(
  deps: Deps,
  task: Task<R, P>,
  work: Work<R, P>,
): Promise<void> {
  await freshen(deps, task, work);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const again = (await write(deps, task, work, attempt)) ?? (await settle(deps, work, task.withoutProbe === true));
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
  const { toKeep } = work.plan;
  // Several live links of one key: two runs may be in the middle, one of which is about to take its own away.
  const isDouble = toKeep.some(
    ({ plan }) => plan.current?.expired === false && plan.duplicates.some(({ expired }) => !expired),
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
  const { toRevoke, toKeep } = work.plan;
  work.entry = null;
  if (toRevoke.length > 0) await remove(deps, task, work);
  for (const one of toKeep) {
    if (one.plan.steps.length === 0) continue;
    work.entry = one.entry;
    const written = await carryOut(deps, work, one, attempt === 1 && task.isStale === true);
    if (typeof written !== 'object') return written;
    work.executed.set(one, written);
    // A link that this run made itself, and gave up for that of another run, was never there for anyone.
    const { history, duplicates } = work;
    const others = one.plan.duplicates.filter(({ id }) => !history.written.has(id));
    duplicates.set(one.entry, [...(duplicates.get(one.entry) ?? []), ...others]);
  }
  return null;
}

async function remove<R extends Removal, P extends Placement>(
  deps: Deps,
  task: Task<R, P>,
  work: Work<R, P>,
): Promise<void> {
  const { toRevoke } = work.plan;
  const { links } = work.state;
  const { report } = deps;
  const removed = await removeLinks(deps, work.state, toRevoke, task.matches ?? null);
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
 * that has gone and its replacement not there yet, so that is looked at once more a little later. False: somebody has changed what
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
  if (planned.plan.toKeep.some(({ plan, entry }) => work.contested.has(entry) && puts(plan))) return false;
  work.plan = planned.plan;
  work.executed = new Map();
  work.opens = new Map();
  deps.report({ event: 'planned', plan: work.plan });
  return true;
}

/** Does some work; whether it ended well. A `Failure` is noted with the entry that is being worked on. */
async function succeeds(work: Work, problems: EntryProblem[], task: () => Promise<void>): Promise<boolean> {
  try {
    await task();
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    problems.push(...error.problems.map((problem) => ({ problem, entry: work.entry })));
    return false;
  }
}
