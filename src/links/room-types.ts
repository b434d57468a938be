import { accessCode, type Access } from './access.ts';

/** `external` opens the room's content to whoever has it; `invitation` makes whoever opens it a member. */
export type LinkType = 'external' | 'invitation';

/** The three kinds that a room keeps places for: external links are additional ones or the one primary. */
export type LinkKind = 'additional' | 'primary' | 'invitation';

/** The facts about one kind of room that decide what its links can be. */
export interface RoomType {
  /** DocSpace's number (`roomType`). */
  readonly code: number;
  /** The words in DocSpace's English interface. */
  readonly label: string;
  /** Roles that each type of link can give; no entry: the room has no external links. Every room has an invitation. */
  readonly access: { readonly external?: readonly Access[]; readonly invitation: readonly Access[] };
  /** How many links of each kind the room holds; expired ones count. */
  readonly limits: Readonly<Record<LinkKind, number>>;
  /** The primary link always exists: it cannot expire, and a revoke makes the portal create another one. */
  readonly permanentPrimary: boolean;
  /** What `internal` has to be for external links; null where both are possible. */
  readonly internal: boolean | null;
}

/** DocSpace's numbers of the two types that single rules are about. */
export const formRoom = 1;
export const publicRoom = 6;

const open: readonly Access[] = ['editor', 'form-filler', 'reviewer', 'commenter', 'viewer'];
const none = { additional: 0, primary: 0, invitation: 1 };

/**
 * Room types × link types × roles × limits (portal.md §2.2; measured in recordings 01–06 and 11). The one place
 * that knows them.
 */
export const roomTypes: readonly RoomType[] = [
  {
    code: formRoom,
    label: 'Form filling room',
    access: { external: ['form-filler', 'viewer'], invitation: ['content-creator', 'form-filler'] },
    limits: { additional: 0, primary: 1, invitation: 1 },
    permanentPrimary: true,
    internal: null,
  },
  {
    code: 2,
    label: 'Collaboration room',
    access: { invitation: ['content-creator', 'editor', 'viewer'] },
    limits: none,
    permanentPrimary: false,
    internal: null,
  },
  {
    code: 5,
    label: 'Custom room',
    access: { external: open, invitation: ['content-creator', 'editor', 'reviewer', 'commenter', 'viewer'] },
    limits: { additional: 5, primary: 1, invitation: 1 },
    permanentPrimary: false,
    internal: null,
  },
  {
    code: publicRoom,
    label: 'Public room',
    access: { external: open, invitation: ['content-creator', 'viewer'] },
    limits: { additional: 5, primary: 1, invitation: 1 },
    permanentPrimary: true,
    internal: false,
  },
  {
    code: 8,
    label: 'Virtual Data Room',
    access: { invitation: ['content-creator', 'editor', 'viewer', 'form-filler'] },
    limits: none,
    permanentPrimary: false,
    internal: true,
  },
  {
    code: 9,
    label: 'AI agent',
    access: { invitation: ['content-creator', 'viewer'] },
    limits: none,
    permanentPrimary: false,
    internal: null,
  },
];

/** The type of a room by DocSpace's number; null for one that this version does not know. */
export function roomTypeOf(code: number): RoomType | null {
  return roomTypes.find((type) => type.code === code) ?? null;
}

/** Whether links of this type in this room can give the role with this number. */
export function allowsAccess(room: RoomType, type: LinkType, code: number): boolean {
  return (room.access[type] ?? []).some((access) => accessCode(access) === code);
}
