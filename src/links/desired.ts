import { accessCode } from './access.ts';
import type { Link, LinkSettings } from './link.ts';
import { kindOf } from './link.ts';
import type { Room } from './room.ts';
import type { LinkType } from './room-types.ts';
import type { Secret } from './secret.ts';
import type { Expiration, Wish } from './wish.ts';

/** The longest life that a link gets when nobody says how long: seven days. */
export const defaultLifetime = 7 * 86_400_000;

/** Life of every invitation on a portal before 3.7, whatever the request says (portal.md §4.3). */
export const oldInvitationLifetime = 7 * 86_400_000;

/** How far a date that the portal sets itself, by its own clock, may be from the one expected; milliseconds. */
export const portalsDateTolerance = 10 * 60_000;

/** What `desiredSettings` needs to know besides the wish. */
export interface DesiredContext {
  readonly now: Date;
  /** Title of a link that is made without one. */
  readonly defaultTitle: string;
  /** Draws a password that fits the policy of any portal. */
  readonly newPassword: () => Secret;
}

/** The link that is meant, in a room: its type, whether it is the primary one, and its present state if there is one. */
export interface Place {
  readonly room: Room;
  readonly type: LinkType;
  readonly primary: boolean;
  readonly current: Link | null;
}

/** Whether this is the primary link of a Public or Form filling room, which cannot expire and cannot be deleted. */
export function isPermanent(place: {
  readonly room: Room;
  readonly type: LinkType;
  readonly primary: boolean;
}): boolean {
  return kindOf(place) === 'primary' && place.room.type?.permanentPrimary === true;
}

/**
 * Everything that the link shall be: what the wish says; where it is silent, the present value, or the default for a
 * new link. Dates are whole seconds.
 */
export function desiredSettings(place: Place, wish: Wish, context: DesiredContext): LinkSettings {
  const { current, type } = place;
  const external = type === 'external';
  return {
    access: wish.access ?? current?.access ?? accessCode('viewer'),
    expiration: desiredExpiration(place, wish, context),
    internal: external && (wish.internal ?? current?.internal ?? true),
    title: wish.title ?? current?.title ?? context.defaultTitle,
    password: external ? desiredPassword(current, wish, context) : null,
    denyDownload: external && (wish.denyDownload ?? current?.denyDownload ?? false),
    maxUses: external ? null : wish.maxUses === undefined ? (current?.maxUses ?? null) : wish.maxUses,
  };
}

function desiredPassword(current: Link | null, wish: Wish, context: DesiredContext): Secret | null {
  const kept = current?.password ?? null;
  switch (wish.password?.kind) {
    case 'given':
      return wish.password.password;
    case 'none':
      return null;
    case 'generate':
      return kept ?? context.newPassword();
    case 'keep':
    case undefined:
      return kept;
  }
}

function desiredExpiration(place: Place, wish: Wish, context: DesiredContext): Date | null {
  if (isPermanent(place)) return null;
  const live = place.current?.expired === false ? place.current : null;
  if (wish.expiration === undefined && live !== null) return live.expiration;
  return latest(wish.expiration ?? { kind: 'duration', milliseconds: defaultLifetime }, live, wish.renew, context.now);
}

/** A duration is the longest life from now: it shortens, but lengthens only with `renew`. */
function latest(expiration: Expiration, live: Link | null, renew: boolean, now: Date): Date | null {
  switch (expiration.kind) {
    case 'never':
      return null;
    case 'instant':
      return expiration.at;
    case 'duration': {
      const limit = new Date(Math.floor((now.getTime() + expiration.milliseconds) / 1000) * 1000);
      const present = live?.expiration ?? null;
      return !renew && present !== null && present <= limit ? present : limit;
    }
  }
}
