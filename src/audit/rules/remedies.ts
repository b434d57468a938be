import { wholeSeconds } from '../../links/time.ts';
import { isPermanentPrimary } from '../facts.ts';
import type { LinkSubject, SafeFix, RoomSubject } from './rule.ts';

/** The link goes. */
export const revoke: SafeFix = { do: 'revoke' };

/** The link ends as late as the policy allows: a whole second, as the portal stores dates. */
export function endInTime({ now, policy }: RoomSubject): SafeFix {
  return { do: 'set', to: { expiration: wholeSeconds(new Date(now.getTime() + policy.maxLifetime)) } };
}

/** The link asks for a login; nothing where the portal has no such links: in Public rooms, and before 3.5. */
export function usersOnly({ room, portal }: RoomSubject): { readonly safeFix?: SafeFix } {
  const possible = room.type?.internal !== false && portal.version !== '3.2';
  return possible ? { safeFix: { do: 'set', to: { internal: true } } } : {};
}

/**
 * Whether a safe fix may be carried out at all: not in the archive or where the key may not write; not on a permanent
 * primary link; an expired external link may only be revoked, since any other write brings it back (portal.md §4); and
 * before 3.7 the portal dates an invitation anew with every write (portal.md §4.3), which could lengthen its life.
 */
export function isSafe(safeFix: SafeFix, { room, link, portal }: LinkSubject): boolean {
  if (room.area === 'archived' || !room.canEditAccess || isPermanentPrimary(room, link)) return false;
  if (safeFix.do === 'revoke') return true;
  return !link.expired && (link.type === 'external' || portal.version === '3.7');
}
