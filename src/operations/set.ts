import type { DocSpace } from '../docspace/docspace.ts';
import { Refusal } from '../docspace/refusal.ts';
import { changesOf, type Change } from '../links/change.ts';
import { isPermanent } from '../links/desired.ts';
import { idPrefix } from '../links/identity.ts';
import { kindOf, type Link } from '../links/link.ts';
import type { Opens } from '../links/opens.ts';
import { planLink, type LinkPlan, type PlanContext } from '../links/plan.ts';
import { Failure, failure } from '../links/problem.ts';
import type { RoomRef, RoomState } from '../links/room.ts';
import type { Secret } from '../links/secret.ts';
import { verify, verifyOpens, type Difference } from '../links/verify.ts';
import type { Wish } from '../links/wish.ts';
import type { Log } from '../present/log.ts';
import { opensWords, placesLine, planLines, roomLine, shortId } from '../present/story.ts';
import { explainDifferences, explainRefusal } from './explain.ts';
import { readRoom, resolveRoom } from './read-room.ts';
import { executePlan, revoke, type Written } from './write-link.ts';

/** What set works with. */
export interface SetDeps {
  readonly portal: DocSpace;
  readonly log: Log;
  readonly context: () => PlanContext;
  /** Called with the room each time it was read, so that what is known survives a failure. */
  readonly seen: (state: RoomState) => void;
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

  const mine: Run = { written: [], first: null };
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const context = deps.context();
    const { plan, problems } = planLink(state, wishOf(task.wish, mine), context);
    if (plan === undefined) throw new Failure(problems);
    planLines(plan, context.now).forEach(log.line);
    if (task.dryRun || plan.steps.length === 0) return finish(deps, task, mine, plan, state, null);

    if (makesLink(plan)) deps.intend({ roomId, linkId: plan.id, expiration: plan.target.expiration });
    let written: Written;
    try {
      written = await executePlan(portal, plan);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const fresh = await readRoom(portal, roomId);
      if (!changedMeanwhile(state, fresh) || attempt === attempts) throw await explainRefusal(error, plan, portal);
      log.line('The room has changed since it was read → plan again');
      state = fresh;
      deps.seen(state);
      continue;
    }
    mine.first ??= plan;
    if (plan.steps.some((step) => step.do !== 'revoke')) mine.written.push(written.id);
    if (makesLink(plan) && plan.id === null) {
      deps.intend({ roomId, linkId: written.id, expiration: plan.target.expiration });
    }

    const [listing, opens] = await Promise.all([
      portal.links(roomId),
      written.link === null ? null : portal.open(written.link),
    ]);
    state = { ...state, ...listing };
    deps.seen(state);
    if (hasRivals(state, plan, written, context)) {
      log.line('Another run made the same link at the same time → agree on one');
      continue;
    }
    await prove(deps, plan, written, state, opens);
    return finish(deps, task, mine, plan, state, { written, opens });
  }
  throw failure('conflict', `Room ${roomId} was changed by others each time this step tried to write.`);
}

/** What this run has done so far, over its attempts. */
interface Run {
  /** Ids that this run has written. */
  readonly written: string[];
  /** The plan that wrote first. */
  first: LinkPlan | null;
}

/** A new URL is given once, however often the plan is made anew. */
function wishOf(wish: Wish, run: Run): Wish {
  return run.first === null ? wish : { ...wish, rotate: false };
}

function makesLink(plan: LinkPlan): boolean {
  return plan.action !== 'update' && plan.action !== 'none' && !isPermanent(plan);
}

/** Whether others have changed what the plan was made from: the room's links, its rights or its place. */
function changedMeanwhile(before: RoomState, after: RoomState): boolean {
  const facts = ({ room, links }: RoomState): string =>
    JSON.stringify([
      room.area,
      room.canEditAccess,
      links.map((link) => [link.id, link.access, link.expired]).toSorted(),
    ]);
  return facts(before) !== facts(after);
}

/** Whether the room now has another link of the same key, made by a run at the same time. */
function hasRivals(state: RoomState, plan: LinkPlan, written: Written, { identity }: PlanContext): boolean {
  if (plan.key === null || plan.primary) return false;
  const prefix = idPrefix(identity, { roomId: plan.room.id, type: plan.type, key: plan.key });
  const going = plan.steps.flatMap((step) => (step.do === 'revoke' ? [step.link.id] : []));
  return state.links.some(({ id }) => id.startsWith(prefix) && id !== written.id && !going.includes(id));
}

/** Compares what the portal now has with what was asked; takes a link back that this run made wrongly. */
async function prove(
  deps: SetDeps,
  plan: LinkPlan,
  written: Written,
  state: RoomState,
  opens: Opens | null,
): Promise<void> {
  const link = state.links.find(({ id }) => id === written.id) ?? null;
  const met = link === null || opens === null ? null : verifyOpens(link, opens);
  const differences: readonly Difference[] = [...verify(plan, written.id, state.links), ...(met === null ? [] : [met])];
  if (opens === 'unknown') {
    deps.log.warning('Link not tried', 'The link is as asked, but what a stranger with it meets could not be asked.');
  }
  if (differences.length === 0) return;
  const takeBack = link !== null && makesLink(plan);
  const takenBack = takeBack && (await revokeQuietly(deps, plan, link));
  throw await explainDifferences(differences, plan, deps.portal, takenBack);
}

async function revokeQuietly(deps: SetDeps, plan: LinkPlan, link: Link): Promise<boolean> {
  try {
    await revoke(deps.portal, plan.room.id, link);
    deps.log.line(`✗ the link is not as asked, so ${shortId(link.id)} is revoked again`);
    return true;
  } catch (error) {
    deps.log.debug(`taking back ${link.id}: ${String(error)}`);
    return false;
  }
}

/** The outcome: for a dry run and for nothing to do without `done`. */
function finish(
  deps: SetDeps,
  task: SetTask,
  run: Run,
  plan: LinkPlan,
  state: RoomState,
  done: { readonly written: Written; readonly opens: Opens | null } | null,
): SetReport {
  const id = done?.written.id ?? plan.id;
  const link = state.links.find((one) => one.id === id) ?? null;
  const ours = run.first !== null && id !== null && run.written.includes(id);
  const told = ours && run.first !== null ? run.first : plan;
  const extras = plan.extras.filter((extra) => !run.written.includes(extra.id));
  const result = told.action === 'none' && extras.length > 0 ? 'updated' : results[told.action];
  const opens = done?.opens ?? '';
  if (task.dryRun) {
    deps.log.line('Dry run: nothing was written');
  } else {
    const proofs =
      done === null
        ? []
        : ['✓ read back', ...(opens === '' || opens === 'unknown' ? [] : [`✓ tried: ${opensWords[opens]}`])];
    const places = placesLine(state.room, state.links, kindOf(plan));
    const parts = [
      `✓ ${result}${link === null ? '' : ` ${shortId(link.id)}`}`,
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
    opens,
    newPassword: ours || task.dryRun ? told.newPassword : null,
  };
}
