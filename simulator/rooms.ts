import { type LinkOptions, optionsOf } from './save.ts';
import { cultureOf, type LinkKind, type Room, type RoomType, type State, type User } from './state.ts';
import { DEFAULT_TITLES } from './titles.ts';

/** What a new room is made of. */
export interface RoomDraft {
  readonly title: string;
  readonly roomType: RoomType | null;
  readonly owner: User;
  readonly id?: number | string;
  readonly root?: number;
  readonly denyDownload?: boolean;
  readonly private?: boolean;
  readonly tags?: readonly string[];
  readonly members?: ReadonlyMap<string, number>;
  readonly createdAt?: number;
  readonly modifiedAt?: number;
  readonly modifiedBy?: User;
  readonly providerKey?: string;
}

/** What the portal makes of a room's title: not enough to be safe in a log (recordings/20). */
export function cleanTitle(title: string): string {
  return title.replace(/[:|<>"]|[\u{10000}-\u{10ffff}]/gu, (char) => '_'.repeat(char.length));
}

/** Puts a link into a room without any check. */
export function putLink(
  state: State,
  room: Room,
  link: { readonly id?: string; readonly kind: LinkKind; readonly role: number; readonly owner: User },
  options: LinkOptions,
): string {
  const id = (link.id ?? state.nextLinkId()).toLowerCase();
  room.links.set(id, { ...options, id, kind: link.kind, role: link.role, owner: link.owner });
  return id;
}

/**
 * The primary link that Public and Form rooms are given when they are made or lose the one they had (section 3), in the
 * language of whoever makes it (section H2).
 */
export function standardPrimary(state: State, room: Room, maker: User): { role: number; options: LinkOptions } {
  const titles = DEFAULT_TITLES[cultureOf(state, maker)];
  if (room.roomType === 6) return { role: 2, options: optionsOf(titles.shared) };
  return { role: 7, options: optionsOf(titles.fillOut, { internal: state.share.defaultInternal }) };
}

/** Makes a room (or folder) and, where the type asks for one, its primary link. */
export function createRoom(state: State, draft: RoomDraft): Room {
  const now = state.now();
  let id = draft.id;
  if (id === undefined) {
    id = state.nextRoomId;
    state.nextRoomId += 1;
  }
  const room: Room = {
    id,
    title: cleanTitle(draft.title),
    roomType: draft.roomType,
    root: draft.root ?? (draft.roomType === null ? 5 : 14),
    owner: draft.owner,
    denyDownload: draft.denyDownload ?? false,
    private: draft.private ?? false,
    tags: draft.tags ?? [],
    members: new Map(draft.members),
    links: new Map(),
    createdAt: draft.createdAt ?? now,
    modifiedAt: draft.modifiedAt ?? draft.createdAt ?? now,
    modifiedBy: draft.modifiedBy ?? draft.owner,
    providerKey: draft.providerKey ?? null,
  };
  state.rooms.set(String(id), room);
  if (room.roomType === 1 || room.roomType === 6) {
    const { role, options } = standardPrimary(state, room, room.owner);
    putLink(state, room, { kind: 4, role, owner: room.owner }, options);
  }
  return room;
}
