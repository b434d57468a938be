import { accessCode, accessOf } from './access.ts';
import { isDefaultTitle } from './default-titles.ts';
import { gives, isPermanent, type Place, type Wish } from './desired.ts';
import { formRoom } from './room-types.ts';
import type { FieldName } from './settings.ts';

/**
 * The settings that a wish keeps of a primary link which, in all that the wish does not give, looks exactly as the portal
 * makes one: Viewer (in a Form filling room also Form filler), without password and end, with a default title, for anyone
 * or for DocSpace users as the portal's default is (portal.md §3). A person may have left it so, or a run that died
 * before it could give the link its settings: nobody can tell, so these are named. None where anything of it was set.
 */
export function looksHalfMade(place: Place, wish: Wish): readonly FieldName[] {
  const { current, primary, room } = place;
  if (!primary || current === null || current.expired) return [];
  const role = accessOf(current.access);
  const isAsMade: Readonly<Record<Exclude<FieldName, 'max-uses'>, boolean>> = {
    access: current.access === accessCode('viewer') || (role === 'form-filler' && room.type?.code === formRoom),
    internal: true,
    password: current.password === null,
    'deny-download': !current.denyDownload,
    expiration: current.expiration === null,
    title: isDefaultTitle(current.title),
  };
  const kept = Object.entries(isAsMade).filter(([name]) => !gives(wish, name as FieldName));
  if (kept.some(([, asMade]) => !asMade)) return [];
  const fixed: readonly string[] = [
    ...(isPermanent(place) ? ['expiration'] : []),
    ...(room.type?.internal === false ? ['internal'] : []),
  ];
  return kept.map(([name]) => name as FieldName).filter((name) => !fixed.includes(name));
}
