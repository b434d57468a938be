import type { PortalFacts } from '../../audit/coverage.ts';
import type { AuditedLink, AuditedRoom } from '../../audit/finding.ts';
import type { Judged } from '../../audit/evaluate.ts';
import { fixedLink, planFix, type PlannedFix, type Settings } from '../../audit/fixes.ts';
import { Refusal } from '../../docspace/refusal.ts';
import type { Change } from '../../links/change.ts';
import { factsOf } from '../../links/link-facts.ts';
import { isManaged, type Identity } from '../../links/identity.ts';
import { earliestEnd, type Link, type LinkSettings } from '../../links/link.ts';
import { roomProblem } from '../../links/constraints.ts';
import { Failure, failure } from '../../links/problem.ts';
import type { RoomState, Sharing } from '../../links/room.ts';
import { shownId } from '../../links/shown-id.ts';
import { verify } from '../../links/verify.ts';
import { unneededLine, updatedLines, type NamedLink } from '../../render/audit/fixes.ts';
import { revokedLines } from '../../render/log.ts';
import { attempt } from '../../reconcile/attempt.ts';
import { explainDifferences, explainRefusal } from '../../reconcile/explain.ts';
import { readExpecting } from '../../reconcile/read-room.ts';
import { revokeLinks, type RevokeDeps } from '../../reconcile/revoke-links.ts';

/** What fixing works with. */
export interface FixDeps extends RevokeDeps {
  readonly identity: Identity;
  /** Judges a room as the scan did. */
  readonly judge: (
    room: AuditedRoom,
    links: readonly AuditedLink[],
    portal: PortalFacts,
  ) => readonly Judged[] | Promise<readonly Judged[]>;
  /** What the portal says of external sharing; null if it does not tell. */
  readonly sharing: Sharing | null;
}

/** What became of a fix. */
export interface Fixed {
  /** What was done, and is proved; null if there was nothing to be done any more. */
  readonly change: Change | null;
  /** The room as it was read after the last write; null if it has to be read again. */
  readonly state: RoomState | null;
}

/** Reads a room whose links are to be written. Throws a `Failure` if they cannot be. */
export async function readWritable({ portal }: FixDeps, roomId: string): Promise<RoomState> {
  const state = await readExpecting(portal, roomId);
  const unwritable = roomProblem(state.room);
  if (unwritable !== null) throw new Failure([unwritable]);
  return state;
}

/**
 * Carries out a fix in a room that was read just now: judges it again, so that what is mended is left alone and what was
 * changed meanwhile is kept, writes, and reads back. Throws a `Failure` if it is not proved that the portal did what was
 * asked, and no other thing.
 */
export async function fixLink(deps: FixDeps, state: RoomState, planned: PlannedFix): Promise<Fixed> {
  const { id, title, type } = planned.link;
  const shown = { id: shownId(id, state.links), key: planned.shown.key };
  const link = state.links.find((one) => one.id === id);
  if (link === undefined) return unneeded(deps, state, { shown, title, type }, 'gone');
  const fix = await planAgain(deps, state, link, planned);
  if (fix === null) return unneeded(deps, state, { ...link, shown }, 'changed');
  if ('code' in fix) throw new Failure([fix]);
  const { remedy, change } = fix;
  if (remedy.do !== planned.remedy.do) {
    const words = { revoke: 'revoked', set: 'changed' };
    throw failure(
      'conflict',
      `The ${fixedLink(state.room, link)} is not as it was when this was planned: it was to be ${words[planned.remedy.do]}, and now would have to be ${words[remedy.do]}. It stays as it is.`,
      'Run the audit again.',
    );
  }
  return remedy.do === 'revoke'
    ? revoke(deps, state, { ...link, shown }, change)
    : update(deps, state, { ...link, shown }, targetOf(link, remedy.to), change);
}

/** What the rules that asked for a fix ask for now: of this link only, and no other rules. */
async function planAgain(
  { judge, identity, sharing }: FixDeps,
  { room, links, version }: RoomState,
  link: Link,
  { rules, shown }: PlannedFix,
): Promise<ReturnType<typeof planFix>> {
  // No rule with a safe fix looks at the owner's account or at the policy for passwords, so these are not asked again.
  const audited = (one: Link): AuditedLink => ({ ...factsOf(one, null), managed: isManaged(identity, one.id) });
  const portal = { version, sharing };
  const roomLinks = links.map(({ id }) => ({ id, key: id === link.id ? shown.key : null }));
  const judged = await judge({ ...room, ownerActive: null, otherLinks: [] }, links.map(audited), portal);
  return planFix({ room, roomLinks, portal, judged }, audited(link), new Set(rules));
}

function unneeded({ log }: FixDeps, state: RoomState, link: NamedLink, why: 'gone' | 'changed'): Fixed {
  log.line(unneededLine(link, why));
  return { change: null, state };
}

async function revoke(deps: FixDeps, state: RoomState, link: Link & NamedLink, change: Change): Promise<Fixed> {
  const { revoked, gone, problems } = await revokeLinks(deps, state, [link]);
  if (gone.length > 0) return { ...unneeded(deps, state, link, 'gone'), state: null };
  // Where the connection was lost, it may be revoked all the same.
  if (revoked.length === 0 && !(await isGone(deps, state, link))) throw new Failure(problems);
  revokedLines([link], state.links).forEach(deps.log.line);
  return { change, state: null };
}

/** Everything as it is, and what is to be set; the end in no case later than it is now. */
function targetOf(link: Link, to: Settings): LinkSettings {
  const kept = earliestEnd(link);
  const { expiration: end } = to;
  const isEarlier = end instanceof Date && (kept === null || end < kept);
  return { ...link, ...to, expiration: isEarlier ? end : kept };
}

async function isGone(deps: FixDeps, { room }: RoomState, link: Link): Promise<boolean> {
  const { value } = await attempt(() => readWritable(deps, room.id));
  if (value === undefined || value.links.some(({ id }) => id === link.id)) return false;
  return (await deps.portal.open(link)) === 'nothing';
}

async function update(
  deps: FixDeps,
  { room }: RoomState,
  link: Link & NamedLink,
  target: LinkSettings,
  change: Change,
): Promise<Fixed> {
  const { portal, log } = deps;
  const { failed } = await attempt(() => portal.putLink(room.id, link, target));
  if (failed?.problems.some(({ code }) => code === 'expired-on-the-way') === true) {
    throw failure(
      'expired-on-the-way',
      `The ${fixedLink(room, link)} ends at this moment. ${failed.message}`,
      'Run the audit again.',
    );
  }
  // After a failure, too: where the connection was lost, the write may have been carried out all the same.
  const { value: state, failed: unread } = await attempt(() => readWritable(deps, room.id));
  if (state === undefined) throw failed ?? unread;
  const listed = state.links.find(({ id }) => id === link.id);
  if (listed === undefined) return unneeded(deps, state, link, 'gone');
  const { type } = link;
  const differences = verify({ type, target, portalSetsExpiration: false, steps: [] }, link.id, state.links);
  if (differences.length === 0) {
    updatedLines(link, change.fields).forEach(log.line);
    return { change, state };
  }
  const which = `It is the ${fixedLink(room, link)}.`;
  if (failed !== null) {
    const why = failed instanceof Refusal ? await explainRefusal(failed, { room, type, target }, portal) : failed;
    throw new Failure(why.problems.map((one) => ({ ...one, message: `${one.message} ${which}` })));
  }
  const ended = link.expiration !== null && listed.expiration === null;
  throw explainDifferences(differences, { room }, ended ? await takeAway(deps, state, listed) : which);
}

/**
 * Revokes a link that our write has made endless: its date passed on the way, and the portal takes such a date for none
 * (portal.md §0.4). Says so.
 */
async function takeAway(deps: FixDeps, state: RoomState, link: Link): Promise<string> {
  const { revoked, gone } = await revokeLinks(deps, state, [link]);
  return revoked.length + gone.length > 0
    ? `So that it does not live for ever, the ${fixedLink(state.room, link)} is revoked.`
    : `The ${fixedLink(state.room, link)} now lives for ever, and could not be revoked: revoke it in DocSpace.`;
}
