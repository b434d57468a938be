import { anyone, apply, invite, set, setPrimary } from './asked.ts';
import { custom, expired, full, invitation, mine, permanent, primary, publicRoom, secret } from './given.ts';
import type { Pair } from './pairs.ts';

const editor = set({ access: 'editor' });
const viewer = set({ access: 'viewer' });
const rotate = set({ rotate: 'true' });
const renew = set({ renew: 'true', expiration: '30d' });

/** Two runs that ask for the same. */
export const alike: readonly Pair[] = [
  { name: 'set creates', room: custom(), a: viewer, b: viewer },
  { name: 'set creates in the last place', room: full(), a: viewer, b: viewer },
  { name: 'set creates in a Public room', room: publicRoom(), a: set(anyone), b: set(anyone) },
  { name: 'set updates', room: custom(mine), a: editor, b: editor },
  { name: 'set replaces an expired link', room: custom(expired), a: viewer, b: viewer },
  { name: 'set replaces an expired link in a full room', room: full(expired), a: viewer, b: viewer },
  {
    name: 'set renews',
    room: custom(mine),
    a: renew,
    b: renew,
  },
  {
    name: 'set renews an expired link',
    room: custom(expired),
    a: renew,
    b: renew,
  },
  { name: 'set rotates', room: custom(mine), a: rotate, b: rotate },
  { name: 'set rotates a link with a password', room: custom(secret), a: rotate, b: rotate },
  { name: 'set rotates in a full room', room: full(mine), a: rotate, b: rotate },
  { name: 'set rotates what is not there', room: custom(), a: rotate, b: rotate },
  { name: 'primary is made', room: custom(), a: setPrimary(), b: setPrimary() },
  {
    name: 'primary is made for anyone',
    room: custom(),
    a: setPrimary({ ...anyone, expiration: '1d' }),
    b: setPrimary({ ...anyone, expiration: '1d' }),
  },
  {
    name: 'primary is updated',
    room: custom(primary),
    a: setPrimary({ access: 'editor' }),
    b: setPrimary({ access: 'editor' }),
  },
  {
    name: 'primary is updated in a Public room',
    room: publicRoom(),
    a: setPrimary({ ...anyone, access: 'editor' }),
    b: setPrimary({ ...anyone, access: 'editor' }),
  },
  {
    name: 'primary is rotated',
    room: custom(primary),
    a: setPrimary({ rotate: 'true' }),
    b: setPrimary({ rotate: 'true' }),
  },
  {
    name: 'primary is rotated in a Public room',
    room: publicRoom(permanent),
    a: setPrimary({ rotate: 'true' }),
    b: setPrimary({ rotate: 'true' }),
  },
  { name: 'invitation is made', room: custom(), a: invite(), b: invite() },
  { name: 'invitation is made in a Public room', room: publicRoom(), a: invite(), b: invite() },
  {
    name: 'invitation is updated',
    room: custom(invitation),
    a: invite({ access: 'editor' }),
    b: invite({ access: 'editor' }),
  },
  {
    name: 'invitation is rotated',
    room: custom(invitation),
    a: invite({ rotate: 'true' }),
    b: invite({ rotate: 'true' }),
  },
  {
    name: 'invitation is rotated in a Public room',
    room: publicRoom(invitation),
    a: invite({ rotate: 'true' }),
    b: invite({ rotate: 'true' }),
  },
  { name: 'apply creates', room: custom(), a: apply([{ key: 'default' }]), b: apply([{ key: 'default' }]) },
  {
    name: 'apply makes three links',
    room: custom(),
    a: apply([{ key: 'default' }, { key: 'a' }, { type: 'invitation' }]),
    b: apply([{ key: 'default' }, { key: 'a' }, { type: 'invitation' }]),
  },
];
