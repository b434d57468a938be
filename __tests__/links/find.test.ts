import { describe, expect, test } from '@jest/globals';
import { findLink, listed, resolved, byPrecedence, type Found } from '../../src/links/find.ts';
import { idPrefix } from '../../src/links/identity.ts';
import type { Link } from '../../src/links/link.ts';
import type { Problem } from '../../src/links/problem.ts';
import type { DesiredLink } from '../../src/links/desired.ts';
import {
  foreign,
  foreignId,
  identity,
  idIn,
  idOf,
  invitation,
  linkOf,
  onlyOf,
  primary,
  stateOf,
  wishOf,
} from '../support/links.ts';

/** What is found; the problem if there is one, which is the only one. */
function find(links: readonly Link[], desired: Partial<DesiredLink>): Found | Problem {
  const { value, problems } = findLink(stateOf(links), wishOf(desired), identity);
  return value ?? onlyOf(problems);
}

const byId = (id: string): Partial<DesiredLink> => ({ reference: { by: 'id', id } });

describe('by key', () => {
  const prefix = idOf('default').slice(0, 19);

  test.each<[string, readonly Link[]]>([
    ['an empty room', []],
    ['a link of another key', [linkOf({ id: idOf('other') })]],
    ['a link of the same key in another room', [linkOf({ id: idIn('8', 'default') })]],
    ['the invitation of the same key', [linkOf({ type: 'invitation' })]],
    ['a link of somebody else with the same title', [foreign({ title: 'octo/contracts: default' })]],
    ['the primary link', [foreign({ primary: true })]],
  ])('%s has no such link', (_, links) => {
    expect(find(links, {})).toEqual({ type: 'external', primary: false, current: null, duplicates: [], prefix });
  });

  test('the link of the key is found among others', () => {
    const link = linkOf();
    expect(find([foreign(), linkOf({ id: idOf('other') }), link], {})).toEqual({
      type: 'external',
      primary: false,
      current: link,
      duplicates: [],
      prefix,
    });
  });

  const ids = [idOf('default'), idOf('default'), idOf('default')].sort();
  const [a = '', b = '', c = ''] = ids;
  test.each<{
    readonly name: string;
    readonly links: readonly Link[];
    readonly survivor: string;
    readonly duplicates: readonly string[];
  }>([
    {
      name: 'the smaller id',
      links: [linkOf({ id: c }), linkOf({ id: a }), linkOf({ id: b })],
      survivor: a,
      duplicates: [b, c],
    },
    {
      name: 'a live one',
      links: [linkOf({ id: a, expired: true }), linkOf({ id: b }), linkOf({ id: c })],
      survivor: b,
      duplicates: [c, a],
    },
    {
      name: 'of expired ones the smaller id',
      links: [linkOf({ id: c, expired: true }), linkOf({ id: b, expired: true })],
      survivor: b,
      duplicates: [c],
    },
  ])('of several $name survives, the others are extras', ({ links, survivor, duplicates }) => {
    for (const order of [links, [...links].reverse()]) {
      expect(find(order, {})).toMatchObject({
        current: { id: survivor },
        duplicates: duplicates.map((id) => ({ id })),
      });
    }
  });
});

describe('the invitation of a key', () => {
  const ours = linkOf({ type: 'invitation' });
  const other = foreign({ type: 'invitation' });
  const prefix = ours.id.slice(0, 19);

  test.each<{
    readonly name: string;
    readonly links: readonly Link[];
    readonly adopt: boolean;
    readonly current: Link | null;
  }>([
    { name: 'in a room without one, there is none', links: [linkOf()], adopt: false, current: null },
    { name: 'ours is found', links: [linkOf(), ours], adopt: false, current: ours },
    { name: 'ours is found, also with `adopt`', links: [ours], adopt: true, current: ours },
    { name: "somebody else's is taken over with `adopt`", links: [other], adopt: true, current: other },
  ])('$name', ({ links, adopt, current }) => {
    expect(find(links, { ...invitation, adopt })).toEqual({
      type: 'invitation',
      primary: false,
      current,
      duplicates: [],
      prefix,
    });
  });

  test.each([other, linkOf({ type: 'invitation', id: idOf('other', 'invitation'), title: 'By hand' })])(
    'that this key did not make is named, and not touched',
    (link) => {
      expect(find([link], invitation)).toEqual({
        code: 'link-not-ours',
        message: `Room 7 "Contract 2027" has an invitation link that the key "default" of this repository did not make: "By hand" (${link.id}).`,
        hint: 'A room has a single invitation link. `adopt: true` takes it over; or revoke it first.',
      });
    },
  );
});

describe('the primary link', () => {
  test.each<[string, readonly Link[], string | null]>([
    ['is found, whoever made it', [linkOf(), foreign({ primary: true })], foreignId],
    ['is missing', [linkOf(), foreign()], null],
  ])('%s', (_, links, id) => {
    const current = links.find((link) => link.id === id) ?? null;
    expect(find(links, primary)).toEqual({ type: 'external', primary: true, current, duplicates: [], prefix: '' });
  });
});

describe('by id', () => {
  test.each<[string, Link]>([
    ['an additional link', foreign()],
    ['the primary link', foreign({ primary: true })],
    ['the invitation, whatever type is the default', foreign({ type: 'invitation' })],
  ])('%s of somebody else is found; a new one of it is ours', (_, link) => {
    const found = find([linkOf(), link], byId(foreignId));
    expect(found).toMatchObject({ type: link.type, primary: link.primary, current: link, duplicates: [] });
    // The place is one that no key can name: a key has no line break.
    const place = { roomId: '7', type: link.type, key: `\n${foreignId}` };
    expect(found).toHaveProperty('prefix', idPrefix(identity, place));
  });

  test('a link of a key of ours is found, and others of that key are extras; a new one of it is that of the key', () => {
    const link = linkOf();
    const twin = linkOf();
    expect(find([link, foreign(), twin], byId(link.id))).toEqual({
      type: 'external',
      primary: false,
      current: link,
      duplicates: [twin],
      prefix: link.id.slice(0, 19),
    });
  });

  test('that is not there is told, with what is', () => {
    const expired = foreign({ title: 'Old\n', expired: true });
    const other = linkOf();
    expect(find([expired, other], byId('0f6b1c9e-0000-4d41-9c2e-0a1b2c3d4e5f'))).toEqual({
      code: 'link-not-found',
      message: `Room 7 "Contract 2027" has no link with the id 0f6b1c9e-0000-4d41-9c2e-0a1b2c3d4e5f. Its links: "Old" (${foreignId}, expired), "octo/contracts: default" (${other.id}).`,
      hint: 'Check `link-id`, or use `key` to let this action make the link.',
    });
    expect(find([], byId(foreignId))).toHaveProperty('message', expect.stringMatching(/Its links: none\.$/u));
  });

  test('that an earlier run replaced is told with its heir: of a link of somebody else', () => {
    const replacement = linkOf({ id: idOf(`\n${foreignId}`) });
    expect(find([linkOf(), replacement], byId(foreignId))).toMatchObject({
      code: 'link-not-found',
      hint: `An earlier run replaced it: use \`link-id: ${replacement.id}\` from now on.`,
    });
  });

  test('... and of a link of ours', () => {
    const replacement = linkOf();
    expect(find([foreign(), replacement], byId(idOf('default')))).toMatchObject({
      code: 'link-not-found',
      hint: `An earlier run replaced it: use \`link-id: ${replacement.id}\` from now on.`,
    });
  });
});

describe('by the id of an expired link', () => {
  const expired = foreign({ expired: true });
  const replacements = [linkOf({ id: idOf(`\n${foreignId}`) }), linkOf({ id: idOf(`\n${foreignId}`) })];
  const [first, second] = byPrecedence(replacements) as [Link, Link];
  const ours = linkOf({ expired: true });
  const twin = linkOf();

  test.each<{
    readonly name: string;
    readonly links: readonly Link[];
    readonly id: string;
    readonly current: string;
    readonly duplicates: readonly string[];
  }>([
    {
      name: 'it is found, as long as nothing has taken its place',
      links: [expired],
      id: foreignId,
      current: foreignId,
      duplicates: [],
    },
    {
      name: 'a live one that a run put in its place before it died is the link',
      links: [expired, first],
      id: foreignId,
      current: first.id,
      duplicates: [foreignId],
    },
    {
      name: 'of several the smaller id',
      links: [second, expired, first],
      id: foreignId,
      current: first.id,
      duplicates: [foreignId, second.id],
    },
    {
      name: 'an expired one is not',
      links: [expired, { ...first, expired: true }],
      id: foreignId,
      current: foreignId,
      duplicates: [first.id],
    },
    {
      name: 'of ours a live one of the same key',
      links: [ours, twin],
      id: ours.id,
      current: twin.id,
      duplicates: [ours.id],
    },
  ])('$name', ({ links, id, current, duplicates }) => {
    expect(find(links, byId(id))).toMatchObject({
      current: { id: current },
      duplicates: duplicates.map((one) => ({ id: one })),
    });
  });

  test.each<{
    readonly name: string;
    readonly links: readonly Link[];
    readonly reference: DesiredLink['reference'];
    readonly id: string;
  }>([
    { name: 'that is there stays', links: [expired, first], reference: { by: 'id', id: foreignId }, id: foreignId },
    { name: 'that is gone is its heir', links: [second, first], reference: { by: 'id', id: foreignId }, id: first.id },
    {
      name: 'that is gone without an heir stays what it is',
      links: [twin],
      reference: { by: 'id', id: foreignId },
      id: foreignId,
    },
  ])('a name $name', ({ links, reference, id }) => {
    expect(resolved(stateOf(links), wishOf({ reference }), identity).reference).toEqual({ by: 'id', id });
  });

  test('a key is a name that needs no heir', () => {
    expect(resolved(stateOf([first]), wishOf(), identity)).toEqual(wishOf());
  });
});

test('links in a sentence', () => {
  expect(listed([])).toBe('none');
  expect(listed([foreign({ title: 'a\u202e"b"' })])).toBe(`"a"b"" (${foreignId})`);
});

test('the order of survival leaves the list as it is', () => {
  const links = [linkOf({ id: 'b' }), linkOf({ id: 'a' })];
  expect(byPrecedence(links).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(links.map(({ id }) => id)).toEqual(['b', 'a']);
});
