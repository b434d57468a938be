import type { DocSpace } from '../docspace/docspace.ts';
import { isPermanent } from '../links/desired.ts';
import type { Link } from '../links/link.ts';
import type { Opens } from '../links/opens.ts';
import type { LinkPlan } from '../links/plan.ts';
import { Failure } from '../links/problem.ts';
import type { RoomState } from '../links/room.ts';
import { verify, verifyOpens, type Difference } from '../links/verify.ts';
import type { Log } from '../present/log.ts';
import { shortId } from '../present/story.ts';
import { explainDifferences } from './explain.ts';
import { revoke } from './write-link.ts';

/** What proving works with. */
interface ProofDeps {
  readonly portal: DocSpace;
  readonly log: Log;
}

/** Whether the plan makes a link that was not there before, and can be taken away again. */
export function makesLink(plan: LinkPlan): boolean {
  return plan.action !== 'update' && plan.action !== 'none' && !isPermanent(plan);
}

/** Whether others have changed what a plan was made from: the room's links, its rights or its place. */
export function changedMeanwhile(before: RoomState, after: RoomState): boolean {
  const facts = ({ room, links }: RoomState): string =>
    JSON.stringify([
      room.area,
      room.canEditAccess,
      links.map((link) => [link.id, link.access, link.expired]).toSorted(),
    ]);
  return facts(before) !== facts(after);
}

/**
 * Compares what the portal now has with what was asked, `opens` being what a stranger meets (null: not tried). Throws a `Failure` with
 * each difference; a link that this run made wrongly is taken back before.
 */
export async function prove(
  deps: ProofDeps,
  plan: LinkPlan,
  id: string,
  links: readonly Link[],
  opens: Opens | null,
): Promise<void> {
  const link = links.find((one) => one.id === id) ?? null;
  const met = link === null || opens === null ? null : verifyOpens(link, opens);
  const differences: readonly Difference[] = [...verify(plan, id, links), ...(met === null ? [] : [met])];
  if (differences.length > 0) {
    const takenBack = link !== null && makesLink(plan) && (await takeBack(deps, plan, link));
    throw await explainDifferences(differences, plan, deps.portal, takenBack);
  }
  if (opens === 'unknown') {
    deps.log.warning('Link not tried', 'The link is as asked, but what a stranger with it meets could not be asked.');
  }
}

async function takeBack(deps: ProofDeps, plan: LinkPlan, link: Link): Promise<boolean> {
  try {
    await revoke(deps.portal, plan.room.id, link);
    deps.log.line(`✗ the link is not as asked, so ${shortId(link.id)} is revoked again`);
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    deps.log.debug(`taking back ${link.id}: ${error.message}`);
    return false;
  }
}
