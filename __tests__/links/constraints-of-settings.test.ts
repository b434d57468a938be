import { describe, expect, test } from '@jest/globals';
import type { Link } from '../../src/links/link.ts';
import type { RoomState } from '../../src/links/room.ts';
import type { DesiredLink } from '../../src/links/desired.ts';
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
  reported,
  types,
  type Row,
} from '../support/links.ts';

describe('internal', () => {
  const hint = 'If anyone with the link may see this room, write `internal: false`.';
  test.each<Row>([
    {
      name: 'by default, in a Public room',
      state: stateOf([permanent], roomOf(types.public)),
      desired: {},
      code: 'not-possible',
      message:
        'The default `internal: true` ("DocSpace users only") is not possible in Public room 7 "Contract 2027": its links are always for anyone.',
      hint,
    },
    {
      name: 'by default, for a primary link of a Public room that has lost it',
      state: stateOf([], roomOf(types.public)),
      desired: primary,
      code: 'not-possible',
      message:
        'The default `internal: true` ("DocSpace users only") is not possible in Public room 7 "Contract 2027": its links are always for anyone.',
      hint,
    },
    {
      name: 'as asked, of a link of a Public room',
      state: stateOf([permanent], roomOf(types.public)),
      desired: { ...primary, internal: true },
      code: 'not-possible',
      message:
        '`internal: true` ("DocSpace users only") is not possible in Public room 7 "Contract 2027": its links are always for anyone.',
      hint,
    },
    {
      name: 'on a portal that would make the link for anyone instead',
      state: stateOf(many(1), roomOf(5), '3.2'),
      desired: {},
      code: 'portal-too-old',
      message:
        'This portal is older than 3.5: its links are for anyone, `internal: true` ("DocSpace users only") is not possible.',
      hint: 'If anyone with the link may see this room, write `internal: false`; or update DocSpace.',
    },
  ])('$name', (row) => {
    expect(problemsOf(row.state, row.desired)).toEqual(reported(row));
  });

  test.each<[string, RoomState, Partial<DesiredLink>]>([
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
  ])('may be %s', (_, state, desired) => {
    expect(planned(state, desired).action).toMatch(/create|update/u);
  });
});

describe('the end of a permanent link', () => {
  const additional = 'Use an additional link (without `primary`) for access that ends, or leave `expiration` out.';
  const none = 'Leave `expiration` out, or use an invitation or a Custom room, whose additional links can expire.';
  test.each([
    { label: 'Public room', code: types.public, desired: { ...primary, expiration: lasting(day) }, hint: additional },
    { label: 'Public room', code: types.public, desired: { ...byId, expiration: lasting(day) }, hint: additional },
    { label: 'Form filling room', code: types.form, desired: { ...primary, expiration: lasting(day) }, hint: none },
    {
      label: 'Form filling room',
      code: types.form,
      desired: { ...primary, expiration: { kind: 'instant', at: after(day) } as const },
      hint: none,
    },
  ])('$label', ({ label, code, desired, hint }) => {
    const row: Row = {
      name: '',
      state: stateOf([permanent], roomOf(code)),
      desired,
      code: 'not-possible',
      message: `The primary link of ${label} 7 "Contract 2027" is permanent: it cannot expire.`,
      hint,
    };
    expect(problemsOf(row.state, row.desired)).toEqual(reported(row));
  });

  test.each<{
    readonly name: string;
    readonly state: RoomState;
    readonly desired: Partial<DesiredLink>;
    readonly action: string;
  }>([
    {
      name: 'never, which it is anyway',
      state: stateOf([permanent], roomOf(6)),
      desired: { ...primary, expiration: { kind: 'never' } },
      action: 'none',
    },
    {
      name: 'of a Custom room it is not permanent',
      state: stateOf([], roomOf(5)),
      desired: { ...primary, expiration: lasting(day) },
      action: 'create',
    },
    {
      name: 'of an additional link',
      state: stateOf([permanent], roomOf(6)),
      desired: { internal: false, expiration: lasting(day) },
      action: 'create',
    },
    {
      name: 'of an invitation',
      state: stateOf([], roomOf(6)),
      desired: { ...invitation, expiration: lasting(day) },
      action: 'create',
    },
  ])('$name', ({ state, desired, action }) => {
    expect(planned(state, desired).action).toBe(action);
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
    {
      name: 'shorter',
      state: old(),
      desired: { ...invitation, expiration: lasting(day) },
      code: 'portal-too-old',
      message: asked('set the requested expiration (1 day from now)'),
      hint: write,
    },
    {
      name: 'longer',
      state: old(),
      desired: { ...invitation, expiration: lasting(30 * day) },
      code: 'portal-too-old',
      message: asked('set the requested expiration (30 days from now)'),
      hint: write,
    },
    {
      name: 'longer, while something else changes',
      state: old([live]),
      desired: { ...invitation, access: 10, expiration: lasting(30 * day) },
      code: 'portal-too-old',
      message: asked('set the requested expiration (30 days from now)'),
      hint: write,
    },
    {
      name: 'never',
      state: old(),
      desired: { ...invitation, expiration: { kind: 'never' } },
      code: 'portal-too-old',
      message: asked('set the requested expiration (never)'),
      hint: write,
    },
    {
      name: 'an instant more than ten minutes from that of the portal',
      state: old(),
      desired: { ...invitation, expiration: { kind: 'instant', at: after(7 * day + 11 * minute) } },
      code: 'portal-too-old',
      message: asked('set the requested expiration (2026-12-01 09:41 UTC)'),
      hint: write,
    },
    {
      name: 'kept, while something else changes',
      state: old([live]),
      desired: { ...invitation, access: 10 },
      code: 'portal-too-old',
      message: asked('keep the current expiration (2026-11-27 09:30 UTC) through this change'),
      hint: kept,
    },
    {
      name: 'kept, while it gets a new URL',
      state: old([live]),
      desired: { ...invitation, rotate: true },
      code: 'portal-too-old',
      message: asked('keep the current expiration (2026-11-27 09:30 UTC) through this change'),
      hint: kept,
    },
  ])('$name', (row) => {
    expect(problemsOf(row.state, row.desired)).toEqual(reported(row));
  });

  test.each<{
    readonly name: string;
    readonly state: RoomState;
    readonly desired: Partial<DesiredLink>;
    readonly action: string;
  }>([
    { name: 'not given', state: old(), desired: invitation, action: 'create' },
    { name: 'a week', state: old(), desired: { ...invitation, expiration: lasting(7 * day) }, action: 'create' },
    {
      name: 'the instant that the portal sets, give or take ten minutes',
      state: old(),
      desired: { ...invitation, expiration: { kind: 'instant', at: after(7 * day - 10 * minute) } },
      action: 'create',
    },
    {
      name: 'a week, while something else changes',
      state: old([live]),
      desired: { ...invitation, access: 10, expiration: lasting(7 * day) },
      action: 'update',
    },
    { name: 'kept, while nothing changes', state: old([live]), desired: invitation, action: 'none' },
    {
      name: 'within a longer life, while nothing changes',
      state: old([live]),
      desired: { ...invitation, expiration: lasting(30 * day) },
      action: 'none',
    },
    {
      name: 'within ten minutes of the instant, while nothing changes',
      state: old([live]),
      desired: { ...invitation, expiration: { kind: 'instant', at: after(3 * day + 10 * minute) } },
      action: 'none',
    },
    {
      name: 'not given, of an expired one: a week is the default',
      state: old([expired]),
      desired: invitation,
      action: 'replace',
    },
    {
      name: 'not given, of an expired one that comes back',
      state: old([expired]),
      desired: { ...invitation, renew: true },
      action: 'update',
    },
  ])('is possible with an end that is $name', ({ state, desired, action }) => {
    const plan = planned(state, desired);
    expect(plan.action).toBe(action);
    expect(plan.target.expiration).toEqual(action === 'none' ? after(3 * day) : after(7 * day));
    expect(plan.portalSetsExpiration).toBe(true);
  });

  const ahead = invited({ expiration: after(7 * day + 90_000) });
  test.each<{
    readonly name: string;
    readonly desired: Partial<DesiredLink>;
    readonly action: string;
    readonly end: Date | null;
  }>([
    {
      name: 'a week by its own clock, which is ahead, is a week',
      desired: { expiration: lasting(7 * day) },
      action: 'none',
      end: ahead.expiration,
    },
    {
      name: '... also where something else changes',
      desired: { expiration: lasting(7 * day), access: 10 },
      action: 'update',
      end: after(7 * day),
    },
    {
      name: '... and is renewed by ours',
      desired: { expiration: lasting(7 * day), renew: true },
      action: 'update',
      end: after(7 * day),
    },
  ])('$name', ({ desired, action, end }) => {
    const plan = planned(old([ahead]), { ...invitation, ...desired });
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
    {
      name: 'below what is used',
      state: stateOf([used], roomOf(5)),
      desired: { ...invitation, maxUses: 4 },
      code: 'not-possible',
      message: '`max-uses: 4` is less than the 5 people who have joined by this invitation link.',
      hint: 'Use `max-uses: 5` to let nobody else in, or revoke the link.',
    },
    {
      name: 'on a portal before 3.7',
      state: stateOf([], roomOf(5), '3.6'),
      desired: { ...invitation, maxUses: 4 },
      code: 'portal-too-old',
      message: 'A limit of uses needs a portal of version 3.7 or later; this one is older.',
    },
  ])('$name', (row) => {
    expect(problemsOf(row.state, row.desired)).toEqual(reported(row));
  });

  test.each<{
    readonly name: string;
    readonly link: Link;
    readonly desired: Partial<DesiredLink>;
    readonly action: string;
  }>([
    { name: 'what is used', link: used, desired: { maxUses: 5 }, action: 'update' },
    { name: 'unlimited', link: used, desired: { maxUses: null }, action: 'update' },
    { name: 'kept', link: used, desired: { access: 10 }, action: 'update' },
    {
      name: 'below what is used, of a link that is rotated: the new one has no uses',
      link: used,
      desired: { maxUses: 4, rotate: true },
      action: 'rotate',
    },
    {
      name: 'below what is used, of a link that is replaced',
      link: { ...used, expired: true },
      desired: { maxUses: 4 },
      action: 'replace',
    },
    {
      name: 'what it is, though more have joined',
      link: invited({ maxUses: 4, uses: 5 }),
      desired: { maxUses: 4 },
      action: 'none',
    },
    {
      name: 'any, where the portal does not count',
      link: invited({ uses: null }),
      desired: { maxUses: 1 },
      action: 'update',
    },
  ])('may be $name', ({ link, desired, action }) => {
    expect(planned(stateOf([link], roomOf(5)), { ...invitation, ...desired }).action).toBe(action);
  });

  test('below what is used, of an expired link that comes back with its URL, is refused', () => {
    const desired = { ...invitation, maxUses: 4, renew: true };
    expect(problemsOf(stateOf([{ ...used, expired: true }], roomOf(5)), desired)).toHaveLength(1);
  });
});
