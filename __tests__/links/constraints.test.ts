import { describe, expect, test } from '@jest/globals';
import type { Link } from '../../src/links/link.ts';
import type { Wish } from '../../src/links/desired.ts';
import {
  byId,
  foreign,
  invitation,
  invited,
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

describe('nothing can be written in', () => {
  test.each<Row>([
    [
      'the Archive',
      stateOf([], roomOf(5, { area: 'archived', canEditAccess: false })),
      {},
      'room-archived',
      'Room 7 "Contract 2027" is in the Archive: its links cannot be changed.',
    ],
    [
      'a template',
      stateOf([], roomOf(5, { area: 'template', canEditAccess: true })),
      {},
      'room-template',
      'Room 7 "Contract 2027" is a room template: templates have no links.',
    ],
    [
      'a room of an unknown type',
      stateOf([], roomOf(42)),
      {},
      'not-possible',
      'Room 7 "Contract 2027" is of a type (42) that this action does not know.',
      'Update the action; if there is no newer version, please report the type.',
    ],
    [
      'a room of others',
      stateOf([], roomOf(5, { canEditAccess: false, access: 3 })),
      {},
      'not-room-manager',
      'The user who owns the API key is not a manager of room 7 "Contract 2027", so the portal shows and changes none of its links for this key.',
    ],
  ])('%s', (...row) => {
    expect(problemsOf(row[1], row[2])).toEqual(told(row));
  });

  test('but in a room of AI agents something can', () => {
    expect(planned(stateOf([], roomOf(types.agent, { area: 'agents' })), invitation).action).toBe('create');
  });
});

describe('a kind of link that the room does not have', () => {
  test.each([
    ['Collaboration room', types.collaboration, {}],
    ['Virtual Data Room', types.dataRoom, { internal: true }],
    ['AI agent', types.agent, {}],
    ['Collaboration room', types.collaboration, primary],
  ])('external, in a %s', (label, code, wish) => {
    const row: Row = [
      '',
      stateOf([], roomOf(code)),
      wish,
      'kind-not-available',
      `${label} 7 "Contract 2027" has invitation links only.`,
      'Use `link-type: invitation` here, or another type of room.',
    ];
    expect(problemsOf(row[1], row[2])).toEqual(told(row));
  });

  test('additional, in a Form filling room', () => {
    const row: Row = [
      '',
      stateOf([permanent], roomOf(types.form)),
      {},
      'limit-reached',
      'Form filling room 7 "Contract 2027" has no additional links, only the primary one.',
      'Use `primary: true`.',
    ];
    expect(problemsOf(row[1], row[2])).toEqual(told(row));
  });
});

describe('a role that the room does not have', () => {
  const custom =
    'Possible: `editor` (Editor), `form-filler` (Form filler), `reviewer` (Reviewer), `commenter` (Commenter), `viewer` (Viewer).';
  test.each<Row>([
    [
      'for an additional link',
      stateOf([], roomOf(5)),
      { access: 11 },
      'access-not-available',
      `\`access: content-creator\` is not possible for an additional link of Custom room 7 "Contract 2027". ${custom}`,
      'Use one of the roles that this room allows.',
    ],
    [
      'for a primary link',
      stateOf([permanent], roomOf(types.form)),
      { ...primary, access: 10 },
      'access-not-available',
      '`access: editor` is not possible for the primary link of Form filling room 7 "Contract 2027". Possible: `form-filler` (Form filler), `viewer` (Viewer).',
    ],
    [
      'by default',
      stateOf([], roomOf(types.form)),
      invitation,
      'access-not-available',
      '`access: viewer`, the default, is not possible for the invitation link of Form filling room 7 "Contract 2027". Possible: `content-creator` (Content creator), `form-filler` (Form filler).',
    ],
    [
      'and that a link has now, of an older portal',
      stateOf([invited({ access: 9 })], roomOf(5)),
      { ...invitation, maxUses: 3 },
      'access-not-available',
      '`access: 9`, which it has now, is not possible for the invitation link of Custom room 7 "Contract 2027". Possible: `content-creator` (Content creator), `editor` (Editor), `reviewer` (Reviewer), `commenter` (Commenter), `viewer` (Viewer).',
    ],
  ])('%s', (...row) => {
    expect(problemsOf(row[1], row[2])).toEqual(told(row));
  });

  test('is left alone where nothing is to be written', () => {
    expect(planned(stateOf([invited({ access: 9 })], roomOf(5)), invitation).action).toBe('none');
  });
});

describe('no place', () => {
  test('for a sixth additional link: the five are named', () => {
    const links = many(5);
    const row: Row = [
      '',
      stateOf(links, roomOf(5)),
      {},
      'limit-reached',
      `Custom room 7 "Contract 2027" holds 5 additional links, and all places are taken: ${links.map(({ id, title }) => `"${title}" (${id})`).join(', ')}.`,
      'Revoke a link that is no longer needed, the expired ones first.',
    ];
    expect(problemsOf(row[1], row[2])).toEqual(told(row));
  });

  test.each<[string, readonly Link[], Partial<Wish>, string]>([
    ['the fifth', many(4), {}, 'create'],
    ['a primary link next to five', many(5), primary, 'create'],
    ['an invitation next to five', many(5), invitation, 'create'],
    ['one of the five itself', [...many(4), linkOf()], { access: 10 }, 'update'],
    ['an expired one of the five', [...many(4), linkOf({ expired: true })], {}, 'replace'],
    ['its extras make place', [...many(4), linkOf(), linkOf()], { rotate: true }, 'rotate'],
  ])('is needed for %s', (_, links, wish, action) => {
    expect(planned(stateOf(links, roomOf(5)), wish).action).toBe(action);
  });
});

describe('inputs for the other type, where only the room told which type it is', () => {
  test.each<Row>([
    [
      'an external link',
      stateOf([foreign()], roomOf(5)),
      { ...byId, maxUses: 4, adopt: true },
      'not-possible',
      'This is an external link: `max-uses`, `adopt` cannot be set for it.',
    ],
    [
      'an invitation',
      stateOf([foreign({ type: 'invitation' })], roomOf(5)),
      { ...byId, internal: false, password: { kind: 'none' }, denyDownload: false },
      'not-possible',
      'This is an invitation link: `internal`, `password`, `deny-download` cannot be set for it.',
    ],
  ])('%s', (...row) => {
    expect(problemsOf(row[1], row[2])).toEqual(told(row));
  });
});

test('all that forbids a wish is told at once', () => {
  const state = stateOf(many(5), roomOf(types.public));
  expect(problemsOf(state, { access: 11 }).map(({ code }) => code)).toEqual([
    'not-possible',
    'access-not-available',
    'limit-reached',
  ]);
});
