import { printDate } from './dates.ts';
import { canEditAccess, canEditExpiration, canEditInternal, canRead, standing } from './rights.ts';
import {
  ARCHIVE_FOLDER,
  isModern,
  type Key,
  type Link,
  type Room,
  ROOMS_FOLDER,
  type RoomType,
  type State,
  type User,
} from './state.ts';
import { externalUrl, invitationUrl, shorten, sign } from './urls.ts';

/** Null members are never written in a success (section 4.1). */
function dropAbsent(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined));
}

function printTime(state: State, ms: number): string {
  return printDate({ ms, ticks: 0 }, state.zone);
}

/** A user as rooms and keys show one. */
export function viewUser(user: User): Record<string, unknown> {
  return {
    id: user.id,
    displayName: user.displayName,
    avatarSmall: '/static/images/default_user_photo_size_32-32.png',
    profileUrl: '',
    hasAvatar: false,
    isAnonim: false,
  };
}

function linkTarget(state: State, origin: string, link: Link, caller: User): Record<string, unknown> {
  const invitation = link.kind === 3;
  const long = invitation ? invitationUrl(state, origin, link.id, caller.id) : externalUrl(state, origin, link.id);
  const expires = link.expiresAt === null ? null : { ms: link.expiresAt, ticks: link.expiresTicks };
  const counted = invitation && isModern(state);
  return dropAbsent({
    id: link.id,
    title: link.title,
    shareLink: shorten(state, origin, long),
    expirationDate: expires === null ? null : printDate(expires, state.zone),
    linkType: invitation ? 0 : 1,
    password: link.password,
    denyDownload: link.denyDownload,
    isExpired: link.expiresAt !== null && link.expiresAt < state.now(),
    primary: link.kind === 4,
    internal: link.internal,
    requestToken: invitation ? null : sign(state, link.id),
    maxUseCount: counted ? link.maxUse : null,
    currentUseCount: counted ? link.used : null,
  });
}

/** A link as the API shows it (section 4.2); older profiles lack members (section 4.3). */
export function viewLink(state: State, origin: string, room: Room, link: Link, caller: User): Record<string, unknown> {
  const target = linkTarget(state, origin, link, caller);
  const old = state.profile === '3.2';
  const permanent = room.roomType === 6 && link.kind === 4;
  return {
    access: link.role,
    sharedTo: target,
    ...(old ? {} : { sharedLink: target }),
    isLocked: false,
    isOwner: false,
    canEditAccess: false,
    ...(old
      ? {}
      : {
          canEditInternal: canEditInternal(caller, room),
          canEditDenyDownload: room.roomType !== 8 || !room.denyDownload,
          canEditExpirationDate: canEditExpiration(caller, room) && !permanent,
          canRevoke: room.roomType === 1 || permanent,
        }),
    subjectType: link.kind,
  };
}

/** A person in the list of shares (recordings/15). */
export function viewMember(state: State, room: Room, user: User, role: number, caller: User): Record<string, unknown> {
  const owner = user === room.owner;
  return {
    access: owner ? 1 : role,
    sharedToUser: { ...viewUser(user), isOwner: owner },
    isLocked: false,
    isOwner: owner,
    canEditAccess: !owner && user !== caller && canEditAccess(caller, room),
    ...(state.profile === '3.2'
      ? {}
      : {
          canEditInternal: !owner && canEditInternal(caller, room),
          canEditDenyDownload: true,
          canEditExpirationDate: !owner && canEditExpiration(caller, room),
          canRevoke: false,
        }),
    subjectType: 0,
  };
}

const SECURITY_NAMES = [
  'Read',
  'Create',
  'Delete',
  'EditRoom',
  'Rename',
  'CopyTo',
  'Copy',
  'MoveTo',
  'Move',
  'Pin',
  'Mute',
  'EditAccess',
  'Duplicate',
  'Download',
  'CopySharedLink',
  'Reconnect',
  'CreateRoomFrom',
  'CopyLink',
  'Embed',
  'ChangeOwner',
  'IndexExport',
  'UseChat',
  'UpdateXlsx',
  'AnalyzeResponses',
] as const;

type SecurityName = (typeof SECURITY_NAMES)[number];

function words(text: string): readonly string[] {
  return text.split(' ');
}

/** What each kind of caller may do in an active room, as recorded (recordings/06, 09, 10, 11, 24). */
const SECURITY = {
  owner: words(
    'Read Create Delete EditRoom Rename CopyTo Copy MoveTo Move Pin Mute EditAccess Duplicate Download CopySharedLink CopyLink ChangeOwner',
  ),
  agentOwner: words(
    'Read Delete EditRoom Rename Pin Mute EditAccess Download CopySharedLink CopyLink ChangeOwner UseChat',
  ),
  manager: words(
    'Read Create EditRoom Rename CopyTo Copy MoveTo Pin Mute EditAccess Duplicate Download CopySharedLink CopyLink',
  ),
  member: words('Read Copy Pin Mute Download CopyLink'),
  admin: words('Read Copy Move Pin Duplicate Download ChangeOwner'),
  none: [],
  archivedOwner: words('Read Delete Copy Move Download'),
  archived: words('Read Copy Download'),
  folder: words('Read Create CopyTo MoveTo'),
} as const;

function security(room: Room, caller: User | null, listed: boolean, shared: boolean): Record<string, boolean> {
  const role = standing(caller, room);
  const may = new Set<string>();
  const add = (names: readonly string[]): void => {
    for (const name of names) may.add(name);
  };
  if (room.roomType === null) add(SECURITY.folder);
  else if (room.root === 20) add(role === 'owner' ? SECURITY.archivedOwner : SECURITY.archived);
  else {
    add(role === 'owner' && room.roomType === 9 ? SECURITY.agentOwner : SECURITY[role]);
    if (shared && (role === 'owner' || role === 'manager')) add(['Embed']);
    if (shared && role === 'admin') add(['CopySharedLink']);
    // The list grants a portal administrator two more than the single read (recordings/09).
    if (listed && role === 'admin') add(['Mute', 'CopyLink']);
  }
  const entries = SECURITY_NAMES.map((name: SecurityName) => [name, may.has(name)] as const);
  return Object.fromEntries(entries);
}

const SHARE_RIGHTS: Readonly<Record<RoomType, readonly string[]>> = {
  1: ['FillForms'],
  2: ['Editing', 'Review', 'Comment', 'Read'],
  5: ['Editing', 'Review', 'Comment', 'Read'],
  6: ['Editing', 'Review', 'Comment', 'Read'],
  8: ['Editing', 'FillForms', 'Review', 'Comment', 'Read'],
  9: ['Editing', 'Review', 'Comment', 'Read'],
};
const FOLDER_RIGHTS = ['Editing', 'FillForms', 'Review', 'Comment', 'Read', 'None'];
const SUBJECT_RIGHTS = ['ReadWrite', 'Editing', 'FillForms', 'Review', 'Comment', 'Read', 'Restrict', 'None'];

function shareRights(room: Room, owner: boolean): Record<string, readonly string[]> {
  if (room.roomType === null) {
    return {
      User: SUBJECT_RIGHTS,
      ExternalLink: FOLDER_RIGHTS,
      Group: SUBJECT_RIGHTS,
      PrimaryExternalLink: FOLDER_RIGHTS,
    };
  }
  const rights = [...SHARE_RIGHTS[room.roomType], ...(owner ? ['None'] : [])];
  return { ExternalLink: rights, PrimaryExternalLink: rights };
}

const SHARE_SETTINGS: Readonly<Partial<Record<RoomType, Readonly<Record<string, number>>>>> = {
  1: { PrimaryExternalLink: 1 },
  5: { PrimaryExternalLink: 1, ExternalLink: 5 },
  6: { PrimaryExternalLink: 1, ExternalLink: 5 },
};

function parentOf(room: Room): number {
  if (room.roomType === null) return 0;
  return room.root === 20 ? ARCHIVE_FOLDER : ROOMS_FOLDER;
}

function accessOf(room: Room, caller: User | null, listed: boolean): number {
  const role = caller === null ? undefined : room.members.get(caller.id);
  if (role !== undefined) return role;
  // A portal administrator outside the room: 3 in the single read, 0 in the list (recordings/09).
  return standing(caller, room) === 'admin' && !listed ? 3 : 0;
}

/** A room, or a folder that is none, as GET /rooms/{id} and (with `listed`) GET /rooms show it. */
export function viewRoom(state: State, room: Room, caller: User | null, listed: boolean): Record<string, unknown> {
  const role = standing(caller, room);
  const insider = role === 'owner' || role === 'manager';
  const external = [...room.links.values()].filter((link) => link.kind !== 3);
  const shared = external.length > 0;
  const isRoom = room.roomType !== null;
  const active = room.root === 14 || room.root === 34;
  const settings = isRoom && insider && active ? SHARE_SETTINGS[room.roomType] : undefined;
  const withoutLinks = room.roomType === 2 || room.roomType === 8;
  // The list always names the owner; the single read only to others in the room (recordings/09).
  const ownedBy = isRoom && (listed || role === 'manager' || role === 'member') ? viewUser(room.owner) : null;
  return dropAbsent({
    parentId: parentOf(room),
    filesCount: 0,
    foldersCount: 0,
    new: 0,
    mute: false,
    tags: isRoom ? room.tags : null,
    logo: isRoom ? { original: '', large: '', medium: '', small: '', color: '6191F2' } : null,
    pinned: false,
    roomType: room.roomType,
    private: room.private,
    indexing: false,
    denyDownload: room.denyDownload,
    inRoom: isRoom ? insider || role === 'member' : null,
    usedSpace: isRoom && insider ? 0 : null,
    providerItem: room.providerKey === null ? null : true,
    providerKey: room.providerKey,
    fileEntryType: 1,
    id: room.id,
    rootFolderId: room.roomType === null ? room.id : parentOf(room),
    canShare: isRoom && insider && active && !withoutLinks,
    shareSettings: settings,
    security: security(room, caller, listed, shared),
    availableShareRights: shareRights(room, role === 'owner'),
    title: room.title,
    access: accessOf(room, caller, listed),
    ownedBy,
    shared,
    sharedForUser: isRoom && room.members.size > 0,
    sharedExternal: isModern(state) ? external.some((link) => !link.internal) : null,
    parentShared: false,
    shortWebUrl: '',
    created: printTime(state, room.createdAt),
    createdBy: viewUser(room.owner),
    updated: printTime(state, room.modifiedAt),
    rootFolderType: room.root,
    updatedBy: viewUser(room.modifiedBy),
    isFavorite: false,
  });
}

/** The folder that a list of rooms stands in. */
export function viewParent(archive: boolean): Record<string, unknown> {
  return {
    parentId: 0,
    id: archive ? ARCHIVE_FOLDER : ROOMS_FOLDER,
    title: archive ? 'Archive' : 'Rooms',
    access: 0,
    shared: false,
    rootFolderType: archive ? 20 : 14,
  };
}

/** A key as GET /keys/@self shows it: never in clear; `*` is shown as no restriction (recordings/08). */
export function viewKey(state: State, key: Key): Record<string, unknown> {
  const postfix = key.secret.slice(-4);
  return dropAbsent({
    id: key.id,
    name: key.name,
    key: `sk-***${postfix}`,
    keyPostfix: postfix,
    permissions: key.scopes.includes('*') ? [] : key.scopes,
    lastUsed: key.lastUsed === null ? null : printTime(state, key.lastUsed),
    createOn: printTime(state, key.createdAt),
    createBy: viewUser(key.owner),
    expiresAt: key.expiresAt === null ? null : printTime(state, key.expiresAt),
    isActive: key.active,
  });
}

/** May the caller see this link at all? (section 7.1) */
export function visibleLink(room: Room, id: string, caller: User): Link | undefined {
  return canRead(caller, room) ? room.links.get(id) : undefined;
}

/** Prints a time of now in the portal's zone. */
export function printNow(state: State): string {
  return printTime(state, state.now());
}
