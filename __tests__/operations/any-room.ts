import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Link, Portal, RoomType } from '../../simulator/index.ts';
import { accessCode } from '../../src/links/access.ts';
import { idPrefix } from '../../src/links/identity.ts';
import { roomTypes, type LinkType } from '../../src/links/room-types.ts';

/** One day, in milliseconds. */
export const day = 86_400_000;

/** A link that the room has before; `key` is one of ours, null was made by others. */
export interface Present {
  readonly kind: 1 | 3 | 4;
  readonly key: 'default' | 'other' | null;
  readonly role: number;
  readonly lifeDays: number | null;
  readonly internal: boolean;
  readonly password: string | null;
  readonly denyDownload: boolean;
  readonly maxUse: number | null;
  readonly title: string;
}

export interface Case {
  readonly roomType: RoomType;
  readonly present: readonly Present[];
  readonly inputs: Readonly<Record<string, string>>;
  /** Work on the nth link that is there, by its id. */
  readonly byId: number | null;
}

/** Given, or not. */
const rare = (...values: readonly string[]): fc.Arbitrary<string | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });

function withoutGaps(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const pairs = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return Object.fromEntries(pairs);
}

const wish = fc.record({
  'link-type': fc.constantFrom('external', 'invitation'),
  key: fc.constantFrom('default', 'other'),
  access: rare('viewer', 'commenter', 'reviewer', 'form-filler', 'editor', 'content-creator'),
  expiration: rare('1d', '5d', '30d', 'never', `${new Date().getUTCFullYear() + 1}-06-30`),
  internal: rare('true', 'false'),
  primary: rare('true', 'false', 'false'),
  title: rare('A title', 'Another'),
  password: rare('keep', 'none', 'generate', 'given-Password1'),
  'deny-download': rare('true', 'false'),
  'max-uses': rare('5', 'unlimited'),
  renew: rare('true', 'false'),
  rotate: rare('true', 'false', 'false'),
  adopt: rare('true', 'false'),
});

/** Rooms of every type with links of every kind, and inputs that mostly make sense. */
export const cases: fc.Arbitrary<Case> = fc.constantFrom(...roomTypes).chain((type) => {
  const open = type.internal === null ? fc.boolean() : fc.constant(type.internal);
  const link = (kind: 1 | 3 | 4): fc.Arbitrary<Present> =>
    fc.record({
      kind: fc.constant(kind),
      key: fc.constantFrom('default', 'other', null, null),
      role: fc.constantFrom(...(type.access[kind === 3 ? 'invitation' : 'external'] ?? ['viewer'])).map(accessCode),
      lifeDays: fc.constantFrom(null, -1, 3, 20),
      internal: open,
      password: fc.constantFrom(null, 'present-Password1'),
      denyDownload: fc.boolean(),
      maxUse: fc.constantFrom(null, 7),
      title: fc.constantFrom('A title', 'Present'),
    });
  const { additional, primary } = type.limits;
  const present = fc
    .tuple(
      fc.array(link(1), { maxLength: additional }),
      fc.array(link(4), { maxLength: type.permanentPrimary ? 0 : primary }),
      fc.array(link(3), { maxLength: 1 }),
    )
    .map((lists) => lists.flat());
  return fc.record({
    roomType: fc.constant(type.code as RoomType),
    present,
    inputs: wish.map(withoutGaps),
    byId: fc.option(fc.nat({ max: 6 }), { freq: 3 }),
  });
});

const hash = (text: string): Uint8Array => createHash('sha256').update(text).digest();

/** How ids of a key of this repository begin. */
export function prefixOf(roomId: string, type: LinkType, key: string): string {
  return idPrefix({ repository: '4242', hash, random: () => new Uint8Array() }, { roomId, type, key });
}

const tail = (index: number): string => `8000-${String(index).padStart(12, '0')}`;

/** Puts the room into a portal; the links that it has then. */
export function furnish(
  portal: Portal,
  { roomType, present }: Case,
): { readonly id: string; readonly before: readonly Link[] } {
  const room = portal.addRoom({ title: 'Room', roomType });
  const id = String(room.id);
  present.forEach(({ key, lifeDays, kind, ...link }, index) => {
    const prefix = key === null || kind === 4 ? '' : prefixOf(id, kind === 3 ? 'invitation' : 'external', key);
    const external = kind === 3 ? { internal: false, password: null, denyDownload: false } : { maxUse: null };
    portal.addLink(id, {
      ...link,
      ...external,
      kind,
      expiresAt: lifeDays === null ? null : Date.now() + lifeDays * day,
      // One id in two rooms would be one link for strangers (portal.md §2.6).
      ...(prefix === '' ? {} : { id: `${prefix}${tail(index)}` }),
    });
  });
  return { id, before: portal.links(id).map((link) => ({ ...link })) };
}
