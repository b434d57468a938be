import type { DocSpace } from '../../docspace/port.ts';
import { portalNow, portalTime } from '../../docspace/portal-clock.ts';
import { type Change, changesOf } from '../../links/change.ts';
import type { DesiredLink } from '../../links/desired.ts';
import { type History, newHistory, planRemaining } from '../../links/history.ts';
import { kindOf, type Link, type Opens, opensWords } from '../../links/link.ts';
import type { LinkPlan, PlanContext } from '../../links/plan-link.ts';
import type { Placement, PlannedRoom, Removal } from '../../links/plan-room.ts';
import { Failure, problem, type Problem } from '../../links/problem.ts';
import type { RoomReference, RoomState } from '../../links/room.ts';
import type { Secret } from '../../links/secret.ts';
import { around } from '../../links/shown-id.ts';
import { formatInstant } from '../../links/time.ts';
import type { Event } from '../../links/events.ts';
import type { Outcome, Placed } from '../../reconcile/outcome.ts';
import { readRoom, resolveRoom } from '../../reconcile/read-room.ts';
import { reconcile } from '../../reconcile/reconcile.ts';
import { halfMadeWarning, logEvent } from '../../render/event-lines.ts';
import { type Log, placesLine, planLines, roomLine, shortId } from '../../render/log.ts';

/** What set works with. */
export interface SetDeps {
  readonly portal: DocSpace;
  readonly log: Log;
  /** The time by the runner's clock. */
  readonly now: () => Date;
  /** Resolves after so many milliseconds, sooner when the step's time is up. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly context: Omit<PlanContext, 'now'>;
  /** Called with the room each time it was read, so that what is known survives a failure. */
  readonly seen: (state: RoomState) => void;
  /** Called after each write of a plan. */
  readonly wrote: (plan: LinkPlan) => void;
  /** Called before the first write of a link that this run makes, and again when the portal has drawn its id. */
  readonly intend: (intent: Intent) => void;
}

/** The link that this run is about to make: what a later step needs to take it away again. */
export interface Intent {
  readonly roomId: string;
  /** Null for a primary link, until the portal has drawn its id. */
  readonly linkId: string | null;
  readonly expiration: Date | null;
}

/** What set is asked to do. */
export interface SetTask {
  readonly room: RoomReference;
  readonly desired: DesiredLink;
  readonly dryRun: boolean;
}

/** The word for what became of the link. */
export type SetResult = 'created' | 'updated' | 'unchanged' | 'replaced' | 'rotated';

/** What set has done, or with `dryRun` would do. */
export interface SetReport {
  readonly result: SetResult;
  readonly changed: boolean;
  readonly state: RoomState;
  /** The link as the portal lists it; null if a dry run would make it. */
  readonly link: Link | null;
  readonly plan: readonly Change[];
  readonly primaryPlan: LinkPlan;
  /** '' if nothing was written. */
  readonly opens: Opens | '';
  readonly newPassword: Secret | null;
}

const results: Readonly<Record<LinkPlan['action'], SetResult>> = {
  create: 'created',
  update: 'updated',
  replace: 'replaced',
  rotate: 'rotated',
  none: 'unchanged',
};

/**
 * Makes sure that the room has the one link of the desired link: reads the room, plans, and makes it so, see `reconcile`. Throws
 * a `Failure` whenever it is not proved that the portal did what was asked.
 */
export async function set(deps: SetDeps, task: SetTask): Promise<SetReport> {
  const { portal, log } = deps;
  const first = await readRoom(portal, await resolveRoom(portal, task.room), undefined, deps.seen);
  deps.seen(first);
  log.line(roomLine(first));
  const { warning } = portalTime(portal, deps.now());
  if (warning !== null) log.warning('Clocks differ', warning);
  const now = (): Date => portalNow(portal, deps.now());

  const { desired } = task;
  const planAgain = (state: RoomState, history: History): PlannedRoom<Removal, Placement> => {
    const overdue = overdueProblem(desired, now(), deps.now());
    if (overdue !== null) return { problems: [overdue] };
    const context = { ...deps.context, now: now() };
    const { value: plan, problems } = planRemaining(state, desired, { entry: task, history }, context);
    return plan === undefined ? { problems } : { plan: { state, toRevoke: [], toKeep: [{ plan, entry: task }] } };
  };
  const { plan, problems } = planAgain(first, newHistory(first));
  if (plan === undefined) throw new Failure(problems);
  const [{ plan: linkPlan }] = plan.toKeep as readonly [Placement];
  planLines(linkPlan, now(), first.links).forEach(log.line);
  const kept = halfMadeWarning(linkPlan);
  if (kept !== null) log.warning(...kept);
  if (task.dryRun) {
    log.line('Dry run: nothing was written');
    return reportOf(linkPlan, first, null);
  }
  const report = (event: Event): void => {
    note(deps, event, first.room.id);
    if (event.event === 'planned') {
      const [{ plan: again }] = event.plan.toKeep as readonly [Placement];
      planLines(again, now(), event.plan.state.links).forEach(log.line);
      const left = kept === null ? halfMadeWarning(again) : null;
      if (left !== null) log.warning(...left);
    }
    logEvent(log, { nextRun: 'the next run with the same inputs' }, event);
  };
  const { identity } = deps.context;
  return finish(deps, await reconcile({ portal, identity, report, wait: deps.wait, now }, { plan, planAgain }));
}

/** Why a date that passed between the reading of the inputs and now cannot be set, by the portal's clock. */
function overdueProblem({ expiration }: DesiredLink, portals: Date, runners: Date): Problem | null {
  if (expiration?.kind !== 'instant' || expiration.at > portals) return null;
  return problem(
    'expired-on-the-way',
    `\`expiration\`: ${formatInstant(expiration.at)} has passed by the portal's clock, which says ${formatInstant(portals)}; the runner's says ${formatInstant(runners)}.`,
  );
}

/** Tells the verb what it has to know even if the step fails later. */
function note({ seen, wrote, intend }: SetDeps, event: Event, roomId: string): void {
  if (event.event === 'read') seen(event.state);
  if (event.event === 'written') wrote(event.plan);
  if (event.event === 'making') intend({ roomId, linkId: event.id, expiration: event.plan.target.expiration });
}

/** The report of what was carried out; throws what is wrong with it. */
function finish({ log, wrote }: SetDeps, { state, placed, problems }: Outcome): SetReport {
  const [one] = placed as readonly [Placed<Placement>];
  // A write that seemed to fail has been carried out.
  if (one.isWritten) wrote(one.reported);
  if (problems.length > 0) throw new Failure(problems.map(({ problem: reported }) => reported));
  const report = reportOf(one.reported, state, one);
  const { link, result, opens } = report;
  const proofs = opens === '' ? [] : ['✓ read back', ...(opens === 'unknown' ? [] : [`✓ tried: ${opensWords[opens]}`])];
  const places = placesLine(state.room, state.links, kindOf(one.reported));
  const parts = [
    `✓ ${result}${link === null ? '' : ` ${shortId(link.id, around(state.links, one.reported))}`}`,
    ...proofs,
    ...(places === '' ? [] : [places]),
  ];
  log.line(parts.join('   '));
  return report;
}

/** What was done; without `placed` what would be. */
function reportOf(reported: LinkPlan, state: RoomState, placed: Placed<Placement> | null): SetReport {
  const id = placed?.id ?? reported.id;
  const duplicates = placed?.duplicates ?? reported.duplicates;
  const result = reported.action === 'none' && duplicates.length > 0 ? 'updated' : results[reported.action];
  return {
    result,
    changed: result !== 'unchanged',
    state,
    link: state.links.find((one) => one.id === id) ?? null,
    plan: changesOf({ ...reported, id: id ?? reported.id, duplicates }),
    primaryPlan: reported,
    opens: placed?.opens ?? '',
    newPassword: reported.newPassword,
  };
}
