import { planLink, type LinkPlan, type PlanContext } from '../links/plan-link.ts';
import type { Link } from '../links/link.ts';
import { Failure, problem, type Problem } from '../links/problem.ts';
import type { RoomState } from '../links/room.ts';
import { verify } from '../links/verify.ts';
import type { Wish } from '../links/desired.ts';
import { opensWords, roomName, shortId } from '../render/log.ts';
import { readLinksBack } from './read-room.ts';
import { explainDifferences, isOutcomeUnknown } from './explain.ts';
import type { RevokeDeps } from './revoke-links.ts';
import { executePlan } from './write-link.ts';

/** Another URL, and everything else kept. */
const rotation: Wish = {
  ref: { by: 'primary', key: '' },
  access: undefined,
  expiration: undefined,
  internal: undefined,
  title: undefined,
  password: undefined,
  denyDownload: undefined,
  maxUses: undefined,
  renew: false,
  rotate: true,
  adopt: false,
};

/** The plan that gives a room's permanent primary link another URL. Throws a `Failure` if that is not possible. */
export function planRotation(state: RoomState, context: PlanContext): LinkPlan {
  const { plan, problems } = planLink(state, rotation, context);
  if (plan === undefined) throw new Failure(problems);
  return plan;
}

/** What became of a permanent primary link. */
export interface Rotated {
  /** Id of the new link; '' if it is not known. */
  readonly id: string;
  /** The former link, if it is proved to be gone. */
  readonly gone: readonly Link[];
  /** The former link, if its revoke was sent and what has become of it is not known. */
  readonly unproved: readonly Link[];
  /** The room's links afterwards; null if they could not be read any more. */
  readonly links: readonly Link[] | null;
  readonly problems: readonly Problem[];
}

/**
 * Rotates a permanent primary link: revokes it, and gives the link that the portal makes at once what the portal has
 * lost on it (role, password, title, download limit). Proves both. What goes wrong is told, not thrown.
 */
export async function rotatePrimary({ portal, log }: RevokeDeps, state: RoomState, plan: LinkPlan): Promise<Rotated> {
  const former = plan.current as Link; // A plan that rotates has a link to rotate.
  const done: string[] = [];
  let id = '';
  let links: readonly Link[] | null = null;
  try {
    const written = await executePlan(portal, plan, (step) => {
      done.push(step.do);
    });
    id = written.id;
    const [read, opens] = await Promise.all([readLinksBack(portal, state, true), portal.open(former)]);
    links = read.links;
    const differences = verify(plan, id, links);
    if (differences.length > 0) throw explainDifferences(differences, plan, '');
    if (opens !== 'nothing' && opens !== 'unknown') {
      const what = `The former primary link ${former.id} still ${opensWords[opens]}.`;
      return { id, links, gone: [], unproved: [], problems: [problem('not-applied', what)] };
    }
    if (opens === 'unknown')
      log.warning('Former link not tried', `What the URL of ${former.id} opens could not be asked.`);
    const [old, made] = [former.id, id].map((one) => shortId(one, [former, ...read.links]));
    log.line(`✓ rotated ${old} → ${made}   ✓ read back   ✓ tried: the former URL opens nothing`);
    return { id, links, gone: [former], unproved: [], problems: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // A revoke whose answer is lost may have been carried out, and with it the portal has made the new link.
    const begun = done.length > 0 || isOutcomeUnknown(error);
    const told = !begun || error.problems.some(({ code }) => code === 'not-applied');
    return {
      id,
      links,
      gone: [],
      unproved: links === null && begun ? [former] : [],
      problems: told ? error.problems : [...error.problems, unfinished(plan)],
    };
  }
}

function unfinished(plan: LinkPlan): Problem {
  return problem(
    'not-applied',
    `The primary link of ${roomName(plan.room)} may have been made anew without its former role and password.`,
    'Look at the link in DocSpace at once. `primary: true` of the root action sets role and password again.',
  );
}
