import type { DocSpace } from '../../docspace/port.ts';
import { Refusal } from '../../docspace/refusal.ts';
import { type Change, changesOf } from '../../links/change.ts';
import type { Wish } from '../../links/desired.ts';
import { resolved } from '../../links/find.ts';
import { kindOf, type Link, type Opens } from '../../links/link.ts';
import { type LinkPlan, type PlanContext, planLink } from '../../links/plan-link.ts';
import { Failure, failure } from '../../links/problem.ts';
import type { RoomRef, RoomState } from '../../links/room.ts';
import type { Secret } from '../../links/secret.ts';
import { around } from '../../links/shown-id.ts';
import { explainRefusal, isOutcomeUnknown } from '../../reconcile/explain.ts';
import { changedMeanwhile, hasRivals, makesLink, openListed, prove } from '../../reconcile/prove-link.ts';
import { readLinksBack, readRoom, resolveRoom } from '../../reconcile/read-room.ts';
import { executePlan, type Written } from '../../reconcile/write-link.ts';
import { type Log, opensWords, placesLine, planLines, roomLine, shortId } from '../../render/log.ts';

/** What set works with. */
export interface SetDeps {
  readonly portal: DocSpace;
  readonly log: Log;
  readonly context: () => PlanContext;
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
  readonly room: RoomRef;
  readonly wish: Wish;
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

/** How often a plan is made anew because others changed the room meanwhile. */
const attempts = 4;

/**
 * Makes sure that the room has the one link of the wish: read, plan, write, read back and compare, and try the link
 * as a stranger would. Throws a `Failure` whenever it is not proved that the portal did what was asked.
 */
export async function set(deps: SetDeps, task: SetTask): Promise<SetReport> {
  const { portal, log } = deps;
  const roomId = await resolveRoom(portal, task.room);
  let state = await readRoom(portal, roomId);
  deps.seen(state);
  log.line(roomLine(state));

  const mine: Mine = new Map();
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const context = deps.context();
    const { plan, problems } = planLink(state, wishOf(task.wish, state, mine, context), context);
    if (plan === undefined) throw new Failure(problems);
    planLines(plan, context.now, state.links).forEach(log.line);
    const nothingToDo = plan.steps.length === 0 && !mine.has(plan.id ?? '');
    if (task.dryRun || nothingToDo) return finish(deps, task, mine, plan, state, null);

    const earlier = plan.steps.length === 0 ? mine.get(plan.id ?? '') : undefined;
    // A write that seemed to fail has been carried out.
    if (earlier !== undefined) deps.wrote(earlier);
    if (makesLink(plan)) deps.intend({ roomId, linkId: plan.id, expiration: plan.target.expiration });
    // Before the write, since one that seems to fail may have been carried out.
    if (plan.id !== null) remember(mine, plan.id, plan);
    const { links: before } = state;
    let written: Written;
    try {
      written = await executePlan(portal, plan, (step) => {
        deps.wrote(plan);
        if (step.do === 'revoke') log.line(`✓ revoked ${shortId(step.link.id, around(before, plan))}`);
      });
    } catch (error) {
      if (error instanceof Failure && isOutcomeUnknown(error)) {
        log.line('✗ whether the last write was carried out is not known; the next run with the same inputs finds out');
      }
      if (!(error instanceof Refusal)) throw error;
      const fresh = await readRoom(portal, roomId);
      if (!changedMeanwhile(state, fresh) || attempt === attempts) throw await explainRefusal(error, plan, portal);
      log.line('The room has changed since it was read → plan again');
      state = fresh;
      deps.seen(state);
      continue;
    }
    remember(mine, written.id, plan);
    if (makesLink(plan) && plan.id === null) {
      deps.intend({ roomId, linkId: written.id, expiration: plan.target.expiration });
    }

    const { link: answered } = written;
    const [read, tried] = await Promise.all([
      readLinksBack(portal, state, true),
      answered === null ? null : portal.open(answered),
    ]);
    state = read;
    deps.seen(state);
    if (hasRivals(state, plan, written.id, context.identity)) {
      log.line('Another run made the same link at the same time → agree on one');
      continue;
    }
    const opens = tried ?? (await openListed(portal, state, written.id));
    await prove(deps, plan, written, state, opens);
    return finish(deps, task, mine, plan, state, { written, opens });
  }
  throw failure('conflict', `Room ${roomId} was changed by others each time this step tried to write.`);
}

/** What this run has written, over its attempts: the id of each link, and the first plan that wrote it. */
type Mine = Map<string, LinkPlan>;

function remember(mine: Mine, id: string, plan: LinkPlan): void {
  if (plan.steps.some((step) => step.do !== 'revoke') && !mine.has(id)) mine.set(id, plan);
}

/**
 * What is still to be done of a wish, once this run has written: a new URL is given once, however often the plan is made
 * anew, and a link that was named by its id is the one that took its place.
 */
function wishOf(wish: Wish, state: RoomState, mine: Mine, { identity }: PlanContext): Wish {
  const left = mine.size === 0 ? wish : resolved(state, wish, identity);
  return state.links.some(({ id }) => mine.has(id)) ? { ...left, rotate: false } : left;
}

/** The outcome: for a dry run and for nothing to do without `done`. */
function finish(
  deps: SetDeps,
  task: SetTask,
  mine: Mine,
  plan: LinkPlan,
  state: RoomState,
  done: { readonly written: Written; readonly opens: Opens } | null,
): SetReport {
  const id = done?.written.id ?? plan.id;
  const link = state.links.find((one) => one.id === id) ?? null;
  const told = mine.get(id ?? '') ?? plan;
  const extras = plan.extras.filter((extra) => !mine.has(extra.id));
  const result = told.action === 'none' && extras.length > 0 ? 'updated' : results[told.action];
  if (task.dryRun) {
    deps.log.line('Dry run: nothing was written');
  } else {
    const proofs =
      done === null ? [] : ['✓ read back', ...(done.opens === 'unknown' ? [] : [`✓ tried: ${opensWords[done.opens]}`])];
    const places = placesLine(state.room, state.links, kindOf(plan));
    const parts = [
      `✓ ${result}${link === null ? '' : ` ${shortId(link.id, around(state.links, plan))}`}`,
      ...proofs,
      ...(places === '' ? [] : [places]),
    ];
    deps.log.line(parts.join('   '));
  }
  return {
    result,
    changed: result !== 'unchanged',
    state,
    link,
    plan: changesOf({ ...told, id: id ?? told.id, extras }),
    primaryPlan: told,
    opens: done?.opens ?? '',
    newPassword: told.newPassword,
  };
}
