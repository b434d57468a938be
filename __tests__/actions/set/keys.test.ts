import { describe, expect, test } from '@jest/globals';
import { asked, portalOf, reads, run, set } from '../../support/step.ts';

describe('a key that does not let us', () => {
  test.each([
    ['wrong', 'API key rejected', 'does not accept the API key (401'],
    ['disabled', 'API key rejected', 'does not accept the API key (401'],
    ['owner-files', 'API key not sufficient', 'needs `rooms:read`. It has: "files:write".'],
    ['outsider', 'Room not accessible', 'The user who owns the API key may not see room'],
    ['member', 'Not a manager of the room', 'is not a manager of room'],
    ['admin', 'Not a manager of the room', 'is not a manager of room'],
  ])('%s: %s', async (key, title, text) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5, members: { member: 10 } });
    portal.addLink(room.id, { title: 'There is one' });
    const ran = await set(portal, room, {}, { key });
    expect(ran.errors).toMatchObject([{ title }]);
    expect(ran.problem).toContain(text);
    expect(asked(portal).filter((name) => name !== 'GET key')).toStrictEqual(reads);
    expect(ran.outputs).toMatchObject({ result: '', changed: '', link: '' });
  });

  test('an admin who is no member is told that it is not enough', async () => {
    const portal = await portalOf();
    const ran = await set(portal, portal.addRoom({ title: 'Room', roomType: 5 }), {}, { key: 'admin' });
    expect(ran.problem).toContain('a DocSpace admin is neither by default');
  });

  test('rooms:read is enough to see that nothing is to be done, and not to write', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, {}, { key: 'owner-read' });
    expect(ran.errors).toMatchObject([{ title: 'API key not sufficient' }]);
    expect(ran.problem).toContain('it needs `rooms:write`');
    expect(portal.links(room.id)).toStrictEqual([]);
    await set(portal, room);
    const again = await set(portal, room, {}, { key: 'owner-read' });
    expect(again.outputs['result']).toBe('unchanged');
  });

  test.each(['owner-full', 'owner-star', 'owner', 'manager'])('%s does let us', async (key) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5, members: { manager: 9 } });
    const ran = await set(portal, room, {}, { key });
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'login' });
  });

  test('one whose owner is disabled, one that has expired', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.addKey('disabled', { name: 'of-disabled' });
    portal.addKey('owner', { name: 'expired', expiresAt: Date.now() - 1000 });
    for (const key of ['of-disabled', 'expired']) {
      const ran = await set(portal, room, {}, { key });
      expect(ran.errors).toMatchObject([{ title: 'API key rejected' }]);
    }
  });

  test('blanks and a line break around it are cut, and both forms are masked [promise api-key-trimmed, portal-url-cut]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const key = portal.key('owner');
    const ran = await set(portal, room, { 'api-key': `  ${key}\n`, 'portal-url': `${portal.url}/api/2.0/` });
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout.startsWith('::add-mask::')).toBe(true);
    expect(ran.stdout).toContain(`::add-mask::${key}\n`);
    expect(ran.debug.join('\n')).toContain('was cut to');
  });

  test('credentials from the environment [promise credentials-from-env]', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const env = { DOCSPACE_PORTAL_URL: portal.url, DOCSPACE_API_KEY: portal.key('owner') };
    const ran = await set(portal, room, { 'portal-url': '', 'api-key': '' }, { env });
    expect(ran.outputs['result']).toBe('created');
  });
});

describe('older portals', () => {
  test('3.6: external links, and its version in the log', async () => {
    const portal = await portalOf({ profile: '3.6' });
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { password: 'generate', access: 'form-filler' });
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'login' });
    expect(ran.lines[0]).toContain('portal before 3.7');
    const again = await set(portal, room, { password: 'generate' });
    expect(again.outputs['result']).toBe('unchanged');
  });

  test('3.6: every invitation ends in 7 days; another date is an error, and the portal’s own is taken as it is', async () => {
    const portal = await portalOf({ profile: '3.6' });
    const room = portal.addRoom({ title: 'Room', roomType: 2 });
    const inputs = { 'link-type': 'invitation' };
    for (const expiration of ['1d', 'never', `${new Date().getUTCFullYear() + 1}-06-30`]) {
      const refused = await set(portal, room, { ...inputs, expiration });
      expect(refused.errors).toMatchObject([{ title: 'Portal too old for this' }]);
    }
    const uses = await set(portal, room, { ...inputs, 'max-uses': '5' });
    expect(uses.problem).toContain('A limit of uses needs a portal of version 3.7');
    expect(portal.links(room.id)).toStrictEqual([]);

    const ran = await set(portal, room, inputs);
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'join' });
    portal.advance(60_000);
    const again = await set(portal, room, { ...inputs, expiration: '7d' });
    expect(again.outputs).toMatchObject({ result: 'unchanged', expiration: ran.outputs['expiration'] });
    const edit = await set(portal, room, { ...inputs, access: 'editor' });
    expect(edit.problem).toContain('write `expiration: 7d`');
  });

  test('3.2: links for anyone', async () => {
    const portal = await portalOf({ profile: '3.2' });
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { internal: 'false' });
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'room' });
    const again = await set(portal, room);
    expect(again.outputs['result']).toBe('unchanged');
    expect(again.lines[0]).toContain('portal before 3.5');
  });

  test('3.2 knows no links for DocSpace users only: what it makes is revoked again', async () => {
    const portal = await portalOf({ profile: '3.2' });
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room);
    expect(ran.problem).toContain('internal of the link in room 201 "Room": asked true, the portal has false');
    expect(ran.problem).toContain('or is older than 3.5');
    expect(portal.links(room.id)).toStrictEqual([]);
  });
});

describe('a portal that restricts external sharing', () => {
  test('makes an open link of a Custom room an internal one: red, and taken back', async () => {
    const portal = await portalOf();
    portal.setSharing({ externalShare: false });
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    const ran = await set(portal, room, { internal: 'false' });
    expect(ran.errors[0]).toMatchObject({ title: 'External sharing is restricted' });
    expect(ran.problem).toContain('for DocSpace users only, not for anyone. The link that this step made is revoked');
    expect(portal.links(room.id)).toStrictEqual([]);
    const internal = await set(portal, room);
    expect(internal.outputs).toMatchObject({ result: 'created', opens: 'login' });
  });

  test.each(['owner', 'owner-full'])('refuses links of a Public room (%s)', async (key) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Press', roomType: 6 });
    portal.setSharing({ externalShare: false });
    const ran = await set(portal, room, { internal: 'false' }, { key });
    expect(ran.errors).toMatchObject([{ title: 'External sharing is restricted' }]);
    expect(ran.problem).toContain('Settings → Security → External sharing');
  });
});

describe('a portal in another language', () => {
  test('what its texts say does not matter', async () => {
    const portal = await portalOf({ culture: 'de', zone: 'Europe/Berlin' });
    const room = portal.addRoom({ title: 'Verträge', roomType: 5 });
    portal.on({ method: 'PUT', times: 1 }, () => {
      for (let n = 1; n <= 5; n++) portal.addLink(room.id, { title: `Link ${n}` });
    });
    const full = await set(portal, room);
    expect(full.errors).toMatchObject([{ title: 'No place for another link' }]);
    room.links.clear();
    const ran = await set(portal, room, { password: 'generate' });
    expect(ran.outputs).toMatchObject({ result: 'created', opens: 'login' });
    const gone = await set(portal, { id: 999 });
    expect(gone.errors).toMatchObject([{ title: 'Room not found' }]);
    const hidden = await set(portal, room, {}, { key: 'outsider' });
    expect(hidden.errors).toMatchObject([{ title: 'Room not accessible' }]);
  });
});

describe('a portal that refuses everybody', () => {
  test.each([
    ['suspended', 'Portal not available', 'There is no active portal at'],
    ['restoring', 'Portal not available', 'it is being restored, transferred or encrypted'],
  ] as const)('%s: %s', async (status, title, text) => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.setStatus(status);
    const ran = await set(portal, room);
    expect(ran.errors).toMatchObject([{ title }]);
    expect(ran.problem).toContain(text);
  });

  test('not paid; an address that is not allowed', async () => {
    const portal = await portalOf();
    const room = portal.addRoom({ title: 'Room', roomType: 5 });
    portal.setPaid(false);
    expect((await set(portal, room)).errors).toMatchObject([{ title: 'Portal not paid' }]);
    portal.setPaid(true);
    portal.setIpAllowed(false);
    const ran = await set(portal, room);
    expect(ran.problem).toContain('Settings → Security → IP security');
  });
});

test('missing credentials: an error, or with skip a green end that says so, whatever else is missing [promise missing-credentials]', async () => {
  const portal = await portalOf();
  const none = { 'portal-url': '', 'api-key': '' };
  const failed = await run('set', portal, { ...none, 'room-id': '201' });
  expect(failed.errors).toMatchObject([{ title: 'No credentials' }]);
  for (const inputs of [{ ...none }, { 'api-key': ' ', 'room-id': '' }, { 'portal-url': '', access: 'nonsense' }]) {
    const ran = await run('set', portal, { ...inputs, 'on-missing-credentials': 'skip' });
    expect(ran.exitCode).toBe(0);
    expect(ran.warnings).toMatchObject([{ title: 'Skipped: no credentials' }]);
    expect(ran.outputs).toMatchObject({ result: 'skipped', links: '[]', 'links-count': '0', plan: '[]' });
    expect(ran.summary).toContain('### DocSpace room links: skipped');
  }
  const list = await run('list', portal, { ...none, 'on-missing-credentials': 'skip' });
  expect([list.exitCode, list.outputs['links']]).toStrictEqual([0, '[]']);
  expect(portal.requests).toStrictEqual([]);
});
