import type { LinkKind, Profile, Room, RoomType, User } from './state.ts';

/** The names of `access` (section 1.1), by number. */
export const ROLE_NAMES = [
  'None',
  'ReadWrite',
  'Read',
  'Restrict',
  'Varies',
  'Review',
  'Comment',
  'FillForms',
  'CustomFilter',
  'RoomManager',
  'Editing',
  'ContentCreator',
] as const;

/** Roles of links per room type (section 2.2). 0 stands for "may be revoked". */
const INVITATION: Readonly<Record<RoomType, readonly number[]>> = {
  1: [11, 7, 0],
  2: [11, 10, 2, 0],
  5: [11, 10, 5, 6, 2, 0],
  6: [11, 2, 0],
  8: [11, 10, 2, 7, 0],
  9: [11, 2, 0],
};
const EXTERNAL: Readonly<Partial<Record<RoomType, readonly number[]>>> = {
  1: [7, 2, 0],
  5: [10, 7, 5, 6, 2, 0],
  6: [10, 7, 5, 6, 2, 0],
};
/** Roles of people: the general list, cut to what rooms of this type know. */
const MEMBER = [9, 11, 10, 5, 6, 2, 7, 0];

/** What a record of a room can be: a link of some kind or (0) a person. */
export type RecordKind = LinkKind | 0;

/** May a person have this role in a room of this type? In Public rooms, those who may own rooms are managers or content creators (section H7). */
export function isRoleOfMember(type: RoomType, role: number, member: User | undefined): boolean {
  if (type === 6 && (member?.type === 'roomAdmin' || member?.type === 'admin')) return [9, 11, 0].includes(role);
  return MEMBER.includes(role) && (role === 9 || INVITATION[type].includes(role));
}

/** May a record of this kind have this role in this room? A room type without such links refuses 0 as well. */
export function isRoleAllowed(profile: Profile, room: Room, kind: RecordKind, role: number, member?: User): boolean {
  if (room.root === 30 || room.roomType === null) return false;
  if (kind === 0) return isRoleOfMember(room.roomType, role, member);
  if (kind === 3) return INVITATION[room.roomType].includes(role);
  const roles = EXTERNAL[room.roomType] ?? [];
  // Profile 3.0–3.2 has no FillForms for external links of Custom and Public rooms (section 4.3).
  return roles.includes(role) && !(profile === '3.2' && role === 7 && room.roomType !== 1);
}

/** How many links of a kind a room may hold (section 2.2). */
export function limitOf(room: Room, kind: LinkKind): number {
  if (kind === 3) return 1;
  if (kind === 1) return room.roomType === 5 || room.roomType === 6 ? 5 : 0;
  return room.roomType === 1 || room.roomType === 5 || room.roomType === 6 ? 1 : 0;
}

const RANK = [11, 10, 7, 5, 6, 2];

/** Where a role stands in a list of links (section 3). */
export function rankOf(role: number): number {
  const rank = RANK.indexOf(role);
  return rank === -1 ? RANK.length : rank;
}
