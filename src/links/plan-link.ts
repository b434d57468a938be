import { linksOfKind, planProblems, roomProblem, setsExpirationItself } from './constraints.ts';
import {
  type DesiredContext,
  desiredSettings,
  gives,
  oldInvitationLifetime,
  type Place,
  portalsDateTolerance,
  type DesiredLink,
  type Action,
} from './desired.ts';
import { findLink, type Found } from './find.ts';
import { looksHalfMade } from './half-made.ts';
import { type Identity, newId } from './identity.ts';
import { kindOf, type Link, type LinkSettings, sameInstant } from './link.ts';
import type { Result } from './result.ts';
import type { LinkType, RoomType } from './room-types.ts';
import type { PortalVersion, Room, RoomState } from './room.ts';
import { Secret } from './secret.ts';
import { changes, type FieldChange, type FieldName, widenings, settingsAsInputs } from './settings.ts';
import { wholeSeconds } from './time.ts';

/** What the plan needs to know besides the room and the desired link. */
export interface PlanContext extends DesiredContext {
  readonly identity: Identity;
}

/** One write, in the words of the portal client. */
export type Step =
  /** Delete this link. Of a permanent primary the portal makes another one at once, which the next step then sets. */
  | { readonly do: 'revoke'; readonly link: Link }
  /** Write the target to this id: ours and new, or one that exists. */
  | { readonly do: 'put'; readonly id: string }
  /** Let the portal make the room's primary link, and write the target to it. */
  | { readonly do: 'make-primary' };

/** What a desired link means for a room: pure data, to be printed, checked and executed alike. */
export interface LinkPlan {
  readonly action: Exclude<Action, 'revoke'>;
  readonly room: Room;
  readonly key: string | null;
  readonly type: LinkType;
  readonly primary: boolean;
  readonly current: Link | null;
  readonly target: LinkSettings;
  /** Id of the link after the run; null for a primary link, whose id the portal draws. */
  readonly id: string | null;
  readonly fields: readonly FieldChange[];
  readonly widens: readonly FieldName[];
  readonly steps: readonly Step[];
  /** Further links of the same key, which go: two runs at once, or a run that died, left them. */
  readonly duplicates: readonly Link[];
  /** The old link goes before the new one comes, because the room has no other place for it. */
  readonly oldGoesFirst: boolean;
  /**
   * Settings that only the old link has, because the inputs do not give them and a new link gets others: a run that dies
   * after the old link has gone loses them. None where the old link goes last.
   */
  readonly atRisk: readonly FieldName[];
  /** What is kept of a primary link that looks as the portal makes one: see `looksHalfMade`. */
  readonly halfMade: readonly FieldName[];
  /** The password that this plan draws, if it does. */
  readonly newPassword: Secret | null;
  /** The portal decides when the link ends (invitations before 3.7), so it is compared to within some minutes. */
  readonly portalSetsExpiration: boolean;
}

/**
 * What has to be done so that the room has the link of the desired link, or everything that forbids it. Everything that is
 * known to go wrong is found here, before the first write.
 */
export function planLink(state: RoomState, desired: DesiredLink, context: PlanContext): Result<LinkPlan> {
  const unwritable = roomProblem(state.room);
  if (unwritable !== null) return { problems: [unwritable] };
  const { value: found, problems: unfound } = findLink(state, desired, context.identity);
  if (found === undefined) return { problems: unfound };

  const place: Place = { room: state.room, type: found.type, primary: found.primary, current: found.current };
  const generated = rememberPassword(context.newPassword);
  const asIs = desiredSettings(place, desired, { ...context, newPassword: generated.draw });
  const settings = { ...asIs, expiration: (portalsDate(place, desired, state.version) ?? asIs).expiration };

  const action = actionOf(place, desired, settings);
  const target = withPortalsDate(place, state.version, settings, action, context.now);
  const problems = planProblems(state, found, desired, action, target);
  if (problems.length > 0) return { problems };

  const steps = stepsOf(state, found, action, context.identity);
  return {
    value: {
      action,
      key: desired.reference.by === 'id' ? null : desired.reference.key,
      ...place,
      target,
      id: steps.id,
      fields: action === 'none' ? [] : changes(found.type, found.current, target),
      widens: action === 'none' ? [] : widenings(found.type, found.current, target),
      steps: steps.steps,
      duplicates: found.duplicates,
      oldGoesFirst: steps.oldGoesFirst,
      atRisk: steps.oldGoesFirst ? lostWith(place, desired, target, context) : [],
      halfMade: looksHalfMade(place, desired),
      newPassword: generated.drawn(),
      portalSetsExpiration: setsExpirationItself(found.type, state.version),
    },
  };
}

function rememberPassword(draw: () => Secret): { draw: () => Secret; drawn: () => Secret | null } {
  let password: Secret | null = null;
  return { draw: () => (password ??= draw()), drawn: () => password };
}

function actionOf(place: Place, desired: DesiredLink, settings: LinkSettings): LinkPlan['action'] {
  const { current, type } = place;
  if (current === null) return 'create';
  if (desired.rotate) return 'rotate';
  if (current.expired && !desired.renew) return 'replace';
  const same = changes(type, { ...current, expiration: null }, { ...settings, expiration: null }).length === 0;
  return same && sameInstant(current, settings.expiration) ? 'none' : 'update';
}

/** The kept settings that a link which is made anew, without the old one, would not have. */
function lostWith(
  place: Place,
  desired: DesiredLink,
  target: LinkSettings,
  context: PlanContext,
): readonly FieldName[] {
  const made = desiredSettings({ ...place, current: null }, desired, { ...context, newPassword: () => new Secret('') });
  // `generate` keeps a password, which the next run would draw anew.
  const isKept = (name: FieldName): boolean =>
    name === 'password' && desired.password?.kind === 'generate'
      ? (place.current?.password ?? null) !== null
      : !gives(desired, name);
  return changes(place.type, { ...made, expiration: null }, { ...target, expiration: null })
    .map(({ name }) => name)
    .filter(isKept);
}

/**
 * The link whose date stays, though it is not to the second what is asked; null if there is none. Before 3.7 the portal
 * has dated a live invitation by its own clock, which may be ahead of ours or behind: a week from then is no longer than
 * a week from now, and within some minutes the instant that was asked for.
 */
function portalsDate(
  { type, current }: Place,
  { expiration, renew }: DesiredLink,
  version: PortalVersion,
): Link | null {
  if (!setsExpirationItself(type, version) || current?.expired !== false || current.expiration === null) return null;
  switch (expiration?.kind) {
    case 'duration':
      return !renew && expiration.milliseconds >= oldInvitationLifetime ? current : null;
    case 'instant':
      return Math.abs(current.expiration.getTime() - expiration.at.getTime()) <= portalsDateTolerance ? current : null;
    case 'never':
    case undefined:
      return null;
  }
}

function withPortalsDate(
  place: Place,
  version: PortalVersion,
  settings: LinkSettings,
  action: LinkPlan['action'],
  now: Date,
): LinkSettings {
  if (action === 'none' || !setsExpirationItself(place.type, version)) return settings;
  const end = new Date(now.getTime() + oldInvitationLifetime);
  return { ...settings, expiration: wholeSeconds(end) };
}

function stepsOf(
  state: RoomState,
  found: Found,
  action: LinkPlan['action'],
  identity: Identity,
): { readonly steps: readonly Step[]; readonly id: string | null; readonly oldGoesFirst: boolean } {
  const clearing = found.duplicates.map((link): Step => ({ do: 'revoke', link }));
  const { current } = found;
  if (current === null) {
    if (found.primary) return { steps: [{ do: 'make-primary' }], id: null, oldGoesFirst: false };
    const id = newId(identity, found.prefix);
    return { steps: [...clearing, { do: 'put', id }], id, oldGoesFirst: false };
  }
  if (action === 'none') return { steps: clearing, id: current.id, oldGoesFirst: false };
  if (action === 'update') {
    return { steps: [...clearing, { do: 'put', id: current.id }], id: current.id, oldGoesFirst: false };
  }
  // A new URL. Only an additional link of a room with a free place can come before the old one goes.
  const kind = kindOf(found);
  if (kind === 'primary') {
    return { steps: [{ do: 'revoke', link: current }, { do: 'make-primary' }], id: null, oldGoesFirst: true };
  }
  const id = newId(identity, found.prefix);
  const full = linksOfKind(state, found, kind).length >= (state.room.type as RoomType).limits[kind];
  const comes: Step = { do: 'put', id };
  const goes: Step = { do: 'revoke', link: current };
  return { steps: [...clearing, ...(full ? [goes, comes] : [comes, goes])], id, oldGoesFirst: full };
}

/** The settings that only the old link has, as inputs: `access: editor`, `password`. They must be given again if it goes alone. */
export function atRiskAsInputs({ target, atRisk }: LinkPlan): readonly string[] {
  const settings = settingsAsInputs(
    target,
    atRisk.filter((name) => name !== 'password'),
  );
  return [...settings, ...(atRisk.includes('password') ? ['password'] : [])];
}
