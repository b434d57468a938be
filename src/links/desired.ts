import { accessCode } from './access.ts';
import { kindOf, type Link, type LinkSettings } from './link.ts';
import type { LinkType } from './room-types.ts';
import type { Room } from './room.ts';
import type { Secret } from './secret.ts';
import { allSettings, type FieldName, memberOf, settingsNotFor } from './settings.ts';
import { day, minute, wholeSeconds } from './time.ts';

/** What becomes of a link. */
export type Action = 'create' | 'update' | 'replace' | 'rotate' | 'revoke' | 'none';

/** When a link shall end: so long from now (milliseconds), at an instant, or never. */
export type Expiration =
  | { readonly kind: 'duration'; readonly milliseconds: number }
  | { readonly kind: 'instant'; readonly at: Date }
  | { readonly kind: 'never' };

/** What shall become of a link's password. */
export type DesiredPassword =
  { readonly kind: 'keep' | 'none' | 'generate' } | { readonly kind: 'given'; readonly password: Secret };

/** Which link is meant. */
export type LinkReference =
  | { readonly by: 'key'; readonly type: LinkType; readonly key: string }
  | { readonly by: 'primary'; readonly key: string }
  | { readonly by: 'id'; readonly id: string };

/** The settings that a user writes as they are. */
type WrittenSettings = Omit<LinkSettings, 'expiration' | 'password'>;

/** What the user wrote about the settings of one link, by their names in the code; undefined where nothing. */
export type DesiredSettings = {
  readonly [Member in keyof WrittenSettings]: WrittenSettings[Member] | undefined;
} & {
  readonly expiration: Expiration | undefined;
  readonly password: DesiredPassword | undefined;
};

/**
 * What the user wrote about one link. `undefined` means "not given": the default on creation, the present value on
 * update. Nothing here knows a room yet.
 */
export interface DesiredLink extends DesiredSettings {
  readonly reference: LinkReference;
  readonly renew: boolean;
  readonly rotate: boolean;
  readonly adopt: boolean;
}

/** A desired link that says nothing: a link that is there stays as it is. */
export function saysNothing(reference: LinkReference): DesiredLink {
  const settings = Object.fromEntries(allSettings.map((name) => [memberOf(name), undefined]));
  return { reference, ...(settings as unknown as DesiredSettings), renew: false, rotate: false, adopt: false };
}

/**
 * The inputs of a desired link that make no sense for a link of this type, by the names users write. A field that asks for
 * what is so anyway (`password: none` on an invitation) is one of them too: it shows a misunderstanding.
 */
export function fieldsNotFor(desired: DesiredLink, type: LinkType): readonly string[] {
  const given = settingsNotFor(type).filter((name) => gives(desired, name));
  return type === 'external' && desired.adopt ? [...given, 'adopt'] : given;
}

/** Whether a desired link says what a setting shall be; to keep the password is to say nothing. */
export function gives(desired: DesiredLink, name: FieldName): boolean {
  const value = desired[memberOf(name)];
  return value !== undefined && !(name === 'password' && desired.password?.kind === 'keep');
}

/** The longest life that a link gets when nobody says how long: seven days. */
export const defaultLifetime = 7 * day;

/** Life of every invitation on a portal before 3.7, whatever the request says (portal.md §4.3). */
export const oldInvitationLifetime = 7 * day;

/** How far a date that the portal sets itself, by its own clock, may be from the one expected; milliseconds. */
export const portalsDateTolerance = 10 * minute;

/** What `desiredSettings` needs to know besides the desired link. */
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
 * Everything that the link shall be: what the desired link says; where it is silent, the present value, or the default for a
 * new link. Dates are whole seconds.
 */
export function desiredSettings(place: Place, desired: DesiredLink, context: DesiredContext): LinkSettings {
  const { current, type } = place;
  const external = type === 'external';
  return {
    access: desired.access ?? current?.access ?? accessCode('viewer'),
    expiration: desiredExpiration(place, desired, context),
    internal: external && (desired.internal ?? current?.internal ?? true),
    title: desired.title ?? current?.title ?? context.defaultTitle,
    password: external ? desiredPassword(current, desired, context) : null,
    denyDownload: external && (desired.denyDownload ?? current?.denyDownload ?? false),
    maxUses: external ? null : desired.maxUses === undefined ? (current?.maxUses ?? null) : desired.maxUses,
  };
}

function desiredPassword(current: Link | null, desired: DesiredLink, context: DesiredContext): Secret | null {
  const kept = current?.password ?? null;
  switch (desired.password?.kind) {
    case 'given':
      return desired.password.password;
    case 'none':
      return null;
    case 'generate':
      return kept ?? context.newPassword();
    case 'keep':
    case undefined:
      return kept;
  }
}

function desiredExpiration(place: Place, desired: DesiredLink, context: DesiredContext): Date | null {
  if (isPermanent(place)) return null;
  const live = place.current?.expired === false ? place.current : null;
  if (desired.expiration === undefined && live !== null) return live.expiration;
  return latest(
    desired.expiration ?? { kind: 'duration', milliseconds: defaultLifetime },
    live,
    desired.renew,
    context.now,
  );
}

/** A duration is the longest life from now: it shortens, but lengthens only with `renew`. */
function latest(expiration: Expiration, live: Link | null, renew: boolean, now: Date): Date | null {
  switch (expiration.kind) {
    case 'never':
      return null;
    case 'instant':
      return expiration.at;
    case 'duration': {
      const limit = wholeSeconds(new Date(now.getTime() + expiration.milliseconds));
      const present = live?.expiration ?? null;
      return !renew && present !== null && present <= limit ? present : limit;
    }
  }
}

/** Lengths as the portal counts them: in UTF-16 units (portal.md §1). */
const longestTitle = 255;
const longestKey = 100;

/**
 * The title of a link that is made without one: `<owner/repo>: <key>`, or the key alone outside of a repository. A long
 * key is cut in the title only, never in the identity of the link; what a reader sees as one character stays whole.
 */
export function defaultTitle(repository: string, key: string): string {
  const name = cut(key, longestKey);
  return cut(repository === '' ? name : `${repository}: ${name}`, longestTitle);
}

/** The text, no longer than so many UTF-16 units; `…` stands for what is missing. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, 2 * longest));
  // One that is longer than the whole title is cut between its code points.
  const pieces = Array.from(graphemes).flatMap(({ segment }) =>
    segment.length < longest ? [segment] : Array.from(segment),
  );
  let kept = '';
  for (const piece of pieces) {
    if (kept.length + piece.length >= longest) break;
    kept += piece;
  }
  return `${kept.trimEnd()}…`;
}
