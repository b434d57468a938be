import { mapConcurrent, roomsAtOnce } from '../../docspace/pool.ts';
import type { DocSpace } from '../../docspace/port.ts';
import { portalNow, portalTime } from '../../docspace/portal-clock.ts';
import { type Change, revokeChange } from '../../links/change.ts';
import type { ToRevoke } from '../../links/declared-links.ts';
import { type FileRoom, type LinksFile, located } from '../../links/declared.ts';
import type { History } from '../../links/history.ts';
import {
  type Limits,
  countProblem,
  restrictedProblems,
  wideningProblems,
  writesOpenLinks,
} from '../../links/limits.ts';
import { overdueProblem } from '../../links/past-date.ts';
import {
  changesOfRoom,
  planRoom,
  type RoomPlan,
  type RoomPlanContext,
  type ToKeep,
} from '../../links/plan-declared.ts';
import type { PlannedRoom } from '../../links/plan-room.ts';
import type { Problem } from '../../links/problem.ts';
import type { RoomState } from '../../links/room.ts';
import type { Event } from '../../links/events.ts';
import type { Outcome } from '../../reconcile/outcome.ts';
import { reconcile } from '../../reconcile/reconcile.ts';
import { halfMadeWarning, logEvent } from '../../render/event-lines.ts';
import { type Log, roomName } from '../../render/log.ts';
import { itemWords, placedLine, roomPlanLines } from '../../render/plan.ts';
import { type FileRoomState, type MissingRoom, readRooms } from './read-rooms.ts';

/** What apply works with. */
export interface ApplyDeps {
  readonly portal: DocSpace;
  readonly log: Log;
  /** Resolves after so many milliseconds, sooner when the step's time is up. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** The time by the runner's clock. */
  readonly now: () => Date;
  /** Called with each room when it was read, so that what is known survives a failure. */
  readonly seen: (states: readonly RoomState[]) => void;
}

/** What apply is asked to do. */
export interface ApplyTask extends Limits {
  readonly file: LinksFile;
  readonly context: Omit<RoomPlanContext, 'now'>;
  readonly dryRun: boolean;
}

/** What became of a room in which there was something to do. */
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
  readonly undone: readonly (ToRevoke | ToKeep)[];
  readonly problems: readonly Problem[];
}

/** The word for what apply has done; '' if it has done nothing though it should. */
export type ApplyResult = 'applied' | 'unchanged' | 'planned' | '';

/** What apply has done, or with `dryRun` would do. */
export interface ApplyReport {
  readonly result: ApplyResult;
  /** The plan that was shown and checked. */
  readonly plans: readonly RoomPlan[];
  /** Rooms of the file that are not there, and need not be: see `readRooms`. */
  readonly missing: readonly MissingRoom[];
  /** What was done and is proved; where nothing was to be written, what was planned. */
  readonly changes: readonly Change[];
  /** Of each room in which there was something to do; none if nothing was to be written. */
  readonly outcomes: readonly RoomOutcome[];
  /** How many links are absent as described, without a change. */
  readonly gone: number;
  /** The rooms as they were read last. */
  readonly states: readonly RoomState[];
  /** What forbids the plan, or what went wrong. */
  readonly problems: readonly Problem[];
}

/**
 * Makes the portal match the file: read all rooms, plan and check everything, then write. Throws a `Failure` if a room
 * cannot be read; everything else that goes wrong is told in the report, and a room that fails does not stop the others.
 */
export async function apply(deps: ApplyDeps, task: ApplyTask): Promise<ApplyReport> {
  const { portal } = deps;
  // One time for the whole run, by the portal's clock as the first answers show it: plans that are made anew ask for the
  // same dates.
  const started = deps.now();
  const contextNow = (): RoomPlanContext => ({ ...task.context, now: portalNow(portal, started) });
  const { rooms, missing } = await readRooms(
    portal,
    task.file,
    () => contextNow().now,
    ({ state, room }) => !hasChanges(planRoom(state, room, contextNow())),
  );
  const { warning } = portalTime(portal, deps.now());
  if (warning !== null) deps.log.warning('Clocks differ', warning);
  const context = contextNow();
  deps.seen(rooms.map(({ state }) => state));
  const plans = rooms.map(({ state, room }) => planRoom(state, room, context));
  roomPlanLines(plans, missing, context.now).forEach(deps.log.line);
  const kept = plans.flatMap(({ toKeep }) => toKeep).flatMap(({ plan }) => [halfMadeWarning(plan)]);
  for (const words of kept) if (words !== null) deps.log.warning(...words);
  const problems = await check(deps, task, plans);
  const planned = plans.flatMap(changesOfRoom);
  const states = rooms.map(({ state }) => state);
  const overdue = plans.flatMap((plan) => overdueIn(task.file, plan));
  const report: ApplyReport = {
    result: '',
    plans,
    missing,
    changes: planned,
    outcomes: [],
    gone: goneCount(plans, missing, () => undefined),
    states,
    problems: [...problems, ...overdue],
  };
  if (task.dryRun) {
    deps.log.line('Dry run: nothing was written');
    return { ...report, result: 'planned' };
  }
  if (problems.length > 0) return report;
  if (!plans.some(hasChanges)) return { ...report, result: overdue.length === 0 ? 'unchanged' : '' };
  return carryOut(deps, { ...task, context }, rooms, report);
}

/** Links that are absent as described without a change, those of rooms that are not there included. */
function goneCount(
  plans: readonly RoomPlan[],
  missing: readonly MissingRoom[],
  outcomeOf: (index: number) => RoomOutcome | undefined,
): number {
  const inRooms = plans.reduce((sum, plan, index) => sum + (outcomeOf(index)?.gone ?? plan.gone.length), 0);
  return inRooms + linkCount(missing);
}

function linkCount(missing: readonly MissingRoom[]): number {
  return missing.flatMap(({ links }) => links).length;
}

/** Entries that cannot be as the file says, though all others can. */
function overdueIn({ path }: LinksFile, { overdue }: RoomPlan): readonly Problem[] {
  return overdue.map((one) => located(path, overdueProblem(one)));
}

function hasChanges(plan: RoomPlan): boolean {
  return changesOfRoom(plan).some(({ action }) => action !== 'none');
}

/** Everything that forbids the plan, before the first write. */
async function check({ portal }: ApplyDeps, task: ApplyTask, plans: readonly RoomPlan[]): Promise<readonly Problem[]> {
  const { path } = task.file;
  const open = plans.some(writesOpenLinks);
  const restricted = open && (await portal.sharing())?.restrictedInRooms === true;
  const count = countProblem(plans, task.maxChanges);
  return [
    ...plans
      .flatMap((plan) => [
        ...plan.problems,
        ...(restricted ? restrictedProblems(plan) : []),
        ...(task.allowWidening ? [] : wideningProblems(plan)),
      ])
      .map((one) => located(path, one)),
    ...(count === null ? [] : [count]),
  ];
}

async function carryOut(
  deps: ApplyDeps,
  task: ApplyTask & { readonly context: RoomPlanContext },
  rooms: readonly FileRoomState[],
  report: ApplyReport,
): Promise<ApplyReport> {
  const work = report.plans.flatMap((plan, index) => (hasChanges(plan) ? [{ plan, index }] : []));
  const done = await mapConcurrent(roomsAtOnce, work, async ({ plan, index }) => {
    const logged: string[] = [];
    // Rooms are written at the same time: the lines of each are told together.
    const log = { ...deps.log, line: (text: string) => logged.push(text) };
    const outcome = await applyRoom({ ...deps, log }, task, (rooms[index] as FileRoomState).room, plan);
    tell(deps.log, plan, logged, outcome);
    return { index, outcome };
  });
  const outcomeOf = (index: number): RoomOutcome | undefined => done.find((one) => one.index === index)?.outcome;
  const changes = report.plans.flatMap((plan, index) => outcomeOf(index)?.changes ?? changesOfRoom(plan));
  const problems = report.plans.flatMap((plan, index) => outcomeOf(index)?.problems ?? overdueIn(task.file, plan));
  // Another run may have done all of it meanwhile.
  const nothing = problems.length === 0 ? 'unchanged' : '';
  return {
    ...report,
    result: changes.some(({ action }) => action !== 'none') ? 'applied' : nothing,
    changes,
    outcomes: done.map(({ outcome }) => outcome),
    gone: goneCount(report.plans, report.missing, outcomeOf),
    states: report.states.map((state, index) => outcomeOf(index)?.state ?? state),
    problems,
  };
}

/** Carries out the plan of a room, which was read a while ago, and says what has become of it in the words of the file. */
async function applyRoom(
  deps: ApplyDeps,
  task: ApplyTask & { readonly context: RoomPlanContext },
  room: FileRoom,
  plan: RoomPlan,
): Promise<RoomOutcome> {
  const { portal, wait, log } = deps;
  const { identity } = task.context;
  const { path } = task.file;
  const plans = [plan];
  const planAgain = (state: RoomState, history: History): PlannedRoom<ToRevoke, ToKeep> => {
    const again = withinLimits(planRoom(state, room, task.context, history), task);
    if (again.problems.length > 0) return { problems: again.problems.map((one) => located(path, one)) };
    plans.push(again);
    return { plan: again };
  };
  const report = (event: Event): void => {
    if (event.event === 'verified') log.line(placedLine(event));
    logEvent(log, { nextRun: 'the next run' }, event);
  };
  const now = (): Date => portalNow(portal, deps.now());
  const outcome = await reconcile({ portal, identity, wait, report, now }, { plan, planAgain, isStale: true });
  const last = plans.findLast((one) => one === outcome.plan) ?? plan;
  return {
    state: outcome.state,
    changes: [
      ...outcome.removed.map(({ link, key }) => revokeChange(outcome.state.room, link, key)),
      ...outcome.placed.filter(({ isDone }) => isDone).flatMap((placed) => placed.changes),
    ],
    gone: goneIn(last, outcome),
    unknown: outcome.unknown,
    undone: undoneIn(outcome),
    problems: [
      ...outcome.problems.map(({ problem, entry }) => {
        const line = outcome.plan.toKeep.find((one) => one.entry === entry)?.entry.line ?? plan.line;
        return problem.place === undefined ? located(path, { line, problem }) : problem;
      }),
      ...overdueIn(task.file, last),
    ],
  };
}

/** How many entries of the file want links absent that this run did not have to take away. */
function goneIn({ gone }: RoomPlan, { removed, gone: theirs }: Outcome<ToRevoke, ToKeep>): number {
  const mine = removed.map(({ entry }) => entry);
  const absent = theirs.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  return new Set([...gone, ...absent].filter((entry) => !mine.includes(entry))).size;
}

/** What was planned and is not done, or not proved. */
function undoneIn({ plan, removed, gone, placed }: Outcome<ToRevoke, ToKeep>): readonly (ToRevoke | ToKeep)[] {
  const away = [...removed, ...gone].map(({ link }) => link.id);
  return [
    ...plan.toRevoke.filter(({ link }) => !away.includes(link.id)),
    ...placed.filter(({ isDone }) => !isDone).map(({ one }) => one),
  ];
}

/** A plan that was made anew has to pass the same brakes. */
function withinLimits(plan: RoomPlan, { allowWidening, maxChanges }: Limits): RoomPlan {
  const count = countProblem([plan], maxChanges);
  return {
    ...plan,
    problems: [
      ...plan.problems,
      ...(allowWidening ? [] : wideningProblems(plan)),
      ...(count === null ? [] : [{ line: plan.line, problem: count }]),
    ],
  };
}

function tell(log: Log, { state }: RoomPlan, logged: readonly string[], { undone, problems }: RoomOutcome): void {
  log.line(`${roomName(state.room)}:`);
  for (const line of logged) log.line(`  ${line}`);
  for (const item of undone) log.line(`  ✗ not done: ${itemWords(item, state.links)}`);
  for (const { message } of problems) log.line(`  ✗ ${message}`);
}
