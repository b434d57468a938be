import { HandlerError } from './envelope.ts';
import { canEditAccess, canEditExpiration, canEditInternal } from './rights.ts';
import { isRoleAllowed, limitOf, type RecordKind } from './roles.ts';
import { cultureOf, type Link, type LinkKind, NO_ID, type Room, type State, type User } from './state.ts';
import { followsPolicy, textsIn } from './texts.ts';

/** The options of a link: a save replaces all of them (section 0.3). */
export type LinkOptions = Pick<
  Link,
  'title' | 'expiresAt' | 'expiresTicks' | 'password' | 'denyDownload' | 'internal' | 'maxUse' | 'used'
>;

/** What the save step did. `skipped` stored nothing and raised nothing. */
export interface Saved {
  readonly event: 'create' | 'update' | 'remove' | 'skipped';
  readonly kind: RecordKind;
  readonly id: string;
}

function sameDate(link: Link, options: LinkOptions): boolean {
  return link.expiresAt === options.expiresAt && link.expiresTicks === options.expiresTicks;
}

/** Options with the server's defaults. */
export function optionsOf(title: string, options: Partial<LinkOptions> = {}): LinkOptions {
  return {
    title,
    expiresAt: null,
    expiresTicks: 0,
    password: null,
    denyDownload: false,
    internal: false,
    maxUse: null,
    used: 0,
    ...options,
  };
}

/** The shared save step, in its order (section 2.3). */
export function save(
  state: State,
  caller: User,
  room: Room,
  wanted: { readonly kind: LinkKind; readonly id: string; readonly role: number; readonly options: LinkOptions },
): Saved {
  const { role } = wanted;
  const texts = textsIn(cultureOf(state, caller));
  const id = wanted.id === NO_ID ? state.nextLinkId() : wanted.id;
  const skipped: Saved = { event: 'skipped', kind: wanted.kind, id };
  if (!(id === caller.id && role === 0) && !canEditAccess(caller, room)) {
    throw new HandlerError('security', 'Access denied');
  }
  if (id === room.owner.id) return skipped;
  const link = room.links.get(id);
  const member = room.members.get(id);
  const exists = link !== undefined || member !== undefined;
  if (state.usersById.get(id)?.active === false && (role !== 0 || !exists)) return skipped;
  // The stored kind wins over the requested one (section 2.3, step 4).
  const kind: RecordKind = link?.kind ?? (member === undefined ? wanted.kind : 0);
  const event = !exists ? 'create' : role === 0 ? 'remove' : 'update';
  if (!isRoleAllowed(state.profile, room, kind, role, state.usersById.get(id)))
    throw new HandlerError('invalid', texts.role);

  const options = { ...wanted.options };
  if (kind === 4 && (room.roomType === 1 || room.roomType === 6)) {
    options.expiresAt = null;
    options.expiresTicks = 0;
  }
  if (exists) {
    // A member's record has no `internal`, so it always differs (section 2.3, step 7).
    if (link?.internal !== options.internal && !canEditInternal(caller, room)) return skipped;
    if (link !== undefined && !sameDate(link, options)) {
      if (room.roomType === 6 && kind === 4) return skipped;
      if (kind !== 3 && !canEditExpiration(caller, room)) return skipped;
    }
  }
  if (kind === 1 || kind === 4) {
    if (room.roomType === 8) options.internal = true;
    if (room.roomType === 6 || state.profile === '3.2') options.internal = false;
  }
  if (options.password !== null && event !== 'remove' && !followsPolicy(options.password, state.passwordPolicy)) {
    throw new HandlerError('argument', texts.password(state.passwordPolicy));
  }
  if (kind === 0) {
    if (event === 'update' && member === role) return { ...skipped, kind };
    if (role === 0) room.members.delete(id);
    else room.members.set(id, role);
    return { event, kind, id };
  }
  if (event === 'create') {
    const limit = limitOf(room, kind);
    // Counted for access 0 on an unknown id too (section 2.3, step 10).
    if ([...room.links.values()].filter((other) => other.kind === kind).length >= limit) {
      throw new HandlerError('invalid', texts.limit(limit));
    }
  }
  if (role === 0) room.links.delete(id);
  else room.links.set(id, { ...options, id, kind, role, owner: link?.owner ?? caller });
  return { event, kind, id };
}
