import { describe, expect, test } from '@jest/globals';
import type { Link } from '../../src/links/link.ts';
import { planLink, type LinkPlan } from '../../src/links/plan-link.ts';
import { Secret } from '../../src/links/secret.ts';
import type { DesiredLink } from '../../src/links/desired.ts';
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

interface Row {
  readonly name: string;
  /** Type of the room. */
  readonly code: number;
  readonly links: readonly Link[];
  readonly desired: Partial<DesiredLink>;
  /** What becomes of the link, and in which steps. */
  readonly action: LinkPlan['action'];
  readonly steps: readonly string[];
  readonly oldGoesFirst?: boolean;
}

describe.each<[string, readonly Row[]]>([
  [
    'an additional link',
    [
      { name: 'is made', code: types.custom, links: [], desired: {}, action: 'create', steps: ['put new'] },
      {
        name: 'is made next to those of others',
        code: types.custom,
        links: [main, foreign()],
        desired: {},
        action: 'create',
        steps: ['put new'],
      },
      {
        name: 'is as described',
        code: types.custom,
        links: [ours],
        desired: { access: 2, internal: true },
        action: 'none',
        steps: [],
      },
      {
        name: 'differs',
        code: types.custom,
        links: [ours],
        desired: { access: 10 },
        action: 'update',
        steps: ['put 0'],
      },
      {
        name: 'has expired',
        code: types.custom,
        links: [expired],
        desired: {},
        action: 'replace',
        steps: ['put new', 'revoke 0'],
      },
      {
        name: 'has expired in a full room',
        code: types.custom,
        links: [...four, expired],
        desired: {},
        action: 'replace',
        steps: ['revoke 4', 'put new'],
        oldGoesFirst: true,
      },
      {
        name: 'has expired and comes back',
        code: types.custom,
        links: [expired],
        desired: { renew: true },
        action: 'update',
        steps: ['put 0'],
      },
      {
        name: 'gets a new URL',
        code: types.custom,
        links: [ours],
        desired: { rotate: true },
        action: 'rotate',
        steps: ['put new', 'revoke 0'],
      },
      {
        name: 'gets a new URL in a full room',
        code: types.custom,
        links: [...four, ours],
        desired: { rotate: true },
        action: 'rotate',
        steps: ['revoke 4', 'put new'],
        oldGoesFirst: true,
      },
      {
        name: 'gets its first URL',
        code: types.custom,
        links: [],
        desired: { rotate: true },
        action: 'create',
        steps: ['put new'],
      },
      {
        name: 'of somebody else gets a new URL',
        code: types.custom,
        links: [foreign()],
        desired: { ...byId, rotate: true },
        action: 'rotate',
        steps: ['put new', 'revoke 0'],
      },
    ],
  ],
  [
    'an additional link with extras, which go first,',
    [
      {
        name: 'is as described',
        code: types.custom,
        links: [linkOf({ id: `${ours.id.slice(0, 35)}f` }), { ...ours, id: `${ours.id.slice(0, 35)}0` }],
        desired: {},
        action: 'none',
        steps: ['revoke 0'],
      },
      {
        name: 'differs',
        code: types.custom,
        links: [expired, ours],
        desired: { access: 10 },
        action: 'update',
        steps: ['revoke 0', 'put 1'],
      },
      {
        name: 'gets a new URL',
        code: types.custom,
        links: [expired, ours],
        desired: { rotate: true },
        action: 'rotate',
        steps: ['revoke 0', 'put new', 'revoke 1'],
      },
      {
        name: 'gets a new URL in a room that they fill',
        code: types.custom,
        links: [...four.slice(1), expired, ours],
        desired: { rotate: true },
        action: 'rotate',
        steps: ['revoke 3', 'put new', 'revoke 4'],
      },
    ],
  ],
  [
    'the primary link',
    [
      {
        name: 'is made in a Custom room',
        code: types.custom,
        links: [ours],
        desired: primary,
        action: 'create',
        steps: ['make-primary'],
      },
      {
        name: 'is made in a Public room that has lost it',
        code: types.public,
        links: [],
        desired: { ...primary, internal: false },
        action: 'create',
        steps: ['make-primary'],
      },
      { name: 'is as described', code: types.custom, links: [main], desired: primary, action: 'none', steps: [] },
      {
        name: 'differs',
        code: types.custom,
        links: [main],
        desired: { ...primary, access: 10 },
        action: 'update',
        steps: ['put 0'],
      },
      {
        name: 'has expired',
        code: types.custom,
        links: [{ ...main, expired: true }],
        desired: primary,
        action: 'replace',
        steps: ['revoke 0', 'make-primary'],
        oldGoesFirst: true,
      },
      {
        name: 'gets a new URL',
        code: types.custom,
        links: [main],
        desired: { ...primary, rotate: true },
        action: 'rotate',
        steps: ['revoke 0', 'make-primary'],
        oldGoesFirst: true,
      },
      {
        name: 'gets a new URL though it is permanent',
        code: types.public,
        links: [permanent],
        desired: { ...primary, rotate: true },
        action: 'rotate',
        steps: ['revoke 0', 'make-primary'],
        oldGoesFirst: true,
      },
      {
        name: 'gets a new URL by its id',
        code: types.form,
        links: [permanent],
        desired: { ...byId, rotate: true },
        action: 'rotate',
        steps: ['revoke 0', 'make-primary'],
        oldGoesFirst: true,
      },
    ],
  ],
  [
    'the invitation',
    [
      { name: 'is made', code: types.dataRoom, links: [], desired: invitation, action: 'create', steps: ['put new'] },
      {
        name: 'is as described',
        code: types.custom,
        links: [invited()],
        desired: invitation,
        action: 'none',
        steps: [],
      },
      {
        name: 'differs',
        code: types.custom,
        links: [invited()],
        desired: { ...invitation, maxUses: 3 },
        action: 'update',
        steps: ['put 0'],
      },
      {
        name: 'has expired',
        code: types.custom,
        links: [{ ...invited(), expired: true }],
        desired: invitation,
        action: 'replace',
        steps: ['revoke 0', 'put new'],
        oldGoesFirst: true,
      },
      {
        name: 'gets a new URL',
        code: types.custom,
        links: [invited()],
        desired: { ...invitation, rotate: true },
        action: 'rotate',
        steps: ['revoke 0', 'put new'],
        oldGoesFirst: true,
      },
      {
        name: 'of somebody else is taken over',
        code: types.custom,
        links: [invitedOther],
        desired: { ...invitation, adopt: true, access: 10 },
        action: 'update',
        steps: ['put 0'],
      },
      {
        name: 'of somebody else is taken over as it is',
        code: types.custom,
        links: [invitedOther],
        desired: { ...invitation, adopt: true },
        action: 'none',
        steps: [],
      },
      {
        name: 'of somebody else has expired',
        code: types.custom,
        links: [{ ...invitedOther, expired: true }],
        desired: { ...invitation, adopt: true },
        action: 'replace',
        steps: ['revoke 0', 'put new'],
        oldGoesFirst: true,
      },
    ],
  ],
])('%s', (_, rows) => {
  test.each(rows)('$name', ({ code, links, desired, action, steps, oldGoesFirst = false }) => {
    const plan = planned(stateOf(links, roomOf(code)), desired);
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
      atRisk: [],
      halfMade: [],
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
      duplicates: [],
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
  const generate: Partial<DesiredLink> = { password: { kind: 'generate' } };

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

  test.each<[string, readonly Link[], Partial<DesiredLink>]>([
    ['nobody asked for one', [], {}],
    ['the link has one', [linkOf({ password: new Secret('Hush-Passw0rd') })], generate],
    [
      'an expired one had one, which the new one keeps',
      [linkOf({ expired: true, password: new Secret('x') })],
      generate,
    ],
  ])('is not where %s', (_, links, desired) => {
    const plan = planned(stateOf(links), desired, {
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
  expect(planned.value).toBeUndefined();
  expect(planned.problems).toHaveLength(1);
});

test('a wish for a link that is not there has no plan either', () => {
  const { problems } = planLink(stateOf(), wishOf(byId), context);
  expect(problems?.map(({ code }) => code)).toEqual(['link-not-found']);
});
