import type { DocSpace } from '../../docspace/port.ts';
import { portalNow, portalTime } from '../../docspace/portal-clock.ts';
import type { Change } from '../../links/change.ts';
import { roomProblem } from '../../links/constraints.ts';
import { isPermanent } from '../../links/desired.ts';
import { type History, newHistory } from '../../links/history.ts';
import type { Link } from '../../links/link.ts';
import type { PlanContext } from '../../links/plan-link.ts';
import { changesIn, type Removal, type RoomPlan } from '../../links/plan-room.ts';
import { Failure, failure, type Problem } from '../../links/problem.ts';
import type { LinkType } from '../../links/room-types.ts';
import type { RoomReference, RoomState } from '../../links/room.ts';
import { select, type Selector } from '../../links/select.ts';
import { quoted } from '../../links/text.ts';
import type { Outcome } from '../../reconcile/outcome.ts';
import { readListing, resolveRoom } from '../../reconcile/read-room.ts';
import { reconcile } from '../../reconcile/reconcile.ts';
import { logEvent } from '../../render/event-lines.ts';
import { type Log, revokedLines, roomLine, roomName, rotatedLine } from '../../render/log.ts';
import { planRotation, rotatedOf } from './rotation.ts';
import { replacementWords, selectionLines, slipWarnings } from './words.ts';

/** What revoke works with. */
export interface RevokeDeps {
  readonly portal: DocSpace;
  readonly log: Log;
  /** Resolves after so many milliseconds, sooner when the step's time is up. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** The time by the runner's clock. */
  readonly now: () => Date;
  readonly context: Omit<PlanContext, 'now' | 'defaultTitle'>;
  /** Called with the room each time it was read, so that what is known survives a failure. */
  readonly seen: (state: RoomState) => void;
}

/** What revoke is asked to do. */
export interface RevokeTask {
  readonly room: RoomReference;
  readonly selector: Selector;
  readonly type: LinkType | 'all';
  /** Whether the permanent primary link of a room may be rotated, since it cannot be revoked. */
  readonly allowRotate: boolean;
  readonly dryRun: boolean;
}

/** The word for what became of the links; '' if nothing could be done. */
export type RevokeResult = 'revoked' | 'rotated' | 'absent' | '';

/** What revoke has done, or with `dryRun` would do. `problems` says which links are still there, and why. */
export interface RevokeReport {
  readonly result: RevokeResult;
  readonly state: RoomState;
  readonly plan: readonly Change[];
  /** The links that are gone; of a rotated primary link the former one. */
  readonly revoked: readonly Link[];
  /** The permanent primary link that has got a new URL, as it was before; null if there was none to rotate. */
  readonly rotated: Link | null;
  /** Links that somebody else has taken away meanwhile. */
  readonly gone: readonly Link[];
  /** Links that somebody has prolonged meanwhile, so that they are not meant any more. */
  readonly kept: readonly Link[];
  /** Links whose revoke was sent, and what has become of them is not known. */
  readonly unproved: readonly Link[];
  /** Keys and ids that have no link. */
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Takes the links of a selector away: list, revoke, read back, try the former URLs as an anonymous visitor would. Links that are
 * not there send nothing. Throws a `Failure` before any write if something forbids it; what goes wrong with a single
 * link is told in the report, and does not stop the others.
 */
export async function revokeSelected(deps: RevokeDeps, task: RevokeTask): Promise<RevokeReport> {
  const { portal, log } = deps;
  const state = await readListing(portal, await resolveRoom(portal, task.room), deps.seen);
  deps.seen(state);
  log.line(roomLine(state));
  const unwritable = roomProblem(state.room);
  if (unwritable !== null) throw new Failure([unwritable]);
  const { warning } = portalTime(portal, deps.now());
  if (warning !== null) log.warning('Clocks differ', warning);
  const now = (): Date => portalNow(portal, deps.now());
  const context = { ...deps.context, defaultTitle: '', now: now() };
  const { value: selection, problems } = select(state, task.selector, task.type, context.identity);
  if (selection === undefined) throw new Failure(problems);

  const { missing } = selection;
  const links = selection.selected.map(({ link }) => link);
  const permanent = links.find((link) => isPermanent({ room: state.room, ...link })) ?? null;
  if (permanent !== null && !task.allowRotate) throw permanentFailure(state, permanent);
  const rotation = permanent === null ? null : planRotation(state, context, newHistory(state));
  const toRevoke = selection.selected.filter(({ link }) => link !== permanent);
  const plan: RoomPlan = { state, toRevoke, toKeep: rotation === null ? [] : [{ plan: rotation, entry: task }] };
  selectionLines(selection, permanent, state, task, context.now).forEach(log.line);
  for (const [title, text] of slipWarnings(state, task.selector, missing, context)) log.warning(title, text);
  for (const words of replacementWords(selection, state, task, context.identity))
    log.warning('Link was replaced', words);
  if (task.dryRun) log.line('Dry run: nothing was written');
  if (task.dryRun || links.length === 0) {
    return {
      result: resultOf(toRevoke.length, links.length, 'absent'),
      state,
      plan: inOrder(changesIn(plan)),
      revoked: links,
      rotated: permanent,
      gone: [],
      kept: [],
      unproved: [],
      missing,
      problems: [],
    };
  }

  const outcome = await reconcile(
    {
      portal,
      identity: context.identity,
      wait: deps.wait,
      now,
      report: (event) => {
        if (event.event === 'read') deps.seen(event.state);
        // What is revoked is told together, when all of it is known.
        else if (!['removed', 'gone', 'kept', 'revoked'].includes(event.event)) logEvent(log, nextRun, event);
      },
    },
    {
      plan,
      planAgain: (again: RoomState, history: History) => ({
        plan: {
          state: again,
          toRevoke: toRevoke.filter(
            ({ link }) => again.links.some(({ id }) => id === link.id) && !history.revoked.has(link.id),
          ),
          toKeep: rotation === null ? [] : [{ plan: planRotation(again, context, history, task), entry: task }],
        },
      }),
      // What has expired may be prolonged while the others go.
      ...(task.selector.by === 'expired' ? { matches: ({ expired }) => expired } : {}),
    },
  );
  return reportOf(deps, { state, plan, missing }, permanent, outcome);
}

const nextRun = { nextRun: 'the next run' };

/** The changes with the rotation first. */
function inOrder(changes: readonly Change[]): readonly Change[] {
  return changes.toSorted((one, other) => Number(one.action === 'revoke') - Number(other.action === 'revoke'));
}

/** The report of what was carried out, and the lines of the log for it. */
async function reportOf(
  { portal, log }: RevokeDeps,
  { state, plan, missing }: { readonly state: RoomState; readonly plan: RoomPlan; readonly missing: readonly string[] },
  permanent: Link | null,
  outcome: Outcome,
): Promise<RevokeReport> {
  const [placed = null] = outcome.placed;
  const rotated = permanent === null || placed === null ? null : await rotatedOf(portal, permanent, placed, outcome);
  if (rotated?.gone === true && permanent !== null) {
    if (rotated.opens === 'unknown') {
      log.warning('Former link not tried', `What the URL of ${permanent.id} opens could not be asked.`);
    }
    log.line(rotatedLine(permanent, placed?.id ?? '', outcome.state.links));
  }
  const linksOf = (toRevoke: readonly Removal[]): readonly Link[] => toRevoke.map(({ link }) => link);
  const removed = linksOf(outcome.removed);
  revokedLines(removed, state.links).forEach(log.line);
  for (const { link } of outcome.gone) logEvent(log, nextRun, { event: 'gone', link, links: state.links });
  for (const { link } of outcome.kept) logEvent(log, nextRun, { event: 'kept', link, links: state.links });
  const gone = rotated?.gone === true && permanent !== null ? permanent : null;
  const revoked = [...(gone === null ? [] : [gone]), ...removed];
  const problems = [...(rotated?.problems ?? []), ...outcome.problems.map(({ problem: reported }) => reported)];
  const spared = [...outcome.gone, ...outcome.kept].map(({ link }) => link.id);
  return {
    result: resultOf(removed.length, revoked.length, problems.length === 0 ? 'absent' : ''),
    state: outcome.state,
    plan: inOrder(changesIn(plan))
      .filter(({ linkId }) => !spared.includes(linkId))
      .map((change) => (change.action === 'rotate' ? { ...change, linkId: placed?.id ?? '' } : change)),
    revoked,
    rotated: gone,
    gone: linksOf(outcome.gone),
    kept: linksOf(outcome.kept),
    unproved: [
      ...(rotated?.isUnproved === true && permanent !== null ? [permanent] : []),
      ...linksOf(outcome.unproved),
    ],
    missing,
    problems,
  };
}

/** `revoked` if links have gone for good, `rotated` if only the permanent primary link has got another URL. */
function resultOf(gone: number, all: number, none: RevokeResult): RevokeResult {
  if (gone > 0) return 'revoked';
  return all > 0 ? 'rotated' : none;
}

function permanentFailure(state: RoomState, link: Link): Failure {
  return failure(
    'not-possible',
    `${roomName(state.room)} is a ${state.room.type?.label ?? 'room'}: its primary link ${link.id} ${quoted(link.title)} cannot be revoked, because the portal at once makes a new one.`,
    'With `allow-rotate: true` the link gets a new URL and the old one dies. To close the room to strangers, use a room of another type, or archive it.',
  );
}
