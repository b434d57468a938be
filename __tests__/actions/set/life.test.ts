import { describe, expect, test } from '@jest/globals';
import { shownId } from '../../../src/links/shown-id.ts';
import { asked, bodies, json, linkOf, planOf, portalOf, reads, set } from '../../support/step.ts';

const day = 86_400_000;

describe('rotate', () => {
  test('gives a new URL at once, all settings kept; the old one dies [promise output-result, set-rotate]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const given = {
      access: 'editor',
      password: 'longenough1',
      'deny-download': 'true',
      title: 'Ours',
      expiration: '2d',
    };
    const old = await set(portal, room, given);
    portal.clearRequests();
    const ran = await set(portal, room, { rotate: 'true' });
    const [link, ...others] = portal.links(room.id);
    expect(others).toStrictEqual([]);
    expect(link).toMatchObject({
      role: 10,
      password: 'longenough1',
      denyDownload: true,
      title: 'Ours',
      internal: true,
    });
    expect(ran.outputs).toMatchObject({ result: 'rotated', changed: 'true', expiration: old.outputs['expiration'] });
    expect(ran.outputs['link']).not.toBe(old.outputs['link']);
    expect(planOf(ran)).toMatchObject({ action: 'rotate', linkId: link?.id, fields: [], widens: [] });
    // The new one comes first, so that there is no time without a link.
    expect(asked(portal)).toStrictEqual([...reads, 'PUT links', 'PUT links', 'GET links', 'GET share']);
    expect(bodies(portal).map(({ access }) => access)).toStrictEqual([10, 0]);
    expect(ran.lines.slice(1)).toStrictEqual([
      'Link "default": rotate → a new URL, the old one dies',
      expect.stringContaining('Editor'),
      // Both were in the room at once, and two ids of one key begin alike.
      `✓ revoked ${shownId(String(old.outputs['link-id']), [{ id: String(link?.id) }])}…`,
      expect.stringMatching(/^✓ rotated .*✓ read back {3}✓ tried: asks for a login/u),
    ]);
  });

  test('in a full room the old one goes first, and the log says so [promise set-rotate-full]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room);
    for (let n = 1; n <= 4; n++) portal.addLink(room.id, { title: `Link ${n}` });
    portal.clearRequests();
    const ran = await set(portal, room, { rotate: 'true', access: 'commenter' });
    expect(ran.outputs).toMatchObject({ result: 'rotated', 'links-count': '5' });
    expect(bodies(portal).map(({ access }) => access)).toStrictEqual([0, 6]);
    expect(ran.lines[1]).toContain('there is no free place, so the old link goes first');
  });

  test('an invitation has one place, so the old one goes first [promise set-rotate-full]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 2 });
    const inputs = { 'link-type': 'invitation', 'max-uses': '5' };
    const old = await set(portal, room, inputs);
    const ran = await set(portal, room, { ...inputs, rotate: 'true' });
    expect(ran.outputs).toMatchObject({ result: 'rotated', opens: 'join' });
    expect(ran.outputs['link-id']).not.toBe(old.outputs['link-id']);
    expect(linkOf(ran)).toMatchObject({ maxUses: 5, uses: 0 });
  });

  test.each([
    [5, 'true', 'login'],
    [6, 'false', 'room'],
    [1, 'false', 'room'],
  ] as const)('the primary link of a room of type %i', async (roomType, internal, opens) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType });
    const old = await set(portal, room, { primary: 'true', internal, title: 'Ours', 'deny-download': 'true' });
    portal.clearRequests();
    const ran = await set(portal, room, { primary: 'true', rotate: 'true' });
    expect(portal.links(room.id)).toMatchObject([{ kind: 4, title: 'Ours', denyDownload: true }]);
    expect(ran.outputs).toMatchObject({ result: 'rotated', opens });
    expect(ran.outputs['link-id']).not.toBe(old.outputs['link-id']);
    // Others may have changed it between the two requests that make it.
    const makes = ['GET links', 'GET primary', 'PUT links'];
    expect(asked(portal)).toStrictEqual([...reads, 'PUT links', ...makes, 'GET links', 'GET share']);
  });

  test('where there is no link yet, it is made', async () => {
    const portal = await portalOf();
    const ran = await set(portal, portal.addRoom({ title: 'Room', roomType: 5 }), { rotate: 'true' });
    expect(ran.outputs['result']).toBe('created');
  });
});

describe('link-id', () => {
  test('works on a link that others made, of whatever type [promise set-link-type, set-link-id]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const link = portal.addLink(room.id, { title: 'By hand', password: 'longenough1', expiresAt: Date.now() + day });
    const invitation = portal.addLink(room.id, { kind: 3, title: 'Invite' });
    const ran = await set(portal, room, { 'link-id': link.id.toUpperCase(), access: 'editor' });
    expect(ran.outputs).toMatchObject({ result: 'updated', 'link-id': link.id, opens: 'password' });
    expect(linkOf(ran)).toMatchObject({ title: 'By hand', managed: false, hasPassword: true });
    expect(ran.lines[1]).toBe(`Link ${link.id.slice(0, 8)}…: differs → update`);
    const other = await set(portal, room, { 'link-id': invitation.id, access: 'content-creator', 'max-uses': '3' });
    expect(linkOf(other)).toMatchObject({ type: 'invitation', access: 'content-creator', maxUses: 3 });
    const wrong = await set(portal, room, { 'link-id': invitation.id, internal: 'true', password: 'none' });
    expect(wrong.problem).toContain('This is an invitation link: `internal`, `password` cannot be set for it.');
  });

  test('that the room does not have is an error that lists the links [promise set-link-id]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const link = portal.addLink(room.id, { title: 'By hand' });
    const id = '6f1c0e9a-3b52-4d41-9c2e-0a1b2c3d4e5f';
    const ran = await set(portal, room, { 'link-id': id });
    expect(ran.errors).toMatchObject([{ title: 'Link not found' }]);
    expect(ran.problem).toContain(`has no link with the id ${id}. Its links: "By hand" (${link.id}).`);
    expect(asked(portal)).toStrictEqual(reads);
  });

  test('of an expired link: it is replaced, and the error of the next run names its heir', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const link = portal.addLink(room.id, { title: 'By hand', expiresAt: Date.now() - day, internal: true });
    const ran = await set(portal, room, { 'link-id': link.id });
    expect(ran.outputs['result']).toBe('replaced');
    expect(portal.links(room.id)).toMatchObject([{ title: 'By hand', id: ran.outputs['link-id'] }]);
    const again = await set(portal, room, { 'link-id': link.id });
    expect(again.problem).toContain(`use \`link-id: ${String(ran.outputs['link-id'])}\` from now on`);
  });

  test.each([
    ['key', { key: 'pr-58' }],
    ['primary', { primary: 'true' }],
  ])('and %s exclude each other', async (name, inputs) => {
    const portal = await portalOf();
    const ran = await set(portal, { id: 201 }, { 'link-id': '6f1c0e9a-3b52-4d41-9c2e-0a1b2c3d4e5f', ...inputs });
    expect(ran.problem).toContain(`\`link-id\` and \`${name}`);
    expect(portal.requests).toStrictEqual([]);
  });

  test.each(['00000000-0000-0000-0000-000000000000', '{6f1c0e9a-3b52-4d41-9c2e-0a1b2c3d4e5f}', '6f1c0e9a', 'abc'])(
    '%s is refused before any request',
    async (id) => {
      const portal = await portalOf();
      const ran = await set(portal, { id: 201 }, { 'link-id': id });
      expect(ran.errors).toMatchObject([{ title: 'Input not usable' }]);
      expect(portal.requests).toStrictEqual([]);
    },
  );
});

describe('expired links', () => {
  test('the invitation keeps its place, so it goes first, and is replaced [promise set-expired-replaced]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 2 });
    const old = await set(portal, room, { 'link-type': 'invitation', access: 'editor' });
    portal.advance(8 * day);
    const ran = await set(portal, room, { 'link-type': 'invitation', expiration: '30d' });
    expect(ran.outputs).toMatchObject({ result: 'replaced', opens: 'join' });
    expect(ran.outputs['link-id']).not.toBe(old.outputs['link-id']);
    expect(linkOf(ran)).toMatchObject({ access: 'editor' });
    expect(ran.lines[1]).toContain('expired → replace, with a new URL; there is no free place');
  });

  test('one of others that is to be adopted is replaced by one of ours', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 2 });
    portal.addLink(room.id, { kind: 3, title: 'By hand', role: 10, expiresAt: Date.now() - day });
    const ran = await set(portal, room, { 'link-type': 'invitation', adopt: 'true' });
    expect(ran.outputs['result']).toBe('replaced');
    expect(linkOf(ran)).toMatchObject({ managed: true, access: 'editor', title: 'By hand' });
  });

  test('the primary link of a Custom room', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const old = portal.addLink(room.id, {
      kind: 4,
      title: 'Shared link',
      expiresAt: Date.now() - day,
      password: 'longenough1',
    });
    const ran = await set(portal, room, { primary: 'true' });
    expect(ran.outputs).toMatchObject({ result: 'replaced', opens: 'password' });
    expect(portal.links(room.id)).toMatchObject([{ kind: 4, password: 'longenough1' }]);
    expect(ran.outputs['link-id']).not.toBe(old.id);
  });

  test('an invitation whose maker was disabled opens nothing, and that is red', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 2, members: { manager: 9 } });
    const link = portal.addLink(room.id, { kind: 3, owner: 'manager' });
    portal.user('manager').active = false;
    const ran = await set(portal, room, { 'link-id': link.id, access: 'editor' });
    expect(ran.problem).toContain('opens of the link in room 201 "Room": asked join, the portal has nothing');
    expect(ran.problem).toContain('the user who made this invitation link is disabled');
    expect(json(ran, 'links')).toMatchObject([{ id: link.id }]);
  });
});
