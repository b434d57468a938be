import { Refusal } from '../docspace/refusal.ts';
import { stateAfter } from '../links-file/expected-state.ts';
import type { Going } from '../links-file/going-links.ts';
import type { LineProblem } from '../links-file/line-problem.ts';
import type { FileLink } from '../links-file/links-file.ts';
import type { RoomPlan, Staying } from '../links-file/plan-room.ts';
import { changesOf, revokeChange, type Change } from '../links/change.ts';
import { changes } from '../links/fields.ts';
import { isManaged, prefixOf, type Identity } from '../links/identity.ts';
import type { Link } from '../links/link.ts';
import type { LinkPlan } from '../links/plan.ts';
import { Failure, failure, type Problem } from '../links/problem.ts';
import type { RoomState } from '../links/room.ts';
import { opensWords, roomName, shortId } from '../present/story.ts';
import { explainRefusal } from './explain.ts';
import { changedMeanwhile, prove } from './prove-link.ts';
import { readRoom } from './read-room.ts';
import { revokeLinks, type RevokeDeps } from './revoke-links.ts';
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
  /** What was planned and is not done, or not proved. */
  readonly undone: readonly (Going | Staying)[];
  readonly problems: readonly Problem[];
}

/** How often a plan is made anew because others changed the room meanwhile. */
const attempts = 4;

/** A link of the file that this run has written, or of whose key it has revoked others. */
interface Touched {
  /** The plan that wrote first: what is told. */
  readonly first: LinkPlan;
  /** The plan that wrote last: what is proved. */
  readonly last: LinkPlan;
  readonly id: string;
  /** False if only others of its key have gone. */
  readonly wrote: boolean;
  readonly extras: readonly Link[];
}

/** Where the work in a room stands. */
interface Work {
  plan: RoomPlan;
  /** As it was read last, own writes worked in. */
  state: RoomState;
  /** Line of the file that is being worked on. */
  line: number;
  readonly revoked: Going[];
  readonly touched: Map<FileLink, Touched>;
  /** Written, and not proved. */
  readonly unproved: Set<FileLink>;
}

/**
 * Carries out the plan of a room: what goes first, then one write after the other; reads the room back once, and proves
 * every link. Where another run gets in between, the room is planned again. Never throws a `Failure`: what went wrong is
 * told in the outcome, so that other rooms go on.
 */
export async function applyRoom(deps: ApplyRoomDeps, plan: RoomPlan): Promise<RoomOutcome> {
  const work: Work = { plan, state: plan.state, line: plan.line, revoked: [], touched: new Map(), unproved: new Set() };
  const problems: Problem[] = [];
  const finished = await noting(deps, work, problems, () => carryOut(deps, work));
  if (!finished && work.touched.size > 0) {
    // What was written before it went wrong is proved all the same; if even that fails, the first failure says why.
    const read = await noting(deps, work, [], () => readBack(deps, work));
    if (!read) for (const entry of work.touched.keys()) work.unproved.add(entry);
  }
  for (const [entry, touched] of work.touched) {
    if (work.unproved.has(entry)) continue;
    work.line = entry.line;
    const proved = await noting(deps, work, problems, () => proveTouched(deps, work, touched));
    if (!proved) work.unproved.add(entry);
  }
  return { state: work.state, changes: doneChanges(work), undone: undoneOf(work), problems };
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
    problems.push(
      ...error.problems.map((problem) =>
        problem.place === undefined ? deps.locate({ line: work.line, problem }) : problem,
      ),
    );
    return false;
  }
}

async function carryOut(deps: ApplyRoomDeps, work: Work): Promise<void> {
  const { portal, log } = deps;
  const { id } = work.plan.state.room;
  const { links } = await portal.links(id);
  if (!sameLinks(links, work.plan.state.links)) {
    log.line('The room has changed since it was read → plan again');
    replan(deps, work, await readRoom(portal, id));
  }
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const refused = await write(deps, work);
    if (refused === null) {
      await readBack(deps, work);
      if (!hasRivals(work, deps.identity)) return;
      log.line('Another run made the same link at the same time → agree on one');
      replan(deps, work, work.state);
      continue;
    }
    const fresh = await readRoom(portal, id);
    if (!changedMeanwhile(work.state, fresh)) throw await explainRefusal(refused.refusal, refused.plan, portal);
    log.line('The room has changed since it was read → plan again');
    replan(deps, work, fresh);
  }
  throw failure('conflict', `${roomName(work.state.room)} was changed by others each time this step tried to write.`);
}

/** Whether both lists hold the same links, with the same settings. */
function sameLinks(some: readonly Link[], others: readonly Link[]): boolean {
  return (
    some.length === others.length &&
    some.every((one) => {
      const other = others.find(({ id }) => id === one.id);
      return other?.expired === one.expired && changes(one.type, one, other).length === 0;
    })
  );
}

/** Plans the room anew. Throws what then forbids it. */
function replan(deps: ApplyRoomDeps, work: Work, state: RoomState): void {
  work.state = state;
  // What this run has written and others have taken away since counts no more.
  for (const [entry, { id }] of work.touched) {
    if (state.links.every((link) => link.id !== id)) work.touched.delete(entry);
  }
  const plan = deps.planAgain(state);
  if (plan.problems.length > 0) throw new Failure(plan.problems.map(deps.locate));
  work.plan = plan;
}

/** Writes what the plan says; stops at what the portal refuses, and gives that. */
async function write(
  deps: ApplyRoomDeps,
  work: Work,
): Promise<{ readonly refusal: Refusal; readonly plan: LinkPlan } | null> {
  const { going, staying, line } = work.plan;
  work.line = line;
  if (going.length > 0) await revokeGoing(deps, work, going);
  for (const { plan, entry } of staying) {
    if (plan.steps.length === 0) continue;
    work.line = entry.line;
    try {
      const written = await executePlan(deps.portal, plan);
      work.state = stateAfter(work.state, plan, written.id);
      touch(work, entry, plan, written.id);
    } catch (error) {
      if (error instanceof Refusal) return { refusal: error, plan };
      throw error;
    }
  }
  return null;
}

async function revokeGoing(deps: ApplyRoomDeps, work: Work, going: readonly Going[]): Promise<void> {
  const links = going.map(({ link }) => link);
  const outcome = await revokeLinks(deps, work.state, links);
  work.state = { ...work.state, links: outcome.links ?? work.state.links };
  work.revoked.push(...going.filter(({ link }) => outcome.revoked.includes(link)));
  for (const { id, type } of outcome.revoked) {
    deps.log.line(`✓ revoked ${shortId(id)}   ✓ read back   ✓ tried: ${opensWords.nothing}`);
    if (type === 'invitation') deps.log.line('  People who have joined by the invitation stay members of the room.');
  }
  if (outcome.problems.length > 0) throw new Failure(outcome.problems);
}

function touch(work: Work, entry: FileLink, plan: LinkPlan, id: string): void {
  const before = work.touched.get(entry);
  const same = before?.id === id ? before : undefined;
  const mine = before?.wrote === true && same === undefined ? [before.id] : [];
  const wrote = plan.steps.some((step) => step.do !== 'revoke');
  work.touched.set(entry, {
    first: same?.wrote === true ? same.first : plan,
    last: plan,
    id,
    wrote: wrote || same?.wrote === true,
    // A link that this run made itself, and gave up for that of another run, was never there for anyone.
    extras: [...(before?.extras ?? []), ...plan.extras.filter((extra) => !mine.includes(extra.id))],
  });
}

async function readBack(deps: ApplyRoomDeps, work: Work): Promise<void> {
  work.state = { ...work.state, ...(await deps.portal.links(work.state.room.id)) };
}

/** Whether the room now has another link in the place of one that this run has written, made by a run at the same time. */
function hasRivals({ state, touched }: Work, identity: Identity): boolean {
  return [...touched.values()].some(
    ({ id, wrote, last }) =>
      wrote &&
      !last.primary &&
      isManaged(identity, id) &&
      state.links.some((link) => link.id !== id && link.id.startsWith(prefixOf(id))),
  );
}

async function proveTouched(deps: ApplyRoomDeps, work: Work, { first, last, id, wrote }: Touched): Promise<void> {
  const link = work.state.links.find((one) => one.id === id);
  const opens = wrote && link !== undefined ? await deps.portal.open(link) : null;
  await prove(deps, last, id, work.state.links, opens);
  const tried = opens === null || opens === 'unknown' ? [] : [`✓ tried: ${opensWords[opens]}`];
  deps.log.line([`✓ ${doneWords[first.action]} ${shortId(id)}`, '✓ read back', ...tried].join('   '));
}

const doneWords: Readonly<Record<LinkPlan['action'], string>> = {
  create: 'created',
  update: 'updated',
  replace: 'replaced',
  rotate: 'rotated',
  none: 'kept',
};

function doneChanges(work: Work): readonly Change[] {
  const { plan, state, revoked, touched } = work;
  return [
    ...revoked.map(({ link, key }) => revokeChange(state.room, link, key)),
    ...plan.staying.flatMap((one): readonly Change[] => {
      if (isUndone(work, one)) return [];
      const done = touched.get(one.entry);
      return changesOf(done === undefined ? one.plan : { ...done.first, id: done.id, extras: done.extras });
    }),
  ];
}

function undoneOf(work: Work): readonly (Going | Staying)[] {
  const gone = work.revoked.map(({ link }) => link.id);
  return [
    ...work.plan.going.filter(({ link }) => !gone.includes(link.id)),
    ...work.plan.staying.filter((one) => isUndone(work, one)),
  ];
}

function isUndone({ touched, unproved }: Work, { plan, entry }: Staying): boolean {
  return unproved.has(entry) || (plan.steps.length > 0 && !touched.has(entry));
}
