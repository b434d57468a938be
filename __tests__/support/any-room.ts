import fc from 'fast-check';
import type { Link, Portal, RoomType } from '../../simulator/index.ts';
import { accessCode } from '../../src/links/access.ts';
import { idPrefix } from '../../src/links/identity.ts';
import { roomTypes, type LinkType, type RoomType as RoomTypeFacts } from '../../src/links/room-types.ts';
import { day, identity } from './links.ts';

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

/** Given, or more often not. */
const rare = (...values: readonly string[]): fc.Arbitrary<string | undefined> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...values) });

function withoutGaps(given: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const pairs = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return Object.fromEntries(pairs);
}

/** Inputs for a link of one type, in a room of a type that may have it or not. */
function wishFor(type: LinkType, { access, internal }: RoomTypeFacts): fc.Arbitrary<Record<string, string>> {
  const common = {
    'link-type': fc.constant(type),
    key: fc.constantFrom('default', 'other'),
    access: rare(...(access[type] ?? []), 'viewer', 'content-creator'),
    expiration: rare('1d', '5d', '30d', 'never', `${new Date().getUTCFullYear() + 1}-06-30`),
    title: rare('A title', 'Another'),
    renew: rare('true', 'false'),
    rotate: rare('true', 'false'),
  };
  const external = {
    internal: internal === null ? rare('true', 'false') : fc.constantFrom(String(internal), undefined),
    primary: rare('true', 'false'),
    password: rare('keep', 'none', 'generate', 'given-Password1'),
    'deny-download': rare('true', 'false'),
  };
  const invitation = { 'max-uses': rare('5', 'unlimited'), adopt: fc.constantFrom('true', 'false') };
  const given: fc.Arbitrary<Record<string, string | undefined>> =
    type === 'external' ? fc.record({ ...common, ...external }) : fc.record({ ...common, ...invitation });
  return given.map(withoutGaps);
}

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
    inputs: fc.constantFrom('external' as const, 'invitation' as const).chain((one) => wishFor(one, type)),
    byId: fc.constantFrom(null, null, null, 0, 1, 2),
  });
});

/** How ids of a key of this repository begin. */
export function prefixOf(roomId: string, type: LinkType, key: string): string {
  return idPrefix(identity, { roomId, type, key });
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
      // One id in two rooms would be one link for anonymous visitors (portal.md §2.6).
      ...(prefix === '' ? {} : { id: `${prefix}${tail(index)}` }),
    });
  });
  return { id, before: portal.links(id).map((link) => ({ ...link })) };
}
