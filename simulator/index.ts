import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createRegister, type Fault, type Match } from './faults.ts';
import { CLOUD_LIMITS, createLimiter, type Limiter, type Limits } from './limiter.ts';
import type { Order } from './order.ts';
import { isRoleOfMember } from './roles.ts';
import { createRoom, putLink } from './rooms.ts';
import { optionsOf } from './save.ts';
import { createPortalServer, type Engine, type Hook, type RecordedRequest } from './server.ts';
import {
  cultureOf,
  type Key,
  type Link,
  type LinkKind,
  MY_FOLDER,
  type PasswordPolicy,
  type PortalStatus,
  type Profile,
  type Room,
  type RoomType,
  type SharingSettings,
  type State,
  type User,
  type UserType,
} from './state.ts';
import { createTimers } from './timers.ts';
import { type Culture, DEFAULT_TITLES } from './titles.ts';
import { createWorkload } from './workload.ts';

export { DEFAULT_TITLES } from './titles.ts';
export type { Culture } from './titles.ts';
export type { AuditEvent, Key, Link, LinkKind, PasswordPolicy, PortalStatus, Profile, Room } from './state.ts';
export type { RoomType, SharingSettings, State, User, UserType } from './state.ts';
export type { Fault, Match } from './faults.ts';
export type { Limits } from './limiter.ts';
export type { Order } from './order.ts';
export type { RecordedRequest } from './server.ts';

/** How a portal is started. */
export interface PortalOptions {
  /** Which server is played; 3.7 by default. */
  readonly profile?: Profile;
  /** The portal's time zone (IANA); UTC by default. */
  readonly zone?: string;
  /** The time of the portal; real time by default. */
  readonly now?: () => number;
  readonly culture?: Culture;
  /** Where to listen; 127.0.0.1 by default. */
  readonly host?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Milliseconds added to each answer. */
  readonly latency?: number;
  /** The `Date` header of answers, made from the portal's time; by default the portal's time. A proxy may change it. */
  readonly date?: (now: number) => string;
  /** A small portal: at most so many requests are computed at once, the rest waits. Without effect with `crowding`. */
  readonly workers?: number;
  /** How long each request with a key occupies a worker. */
  readonly cpuMs?: number;
  /** As slow as a portal of two cores was measured to be, and slower when many ask at once (section G2). */
  readonly crowding?: boolean;
  /** The rate limiter, as `setLimiter` takes it. Off by default, as in a self-hosted portal. */
  readonly limiter?: boolean | Partial<Limits>;
  /** As `setOrder` takes it; by id by default. */
  readonly order?: Order;
}

/** A room to be added. */
export interface RoomInput {
  readonly title: string;
  /** null makes a folder that is no room. */
  readonly roomType: RoomType | null;
  /** A user's label. */
  readonly owner?: string;
  /** User labels → roles (9 is a room manager). */
  readonly members?: Readonly<Record<string, number>>;
  readonly root?: 14 | 20 | 30 | 34;
  /** A text id such as `sbox-12-xyz`: the room lies in a third party's storage. */
  readonly thirdParty?: string;
  readonly id?: number;
  readonly denyDownload?: boolean;
  readonly tags?: readonly string[];
  readonly createdAt?: number;
  readonly modifiedAt?: number;
}

/** A link to be put straight into the state, without any check. */
export interface LinkInput {
  readonly id?: string;
  readonly kind?: LinkKind;
  readonly role?: number;
  readonly title?: string;
  readonly expiresAt?: number | null;
  readonly password?: string | null;
  readonly internal?: boolean;
  readonly denyDownload?: boolean;
  readonly maxUse?: number | null;
  readonly used?: number;
  /** A user's label. */
  readonly owner?: string;
}

/** A running portal. */
export interface Portal {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly url: string;
  /** Everything the portal knows; may be changed. */
  readonly state: State;
  /** Every request seen, oldest first. */
  readonly requests: RecordedRequest[];
  clearRequests(): void;
  /** Stops the portal's clock at this time; null goes back to real time (or the `now` of the options). */
  setClock(now: number | null): void;
  /** Moves the portal's clock on. */
  advance(ms: number): void;
  addUser(
    label: string,
    options?: {
      readonly type?: UserType;
      readonly active?: boolean;
      readonly culture?: Culture;
      readonly displayName?: string;
    },
  ): User;
  /** A user by label. */
  user(label: string): User;
  /** Makes a key and returns its secret. Without scopes it is `rooms:write`; `[]` is a key without restriction. */
  addKey(
    userLabel: string,
    options?: {
      readonly scopes?: readonly string[];
      readonly active?: boolean;
      readonly expiresAt?: number | null;
      readonly name?: string;
    },
  ): string;
  /** The secret of a ready-made key: owner, admin, manager, member, outsider, owner-read, owner-files, owner-readall, owner-full, owner-star, disabled, wrong. */
  key(label: string): string;
  /** A login token of a user. */
  token(userLabel: string): string;
  addRoom(room: RoomInput): Room;
  addLink(roomId: number | string, link?: LinkInput): Link;
  room(id: number | string): Room;
  links(roomId: number | string): Link[];
  archive(roomId: number | string): void;
  restore(roomId: number | string): void;
  /** Somebody joins through an invitation. */
  redeem(linkId: string, times?: number): void;
  /** Switches the rate limiter on, with the cloud's limits but for these (section 5.3), or off. It begins to count anew. */
  setLimiter(limits: boolean | Partial<Limits>): void;
  /** Changes the order of links of one role and of rooms, which the portal does not promise (section H3). */
  setOrder(order: Order): void;
  /** What all URLs of links begin with, whatever host is asked (section H5): `http://localhost:4100`. null: the asked host. */
  setOrigin(origin: string | null): void;
  setSharing(settings: Partial<SharingSettings>): void;
  setPasswordPolicy(policy: Partial<PasswordPolicy>): void;
  setStatus(status: PortalStatus): void;
  setPaid(paid: boolean): void;
  setIpAllowed(allowed: boolean): void;
  /** Makes matching requests go wrong, once unless `times` says more. */
  fault(match: Match, effect: Fault): void;
  clearFaults(): void;
  /** Runs something around matching requests: before they are handled, or when handled and not yet answered. */
  on(match: Match, hook: Hook['run'], options?: { readonly when?: Hook['when'] }): void;
  /** Stops the portal and kills open connections. */
  close(): Promise<void>;
}

const USERS: readonly (readonly [label: string, type: UserType, displayName: string])[] = [
  ['owner', 'roomAdmin', 'Olivia Owner'],
  ['admin', 'admin', 'Adam Admin'],
  ['manager', 'roomAdmin', 'Mara Manager'],
  ['member', 'user', 'Mika Member'],
  ['outsider', 'user', 'Otto Outsider'],
  ['disabled', 'user', 'Dora Disabled'],
];

/** The keys of recordings/README.md: label → user, scopes. */
const KEYS: readonly (readonly [label: string, user: string, scopes: readonly string[]])[] = [
  ['owner', 'owner', ['rooms:write']],
  ['admin', 'admin', ['rooms:write']],
  ['manager', 'manager', ['rooms:write']],
  ['member', 'member', ['rooms:write']],
  ['outsider', 'outsider', ['rooms:write']],
  ['owner-read', 'owner', ['rooms:read']],
  ['owner-files', 'owner', ['files:write']],
  ['owner-readall', 'owner', ['*:read']],
  ['owner-full', 'owner', []],
  ['owner-star', 'owner', ['*']],
  ['disabled', 'owner', ['rooms:write']],
];

const VERSIONS: Readonly<Record<Profile, string>> = { '3.7': '3.7.2', '3.6': '3.6.1', '3.2': '3.2.1' };

function newSecret(): string {
  return `sk-${randomBytes(32).toString('hex')}`;
}

/** Ids that look drawn by chance and are the same for every portal: the first, the second, … */
function linkIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    const hex = createHash('sha256').update(`link ${count}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}

function limiterOf(limits: boolean | Partial<Limits>): Limiter | null {
  if (limits === false) return null;
  return createLimiter({ ...CLOUD_LIMITS, ...(limits === true ? {} : limits) });
}

function createState(options: PortalOptions): State {
  const profile = options.profile ?? '3.7';
  return {
    profile,
    zone: options.zone ?? 'UTC',
    culture: options.culture ?? 'en',
    origin: null,
    found: true,
    status: 'active',
    paid: true,
    ipAllowed: true,
    share: {
      externalShare: true,
      applyToDocuments: true,
      applyToRooms: true,
      defaultInternal: false,
      blockExisting: false,
    },
    passwordPolicy: { min: 8, max: 30, digits: false, upper: false, special: false },
    version: VERSIONS[profile],
    documentServer: '9.1.0',
    secret: randomBytes(16).toString('hex'),
    users: new Map(),
    usersById: new Map(),
    keys: [],
    keysBySecret: new Map(),
    tokens: new Map(),
    rooms: new Map(),
    shortByLong: new Map(),
    longByShort: new Map(),
    audit: [],
    nextRoomId: 201,
    nextLinkId: linkIds(),
    order: options.order ?? 'by-id',
    now: Date.now,
  };
}

function addFolders(state: State, owner: User): void {
  const folder = { roomType: null, owner } as const;
  createRoom(state, { ...folder, id: 9, title: 'Rooms', root: 14 });
  createRoom(state, { ...folder, id: 10, title: 'Archive', root: 20 });
  createRoom(state, { ...folder, id: MY_FOLDER, title: 'My documents', root: 5 });
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The simulated portal has no ${what}.`);
  return value;
}

/** A portal that listens nowhere: everything but its address. */
export type QuietPortal = Omit<Portal, 'url' | 'close'>;

/** Makes a portal; its engine answers whoever asks it, over HTTP (`startPortal`) or in this process (`ask`). */
export function createPortal(options: PortalOptions = {}): {
  readonly portal: QuietPortal;
  readonly engine: Engine;
} {
  const state = createState(options);
  const real = options.now ?? Date.now;
  let stopped: number | null = null;
  let shift = 0;
  state.now = () => (stopped ?? real()) + shift;

  const timers = createTimers();
  const faults = createRegister<Fault>();
  const hooks = createRegister<Hook>();
  const requests: RecordedRequest[] = [];
  const workload = createWorkload(options, timers);
  const latency = options.latency ?? 0;
  const date = options.date ?? ((now: number): string => new Date(now).toUTCString());
  const limiter = limiterOf(options.limiter ?? false);
  const engine: Engine = { state, requests, faults, hooks, limiter, workload, timers, latency, date };

  const user = (label: string): User => known(state.users.get(label), `user "${label}"`);
  const room = (id: number | string): Room => known(state.rooms.get(String(id)), `room ${id}`);
  const secrets = new Map<string, string>([['wrong', newSecret()]]);

  const addUser: Portal['addUser'] = (label, more = {}) => {
    const added: User = {
      id: randomUUID(),
      label,
      type: more.type ?? 'user',
      active: more.active ?? true,
      culture: more.culture ?? null,
      displayName: more.displayName ?? label,
      sortBy: null,
    };
    state.users.set(label, added);
    state.usersById.set(added.id, added);
    return added;
  };
  const addKey: Portal['addKey'] = (label, more = {}) => {
    const secret = newSecret();
    const key: Key = {
      id: randomUUID(),
      label: more.name ?? label,
      name: more.name ?? label,
      secret,
      owner: user(label),
      scopes: more.scopes ?? ['rooms:write'],
      active: more.active ?? true,
      expiresAt: more.expiresAt ?? null,
      createdAt: state.now(),
      lastUsed: null,
    };
    state.keys.push(key);
    state.keysBySecret.set(secret, key);
    secrets.set(key.label, secret);
    return secret;
  };

  for (const [label, type, displayName] of USERS) addUser(label, { type, displayName, active: label !== 'disabled' });
  for (const [name, label, scopes] of KEYS) addKey(label, { name, scopes, active: name !== 'disabled' });
  addFolders(state, user('owner'));

  const portal: QuietPortal = {
    state,
    requests,
    clearRequests() {
      requests.length = 0;
    },
    setClock(now) {
      stopped = now;
      shift = 0;
    },
    advance(ms) {
      shift += ms;
    },
    addUser,
    user,
    addKey,
    key: (label) => known(secrets.get(label), `key "${label}"`),
    token(label) {
      const token = randomBytes(24).toString('base64url');
      state.tokens.set(token, user(label));
      return token;
    },
    addRoom(input) {
      const { owner = 'owner', members = {}, thirdParty, ...draft } = input;
      const roles = Object.entries(members).map(([label, role]) => {
        if (draft.roomType !== null && !isRoleOfMember(draft.roomType, role, user(label))) {
          throw new Error(
            `On the real portal "${label}" cannot have role ${role} in a room of type ${draft.roomType}.`,
          );
        }
        return [user(label).id, role] as const;
      });
      const third = thirdParty === undefined ? {} : { id: thirdParty, providerKey: thirdParty.split('-')[0] ?? '' };
      // AI rooms lie under another root, and GET /rooms does not list them (section 7); their own read says 14 (recordings/06).
      return createRoom(state, { ...draft, ...third, owner: user(owner), members: new Map(roles) });
    },
    addLink(roomId, input = {}) {
      const target = room(roomId);
      const { kind = 1, role = 2, title, id, owner = 'owner', ...more } = input;
      const maker = user(owner);
      const titles = DEFAULT_TITLES[cultureOf(state, maker)];
      const options = optionsOf(title ?? (kind === 3 ? titles.invitation : titles.shared), more);
      const linkId = putLink(state, target, { kind, role, owner: maker, ...(id === undefined ? {} : { id }) }, options);
      return known(target.links.get(linkId), 'such link');
    },
    room,
    links: (roomId) => [...room(roomId).links.values()],
    archive(roomId) {
      room(roomId).root = 20;
    },
    restore(roomId) {
      room(roomId).root = 14;
    },
    redeem(linkId, times = 1) {
      const links = [...state.rooms.values()].flatMap(({ links: own }) => own.get(linkId) ?? []);
      for (const link of links) link.used += times;
    },
    setLimiter(limits) {
      engine.limiter = limiterOf(limits);
    },
    setOrder(order) {
      state.order = order;
    },
    setOrigin(origin) {
      state.origin = origin;
    },
    setSharing(settings) {
      Object.assign(state.share, settings);
    },
    setPasswordPolicy(policy) {
      Object.assign(state.passwordPolicy, policy);
    },
    setStatus(status) {
      state.status = status;
    },
    setPaid(paid) {
      state.paid = paid;
    },
    setIpAllowed(allowed) {
      state.ipAllowed = allowed;
    },
    fault(match, effect) {
      faults.add(match, effect, 1);
    },
    clearFaults() {
      faults.clear();
    },
    on(match, run, { when = 'before' } = {}) {
      hooks.add(match, { when, run }, Infinity);
    },
  };
  return { portal, engine };
}

/** Starts a portal; the clean-up is `close()`. */
export async function startPortal(options: PortalOptions = {}): Promise<Portal> {
  const { portal, engine } = createPortal(options);
  const server = createPortalServer(engine);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : (options.port ?? 0);
  const host = options.host ?? '127.0.0.1';

  return {
    ...portal,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    async close() {
      engine.timers.close();
      const gone = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      server.closeAllConnections();
      await gone;
    },
  };
}
