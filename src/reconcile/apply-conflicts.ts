import type { DocSpace } from '../docspace/port.ts';
import type { Refusal } from '../docspace/refusal.ts';
import type { Identity } from '../links/identity.ts';
import type { Link } from '../links/link.ts';
import type { LinkPlan } from '../links/plan-link.ts';
import type { RoomState } from '../links/room.ts';
import { changes } from '../links/settings.ts';
import { verify, verifyOpens } from '../links/verify.ts';
import { touchedOf, type Work, writtenOf } from './apply-work.ts';
import { explainRefusal } from './explain.ts';
import { changedMeanwhile, hasRivals } from './prove-link.ts';
import { readLinksBack, readRoom } from './read-room.ts';

/** What looking for conflicts works with. */
interface ConflictDeps {
  readonly portal: DocSpace;
  readonly identity: Identity;
}

/** What the portal refused, and the plan that asked for it. */
export interface Refused {
  readonly refusal: Refusal;
  readonly plan: LinkPlan;
}

/** How often what is not as it was written is written again. */
const mostRepairs = 3;

/** What is told where others have changed the room. */
export const changed = 'The room has changed since it was read → plan again';

/** Reads back, and looks for another run that has done the same at the same time; what is told of it, or null. */
export async function conflictIn(deps: ConflictDeps, work: Work, attempt: number): Promise<string | null> {
  await readBack(deps, work);
  if (isRivalled(work, deps.identity)) return 'Another run made the same link at the same time → agree on one';
  // After that it is the portal that does not do as asked, and not another run: the proof tells how.
  if (attempt >= mostRepairs) return null;
  return isOverwritten(work) || (await isOvertaken(deps, work)) ? changed : null;
}

/** What stands behind a refusal. Throws why, if it is not that the room has changed. */
export async function conflictBehind(
  { portal }: ConflictDeps,
  work: Work,
  { refusal, plan }: Refused,
  attempt: number,
): Promise<string> {
  const fresh = await readRoom(portal, work.state.room.id);
  // A place that was taken for a moment, by a link that another run has given up since, leaves no trace.
  const transient = attempt === 1 && refusal.exceptionType?.endsWith('InvalidOperationException') === true;
  if (!transient && !changedMeanwhile(work.expected, fresh)) throw await explainRefusal(refusal, plan, portal);
  return changed;
}

/** Whether both lists hold the same links, with the same settings. */
export function sameLinks(some: readonly Link[], others: readonly Link[]): boolean {
  return (
    some.length === others.length &&
    some.every((one) => {
      const other = others.find(({ id }) => id === one.id);
      return other?.expired === one.expired && changes(one.type, one, other).length === 0;
    })
  );
}

/** Whether the links of a plan whose write may have been lost are as they were before it: then it was not carried out. */
export function isAsBefore({ state, expected }: Work, { id, current, extras, primary }: LinkPlan): boolean {
  const ids = [id, current?.id, ...extras.map((extra) => extra.id)];
  const its = ({ links }: RoomState): readonly Link[] =>
    links.filter((link) => ids.includes(link.id) || (primary && link.primary));
  return sameLinks(its(state), its(expected));
}

/** Reads the room's links again. */
export async function readBack(deps: ConflictDeps, work: Work): Promise<void> {
  work.state = await readLinksBack(deps.portal, work.state, work.expected.links.length > 0);
}

/** Whether another run has made a link in the place of one that this run has written. */
function isRivalled({ state, executed }: Work, identity: Identity): boolean {
  return Array.from(executed).some(([{ plan }, { id }]) => hasRivals(state, plan, id, identity));
}

/** Whether a link is not as this run has written it: another run has written it too, say with a date a second later. */
function isOverwritten(work: Work): boolean {
  return touchedOf(work).some((one) => verify(one.plan, writtenOf(work, one).id, work.state.links).length > 0);
}

/**
 * Tries all links; whether one opens otherwise than it was listed because the room has changed since: another run has
 * taken it away, to keep its own of the same key.
 */
async function isOvertaken(deps: ConflictDeps, work: Work): Promise<boolean> {
  const ids = touchedOf(work).map((one) => writtenOf(work, one).id);
  const links = work.state.links.filter(({ id }) => ids.includes(id));
  work.opens = new Map(await Promise.all(links.map(async (link) => [link.id, await deps.portal.open(link)] as const)));
  if (links.every((link) => verifyOpens(link, work.opens.get(link.id) ?? 'unknown') === null)) return false;
  const before = work.state;
  await readBack(deps, work);
  return changedMeanwhile(before, work.state);
}
