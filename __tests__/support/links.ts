import { createHash } from 'node:crypto';
import { idPrefix, newId, type Identity } from '../../src/links/identity.ts';
import type { Link, LinkSettings } from '../../src/links/link.ts';
import { planLink, type LinkPlan, type PlanContext } from '../../src/links/plan-link.ts';
import { problem, type Problem, type ProblemCode } from '../../src/links/problem.ts';
import { roomTypeOf, type LinkType } from '../../src/links/room-types.ts';
import type { Room, RoomState } from '../../src/links/room.ts';
import { Secret } from '../../src/links/secret.ts';
import type { DesiredLink } from '../../src/links/desired.ts';
import { settingsFrom } from '../../src/values/link-settings.ts';

/** The moment at which the plans of the tests are made. */
export const now = new Date('2026-11-24T09:30:15.500Z');
export const second = 1000;
export const hour = 3600 * second;
export const day = 24 * hour;

/** An instant so many milliseconds from `now`, in whole seconds as links have them. */
export function after(milliseconds: number): Date {
  return new Date(Math.floor((now.getTime() + milliseconds) / second) * second);
}

let drawn = 0;

/** The repository of the tests, as steps say it too. It draws each id once, and the same ones on every run. */
export const identity: Identity = {
  repository: '4242',
  hash: (text) => createHash('sha256').update(text).digest(),
  random: (length) => {
    drawn += 1;
    return createHash('sha512').update(String(drawn)).digest().subarray(0, length);
  },
};

/** An id as a step of this repository draws it for a key in a room. */
export function idIn(roomId: number | string, key: string, type: LinkType = 'external'): string {
  return newId(identity, idPrefix(identity, { roomId: String(roomId), type, key }));
}

/** ... in the room of these tests. */
export function idOf(key: string, type: LinkType = 'external'): string {
  return idIn('7', key, type);
}

export const foreignId = '0f6b1c9e-3b52-4d41-9c2e-0a1b2c3d4e5f';

/** The numbers of DocSpace's types of rooms. */
export const types = { form: 1, collaboration: 2, custom: 5, public: 6, dataRoom: 8, agent: 9 } as const;

/** An active room of its manager. */
export function roomOf(typeCode: number = types.custom, more: Partial<Room> = {}): Room {
  return {
    id: '7',
    title: 'Contract 2027',
    type: roomTypeOf(typeCode),
    typeCode,
    area: 'active',
    canEditAccess: true,
    access: 0,
    ownerId: null,
    shared: null,
    sharedExternal: null,
    modified: null,
    ...more,
  };
}

/** What nobody has set: a link for anyone, without end. A new setting gets its neutral value here. */
export const bareSettings: LinkSettings = {
  access: 2,
  expiration: null,
  internal: false,
  title: 'Shared link',
  password: null,
  denyDownload: false,
  maxUses: null,
};

/** A live additional link for DocSpace users, a week long, of the key `default`. */
export function linkOf(more: Partial<Link> = {}): Link {
  const type = more.type ?? 'external';
  return {
    ...bareSettings,
    id: idOf('default', type),
    type,
    primary: false,
    expiration: after(7 * day),
    expirationOffset: 0,
    expired: false,
    internal: type === 'external',
    title: 'octo/contracts: default',
    uses: type === 'invitation' ? 0 : null,
    url: new Secret('https://portal.example/s/hush'),
    token: type === 'invitation' ? null : new Secret('hush-token'),
    ...more,
  };
}

/** A link of somebody else. */
export function foreign(more: Partial<Link> = {}): Link {
  return linkOf({ id: foreignId, title: 'By hand', ...more });
}

/** The invitation of the key `default`. */
export function invited(more: Partial<Link> = {}): Link {
  return linkOf({ type: 'invitation', ...more });
}

/** The primary link of a Public or Form filling room. */
export const permanent = foreign({ primary: true, expiration: null, internal: false });

/** So many additional links of other keys. */
export function many(count: number): readonly Link[] {
  return Array.from({ length: count }, (_, index) => linkOf({ id: idOf(`n${index}`), title: `n${index}` }));
}

/** The state of a room with these links. */
export function stateOf(links: readonly Link[] = [], room: Room = roomOf(), version: RoomState['version'] = '3.7') {
  return { room, links, version } satisfies RoomState;
}

/** A desired link that says nothing about the link of a key but what it is given. */
export function wishOf(more: Partial<DesiredLink> = {}): DesiredLink {
  return {
    reference: { by: 'key', type: 'external', key: 'default' },
    ...settingsFrom(() => undefined),
    renew: false,
    rotate: false,
    adopt: false,
    ...more,
  };
}

/** ... about the link of somebody else. */
export const byId = { reference: { by: 'id', id: foreignId } } as const;

/** ... about the invitation of the key `default`. */
export const invitation = { reference: { by: 'key', type: 'invitation', key: 'default' } } as const;
export const primary = { reference: { by: 'primary', key: 'default' } } as const;

/** A desired link for an end so long from now. */
export function lasting(milliseconds: number): DesiredLink['expiration'] {
  return { kind: 'duration', milliseconds };
}

export const newPassword = 'Drawn-Passw0rd';

export const context: PlanContext = {
  now,
  identity,
  defaultTitle: 'octo/contracts: default',
  newPassword: () => new Secret(newPassword),
};

/** The plan of a desired link; throws if there is none. */
export function planned(
  state: RoomState,
  desired: Partial<DesiredLink> = {},
  more: Partial<PlanContext> = {},
): LinkPlan {
  const { value: plan, problems } = planLink(state, wishOf(desired), { ...context, ...more });
  if (plan === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return plan;
}

/** What forbids a desired link; throws if nothing does. */
export function problemsOf(state: RoomState, desired: Partial<DesiredLink> = {}): readonly Problem[] {
  const { problems } = planLink(state, wishOf(desired), context);
  if (problems === undefined) throw new Error('It was expected to be refused.');
  return problems;
}

/** The one problem of a list; throws if there are others. */
export function onlyOf(problems: readonly Problem[]): Problem {
  const [only, ...others] = problems;
  if (only === undefined || others.length > 0) throw new Error(`One problem was expected, not ${problems.length}.`);
  return only;
}

/** What stands in the way of a desired link, and what is told of it. */
export interface Row {
  readonly name: string;
  readonly state: RoomState;
  readonly desired: Partial<DesiredLink>;
  readonly code: ProblemCode;
  readonly message: string;
  /** Default: the hint of the code. */
  readonly hint?: string;
}

/** The problem of a row, alone. */
export function reported({ code, message, hint }: Row): readonly Problem[] {
  return [problem(code, message, hint)];
}
