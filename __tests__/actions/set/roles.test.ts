import { describe, expect, test } from '@jest/globals';
import type { RoomType } from '../../../simulator/index.ts';
import { asked, bodies, json, portalOf, reads, set } from '../../support/step.ts';

const all = ['viewer', 'commenter', 'reviewer', 'form-filler', 'editor', 'content-creator'] as const;
const codes: Readonly<Record<string, number>> = {
  viewer: 2,
  commenter: 6,
  reviewer: 5,
  'form-filler': 7,
  editor: 10,
  'content-creator': 11,
};

describe('a role is sent as its number, whatever it is called', () => {
  test.each([
    ['viewer', 'Viewer', 'Read', '2', 2],
    ['commenter', 'Commenter', 'Comment', '6', 6],
    ['reviewer', 'REVIEWER', 'Review', '5', 5],
    ['form-filler', 'Form filler', 'FillForms', '7', 7],
    ['editor', ' editor ', 'Editing', '10', 10],
  ])('%s, "%s", %s, %s [promise set-access]', async (name, label, docSpaceName, number, code) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    for (const access of [name, label, docSpaceName, number]) {
      const ran = await set(portal, room, { access });
      expect(json(ran, 'links')).toMatchObject([{ access: name, accessCode: code }]);
    }
    expect(bodies(portal).map(({ access }) => access)).toStrictEqual([code]);
  });

  test('content-creator, which only invitations give', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    for (const access of ['content-creator', 'Content creator', 'ContentCreator', '11']) {
      await set(portal, room, { access, 'link-type': 'invitation' });
    }
    expect(bodies(portal).map(({ access, linkType }) => [access, linkType])).toStrictEqual([[11, 0]]);
  });

  test('Commentator, an older word of DocSpace', async () => {
    const portal = await portalOf();
    const ran = await set(portal, portal.addRoom({ title: 'Room', roomType: 5 }), { access: 'Commentator' });
    expect(json(ran, 'links')).toMatchObject([{ access: 'commenter' }]);
  });

  test.each([
    '0',
    'None',
    '1',
    'ReadWrite',
    '9',
    'RoomManager',
    '3',
    '4',
    '8',
    '99',
    '-1',
    '2.5',
    'edtor',
    'true',
    '[]',
  ])('%s is refused before any request: it would revoke, or be refused later [promise set-access]', async (access) => {
    const portal = await portalOf();
    const ran = await set(portal, portal.addRoom({ title: 'Room', roomType: 5 }), { access });
    expect(ran.errors).toMatchObject([{ title: 'Input not usable' }]);
    expect(ran.problem).toContain('Possible: `viewer`, `commenter`');
    expect(portal.requests).toStrictEqual([]);
  });
});

interface Kind {
  readonly roomType: RoomType;
  readonly label: string;
  readonly external: readonly string[];
  readonly invitation: readonly string[];
  /** Title of the error for an additional link that is not possible. */
  readonly refused: string;
}

const open = ['viewer', 'commenter', 'reviewer', 'form-filler', 'editor'];
const none = 'No such link in this room';
const rooms: readonly Kind[] = [
  {
    roomType: 1,
    label: 'Form filling room',
    external: [],
    invitation: ['form-filler', 'content-creator'],
    refused: 'No place for another link',
  },
  {
    roomType: 2,
    label: 'Collaboration room',
    external: [],
    invitation: ['viewer', 'editor', 'content-creator'],
    refused: none,
  },
  {
    roomType: 5,
    label: 'Custom room',
    external: open,
    invitation: ['viewer', 'commenter', 'reviewer', 'editor', 'content-creator'],
    refused: 'Role not available',
  },
  {
    roomType: 6,
    label: 'Public room',
    external: open,
    invitation: ['viewer', 'content-creator'],
    refused: 'Role not available',
  },
  {
    roomType: 8,
    label: 'Virtual Data Room',
    external: [],
    invitation: ['viewer', 'form-filler', 'editor', 'content-creator'],
    refused: none,
  },
  { roomType: 9, label: 'AI agent', external: [], invitation: ['viewer', 'content-creator'], refused: none },
];

describe.each(rooms)('in a $label', ({ roomType, label, external, invitation, refused }) => {
  test('the invitation link gives the roles that this room has, and the error for others lists them [promise set-access]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType });
    for (const access of all) {
      room.links.clear();
      portal.clearRequests();
      const ran = await set(portal, room, { access, 'link-type': 'invitation' });
      const taken = invitation.includes(access);
      const reported = taken
        ? ''
        : `\`access: ${access}\` is not possible for the invitation link of ${label} ${room.id}`;
      expect([access, ran.exitCode, ran.problem.includes(reported)]).toStrictEqual([access, taken ? 0 : 1, true]);
      const named = invitation.filter((name) => !ran.problem.includes(`\`${name}\` (`));
      expect(taken ? [] : named).toStrictEqual([]);
      expect(bodies(portal).map((body) => body['access'])).toStrictEqual(taken ? [codes[access]] : []);
    }
  });

  test('the additional links give the roles that this room has, if it has any', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType });
    const titles: (string | undefined)[] = [];
    for (const access of all) {
      room.links.clear();
      const ran = await set(portal, room, { access, internal: String(roomType !== 6) });
      titles.push(ran.errors.at(-1)?.title);
    }
    expect(titles).toStrictEqual(all.map((access) => (external.includes(access) ? undefined : refused)));
    expect(bodies(portal).map(({ access }) => access)).toStrictEqual(external.map((access) => codes[access]));
  });
});

test.each([2, 8, 9] as const)(
  'a room of type %i has no external links, and the error says what it has',
  async (roomType) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType });
    const ran = await set(portal, room);
    expect(ran.problem).toContain('has invitation links only.');
    expect(ran.problem).toContain('Use `link-type: invitation` here');
    expect(asked(portal)).toStrictEqual(reads);
  },
);

test('the default role is viewer, and an error says that it is the default where the room does not have it', async () => {
  const portal = await portalOf();
  const room = portal.addRoom({ title: 'Forms', roomType: 1 });
  const ran = await set(portal, room, { 'link-type': 'invitation' });
  expect(ran.problem).toContain('`access: viewer`, the default, is not possible for the invitation link');
  expect(ran.problem).toContain('Possible: `content-creator` (Content creator), `form-filler` (Form filler).');
});

test('a role that the portal refuses nevertheless is told in its words, whatever its language', async () => {
  const portal = await portalOf({ culture: 'de' });
  const room = portal.addRoom({ title: 'Room', roomType: 5 });
  const error = {
    message: 'Diese Rolle ist nicht verfügbar',
    type: 'System.InvalidOperationException',
    stack: 'at ASC',
  };
  portal.fault({ method: 'PUT' }, { kind: 'status', status: 403, body: { error, status: 1, statusCode: 403 } });
  const ran = await set(portal, room, { access: 'editor' });
  expect(ran.errors).toMatchObject([{ title: 'The portal refused' }]);
  expect(ran.problem).toContain('The portal refuses Editor for this link of room 201 "Room"');
  expect(ran.problem).toContain('"Diese Rolle ist nicht verfügbar" (System.InvalidOperationException)');
  expect(ran.stdout).not.toContain('at ASC');
});
