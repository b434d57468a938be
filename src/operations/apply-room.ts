import { Refusal } from '../docspace/refusal.ts';
import { stateAfter } from '../links-file/expected-state.ts';
import type { Going } from '../links-file/going-links.ts';
import type { LineProblem } from '../links-file/line-problem.ts';
import type { RoomPlan, Staying } from '../links-file/plan-room.ts';
import { changesOf, revokeChange, type Change } from '../links/change.ts';
import { changes } from '../links/fields.ts';
import type { Identity } from '../links/identity.ts';
import type { Link } from '../links/link.ts';
import type { LinkPlan } from '../links/plan.ts';
import { Failure, failure, type Problem } from '../links/problem.ts';
import type { RoomState } from '../links/room.ts';
import { opensWords, roomName, shortId } from '../present/story.ts';
import { explainRefusal, isOutcomeUnknown } from './explain.ts';
import { changedMeanwhile, hasRivals, openListed, prove } from './prove-link.ts';
import { readRoom } from './read-room.ts';
import { revokeLinks, type RevokeDeps } from './revoke-links.ts';
import { executePlan, type Written } from './write-link.ts';

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

/** Where the work in a room stands. */
interface Work {
  plan: RoomPlan;
  /** As it was read last, own writes worked in. */
  state: RoomState;
  /** Line of the file that is being worked on. */
  line: number;
  /** What of the present plan is carried out. */
  executed: Map<Staying, Written>;
  /** The ids that this run has written, and the first plan that wrote each: what is told. */
  readonly mine: Map<string, LinkPlan>;
  readonly revoked: Going[];
  /** Links of others that went because they bore the key of an entry, by its line. */
  readonly extras: Map<Staying['entry'], readonly Link[]>;
  /** Carried out, and not proved. */
  readonly unproved: Set<Staying>;
}

/**
 * Carries out the plan of a room: what goes first, then one write after the other; reads the room back once, and proves
 * every link. Where another run gets in between, the room is planned again. Throws no `Failure`: what went wrong is told
 * in the outcome, so that other rooms go on.
 */
export async function applyRoom(deps: ApplyRoomDeps, plan: RoomPlan): Promise<RoomOutcome> {
  const work: Work = {
    plan,
    state: plan.state,
    line: plan.line,
    executed: new Map(),
    mine: new Map(),
    revoked: [],
    extras: new Map(),
    unproved: new Set(),
  };
  const problems: Problem[] = [];
  const finished = await noting(deps, work, problems, () => carryOut(deps, work));
  const touched = work.plan.staying.filter((one) => isTouched(work, one));
  // What was written before it went wrong is proved all the same; if even that fails, the first failure says why.
  const read = finished || touched.length === 0 || (await noting(deps, work, [], () => readBack(deps, work)));
  for (const one of touched) {
    work.line = one.entry.line;
    const proved = read && (await noting(deps, work, problems, () => proveOne(deps, work, one)));
    if (!proved) work.unproved.add(one);
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
    const placed = (problem: Problem): Problem =>
      problem.place === undefined ? deps.locate({ line: work.line, problem }) : problem;
    problems.push(...error.problems.map(placed));
    return false;
  }
}

async function carryOut(deps: ApplyRoomDeps, work: Work): Promise<void> {
  const { portal, log } = deps;
  const { id } = work.state.room;
  // Reading all rooms takes its time, and a write replaces everything: what was changed since must not be undone.
  const { links } = await portal.links(id);
  if (!sameLinks(links, work.state.links)) {
    log.line('The room has changed since it was read → plan again');
    replan(deps, work, await readRoom(portal, id));
  }
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const refused = await write(deps, work);
    if (refused === null) {
      await readBack(deps, work);
      if (!isRivalled(work, deps.identity)) return;
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
  const plan = deps.planAgain(state);
  if (plan.problems.length > 0) throw new Failure(plan.problems.map(deps.locate));
  work.plan = plan;
  work.executed = new Map();
}

/** Writes what the plan says; stops at what the portal refuses, and gives that. */
async function write(
  deps: ApplyRoomDeps,
  work: Work,
): Promise<{ readonly refusal: Refusal; readonly plan: LinkPlan } | null> {
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
        if (step.do === 'revoke') deps.log.line(`✓ revoked ${shortId(step.link.id)}`);
      });
      remember(work, written.id, plan);
      work.executed.set(one, written);
      // A link that this run made itself, and gave up for that of another run, was never there for anyone.
      const extras = plan.extras.filter(({ id }) => !work.mine.has(id));
      work.extras.set(entry, [...(work.extras.get(entry) ?? []), ...extras]);
      work.state = stateAfter(work.state, plan, written.id);
    } catch (error) {
      if (error instanceof Refusal) return { refusal: error, plan };
      if (error instanceof Failure && isOutcomeUnknown(error)) {
        deps.log.line('✗ whether the last write was carried out is not known; the next run finds out');
      }
      throw error;
    }
  }
  return null;
}

function remember({ mine }: Work, id: string, plan: LinkPlan): void {
  if (plan.steps.some((step) => step.do !== 'revoke') && !mine.has(id)) mine.set(id, plan);
}

async function revokeGoing(deps: ApplyRoomDeps, work: Work, going: readonly Going[]): Promise<void> {
  const outcome = await revokeLinks(
    deps,
    work.state,
    going.map(({ link }) => link),
  );
  work.state = { ...work.state, links: outcome.links ?? work.state.links };
  work.revoked.push(...going.filter(({ link }) => outcome.revoked.includes(link)));
  for (const { id, type } of outcome.revoked) {
    deps.log.line(`✓ revoked ${shortId(id)}   ✓ read back   ✓ tried: ${opensWords.nothing}`);
    if (type === 'invitation') deps.log.line('  People who have joined by the invitation stay members of the room.');
  }
  if (outcome.problems.length > 0) throw new Failure(outcome.problems);
}

async function readBack(deps: ApplyRoomDeps, work: Work): Promise<void> {
  work.state = { ...work.state, ...(await deps.portal.links(work.state.room.id)) };
}

/** Whether another run has made a link in the place of one that this run has written. */
function isRivalled({ state, executed }: Work, identity: Identity): boolean {
  return Array.from(executed).some(([{ plan }, { id }]) => hasRivals(state, plan, id, identity));
}

/** Whether this run has written the link of an entry, or taken others of its key away. */
function isTouched({ executed, mine }: Work, one: Staying): boolean {
  return executed.has(one) || (one.plan.steps.length === 0 && mine.has(one.plan.id ?? ''));
}

async function proveOne(deps: ApplyRoomDeps, work: Work, one: Staying): Promise<void> {
  const written = work.executed.get(one) ?? { id: one.plan.id ?? '', link: null };
  const opens = await openListed(deps.portal, work.state, written.id);
  await prove({ ...deps, seen: (state) => (work.state = state) }, one.plan, written, work.state, opens);
  const told = work.mine.get(written.id) ?? one.plan;
  const tried = opens === 'unknown' ? [] : [`✓ tried: ${opensWords[opens]}`];
  deps.log.line([`✓ ${doneWords[told.action]} ${shortId(written.id)}`, '✓ read back', ...tried].join('   '));
}

const doneWords: Readonly<Record<LinkPlan['action'], string>> = {
  create: 'created',
  update: 'updated',
  replace: 'replaced',
  rotate: 'rotated',
  none: 'kept',
};

function doneChanges(work: Work): readonly Change[] {
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

function undoneOf(work: Work): readonly (Going | Staying)[] {
  const gone = work.revoked.map(({ link }) => link.id);
  return [
    ...work.plan.going.filter(({ link }) => !gone.includes(link.id)),
    ...work.plan.staying.filter((one) => isUndone(work, one)),
  ];
}

function isUndone({ executed, unproved }: Work, one: Staying): boolean {
  return unproved.has(one) || (one.plan.steps.length > 0 && !executed.has(one));
}
