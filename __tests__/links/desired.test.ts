import { describe, expect, test } from '@jest/globals';
import { desiredSettings, isPermanent, type Place, type DesiredLink } from '../../src/links/desired.ts';
import type { Link, LinkSettings } from '../../src/links/link.ts';
import type { LinkType } from '../../src/links/room-types.ts';
import { Secret } from '../../src/links/secret.ts';
import { after, context, day, linkOf, newPassword, roomOf, types, wishOf } from '../support/links.ts';

const hush = new Secret('Hush-Passw0rd');
const others = new Secret('Other-Passw0rd');

/** A link none of whose settings is a default. */
const external = linkOf({
  access: 10,
  expiration: after(3 * day),
  internal: false,
  title: 'Press kit',
  password: hush,
  denyDownload: true,
});
const invitation = linkOf({
  type: 'invitation',
  access: 11,
  expiration: after(3 * day),
  title: 'Join us',
  maxUses: 20,
  uses: 3,
});

function settingsOf(current: Link | null, desired: Partial<DesiredLink>, type: LinkType = 'external'): LinkSettings {
  const place: Place = { room: roomOf(), type: current?.type ?? type, primary: false, current };
  return desiredSettings(place, wishOf(desired), context);
}

describe('a new link', () => {
  test('for which nothing is given has the defaults', () => {
    expect(settingsOf(null, {})).toEqual({
      access: 2,
      expiration: after(7 * day),
      internal: true,
      title: 'octo/contracts: default',
      password: null,
      denyDownload: false,
      maxUses: null,
    });
  });

  test('and as an invitation, without what is for external links', () => {
    expect(settingsOf(null, {}, 'invitation')).toEqual({
      access: 2,
      expiration: after(7 * day),
      internal: false,
      title: 'octo/contracts: default',
      password: null,
      denyDownload: false,
      maxUses: null,
    });
  });
});

// What is given counts for a new link and for one that exists; the rest of the new link is default, of the other kept.
const given: readonly [LinkType, Partial<DesiredLink>, Partial<LinkSettings>][] = [
  ['external', { access: 6 }, { access: 6 }],
  ['external', { expiration: { kind: 'never' } }, { expiration: null }],
  ['external', { expiration: { kind: 'instant', at: after(90 * day) } }, { expiration: after(90 * day) }],
  ['external', { expiration: { kind: 'duration', milliseconds: day } }, { expiration: after(day) }],
  ['external', { internal: false }, { internal: false }],
  ['external', { internal: true }, { internal: true }],
  ['external', { title: 'Release' }, { title: 'Release' }],
  ['external', { password: { kind: 'none' } }, { password: null }],
  ['external', { password: { kind: 'given', password: others } }, { password: others }],
  ['external', { denyDownload: true }, { denyDownload: true }],
  ['external', { denyDownload: false }, { denyDownload: false }],
  ['invitation', { access: 2 }, { access: 2 }],
  ['invitation', { expiration: { kind: 'never' } }, { expiration: null }],
  ['invitation', { title: 'Partners' }, { title: 'Partners' }],
  ['invitation', { maxUses: 5 }, { maxUses: 5 }],
  ['invitation', { maxUses: null }, { maxUses: null }],
];

describe.each(given)('of an %s link that is given %j', (type, desired, expected) => {
  test('and is new, only that differs from the defaults', () => {
    expect(settingsOf(null, desired, type)).toEqual({ ...settingsOf(null, {}, type), ...expected });
  });

  test('and exists, only that changes', () => {
    const current = type === 'external' ? external : invitation;
    expect(settingsOf(current, desired)).toEqual({ ...settingsOf(current, {}), ...expected });
  });
});

describe('of a link that exists', () => {
  test.each([external, invitation])('what is not given is kept ($type)', (current) => {
    expect(current).toMatchObject(settingsOf(current, {}));
  });

  test.each<[DesiredLink['password'], string | null, string | null]>([
    [undefined, 'Hush-Passw0rd', 'Hush-Passw0rd'],
    [undefined, null, null],
    [{ kind: 'keep' }, 'Hush-Passw0rd', 'Hush-Passw0rd'],
    [{ kind: 'keep' }, null, null],
    [{ kind: 'none' }, 'Hush-Passw0rd', null],
    [{ kind: 'generate' }, 'Hush-Passw0rd', 'Hush-Passw0rd'],
    [{ kind: 'generate' }, null, newPassword],
    [{ kind: 'given', password: others }, 'Hush-Passw0rd', 'Other-Passw0rd'],
    [{ kind: 'given', password: others }, null, 'Other-Passw0rd'],
  ])('the password: %j', (password, before, then) => {
    const current = linkOf({ password: before === null ? null : new Secret(before) });
    expect(settingsOf(current, { password }).password?.reveal() ?? null).toBe(then);
  });
});

test.each<[DesiredLink['password'], string | null]>([
  [undefined, null],
  [{ kind: 'keep' }, null],
  [{ kind: 'none' }, null],
  [{ kind: 'generate' }, newPassword],
])('the password of a new link: %j', (password, then) => {
  expect(settingsOf(null, { password }).password?.reveal() ?? null).toBe(then);
});

describe('permanent', () => {
  test.each([
    { name: 'the primary link of a Public room', code: types.public, type: 'external', primary: true, permanent: true },
    {
      name: 'the primary link of a Form filling room',
      code: types.form,
      type: 'external',
      primary: true,
      permanent: true,
    },
    {
      name: 'the primary link of a Custom room',
      code: types.custom,
      type: 'external',
      primary: true,
      permanent: false,
    },
    {
      name: 'an additional link of a Public room',
      code: types.public,
      type: 'external',
      primary: false,
      permanent: false,
    },
    {
      name: 'the invitation of a Form filling room',
      code: types.form,
      type: 'invitation',
      primary: false,
      permanent: false,
    },
    { name: 'anything in a room of an unknown type', code: 42, type: 'external', primary: true, permanent: false },
  ] as const)('$name', ({ code, type, primary, permanent }) => {
    expect(isPermanent({ room: roomOf(code), type, primary })).toBe(permanent);
  });

  test.each([null, linkOf({ primary: true, expiration: null })])(
    'such a link never ends, whatever is default',
    (current) => {
      const place: Place = { room: roomOf(types.form), type: 'external', primary: true, current };
      expect(desiredSettings(place, wishOf(), context).expiration).toBeNull();
    },
  );
});
