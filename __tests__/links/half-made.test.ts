import { expect, test } from '@jest/globals';
import { isAsMade, isAsMadeBeside, looksHalfMade } from '../../src/links/half-made.ts';
import type { Link } from '../../src/links/link.ts';
import { Secret } from '../../src/links/secret.ts';
import { after, bareSettings, day, linkOf, roomOf, types, wishOf } from '../support/links.ts';

/** As the portal makes a primary link. */
const made = linkOf({ ...bareSettings, primary: true, access: 2, title: 'Shared link', expiration: null });
const named = (current: Link, desired: Parameters<typeof wishOf>[0] = {}, typeCode: number = types.custom) =>
  looksHalfMade({ room: roomOf(typeCode), type: 'external', primary: current.primary, current }, wishOf(desired));

test('all that is kept of a link as the portal makes one is named', () => {
  expect([...named(made)].sort()).toEqual(['access', 'deny-download', 'expiration', 'internal', 'password', 'title']);
  expect([...named(made, { internal: false, title: 'Mine' })].sort()).toEqual([
    'access',
    'deny-download',
    'expiration',
    'password',
  ]);
  expect([...named(made, {}, types.public)].sort()).toEqual(['access', 'deny-download', 'password', 'title']);
});

test.each([
  { what: 'a title of its own', current: { ...made, title: 'For the press' } },
  { what: 'an end', current: { ...made, expiration: after(day) } },
  { what: 'a password', current: { ...made, password: new Secret('Some-Passw0rd') } },
  { what: 'another role', current: { ...made, access: 10 } },
  { what: 'no primary link', current: { ...made, primary: false } },
  { what: 'expired', current: { ...made, expired: true } },
])('nothing is named where somebody has set something: $what', ({ current }) => {
  expect(named(current)).toEqual([]);
});

test.each([
  { what: 'as made', link: made, alone: true, beside: true },
  { what: 'in a language that nobody here knows', link: { ...made, title: 'Ссылка' }, alone: false, beside: true },
  { what: 'with the title of this run', link: { ...made, title: 'Mine' }, alone: false, beside: false },
  { what: 'with an end', link: { ...made, expiration: after(day) }, alone: false, beside: false },
])('a primary link $what', ({ link, alone, beside }) => {
  expect(isAsMade(roomOf(), link)).toBe(alone);
  expect(isAsMadeBeside(roomOf(), link, 'Mine')).toBe(beside);
});
