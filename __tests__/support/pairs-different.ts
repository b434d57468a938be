import { anyone, apply, invite, set, setPrimary } from './asked.ts';
import { custom, expired, full, invitation, mine, password, primary, publicRoom, secret } from './given.ts';
import type { Pair } from './pairs.ts';

const editor = set({ access: 'editor' });
const viewer = set({ access: 'viewer' });
const rotate = set({ rotate: 'true' });

/** The same, where the other run draws the larger ids. */
function turned(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.map((pair) => ({ ...pair, name: `${pair.name}, ids turned`, larger: 'A' }));
}

/** Links that are found by their ids, so that it matters whose are larger. */
const byKey: readonly Pair[] = [
  { name: 'set with two roles', room: custom(), a: editor, b: viewer },
  { name: 'set with two roles in the last place', room: full(), a: editor, b: viewer },
  {
    name: 'set with two roles in a Public room',
    room: publicRoom(),
    a: set({ ...anyone, access: 'editor' }),
    b: set({ ...anyone, access: 'viewer' }),
  },
  { name: 'set with two roles for a link that is there', room: custom({ ...mine, role: 6 }), a: editor, b: viewer },
  { name: 'set with two roles for an expired link', room: custom(expired), a: editor, b: viewer },
  { name: 'set with two expirations', room: custom(), a: set({ expiration: '1d' }), b: set({ expiration: 'never' }) },
  {
    name: 'set with two expirations for a link that is there',
    room: custom(mine),
    a: set({ expiration: '1d' }),
    b: set({ expiration: 'never' }),
  },
  {
    name: 'set with two passwords',
    room: custom(),
    a: set({ password }),
    b: set({ password: 'Zx9-longenough2' }),
  },
  {
    name: 'set with a password and none',
    room: custom(secret),
    a: set({ password: 'none' }),
    b: set({ password: 'Zx9-longenough2' }),
  },
  { name: 'set for users and for anyone', room: custom(), a: set({ internal: 'true' }), b: set(anyone) },
  {
    name: 'set for users and for anyone, of a link that is there',
    room: custom({ ...mine, internal: false }),
    a: set({ internal: 'true' }),
    b: set(anyone),
  },
  { name: 'set of two settings', windows: 6, room: custom(mine), a: editor, b: set({ password: 'Zx9-longenough2' }) },
  {
    name: 'set with renew and with a role',
    windows: 3,
    room: custom(mine),
    a: set({ renew: 'true', expiration: '30d' }),
    b: editor,
  },
  { name: 'rotate beside set', room: custom(mine), a: rotate, b: viewer },
  { name: 'rotate beside set with another role', windows: 8, room: custom(mine), a: rotate, b: editor },
  { name: 'set with another role beside rotate', windows: 8, room: custom(mine), a: editor, b: rotate },
  { name: 'rotate beside set with another role in a full room', windows: 3, room: full(mine), a: rotate, b: editor },
  { name: 'set with another role beside rotate in a full room', windows: 3, room: full(mine), a: editor, b: rotate },
];

/** Two runs that ask for different things. */
export const different: readonly Pair[] = [
  ...byKey,
  ...turned(byKey),
  {
    name: 'primary with two roles',
    room: custom(),
    a: setPrimary({ access: 'editor' }),
    b: setPrimary({ access: 'viewer' }),
  },
  {
    name: 'primary for users and for anyone',
    room: custom(),
    a: setPrimary({ internal: 'true' }),
    b: setPrimary({ ...anyone, expiration: 'never' }),
  },
  {
    name: 'primary with two roles in a Public room',
    room: publicRoom(),
    a: setPrimary({ ...anyone, access: 'editor' }),
    b: setPrimary({ ...anyone, access: 'commenter' }),
  },
  {
    name: 'primary beside its rotation',
    windows: 9,
    room: custom(primary),
    a: setPrimary({ access: 'editor' }),
    b: setPrimary({ rotate: 'true' }),
  },
  {
    name: 'invitation with two roles',
    room: custom(),
    a: invite({ access: 'editor' }),
    b: invite({ access: 'viewer' }),
  },
  {
    name: 'invitation with two limits',
    room: custom(invitation),
    a: invite({ 'max-uses': '5' }),
    b: invite({ 'max-uses': 'unlimited' }),
  },
  {
    name: 'invitation with two roles in a Public room',
    room: publicRoom(invitation),
    a: invite({ access: 'content-creator' }),
    b: invite({ access: 'viewer' }),
  },
  {
    name: 'invitation beside its rotation',
    windows: 3,
    room: custom(invitation),
    a: invite({ access: 'editor' }),
    b: invite({ rotate: 'true' }),
  },
  {
    name: 'apply of two files',
    room: custom(),
    a: apply([{ key: 'default', access: 'editor' }]),
    b: apply([{ key: 'default', access: 'viewer' }]),
  },
  {
    name: 'apply of two files for a link that is there',
    room: custom(mine),
    a: apply([{ key: 'default', access: 'editor' }]),
    b: apply([{ key: 'default', access: 'commenter' }]),
  },
  { name: 'apply beside set', room: custom(), a: apply([{ key: 'default', access: 'editor' }]), b: viewer },
];
