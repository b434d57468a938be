import { describe, expect, test } from '@jest/globals';
import type { Link } from '../../src/links/link.ts';
import type { RoomState } from '../../src/links/room.ts';
import type { Wish } from '../../src/links/desired.ts';
import {
  after,
  byId,
  day,
  invitation,
  invited,
  lasting,
  linkOf,
  many,
  permanent,
  planned,
  primary,
  problemsOf,
  roomOf,
  stateOf,
  told,
  types,
  type Row,
} from '../support/links.ts';

describe('internal', () => {
  const hint = 'If anyone with the link may see this room, write `internal: false`.';
  test.each<Row>([
    [
      'by default, in a Public room',
      stateOf([permanent], roomOf(types.public)),
      {},
      'not-possible',
      'The default `internal: true` ("DocSpace users only") is not possible in Public room 7 "Contract 2027": its links are always for anyone.',
      hint,
    ],
    [
      'by default, for a primary link of a Public room that has lost it',
      stateOf([], roomOf(types.public)),
      primary,
      'not-possible',
      'The default `internal: true` ("DocSpace users only") is not possible in Public room 7 "Contract 2027": its links are always for anyone.',
      hint,
    ],
    [
      'as asked, of a link of a Public room',
      stateOf([permanent], roomOf(types.public)),
      { ...primary, internal: true },
      'not-possible',
      '`internal: true` ("DocSpace users only") is not possible in Public room 7 "Contract 2027": its links are always for anyone.',
      hint,
    ],
    [
      'on a portal that would make the link for anyone instead',
      stateOf(many(1), roomOf(5), '3.2'),
      {},
      'portal-too-old',
      'This portal is older than 3.5: its links are for anyone, `internal: true` ("DocSpace users only") is not possible.',
      'If anyone with the link may see this room, write `internal: false`; or update DocSpace.',
    ],
  ])('%s', (...row) => {
    expect(problemsOf(row[1], row[2])).toEqual(told(row));
  });

  test.each<[string, RoomState, Partial<Wish>]>([
    ['false in a Public room', stateOf([], roomOf(types.public)), { internal: false }],
    [
      'not given, for a link of a Public room that exists',
      stateOf([permanent], roomOf(types.public)),
      { ...primary, access: 10 },
    ],
    ['not given, for an invitation', stateOf([], roomOf(types.public)), invitation],
    ['true in a Form filling room', stateOf([permanent], roomOf(types.form)), { ...primary, internal: true }],
    ['false on an old portal', stateOf(many(1), roomOf(5), '3.2'), { internal: false }],
    ['kept on an old portal', stateOf([linkOf({ internal: false })], roomOf(5), '3.2'), { access: 10 }],
    ['not given, for an invitation of an old portal', stateOf(many(1), roomOf(5), '3.2'), invitation],
    ['true from 3.5 on', stateOf([], roomOf(5), '3.6'), {}],
  ])('may be %s', (_, state, wish) => {
    expect(planned(state, wish).action).toMatch(/create|update/u);
  });
});

describe('the end of a permanent link', () => {
  const additional = 'Use an additional link (without `primary`) for access that ends, or leave `expiration` out.';
  const none = 'Leave `expiration` out, or use an invitation or a Custom room, whose additional links can expire.';
  test.each([
    ['Public room', types.public, { ...primary, expiration: lasting(day) }, additional],
    ['Public room', types.public, { ...byId, expiration: lasting(day) }, additional],
    ['Form filling room', types.form, { ...primary, expiration: lasting(day) }, none],
    ['Form filling room', types.form, { ...primary, expiration: { kind: 'instant', at: after(day) } as const }, none],
  ])('%s', (label, code, wish, hint) => {
    const row: Row = [
      '',
      stateOf([permanent], roomOf(code)),
      wish,
      'not-possible',
      `The primary link of ${label} 7 "Contract 2027" is permanent: it cannot expire.`,
      hint,
    ];
    expect(problemsOf(row[1], row[2])).toEqual(told(row));
  });

  test.each<[string, RoomState, Partial<Wish>, string]>([
    [
      'never, which it is anyway',
      stateOf([permanent], roomOf(6)),
      { ...primary, expiration: { kind: 'never' } },
      'none',
    ],
    [
      'of a Custom room it is not permanent',
      stateOf([], roomOf(5)),
      { ...primary, expiration: lasting(day) },
      'create',
    ],
    ['of an additional link', stateOf([permanent], roomOf(6)), { internal: false, expiration: lasting(day) }, 'create'],
    ['of an invitation', stateOf([], roomOf(6)), { ...invitation, expiration: lasting(day) }, 'create'],
  ])('%s', (_, state, wish, action) => {
    expect(planned(state, wish).action).toBe(action);
  });
});

describe('an invitation of a portal before 3.7, which ends in a week, whatever is asked', () => {
  const asked = (what: string): string =>
    `This portal is older than 3.7: its invitation links expire 7 days after each change, whatever date is sent. It cannot ${what}.`;
  const write = 'Write `expiration: 7d` for this link, or update DocSpace to 3.7 or later.';
  const kept = 'If 7 days from now is right, write `expiration: 7d`. Otherwise update DocSpace to 3.7 or later.';
  const minute = 60_000;
  const old = (links: readonly Link[] = []): RoomState => stateOf(links, roomOf(5), '3.6');
  const live = invited({ expiration: after(3 * day) });
  const expired = invited({ expiration: after(-day), expired: true });

  test.each<Row>([
    [
      'shorter',
      old(),
      { ...invitation, expiration: lasting(day) },
      'portal-too-old',
      asked('set the requested expiration (1 day from now)'),
      write,
    ],
    [
      'longer',
      old(),
      { ...invitation, expiration: lasting(30 * day) },
      'portal-too-old',
      asked('set the requested expiration (30 days from now)'),
      write,
    ],
    [
      'longer, while something else changes',
      old([live]),
      { ...invitation, access: 10, expiration: lasting(30 * day) },
      'portal-too-old',
      asked('set the requested expiration (30 days from now)'),
      write,
    ],
    [
      'never',
      old(),
      { ...invitation, expiration: { kind: 'never' } },
      'portal-too-old',
      asked('set the requested expiration (never)'),
      write,
    ],
    [
      'an instant more than ten minutes from that of the portal',
      old(),
      { ...invitation, expiration: { kind: 'instant', at: after(7 * day + 11 * minute) } },
      'portal-too-old',
      asked('set the requested expiration (2026-12-01 09:41 UTC)'),
      write,
    ],
    [
      'kept, while something else changes',
      old([live]),
      { ...invitation, access: 10 },
      'portal-too-old',
      asked('keep the current expiration (2026-11-27 09:30 UTC) through this change'),
      kept,
    ],
    [
      'kept, while it gets a new URL',
      old([live]),
      { ...invitation, rotate: true },
      'portal-too-old',
      asked('keep the current expiration (2026-11-27 09:30 UTC) through this change'),
      kept,
    ],
  ])('%s', (...row) => {
    expect(problemsOf(row[1], row[2])).toEqual(told(row));
  });

  test.each<[string, RoomState, Partial<Wish>, string]>([
    ['not given', old(), invitation, 'create'],
    ['a week', old(), { ...invitation, expiration: lasting(7 * day) }, 'create'],
    [
      'the instant that the portal sets, give or take ten minutes',
      old(),
      { ...invitation, expiration: { kind: 'instant', at: after(7 * day - 10 * minute) } },
      'create',
    ],
    [
      'a week, while something else changes',
      old([live]),
      { ...invitation, access: 10, expiration: lasting(7 * day) },
      'update',
    ],
    ['kept, while nothing changes', old([live]), invitation, 'none'],
    [
      'within a longer life, while nothing changes',
      old([live]),
      { ...invitation, expiration: lasting(30 * day) },
      'none',
    ],
    [
      'within ten minutes of the instant, while nothing changes',
      old([live]),
      { ...invitation, expiration: { kind: 'instant', at: after(3 * day + 10 * minute) } },
      'none',
    ],
    ['not given, of an expired one: a week is the default', old([expired]), invitation, 'replace'],
    ['not given, of an expired one that comes back', old([expired]), { ...invitation, renew: true }, 'update'],
  ])('is possible with an end that is %s', (_, state, wish, action) => {
    const plan = planned(state, wish);
    expect(plan.action).toBe(action);
    expect(plan.target.expiration).toEqual(action === 'none' ? after(3 * day) : after(7 * day));
    expect(plan.portalSetsExpiration).toBe(true);
  });

  const ahead = invited({ expiration: after(7 * day + 90_000) });
  test.each<[string, Partial<Wish>, string, Date | null]>([
    ['a week by its own clock, which is ahead, is a week', { expiration: lasting(7 * day) }, 'none', ahead.expiration],
    ['... also where something else changes', { expiration: lasting(7 * day), access: 10 }, 'update', after(7 * day)],
    ['... and is renewed by ours', { expiration: lasting(7 * day), renew: true }, 'update', after(7 * day)],
  ])('%s', (_, wish, action, end) => {
    const plan = planned(old([ahead]), { ...invitation, ...wish });
    expect(plan.action).toBe(action);
    expect(plan.target.expiration).toEqual(end);
  });

  test('an external link of such a portal ends as asked', () => {
    const plan = planned(old(), { expiration: lasting(day) });
    expect(plan.target.expiration).toEqual(after(day));
    expect(plan.portalSetsExpiration).toBe(false);
  });
});

describe('max-uses', () => {
  const used = invited({ maxUses: 20, uses: 5 });
  test.each<Row>([
    [
      'below what is used',
      stateOf([used], roomOf(5)),
      { ...invitation, maxUses: 4 },
      'not-possible',
      '`max-uses: 4` is less than the 5 people who have joined by this invitation link.',
      'Use `max-uses: 5` to let nobody else in, or revoke the link.',
    ],
    [
      'on a portal before 3.7',
      stateOf([], roomOf(5), '3.6'),
      { ...invitation, maxUses: 4 },
      'portal-too-old',
      'A limit of uses needs a portal of version 3.7 or later; this one is older.',
    ],
  ])('%s', (...row) => {
    expect(problemsOf(row[1], row[2])).toEqual(told(row));
  });

  test.each<[string, Link, Partial<Wish>, string]>([
    ['what is used', used, { maxUses: 5 }, 'update'],
    ['unlimited', used, { maxUses: null }, 'update'],
    ['kept', used, { access: 10 }, 'update'],
    [
      'below what is used, of a link that is rotated: the new one has no uses',
      used,
      { maxUses: 4, rotate: true },
      'rotate',
    ],
    ['below what is used, of a link that is replaced', { ...used, expired: true }, { maxUses: 4 }, 'replace'],
    ['what it is, though more have joined', invited({ maxUses: 4, uses: 5 }), { maxUses: 4 }, 'none'],
    ['any, where the portal does not count', invited({ uses: null }), { maxUses: 1 }, 'update'],
  ])('may be %s', (_, link, wish, action) => {
    expect(planned(stateOf([link], roomOf(5)), { ...invitation, ...wish }).action).toBe(action);
  });

  test('below what is used, of an expired link that comes back with its URL, is refused', () => {
    const wish = { ...invitation, maxUses: 4, renew: true };
    expect(problemsOf(stateOf([{ ...used, expired: true }], roomOf(5)), wish)).toHaveLength(1);
  });
});
