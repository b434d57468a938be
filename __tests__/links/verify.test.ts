import { describe, expect, test } from '@jest/globals';
import { expectedOpens, type Link, type Opens } from '../../src/links/link.ts';
import { Secret } from '../../src/links/secret.ts';
import { verify, verifyOpens } from '../../src/links/verify.ts';
import { after, day, idOf, invitation, linkOf, planned, roomOf, stateOf } from '../support/links.ts';

const hush = new Secret('Hush-Passw0rd');

describe('what was written is compared with what was asked', () => {
  const plan = planned(stateOf(), { access: 6, password: { kind: 'given', password: hush }, denyDownload: true });
  const id = plan.id ?? '';
  const asAsked = linkOf({ ...plan.target, id });

  test('and is the same', () => {
    expect(verify(plan, id, [linkOf({ id: idOf('other') }), asAsked])).toEqual([]);
  });

  test.each<[Partial<Link>, object]>([
    [{ access: 2 }, { name: 'access', asked: 'commenter', got: 'viewer' }],
    [{ access: 9 }, { name: 'access', asked: 'commenter', got: 9 }],
    [{ expiration: null }, { name: 'expiration', asked: '2026-12-01T09:30:15Z', got: 'never' }],
    [
      { expiration: after(8 * day) },
      { name: 'expiration', asked: '2026-12-01T09:30:15Z', got: '2026-12-02T09:30:15Z' },
    ],
    [{ internal: false }, { name: 'internal', asked: true, got: false }],
    [{ password: null }, { name: 'password', asked: 'set', got: 'none' }],
    [{ password: new Secret('hush-other') }, { name: 'password', asked: 'set', got: 'changed' }],
    [{ denyDownload: false }, { name: 'deny-download', asked: true, got: false }],
    [{ title: 'Shared link' }, { name: 'title', asked: 'octo/contracts: default', got: 'Shared link' }],
  ])('and differs: %j', (more, difference) => {
    const found = verify(plan, id, [{ ...asAsked, ...more }]);
    expect(found).toEqual([{ ...difference, reason: expect.stringMatching(/^(the portal|somebody)/u) as unknown }]);
    expect(JSON.stringify(found)).not.toMatch(/hush/iu);
  });

  test('and differs in everything at once', () => {
    const other = linkOf({ id, access: 2, expiration: null, internal: false, title: '' });
    expect(verify(plan, id, [other]).map(({ name }) => name)).toEqual([
      'access',
      'internal',
      'password',
      'deny-download',
      'title',
      'expiration',
    ]);
  });

  test('and is not there', () => {
    expect(verify(plan, id, [linkOf()])).toEqual([
      {
        name: 'link',
        asked: id,
        got: null,
        reason: 'the portal does not list it: it was not stored, or somebody revoked it',
      },
    ]);
  });

  test('a link without end that got one differs', () => {
    const endless = planned(stateOf(), { expiration: { kind: 'never' } });
    const link = linkOf({ ...endless.target, id: endless.id ?? '', expiration: after(day) });
    expect(verify(endless, link.id, [link])).toMatchObject([{ asked: 'never', got: '2026-11-25T09:30:15Z' }]);
  });

  test('an invitation has its number of uses', () => {
    const invited = planned(stateOf(), { ...invitation, maxUses: 5 });
    const link = linkOf({ ...invited.target, type: 'invitation', id: invited.id ?? '' });
    expect(verify(invited, link.id, [link])).toEqual([]);
    expect(verify(invited, link.id, [{ ...link, maxUses: null }])).toMatchObject([
      { name: 'max-uses', asked: 5, got: 'unlimited' },
    ]);
  });
});

describe('a date', () => {
  test('that falls into the spring gap of the portal is printed an hour late, and is right', () => {
    const at = new Date('2031-03-30T02:30:00Z');
    const plan = planned(stateOf(), { expiration: { kind: 'instant', at } });
    const printed = new Date('2031-03-30T03:30:00Z');
    const link = linkOf({ ...plan.target, id: plan.id ?? '', expiration: printed });
    expect(verify(plan, link.id, [{ ...link, expirationOffset: 120 }])).toEqual([]);
    expect(verify(plan, link.id, [{ ...link, expirationOffset: 0 }])).toMatchObject([{ name: 'expiration' }]);
  });

  const minute = 60_000;
  test.each<[string, Date | null, boolean]>([
    ['as expected', after(7 * day), true],
    ['ten minutes later, by its own clock', after(7 * day + 10 * minute), true],
    ['ten minutes earlier', after(7 * day - 10 * minute), true],
    ['still later', after(7 * day + 11 * minute), false],
    ['another day', after(day), false],
    ['none', null, false],
  ])('that the portal sets itself may be %s: %j', (_, expiration, fits) => {
    const plan = planned(stateOf([], roomOf(), '3.6'), invitation);
    const link = linkOf({ ...plan.target, type: 'invitation', id: plan.id ?? '', expiration });
    expect(verify(plan, link.id, [link]).map(({ name }) => name)).toEqual(fits ? [] : ['expiration']);
  });
});

describe('what had to go', () => {
  const old = linkOf();
  const plan = planned(stateOf([old]), { rotate: true });
  const made = linkOf({ ...plan.target, id: plan.id ?? '' });

  test('is gone', () => {
    expect(verify(plan, made.id, [made])).toEqual([]);
  });

  test('is still there', () => {
    expect(verify(plan, made.id, [made, old])).toEqual([
      { name: 'old link', asked: 'revoked', got: old.id, reason: 'the portal ignored the revoke' },
    ]);
  });

  test('extras count, too, also where nothing else was to be done', () => {
    const [one, two] = [linkOf(), linkOf()].sort((a, b) => (a.id < b.id ? -1 : 1)) as [Link, Link];
    const clearing = planned(stateOf([one, two]));
    expect(clearing.action).toBe('none');
    expect(verify(clearing, one.id, [one])).toEqual([]);
    expect(verify(clearing, one.id, [one, two])).toMatchObject([{ name: 'old link', got: two.id }]);
  });
});

const kinds: readonly [string, Link, Opens][] = [
  ['for anyone', linkOf({ internal: false }), 'room'],
  ['for anyone who has the password', linkOf({ internal: false, password: hush }), 'password'],
  ['for DocSpace users', linkOf(), 'login'],
  ['for DocSpace users who have the password', linkOf({ password: hush }), 'login'],
  ['that has expired', linkOf({ internal: false, expired: true }), 'nothing'],
  ['that invites', linkOf({ type: 'invitation' }), 'join'],
  ['that invites some more', linkOf({ type: 'invitation', maxUses: 3, uses: 2 }), 'join'],
  ['that invites, of a portal that does not count', linkOf({ type: 'invitation', maxUses: 3, uses: null }), 'join'],
  ['that has invited enough', linkOf({ type: 'invitation', maxUses: 3, uses: 3 }), 'nothing'],
  ['that invited until it expired', linkOf({ type: 'invitation', expired: true }), 'nothing'],
];
const everything: readonly Opens[] = ['room', 'password', 'login', 'join', 'nothing', 'unknown'];

describe.each(kinds)('a stranger with a link %s', (_, link, asked) => {
  test(`meets: ${asked}`, () => {
    expect(expectedOpens(link)).toBe(asked);
  });

  test.each(everything)('and met: %s', (met) => {
    const fits = met === asked || met === 'unknown';
    const why =
      met !== 'nothing'
        ? 'the portal protects the link otherwise than it says'
        : link.type === 'invitation'
          ? 'the user who made this invitation link is disabled or was removed, which the list does not show'
          : 'the portal blocks external links in rooms (Settings → Security)';
    expect(verifyOpens(link, met)).toEqual(fits ? null : { name: 'opens', asked, got: met, reason: why });
  });
});
