import { Refusal } from '../docspace/refusal.ts';
import type { DocSpace } from '../docspace/port.ts';
import { accessLabel } from '../links/access.ts';
import { isPermanent } from '../links/desired.ts';
import type { Link } from '../links/link.ts';
import type { LinkPlan, Step } from '../links/plan-link.ts';
import { Failure, failure, problem } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import { verify } from '../links/verify.ts';

/** What the writes of a plan left: the id of the link, and the link as the last write's answer shows it. */
export interface Written {
  readonly id: string;
  readonly link: Link | null;
}

/**
 * Carries out the steps of a plan, one after the other, and tells each that is `done`. Throws what the portal refuses;
 * a primary link that was made and could not be given its settings is taken away again, since it would stay open to
 * anyone.
 */
export async function executePlan(portal: DocSpace, plan: LinkPlan, done: (step: Step) => void): Promise<Written> {
  let written: Written = { id: plan.id ?? '', link: null };
  for (const step of plan.steps) {
    switch (step.do) {
      case 'revoke':
        await revoke(portal, plan.room.id, step.link);
        break;
      case 'put':
        written = {
          id: step.id,
          link: await portal.putLink(plan.room.id, { id: step.id, type: plan.type }, plan.target),
        };
        break;
      case 'make-primary':
        written = await makePrimary(portal, plan);
        break;
    }
    done(step);
  }
  return written;
}

/**
 * Revokes a link that was listed a moment ago. Success is that it is gone, whoever took it away; whether it is, the
 * caller reads back. False: somebody else has taken it away before, so that the portal refused. Throws `not-applied`
 * where the portal ignores the revoke.
 */
export async function revoke(portal: DocSpace, roomId: string, link: Link): Promise<boolean> {
  try {
    const answer = await portal.revokeLink(roomId, link);
    if (answer?.id !== link.id) return true;
  } catch (error) {
    // To revoke an id that is not there (any more) is refused like a creation without a free place (portal.md §0.10).
    if (!(error instanceof Refusal)) throw error;
    const { links } = await portal.links(roomId);
    if (links.some((one) => one.id === link.id)) throw error;
    // Without rights the portal refuses, too, and lists nothing.
    if (links.length === 0 && !(await portal.room(roomId)).canEditAccess) throw error;
    // An error inside the portal is no refusal: it has carried the revoke out before.
    return error.status >= 500;
  }
  throw failure(
    'not-applied',
    `The portal answered the revoke of link ${link.id} ${quoted(link.title)} without revoking it.`,
  );
}

/**
 * Until the second request is done, the link is as the portal makes it: perhaps open to anyone. A link that is already
 * as it should be is not written again.
 */
async function makePrimary(portal: DocSpace, plan: LinkPlan): Promise<Written> {
  const made = await portal.makePrimary(plan.room.id);
  if (verify({ ...plan, steps: [] }, made.id, [made]).length === 0) return { id: made.id, link: made };
  try {
    return { id: made.id, link: await portal.putLink(plan.room.id, made, plan.target) };
  } catch (error) {
    if (!isPermanent(plan) && (await takeBack(portal, plan.room.id, made))) throw error;
    const who = made.internal ? 'every DocSpace user' : 'anyone';
    const left = problem(
      'not-applied',
      `The room's primary link ${made.id} could not be given its settings. It stays as the portal made it: ${accessLabel(made.access)} for ${who} with the link.`,
      'Run the step again, or change or revoke the link in DocSpace.',
    );
    throw new Failure([...(error instanceof Failure ? error.problems : []), left], { cause: error });
  }
}

/** Revokes a link that this run made. Whether it is gone; what stood in the way, the caller has no use for. */
export async function takeBack(portal: DocSpace, roomId: string, link: Link): Promise<boolean> {
  try {
    await revoke(portal, roomId, link);
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
