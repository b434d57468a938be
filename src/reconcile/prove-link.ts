import type { DocSpace } from '../docspace/port.ts';
import { isPermanent } from '../links/desired.ts';
import { type Identity, idPrefix, prefixOf } from '../links/identity.ts';
import type { Opens } from '../links/link.ts';
import type { LinkPlan } from '../links/plan-link.ts';
import { failure } from '../links/problem.ts';
import { quoted } from '../links/quoted.ts';
import type { RoomState } from '../links/room.ts';
import { type Difference, verify, verifyOpens } from '../links/verify.ts';
import { type Log, shortId } from '../render/log.ts';
import { explainDifferences } from './explain.ts';
import { takeBack, type Written } from './write-link.ts';

/** What proving works with. */
export interface ProofDeps {
  readonly portal: DocSpace;
  readonly log: Log;
  /** Called with the room when a link was taken back. */
  readonly seen: (state: RoomState) => void;
}

/** Whether the plan makes a link that was not there before, and can be taken away again. */
export function makesLink(plan: LinkPlan): boolean {
  return plan.action !== 'update' && plan.action !== 'none' && !isPermanent(plan);
}

/** Whether others have changed what the plan was made from: the room's links, its rights or its place. */
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
 * Whether the room now has another link in the place of this one, made by a run at the same time: of the same key, or,
 * where both replaced a link that is named by its id, with the same beginning.
 */
export function hasRivals(state: RoomState, plan: LinkPlan, id: string, identity: Identity): boolean {
  if (plan.primary || (plan.key === null && !makesLink(plan))) return false;
  const place = { roomId: plan.room.id, type: plan.type };
  const prefix = plan.key === null ? prefixOf(id) : idPrefix(identity, { ...place, key: plan.key });
  const going = plan.steps.flatMap((step) => (step.do === 'revoke' ? [step.link.id] : []));
  return state.links.some((link) => link.id.startsWith(prefix) && link.id !== id && !going.includes(link.id));
}

/** Tries a link as the room lists it. */
export async function openListed(portal: DocSpace, state: RoomState, id: string): Promise<Opens> {
  const link = state.links.find((one) => one.id === id);
  return link === undefined ? 'unknown' : portal.open(link);
}

/**
 * Compares what the portal now has with what was asked. Throws a `Failure` with each difference; takes a link back
 * before that this run made wrongly.
 */
export async function prove(
  deps: ProofDeps,
  plan: LinkPlan,
  written: Written,
  state: RoomState,
  opens: Opens,
): Promise<void> {
  const listed = state.links.find(({ id }) => id === written.id) ?? null;
  const met = listed === null ? null : verifyOpens(listed, opens);
  const changed = verify(plan, written.id, state.links);
  const differences: readonly Difference[] = [...changed, ...(met === null ? [] : [met])];
  if (differences.length === 0) {
    if (opens === 'unknown') {
      deps.log.warning(
        'Link not tried',
        'The link is as asked, but what an anonymous visitor with it meets could not be asked. The log says why.',
      );
    }
    return;
  }
  if (isSharedWithOthers(plan, written, changed)) {
    const what = changed.map(({ name }) => name).join(', ');
    throw failure(
      'conflict',
      `The primary link of room ${plan.room.id} ${quoted(plan.room.title)} was as asked when it was written, and is not any more (${what}): others have changed it since.`,
    );
  }
  const asked = differences.every(({ name }) => name === 'old link');
  const wrong = makesLink(plan) && !asked ? (listed ?? written.link) : null;
  if (wrong === null) throw explainDifferences(differences, plan, '');
  if (!(await takeBack(deps.portal, plan.room.id, wrong))) {
    const still = `The link that this step made, ${wrong.id}, could not be revoked again: revoke it in DocSpace.`;
    throw explainDifferences(differences, plan, still);
  }
  deps.log.line(`✗ the link is not as asked → revoked ${shortId(wrong.id, state.links)} again`);
  deps.seen({ ...state, links: state.links.filter(({ id }) => id !== wrong.id) });
  throw explainDifferences(differences, plan, 'The link that this step made is revoked again.');
}

/**
 * Whether a link was as asked right after the write, and is not now. The portal draws the id of a primary link, so that
 * another run may have been given the same one: what that has written since is not taken back.
 */
function isSharedWithOthers(plan: LinkPlan, { id, link }: Written, changed: readonly Difference[]): boolean {
  const isChanged = changed.some(({ name }) => name !== 'old link');
  return plan.primary && isChanged && link !== null && verify(plan, id, [link]).length === 0;
}
