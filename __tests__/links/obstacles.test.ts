import { describe, expect, test } from '@jest/globals';
import type { Link } from '../../src/links/link.ts';
import type { Room, RoomState } from '../../src/links/room.ts';
import type { Wish } from '../../src/links/wish.ts';
import {
  after,
  day,
  foreign,
  foreignId,
  idOf,
  invitation,
  lasting,
  linkOf,
  planned,
  primary,
  problemsOf,
  roomOf,
  stateOf,
  types,
} from './builders.ts';

const byId: Partial<Wish> = { ref: { by: 'id', id: foreignId } };
const room = (code: number, more: Partial<Room> = {}): Room => roomOf(code, { title: 'A room', ...more });
const permanent = foreign({ primary: true, expiration: null, internal: false });
const invited = (more: Partial<Link> = {}): Link => linkOf({ type: 'invitation', ...more });
const many = (count: number): readonly Link[] =>
  Array.from({ length: count }, (_, index) => linkOf({ id: idOf(`n${index}`), title: `n${index}` }));

type Row = readonly [string, RoomState, Partial<Wish>, string, string, string?];

function check([, state, wish, code, message, hint]: Row): void {
  expect(problemsOf(state, wish)).toEqual([
    { code, message, hint: hint ?? (expect.stringMatching(/^\S.*\.$/u) as unknown) },
  ]);
}

describe('nothing can be written in', () => {
  test.each<Row>([
    [
      'the Archive',
      stateOf([], room(5, { area: 'archived', canEditAccess: false })),
      {},
      'room-archived',
      'Room 7 "A room" is in the Archive: its links cannot be changed.',
    ],
    [
      'a template',
      stateOf([], room(5, { area: 'template', canEditAccess: true })),
      {},
      'room-template',
      'Room 7 "A room" is a room template: templates have no links.',
    ],
    [
      'a room of an unknown type',
      stateOf([], room(42)),
      {},
      'not-possible',
      'Room 7 "A room" is of a type (42) that this action does not know.',
      'Update the action; if there is no newer version, please report the type.',
    ],
    [
      'a room of others',
      stateOf([], room(5, { canEditAccess: false, access: 3 })),
      {},
      'not-room-manager',
      'The user who owns the API key is not a manager of room 7 "A room", so the portal shows and changes none of its links for this key.',
    ],
  ])('%s', (...row) => {
    check(row);
  });

  test('but in a room of AI agents something can', () => {
    expect(planned(stateOf([], room(types.agent, { area: 'agents' })), invitation).action).toBe('create');
  });
});

describe('a kind of link that the room does not have', () => {
  test.each([
    ['Collaboration room', types.collaboration, {}],
    ['Virtual Data Room', types.dataRoom, { internal: true }],
    ['AI agent', types.agent, {}],
    ['Collaboration room', types.collaboration, primary],
  ])('external, in a %s', (label, code, wish) => {
    check([
      '',
      stateOf([], room(code)),
      wish,
      'kind-not-available',
      `${label} 7 "A room" has invitation links only.`,
      'Use `link-type: invitation` here, or another type of room.',
    ]);
  });

  test('additional, in a Form filling room', () => {
    check([
      '',
      stateOf([permanent], room(types.form)),
      {},
      'limit-reached',
      'Form filling room 7 "A room" has no additional links, only the primary one.',
      'Use `primary: true`.',
    ]);
  });
});

describe('a role that the room does not have', () => {
  const custom =
    'Possible: `editor` (Editor), `form-filler` (Form filler), `reviewer` (Reviewer), `commenter` (Commenter), `viewer` (Viewer).';
  test.each<Row>([
    [
      'for an additional link',
      stateOf([], room(5)),
      { access: 11 },
      'access-not-available',
      `\`access: content-creator\` is not possible for an additional link of Custom room 7 "A room". ${custom}`,
      'Use one of the roles that this room allows.',
    ],
    [
      'for a primary link',
      stateOf([permanent], room(types.form)),
      { ...primary, access: 10 },
      'access-not-available',
      '`access: editor` is not possible for the primary link of Form filling room 7 "A room". Possible: `form-filler` (Form filler), `viewer` (Viewer).',
    ],
    [
      'by default',
      stateOf([], room(types.form)),
      invitation,
      'access-not-available',
      '`access: viewer`, the default, is not possible for the invitation link of Form filling room 7 "A room". Possible: `content-creator` (Content creator), `form-filler` (Form filler).',
    ],
    [
      'and that a link has now, of an older portal',
      stateOf([invited({ access: 9 })], room(5)),
      { ...invitation, maxUses: 3 },
      'access-not-available',
      '`access: 9`, which it has now, is not possible for the invitation link of Custom room 7 "A room". Possible: `content-creator` (Content creator), `editor` (Editor), `reviewer` (Reviewer), `commenter` (Commenter), `viewer` (Viewer).',
    ],
  ])('%s', (...row) => {
    check(row);
  });

  test('is left alone where nothing is to be written', () => {
    expect(planned(stateOf([invited({ access: 9 })], room(5)), invitation).action).toBe('none');
  });
});

describe('no place', () => {
  test('for a sixth additional link: the five are named', () => {
    const links = many(5);
    check([
      '',
      stateOf(links, room(5)),
      {},
      'limit-reached',
      `Custom room 7 "A room" holds 5 additional links, and all places are taken: ${links.map(({ id, title }) => `"${title}" (${id})`).join(', ')}.`,
      'Revoke a link that is no longer needed, the expired ones first.',
    ]);
  });

  test.each<[string, readonly Link[], Partial<Wish>, string]>([
    ['the fifth', many(4), {}, 'create'],
    ['a primary link next to five', many(5), primary, 'create'],
    ['an invitation next to five', many(5), invitation, 'create'],
    ['one of the five itself', [...many(4), linkOf()], { access: 10 }, 'update'],
    ['an expired one of the five', [...many(4), linkOf({ expired: true })], {}, 'replace'],
    ['its extras make place', [...many(4), linkOf(), linkOf()], { rotate: true }, 'rotate'],
  ])('is needed for %s', (_, links, wish, action) => {
    expect(planned(stateOf(links, room(5)), wish).action).toBe(action);
  });
});

describe('internal', () => {
  const hint = 'If anyone with the link may see this room, write `internal: false`.';
  test.each<Row>([
    [
      'by default, in a Public room',
      stateOf([permanent], room(types.public)),
      {},
      'not-possible',
      'The default `internal: true` ("DocSpace users only") is not possible in Public room 7 "A room": its links are always for anyone.',
      hint,
    ],
    [
      'by default, for a primary link of a Public room that has lost it',
      stateOf([], room(types.public)),
      primary,
      'not-possible',
      'The default `internal: true` ("DocSpace users only") is not possible in Public room 7 "A room": its links are always for anyone.',
      hint,
    ],
    [
      'as asked, of a link of a Public room',
      stateOf([permanent], room(types.public)),
      { ...primary, internal: true },
      'not-possible',
      '`internal: true` ("DocSpace users only") is not possible in Public room 7 "A room": its links are always for anyone.',
      hint,
    ],
    [
      'on a portal that would make the link for anyone instead',
      stateOf(many(1), room(5), '3.2'),
      {},
      'portal-too-old',
      'This portal is older than 3.5: its links are for anyone, `internal: true` ("DocSpace users only") is not possible.',
      'If anyone with the link may see this room, write `internal: false`; or update DocSpace.',
    ],
  ])('%s', (...row) => {
    check(row);
  });

  test.each<[string, RoomState, Partial<Wish>]>([
    ['false in a Public room', stateOf([], room(types.public)), { internal: false }],
    [
      'not given, for a link of a Public room that exists',
      stateOf([permanent], room(types.public)),
      { ...primary, access: 10 },
    ],
    ['not given, for an invitation', stateOf([], room(types.public)), invitation],
    ['true in a Form filling room', stateOf([permanent], room(types.form)), { ...primary, internal: true }],
    ['false on an old portal', stateOf(many(1), room(5), '3.2'), { internal: false }],
    ['kept on an old portal', stateOf([linkOf({ internal: false })], room(5), '3.2'), { access: 10 }],
    ['not given, for an invitation of an old portal', stateOf(many(1), room(5), '3.2'), invitation],
    ['true from 3.5 on', stateOf([], room(5), '3.6'), {}],
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
    check([
      '',
      stateOf([permanent], room(code)),
      wish,
      'not-possible',
      `The primary link of ${label} 7 "A room" is permanent: it cannot expire.`,
      hint,
    ]);
  });

  test.each<[string, RoomState, Partial<Wish>, string]>([
    ['never, which it is anyway', stateOf([permanent], room(6)), { ...primary, expiration: { kind: 'never' } }, 'none'],
    ['of a Custom room it is not permanent', stateOf([], room(5)), { ...primary, expiration: lasting(day) }, 'create'],
    ['of an additional link', stateOf([permanent], room(6)), { internal: false, expiration: lasting(day) }, 'create'],
    ['of an invitation', stateOf([], room(6)), { ...invitation, expiration: lasting(day) }, 'create'],
  ])('%s', (_, state, wish, action) => {
    expect(planned(state, wish).action).toBe(action);
  });
});

describe('an invitation of a portal before 3.7, which ends in a week, whatever is asked', () => {
  const message =
    'This portal is older than 3.7: with every change it makes an invitation link end in 7 days, whatever is asked.';
  const write = 'Use `expiration: 7d`, or update DocSpace to 3.7 or later.';
  const old = (links: readonly Link[] = []): RoomState => stateOf(links, room(5), '3.6');
  const live = invited({ expiration: after(3 * day) });
  const expired = invited({ expiration: after(-day), expired: true });

  test.each<Row>([
    ['shorter', old(), { ...invitation, expiration: lasting(day) }, 'portal-too-old', message, write],
    ['never', old(), { ...invitation, expiration: { kind: 'never' } }, 'portal-too-old', message, write],
    [
      'an instant, even a later one',
      old(),
      { ...invitation, expiration: { kind: 'instant', at: after(30 * day) } },
      'portal-too-old',
      message,
      write,
    ],
    [
      'kept, while something else changes',
      old([live]),
      { ...invitation, access: 10 },
      'portal-too-old',
      message,
      'If that is right, write `expiration: 7d`.',
    ],
    [
      'kept, while it gets a new URL',
      old([live]),
      { ...invitation, rotate: true },
      'portal-too-old',
      message,
      'If that is right, write `expiration: 7d`.',
    ],
  ])('%s', (...row) => {
    check(row);
  });

  test.each<[string, RoomState, Partial<Wish>, string]>([
    ['not given', old(), invitation, 'create'],
    ['a week', old(), { ...invitation, expiration: lasting(7 * day) }, 'create'],
    ['longer, which a week does not exceed', old(), { ...invitation, expiration: lasting(30 * day) }, 'create'],
    [
      'a week, while something else changes',
      old([live]),
      { ...invitation, access: 10, expiration: lasting(7 * day) },
      'update',
    ],
    ['kept, while nothing changes', old([live]), invitation, 'none'],
    ['not given, of an expired one: a week is the default', old([expired]), invitation, 'replace'],
    ['not given, of an expired one that comes back', old([expired]), { ...invitation, renew: true }, 'update'],
  ])('is possible with an end that is %s', (_, state, wish, action) => {
    const plan = planned(state, wish);
    expect(plan.action).toBe(action);
    if (action !== 'none') expect(plan.target.expiration).toEqual(after(7 * day));
    expect(plan.portalSetsExpiration).toBe(true);
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
      stateOf([used], room(5)),
      { ...invitation, maxUses: 4 },
      'not-possible',
      '`max-uses: 4` is less than the 5 people who have joined by this invitation link.',
      'Use `max-uses: 5` to let nobody else in, or revoke the link.',
    ],
    [
      'on a portal before 3.7',
      stateOf([], room(5), '3.6'),
      { ...invitation, maxUses: 4 },
      'portal-too-old',
      'A limit of uses needs a portal of version 3.7 or later; this one is older.',
    ],
  ])('%s', (...row) => {
    check(row);
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
    expect(planned(stateOf([link], room(5)), { ...invitation, ...wish }).action).toBe(action);
  });

  test('below what is used, of an expired link that comes back with its URL, is refused', () => {
    const wish = { ...invitation, maxUses: 4, renew: true };
    expect(problemsOf(stateOf([{ ...used, expired: true }], room(5)), wish)).toHaveLength(1);
  });
});

describe('inputs for the other type, where only the room told which type it is', () => {
  test.each<Row>([
    [
      'an external link',
      stateOf([foreign()], room(5)),
      { ...byId, maxUses: 4, adopt: true },
      'not-possible',
      'This is an external link: `max-uses`, `adopt` cannot be set for it.',
    ],
    [
      'an invitation',
      stateOf([foreign({ type: 'invitation' })], room(5)),
      { ...byId, internal: false, password: { kind: 'none' }, denyDownload: false },
      'not-possible',
      'This is an invitation link: `internal`, `password`, `deny-download` cannot be set for it.',
    ],
  ])('%s', (...row) => {
    check(row);
  });
});

test('all that forbids a wish is told at once', () => {
  const state = stateOf(many(5), room(types.public));
  expect(problemsOf(state, { access: 11 }).map(({ code }) => code)).toEqual([
    'not-possible',
    'access-not-available',
    'limit-reached',
  ]);
});
