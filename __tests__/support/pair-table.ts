import { problemTable } from '../../src/links/problem.ts';
import { afterJob, apply, type Asked, fix, revoke, set } from './asked.ts';
import { day, type Given, givenId, hour, type RoomGiven } from './local-portal.ts';
import type { Pair } from './pairs.ts';

const week = 7 * day;
/** The link of the key `default`. */
const mine: Given = { key: 'default', role: 2, internal: true, life: week };
const expired: Given = { ...mine, life: -hour };
const secret: Given = { ...mine, password: 'Zx9-longenough' };
const other: Given = { role: 2, internal: true, life: 30 * day };
const others: readonly Given[] = [other, other, other, other];
const primary: Given = { kind: 4, role: 2, internal: true, life: week, title: 'Primary' };
const invitation: Given = { kind: 3, key: 'default', role: 2, life: week, title: 'Invitation' };

const custom = (...links: readonly Given[]): RoomGiven => ({ roomType: 5, links });
const publicRoom = (...links: readonly Given[]): RoomGiven => ({ roomType: 6, links });
/** A Custom room with one place for an additional link besides these. */
const full = (...links: readonly Given[]): RoomGiven => custom(...others, ...links);

const editor = set({ access: 'editor' });
const viewer = set({ access: 'viewer' });
const rotate = set({ rotate: 'true' });
const anyone = { internal: 'false' };

const openPrimary: Given = { ...primary, internal: false, life: null };
const asPrimary = (inputs: Readonly<Record<string, string>> = {}): Asked => set({ primary: 'true', ...inputs });
const invite = (inputs: Readonly<Record<string, string>> = {}): Asked => set({ 'link-type': 'invitation', ...inputs });

// Endless, since reckoning with an end takes a fix a tenth of a second of real time.
const open: Given = { ...mine, role: 10, internal: false, life: null };

const byId = { 'link-id': givenId('default', 0) };
/** The other run may have taken away what this one names. */
const orGone = { mayFail: [problemTable['link-not-found'].title] };

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
    a: set({ renew: 'true', expiration: '30d' }),
    b: set({ renew: 'true', expiration: '30d' }),
  },
  {
    name: 'set renews an expired link',
    room: custom(expired),
    a: set({ renew: 'true', expiration: '30d' }),
    b: set({ renew: 'true', expiration: '30d' }),
  },
  { name: 'set rotates', room: custom(mine), a: rotate, b: rotate },
  { name: 'set rotates a link with a password', room: custom(secret), a: rotate, b: rotate },
  { name: 'set rotates in a full room', room: full(mine), a: rotate, b: rotate },
  { name: 'set rotates what is not there', room: custom(), a: rotate, b: rotate },
  { name: 'primary is made', room: custom(), a: asPrimary(), b: asPrimary() },
  {
    name: 'primary is made for anyone',
    room: custom(),
    a: asPrimary({ ...anyone, expiration: '1d' }),
    b: asPrimary({ ...anyone, expiration: '1d' }),
  },
  {
    name: 'primary is updated',
    room: custom(primary),
    a: asPrimary({ access: 'editor' }),
    b: asPrimary({ access: 'editor' }),
  },
  {
    name: 'primary is updated in a Public room',
    room: publicRoom(),
    a: asPrimary({ ...anyone, access: 'editor' }),
    b: asPrimary({ ...anyone, access: 'editor' }),
  },
  {
    name: 'primary is rotated',
    room: custom(primary),
    a: asPrimary({ rotate: 'true' }),
    b: asPrimary({ rotate: 'true' }),
  },
  {
    name: 'primary is rotated in a Public room',
    room: publicRoom({ ...openPrimary, password: 'Zx9-longenough' }),
    a: asPrimary({ rotate: 'true' }),
    b: asPrimary({ rotate: 'true' }),
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

/** Two runs that ask for different things. */
export const different: readonly Pair[] = [
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
    a: set({ password: 'Zx9-longenough' }),
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
  { name: 'set of two settings', windows: 8, room: custom(mine), a: editor, b: set({ password: 'Zx9-longenough2' }) },
  {
    name: 'set with renew and with a role',
    windows: 4,
    room: custom(mine),
    a: set({ renew: 'true', expiration: '30d' }),
    b: editor,
  },
  { name: 'rotate beside set', room: custom(mine), a: rotate, b: viewer },
  { name: 'rotate beside set with another role', windows: 5, room: custom(mine), a: rotate, b: editor },
  { name: 'set with another role beside rotate', windows: 6, room: custom(mine), a: editor, b: rotate },
  { name: 'rotate beside set with another role in a full room', windows: 1, room: full(mine), a: rotate, b: editor },
  { name: 'set with another role beside rotate in a full room', windows: 1, room: full(mine), a: editor, b: rotate },
  {
    name: 'primary with two roles',
    room: custom(),
    a: asPrimary({ access: 'editor' }),
    b: asPrimary({ access: 'viewer' }),
  },
  {
    name: 'primary for users and for anyone',
    windows: 3,
    room: custom(),
    a: asPrimary({ internal: 'true' }),
    b: asPrimary({ ...anyone, expiration: 'never' }),
  },
  {
    name: 'primary with two roles in a Public room',
    room: publicRoom(),
    a: asPrimary({ ...anyone, access: 'editor' }),
    b: asPrimary({ ...anyone, access: 'commenter' }),
  },
  {
    name: 'primary beside its rotation',
    windows: 4,
    room: custom(primary),
    a: asPrimary({ access: 'editor' }),
    b: asPrimary({ rotate: 'true' }),
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
    windows: 1,
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

/** A run beside one that takes links away. */
export const taking: readonly Pair[] = [
  { name: 'set beside revoke', room: custom(mine), a: viewer, b: revoke({ key: 'default' }) },
  {
    name: 'set with another role beside revoke',
    windows: 5,
    room: custom(mine),
    a: editor,
    b: revoke({ key: 'default' }),
  },
  { name: 'set of a new link beside revoke', room: custom(), a: viewer, b: revoke({ key: 'default' }) },
  { name: 'set in a full room beside revoke', windows: 5, room: full(mine), a: editor, b: revoke({ key: 'default' }) },
  {
    name: 'set in a Public room beside revoke',
    windows: 5,
    room: publicRoom({ ...mine, internal: false }),
    a: set({ ...anyone, access: 'editor' }),
    b: revoke({ key: 'default' }),
  },
  {
    name: 'set of a link by its id beside revoke',
    windows: 5,
    room: custom(mine),
    a: set({ ...byId, access: 'editor' }, orGone),
    b: revoke(byId),
  },
  {
    name: 'rotate of a link by its id beside set',
    windows: 5,
    room: custom(mine),
    a: set({ ...byId, rotate: 'true' }, orGone),
    b: editor,
  },
  { name: 'set beside the post step', room: custom(mine), a: viewer, b: afterJob(givenId('default', 0)) },
  {
    name: 'set with another role beside the post step',
    windows: 5,
    room: custom(mine),
    a: editor,
    b: afterJob(givenId('default', 0)),
  },
  {
    name: 'set beside revoke of all managed links',
    windows: 7,
    room: custom(mine, { ...mine, key: 'a' }),
    a: editor,
    b: revoke({ managed: 'true' }),
  },
  {
    name: 'set of a new link beside revoke of all managed links',
    room: custom({ ...mine, key: 'a' }),
    a: viewer,
    b: revoke({ managed: 'true' }),
  },
  { name: 'rotate beside revoke', room: custom(mine), a: rotate, b: revoke({ key: 'default' }) },
  { name: 'rotate beside revoke in a full room', room: full(mine), a: rotate, b: revoke({ key: 'default' }) },
  {
    name: 'invitation beside revoke',
    windows: 6,
    room: custom(invitation),
    a: invite({ access: 'editor' }),
    b: revoke({ key: 'default' }),
  },
  {
    name: 'primary beside revoke',
    windows: 5,
    room: custom(primary),
    a: asPrimary({ access: 'editor' }),
    b: revoke({ primary: 'true' }),
  },
  {
    name: 'primary of a Public room beside its rotation by revoke',
    windows: 4,
    room: publicRoom({ ...openPrimary, password: 'Zx9-longenough' }),
    a: asPrimary({ ...anyone, access: 'editor' }),
    b: revoke({ primary: 'true', 'allow-rotate': 'true' }),
  },
  {
    name: 'two rotations of the primary of a Public room by revoke',
    room: publicRoom({ ...openPrimary, password: 'Zx9-longenough' }),
    a: revoke({ primary: 'true', 'allow-rotate': 'true' }),
    b: revoke({ primary: 'true', 'allow-rotate': 'true' }),
  },
  {
    name: 'set beside apply with prune',
    windows: 7,
    room: custom(mine),
    a: editor,
    b: apply([{ key: 'a' }], { prune: 'true' }),
  },
  {
    name: 'set of a new link beside apply with prune',
    room: custom(),
    a: viewer,
    b: apply([{ key: 'a' }], { prune: 'true' }),
  },
  {
    name: 'set beside apply that says absent',
    windows: 6,
    room: custom(mine),
    a: editor,
    b: apply([{ key: 'default', state: 'absent' }]),
  },
  { name: 'set beside a fix that narrows', room: custom(open), a: set({ title: 'New' }), b: fix('DSL003') },
  { name: 'rotate beside a fix that narrows', windows: 5, room: custom(open), a: rotate, b: fix('DSL003') },
  {
    name: 'set with a wide role beside a fix that narrows',
    room: custom(open),
    a: set({ access: 'reviewer' }),
    b: fix('DSL003'),
  },
  { name: 'set beside a fix that revokes', room: custom(expired), a: viewer, b: fix('DSL006') },
  {
    name: 'set with renew beside a fix that revokes',
    windows: 11,
    room: custom(expired),
    a: set({ renew: 'true', expiration: '30d' }),
    b: fix('DSL006'),
  },
  {
    name: 'invitation beside a fix that narrows',
    room: custom({ ...invitation, role: 11, life: null }),
    a: invite({ title: 'New' }),
    b: fix('DSL010'),
  },
];
