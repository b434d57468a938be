import type { Room, User } from './state.ts';

/** Made the room, and is of a type that may own one (section 7.1). */
export function isOwner(user: User | null, room: Room): boolean {
  return user !== null && room.owner === user && (user.type === 'admin' || user.type === 'roomAdmin');
}

function isManager(user: User | null, room: Room): boolean {
  return user !== null && room.members.get(user.id) === 9;
}

/** May the caller see the room at all? */
export function canRead(user: User | null, room: Room): boolean {
  if (!user?.active) return false;
  if (isOwner(user, room) || isManager(user, room) || user.type === 'admin') return true;
  const role = room.members.get(user.id);
  return role !== undefined && role !== 3 && role !== 0;
}

/** May the caller change who has access: room owner or manager, never in the archive, never a guest (section 2.3). */
export function canEditAccess(user: User | null, room: Room): boolean {
  if (user?.active !== true || user.type === 'guest' || room.roomType === null) return false;
  if (room.root === 30) return isOwner(user, room);
  return (room.root === 14 || room.root === 34) && (isOwner(user, room) || isManager(user, room));
}

/** May the caller list links? Everyone else gets an empty list, not an error. */
export function canReadLinks(user: User | null, room: Room): boolean {
  return room.roomType !== null && (isOwner(user, room) || isManager(user, room));
}

/** Nobody may change `internal` in Public rooms and VDRs. */
export function canEditInternal(user: User | null, room: Room): boolean {
  return canEditAccess(user, room) && room.roomType !== 6 && room.roomType !== 8;
}

/** Form rooms have no expiration dates. */
export function canEditExpiration(user: User | null, room: Room): boolean {
  return canEditAccess(user, room) && room.roomType !== 1;
}

/** Owner, manager, member, portal administrator from outside, or nobody. */
export function standing(user: User | null, room: Room): 'owner' | 'manager' | 'member' | 'admin' | 'none' {
  if (isOwner(user, room)) return 'owner';
  if (isManager(user, room)) return 'manager';
  if (user !== null && room.members.has(user.id)) return 'member';
  return user?.type === 'admin' ? 'admin' : 'none';
}
