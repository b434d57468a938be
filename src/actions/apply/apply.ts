import { atMost, roomsAtOnce } from '../../docspace/pool.ts';
import type { Change } from '../../links/change.ts';
import { type LinksFile, located } from '../../links/declared.ts';
import {
  type Brakes,
  countProblem,
  restrictedProblems,
  wideningProblems,
  writesOpenLinks,
} from '../../links/limits.ts';
import { overdueProblem } from '../../links/past-date.ts';
import { changesOfRoom, firmRoom, planRoom, type RoomPlan, type RoomPlanContext } from '../../links/plan-room.ts';
import type { Problem } from '../../links/problem.ts';
import type { RoomState } from '../../links/room.ts';
import { applyRoom, type RoomOutcome } from '../../reconcile/apply-room.ts';
import type { RevokeDeps } from '../../reconcile/revoke-links.ts';
import { type Log, roomName } from '../../render/log.ts';
import { itemWords, planStory } from '../../render/plan.ts';
import { type FileRoomState, type MissingRoom, readRooms } from './read-rooms.ts';

/** What apply works with. */
export interface ApplyDeps extends RevokeDeps {
  /** Called with each room when it was read, so that what is known survives a failure. */
  readonly seen: (states: readonly RoomState[]) => void;
}

/** What apply is asked to do. */
export interface ApplyTask extends Brakes {
  readonly file: LinksFile;
  readonly context: RoomPlanContext;
  readonly dryRun: boolean;
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
  const planOf = ({ state, room }: FileRoomState): RoomPlan => planRoom(state, room, task.context);
  const { rooms, missing } = await readRooms(
    deps.portal,
    task.file,
    task.context.now,
    (one) => !hasChanges(planOf(one)),
  );
  deps.seen(rooms.map(({ state }) => state));
  const plans = rooms.map(planOf);
  planStory(plans, missing, task.context.now).forEach(deps.log.line);
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
  return carryOut(deps, task, rooms, report);
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
  task: ApplyTask,
  rooms: readonly FileRoomState[],
  report: ApplyReport,
): Promise<ApplyReport> {
  const work = report.plans.flatMap((plan, index) => (hasChanges(plan) ? [{ plan, index }] : []));
  const done = await atMost(roomsAtOnce, work, async ({ plan, index }) => {
    const room = firmRoom((rooms[index] as FileRoomState).room, plan);
    const story: string[] = [];
    const outcome = await applyRoom(
      {
        ...deps,
        // Rooms are written at the same time: the lines of each are told together.
        log: { ...deps.log, line: (text) => story.push(text) },
        identity: task.context.identity,
        planAgain: (state) => withBrakes(planRoom(state, room, task.context), task),
        locate: (problem) => located(task.file.path, problem),
      },
      plan,
    );
    tell(deps.log, plan, story, outcome);
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

/** A plan that was made anew has to pass the same brakes. */
function withBrakes(plan: RoomPlan, { allowWidening, maxChanges }: Brakes): RoomPlan {
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

function tell(log: Log, { state }: RoomPlan, story: readonly string[], { undone, problems }: RoomOutcome): void {
  log.line(`${roomName(state.room)}:`);
  for (const line of story) log.line(`  ${line}`);
  for (const item of undone) log.line(`  ✗ not done: ${itemWords(item, state.links)}`);
  for (const { message } of problems) log.line(`  ✗ ${message}`);
}
