import type { DocSpace } from '../../docspace/port.ts';
import { type DesiredLink, saysNothing } from '../../links/desired.ts';
import { type History, planRemaining } from '../../links/history.ts';
import { type Link, type Opens, opensWords } from '../../links/link.ts';
import type { LinkPlan, PlanContext } from '../../links/plan-link.ts';
import type { Placement } from '../../links/plan-room.ts';
import { Failure, problem, type Problem } from '../../links/problem.ts';
import { roomName, type RoomState } from '../../links/room.ts';
import type { Outcome, Placed } from '../../reconcile/outcome.ts';

/** Another URL, and everything else kept. */
const rotation: DesiredLink = { ...saysNothing({ by: 'primary', key: '' }), rotate: true };

/** The plan that gives a room's permanent primary link another URL. Throws a `Failure` if that is not possible. */
export function planRotation(
  state: RoomState,
  context: PlanContext,
  history: History,
  entry: object = rotation,
): LinkPlan {
  const { value: plan, problems } = planRemaining(state, rotation, { entry, history }, context);
  if (plan === undefined) throw new Failure(problems);
  return plan;
}

/** What became of a permanent primary link whose URL was to die: whether that is proved, by trying it, and if not why. */
export async function rotatedOf(
  portal: DocSpace,
  former: Link,
  placed: Placed<Placement>,
  { history, unknown, problems }: Outcome,
): Promise<{
  readonly gone: boolean;
  readonly isUnproved: boolean;
  readonly opens: Opens;
  readonly problems: readonly Problem[];
}> {
  if (placed.isDone) {
    const opens = await portal.open(former);
    if (opens === 'nothing' || opens === 'unknown') return { gone: true, isUnproved: false, opens, problems: [] };
    const what = `The former primary link ${former.id} still ${opensWords[opens]}.`;
    return { gone: false, isUnproved: false, opens, problems: [problem('not-applied', what)] };
  }
  // A revoke whose answer is lost may have been carried out, and with it the portal has made the new link.
  const isBegun = history.revoked.has(former.id) || unknown.size > 0;
  const isReported =
    !isBegun || problems.some(({ problem: { code } }) => code === 'not-applied' || code === 'conflict');
  return {
    gone: false,
    isUnproved: unknown.size > 0,
    opens: 'unknown',
    problems: isReported ? [] : [unfinished(placed.one.plan)],
  };
}

function unfinished(plan: LinkPlan): Problem {
  return problem(
    'not-applied',
    `The primary link of ${roomName(plan.room)} may have been made anew without its former role and password.`,
    'Look at the link in DocSpace at once. `primary: true` of the root action sets role and password again.',
  );
}
