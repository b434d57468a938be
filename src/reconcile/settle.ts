import { widenings } from '../links/settings.ts';
import type { Link } from '../links/link.ts';
import type { LinkPlan } from '../links/plan-link.ts';
import type { Placement, Removal } from '../links/plan-room.ts';
import { failure } from '../links/problem.ts';
import { roomName } from '../links/room.ts';
import { verify, verifyOpens, type Difference } from '../links/verify.ts';
import type { Event } from '../links/events.ts';
import { readLinksBack } from './read-room.ts';
import { betweenLooks } from './removals.ts';
import { makesLink, puts, rivalsOf, firstPlanOf, touchedOf, writtenOf, type Deps, type Work } from './work.ts';
import { isSame, putLink, revokeLink } from './write.ts';

/** Why the room is to be planned again. */
export type Again = Extract<Event, { readonly event: 'conflict' }>['why'];

/**
 * Reads back what was written, and tries it; looks again where the list contradicts what the portal has confirmed, where
 * an invitation was revoked or narrowed, and where another run has made the same link. Says why the room is to be planned
 * again; null if not: then `prove` tells whether all is as asked.
 */
export async function settle<P extends Placement>(
  deps: Deps,
  work: Work<Removal, P>,
  withoutProbe: boolean,
): Promise<Again | null> {
  if (touchedOf(work).length === 0) return null;
  await look(deps, work, withoutProbe);
  if (await hasYielded(deps, work, 'larger')) return 'rivals';
  if (isDoubtful(deps, work)) {
    await lookLater(deps, work, withoutProbe);
    if (await writeOnceMore(deps, work)) await lookLater(deps, work, withoutProbe);
    else if (missing(work).length > 0) await lookLater(deps, work, withoutProbe);
  }
  takeAsListed(work);
  if (await hasYielded(deps, work, 'any')) return 'rivals';
  for (const one of touchedOf(work)) if (isTheirs(deps, work, one)) return 'changed';
  return null;
}

async function lookLater<P extends Placement>(
  deps: Deps,
  work: Work<Removal, P>,
  withoutProbe: boolean,
): Promise<void> {
  await deps.wait(betweenLooks);
  await look(deps, work, withoutProbe);
}

/** Reads the room's links again, and tries those that this run has written: at the same time, where the answer showed them. */
export async function look<P extends Placement>(
  { portal, report }: Deps,
  work: Work<Removal, P>,
  withoutProbe: boolean,
): Promise<void> {
  const written = withoutProbe ? [] : touchedOf(work).map((one) => writtenOf(work, one));
  const answered = written.flatMap(({ link }) => link ?? []);
  const probed = async (link: Link): Promise<void> => void work.opens.set(link.id, await portal.open(link));
  const [read] = await Promise.all([
    readLinksBack(portal, work.state, work.expected.links.length > 0),
    ...answered.map(probed),
  ]);
  work.state = read;
  report({ event: 'read', state: read });
  const others = written.filter(({ link }) => link === null).map(({ id }) => id);
  await Promise.all(read.links.filter(({ id }) => others.includes(id)).map(probed));
}

/** Whether anything that this run has written is to be looked at again, a little later. */
function isDoubtful<P extends Placement>({ identity }: Deps, work: Work<Removal, P>): boolean {
  return (
    backAgain(work).length > 0 ||
    touchedOf(work).some((one) => {
      if (isOtherwise(work, one)) return false;
      return (
        needsLaterLook(one.plan) ||
        rivalsOf(work, one, identity).length > 0 ||
        listedOf(work, one) === undefined ||
        differencesOf(work, one).length > 0
      );
    })
  );
}

/** Whether a plan revokes an invitation, or narrows it: whoever joins by it meanwhile makes the portal write it back. */
function needsLaterLook({ type, action, current, target, steps }: LinkPlan): boolean {
  if (type !== 'invitation' || current === null) return false;
  return (
    steps.some((step) => step.do === 'revoke') ||
    (action === 'update' && widenings(type, target, { ...current, title: target.title }).length > 0)
  );
}

/** What was written for an entry, as the room lists it. */
function listedOf<P extends Placement>(work: Work<Removal, P>, one: P): Link | undefined {
  const { id } = writtenOf(work, one);
  return work.state.links.find((link) => link.id === id);
}

/** How a link that is listed differs from what was asked, and what it opens from what it promises. */
export function differencesOf<P extends Placement>(work: Work<Removal, P>, one: P): readonly Difference[] {
  const { id } = writtenOf(work, one);
  const listed = listedOf(work, one);
  const met = listed === undefined ? null : verifyOpens(listed, work.opens.get(id) ?? 'unknown');
  return [...verify(one.plan, id, work.state.links), ...(met === null ? [] : [met])];
}

/** Whether the portal itself has answered otherwise than it was asked. */
export function isOtherwise<P extends Placement>(work: Work<Removal, P>, one: P): boolean {
  const { id, link } = writtenOf(work, one);
  return link !== null && puts(one.plan) && verify({ ...one.plan, steps: [] }, id, [link]).length > 0;
}

/** The links that the portal has confirmed and the list lacks. */
function missing<P extends Placement>(work: Work<Removal, P>): readonly P[] {
  return touchedOf(work).filter((one) => writtenOf(work, one).link !== null && listedOf(work, one) === undefined);
}

/** The links whose revoke the portal has confirmed and that are listed again. */
function backAgain({ state, history }: Work): readonly Link[] {
  return state.links.filter(({ id }) => history.revoked.has(id));
}

/** Writes once more what is as before: a link that was revoked, an invitation that was narrowed. Whether anything was. */
async function writeOnceMore<P extends Placement>(deps: Deps, work: Work<Removal, P>): Promise<boolean> {
  const { links } = work.state;
  let isWritten = false;
  const back = backAgain(work).filter(({ id }) => !work.fixedNow.has(id));
  for (const link of back) {
    deps.report({ event: 'redeemed-again', do: 'revoke', link, links });
    work.fixedNow.add(link.id);
    const sent = await revokeLink(deps.portal, work.state.room.id, link);
    if (sent.as === 'failed') throw sent.failed;
    isWritten = true;
  }
  for (const one of touchedOf(work)) {
    const { plan } = one;
    const listed = listedOf(work, one);
    const isAsBefore = listed !== undefined && plan.current !== null && isSame(plan.current, listed);
    if (plan.type !== 'invitation' || plan.action !== 'update' || !isAsBefore || work.fixedNow.has(listed.id)) continue;
    deps.report({ event: 'redeemed-again', do: 'put', link: listed, links });
    work.fixedNow.add(listed.id);
    const sent = await putLink(deps.portal, plan, listed.id, listed);
    if (sent.as === 'failed') throw sent.failed;
    isWritten = true;
  }
  return isWritten;
}

/** What opens is there, though the list lacks it. */
function takeAsListed<P extends Placement>(work: Work<Removal, P>): void {
  for (const one of missing(work)) {
    const { id, link } = writtenOf(work, one);
    const met = work.opens.get(id) ?? 'unknown';
    if (link === null || met === 'unknown' || met === 'nothing') continue;
    work.state = { ...work.state, links: [...work.state.links, link] };
  }
}

/**
 * Whether this run has given a link up for that of another run. Of two runs that make the same link at the same time, the
 * one with the larger id yields at once (`larger`); the other one a little later, if the other link is still there: then
 * the run that made it is over, and has named it (`any`). Throws `conflict` where others have changed the link that would
 * have to go.
 */
async function hasYielded<P extends Placement>(
  deps: Deps,
  work: Work<Removal, P>,
  which: 'larger' | 'any',
): Promise<boolean> {
  let yielded = false;
  for (const one of touchedOf(work)) {
    const own = listedOf(work, one);
    const rivals = rivalsOf(work, one, deps.identity);
    if (own === undefined || rivals.length === 0) continue;
    const isLarger = makesLink(firstPlanOf(work, one)) && rivals.some(({ id }) => id < own.id);
    if (which === 'larger' && !isLarger) continue;
    work.entry = one.entry;
    const { link: answer } = writtenOf(work, one);
    if (answer !== null && !isSame(answer, own)) {
      const [rival] = rivals;
      throw failure(
        'conflict',
        `${roomName(work.state.room)} has two links of the same key, ${own.id} and ${rival?.id ?? ''}. Others have made the second, and changed the first since this step wrote it.`,
      );
    }
    const sent = await revokeLink(deps.portal, work.state.room.id, own);
    if (sent.as === 'failed') throw sent.failed;
    work.history.written.delete(own.id);
    work.history.revoked.add(own.id);
    deps.report({ event: 'yielded', link: own, links: work.state.links });
    yielded = true;
  }
  return yielded;
}

/**
 * Whether a link that was as asked is another one now, or gone for another one of the same key, by somebody else: then the
 * room is planned again, once.
 */
function isTheirs<P extends Placement>({ identity }: Deps, work: Work<Removal, P>, one: P): boolean {
  if (work.contested.has(one.entry) || isOtherwise(work, one)) return false;
  const { id } = writtenOf(work, one);
  const listed = listedOf(work, one);
  const isReplaced =
    listed === undefined &&
    (rivalsOf(work, one, identity).length > 0 || (one.plan.primary && work.state.links.some(({ primary }) => primary)));
  const isChanged =
    listed !== undefined && verify({ ...one.plan, steps: [] }, id, work.state.links).length > 0 && puts(one.plan);
  if (isReplaced) work.history.written.delete(id);
  if (isChanged) work.contested.add(one.entry);
  return isReplaced || isChanged;
}
