import { describe, expect, test } from '@jest/globals';
import { asked, json, portalOf, reads, run, set, writes } from '../../support/step.ts';

describe('a room by its id', () => {
  test.each(['drive-15-root', 'sbox-3-a/b c?#%&+', 'dropbox-7', 'onedrive-2-|Документы'])(
    'on third-party storage: %s, encoded in the address [promise room-id]',
    async (id) => {
      const portal = await portalOf();
      const room = portal.addRoom({ title: 'Elsewhere', roomType: 5, thirdParty: id });
      const ran = await set(portal, room);
      expect(ran.outputs).toMatchObject({ result: 'created', 'room-id': id });
      expect(json(ran, 'plan')).toMatchObject([{ roomId: id }]);
      expect(asked(portal)).toStrictEqual([...reads, ...writes]);
      expect(portal.requests[0]?.path).toContain(`/api/2.0/files/rooms/${encodeURIComponent(id)}`);
      const again = await set(portal, room);
      expect(again.outputs['result']).toBe('unchanged');
    },
  );

  test('digits are an id as `room-id`, and a title as `room-title`', async () => {
    const portal = await portalOf();
    const meant = portal.addRoom({ title: 'Meant', roomType: 5 });
    const titled = portal.addRoom({ title: String(meant.id), roomType: 5 });
    const byId = await set(portal, meant);
    expect(byId.outputs).toMatchObject({ result: 'created', 'room-id': String(meant.id) });
    const byTitle = await run('set', portal, { 'room-title': String(meant.id) });
    expect(byTitle.outputs).toMatchObject({ result: 'created', 'room-id': String(titled.id) });
  });

  test('a number with zeros in front is the same room, and the same link [promise room-id]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    await set(portal, room);
    const ran = await set(portal, { id: `000${room.id}` });
    expect(ran.outputs).toMatchObject({ result: 'unchanged', 'room-id': String(room.id) });
  });

  test.each([
    ['999999', 'Room not found', 'The portal has no room 999999'],
    ['sbox-1-gone', 'Room not found', 'The portal has no room sbox-1-gone'],
    ['9', 'Not a room', '"Rooms" (9) is a folder, not a room.'],
  ])('%s: %s', async (id, title, text) => {
    const portal = await portalOf();
    const ran = await set(portal, { id });
    expect(ran.errors).toMatchObject([{ title }]);
    expect(ran.problem).toContain(text);
    expect(asked(portal)).toStrictEqual(reads);
    expect(ran.outputs).toMatchObject({ result: '', links: '', 'links-count': '', plan: '' });
  });

  test.each(['0', '-1', '2147483648', 'abc', '1.5', '../9', 'https://portal.example/rooms/shared/201'])(
    '%s is refused before any request',
    async (id) => {
      const portal = await portalOf();
      const ran = await set(portal, { id });
      expect(ran.errors).toMatchObject([{ title: 'Input not usable' }]);
      expect(portal.requests).toStrictEqual([]);
    },
  );
});

describe('a room by its title', () => {
  const titles = (title: string) => ({ 'room-title': title });

  test('is looked up exactly among the active rooms [promise room-title]', async () => {
    const portal = await portalOf();
    portal.addRoom({ title: 'Partners 2027', roomType: 5 });
    portal.addRoom({ title: 'partners', roomType: 5 });
    const room = portal.addRoom({ title: 'Partners', roomType: 5 });
    portal.addRoom({ title: 'Partners', roomType: 5, root: 20 });
    portal.addRoom({ title: 'Partners', roomType: 5, root: 30 });
    const ran = await run('set', portal, titles('Partners'));
    expect(ran.outputs).toMatchObject({ result: 'created', 'room-id': String(room.id) });
    expect(asked(portal)).toStrictEqual(['GET links', 'GET room', 'GET rooms', ...writes]);
  });

  test.each([
    ['written composed, asked decomposed', 'Verträge', 'Verträge'.normalize('NFD')],
    ['written decomposed, asked composed', 'Verträge'.normalize('NFD'), 'Verträge'],
    ['with blanks and a line break of its own', ' Two  blanks\nand a line ', ' Two  blanks\nand a line '],
  ])('%s', async (_, title, wanted) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title, roomType: 5 });
    const ran = await run('set', portal, titles(wanted));
    expect(ran.outputs).toMatchObject({ result: 'created', 'room-id': String(room.id) });
  });

  test('that the filter of the portal does not find is found among all rooms, more than a page of them [promise room-title]', async () => {
    const portal = await portalOf();
    for (let n = 1; n <= 120; n++) portal.addRoom({ title: `Room ${n}`, roomType: 5 });
    const room = portal.addRoom({ title: 'Réunion'.normalize('NFD'), roomType: 5 });
    const ran = await run('set', portal, titles('Réunion'));
    expect(ran.outputs).toMatchObject({ result: 'created', 'room-id': String(room.id) });
    expect(asked(portal).filter((name) => name === 'GET rooms')).toHaveLength(3);
  });

  test('none: an error that says how titles are stored', async () => {
    const portal = await portalOf();
    portal.addRoom({ title: 'Budget', roomType: 5 });
    const ran = await run('set', portal, titles('Partners'));
    expect(ran.errors).toMatchObject([{ title: 'Room not found' }]);
    expect(ran.problem).toContain('No active room that this key can see has the title "Partners".');
    expect(ran.problem).toContain('as `_`');
  });

  test('several: an error with their ids [promise room-title-ambiguous]', async () => {
    const portal = await portalOf();
    const ids = [1, 2, 3].map(() => portal.addRoom({ title: 'Partners', roomType: 5 }).id);
    const ran = await run('set', portal, titles('Partners'));
    expect(ran.errors).toMatchObject([{ title: 'Several rooms' }]);
    expect(ran.problem).toMatch(/3 active rooms have the title "Partners": /u);
    expect(ids.filter((id) => !ran.problem.includes(String(id)))).toStrictEqual([]);
    expect(asked(portal)).toStrictEqual(['GET rooms']);
  });

  test('and both, or neither, is an error before any request [promise room-exactly-one]', async () => {
    const portal = await portalOf();
    const both = await run('set', portal, { 'room-id': '201', 'room-title': 'Partners' });
    expect(both.problem).toContain('`room-id` and `room-title` both name the room');
    const neither = await run('set', portal, {});
    expect(neither.problem).toContain('The room is not named');
    expect(portal.requests).toStrictEqual([]);
  });
});

describe('a room in which nothing can be written', () => {
  test('in the Archive', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Old', roomType: 5 });
    portal.addLink(room.id, { title: 'Visitors' });
    portal.archive(room.id);
    const ran = await set(portal, room);
    expect(ran.errors).toMatchObject([{ title: 'Room is in the Archive' }]);
    expect(ran.problem).toContain('Restore the room in DocSpace first');
    expect(ran.outputs).toMatchObject({ 'room-id': String(room.id), 'links-count': '1' });
    expect(ran.lines).toStrictEqual([`Room ${room.id} "Old" · Custom room, in the Archive · portal 3.7 or later`]);
    expect(asked(portal)).toStrictEqual(reads);
  });

  test('a template', async () => {
    const portal = await portalOf();
    const ran = await set(portal, portal.addRoom({ title: 'Template', roomType: 5, root: 30 }));
    expect(ran.errors).toMatchObject([{ title: 'Room is a template' }]);
    expect(asked(portal)).toStrictEqual(reads);
  });

  test('of a type that nobody knows yet', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const change = (body: { response: { roomType: number } }): void => {
      body.response.roomType = 42;
    };
    portal.fault({ path: `/rooms/${room.id}` }, { kind: 'mutate', change });
    const ran = await set(portal, room);
    expect(ran.problem).toContain('is of a type (42) that this action does not know');
    expect(asked(portal)).toStrictEqual(reads);
  });
});

describe('where all places are taken', () => {
  test('five additional links: an error that names them, the expired ones too', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    for (let n = 1; n <= 5; n++)
      portal.addLink(room.id, { title: `Link ${n}`, expiresAt: Date.now() + (n - 1.5) * 1e7 });
    const ran = await set(portal, room);
    expect(ran.errors).toMatchObject([{ title: 'No place for another link' }]);
    expect(ran.problem).toContain(`Custom room ${room.id} "Room" holds 5 additional links, and all places are taken`);
    expect(ran.problem.match(/, expired\)/gu)).toHaveLength(1);
    expect(asked(portal)).toStrictEqual(reads);
    // Neither the primary link nor the invitation takes one of these places.
    const primary = await set(portal, room, { primary: 'true' });
    const invitation = await set(portal, room, { 'link-type': 'invitation' });
    expect([primary.exitCode, invitation.exitCode]).toStrictEqual([0, 0]);
  });

  test('a Form filling room has its primary link only', async () => {
    const portal = await portalOf();
    const ran = await set(portal, portal.addRoom({ title: 'Forms', roomType: 1 }), { access: 'form-filler' });
    expect(ran.problem).toContain('has no additional links, only the primary one.');
    expect(ran.problem).toContain('Use `primary: true`.');
  });

  test('the invitation link: an error that names it, unless it is to be adopted [promise set-adopt]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Team', roomType: 2 });
    const link = portal.addLink(room.id, { kind: 3, title: 'By hand', role: 10 });
    const inputs = { 'link-type': 'invitation', access: 'viewer' };
    const refused = await set(portal, room, inputs);
    expect(refused.errors).toMatchObject([{ title: 'Room already has an invitation link' }]);
    expect(refused.problem).toContain(`"By hand" (${link.id})`);
    const ran = await set(portal, room, { ...inputs, adopt: 'true' });
    expect(ran.outputs).toMatchObject({ result: 'updated', 'link-id': link.id });
    expect(json(ran, 'links')).toMatchObject([{ id: link.id, access: 'viewer', title: 'By hand', managed: false }]);
    const again = await set(portal, room, { ...inputs, adopt: 'true' });
    expect(again.outputs['result']).toBe('unchanged');
  });
});
