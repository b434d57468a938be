import { kindOf, type Link } from '../links/link.ts';
import type { Placement, Removal } from '../links/plan-room.ts';
import { failure, problem, Failure } from '../links/problem.ts';
import { roomName } from '../links/room.ts';
import { quoted } from '../links/text.ts';
import type { Difference } from '../links/verify.ts';
import { explainDifferences } from './explain.ts';
import { takeBack } from './put.ts';
import { differencesOf, isOtherwise } from './settle.ts';
import { makesLink, firstPlanOf, writtenOf, type Deps, type Work } from './work.ts';

/**
 * Compares what the portal now has with what was asked for an entry, and reports it. Throws a `Failure` with each
 * difference. A link that this run has made and that came out wrongly goes again, if it still is as the portal's answer
 * showed it; what others have changed since is theirs and stays: `conflict`.
 */
export async function prove<P extends Placement>(
  deps: Deps,
  work: Work<Removal, P>,
  one: P,
  withoutProbe: boolean,
): Promise<void> {
  const { plan } = one;
  const { id, link: answer } = writtenOf(work, one);
  const { links } = work.state;
  const reported = firstPlanOf(work, one);
  const opens = work.opens.get(id) ?? 'unknown';
  const differences = differencesOf(work, one);
  const listed = links.find((link) => link.id === id);
  if (differences.length === 0) {
    if (opens === 'unknown' && !withoutProbe) deps.report({ event: 'not-tried', id, former: false });
    deps.report({ event: 'verified', plan: reported, id, opens, links });
    return;
  }
  if (differences.every(({ name }) => name === 'old link')) throw explainDifferences(differences, plan, '');
  if (listed === undefined) throw answer === null ? explainDifferences(differences, plan, '') : goneFailure(one, id);
  const isSettings = differences.some(({ name }) => name !== 'opens' && name !== 'old link');
  if (isSettings && answer !== null && !isOtherwise(work, one)) throw changedFailure(differences, one);
  if (!makesLink(reported) && !isStray(plan, listed)) throw explainDifferences(differences, plan, '');
  const what = answer === null ? 'stays' : await takeBack(deps, plan, answer);
  if (what === 'changed') throw changedFailure(differences, one);
  if (what === 'stays') {
    const still = `The link that this step made, ${listed.id}, could not be revoked again: revoke it in DocSpace.`;
    throw explainDifferences(differences, plan, still);
  }
  deps.report({ event: 'taken-back', link: listed, links });
  work.state = { ...work.state, links: links.filter((link) => link.id !== id) };
  deps.report({ event: 'read', state: work.state });
  throw explainDifferences(differences, plan, 'The link that this step made is revoked again.');
}

/** Whether a write to the id of a primary link that was gone has made an additional link. */
function isStray(plan: Placement['plan'], listed: Link): boolean {
  return kindOf(plan) !== kindOf(listed);
}

function goneFailure({ plan }: Placement, id: string): Failure {
  return failure(
    'conflict',
    `The link ${id} of ${roomName(plan.room)} was there when it was written, and is not any more: somebody else has revoked it.`,
  );
}

/** What others have changed since it was as asked. */
function changedFailure(differences: readonly Difference[], { plan }: Placement): Failure {
  const changed = differences.filter(({ name }) => name !== 'opens' && name !== 'old link');
  const names = changed.map(({ name }) => name).join(', ');
  if (plan.primary) {
    return failure(
      'conflict',
      `The primary link of room ${plan.room.id} ${quoted(plan.room.title)} was as asked when it was written, and is not any more (${names}): others have changed it since.`,
    );
  }
  const after = 'It was as asked when it was written: others have changed it since, so it stays.';
  const { problems } = explainDifferences(changed, plan, after);
  return new Failure(problems.map(({ message }) => problem('conflict', message)));
}
