import type { DocSpace } from '../docspace/port.ts';
import { Refusal } from '../docspace/refusal.ts';
import type { Link } from '../links/link.ts';
import { atRiskAsInputs, type LinkPlan } from '../links/plan-link.ts';
import { stateAfter, without, type Placement, type Removal } from '../links/plan-room.ts';
import { Failure, problem } from '../links/problem.ts';
import type { RoomState } from '../links/room.ts';
import { explainRefusal, isOutcomeUnknown } from './explain.ts';
import { makePrimary } from './make-primary.ts';
import { sameLinks } from './outcome.ts';
import { put } from './put.ts';
import { readRoom } from './read-room.ts';
import { betweenLooks } from './removals.ts';
import { begin, makesLink, remember, type Deps, type Work, type Written } from './work.ts';
import { isSame, revokeLink } from './write.ts';

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
function giveAgain(plan: LinkPlan): string {
  const names = atRiskAsInputs(plan).map((one) => `\`${one}\``);
  return `What only it had must be given again: ${names.join(', ')}.`;
}
