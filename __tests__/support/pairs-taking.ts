import { problemTable } from '../../src/links/problem.ts';
import { afterJob, anyone, apply, fix, invite, revoke, set, setPrimary } from './asked.ts';
import { custom, expired, full, invitation, mine, open, permanent, primary, publicRoom } from './given.ts';
import { givenId } from './local-portal.ts';
import type { Pair } from './pairs.ts';

const editor = set({ access: 'editor' });
const viewer = set({ access: 'viewer' });
const rotate = set({ rotate: 'true' });

const byId = { 'link-id': givenId('default', 0) };
/** The other run may have taken away what this one names. */
const orGone = { mayFail: [problemTable['link-not-found'].title] };

/** A run beside one that takes links away. */
export const taking: readonly Pair[] = [
  { name: 'set beside revoke', room: custom(mine), a: viewer, b: revoke({ key: 'default' }) },
  {
    name: 'set with another role beside revoke',
    windows: 4,
    room: custom(mine),
    a: editor,
    b: revoke({ key: 'default' }),
  },
  { name: 'set of a new link beside revoke', room: custom(), a: viewer, b: revoke({ key: 'default' }) },
  { name: 'set in a full room beside revoke', windows: 4, room: full(mine), a: editor, b: revoke({ key: 'default' }) },
  {
    name: 'set in a Public room beside revoke',
    windows: 4,
    room: publicRoom({ ...mine, internal: false }),
    a: set({ ...anyone, access: 'editor' }),
    b: revoke({ key: 'default' }),
  },
  {
    name: 'set of a link by its id beside revoke',
    windows: 4,
    room: custom(mine),
    a: set({ ...byId, access: 'editor' }, orGone),
    b: revoke(byId),
  },
  {
    name: 'rotate of a link by its id beside set',
    windows: 8,
    room: custom(mine),
    a: set({ ...byId, rotate: 'true' }, orGone),
    b: editor,
  },
  { name: 'set beside the post step', room: custom(mine), a: viewer, b: afterJob(givenId('default', 0)) },
  {
    name: 'set with another role beside the post step',
    windows: 4,
    room: custom(mine),
    a: editor,
    b: afterJob(givenId('default', 0)),
  },
  {
    name: 'set beside revoke of all managed links',
    windows: 6,
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
    windows: 5,
    room: custom(invitation),
    a: invite({ access: 'editor' }),
    b: revoke({ key: 'default' }),
  },
  {
    name: 'primary beside revoke',
    windows: 4,
    room: custom(primary),
    a: setPrimary({ access: 'editor' }),
    b: revoke({ primary: 'true' }),
  },
  {
    name: 'primary of a Public room beside its rotation by revoke',
    windows: 10,
    room: publicRoom(permanent),
    a: setPrimary({ ...anyone, access: 'editor' }),
    b: revoke({ primary: 'true', 'allow-rotate': 'true' }),
  },
  {
    name: 'two rotations of the primary of a Public room by revoke',
    room: publicRoom(permanent),
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
    windows: 4,
    room: custom(mine),
    a: editor,
    b: apply([{ key: 'default', state: 'absent' }]),
  },
  {
    name: 'set beside a fix that narrows',
    windows: 3,
    room: custom(open),
    a: set({ title: 'New' }),
    b: fix('DSL003', ['access']),
  },
  { name: 'rotate beside a fix that narrows', windows: 7, room: custom(open), a: rotate, b: fix('DSL003', ['access']) },
  {
    name: 'set with a wide role beside a fix that narrows',
    room: custom(open),
    a: set({ access: 'reviewer' }),
    b: fix('DSL003', ['access']),
  },
  { name: 'set beside a fix that revokes', room: custom(expired), a: viewer, b: fix('DSL006') },
  {
    name: 'set with renew beside a fix that revokes',
    windows: 7,
    room: custom(expired),
    a: set({ renew: 'true', expiration: '30d' }),
    b: fix('DSL006'),
  },
  {
    name: 'invitation beside a fix that narrows',
    windows: 4,
    room: custom({ ...invitation, role: 11, life: null }),
    a: invite({ title: 'New' }),
    b: fix('DSL010', ['access']),
  },
];
