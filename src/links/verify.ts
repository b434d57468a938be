import { portalsDateTolerance } from './desired.ts';
import { expectedOpens, kindOf, type Link, type Opens, sameInstant } from './link.ts';
import type { LinkPlan } from './plan-link.ts';
import { changes, type FieldName, type FieldValue, whyNotApplied } from './settings.ts';
import { exactInstant } from './time.ts';

/** One way in which the portal has not done what was asked. */
export interface Difference {
  readonly name: FieldName | 'link' | 'kind' | 'opens' | 'old link';
  readonly asked: FieldValue;
  readonly got: FieldValue;
  /** Why that is likely. */
  readonly reason: string;
}

/** What a write asked for. */
export type Asked = Pick<LinkPlan, 'type' | 'primary' | 'target' | 'portalSetsExpiration' | 'steps'>;

/**
 * Compares what the portal lists after a write with what it asked for: every setting, and that what had to go
 * is gone. Nothing is left out, since the portal answers 200 without doing what was asked (portal.md §0.9).
 */
export function verify(plan: Asked, id: string, links: readonly Link[]): readonly Difference[] {
  const link = links.find((one) => one.id === id);
  if (link === undefined) {
    return [
      {
        name: 'link',
        asked: id,
        got: null,
        reason: 'the portal does not list it: it was not stored, or somebody revoked it',
      },
    ];
  }
  const { target, type } = plan;
  const kind = kindOf(plan);
  // A write to the id of a primary link that is gone makes an additional one (portal.md §3).
  if (kindOf(link) !== kind) {
    const reason = 'the link was gone, and the portal made another one with its id';
    return [{ name: 'kind', asked: kind, got: kindOf(link), reason }];
  }
  const same = plan.portalSetsExpiration
    ? nearly(link.expiration, target.expiration)
    : sameInstant(link, target.expiration);
  const differences = changes(type, { ...target, expiration: null }, { ...link, expiration: null }).map(
    ({ name, from, to }): Difference => ({ name, asked: from, got: to, reason: whyNotApplied(name) }),
  );
  if (!same) {
    const value = (date: Date | null): string => (date === null ? 'never' : exactInstant(date));
    differences.push({
      name: 'expiration',
      asked: value(target.expiration),
      got: value(link.expiration),
      reason: whyNotApplied('expiration'),
    });
  }
  const gone = plan.steps.flatMap((step) => (step.do === 'revoke' ? [step.link.id] : []));
  for (const still of links.filter((one) => gone.includes(one.id))) {
    differences.push({ name: 'old link', asked: 'revoked', got: still.id, reason: 'the portal ignored the revoke' });
  }
  return differences;
}

function nearly(one: Date | null, other: Date | null): boolean {
  return one !== null && other !== null && Math.abs(one.getTime() - other.getTime()) <= portalsDateTolerance;
}

/** Compares what an anonymous visitor met with what the link promises; null also if that could not be asked. */
export function verifyOpens(link: Link, opens: Opens): Difference | null {
  const asked = expectedOpens(link);
  if (opens === 'unknown' || opens === asked) return null;
  const reason =
    opens !== 'nothing'
      ? 'the portal protects the link otherwise than it says'
      : link.type === 'invitation'
        ? 'the user who made this invitation link is disabled or was removed, which the list does not show'
        : 'the portal blocks external links in rooms (Settings → Security)';
  return { name: 'opens', asked, got: opens, reason };
}
