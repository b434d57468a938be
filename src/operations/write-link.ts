import { Refusal } from '../docspace/refusal.ts';
import type { DocSpace } from '../docspace/docspace.ts';
import { isPermanent } from '../links/desired.ts';
import type { Link } from '../links/link.ts';
import type { LinkPlan } from '../links/plan.ts';
import { failure } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';

/** What the writes of a plan left: the id of the link, and the link as the last write's answer shows it. */
export interface Written {
  readonly id: string;
  readonly link: Link | null;
}

/**
 * Carries out the steps of a plan, one after the other. Throws what the portal refuses; a primary link that was made
 * and could not be given its settings is taken away again, since it would stay open to anyone.
 */
export async function executePlan(portal: DocSpace, plan: LinkPlan): Promise<Written> {
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
  }
  return written;
}

/**
 * Revokes a link that was listed a moment ago. Success is that it is gone, whoever took it away; whether it is, the
 * caller reads back. Throws `not-applied` where the portal ignores the revoke.
 */
export async function revoke(portal: DocSpace, roomId: string, link: Link): Promise<Link | null> {
  try {
    const answer = await portal.revokeLink(roomId, link);
    if (answer?.id !== link.id) return answer;
  } catch (error) {
    // To revoke an id that is not there (any more) is refused like a creation without a free place (portal.md §0.10).
    if (!(error instanceof Refusal)) throw error;
    const { links } = await portal.links(roomId);
    if (links.every((one) => one.id !== link.id)) return null;
    throw error;
  }
  throw failure(
    'not-applied',
    `The portal answered the revoke of link ${link.id} ${quoted(link.title)} without revoking it.`,
  );
}

async function makePrimary(portal: DocSpace, plan: LinkPlan): Promise<Written> {
  const made = await portal.makePrimary(plan.room.id);
  try {
    return { id: made.id, link: await portal.putLink(plan.room.id, made, plan.target) };
  } catch (error) {
    if (!isPermanent(plan)) await revoke(portal, plan.room.id, made);
    throw error;
  }
}
