import { fixedLink, type PlannedFix } from '../../audit/fixes.ts';
import { mapConcurrent, roomsAtOnce } from '../../docspace/pool.ts';
import type { DocSpace } from '../../docspace/port.ts';
import { portalNow } from '../../docspace/portal-clock.ts';
import type { Change } from '../../links/change.ts';
import { roomProblem } from '../../links/constraints.ts';
import type { Placement, Removal } from '../../links/plan-room.ts';
import { Failure, type Problem } from '../../links/problem.ts';
import { roomName, type RoomState } from '../../links/room.ts';
import { shownId } from '../../links/shown-id.ts';
import { attempt } from '../../links/result.ts';
import type { Event } from '../../links/events.ts';
import type { Outcome } from '../../reconcile/outcome.ts';
import { readExpecting } from '../../reconcile/read-room.ts';
import { reconcile } from '../../reconcile/reconcile.ts';
import { fixLine, type NamedLink, unneededLine, updatedLines } from '../../render/audit/fixes.ts';
import { logEvent } from '../../render/event-lines.ts';
import { type Log, revokedLines } from '../../render/log.ts';
import { type FixContext, planFixNow, type Replanned } from './fix-plan.ts';
import { endsKey } from './scan/key-problems.ts';

/** What fixing works with. */
export interface FixDeps extends FixContext {
  readonly portal: DocSpace;
  readonly log: Log;
  /** Resolves after so many milliseconds, sooner when the step's time is up. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** The time by the runner's clock. */
  readonly now: () => Date;
}

/** What has become of fixes. */
export interface FixReport {
  /** What was done, and is proved. */
  readonly done: readonly Change[];
  /** What was planned and is not done, or not proved. Fixes that were not needed any more are in neither list. */
  readonly undone: readonly PlannedFix[];
  readonly problems: readonly Problem[];
  /** Ids of the rooms whose links may be others now than the scan has read: they are to be read and evaluated again. */
  readonly rooms: readonly string[];
}

/**
 * Carries out fixes that were planned, shown and counted: some rooms at a time, and within a room one link after the
 * other. Every link is read and evaluated again right before its write, and read back. What goes wrong with a link is told
 * in the report, and does not stop the others. Throws no `Failure`.
 */
export async function fix(deps: FixDeps, fixes: readonly PlannedFix[]): Promise<FixReport> {
  const rooms = [...new Set(fixes.map(({ room }) => room.id))];
  let ended = false;
  const reports = await mapConcurrent(roomsAtOnce, rooms, async (roomId) => {
    // Rooms are written at the same time: the lines of each are told together.
    const logged: string[] = [];
    const own = fixes.filter(({ room }) => room.id === roomId);
    // With a key that has died no room can be written. Of the rooms that met it at the same time one says so.
    const report = ended
      ? { done: [], undone: own, problems: [], rooms: [] }
      : await fixRoom({ ...deps, log: { ...deps.log, line: (text) => logged.push(text) } }, roomId, own);
    const problems = ended ? report.problems.filter((one) => !endsKey(one)) : report.problems;
    ended ||= problems.some(endsKey);
    tell(deps, own, logged, { ...report, problems });
    return { ...report, problems };
  });
  return {
    done: reports.flatMap(({ done }) => done),
    undone: reports.flatMap(({ undone }) => undone),
    problems: reports.flatMap(({ problems }) => problems),
    rooms: reports.flatMap((report) => report.rooms),
  };
}

async function fixRoom(deps: FixDeps, roomId: string, fixes: readonly PlannedFix[]): Promise<FixReport> {
  const done: Change[] = [];
  const undone: PlannedFix[] = [];
  const problems: Problem[] = [];
  let wasRead = false;
  // Read back after each write, the room is as it has to be read before the next one.
  let state: RoomState | null = null;
  for (const planned of fixes) {
    if (problems.some(endsKey)) {
      undone.push(planned);
      continue;
    }
    try {
      state ??= await readWritable(deps, roomId);
      wasRead = true;
      const { change, state: after } = await fixLink(deps, state, planned);
      state = after;
      if (change !== null) done.push(change);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      state = null;
      undone.push(planned);
      // What stands in the way of the whole room is told once.
      const reported = problems.map(({ message }) => message);
      problems.push(...error.problems.filter(({ message }) => !reported.includes(message)));
    }
  }
  return { done, undone, problems, rooms: wasRead ? [roomId] : [] };
}

/** Revokes links once more that were revoked, and that a room lists again; what goes wrong with that. Throws no `Failure`. */
export async function revokeAgain(
  deps: FixDeps,
  roomId: string,
  changes: readonly Change[],
): Promise<readonly Problem[]> {
  const { value: state, failed } = await attempt(() => readWritable(deps, roomId));
  if (state === undefined) return failed.problems;
  const ids = changes.map(({ linkId }) => linkId);
  const toRevoke = state.links.filter(({ id }) => ids.includes(id)).map((link) => ({ link, key: null }));
  const plan = { state, toRevoke, toKeep: [] };
  const { portal, identity, wait, log } = deps;
  const { problems } = await reconcile(
    {
      portal,
      identity,
      wait,
      now: () => portalNow(portal, deps.now()),
      report: (event) => {
        logEvent(log, nextRun, event);
      },
    },
    { plan, planAgain: () => ({ plan }) },
  );
  return problems.map(({ problem }) => problem);
}

const nextRun = { nextRun: 'the next run' };

/** Reads a room whose links are to be written. Throws a `Failure` if they cannot be. */
async function readWritable({ portal }: FixDeps, roomId: string): Promise<RoomState> {
  const state = await readExpecting(portal, roomId);
  const unwritable = roomProblem(state.room);
  if (unwritable !== null) throw new Failure([unwritable]);
  return state;
}

/** What became of a fix. */
interface Fixed {
  /** What was done, and is proved; null if there was nothing to be done any more. */
  readonly change: Change | null;
  /** The room as it was read after the last write; null if it has to be read again. */
  readonly state: RoomState | null;
}

/**
 * Carries out a fix in a room that was read just now: see `planFixNow` and `reconcile`. Throws a `Failure` if it is not
 * proved that the portal did what was asked, and no other thing.
 */
async function fixLink(deps: FixDeps, state: RoomState, planned: PlannedFix): Promise<Fixed> {
  const first = await planFixNow(state, planned, deps);
  if (first.problems !== undefined) throw new Failure(first.problems);
  if (first.unneeded !== undefined) return unneeded(deps, state, planned, first.unneeded);
  const plans: Replanned[] = [first];
  const { portal, identity, wait, log } = deps;
  const outcome: Outcome = await reconcile(
    {
      portal,
      identity,
      wait,
      now: () => portalNow(portal, deps.now()),
      report: (event: Event) => {
        // What a fix has done is told in its own words.
        if (!['removed', 'gone', 'kept'].includes(event.event)) logEvent(log, nextRun, event);
      },
    },
    {
      plan: first.plan,
      withoutProbe: true,
      // It may be another one by the time a revoke is repeated.
      matches: async (link) => {
        const links = state.links.map((one) => (one.id === link.id ? link : one));
        const again = await planFixNow({ ...state, links }, planned, deps);
        plans.push(again);
        return again.plan !== undefined;
      },
      planAgain: async (now) => {
        const again = await planFixNow(now, planned, deps);
        if (again.problems !== undefined) return { problems: again.problems };
        plans.push(again);
        return { plan: again.plan ?? { state: now, toRevoke: [], toKeep: [] } };
      },
    },
  );
  const last = plans.at(-1) ?? first;
  if (last.problems !== undefined) throw new Failure(last.problems);
  // What this run has written is fixed by it, whatever others have changed since.
  if (last.unneeded === 'changed' && outcome.history.written.has(planned.link.id) && outcome.problems.length === 0) {
    updatedLines({ ...planned.link, shown: shownIn(outcome.state, planned) }, first.change.fields).forEach(log.line);
    return { change: first.change, state: outcome.state };
  }
  if (last.unneeded !== undefined || outcome.gone.length > 0) {
    return { ...unneeded(deps, outcome.state, planned, last.unneeded ?? 'gone'), state: null };
  }
  return finish(deps, planned, last, outcome);
}

async function finish(
  deps: FixDeps,
  planned: PlannedFix,
  { plan, change }: Extract<Replanned, { readonly change: Change }>,
  outcome: Outcome,
): Promise<Fixed> {
  const { state, problems } = outcome;
  const named = (link: NamedLink & { readonly id: string }): typeof link => ({
    ...link,
    shown: shownIn(plan.state, planned),
  });
  const [toRevoke] = plan.toRevoke;
  if (toRevoke !== undefined) {
    const isRevoked =
      outcome.removed.length > 0 || (outcome.unproved.length > 0 && (await isGone(deps, plan.state, toRevoke)));
    // Where the connection was lost, it may be revoked all the same.
    if (!isRevoked) throw new Failure(problems.map(({ problem }) => problem));
    revokedLines([toRevoke.link], plan.state.links).forEach(deps.log.line);
    return { change, state: null };
  }
  const [placed] = outcome.placed;
  if (placed === undefined || (!placed.isDone && !placed.isFound))
    throw ofLink(
      problems.map(({ problem }) => problem),
      plan.toKeep[0],
      state,
    );
  updatedLines(named({ ...planned.link, shown: planned.shown }), change.fields).forEach(deps.log.line);
  return { change, state };
}

function shownIn({ links }: RoomState, { link, shown }: PlannedFix): PlannedFix['shown'] {
  return { id: shownId(link.id, links), key: shown.key };
}

function unneeded({ log }: FixDeps, state: RoomState, planned: PlannedFix, why: 'gone' | 'changed'): Fixed {
  const { id, title, type } = planned.link;
  const link = state.links.find((one) => one.id === id) ?? { title, type };
  log.line(unneededLine({ ...link, shown: shownIn(state, planned) }, why));
  return { change: null, state };
}

/** The problems of a write, which name the link. */
function ofLink(problems: readonly Problem[], one: Placement | undefined, { room }: RoomState): Failure {
  const link = one?.plan.current ?? null;
  if (link === null) return new Failure(problems);
  return new Failure(
    problems.map((reported) => {
      if (reported.message.includes(link.id)) return reported;
      if (reported.code === 'expired-on-the-way') {
        const message = `The ${fixedLink(room, link)} ends at this moment. ${reported.message}`;
        return { ...reported, message, hint: 'Run the audit again.' };
      }
      return { ...reported, message: `${reported.message} It is the ${fixedLink(room, link)}.` };
    }),
  );
}

async function isGone(deps: FixDeps, { room }: RoomState, { link }: Removal): Promise<boolean> {
  const { value } = await attempt(() => readWritable(deps, room.id));
  if (value === undefined || value.links.some(({ id }) => id === link.id)) return false;
  return (await deps.portal.open(link)) === 'nothing';
}

function tell(
  { log }: FixDeps,
  [first]: readonly PlannedFix[],
  logged: readonly string[],
  { undone, problems }: FixReport,
): void {
  if (first !== undefined) log.line(`${roomName(first.room)}:`);
  for (const line of logged) log.line(`  ${line}`);
  for (const planned of undone) log.line(`  ✗ not done: ${fixLine(planned)}`);
  for (const { message } of problems) log.line(`  ✗ ${message}`);
}
