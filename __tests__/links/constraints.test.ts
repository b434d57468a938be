import { describe, expect, test } from '@jest/globals';
import type { Link } from '../../src/links/link.ts';
import type { DesiredLink } from '../../src/links/desired.ts';
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
  reported,
  types,
  type Row,
} from '../support/links.ts';

describe('nothing can be written in', () => {
  test.each<Row>([
    {
      name: 'the Archive',
      state: stateOf([], roomOf(5, { area: 'archived', canEditAccess: false })),
      desired: {},
      code: 'room-archived',
      message: 'Room 7 "Contract 2027" is in the Archive: its links cannot be changed.',
    },
    {
      name: 'a template',
      state: stateOf([], roomOf(5, { area: 'template', canEditAccess: true })),
      desired: {},
      code: 'room-template',
      message: 'Room 7 "Contract 2027" is a room template: templates have no links.',
    },
    {
      name: 'a room of an unknown type',
      state: stateOf([], roomOf(42)),
      desired: {},
      code: 'not-possible',
      message: 'Room 7 "Contract 2027" is of a type (42) that this action does not know.',
      hint: 'Update the action; if there is no newer version, please report the type.',
    },
    {
      name: 'a room of others',
      state: stateOf([], roomOf(5, { canEditAccess: false, access: 3 })),
      desired: {},
      code: 'not-room-manager',
      message:
        'The user who owns the API key is not a manager of room 7 "Contract 2027", so the portal shows and changes none of its links for this key.',
    },
  ])('$name', (row) => {
    expect(problemsOf(row.state, row.desired)).toEqual(reported(row));
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
  ])('external, in a %s', (label, code, desired) => {
    const row: Row = {
      name: '',
      state: stateOf([], roomOf(code)),
      desired,
      code: 'kind-not-available',
      message: `${label} 7 "Contract 2027" has invitation links only.`,
      hint: 'Use `link-type: invitation` here, or another type of room.',
    };
    expect(problemsOf(row.state, row.desired)).toEqual(reported(row));
  });

  test('additional, in a Form filling room', () => {
    const row: Row = {
      name: '',
      state: stateOf([permanent], roomOf(types.form)),
      desired: {},
      code: 'limit-reached',
      message: 'Form filling room 7 "Contract 2027" has no additional links, only the primary one.',
      hint: 'Use `primary: true`.',
    };
    expect(problemsOf(row.state, row.desired)).toEqual(reported(row));
  });
});

describe('a role that the room does not have', () => {
  const custom =
    'Possible: `editor` (Editor), `form-filler` (Form filler), `reviewer` (Reviewer), `commenter` (Commenter), `viewer` (Viewer).';
  test.each<Row>([
    {
      name: 'for an additional link',
      state: stateOf([], roomOf(5)),
      desired: { access: 11 },
      code: 'access-not-available',
      message: `\`access: content-creator\` is not possible for an additional link of Custom room 7 "Contract 2027". ${custom}`,
      hint: 'Use one of the roles that this room allows.',
    },
    {
      name: 'for a primary link',
      state: stateOf([permanent], roomOf(types.form)),
      desired: { ...primary, access: 10 },
      code: 'access-not-available',
      message:
        '`access: editor` is not possible for the primary link of Form filling room 7 "Contract 2027". Possible: `form-filler` (Form filler), `viewer` (Viewer).',
    },
    {
      name: 'by default',
      state: stateOf([], roomOf(types.form)),
      desired: invitation,
      code: 'access-not-available',
      message:
        '`access: viewer`, the default, is not possible for the invitation link of Form filling room 7 "Contract 2027". Possible: `content-creator` (Content creator), `form-filler` (Form filler).',
    },
    {
      name: 'and that a link has now, of an older portal',
      state: stateOf([invited({ access: 9 })], roomOf(5)),
      desired: { ...invitation, maxUses: 3 },
      code: 'access-not-available',
      message:
        '`access: 9`, which it has now, is not possible for the invitation link of Custom room 7 "Contract 2027". Possible: `content-creator` (Content creator), `editor` (Editor), `reviewer` (Reviewer), `commenter` (Commenter), `viewer` (Viewer).',
    },
  ])('$name', (row) => {
    expect(problemsOf(row.state, row.desired)).toEqual(reported(row));
  });

  test('is left alone where nothing is to be written', () => {
    expect(planned(stateOf([invited({ access: 9 })], roomOf(5)), invitation).action).toBe('none');
  });
});

describe('no place', () => {
  test('for a sixth additional link: the five are named', () => {
    const links = many(5);
    const row: Row = {
      name: '',
      state: stateOf(links, roomOf(5)),
      desired: {},
      code: 'limit-reached',
      message: `Custom room 7 "Contract 2027" holds 5 additional links, and all places are taken: ${links.map(({ id, title }) => `"${title}" (${id})`).join(', ')}.`,
      hint: 'Revoke a link that is no longer needed, the expired ones first.',
    };
    expect(problemsOf(row.state, row.desired)).toEqual(reported(row));
  });

  test.each<{
    readonly name: string;
    readonly links: readonly Link[];
    readonly desired: Partial<DesiredLink>;
    readonly action: string;
  }>([
    { name: 'the fifth', links: many(4), desired: {}, action: 'create' },
    { name: 'a primary link next to five', links: many(5), desired: primary, action: 'create' },
    { name: 'an invitation next to five', links: many(5), desired: invitation, action: 'create' },
    { name: 'one of the five itself', links: [...many(4), linkOf()], desired: { access: 10 }, action: 'update' },
    {
      name: 'an expired one of the five',
      links: [...many(4), linkOf({ expired: true })],
      desired: {},
      action: 'replace',
    },
    {
      name: 'its extras make place',
      links: [...many(4), linkOf(), linkOf()],
      desired: { rotate: true },
      action: 'rotate',
    },
  ])('is needed for $name', ({ links, desired, action }) => {
    expect(planned(stateOf(links, roomOf(5)), desired).action).toBe(action);
  });
});

describe('inputs for the other type, where only the room told which type it is', () => {
  test.each<Row>([
    {
      name: 'an external link',
      state: stateOf([foreign()], roomOf(5)),
      desired: { ...byId, maxUses: 4, adopt: true },
      code: 'not-possible',
      message: 'This is an external link: `max-uses`, `adopt` cannot be set for it.',
    },
    {
      name: 'an invitation',
      state: stateOf([foreign({ type: 'invitation' })], roomOf(5)),
      desired: { ...byId, internal: false, password: { kind: 'none' }, denyDownload: false },
      code: 'not-possible',
      message: 'This is an invitation link: `internal`, `password`, `deny-download` cannot be set for it.',
    },
  ])('$name', (row) => {
    expect(problemsOf(row.state, row.desired)).toEqual(reported(row));
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
