import type { DocSpace } from '../docspace/port.ts';
import { Refusal } from '../docspace/refusal.ts';
import { accessLabel } from '../links/access.ts';
import { isPermanent } from '../links/desired.ts';
import { settingsAsInputs } from '../links/settings.ts';
import { isAsMadeBeside } from '../links/half-made.ts';
import { kindOf, type Link } from '../links/link.ts';
import type { LinkPlan } from '../links/plan-link.ts';
import { stateAfter, without, type Placement, type Removal } from '../links/plan-room.ts';
import { Failure, failure, problem, type Problem } from '../links/problem.ts';
import { roomName, type RoomState } from '../links/room.ts';
import { quoted } from '../links/text.ts';
import { verify } from '../links/verify.ts';
import { explainDifferences, explainRefusal, isOutcomeUnknown } from './explain.ts';
import { sameLinks } from './outcome.ts';
import { readRoom } from './read-room.ts';
import { betweenLooks } from './removals.ts';
import { begin, makesLink, remember, type Deps, type Work, type Written } from './work.ts';
import { isSame, type Put, putLink, revokeLink, type Sent } from './write.ts';

/** A link that is written must end at least so long from now, or it would never end (portal.md §0.4); milliseconds. */
const leastLife = 1000;
/** How often a link is tried to be made. */
const mostUnmade = 5;

/**
 * What carrying out ended with: what was written; or that the room is not as the plan was made for, or lacks a link that may
 * have been made.
 */
type CarriedOut = Written | 'changed' | 'unmade';

/**
 * Carries out the steps of one entry, one after the other. A word where the room is to be planned anew. Throws a
 * `Failure` with what must be given again, where the old link has gone and the new one has not come.
 */
export async function carryOut<P extends Placement>(
  outer: Deps,
  work: Work<Removal, P>,
  one: P,
  mayBeTransient: boolean,
): Promise<CarriedOut> {
  const { plan } = one;
  const deps = { ...outer, portal: notingLists(outer.portal, work) };
  if (!isAsPlanned(work, plan) || !(await isStillHalfMade(deps, work, plan))) return 'changed';
  try {
    if (makesLink(plan)) deps.report({ event: 'making', plan, id: plan.id });
    begin(work, one);
    if (plan.id !== null) remember(work, plan.id, one);
    const written = await steps(deps, work, one);
    if (typeof written === 'object') {
      remember(work, written.id, one);
      if (written.link !== null) work.answers.set(written.id, written.link);
      if (makesLink(plan) && plan.id === null) deps.report({ event: 'making', plan, id: written.id });
      work.expected = stateAfter(work.expected, plan, written.id);
    }
    return written;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error instanceof Refusal) return await behindRefusal(deps, work, { refusal: error, one }, mayBeTransient);
    if (isOutcomeUnknown(error)) {
      deps.report({ event: 'lost' });
      work.lost = one;
    }
    throw withLost(error, work, one);
  }
}

/** The portal, whose lists are taken down: what a repetition sees is known to the writes that follow. */
function notingLists(portal: DocSpace, work: Work): DocSpace {
  return {
    ...portal,
    links: async (roomId) => {
      const listing = await portal.links(roomId);
      work.state = { ...work.state, ...listing };
      return listing;
    },
  };
}

/** Whether the link that a plan is about is in the last list as it was when this was planned. */
function isAsPlanned({ state }: Work, { current }: LinkPlan): boolean {
  return current === null || state.links.some((link) => link.id === current.id && isSame(current, link));
}

/** Whether a primary link that may be in the making is as it was a moment ago; true of every other link. */
async function isStillHalfMade(deps: Deps, work: Work, plan: LinkPlan): Promise<boolean> {
  if (plan.halfMade.length === 0) return true;
  await deps.wait(betweenLooks);
  await deps.portal.links(work.state.room.id);
  return isAsPlanned(work, plan);
}

async function steps<P extends Placement>(deps: Deps, work: Work<Removal, P>, one: P): Promise<CarriedOut> {
  const { plan } = one;
  let written: Written = { id: plan.id ?? '', link: null };
  if (plan.oldGoesFirst && plan.atRisk.length > 0) deps.report({ event: 'old-goes-first', plan });
  for (const step of plan.steps) {
    const sent = await (step.do === 'revoke'
      ? revokeLink(deps.portal, plan.room.id, step.link, goesAsPlanned(plan, step.link))
      : step.do === 'put'
        ? put(deps, work, one, step.id, plan.current?.id === step.id ? plan.current : null)
        : makePrimary(deps, work, one));
    if (sent.as === 'failed') throw sent.isLost ? lostFailure(sent.failed) : sent.failed;
    if (sent.as === 'changed' || sent.as === 'kept') return 'unmade' in sent ? 'unmade' : 'changed';
    deps.report({ event: 'written', plan });
    if (step.do === 'revoke') {
      work.history.revoked.add(step.link.id);
      work.expected = without(work.expected, [step.link]);
      deps.report({ event: 'revoked', link: step.link, plan, links: work.state.links });
    } else if (sent.as === 'done') {
      written = { id: sent.link?.id ?? written.id, link: sent.link };
    }
  }
  return written;
}

/** An old link that goes first goes as it was planned, since the new one gets its settings; any other one in any case. */
function goesAsPlanned({ current, oldGoesFirst }: LinkPlan, link: Link): ((now: Link) => boolean) | null {
  return oldGoesFirst && link === current ? (now) => isSame(link, now) : null;
}

/** A failure after which it is not known what was carried out, whatever its own code is. */
function lostFailure(failed: Failure): Failure {
  if (isOutcomeUnknown(failed)) return failed;
  const lost = problem('portal-unavailable', 'Whether the last write was carried out is not known.');
  return new Failure([...failed.problems, lost], { cause: failed });
}

/** Writes the target of a plan to a link, `current` as it was listed last; null for one that is to be made. */
async function put<P extends Placement>(
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
 * Until the second request is done, the link is as the portal makes it: perhaps open to anyone. A link that is already as
 * it should be is not written again; one that others have changed or taken away meanwhile is planned again.
 */
async function makePrimary<P extends Placement>(deps: Deps, work: Work<Removal, P>, one: P): Promise<Sent> {
  const { portal } = deps;
  const { plan } = one;
  const made = await portal.makePrimary(plan.room.id);
  if (verify({ ...plan, steps: [] }, made.id, [made]).length === 0) return { as: 'done', link: made };
  // Another run has made it, or given it its settings, since the room was listed.
  if (!isAsMadeBeside(plan.room, made, plan.target.title)) return { as: 'changed' };
  remember(work, made.id, one);
  let listed = await find(deps, plan, made.id);
  if (listed === undefined) {
    // A list may be late.
    await deps.wait(betweenLooks);
    listed = await find(deps, plan, made.id);
  }
  if (listed === undefined || !isSame(made, listed)) {
    work.history.written.delete(made.id);
    return { as: 'changed' };
  }
  const sent = await put(deps, work, one, made.id, made);
  if (sent.as !== 'failed') return sent;
  const left = await takeBackMade(deps, plan, made);
  if (left === null) return sent;
  throw new Failure([...sent.failed.problems, left], { cause: sent.failed });
}

/** Takes a primary link away that could not be given its settings; the problem if it stays, or is another one now. */
async function takeBackMade(deps: Deps, plan: LinkPlan, made: Link): Promise<Problem | null> {
  const name = `The room's primary link ${made.id}`;
  switch (await takeBack(deps, plan, made)) {
    case 'gone':
      return null;
    case 'stays':
      return asMadeProblem(plan, made, `${name} could not be given its settings. It stays as the portal made it`);
    case 'changed':
      return problem(
        'conflict',
        `${name}, which this step made, could not be given its settings. Others have changed it since, so it stays.`,
      );
  }
}

/** A primary link as the portal has made it stays. */
function asMadeProblem({ current }: LinkPlan, { access, internal }: Link, what: string): Problem {
  const who = internal ? 'every DocSpace user' : 'anyone';
  const password = (current?.password ?? null) === null ? '' : ' It has no password now.';
  return problem(
    'not-applied',
    `${what}: ${accessLabel(access)} for ${who} with the link.${password}`,
    'The next run keeps what its inputs do not give. Give role, password, expiration and who may use it, or change or revoke the link in DocSpace.',
  );
}

/** What an attempt to make a primary link whose answer was lost has left behind, as far as the room shows; null: nothing. */
export function leftBehind({ lost, state, history }: Work): Problem | null {
  const made = state.links.find(({ primary }) => primary);
  if (lost?.plan.primary !== true || lost.plan.id !== null || made === undefined) return null;
  if (history.written.has(made.id) || !isAsMadeBeside(state.room, made, lost.plan.target.title)) return null;
  return asMadeProblem(
    lost.plan,
    made,
    `An attempt of this step whose answer was lost may have made the room's primary link ${made.id}. It is as the portal makes one`,
  );
}

/**
 * Revokes a link that this run has written, if it still is as the answer to that showed it. `stays`: the portal does not
 * take it away; `changed`: others have changed it, so that it is theirs.
 */
export async function takeBack(deps: Deps, plan: LinkPlan, answer: Link): Promise<'gone' | 'stays' | 'changed'> {
  let listed: Link | undefined;
  try {
    listed = await find(deps, plan, answer.id);
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

async function find({ portal }: Deps, plan: LinkPlan, id: string): Promise<Link | undefined> {
  const { links } = await portal.links(plan.room.id);
  return links.find((one) => one.id === id);
}

/**
 * A link that has come out without the end that was asked, or kept: its date passed on the way, and the portal takes such
 * a date for none (portal.md §0.4). It is given one while that is still ahead; otherwise it goes, whoever made it.
 */
export async function withEnd<P extends Placement>(
  deps: Deps,
  work: Work<Removal, P>,
  one: P,
  link: Link,
): Promise<Put> {
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

/** What stands behind a refusal: `changed` if it may be that the room is another one now. Throws why, if it is not. */
async function behindRefusal(
  deps: Deps,
  work: Work,
  { refusal, one }: { readonly refusal: Refusal; readonly one: Placement },
  mayBeTransient: boolean,
): Promise<'changed'> {
  const fresh = await readRoom(deps.portal, work.state.room.id);
  work.state = fresh;
  deps.report({ event: 'read', state: fresh });
  // Of several links one may have found a place taken for a moment, by a link that another run has given up since: that
  // leaves no trace.
  const isTransient = mayBeTransient && refusal.exceptionType?.endsWith('InvalidOperationException') === true;
  if (isTransient || changedMeanwhile(work.expected, fresh)) return 'changed';
  throw withLost(await explainRefusal(refusal, one.plan, deps.portal), work, one);
}

/** Whether others have changed what the plan was made from: the room's links, its rights or its place. */
function changedMeanwhile({ room, links }: RoomState, after: RoomState): boolean {
  const isSameRoom = room.area === after.room.area && room.canEditAccess === after.room.canEditAccess;
  return !isSameRoom || !sameLinks(links, after.links);
}

/** The failure, and what must be given again because the old link has gone and the new one has not come. */
function withLost(failed: Failure, { history }: Work, { plan: last, entry }: Placement): Failure {
  const plan = history.begun.get(entry) ?? last;
  const { current, atRisk } = plan;
  if (current === null || atRisk.length === 0 || !history.revoked.has(current.id)) return failed;
  const [first, ...others] = failed.problems;
  if (first === undefined) return failed;
  const words = `The old link is revoked, and the new one may not be there. ${giveAgain(plan)}`;
  return new Failure([{ ...first, message: `${first.message} ${words}` }, ...others], { cause: failed });
}

/** `Give again: access: editor, password.`: what a run that dies before the new link comes has lost. */
function giveAgain({ target, atRisk }: LinkPlan): string {
  const settings = settingsAsInputs(
    target,
    atRisk.filter((name) => name !== 'password'),
  );
  const names = [...settings, ...(atRisk.includes('password') ? ['password'] : [])].map((one) => `\`${one}\``);
  return `What only it had must be given again: ${names.join(', ')}.`;
}
