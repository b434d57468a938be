import type { PortalFacts } from '../../audit/coverage.ts';
import type { AuditedLink, AuditedRoom } from '../../audit/finding.ts';
import type { Evaluated } from '../../audit/evaluate.ts';
import { fixedLink, planFix, type PlannedFix, type Settings } from '../../audit/fixes.ts';
import type { FieldChange } from '../../links/settings.ts';
import { isManaged, type Identity } from '../../links/identity.ts';
import { earliestEnd, type Link, type LinkSettings } from '../../links/link.ts';
import { factsOf } from '../../links/link-facts.ts';
import { roomProblem } from '../../links/constraints.ts';
import type { LinkPlan } from '../../links/plan-link.ts';
import type { RoomPlan } from '../../links/plan-room.ts';
import { problem, type Problem } from '../../links/problem.ts';
import type { RoomState, Sharing } from '../../links/room.ts';
import type { Change } from '../../links/change.ts';

/** What planning a fix needs to know besides the room. */
export interface FixContext {
  readonly identity: Identity;
  /** Evaluates a room as the scan did. */
  readonly evaluate: (
    room: AuditedRoom,
    links: readonly AuditedLink[],
    portal: PortalFacts,
  ) => readonly Evaluated[] | Promise<readonly Evaluated[]>;
  /** What the portal says of external sharing; null if it does not tell. */
  readonly sharing: Sharing | null;
}

/** What a fix means for a room as it is now. */
export type Replanned =
  /** The plan, and the change that it makes. */
  | {
      readonly plan: RoomPlan;
      readonly change: Change;
      readonly unneeded?: never;
      readonly problems?: never;
    }
  /** There is nothing to be done any more, because the link is gone, or was changed. */
  | { readonly unneeded: 'gone' | 'changed'; readonly plan?: never; readonly problems?: never }
  | { readonly problems: readonly Problem[]; readonly plan?: never; readonly unneeded?: never };

/**
 * Plans a fix in a room that was read just now: evaluates the room again, so that what is fixed is left alone and what was
 * changed meanwhile is kept. A problem where another thing would now have to be done, or nothing can be written.
 */
export async function planFixNow(state: RoomState, planned: PlannedFix, context: FixContext): Promise<Replanned> {
  const unwritable = roomProblem(state.room);
  if (unwritable !== null) return { problems: [unwritable] };
  const link = state.links.find(({ id }) => id === planned.link.id);
  if (link === undefined) return { unneeded: 'gone' };
  const fix = await evaluatedNow(state, link, planned, context);
  if (fix === null) return { unneeded: 'changed' };
  if (fix.problems !== undefined) return { problems: fix.problems };
  const { safeFix, change } = fix.value;
  if (safeFix.do !== planned.safeFix.do) {
    const words = { revoke: 'revoked', set: 'changed' };
    return {
      problems: [
        problem(
          'conflict',
          `The ${fixedLink(state.room, link)} is not as it was when this was planned: it was to be ${words[planned.safeFix.do]}, and now would have to be ${words[safeFix.do]}. It stays as it is.`,
          'Run the audit again.',
        ),
      ],
    };
  }
  const plan: RoomPlan =
    safeFix.do === 'revoke'
      ? { state, toRevoke: [{ link, key: planned.shown.key }], toKeep: [] }
      : { state, toRevoke: [], toKeep: [{ plan: updatePlan(state, link, safeFix.to, change.fields), entry: planned }] };
  return { plan, change };
}

/** What the rules that asked for a fix ask for now: of this link only, and no other rules. */
async function evaluatedNow(
  { room, links, version }: RoomState,
  link: Link,
  { rules, shown }: PlannedFix,
  { evaluate, identity, sharing }: FixContext,
): Promise<ReturnType<typeof planFix>> {
  // No rule with a safe fix looks at the owner's account or at the policy for passwords, so these are not asked again.
  const audited = (one: Link): AuditedLink => ({ ...factsOf(one, null), managed: isManaged(identity, one.id) });
  const portal = { version, sharing };
  const roomLinks = links.map(({ id }) => ({ id, key: id === link.id ? shown.key : null }));
  const evaluated = await evaluate({ ...room, ownerActive: null, otherLinks: [] }, links.map(audited), portal);
  return planFix({ room, roomLinks, portal, evaluated }, audited(link), new Set(rules));
}

/** One write of one link, with everything else as it is. */
function updatePlan({ room }: RoomState, link: Link, to: Settings, fields: readonly FieldChange[]): LinkPlan {
  return {
    action: 'update',
    room,
    key: null,
    type: link.type,
    primary: link.primary,
    current: link,
    target: targetOf(link, to),
    id: link.id,
    fields,
    widens: [],
    steps: [{ do: 'put', id: link.id }],
    duplicates: [],
    oldGoesFirst: false,
    atRisk: [],
    halfMade: [],
    newPassword: null,
    portalSetsExpiration: false,
  };
}

/** Everything as it is, and what is to be set; the end in no case later than it is now. */
function targetOf(link: Link, to: Settings): LinkSettings {
  const kept = earliestEnd(link);
  const { expiration: end } = to;
  const isEarlier = end instanceof Date && (kept === null || end < kept);
  return { ...link, ...to, expiration: isEarlier ? end : kept };
}
