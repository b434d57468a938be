import fc from 'fast-check';
import { idPrefix, newId, type Identity } from '../../src/links/identity.ts';
import { accessCode } from '../../src/links/access.ts';
import type { Link } from '../../src/links/link.ts';
import { roomTypeOf, type LinkType, type RoomType } from '../../src/links/room-types.ts';
import { Secret } from '../../src/links/secret.ts';
import type { Expiration, LinkReference, DesiredPassword, DesiredLink } from '../../src/links/desired.ts';
import { settingsFrom } from '../../src/values/link-settings.ts';
import { bareSettings, day, hour, second } from '../support/links.ts';

/** Keys that links and desired links have: few, so that they often meet. */
const keys = ['default', 'a'] as const;

/** A link that a room may hold; what does not fit its room and kind is left out when it is put there. */
export interface LinkDraft {
  /** Null: somebody else made it. */
  readonly key: (typeof keys)[number] | null;
  /** Which of the roles that are possible. */
  readonly role: number;
  /** Milliseconds from now; null: without end. */
  readonly life: number | null;
  readonly internal: boolean;
  readonly title: string;
  readonly password: string | null;
  readonly denyDownload: boolean;
  readonly maxUses: number | null;
  readonly uses: number;
}

/** Any state that a room can be in. */
export interface RoomDraft {
  readonly typeCode: 1 | 2 | 5 | 6 | 8 | 9;
  readonly additional: readonly LinkDraft[];
  readonly primary: LinkDraft | null;
  readonly invitation: LinkDraft | null;
}

/** A desired link for a link; what the room makes impossible is mostly turned into what is possible. */
export interface WishDraft {
  readonly reference: 'external' | 'invitation' | 'primary' | 'id';
  readonly key: (typeof keys)[number];
  /** Which of the room's links, by its id. */
  readonly place: number;
  readonly role: number | null;
  readonly expiration: Expiration | null;
  readonly internal: boolean | null;
  readonly title: string | null;
  readonly password: string | null;
  readonly denyDownload: boolean | null;
  readonly maxUses: number | 'unlimited' | null;
  readonly renew: boolean;
  readonly rotate: boolean;
  readonly adopt: boolean;
}

// Whole seconds, and some away from now: a request takes its time.
const ahead = fc.oneof(
  fc.constantFrom(hour, day, 7 * day, 30 * day),
  fc.integer({ min: 60, max: 90 * 86_400 }).map((seconds) => seconds * second),
);
const life = fc.oneof(
  { arbitrary: ahead, weight: 5 },
  { arbitrary: ahead.map((milliseconds) => -milliseconds), weight: 3 },
  { arbitrary: fc.constant(null), weight: 2 },
);
const title = fc.oneof(
  fc.constantFrom('Shared link', 'octo/contracts: default', '😀 <b>&amp;'),
  fc.string({ minLength: 1, maxLength: 10 }),
);
/** Passwords that links and desired links have. */
export const passwords = ['Zx9-longenough', 'Zx9-longenough2', '!'.repeat(30)] as const;
const password = fc.constantFrom(...passwords);

/** URL that every link has. */
export const urlOfAny = 'https://portal.example/s/x';

const linkDraft: fc.Arbitrary<LinkDraft> = fc.record({
  key: fc.constantFrom(...keys, null, null),
  role: fc.nat(4),
  life,
  internal: fc.boolean(),
  title,
  password: fc.option(password),
  denyDownload: fc.boolean(),
  maxUses: fc.option(fc.integer({ min: 1, max: 12 })),
  uses: fc.nat(10),
});

/** Any room; one in which nothing but invitations is possible comes seldom, as there is less to go wrong. */
export const roomDraft: fc.Arbitrary<RoomDraft> = fc.record({
  typeCode: fc.constantFrom(5, 5, 5, 6, 6, 1, 2, 8, 9),
  additional: fc.oneof(fc.array(linkDraft, { maxLength: 5 }), fc.array(linkDraft, { minLength: 5, maxLength: 5 })),
  primary: fc.option(linkDraft, { freq: 2 }),
  invitation: fc.option(linkDraft, { freq: 2 }),
});

const expiration: fc.Arbitrary<Expiration> = fc.oneof(
  fc.record({ kind: fc.constant('duration' as const), milliseconds: ahead }),
  // Relative until the moment of the test is known.
  ahead.map((milliseconds) => ({ kind: 'instant' as const, at: new Date(milliseconds) })),
  fc.constant({ kind: 'never' as const }),
);

/** Any desired link. */
export const wishDraft: fc.Arbitrary<WishDraft> = fc.record({
  reference: fc.constantFrom('external', 'external', 'invitation', 'primary', 'id'),
  key: fc.constantFrom(...keys),
  place: fc.nat(6),
  role: fc.option(fc.nat(4)),
  expiration: fc.option(expiration),
  internal: fc.option(fc.boolean()),
  title: fc.option(title),
  password: fc.option(fc.oneof(fc.constantFrom('keep', 'none', 'generate'), password)),
  denyDownload: fc.option(fc.boolean()),
  maxUses: fc.option(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant('unlimited' as const))),
  renew: fc.boolean(),
  rotate: fc.integer({ min: 0, max: 4 }).map((number) => number === 4),
  adopt: fc.boolean(),
});

/** The type of a draft's room. */
export function typeOf({ typeCode }: RoomDraft): RoomType {
  return roomTypeOf(typeCode) as RoomType;
}

/** The links of a room, as its portal would have them at this moment. */
export function linksOf(draft: RoomDraft, roomId: string, identity: Identity, now: Date): readonly Link[] {
  const room = typeOf(draft);
  const made = (link: LinkDraft, type: LinkType, primary: boolean): Link => {
    const roles = (type === 'external' ? room.access.external : room.access.invitation) ?? [];
    const external = type === 'external';
    const end = primary && room.permanentPrimary ? null : link.life;
    const key = primary ? null : link.key;
    return {
      ...bareSettings,
      id: key === null ? foreignId(identity) : newId(identity, idPrefix(identity, { roomId, type, key })),
      type,
      primary,
      access: accessCode(roles[link.role % roles.length] ?? 'viewer'),
      expiration: end === null ? null : new Date(Math.floor((now.getTime() + end) / second) * second),
      expirationOffset: 0,
      expired: end !== null && end < 0,
      internal: external && room.internal !== false && link.internal,
      title: link.title,
      password: external && link.password !== null ? new Secret(link.password) : null,
      denyDownload: external && link.denyDownload,
      maxUses: external ? null : link.maxUses,
      uses: external ? null : Math.min(link.uses, link.maxUses ?? link.uses),
      url: new Secret(urlOfAny),
      token: null,
    };
  };
  return [
    ...draft.additional.slice(0, room.limits.additional).map((link) => made(link, 'external', false)),
    ...(draft.primary === null || room.limits.primary === 0 ? [] : [made(draft.primary, 'external', true)]),
    ...(draft.invitation === null ? [] : [made(draft.invitation, 'invitation', false)]),
  ];
}

/** An id as the portal draws it: of version 4. */
function foreignId({ random }: Identity): string {
  const text = Buffer.from(random(16)).toString('hex');
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-8${text.slice(17, 20)}-${text.slice(20)}`;
}

/** The desired link of a draft in this room, as the inputs would let it through. */
export function desiredIn(draft: WishDraft, room: RoomType, links: readonly Link[], now: Date): DesiredLink {
  const named = links.length === 0 ? undefined : links[draft.place % links.length];
  const reference = refOf(draft, room, named);
  const type =
    reference.by === 'id' ? (named?.type ?? 'external') : reference.by === 'key' ? reference.type : 'external';
  const external = type === 'external';
  const roles = (external ? room.access.external : room.access.invitation) ?? [];
  const isPermanent =
    room.permanentPrimary && (reference.by === 'primary' || (reference.by === 'id' && named?.primary === true));
  const role = draft.role === null ? undefined : roles[draft.role % roles.length];
  return {
    ...settingsFrom(() => undefined),
    reference,
    access: role === undefined ? undefined : accessCode(role),
    expiration: isPermanent ? undefined : expirationIn(draft.expiration, now),
    internal: external ? (room.internal ?? draft.internal ?? undefined) : undefined,
    title: draft.title ?? undefined,
    password: external && draft.password !== null ? passwordOf(draft.password) : undefined,
    denyDownload: external ? (draft.denyDownload ?? undefined) : undefined,
    maxUses: external ? undefined : draft.maxUses === 'unlimited' ? null : (draft.maxUses ?? undefined),
    renew: draft.renew,
    rotate: draft.rotate,
    adopt: !external && draft.adopt,
  };
}

function refOf({ reference, key }: WishDraft, room: RoomType, named: Link | undefined): LinkReference {
  if (reference === 'id' && named !== undefined) return { by: 'id', id: named.id };
  if (room.access.external === undefined || reference === 'invitation') return { by: 'key', type: 'invitation', key };
  if (room.limits.additional === 0 || reference === 'primary') return { by: 'primary', key };
  return { by: 'key', type: 'external', key };
}

function expirationIn(draft: Expiration | null, now: Date): Expiration | undefined {
  if (draft?.kind !== 'instant') return draft ?? undefined;
  const at = Math.floor((now.getTime() + draft.at.getTime()) / second) * second;
  return { kind: 'instant', at: new Date(at) };
}

function passwordOf(draft: string): DesiredPassword {
  if (draft === 'keep' || draft === 'none' || draft === 'generate') return { kind: draft };
  return { kind: 'given', password: new Secret(draft) };
}
