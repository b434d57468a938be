import { isPermanent } from '../links/desired.ts';
import { kindOf, type Link } from '../links/link.ts';
import type { LinkPlan } from '../links/plan-link.ts';
import type { Placement, Removal } from '../links/plan-room.ts';
import { Failure, failure, problem } from '../links/problem.ts';
import { roomName } from '../links/room.ts';
import { quoted } from '../links/text.ts';
import { verify } from '../links/verify.ts';
import { explainDifferences } from './explain.ts';
import { betweenLooks } from './removals.ts';
import { makesLink, type Deps, type Work } from './work.ts';
import { isSame, type Put, putLink, revokeLink } from './write.ts';

/** A link that is written must end at least so long from now, or it would never end (portal.md §0.4); milliseconds. */
const leastLife = 1000;
/** How often a link is tried to be made. */
const mostUnmade = 5;

/** Writes the target of a plan to a link, `current` as it was listed last; null for one that is to be made. */
export async function put<P extends Placement>(
  deps: Deps,
  work: Work<Removal, P>,
  one: P,
  id: string,
  current: Link | null,
): Promise<Put> {
  const { plan } = one;
  const sent = await putLink(deps.portal, plan, id, current);
  // The portal takes a write to the id of a primary link that is gone for an additional link.
  if (sent.as === 'done' && sent.link !== null && kindOf(sent.link) !== kindOf(plan)) {
    await takeStrayBack(deps, work, plan, sent.link);
    return { as: 'changed' };
  }
  if (sent.as === 'changed' && sent.unmade !== undefined) return unmadeFailure(work, one, sent.unmade.status) ?? sent;
  return sent.as === 'done' && sent.link !== null ? withEnd(deps, work, one, sent.link) : sent;
}

/** Null as long as there are attempts, each with another id. */
function unmadeFailure(work: Work, { plan: { room }, entry }: Placement, status: number | null): Put | null {
  const count = (work.unmade.get(entry) ?? 0) + 1;
  work.unmade.set(entry, count);
  if (count < mostUnmade) return null;
  const what = status === null ? 'got no whole answer' : `was answered ${status}`;
  const failed = failure(
    status === null ? 'unreachable' : 'portal-unavailable',
    `The write of a new link of ${roomName(room)} ${what}. That was attempt ${count} of ${mostUnmade}.`,
  );
  return { as: 'failed', failed, isLost: true };
}

/** Takes away what a write has made that came to the id of a primary link which was gone. Throws if it stays. */
async function takeStrayBack(deps: Deps, work: Work, plan: LinkPlan, link: Link): Promise<void> {
  if ((await takeBack(deps, plan, link)) !== 'gone') {
    const still = `The link that this step made, ${link.id}, could not be revoked again: revoke it in DocSpace.`;
    throw explainDifferences(verify({ ...plan, steps: [] }, link.id, [link]), plan, still);
  }
  work.history.written.delete(link.id);
  work.history.revoked.add(link.id);
  deps.report({ event: 'taken-back', link, links: work.state.links });
}

/**
 * A link that has come out without the end that was asked, or kept: its date passed on the way, and the portal takes such
 * a date for none (portal.md §0.4). It is given one while that is still ahead; otherwise it goes, whoever made it.
 */
async function withEnd<P extends Placement>(deps: Deps, work: Work<Removal, P>, one: P, link: Link): Promise<Put> {
  const { plan } = one;
  const { expiration } = plan.target;
  if (link.expiration !== null || expiration === null || link.type !== plan.type || link.primary !== plan.primary) {
    return { as: 'done', link };
  }
  const isAhead = expiration.getTime() >= deps.now().getTime() + leastLife;
  if (isAhead && !work.fixedNow.has(link.id)) {
    work.fixedNow.add(link.id);
    const sent = await putLink(deps.portal, plan, link.id, link);
    return sent.as === 'done' && sent.link !== null ? withEnd(deps, work, one, sent.link) : sent;
  }
  const differences = verify({ ...plan, steps: [] }, link.id, [link]);
  const what = await takeBack(deps, plan, link);
  const isMade = makesLink(plan);
  if (what === 'gone') {
    work.history.revoked.add(link.id);
    deps.report({ event: 'taken-back', link, links: work.state.links });
  }
  const name = `link ${link.id} ${quoted(link.title)} of room ${plan.room.id} ${quoted(plan.room.title)}`;
  const after = {
    gone: isMade
      ? 'The link that this step made is revoked again.'
      : `So that it does not live for ever, the ${name} is revoked.`,
    stays: `The ${name} now lives for ever, and could not be revoked: revoke it in DocSpace.`,
    changed: `Others have changed the ${name} since, so it stays: look at its end in DocSpace.`,
  }[what];
  const { problems } = explainDifferences(differences, plan, after);
  // A portal that gives no end though the date is ahead does not do what it is asked.
  throw isAhead
    ? new Failure(problems)
    : new Failure(problems.map(({ message }) => problem('expired-on-the-way', message)));
}

/**
 * Revokes a link that this run has written, if it still is as the answer to that showed it. `stays`: the portal does not
 * take it away; `changed`: others have changed it, so that it is theirs.
 */
export async function takeBack(deps: Deps, plan: LinkPlan, answer: Link): Promise<'gone' | 'stays' | 'changed'> {
  let listed: Link | undefined;
  try {
    listed = await findAnswered(deps, plan, answer.id);
  } catch (error) {
    if (error instanceof Failure) return 'stays';
    throw error;
  }
  if (listed === undefined) return 'gone';
  if (!isSame(answer, listed)) return 'changed';
  if (isPermanent({ ...plan, primary: listed.primary })) return 'stays';
  const { as } = await revokeLink(deps.portal, plan.room.id, listed);
  return as === 'done' || as === 'gone' ? 'gone' : 'stays';
}

/** A link that the portal has answered a write with, as it is listed; a list that lacks it may be late, and is read again. */
export async function findAnswered({ portal, wait }: Deps, { room }: LinkPlan, id: string): Promise<Link | undefined> {
  const look = async (): Promise<Link | undefined> => {
    const { links } = await portal.links(room.id);
    return links.find((link) => link.id === id);
  };
  const listed = await look();
  if (listed !== undefined) return listed;
  await wait(betweenLooks);
  return look();
}
