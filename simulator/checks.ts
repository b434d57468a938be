import { canRead } from './rights.ts';
import { isRestricted, type Link, NO_ID, type Room, type State, type User } from './state.ts';
import { verify } from './urls.ts';

interface Found {
  readonly room: Room;
  readonly link: Link;
}

/** Opening a link picks one record by its id alone, whatever the room (section 2.6). */
function findLink(state: State, id: string): Found | null {
  for (const room of state.rooms.values()) {
    const link = room.links.get(id);
    if (link !== undefined) return { room, link };
  }
  return null;
}

function isExpired(state: State, link: Link): boolean {
  return link.expiresAt !== null && link.expiresAt < state.now();
}

function statusOf(state: State, { room, link }: Found, user: User | null, password: string | null): number {
  if (isExpired(state, link)) return 2;
  const blocked = isRestricted(state, room) && state.share.blockExisting;
  if ((link.internal || blocked) && user === null) return 5;
  if (room.root === 20) return 1;
  if (link.password === null || (user !== null && canRead(user, room))) return 0;
  if (password === null) return 3;
  return password === link.password ? 0 : 4;
}

/**
 * What a visitor with an external link is told: GET /files/share/{token} and POST …/password. 0 opens, 1 invalid,
 * 2 expired, 3 asks for a password, 4 wrong password, 5 asks for a login (recordings/10, 12).
 */
export function checkShare(
  state: State,
  token: string,
  user: User | null,
  password: string | null,
): Record<string, unknown> {
  const id = verify(state, token);
  const found = id === null ? null : findLink(state, id);
  const external = found === null || found.link.kind === 3 ? null : found;
  const status = external === null ? 1 : statusOf(state, external, user, password);
  // The room is named when it opens, asks for a password, or lies in the archive; not otherwise (recordings/10, 12).
  const named = external !== null && [0, 1, 3].includes(status);
  return {
    status,
    ...(named ? { id: String(external.room.id), title: external.room.title, type: 1 } : {}),
    tenantId: status === 0 ? 1 : 0,
    ...(named ? { isRoom: external.room.roomType !== null } : {}),
    shared: false,
    linkId: status === 0 && external !== null ? external.link.id : NO_ID,
    isAuthenticated: user !== null,
    isRoomMember: user !== null && external !== null && canRead(user, external.room),
  };
}

/**
 * What a visitor with an invitation is told: POST /authentication/confirm. 0 opens, 1 invalid, 2 expired, 6 used up
 * (section G15, recordings/28).
 */
export function checkInvitation(state: State, key: string, uid: string): Record<string, unknown> {
  const signed = verify(state, key);
  const [linkId, signer] = signed?.split('.') ?? [];
  const found = linkId === undefined || signer !== uid ? null : findLink(state, linkId);
  const result = ((): number => {
    // The creator of the link switched off makes it invalid, and no list shows it (section 8).
    if (found?.link.kind !== 3 || !found.link.owner.active) return 1;
    if (isExpired(state, found.link)) return 2;
    return found.link.maxUse !== null && found.link.used >= found.link.maxUse ? 6 : 0;
  })();
  const open = result === 0 && found !== null;
  return {
    result,
    ...(open ? { roomId: String(found.room.id), title: found.room.title } : {}),
    isAgent: open && found.room.roomType === 9,
  };
}
