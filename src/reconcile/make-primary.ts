import { accessLabel } from '../links/access.ts';
import { isAsMadeBeside } from '../links/half-made.ts';
import type { Link } from '../links/link.ts';
import type { LinkPlan } from '../links/plan-link.ts';
import type { Placement, Removal } from '../links/plan-room.ts';
import { Failure, problem, type Problem } from '../links/problem.ts';
import { verify } from '../links/verify.ts';
import { findAnswered, put, takeBack } from './put.ts';
import { remember, type Deps, type Work } from './work.ts';
import { isSame, type Put } from './write.ts';

/**
 * Until the second request is done, the link is as the portal makes it: perhaps open to anyone. A link that is already as
 * it should be is not written again; one that others have changed or taken away meanwhile is planned again.
 */
export async function makePrimary<P extends Placement>(deps: Deps, work: Work<Removal, P>, one: P): Promise<Put> {
  const { portal } = deps;
  const { plan } = one;
  const made = await portal.makePrimary(plan.room.id);
  if (verify({ ...plan, steps: [] }, made.id, [made]).length === 0) return { as: 'done', link: made };
  // Another run has made it, or given it its settings, since the room was listed.
  if (!isAsMadeBeside(plan.room, made, plan.target.title)) return { as: 'changed' };
  remember(work, made.id, one);
  const listed = await findAnswered(deps, plan, made.id);
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
  if (lost === null || !lost.plan.primary || lost.plan.id !== null || made === undefined) return null;
  const { current, target } = lost.plan;
  const isAsked = current === null || history.revoked.has(current.id);
  if (!isAsked || history.written.has(made.id) || !isAsMadeBeside(state.room, made, target.title)) return null;
  return asMadeProblem(
    lost.plan,
    made,
    `An attempt of this step whose answer was lost may have made the room's primary link ${made.id}. It is as the portal makes one`,
  );
}
