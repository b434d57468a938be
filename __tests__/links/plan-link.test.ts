import { describe, expect, test } from '@jest/globals';
import type { Link } from '../../src/links/link.ts';
import { planLink, type LinkPlan } from '../../src/links/plan-link.ts';
import { Secret } from '../../src/links/secret.ts';
import type { Wish } from '../../src/links/desired.ts';
import {
  after,
  byId,
  context,
  day,
  foreign,
  idOf,
  invitation,
  invited,
  linkOf,
  newPassword,
  permanent,
  planned,
  primary,
  roomOf,
  stateOf,
  types,
  wishOf,
} from '../support/links.ts';

const four = Array.from({ length: 4 }, (_, index) => linkOf({ id: idOf(`n${index}`) }));
const uuid8 = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;

/** The steps as a text; ids that are new are `new`. */
function stepsOf({ steps }: LinkPlan, state: readonly Link[]): readonly string[] {
  const name = (id: string): string => {
    const index = state.findIndex((link) => link.id === id);
    return index < 0 ? 'new' : String(index);
  };
  return steps.map((step) => {
    if (step.do === 'make-primary') return step.do;
    return `${step.do} ${name(step.do === 'revoke' ? step.link.id : step.id)}`;
  });
}

const ours = linkOf();
const expired = linkOf({ expired: true, expiration: after(-day) });
const invitedOther = foreign({ type: 'invitation' });
const main = foreign({ primary: true });

// The links of the room, the wish, what becomes of the link, in which steps; the old one goes first.
type Row = readonly [string, number, readonly Link[], Partial<Wish>, LinkPlan['action'], readonly string[], boolean?];

describe.each<[string, readonly Row[]]>([
  [
    'an additional link',
    [
      ['is made', types.custom, [], {}, 'create', ['put new']],
      ['is made next to those of others', types.custom, [main, foreign()], {}, 'create', ['put new']],
      ['is as described', types.custom, [ours], { access: 2, internal: true }, 'none', []],
      ['differs', types.custom, [ours], { access: 10 }, 'update', ['put 0']],
      ['has expired', types.custom, [expired], {}, 'replace', ['put new', 'revoke 0']],
      ['has expired in a full room', types.custom, [...four, expired], {}, 'replace', ['revoke 4', 'put new'], true],
      ['has expired and comes back', types.custom, [expired], { renew: true }, 'update', ['put 0']],
      ['gets a new URL', types.custom, [ours], { rotate: true }, 'rotate', ['put new', 'revoke 0']],
      [
        'gets a new URL in a full room',
        types.custom,
        [...four, ours],
        { rotate: true },
        'rotate',
        ['revoke 4', 'put new'],
        true,
      ],
      ['gets its first URL', types.custom, [], { rotate: true }, 'create', ['put new']],
      [
        'of somebody else gets a new URL',
        types.custom,
        [foreign()],
        { ...byId, rotate: true },
        'rotate',
        ['put new', 'revoke 0'],
      ],
    ],
  ],
  [
    'an additional link with extras, which go first,',
    [
      [
        'is as described',
        types.custom,
        [linkOf({ id: `${ours.id.slice(0, 35)}f` }), { ...ours, id: `${ours.id.slice(0, 35)}0` }],
        {},
        'none',
        ['revoke 0'],
      ],
      ['differs', types.custom, [expired, ours], { access: 10 }, 'update', ['revoke 0', 'put 1']],
      [
        'gets a new URL',
        types.custom,
        [expired, ours],
        { rotate: true },
        'rotate',
        ['revoke 0', 'put new', 'revoke 1'],
      ],
      [
        'gets a new URL in a room that they fill',
        types.custom,
        [...four.slice(1), expired, ours],
        { rotate: true },
        'rotate',
        ['revoke 3', 'put new', 'revoke 4'],
      ],
    ],
  ],
  [
    'the primary link',
    [
      ['is made in a Custom room', types.custom, [ours], primary, 'create', ['make-primary']],
      [
        'is made in a Public room that has lost it',
        types.public,
        [],
        { ...primary, internal: false },
        'create',
        ['make-primary'],
      ],
      ['is as described', types.custom, [main], primary, 'none', []],
      ['differs', types.custom, [main], { ...primary, access: 10 }, 'update', ['put 0']],
      [
        'has expired',
        types.custom,
        [{ ...main, expired: true }],
        primary,
        'replace',
        ['revoke 0', 'make-primary'],
        true,
      ],
      [
        'gets a new URL',
        types.custom,
        [main],
        { ...primary, rotate: true },
        'rotate',
        ['revoke 0', 'make-primary'],
        true,
      ],
      [
        'gets a new URL though it is permanent',
        types.public,
        [permanent],
        { ...primary, rotate: true },
        'rotate',
        ['revoke 0', 'make-primary'],
        true,
      ],
      [
        'gets a new URL by its id',
        types.form,
        [permanent],
        { ...byId, rotate: true },
        'rotate',
        ['revoke 0', 'make-primary'],
        true,
      ],
    ],
  ],
  [
    'the invitation',
    [
      ['is made', types.dataRoom, [], invitation, 'create', ['put new']],
      ['is as described', types.custom, [invited()], invitation, 'none', []],
      ['differs', types.custom, [invited()], { ...invitation, maxUses: 3 }, 'update', ['put 0']],
      [
        'has expired',
        types.custom,
        [{ ...invited(), expired: true }],
        invitation,
        'replace',
        ['revoke 0', 'put new'],
        true,
      ],
      [
        'gets a new URL',
        types.custom,
        [invited()],
        { ...invitation, rotate: true },
        'rotate',
        ['revoke 0', 'put new'],
        true,
      ],
      [
        'of somebody else is taken over',
        types.custom,
        [invitedOther],
        { ...invitation, adopt: true, access: 10 },
        'update',
        ['put 0'],
      ],
      [
        'of somebody else is taken over as it is',
        types.custom,
        [invitedOther],
        { ...invitation, adopt: true },
        'none',
        [],
      ],
      [
        'of somebody else has expired',
        types.custom,
        [{ ...invitedOther, expired: true }],
        { ...invitation, adopt: true },
        'replace',
        ['revoke 0', 'put new'],
        true,
      ],
    ],
  ],
])('%s', (_, rows) => {
  test.each(rows)('%s', (_, code, links, wish, action, steps, oldGoesFirst = false) => {
    const plan = planned(stateOf(links, roomOf(code)), wish);
    expect(plan.action).toBe(action);
    expect(stepsOf(plan, links)).toEqual(steps);
    expect(plan.oldGoesFirst).toBe(oldGoesFirst);
    const put = plan.steps.find((step) => step.do === 'put');
    expect(plan.id).toBe(put?.id ?? (steps.includes('make-primary') ? null : plan.current?.id));
  });
});

describe('a plan', () => {
  test('of a new link tells all of it', () => {
    const state = stateOf([foreign()]);
    const plan = planned(state, { access: 6, title: 'Release' });
    expect(plan).toEqual({
      action: 'create',
      room: state.room,
      key: 'default',
      type: 'external',
      primary: false,
      current: null,
      target: {
        access: 6,
        expiration: after(7 * day),
        internal: true,
        title: 'Release',
        password: null,
        denyDownload: false,
        maxUses: null,
      },
      id: expect.stringMatching(uuid8) as unknown,
      fields: [
        { name: 'access', from: null, to: 'commenter' },
        { name: 'internal', from: null, to: true },
        { name: 'password', from: null, to: 'none' },
        { name: 'deny-download', from: null, to: false },
        { name: 'expiration', from: null, to: '2026-12-01T09:30:15Z' },
        { name: 'title', from: null, to: 'Release' },
      ],
      widens: [],
      steps: [{ do: 'put', id: plan.id }],
      extras: [],
      oldGoesFirst: false,
      newPassword: null,
      portalSetsExpiration: false,
    });
  });

  test('bears the key of its place, and none where the link was named by its id', () => {
    expect(planned(stateOf([foreign()]), byId).key).toBeNull();
    expect(planned(stateOf([main]), primary).key).toBe('default');
  });

  test('of an update tells what changes, and what that opens', () => {
    const link = linkOf({ password: new Secret('Hush-Passw0rd'), denyDownload: true });
    const plan = planned(stateOf([link]), { access: 10, password: { kind: 'none' }, title: 'X' });
    expect(plan.fields).toEqual([
      { name: 'access', from: 'viewer', to: 'editor' },
      { name: 'password', from: 'set', to: 'none' },
      { name: 'title', from: 'octo/contracts: default', to: 'X' },
    ]);
    expect(plan.widens).toEqual(['access', 'password']);
  });

  test('of a rotation tells no field, since all are kept', () => {
    expect(planned(stateOf([ours]), { rotate: true })).toMatchObject({ fields: [], widens: [] });
  });

  test('of nothing to do tells nothing, even where the portal prints the date an hour late', () => {
    const link = linkOf({ expiration: new Date('2031-03-30T03:30:00Z'), expirationOffset: 120 });
    const plan = planned(stateOf([link]), { expiration: { kind: 'instant', at: new Date('2031-03-30T02:30:00Z') } });
    expect(plan).toMatchObject({ action: 'none', fields: [], widens: [], steps: [] });
  });

  test('is made on an instant an hour earlier than the link has', () => {
    const link = linkOf({ expiration: new Date('2031-03-29T03:30:00Z'), expirationOffset: 60 });
    const plan = planned(stateOf([link]), { expiration: { kind: 'instant', at: new Date('2031-03-29T02:30:00Z') } });
    expect(plan).toMatchObject({ action: 'update', widens: [] });
  });

  test('draws an id that it never draws again', () => {
    const ids = Array.from({ length: 50 }, () => planned(stateOf()).id);
    expect(new Set(ids).size).toBe(50);
  });
});

describe('a password that is drawn', () => {
  const generate: Partial<Wish> = { password: { kind: 'generate' } };

  test('is drawn once, and told', () => {
    let draws = 0;
    const plan = planned(stateOf(), generate, {
      newPassword: () => {
        draws += 1;
        return new Secret(newPassword);
      },
    });
    expect(draws).toBe(1);
    expect(plan.newPassword).toBe(plan.target.password);
    expect(plan.newPassword?.reveal()).toBe(newPassword);
  });

  test.each<[string, readonly Link[], Partial<Wish>]>([
    ['nobody asked for one', [], {}],
    ['the link has one', [linkOf({ password: new Secret('Hush-Passw0rd') })], generate],
    [
      'an expired one had one, which the new one keeps',
      [linkOf({ expired: true, password: new Secret('x') })],
      generate,
    ],
  ])('is not where %s', (_, links, wish) => {
    const plan = planned(stateOf(links), wish, {
      newPassword: () => {
        throw new Error('not to be drawn');
      },
    });
    expect(plan.newPassword).toBeNull();
  });
});

test('a wish that is refused has no plan, and draws no id', () => {
  const never = (): never => {
    throw new Error('not to be drawn');
  };
  const planned = planLink(stateOf([], roomOf(types.public)), wishOf(), {
    ...context,
    identity: { ...context.identity, random: never },
  });
  expect(planned.plan).toBeUndefined();
  expect(planned.problems).toHaveLength(1);
});

test('a wish for a link that is not there has no plan either', () => {
  const { problems } = planLink(stateOf(), wishOf(byId), context);
  expect(problems?.map(({ code }) => code)).toEqual(['link-not-found']);
});
