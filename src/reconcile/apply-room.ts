import { Refusal } from '../docspace/refusal.ts';
import type { Change } from '../links/change.ts';
import type { Going } from '../links/declared-links.ts';
import type { LineProblem } from '../links/declared.ts';
import type { Identity } from '../links/identity.ts';
import { overdueProblem } from '../links/past-date.ts';
import type { LinkPlan } from '../links/plan-link.ts';
import { type RoomPlan, stateAfter, type Staying, without } from '../links/plan-room.ts';
import { Failure, failure, type Problem } from '../links/problem.ts';
import type { RoomState } from '../links/room.ts';
import { around } from '../links/shown-id.ts';
import { keyWords, opensWords, roomName, shortId } from '../render/log.ts';
import {
  changed,
  conflictBehind,
  conflictIn,
  isAsBefore,
  readBack,
  type Refused,
  sameLinks,
} from './apply-conflicts.ts';
import {
  doneChanges,
  goneCountOf,
  remember,
  startWork,
  touchedOf,
  undoneOf,
  type Work,
  writtenOf,
} from './apply-work.ts';
import { isOutcomeUnknown } from './explain.ts';
import { openListed, prove } from './prove-link.ts';
import { readRoom } from './read-room.ts';
import { type RevokeDeps, revokeLinks } from './revoke-links.ts';
import { executePlan } from './write-link.ts';

/** What the apply of a room works with. */
export interface ApplyRoomDeps extends RevokeDeps {
  readonly identity: Identity;
  /** Plans the room again, from another state. */
  readonly planAgain: (state: RoomState) => RoomPlan;
  /** Adds the place in the file. */
  readonly locate: (problem: LineProblem) => Problem;
}

/** What became of a room. */
export interface RoomOutcome {
  /** The room as it was read last. */
  readonly state: RoomState;
  /** What was done and is proved, and with `none` what is as described. */
  readonly changes: readonly Change[];
  /** How many entries of the file want links absent that this run did not have to take away. */
  readonly gone: number;
  /** What was sent besides the changes and is not known to be done: its answer was lost, or it could not be read back. */
  readonly unknown: ReadonlySet<Change['action']>;
  /** What was planned and is not done, or not proved. */
  readonly undone: readonly (Going | Staying)[];
  readonly problems: readonly Problem[];
}

/** How often a plan is made anew because others changed the room meanwhile. */
const attempts = 8;
/** The longest pause after the first conflict; it grows with each. Milliseconds. */
const pauseUnit = 200;
/** Longer than another run needs from one write to the next; milliseconds. */
const betweenSteps = 2000;

/**
 * Carries out the plan of a room: what goes first, then one write after the other; reads the room back once, and proves
 * every link. Where another run gets in between, the room is planned again. Throws no `Failure`: what went wrong is told
 * in the outcome, so that other rooms go on.
 */
export async function applyRoom(deps: ApplyRoomDeps, plan: RoomPlan): Promise<RoomOutcome> {
  const work = startWork(plan);
  const problems: Problem[] = [];
  const finished = await noting(deps, work, problems, () => carryOut(deps, work));
  const touched = touchedOf(work);
  // What was written before it went wrong is proved all the same; if even that fails, the first failure says why.
  const isRead = finished || (touched.length === 0 && work.lost === null);
  const read = isRead || (await noting(deps, work, [], () => readBack(deps, work)));
  if (!read) {
    for (const one of touched) work.unknown.add((work.mine.get(writtenOf(work, one).id) ?? one.plan).action);
  }
  if (work.lost !== null && !(read && isAsBefore(work, work.lost))) {
    work.unknown.add(work.lost.action);
    if (work.lost.extras.length > 0) work.unknown.add('revoke');
  }
  for (const one of touched) {
    work.line = one.entry.line;
    const proved = read && (await noting(deps, work, problems, () => proveOne(deps, work, one)));
    if (!proved) work.unproved.add(one);
  }
  problems.push(...work.plan.overdue.map((one) => deps.locate(overdueProblem(one))));
  return {
    state: work.state,
    changes: doneChanges(work),
    gone: goneCountOf(work),
    unknown: work.unknown,
    undone: undoneOf(work),
    problems,
  };
}

/** Does some work; whether it ended well. A `Failure` is noted with the line of the file, unless it knows its own. */
async function noting(
  deps: ApplyRoomDeps,
  work: Work,
  problems: Problem[],
  task: () => Promise<void>,
): Promise<boolean> {
  try {
    await task();
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const placed = (problem: Problem): Problem =>
      problem.place === undefined ? deps.locate({ line: work.line, problem }) : problem;
    problems.push(...error.problems.map(placed));
    return false;
  }
}

async function carryOut(deps: ApplyRoomDeps, work: Work): Promise<void> {
  // Reading all rooms takes its time, and a write replaces everything: what was changed since must not be undone.
  const { links } = await deps.portal.links(work.state.room.id);
  if (!sameLinks(links, work.state.links)) await replan(deps, work, changed, 0);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const refused = await write(deps, work);
    const conflict =
      refused === null ? await conflictIn(deps, work, attempt) : await conflictBehind(deps, work, refused, attempt);
    if (conflict === null) return;
    await replan(deps, work, conflict, attempt);
  }
  throw failure('conflict', `${roomName(work.state.room)} was changed by others each time this step tried to write.`);
}

/**
 * Reads and plans the room anew, after a moment that differs from run to run, so that two runs do not get in each
 * other's way again and again. Throws what then forbids the plan; but another run may be in the middle of its work, with
 * a link that has gone and its heir not there yet, so that is looked at once more a little later.
 */
async function replan(deps: ApplyRoomDeps, work: Work, why: string, attempt: number): Promise<void> {
  const { id } = work.state.room;
  deps.log.line(why);
  const [chance = 0] = deps.identity.random(1);
  await deps.wait(Math.round((attempt * pauseUnit * chance) / 256));
  let state = await readRoom(deps.portal, id);
  let plan = deps.planAgain(state);
  if (plan.problems.length > 0) {
    await deps.wait(betweenSteps);
    state = await readRoom(deps.portal, id);
    plan = deps.planAgain(state);
  }
  work.state = state;
  work.expected = state;
  if (plan.problems.length > 0) throw new Failure(plan.problems.map(deps.locate));
  work.plan = plan;
  work.executed = new Map();
  work.opens = new Map();
}

/** Writes what the plan says; stops at what the portal refuses, and gives that. */
async function write(deps: ApplyRoomDeps, work: Work): Promise<Refused | null> {
  const { going, staying, line } = work.plan;
  work.line = line;
  if (going.length > 0) await revokeGoing(deps, work, going);
  for (const one of staying) {
    const { plan, entry } = one;
    if (plan.steps.length === 0) continue;
    work.line = entry.line;
    // Before the write, since one that seems to fail may have been carried out.
    if (plan.id !== null) remember(work, plan.id, plan);
    try {
      const written = await executePlan(deps.portal, plan, (step) => {
        if (step.do === 'revoke') deps.log.line(`✓ revoked ${shortId(step.link.id, around(work.state.links, plan))}`);
      });
      remember(work, written.id, plan);
      work.executed.set(one, written);
      // A link that this run made itself, and gave up for that of another run, was never there for anyone.
      const extras = plan.extras.filter(({ id }) => !work.mine.has(id));
      work.extras.set(entry, [...(work.extras.get(entry) ?? []), ...extras]);
      work.expected = stateAfter(work.expected, plan, written.id);
    } catch (error) {
      if (error instanceof Refusal) return { refusal: error, plan };
      if (error instanceof Failure && isOutcomeUnknown(error)) {
        deps.log.line('✗ whether the last write was carried out is not known; the next run finds out');
        work.lost = plan;
      }
      throw error;
    }
  }
  return null;
}

async function revokeGoing(deps: ApplyRoomDeps, work: Work, going: readonly Going[]): Promise<void> {
  const outcome = await revokeLinks(
    deps,
    work.state,
    going.map(({ link }) => link),
  );
  const { links } = work.state;
  work.state = { ...work.state, links: outcome.links ?? links };
  work.expected = without(work.expected, [...outcome.revoked, ...outcome.gone]);
  work.revoked.push(...going.filter(({ link }) => outcome.revoked.includes(link)));
  work.gone.push(...going.filter(({ link }) => outcome.gone.includes(link)));
  if (outcome.unproved.length > 0) work.unknown.add('revoke');
  for (const { id, type } of outcome.revoked) {
    const key = going.find(({ link }) => link.id === id)?.key ?? null;
    deps.log.line(`✓ revoked ${shortId(id, links)}${keyWords(key)}   ✓ read back   ✓ tried: ${opensWords.nothing}`);
    if (type === 'invitation') deps.log.line('  People who have joined by the invitation stay members of the room.');
  }
  for (const { id } of outcome.gone) deps.log.line(`= ${shortId(id, links)}: somebody else has revoked it meanwhile`);
  if (outcome.problems.length > 0) throw new Failure(outcome.problems);
}

async function proveOne(deps: ApplyRoomDeps, work: Work, one: Staying): Promise<void> {
  const written = writtenOf(work, one);
  const opens = work.opens.get(written.id) ?? (await openListed(deps.portal, work.state, written.id));
  const told = work.mine.get(written.id) ?? one.plan;
  // A link that this run made is taken back if it is wrong, also where a later plan has only changed it.
  const plan = { ...one.plan, action: told.action };
  await prove({ ...deps, seen: (state) => (work.state = state) }, plan, written, work.state, opens);
  const tried = opens === 'unknown' ? [] : [`✓ tried: ${opensWords[opens]}`];
  const name = `${shortId(written.id, around(work.state.links, told))}${keyWords(told.primary ? null : told.key)}`;
  deps.log.line([`✓ ${doneWords[told.action]} ${name}`, '✓ read back', ...tried].join('   '));
}

const doneWords: Readonly<Record<LinkPlan['action'], string>> = {
  create: 'created',
  update: 'updated',
  replace: 'replaced',
  rotate: 'rotated',
  none: 'kept',
};
