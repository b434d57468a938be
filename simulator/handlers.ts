import {
  bindLinkRequest,
  type LinkRequest,
  queryCount,
  queryEnum,
  queryStart,
  queryTags,
  readBody,
  stringsOf,
} from './binding.ts';
import { checkInvitation, checkShare } from './checks.ts';
import { HandlerError, type Result } from './envelope.ts';
import { inOrder } from './order.ts';
import { canEditAccess, canRead, canReadLinks, isOwner } from './rights.ts';
import { rankOf } from './roles.ts';
import { cleanTitle, createRoom, standardPrimary } from './rooms.ts';
import { optionsOf, save, type Saved } from './save.ts';
import {
  type AuditEvent,
  cultureOf,
  isModern,
  isRestricted,
  type Key,
  type Link,
  NO_ID,
  type Room,
  type RoomType,
  type State,
  type User,
} from './state.ts';
import { textsIn } from './texts.ts';
import { DEFAULT_TITLES } from './titles.ts';
import { printNow, viewKey, viewLink, viewMember, viewParent, viewRoom, viewUser, visibleLink } from './view.ts';

/** What a handler is given. */
export interface Call {
  readonly state: State;
  readonly origin: string;
  /** The variable parts of the path, decoded. */
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: Buffer;
  readonly user: User | null;
  readonly key: Key | null;
}

/** A call by somebody known: the router let nobody else in. */
export type KnownCall = Call & { readonly user: User };

const WEEK = 7 * 86_400_000;
const TEN_YEARS = 10;
const OUT_OF_RANGE = 'Value does not fall within the expected range.';

function tenYearsFrom(now: number): number {
  const date = new Date(now);
  return date.setUTCFullYear(date.getUTCFullYear() + TEN_YEARS);
}

/**
 * The third-party storages that the portal knows, by the beginning of their rooms' ids (section 7). `drive` is not
 * among them on a portal where Google Drive is switched off, as it was where the recordings were made (recordings/09).
 */
const SELECTORS = ['sbox', 'spoint', 'box', 'dropbox', 'onedrive'];

/**
 * Finds a folder: int32 goes to the portal's own storage, everything else to a third party's (section 7). A storage
 * that is known but not connected makes the portal fail (section H4).
 */
function findRoom(call: Call, missing: string): Room {
  const id = call.params[0] ?? '';
  const number = Number(id);
  const numeric = /^-?\d{1,10}$/.test(id) && number >= -(2 ** 31) && number < 2 ** 31;
  const room = call.state.rooms.get(numeric ? String(number) : id);
  if (room !== undefined) return room;
  if (numeric) throw new HandlerError('notFound', missing);
  const selector = /^([a-z]+)-\d+(?:-.*)?$/is.exec(id)?.[1] ?? '';
  if (SELECTORS.includes(selector)) {
    throw new HandlerError('aggregate', 'One or more errors occurred. (Sequence contains no elements)');
  }
  throw new HandlerError('notFound', `Selector '${selector}' not found`);
}

function viewOf(call: KnownCall, room: Room, id: string): Record<string, unknown> | undefined {
  const role = room.members.get(id);
  const member = call.state.usersById.get(id);
  if (role !== undefined && member !== undefined) return viewMember(call.state, room, member, role, call.user);
  const link = visibleLink(room, id, call.user);
  return link === undefined ? undefined : viewLink(call.state, call.origin, room, link, call.user);
}

function record(call: KnownCall, room: Room, kind: AuditEvent['kind'], saved: Saved, role: number): void {
  const done = { create: 'created', update: 'updated', remove: 'deleted', skipped: 'updated' } as const;
  // A revoke of nothing is recorded as a creation (section 2.1).
  const action = role === 0 && saved.event === 'create' ? 'created' : done[saved.event];
  call.state.audit.push({
    at: call.state.now(),
    user: call.user.label,
    action,
    kind,
    roomId: room.id,
    linkId: saved.id,
  });
}

function putInvitation(call: KnownCall, room: Room, request: LinkRequest): Result {
  const { state, user } = call;
  const title =
    request.title === null || request.title === '' ? DEFAULT_TITLES[cultureOf(state, user)].invitation : request.title;
  const now = state.now();
  const options = optionsOf(title);
  if (isModern(state)) {
    if (request.maxUseCount !== null) {
      options.used = room.links.get(request.linkId)?.used ?? 0;
      options.maxUse = request.maxUseCount;
      if (request.maxUseCount < options.used) {
        throw new HandlerError('argument', `${OUT_OF_RANGE} (Parameter 'maxUseCount')`);
      }
    }
    if (request.expiration !== null) {
      if (request.expiration.ms < now || request.expiration.ms > tenYearsFrom(now)) {
        throw new HandlerError('argument', `${OUT_OF_RANGE} (Parameter 'expirationDate')`);
      }
      options.expiresAt = request.expiration.ms;
      options.expiresTicks = request.expiration.ticks;
    }
  } else {
    // Up to 3.6.1 the date of the body is ignored: every PUT sets a week (section 4.3).
    options.expiresAt = now + WEEK;
  }
  const saved = save(state, user, room, { kind: 3, id: request.linkId, role: request.access, options });
  if (saved.event === 'skipped') {
    throw new HandlerError('nullReference', 'Object reference not set to an instance of an object.');
  }
  record(call, room, 'invitation', saved, request.access);
  return { response: viewOf(call, room, saved.id) };
}

/** Section 3: what becomes of `internal`, and whether the portal refuses. */
function resolveInternal(state: State, room: Room, request: LinkRequest): boolean {
  if (state.profile === '3.2') return false;
  if (!isModern(state)) return request.internal;
  const restricted = isRestricted(state, room);
  if (request.access === 0) {
    const link = room.links.get(request.linkId);
    const permanent = link?.kind === 4 && (room.roomType === 6 || (room.roomType === 1 && !link.internal));
    if (restricted && permanent) throw new HandlerError('security', 'Access denied');
    return request.internal;
  }
  if (request.internal) return true;
  if (restricted && room.roomType === 6) throw new HandlerError('security', 'Access denied');
  if (restricted) return true;
  return request.linkId === NO_ID && room.roomType !== 6 && state.share.defaultInternal;
}

function putExternal(call: KnownCall, room: Room, request: LinkRequest): Result {
  const { state, user } = call;
  const titles = DEFAULT_TITLES[cultureOf(state, user)];
  const internal = resolveInternal(state, room, request);
  const now = state.now();
  const password = (request.password ?? '').trim();
  const options = optionsOf(request.title === null || request.title === '' ? titles.shared : request.title, {
    internal,
    denyDownload: request.denyDownload,
    password: password === '' ? null : password,
  });
  // A past date is dropped: the link never expires (section 0.4).
  if (request.expiration !== null && request.expiration.ms > now) {
    if (request.expiration.ms > tenYearsFrom(now)) {
      throw new HandlerError('argument', `${OUT_OF_RANGE} (Parameter 'expirationDate')`);
    }
    options.expiresAt = request.expiration.ms;
    options.expiresTicks = request.expiration.ticks;
  }
  const saved = save(state, user, room, { kind: 1, id: request.linkId, role: request.access, options });
  if (saved.event === 'skipped') return { response: viewOf(call, room, saved.id) };
  record(call, room, 'external', saved, request.access);
  if (saved.event === 'remove' && saved.kind === 4 && (room.roomType === 1 || room.roomType === 6)) {
    const primary = standardPrimary(state, room, user);
    const made = save(state, user, room, { kind: 4, id: NO_ID, ...primary });
    return { response: withoutToken(viewOf(call, room, made.id)) };
  }
  return { response: viewOf(call, room, saved.id) };
}

/** The controller clears `requestToken` when it answers with another id than the one asked for (section 3). */
function withoutToken(item: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
  if (item === undefined) return undefined;
  const entries = Object.entries(item).map(([name, value]) => {
    if (name !== 'sharedTo' && name !== 'sharedLink') return [name, value] as const;
    const target = Object.entries(value as Record<string, unknown>).filter(([key]) => key !== 'requestToken');
    return [name, Object.fromEntries(target)] as const;
  });
  return Object.fromEntries(entries);
}

/** PUT /files/rooms/{id}/links. */
export function putLinks(call: KnownCall): Result {
  const request = bindLinkRequest(call.contentType, call.body, cultureOf(call.state, call.user));
  if (request.linkType !== 0 && request.linkType !== 1) {
    throw new HandlerError('invalid', 'Operation is not valid due to the current state of the object.');
  }
  const room = findRoom(call, 'Item not found');
  return request.linkType === 0 ? putInvitation(call, room, request) : putExternal(call, room, request);
}

/** Primary links first where that is wanted, then by role; the portal promises no more (section H3). */
function ranked(call: KnownCall, links: readonly Link[], primaryFirst: boolean): Link[] {
  return inOrder(call.state.order, links).sort((first, second) => {
    const primary = primaryFirst ? Number(second.kind === 4) - Number(first.kind === 4) : 0;
    return primary === 0 ? rankOf(first.role) - rankOf(second.role) : primary;
  });
}

/** GET /files/rooms/{id}/links: never says "forbidden" (section 0.7). */
export function getLinks(call: KnownCall): Result {
  const types = queryEnum(call.query, 'type', { Invitation: 0, External: 1 });
  const room = findRoom(call, 'Item not found');
  if (!canRead(call.user, room) || !canReadLinks(call.user, room)) return { response: [] };
  const type = types[0];
  const wanted = [...room.links.values()].filter((link) => type === undefined || (link.kind === 3) === (type === 0));
  return {
    response: ranked(call, wanted, type === 1).map((link) => viewLink(call.state, call.origin, room, link, call.user)),
  };
}

/** GET /files/rooms/{id}/link: makes the primary link if there is none (section 0.8). */
export function getPrimary(call: KnownCall): Result {
  const { state, user } = call;
  const room = findRoom(call, 'Item not found');
  const link = [...room.links.values()].find(({ kind }) => kind === 4);
  const visible = (room.root === 14 && canRead(user, room)) || canReadLinks(user, room);
  if (link !== undefined && visible) return { response: viewLink(state, call.origin, room, link, user) };
  const restricted = isRestricted(state, room);
  if (restricted && room.roomType === 6) throw new HandlerError('security', 'Access denied');
  if (!canEditAccess(user, room)) {
    if (!isModern(state)) return {};
    throw new HandlerError('security', 'Access denied');
  }
  const byDefault = isModern(state) && room.roomType !== 6 && state.share.defaultInternal;
  const options = optionsOf(DEFAULT_TITLES[cultureOf(state, user)].shared, { internal: restricted || byDefault });
  const saved = save(state, user, room, { kind: 4, id: NO_ID, role: 2, options });
  record(call, room, 'external', saved, 2);
  return { response: viewOf(call, room, saved.id) };
}

/** GET /files/rooms/{id}: answers for any folder, and anonymous callers get this far. */
export function getRoom(call: Call): Result {
  const texts = textsIn(cultureOf(call.state, call.user));
  const room = findRoom(call, texts.folder);
  if (!canRead(call.user, room)) {
    if (call.user === null) throw new HandlerError('authentication', 'System error.');
    throw new HandlerError('invalid', texts.view);
  }
  return { response: viewRoom(call.state, room, call.user, false) };
}

const AREAS = { Active: 0, Archive: 1, Any: 2, RecentByLinks: 3, Templates: 4 };
const TYPES = { FillingFormsRoom: 1, EditingRoom: 2, CustomRoom: 5, PublicRoom: 6, VirtualDataRoom: 8, AiRoom: 9 };
const ROOTS: readonly (readonly number[])[] = [[14], [20], [14, 20], [], [30]];

/** GET /files/rooms: all rooms for a portal administrator, one's own for others. */
export function getRooms(call: KnownCall): Result {
  const { state, user, query } = call;
  const count = queryCount(query);
  const area = queryEnum(query, 'searchArea', AREAS)[0] ?? 0;
  const types = queryEnum(query, 'type', TYPES);
  const start = queryStart(query);
  const tags = queryTags(query);
  const text = (query.get('filterValue') ?? '').toLowerCase();
  const subject = query.get('subjectId');
  const storage = query.get('storageFilter');
  const withoutTags = query.get('withoutTags') === 'true';
  // Not a pure read: the order is kept as the caller's default (section 7).
  if (query.has('sortBy')) user.sortBy = query.get('sortBy');
  const roots = ROOTS[area] ?? [];
  const rooms: Room[] = [];
  for (const room of inOrder(state.order, state.rooms.values())) {
    if (room.roomType === null || room.roomType === 9 || !roots.includes(room.root)) continue;
    if (user.type !== 'admin' && !isOwner(user, room) && !room.members.has(user.id)) continue;
    if (types.length > 0 && !types.includes(room.roomType)) continue;
    if (text !== '' && !room.title.toLowerCase().includes(text)) continue;
    if (tags.length > 0 && !tags.some((tag) => room.tags.includes(tag))) continue;
    if (withoutTags && room.tags.length > 0) continue;
    if (subject !== null && subject !== '' && room.owner.id !== subject) continue;
    if ((storage === '1' && room.providerKey !== null) || (storage === '2' && room.providerKey === null)) continue;
    rooms.push(room);
  }
  const folders = rooms.slice(start, start + count).map((room) => viewRoom(state, room, user, true));
  const current = viewParent(area === 1);
  const pathParts = [{ id: current['id'], title: current['title'], folderType: current['rootFolderType'] }];
  return {
    response: {
      files: [],
      folders,
      current,
      pathParts,
      startIndex: start,
      count: folders.length,
      total: rooms.length,
      new: 0,
    },
  };
}

/** POST /files/rooms: just enough to see what becomes of titles. */
export function postRoom(call: KnownCall): Result {
  const type = 'ASC.Files.ApiModels.RequestDto.CreateRoomRequestDto';
  const fields = stringsOf(readBody(call.contentType, call.body, 'inDto', type));
  const roomType = Number(fields.get('roomtype') ?? 5);
  const known = ([1, 2, 5, 6, 8, 9] as const).find((value): value is RoomType => value === roomType);
  if (known === undefined) throw new HandlerError('argument', OUT_OF_RANGE);
  if (call.user.type !== 'admin' && call.user.type !== 'roomAdmin') throw new HandlerError('security', 'Access denied');
  const room = createRoom(call.state, {
    title: cleanTitle(String(fields.get('title') ?? '')),
    roomType: known,
    owner: call.user,
  });
  return { response: viewRoom(call.state, room, call.user, false) };
}

function shareItems(call: KnownCall, room: Room, filter: number): readonly Record<string, unknown>[] {
  const { state, user } = call;
  const full = canRead(user, room) && canReadLinks(user, room);
  const primaryOnly = filter === 8 && canRead(user, room);
  if (!full && !primaryOnly) return [];
  if (filter === 0) {
    const people = [...room.members].flatMap(([id, role]) => {
      const member = state.usersById.get(id);
      return member === undefined ? [] : [viewMember(state, room, member, role, user)];
    });
    return [viewMember(state, room, room.owner, 0, user), ...people];
  }
  const kinds = new Set<number>();
  if ((filter & 1) !== 0) kinds.add(3);
  if ((filter & 2) !== 0) kinds.add(1).add(4);
  if ((filter & 4) !== 0) kinds.add(1);
  if ((filter & 8) !== 0) kinds.add(4);
  const wanted = [...room.links.values()].filter((link) => kinds.has(link.kind));
  return ranked(call, wanted, true).map((link) => viewLink(state, call.origin, room, link, user));
}

/** GET /files/rooms/{id}/share: the same items with a `total`; `count` beyond the end is negative (section 9). */
export function getShare(call: KnownCall): Result {
  const count = queryCount(call.query);
  const filter = Number(call.query.get('filterType') ?? 0);
  const room = findRoom(call, 'Item not found');
  const start = queryStart(call.query);
  const items = shareItems(call, room, Number.isInteger(filter) ? filter : 0);
  const total = items.length;
  return { response: items.slice(start, start + count), total, count: Math.min(total - start, count) };
}

/** GET /files/folder/{id}/log: in the recording the making of links left no trace there (recordings/16). */
export function getLog(call: KnownCall): Result {
  const room = findRoom(call, 'Item not found');
  if (!canRead(call.user, room)) throw new HandlerError('security', 'Access denied');
  const event = {
    id: 1,
    action: { id: 5070, key: 'RoomCreated' },
    initiator: viewUser(room.owner),
    date: printNow(call.state),
    data: { id: room.id, title: room.title },
    related: [],
  };
  return { response: [event], total: 1 };
}

/** GET /people/{id}: as read in the server's source, not as run. `status` is 1 active, 2 disabled. */
export function getPerson(call: KnownCall): Result {
  const person = call.state.usersById.get(call.params[0] ?? '');
  if (person === undefined) throw new HandlerError('notFound', 'The user could not be found');
  return { response: { ...viewUser(person), status: person.active ? 1 : 2, activationStatus: 1 } };
}

/** GET /keys/@self. */
export function getKey(call: KnownCall): Result {
  // With a login token there is no key to show (section 6).
  if (call.key === null) {
    throw new HandlerError('nullReference', 'Object reference not set to an instance of an object.');
  }
  return { response: viewKey(call.state, call.key) };
}

/** GET /settings/version/build. */
export function getVersion(call: Call): Result {
  return { response: { docSpace: call.state.version, documentServer: call.state.documentServer } };
}

/**
 * GET /files/settings. An anonymous caller is told the same whatever the portal's rules are: the recordings/17 show it
 * "unrestricted" while sharing is restricted.
 */
export function getFilesSettings(call: Call): Result {
  const { share } = call.state;
  const known = call.user !== null;
  const modern = {
    defaultShareLinkInternal: known && share.defaultInternal,
    externalShareApplyToDocuments: known && share.applyToDocuments,
    externalShareApplyToRooms: known && share.applyToRooms,
    blockExistingLinksOnRestrict: known && share.blockExisting,
  };
  return {
    response: {
      externalShare: !known || share.externalShare,
      externalShareSocialMedia: !known,
      keepNewFileName: false,
      canSearchByContent: true,
      ...(isModern(call.state) ? modern : {}),
    },
  };
}

/** GET /settings/security/password: answers any valid key (section G4). */
export function getPasswordSettings(call: Call): Result {
  const policy = call.state.passwordPolicy;
  return {
    response: {
      minLength: policy.min,
      upperCase: policy.upper,
      digits: policy.digits,
      specSymbols: policy.special,
      allowedCharactersRegexStr: String.raw`[\x21-\x7E]`,
      digitsRegexStr: String.raw`(?=.*\d)`,
      upperCaseRegexStr: '(?=.*[A-Z])',
      specSymbolsRegexStr: String.raw`(?=.*[\x21-\x2F\x3A-\x40\x5B-\x60\x7B-\x7E])`,
    },
  };
}

/** GET /files/share/{token}. */
export function getShareCheck(call: Call): Result {
  return { response: checkShare(call.state, call.params[0] ?? '', call.user, null) };
}

/** POST /files/share/{token}/password. */
export function postSharePassword(call: Call): Result {
  const fields = stringsOf(
    readBody(
      call.contentType,
      call.body,
      'RequestParam',
      'ASC.Files.Core.ApiModels.RequestDto.ExternalShareRequestParam',
    ),
  );
  const password = String(fields.get('password') ?? '');
  return { response: checkShare(call.state, call.params[0] ?? '', call.user, password) };
}

/** POST /authentication/confirm. */
export function postConfirm(call: Call): Result {
  const fields = stringsOf(
    readBody(call.contentType, call.body, 'inDto', 'ASC.Web.Api.ApiModel.RequestsDto.EmailValidationKeyModel'),
  );
  const key = String(fields.get('key') ?? '');
  const uid = String(fields.get('uid') ?? '');
  if (fields.get('type') !== 'LinkInvite') return { response: { result: 1, isAgent: false } };
  return { response: checkInvitation(call.state, key, uid) };
}
