import { anyone, apply, fix, invite, revoke, set, setPrimary } from './asked.ts';
import {
  custom,
  expired,
  full,
  invitation,
  mine,
  open,
  password,
  permanent,
  primary,
  publicRoom,
  secret,
} from './given.ts';
import type { Killing } from './killed.ts';

/** Steps that write, each of which dies at each of its requests. */
export const killings: readonly Killing[] = [
  { name: 'set creates', room: custom(), step: set() },
  { name: 'set creates with a password', room: custom(), step: set({ password: 'generate', access: 'editor' }) },
  { name: 'set creates in a Public room', room: publicRoom(), step: set(anyone) },
  { name: 'set updates', room: custom(secret), step: set({ access: 'editor' }) },
  { name: 'set replaces an expired link', room: custom({ ...expired, password }), step: set() },
  { name: 'set replaces an expired link in a full room', room: full({ ...expired, password }), step: set() },
  { name: 'set renews an expired link', room: custom({ ...expired, password }), step: set({ renew: 'true' }) },
  { name: 'set rotates', room: custom(secret), step: set({ rotate: 'true' }) },
  { name: 'set rotates in a full room', room: full(secret), step: set({ rotate: 'true' }) },
  { name: 'primary is made', room: custom(), step: setPrimary() },
  {
    name: 'primary is made with a password',
    room: custom(),
    step: setPrimary({ password, access: 'editor' }),
  },
  {
    name: 'primary is made with all settings',
    room: custom(),
    step: setPrimary({ internal: 'true', expiration: '1d', password, title: 'Mine' }),
  },
  { name: 'primary is rotated', room: custom(primary), step: setPrimary({ rotate: 'true' }) },
  { name: 'primary is updated', room: custom(primary), step: setPrimary({ access: 'editor' }) },
  {
    name: 'primary is rotated by set in a Public room',
    room: publicRoom(permanent),
    step: setPrimary({ rotate: 'true' }),
  },
  {
    name: 'primary is rotated by revoke in a Public room',
    room: publicRoom(permanent),
    step: revoke({ primary: 'true', 'allow-rotate': 'true' }),
  },
  { name: 'invitation is made', room: custom(), step: invite({ 'max-uses': '5' }) },
  {
    name: 'invitation is updated',
    room: custom({ ...invitation, maxUse: 5 }),
    step: invite({ access: 'editor' }),
  },
  { name: 'invitation is rotated', room: custom({ ...invitation, maxUse: 5 }), step: invite({ rotate: 'true' }) },
  { name: 'revoke of all managed links', room: custom(mine, { ...mine, key: 'a' }), step: revoke({ managed: 'true' }) },
  {
    name: 'apply of three entries',
    room: custom({ ...mine, key: 'a' }),
    step: apply([{ key: 'default' }, { key: 'a', access: 'editor' }, { type: 'invitation', 'max-uses': 5 }]),
  },
  {
    name: 'apply of a primary link and an absent one',
    room: custom(mine),
    step: apply([
      { key: 'default', state: 'absent' },
      { key: 'p', primary: true, access: 'editor' },
    ]),
  },
  {
    name: 'apply with prune in a full room',
    room: full(mine),
    step: apply([{ key: 'a', password: 'generate' }], { prune: 'true' }),
  },
  {
    name: 'a fix that narrows two links',
    room: custom(open, { ...open, key: 'a' }),
    step: fix('DSL003', ['access']),
  },
  { name: 'a fix that revokes', room: custom(expired), step: fix('DSL006') },
];
