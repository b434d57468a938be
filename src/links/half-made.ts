import { accessCode, accessOf } from './access.ts';
import { isDefaultTitle } from './default-titles.ts';
import { gives, isPermanent, type Place, type DesiredLink } from './desired.ts';
import type { Link } from './link.ts';
import { formRoom } from './room-types.ts';
import type { Room } from './room.ts';
import { type FieldName, isSettingAsMade, settingsOf } from './settings.ts';

/**
 * The settings that a desired link keeps of a primary link which, in all that the desired link does not give, looks exactly as the portal
 * makes one. A person may have left it so, or a run that died before it could give the link its settings: nobody can tell,
 * so these are named. None where anything of it was set.
 */
export function looksHalfMade(place: Place, desired: DesiredLink): readonly FieldName[] {
  const { current, primary, room } = place;
  if (!primary || current === null || current.expired) return [];
  const kept = madeSettings(room, current).filter(({ name }) => !gives(desired, name));
  if (kept.some(({ isAsMade }) => !isAsMade)) return [];
  const fixed: readonly FieldName[] = [
    ...(isPermanent(place) ? (['expiration'] as const) : []),
    ...(room.type?.internal === false ? (['internal'] as const) : []),
  ];
  return kept.map(({ name }) => name).filter((name) => !fixed.includes(name));
}

/** Whether a primary link is as the portal makes one, in all of its settings. */
export function isAsMade(room: Room, link: Link): boolean {
  return madeSettings(room, link).every((setting) => setting.isAsMade);
}

/**
 * ... whatever its title, which is in the language of whoever made it: perhaps one that this action does not know. Another
 * run that makes the same link gives it this title, and then it is not as made.
 */
export function isAsMadeBeside(room: Room, link: Link, title: string): boolean {
  const others = madeSettings(room, link).filter(({ name }) => name !== 'title');
  return others.every((setting) => setting.isAsMade) && (isDefaultTitle(link.title) || link.title !== title);
}

/**
 * Which settings of a primary link are as the portal makes one: Viewer (in a Form filling room also Form filler), without
 * password and end, with a default title, for anyone or for DocSpace users as the portal's default is (portal.md §3).
 */
function madeSettings(room: Room, link: Link): readonly { readonly name: FieldName; readonly isAsMade: boolean }[] {
  const isFiller = accessOf(link.access) === 'form-filler' && room.type?.code === formRoom;
  return settingsOf('external').map((name) => {
    if (name === 'access') return { name, isAsMade: isFiller || link.access === accessCode('viewer') };
    if (name === 'title') return { name, isAsMade: isDefaultTitle(link.title) };
    return { name, isAsMade: isSettingAsMade(name, link) };
  });
}
