import { apply, fix, revoke, set } from './asked.ts';
import type { Killing } from './killed.ts';
import { day, hour, type Given, type RoomGiven } from './local-portal.ts';

const week = 7 * day;
const mine: Given = { key: 'default', role: 2, internal: true, life: week };
const secret: Given = { ...mine, password: 'Zx9-longenough' };
const other: Given = { role: 2, internal: true, life: 30 * day };
const primary: Given = { kind: 4, role: 2, internal: true, life: week, title: 'Primary' };
const permanent: Given = { ...primary, internal: false, life: null, password: 'Zx9-longenough' };
const invitation: Given = { kind: 3, key: 'default', role: 2, life: week, title: 'Invitation', maxUse: 5 };

const custom = (...links: readonly Given[]): RoomGiven => ({ roomType: 5, links });
const publicRoom = (...links: readonly Given[]): RoomGiven => ({ roomType: 6, links });
const full = (...links: readonly Given[]): RoomGiven => custom(other, other, other, other, ...links);
const anyone = { internal: 'false' };

/** Steps that write, each of which dies at each of its requests. */
export const killings: readonly Killing[] = [
  { name: 'set creates', room: custom(), step: set() },
  { name: 'set creates with a password', room: custom(), step: set({ password: 'generate', access: 'editor' }) },
  { name: 'set creates in a Public room', room: publicRoom(), step: set(anyone) },
  { name: 'set updates', room: custom(secret), step: set({ access: 'editor' }) },
  { name: 'set replaces an expired link', room: custom({ ...secret, life: -hour }), step: set() },
  { name: 'set replaces an expired link in a full room', room: full({ ...secret, life: -hour }), step: set() },
  { name: 'set renews an expired link', room: custom({ ...secret, life: -hour }), step: set({ renew: 'true' }) },
  { name: 'set rotates', room: custom(secret), step: set({ rotate: 'true' }) },
  { name: 'set rotates in a full room', room: full(secret), step: set({ rotate: 'true' }) },
  { name: 'primary is made', room: custom(), step: set({ primary: 'true' }) },
  {
    name: 'primary is made with a password',
    room: custom(),
    step: set({ primary: 'true', password: 'Zx9-longenough', access: 'editor' }),
  },
  {
    name: 'primary is made with all settings',
    room: custom(),
    step: set({ primary: 'true', internal: 'true', expiration: '1d', password: 'Zx9-longenough', title: 'Mine' }),
  },
  { name: 'primary is rotated', room: custom(primary), step: set({ primary: 'true', rotate: 'true' }) },
  { name: 'primary is updated', room: custom(primary), step: set({ primary: 'true', access: 'editor' }) },
  {
    name: 'primary is rotated by set in a Public room',
    room: publicRoom(permanent),
    step: set({ primary: 'true', rotate: 'true' }),
  },
  {
    name: 'primary is rotated by revoke in a Public room',
    room: publicRoom(permanent),
    step: revoke({ primary: 'true', 'allow-rotate': 'true' }),
  },
  { name: 'invitation is made', room: custom(), step: set({ 'link-type': 'invitation', 'max-uses': '5' }) },
  {
    name: 'invitation is updated',
    room: custom(invitation),
    step: set({ 'link-type': 'invitation', access: 'editor' }),
  },
  { name: 'invitation is rotated', room: custom(invitation), step: set({ 'link-type': 'invitation', rotate: 'true' }) },
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
    room: custom(
      { ...mine, role: 10, internal: false, life: null },
      { ...mine, key: 'a', role: 10, internal: false, life: null },
    ),
    step: fix('DSL003'),
  },
  { name: 'a fix that revokes', room: custom({ ...mine, life: -hour }), step: fix('DSL006') },
];
