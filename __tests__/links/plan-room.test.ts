import { describe, expect, test } from '@jest/globals';
import { changesOfRoom, type RoomPlan } from '../../src/links/plan-declared.ts';
import { guid, link, ours, planned, stateOf, reported } from './room-states.ts';
import { idIn } from '../support/links.ts';

const past = new Date('2026-11-01T00:00:00Z');
const hand = guid('6');
const room = 'Custom room 2201 "Contract"';

describe('the links of a room are planned together', () => {
  test('each action, in the order in which it is done', async () => {
    const state = stateOf([
      ours('gone'),
      ours('same'),
      ours('differs', { access: 10 }),
      ours('expired', { expired: true, expiration: past }),
      ours('forgotten'),
      link({ id: hand, type: 'invitation' }),
    ]);
    const links = [
      'key: same',
      'key: new',
      'key: differs, access: viewer',
      'key: expired',
      'key: gone, state: absent',
      'key: never, state: absent',
    ];
    expect(reported(await planned(state, links, { prune: true }))).toEqual([
      '- octo/contracts: gone (absent)',
      '- octo/contracts: forgotten (prune)',
      '= no never',
      '= same',
      '~ differs: access',
      '± expired',
      '+ new',
    ]);
  });

  test('what the file does not name stays, as does what others made, whatever `prune` says', async () => {
    const state = stateOf([ours('forgotten'), link({ id: hand }), link({ id: guid('7'), type: 'invitation' })]);
    expect(reported(await planned(state, ['key: a']))).toEqual(['+ a']);
    expect(reported(await planned(state, ['key: a'], { prune: true }))).toEqual([
      '- octo/contracts: forgotten (prune)',
      '+ a',
    ]);
    expect(reported(await planned(state, [], { prune: true }))).toEqual(['- octo/contracts: forgotten (prune)']);
  });

  test('the plan as changes: revokes first, then the links of the file', async () => {
    const state = stateOf([ours('gone'), ours('same')]);
    const changes = changesOfRoom(await planned(state, ['key: same', 'key: gone, state: absent', 'primary: true']));
    expect(changes.map(({ action, key, linkId, primary }) => [action, key, linkId, primary])).toEqual([
      ['revoke', 'gone', state.links[0]?.id, false],
      ['none', 'same', state.links[1]?.id, false],
      ['create', 'default', '', true],
    ]);
  });
});

describe('places', () => {
  const five = (keys: readonly string[]) => keys.map((key) => ours(key));
  const all = ['a', 'b', 'c', 'd', 'e'].map((key) => `key: ${key}`);

  test('what goes makes place for what comes', async () => {
    const state = stateOf(five(['a', 'b', 'c', 'd', 'old']));
    expect(reported(await planned(state, [...all, 'key: old, state: absent']))).toContain('+ e');
    expect(reported(await planned(state, all, { prune: true }))).toContain('+ e');
    const expired = stateOf([...five(['a', 'b', 'c', 'd']), ours('e', { expired: true, expiration: past })]);
    expect(reported(await planned(expired, all))).toContain('± e');
    const twice = stateOf(five(['a', 'b', 'c', 'd', 'd']));
    // The entry that comes last makes the place for the one before it.
    expect(reported(await planned(twice, ['key: a', 'key: b', 'key: c', 'key: e', 'key: d']))).toEqual([
      '= d (less 1)',
      '= a',
      '= b',
      '= c',
      '+ e',
    ]);
  });

  test('the heir of an expired link comes before it goes, unless the room is full', async () => {
    const stepsOf = ({ toKeep }: RoomPlan): unknown =>
      toKeep.map(({ plan: { key, steps } }) => [key, steps.map((step) => step.do)]);
    const expired = ours('d', { expired: true, expiration: past });
    const free = stateOf([...five(['a', 'b', 'c']), expired]);
    expect(stepsOf(await planned(free, ['key: e', 'key: d']))).toEqual([
      ['d', ['put', 'revoke']],
      ['e', ['put']],
    ]);
    const full = stateOf([...five(['a', 'b', 'c', 'e']), expired]);
    expect(stepsOf(await planned(full, ['key: d']))).toEqual([['d', ['revoke', 'put']]]);
  });

  test('one link too many is told, with who takes the places', async () => {
    const state = stateOf([ours('a'), link({ id: hand, title: 'By hand' })]);
    expect(reported(await planned(state, all)).filter((line) => line.startsWith('!'))).toEqual([
      `! 9: ${room} holds 5 additional links, and all places are taken: by lines 5, 6, 7, 8 of this file, and what it has besides: "By hand" (${hand}).`,
    ]);
    expect(reported(await planned(stateOf([]), [...all, 'key: f'])).at(-1)).toBe(
      `! 10: ${room} holds 5 additional links, and all places are taken: by lines 5, 6, 7, 8, 9 of this file.`,
    );
  });

  test('the one place for an invitation', async () => {
    const other = stateOf([link({ id: hand, type: 'invitation', title: 'By hand' })]);
    expect(reported(await planned(other, ['type: invitation, key: a']))).toEqual([
      `! 5: Room 2201 "Contract" has an invitation link that the key "a" of this repository did not make: "By hand" (${hand}).`,
    ]);
    expect(reported(await planned(other, ['type: invitation, key: a, adopt: true']))).toEqual(['= a']);
    expect(reported(await planned(other, ['type: invitation, key: a', `link-id: ${hand}, state: absent`]))).toEqual([
      '- By hand (absent)',
      '+ a',
    ]);
    const renamed = stateOf([ours('old', { type: 'invitation' })]);
    expect(reported(await planned(renamed, ['type: invitation, key: new'], { prune: true }))).toEqual([
      '- octo/contracts: old (prune)',
      '+ new',
    ]);
    expect(reported(await planned(renamed, ['type: invitation, key: new, adopt: true'], { prune: true }))).toEqual([
      '= new',
    ]);
  });
});

describe('absent', () => {
  test.each([
    [
      'a key: all that bear it',
      ['key: a, state: absent'],
      [ours('a'), ours('a'), ours('b')],
      ['- octo/contracts: a (absent)', '- octo/contracts: a (absent)'],
    ],
    ['the type counts', ['key: a, type: invitation, state: absent'], [ours('a')], ['= no a']],
    ['an id', [`link-id: ${hand}, state: absent`], [link({ id: hand })], ['- Made by hand (absent)']],
    ['an id that is gone', [`link-id: ${hand}, state: absent`], [], [`= no ${hand}`]],
    [
      'the primary link',
      ['primary: true, state: absent'],
      [link({ id: hand, primary: true }), ours('a')],
      ['- Made by hand (absent)'],
    ],
    ['no primary link', ['primary: true, state: absent'], [ours('a')], ['= no default']],
    [
      'an invitation that was taken over',
      ['type: invitation, key: a, adopt: true, state: absent'],
      [link({ id: hand, type: 'invitation' })],
      ['- Made by hand (absent)'],
    ],
    [
      'an invitation of somebody else',
      ['type: invitation, key: a, state: absent'],
      [link({ id: hand, type: 'invitation' })],
      ['= no a'],
    ],
  ])('%s', async (_, links, there, expected) => {
    expect(reported(await planned(stateOf(there), links))).toEqual(expected);
  });

  test.each([6, 1])('the permanent primary link of a room of type %i cannot be absent', async (type) => {
    const state = stateOf([link({ id: hand, primary: true, internal: false, title: 'Shared link' })], type);
    expect(reported(await planned(state, ['primary: true, state: absent']))).toEqual([
      expect.stringMatching(new RegExp(`^! 5: The primary link ${hand} "Shared link" of .* cannot be absent`, 'u')),
    ]);
    expect(reported(await planned(state, [`link-id: ${hand}, state: absent`]))).toHaveLength(1);
  });
});

describe('what a link is named by', () => {
  test('two entries that mean one link are a problem', async () => {
    const there = ours('a');
    expect(reported(await planned(stateOf([there]), ['key: a', `link-id: ${there.id}`]))).toEqual([
      '= a',
      `! 6: This means the link ${there.id} "octo/contracts: a" of room 2201 "Contract", and so does line 5.`,
    ]);
    const primary = link({ id: hand, primary: true });
    expect(reported(await planned(stateOf([primary]), [`link-id: ${hand}`, 'primary: true'])).at(-1)).toMatch(
      /^! 6: This means/u,
    );
    const invitation = link({ id: hand, type: 'invitation' });
    expect(
      reported(await planned(stateOf([invitation]), ['type: invitation, adopt: true', `link-id: ${hand}`])).at(-1),
    ).toMatch(/^! 6: This means/u);
  });

  test('a link that was replaced since is the one that took its place', async () => {
    const expired = link({ id: hand, expired: true, expiration: past });
    const first = await planned(stateOf([expired]), [`link-id: ${hand}`]);
    expect(reported(first)).toEqual(['± Made by hand']);
    const replacement = link({ id: first.toKeep[0]?.plan.id ?? '' });
    expect(reported(await planned(stateOf([replacement]), [`link-id: ${hand}`], { prune: true }))).toEqual([
      '= Made by hand',
    ]);
    expect(reported(await planned(stateOf([replacement]), [`link-id: ${hand}, state: absent`]))).toEqual([
      '- Made by hand (absent)',
    ]);
    // A run that died between the two steps, and two runs at once.
    expect(reported(await planned(stateOf([expired, replacement]), [`link-id: ${hand}`]))).toEqual([
      '= Made by hand (less 1)',
    ]);
    const other = { ...replacement, id: `${replacement.id.slice(0, -2)}ff` };
    expect(reported(await planned(stateOf([replacement, other]), [`link-id: ${hand}`]))).toEqual([
      '= Made by hand (less 1)',
    ]);
    expect(reported(await planned(stateOf([]), [`link-id: ${hand}`]))).toEqual([
      `! 5: Room 2201 "Contract" has no link with the id ${hand}. Its links: none.`,
    ]);
  });

  test('a link of this repository that is named by its id and replaced stays the link of its key', async () => {
    const expired = ours('a', { expired: true, expiration: past });
    const { toKeep } = await planned(stateOf([expired]), [`link-id: ${expired.id}`]);
    const replacement = ours('a', { id: toKeep[0]?.plan.id ?? '' });
    expect(replacement.id.slice(0, 19)).toBe(expired.id.slice(0, 19));
    expect(reported(await planned(stateOf([replacement]), [`link-id: ${expired.id}`]))).toEqual([
      '= octo/contracts: a',
    ]);
    expect(reported(await planned(stateOf([replacement]), ['key: a']))).toEqual(['= a']);
  });
});

describe('defaults', () => {
  const defaults = 'internal: true, expiration: 30d, max-uses: 5, password: generate';

  test('that do not fit a link do not count', async () => {
    const invitation = link({ id: hand, type: 'invitation' });
    expect(reported(await planned(stateOf([invitation]), [`link-id: ${hand}`], { defaults }))).toEqual([
      '~ Made by hand: max-uses, expiration',
    ]);
    const kit = stateOf([link({ id: hand, primary: true, internal: false, title: 'Kit' })], 6);
    // A primary link of a Public room cannot end; that it is for users only cannot be, and is told.
    expect(reported(await planned(kit, ['primary: true, internal: false'], { defaults }))).toEqual([
      '~ default: password',
    ]);
    expect(reported(await planned(kit, ['primary: true'], { defaults }))).toEqual([
      expect.stringMatching(/^! 6: `internal: true` \("DocSpace users only"\) is not possible in Public room/u),
    ]);
    expect(reported(await planned(kit, ['primary: true, internal: false, expiration: 30d'], { defaults }))).toEqual([
      expect.stringMatching(/^! 6: The primary link of Public room .* is permanent: it cannot expire/u),
    ]);
  });
});

describe('what is not possible', () => {
  test.each([
    [
      ['access: content-creator'],
      /^! 5: `access: content-creator` is not possible for an additional link of Custom room/u,
    ],
    [['type: invitation, access: form-filler'], /^! 5: `access: form-filler` is not possible for the invitation link/u],
    [[`link-id: ${hand}, max-uses: 3`], /^! 5: This is an external link: `max-uses` cannot be set for it/u],
  ])('%j', async (links, expected) => {
    const state = stateOf([link({ id: hand })]);
    expect(reported(await planned(state, links))).toEqual([expect.stringMatching(expected)]);
  });

  test.each([
    ['archived', { area: 'archived' }, /is in the Archive/u],
    ['template', { area: 'template' }, /is a room template/u],
    ['no manager', { canEditAccess: false }, /is not a manager of room/u],
    ['unknown', { type: null, typeCode: 77 }, /is of a type \(77\)/u],
  ] as const)('a room that cannot be written is told once, at its own line: %s', async (_, more, expected) => {
    const plan = await planned(stateOf([ours('a')], 5, more), ['key: a, access: editor', 'key: b'], { prune: true });
    expect(reported(plan)).toEqual([expect.stringMatching(expected)]);
    expect(plan.problems[0]?.line).toBe(3);
  });

  test('the words are those of the file', async () => {
    const plan = await planned(stateOf([], 2), ['internal: true']);
    expect(plan.problems[0]?.problem.hint).toContain('Use `type: invitation` here');
    const old = { ...stateOf([]), version: '3.6' as const };
    expect(reported(await planned(old, ['type: invitation, max-uses: 3, expiration: 7d']))).toEqual([
      expect.stringMatching(/^! 5: A limit of uses needs a portal of version 3.7/u),
    ]);
  });

  test('all that is wrong is told at once, and the rest is planned', async () => {
    const plan = await planned(stateOf([]), [
      'key: a, access: content-creator',
      'key: b',
      'key: c, access: content-creator',
    ]);
    expect(reported(plan)).toEqual(['+ b', expect.stringMatching(/^! 5/u), expect.stringMatching(/^! 7/u)]);
  });
});

test('nothing is planned for a link that is as described, to the second', async () => {
  const end = new Date('2026-12-01T00:00:00Z');
  const state = stateOf([ours('a', { expiration: end, access: 6, title: 'T', password: null, denyDownload: true })]);
  const links = [
    'key: a, expiration: 2026-12-01T00:00:00Z, access: commenter, title: T, deny-download: true, internal: true, password: none',
  ];
  expect(reported(await planned(state, links))).toEqual(['= a']);
  // A duration is the longest life from now: a link that ends sooner stays.
  expect(reported(await planned(state, ['key: a, expiration: 30d']))).toEqual(['= a']);
  expect(reported(await planned(state, ['key: a, expiration: 1d']))).toEqual(['~ a: expiration']);
  expect(idIn('2201', 'a').slice(0, 19)).toBe(state.links[0]?.id.slice(0, 19));
});
