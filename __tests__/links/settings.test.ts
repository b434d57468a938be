import { describe, expect, test } from '@jest/globals';
import {
  changes,
  describeSettings,
  leastOpen,
  memberOf,
  plainSettings,
  settingsNotFor,
  widenings,
} from '../../src/links/settings.ts';
import type { LinkSettings } from '../../src/links/link.ts';
import type { LinkType } from '../../src/links/room-types.ts';
import { Secret } from '../../src/links/secret.ts';
import { after, day, linkOf } from '../support/links.ts';

const one = new Secret('hush-one');
const other = new Secret('hush-other');

const base: LinkSettings = {
  access: 6,
  expiration: new Date('2026-12-01T00:00:00Z'),
  internal: true,
  title: 'A title',
  password: one,
  denyDownload: true,
  maxUses: 10,
};
const tomorrow = new Date('2026-12-02T00:00:00Z');

// type, what changes, the field as the plan tells it, whether that is wider.
const rows: readonly {
  readonly type: LinkType;
  readonly change: Partial<LinkSettings>;
  readonly field: object;
  readonly wider: boolean;
}[] = [
  { type: 'external', change: { access: 10 }, field: { name: 'access', from: 'commenter', to: 'editor' }, wider: true },
  { type: 'external', change: { access: 2 }, field: { name: 'access', from: 'commenter', to: 'viewer' }, wider: false },
  { type: 'external', change: { access: 9 }, field: { name: 'access', from: 'commenter', to: 9 }, wider: true },
  {
    type: 'invitation',
    change: { access: 11 },
    field: { name: 'access', from: 'commenter', to: 'content-creator' },
    wider: true,
  },
  {
    type: 'external',
    change: { expiration: tomorrow },
    field: { name: 'expiration', from: '2026-12-01T00:00:00Z', to: '2026-12-02T00:00:00Z' },
    wider: true,
  },
  {
    type: 'invitation',
    change: { expiration: new Date('2026-11-30T23:59:59.999Z') },
    field: { name: 'expiration', from: '2026-12-01T00:00:00Z', to: '2026-11-30T23:59:59Z' },
    wider: false,
  },
  {
    type: 'external',
    change: { expiration: null },
    field: { name: 'expiration', from: '2026-12-01T00:00:00Z', to: 'never' },
    wider: true,
  },
  { type: 'external', change: { internal: false }, field: { name: 'internal', from: true, to: false }, wider: true },
  { type: 'external', change: { password: null }, field: { name: 'password', from: 'set', to: 'none' }, wider: true },
  {
    type: 'external',
    change: { password: other },
    field: { name: 'password', from: 'set', to: 'changed' },
    wider: false,
  },
  {
    type: 'external',
    change: { denyDownload: false },
    field: { name: 'deny-download', from: true, to: false },
    wider: true,
  },
  { type: 'invitation', change: { maxUses: 11 }, field: { name: 'max-uses', from: 10, to: 11 }, wider: true },
  { type: 'invitation', change: { maxUses: 9 }, field: { name: 'max-uses', from: 10, to: 9 }, wider: false },
  {
    type: 'invitation',
    change: { maxUses: null },
    field: { name: 'max-uses', from: 10, to: 'unlimited' },
    wider: true,
  },
  {
    type: 'external',
    change: { title: 'Another' },
    field: { name: 'title', from: 'A title', to: 'Another' },
    wider: false,
  },
];

describe('a change', () => {
  test.each(rows)('$type: $change', ({ type, change, field, wider }) => {
    const to = { ...base, ...change };
    const { name } = field as { readonly name: string };
    expect(changes(type, base, to)).toEqual([field]);
    expect(widenings(type, base, to)).toEqual(wider ? [name] : []);
    // Back again it is the other way round, except that a title, and another password, open nothing.
    const opens = name !== 'title' && change.password !== other;
    expect(widenings(type, to, base)).toEqual(opens && !wider ? [name] : []);
  });

  test.each([
    ['invitation', { internal: false, password: null, denyDownload: false }],
    ['external', { maxUses: null }],
  ] as const)('%s: %j is none, since such links do not have that', (type, change) => {
    expect(changes(type, base, { ...base, ...change })).toEqual([]);
    expect(widenings(type, base, { ...base, ...change })).toEqual([]);
  });

  test('of nothing is none', () => {
    const same = { ...base, password: new Secret('hush-one'), expiration: new Date(base.expiration ?? 0) };
    expect(changes('external', base, same)).toEqual([]);
  });

  test('of several fields tells all of them', () => {
    const to = { ...base, access: 10, internal: false, password: null, denyDownload: false, expiration: null };
    expect(widenings('external', base, to)).toEqual(['access', 'internal', 'password', 'deny-download', 'expiration']);
  });

  test('never tells a password', () => {
    expect(JSON.stringify(changes('external', base, { ...base, password: other }))).not.toContain('hush');
  });
});

describe('a new link', () => {
  test('has all fields, and widens nothing', () => {
    expect(changes('external', null, { ...base, title: '' })).toEqual([
      { name: 'access', from: null, to: 'commenter' },
      { name: 'internal', from: null, to: true },
      { name: 'password', from: null, to: 'set' },
      { name: 'deny-download', from: null, to: true },
      { name: 'expiration', from: null, to: '2026-12-01T00:00:00Z' },
      { name: 'title', from: null, to: '' },
    ]);
    expect(widenings('external', null, { ...base, internal: false, expiration: null })).toEqual([]);
  });

  test('an invitation has its own', () => {
    expect(changes('invitation', null, base).map(({ name }) => name)).toEqual([
      'access',
      'max-uses',
      'expiration',
      'title',
    ]);
  });
});

describe('in words', () => {
  const plain = { password: null, denyDownload: false, maxUses: null };
  test.each<[LinkType, Partial<LinkSettings>, string]>([
    ['external', {}, 'Commenter · DocSpace users only · password · no download · until 2026-12-01 00:00 UTC'],
    ['external', { ...plain, internal: false, expiration: null }, 'Commenter · Anyone with the link · without end'],
    ['external', { ...plain, access: 9 }, 'access 9 · DocSpace users only · until 2026-12-01 00:00 UTC'],
    ['invitation', {}, 'Commenter · 10 uses · until 2026-12-01 00:00 UTC'],
    ['invitation', { maxUses: 1 }, 'Commenter · 1 use · until 2026-12-01 00:00 UTC'],
    ['invitation', { maxUses: null }, 'Commenter · any number of uses · until 2026-12-01 00:00 UTC'],
  ])('%s with %j', (type, more, words) => {
    expect(describeSettings(type, { ...base, ...more })).toBe(words);
  });

  test('the life stands directly after the date', () => {
    expect(describeSettings('external', base, ' (7 days)')).toMatch(/ · until 2026-12-01 00:00 UTC \(7 days\)$/u);
  });

  test('neither the title nor a secret is among them', () => {
    const link = linkOf({ title: 'hush', password: one, expiration: after(day) });
    expect(describeSettings('external', link)).not.toContain('hush');
  });
});

test('a link of one type does not have the settings of the other', () => {
  expect(settingsNotFor('external')).toEqual(['max-uses']);
  expect(settingsNotFor('invitation')).toEqual(['internal', 'password', 'deny-download']);
  expect(settingsNotFor('invitation').map(memberOf)).toEqual(['internal', 'password', 'denyDownload']);
});

test('what outputs tell as it is holds no role, no date, and no secret', () => {
  expect(plainSettings(base)).toEqual({ internal: true, denyDownload: true, maxUses: 10 });
});

test('of the values that are asked for each setting the least open one counts', () => {
  expect(
    leastOpen([
      { access: 10, maxUses: null, internal: false },
      { access: 2, expiration: tomorrow, maxUses: 5 },
      { expiration: null, internal: true, denyDownload: true, title: 'opens nothing' },
    ]),
  ).toEqual({ access: 2, expiration: tomorrow, maxUses: 5, internal: true, denyDownload: true });
  expect(leastOpen([])).toEqual({});
});
